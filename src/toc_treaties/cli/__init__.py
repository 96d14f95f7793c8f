"""The command line: the only room with a clock, a terminal and arguments.

A command opens the register, asks one question, and hands the answer to a report and a writer.
"""
