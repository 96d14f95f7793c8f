"""The words of the field, one per thing, and how dates and numbers are written.

English only; what a language needs is gathered here, so that another one is another catalogue.
"""
