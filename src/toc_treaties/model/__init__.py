"""The values every other room speaks in: what the files of the register hold, and nothing derived from it.

One module per data file. Records are named tuples: immutable, and a quarter of a frozen dataclass's cost
both to define and to make, which a command that reads forty files notices.
"""
