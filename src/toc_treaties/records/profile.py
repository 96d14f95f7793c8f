"""What `state` answers, as plain data: that of its checklist, without commitments."""

from toc_treaties.records.checklist import FIELDS, record, rows

__all__ = ["FIELDS", "record", "rows"]
