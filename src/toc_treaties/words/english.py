"""How days are written in the messages of rules, which are English as the files are."""

from toc_treaties.words.language import ENGLISH

day, when, in_sentence = ENGLISH.day, ENGLISH.when, ENGLISH.in_sentence
