"""What a workbook says of itself: the names of its sheets, and the heads of the columns that it adds."""

from toc_treaties.words.messages import Homonym

PAGE = Homonym("page", "the sheet with what a page says beside its tables")
DATA = Homonym("data", "the sheet with the lines of the record")
LISTS = {"actions": Homonym("actions", "the sheet with the treaty actions")}
SOURCES = Homonym("sources", "the sheet, and the column, of the sources")
SHEET = Homonym("sheet", "a sheet whose table has no name")
PART = Homonym("part", "the column that says in which part of the table a row stands")
SOURCE, ADDRESS = "source", "address"
