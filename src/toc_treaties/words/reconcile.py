"""What a saved page and the register say of one another."""

AT_HOME = {"signature": "", "consent": "", "none": "", "ratified_at_home": "national ratification"}
"""What is compared, where the acts beside it do not say it."""
FOUND = {
    "page_alone": "on the page alone",
    "register_alone": "in the register alone",
    "day": "the days differ",
    "act": "the acts differ",
    "withdrawal": "withdrawn in one of the two alone",
    "more_precise": "the page gives the day",
    "conflict_recorded": "they differ, as the register notes",
    "mark": "the page shows what is marked †",
    "absence_confirmed": "no action, as recorded",
    "absence_shown": "no action; the register has no information",
}
READER = {
    "untc": "a status page of the UN Treaty Collection",
    "oas-columns": "a table of the OAS in fixed columns",
    "oas-table": "a table of the OAS with every state",
    "coe-chart": "a chart of the Council of Europe",
    "coe-rows": "rows of the Council of Europe's service",
    "csv": "a plain table",
}
COUNTED = {
    "signatories": "signatories {n}",
    "parties": "parties {n}",
    "signed_only": "signatures not followed by ratification {n}",
}
