"""What a change of the register means for a gap."""

CLOSES = {"urged": "closes an urged gap", "complementary": "closes a complementary gap"}
OPENS = {"urged": "opens an urged gap", "complementary": "opens a complementary gap"}
