"""The words of measures: their kinds, how they stand, the signs of the matrix, how much of one was seen."""

from toc_treaties.words.messages import Homonym

KIND = {
    "law": "law",
    "strategy": "strategy",
    "plan": "plan",
    "policy": "policy",
    "body": "body",
    "questionnaire": "questionnaire",
    "review": "review",
    "training": "training",
}
KIND_NAME = {
    "law": "Law",
    "strategy": "Strategy",
    "plan": "Plan",
    "policy": "Policy",
    "body": "Body",
    "questionnaire": "Questionnaire",
    "review": "Review",
    "training": "Training",
}
KIND_TITLE = {
    "law": "Laws",
    "strategy": "Strategies",
    "plan": "Plans",
    "policy": "Policies",
    "body": "Bodies",
    "questionnaire": "Questionnaires",
    "review": "Reviews",
    "training": "Training",
}
KINDS = {
    "law": "laws",
    "strategy": "strategies",
    "plan": "plans",
    "policy": "policies",
    "body": "bodies",
    "questionnaire": "questionnaires",
    "review": "reviews",
    "training": "training",
}
STANDS = {
    "in_force": "in force",
    "adopted": "adopted",
    "held": "held",
    "draft": "draft",
    "expired": "expired",
    "repealed": "repealed",
    "named": "known by name alone",
}
SEEN = {
    "in_force": "in force, seen {day}",
    "adopted": "adopted, seen {day}",
    "held": "held, seen {day}",
    "expired": "expired, seen {day}",
    "repealed": "repealed, seen {day}",
    "draft": "draft, seen {day}",
    "named": "known by name alone, seen {day}",
}
SEEN_OLD = {
    "in_force": "in force, seen {day} (old)",
    "draft": "draft, seen {day} (old)",
}
ENDED = {"expired": "expired {day}", "repealed": "repealed {day}"}
DONE_ON = (
    "adopted {day}",
    "published {day}",
    "into force {day}",
    "held {day}",
    "due {day}",
    "until {day}",
)
"""The days of a measure: made, published, in force, held, due, and the first on which it no longer stands."""
MADE_ON = "of {day}"
"""The day of a bill, and of what is known by name alone."""
SIGN = {
    ("in_force", True): "●",
    ("in_force", False): "○",
    ("adopted", True): "◆",
    ("adopted", False): "◇",
    ("not_in_force", True): "▪",
    ("not_in_force", False): "▫",
    ("not_found", False): "–",
    ("not_searched", False): "?",
}
"""The sign of a cell, and whether an official page shows it; the order is that of the legend."""
SIGN_MEANS = {
    ("in_force", True): "in force",
    ("in_force", False): "in force, no official page seen",
    ("adopted", True): "adopted",
    ("adopted", False): "adopted, no official page seen",
    ("not_in_force", True): "draft, expired or repealed",
    ("not_in_force", False): "draft, expired or repealed, no official page seen",
    ("not_found", False): "looked for, not found",
    ("not_searched", False): "nobody looked",
}
HELD_MEANS = {
    ("adopted", True): "held or given",
    ("adopted", False): "held or given, no official page seen",
}
"""What the sign of adoption means of reviews, training and questionnaires."""
SIGN_TOTAL = {
    "in_force": "In force",
    "adopted": Homonym("Adopted", "a total of measures"),
    "held": "Held or given",
    "not_in_force": "Not in force",
    "not_found": "Not found",
    "not_searched": "Nobody looked",
}
SHOWN = {
    "text": "its text was seen",
    "listing": "seen in a list",
    "mention": "seen in a mention",
}
NO_ASSESSMENT = (
    "What is on record is no assessment: it does not say how a measure is carried out, nor whether it is enough."
)
