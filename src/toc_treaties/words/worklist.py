"""What is said of pages to fetch: what each would do, and why."""

USE_HEAD = {"settle": "Settles", "confirm": "Confirms", "refresh": "Refreshes"}
USES = {
    "settle": "to verify: {reasons}",
    "confirm": "to confirm: {reasons}",
    "refresh": "to refresh: {reasons}",
}
CONFIRMED = {"secondary": "a secondary source alone", "day_unconfirmed": "day not shown"}
WAIT = {
    "adopted": "adopted, force not shown: {n}",
    "named": "known by name alone: {n}",
    "unconfirmed": "unconfirmed: {n}",
}
