"""What is said where two sources disagree."""

FOLLOWED = {
    "depositary": "the depositary's own record",
    "official": "an official page",
    "secondary": "a secondary source",
    "unconfirmed": "no source seen shows it",
    "text": "the text, as it was seen",
}
"""What the side that is followed rests on."""
