"""What lies ahead, as people read it."""

AHEAD = {
    "entry_into_force": "entry into force for the state",
    "exit": "ceases to be a party",
    "invitation_end": "last day of the invitation to accede",
    "meeting": "meeting",
}
