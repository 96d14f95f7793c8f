"""The one interpreter of treaty actions at a date: pure, on one state and one instrument.

Whatever else asks for a standing, an entry into force, an exit or a next step asks here.
"""
