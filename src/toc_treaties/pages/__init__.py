"""Answers to pages for people: one module per question, with the question's name."""
