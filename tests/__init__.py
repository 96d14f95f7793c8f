"""The tests: each says in one sentence what a user may rely on."""
