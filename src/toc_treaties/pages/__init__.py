"""Answers to pages and to plain data: one module per question, with the question's name.

`document(answer)` is for people, `as_data(answer)` for programs (ids, ISO dates, a format version) and
`as_rows(answer)` for spreadsheets.
"""

FORMAT_VERSION = 1
