"""What a change of the register means for a gap, and for a membership."""

CLOSES = {"urged": "closes an urged gap", "complementary": "closes a complementary gap"}
OPENS = {"urged": "opens an urged gap", "complementary": "opens a complementary gap"}
MEMBERSHIP = {"member": "member", "suspended": "member, suspended", "no_member": "not a member"}
