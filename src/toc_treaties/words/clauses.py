"""The words of an instrument's clauses, and of the columns of its ratification table."""

WHO = {
    "all": "all states",
    "oas-members": "OAS member states",
    "american": "any American state",
    "invited": "states invited to accede",
    "parties-to-parent": "states that are party to the parent instrument",
    "acceded-to-parent": "states that accede or have acceded to the parent instrument",
}
STATEMENT_LETTER = {"reservation": "R", "declaration": "D", "objection": "O", "notification": "N", "statement": "S"}
"""The letter of each kind of statement, behind their number."""
EXIT_WORD = {"denunciation": "denunciation", "withdrawal": "withdrawal"}
"""The treaty's own word for leaving it."""
SEEN = "Where a state has not consented, the day is that of the newest source: by which there was nothing, or no more."
