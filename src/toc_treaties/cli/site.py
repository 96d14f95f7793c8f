"""`toc-treaties site`."""

from pathlib import Path
from typing import Annotated

import typer

from toc_treaties.cli.options import AsOf, Data
from toc_treaties.model.vocabulary import Language


def site(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder for the site: empty, or a site.")],
    base: Annotated[
        str, typer.Option("--base-url", metavar="URL", help="The address at which the site will stand.")
    ] = "",
    as_of: AsOf = None,
    data: Data = None,
) -> None:
    """Write the whole register as a website in four languages, for readers and for programs.

    Example: toc-treaties site public --base-url https://treaties.example.org/
    """
    from toc_treaties.cli.answer import Run
    from toc_treaties.cli.output import data_used, with_data
    from toc_treaties.site.edition import Edition
    from toc_treaties.store.load import MORE
    from toc_treaties.words.language import spoken

    run = Run(as_of, data, lang=Language.ENGLISH)
    day = run.day
    register = run.register(*MORE, "measures", "sources")
    others = [language for language in Language if language != Language.ENGLISH]
    origin = run.session.origin
    edition = Edition(
        register,
        {language: run.session.texts(language) for language in others},
        {language: data_used(origin, spoken(language)) for language in Language},
        with_data({}, origin)["data"],
        day,
        base,
    )
    for language in Language:
        for name, content in edition.pages(language):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    from toc_treaties.writers.site import assets

    for name, content in assets():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
