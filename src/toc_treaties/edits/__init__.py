"""Changes to the register's files: planned as text, read back, checked, and only then written as a whole.

An edit inserts or replaces whole lines, so that comments and the author's style stay as they are.
"""
