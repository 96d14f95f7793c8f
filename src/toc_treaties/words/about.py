"""What readers are told of the register itself."""

PREVAILS = (
    "It is no legal advice, it ranks no state, and it assesses none. Where it and a depositary differ, the "
    "depositary's record prevails."
)
CHECKED = {
    "sources": (
        "Sources",
        (
            "every act names the source in which it was seen. {mark} stands beside what no source shows, {day_mark} "
            "beside a day that none shows"
        ),
    ),
    "rules": (
        "Rules",
        (
            "each file is held to the register's rules before a change is taken in: no act later than its sources, no "
            "article that a treaty does not have"
        ),
    ),
    "changes": (
        "Changes",
        "what a change means in law is worked out and shown beside it, and a reviewer compares it with the source",
    ),
    "computed": ("Standings", "they are worked out from the acts, for the day of the page, and never typed in"),
}
"""How the data are checked."""
SHOWN_THERE = {
    "currency": "how old the evidence is, and who published it",
    "conflicts": "what sources say otherwise, and which is followed",
    "worklist": "which pages would settle most of what is open",
    "limits": "what is missing, in counts",
}
"""What the pages show that say how good the data are."""
TO_SEND = {
    "state": ("State", "whose act it is"),
    "instrument": ("Instrument", "the treaty, or the topic of the law"),
    "act": ("Act", "what was done; where it is here already, the line of the page, with its sign"),
    "day": ("Day", "as the source prints it; where it shows only the month or the year, that alone"),
    "source": (
        "Source",
        (
            "who published it, its title and address, the date printed on it or that there is none, and the day on "
            "which you consulted it"
        ),
    ),
}
"""What is asked of whoever reports a mistake."""
