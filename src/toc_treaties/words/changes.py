"""What happened in a span of time, as people read it: memberships and statements."""

MEMBERSHIP = {
    "joined": "joined",
    "joined_as_associate": "joined as an associate",
    "became_member": "became a full member",
    "became_associate": "became an associate",
    "suspended": "was suspended",
    "suspension_ended": "was no longer suspended",
    "left": "ceased to be a member",
    "left_as_associate": "ceased to be an associate",
}
MEMBERSHIP_TO_COME = {
    "left": "will cease to be a member",
    "left_as_associate": "will cease to be an associate",
}
STATEMENT_ACT = {
    "statement": {
        "reservation": "made a reservation",
        "declaration": "made a declaration",
        "objection": "objected to a reservation",
        "notification": "made a notification",
        "statement": "made a statement, its kind not seen",
    },
    "statement_withdrawal": {
        "reservation": "withdrew its reservation",
        "declaration": "withdrew its declaration",
        "objection": "withdrew its objection",
        "notification": "withdrew its notification",
        "statement": "withdrew its statement",
    },
}
