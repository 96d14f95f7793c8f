"""The questions: pure functions of the register and a date, each named as what it asks.

An answer is a value. It holds no words and no columns; `reports` gives it those.
"""
