"""The only reader and writer of the register's files: YAML to values, with the place of everything.

It knows the form of the files, not their law: a fault of form is a Problem and its item is dropped, while
its siblings live.
"""
