"""Paths to documents: what is walked, what is skipped, what is refused."""

from datetime import date
from pathlib import Path

import pytest

from audit import read
from audit.config import Config, Known
from audit.model import Document, Fault, Unread

pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "news/b.txt": "Exports rose by 5 %.",
        "news/a.md": "# Trade\n\nImports fell by 3 %.",
        "news/.draft.txt": "Hidden.",
        "news/.git/c.txt": "Hidden.",
        "news/photo.jpg": "not read",
        "news/deep/d.TXT": "Rates rose.",
        "more.jsonl": '{"text": "One.", "source": "Gazette", "date": "2025-01-02"}\n\n{"text": "Two."}\n',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def sources(*paths: str, config: Config | None = None) -> list[str]:
    return [found.source for found in read.documents(paths, config or Config())]


def test_folders_are_walked_sorted_and_hidden_ones_skipped() -> None:
    assert sources("news") == ["news/a.md", "news/b.txt", "news/deep/d.TXT"]


@pytest.mark.parametrize(
    "paths",
    [("news", "news/b.txt"), ("news/b.txt", "news"), ("./news/", "news/deep")],
)
def test_each_file_once_in_any_order(paths: tuple[str, ...]) -> None:
    assert sources(*paths) == ["news/a.md", "news/b.txt", "news/deep/d.TXT"]


def test_excluded_sources_are_left_out_of_folders() -> None:
    config = Config(exclude=("news/deep/*",))
    assert sources("news", config=config) == ["news/a.md", "news/b.txt"]


def test_json_lines_are_a_document_each() -> None:
    first, second = read.documents(["more.jsonl"], Config())
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.item, first.outlet, first.published) == (1, "Gazette", date(2025, 1, 2))
    assert (second.item, second.published, second.text) == (3, None, "Two.")


def test_config_dates_an_undated_source() -> None:
    known = Known(date=date(2024, 5, 6), outlet="Gazette")
    config = Config(sources=(("news/b.*", known),))
    found = {d.source: d for d in read.documents(["news"], config) if isinstance(d, Document)}
    assert (found["news/b.txt"].published, found["news/b.txt"].outlet) == (known.date, "Gazette")
    assert found["news/b.txt"].published_how == "config"
    assert found["news/a.md"].published is None


def test_markdown_heading_is_the_title() -> None:
    (found,) = read.documents(["news/a.md"], Config())
    assert isinstance(found, Document)
    assert found.title == "Trade"
    assert [found.quote(s.start, s.end) for s in found.sentences] == [
        "Trade",
        "Imports fell by 3 %.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.txt", b"\0\1", "binary"),
        ("x.txt", b"", "empty"),
        ("x.md", b"---\ntitle: a\nb: [\n---\nBody.", "front matter, line "),
        ("x.md", b"+++\ntitle =\n+++\nBody.", "front matter is not valid TOML"),
        ("x.jsonl", b'{"text": "a"}\n{"text": 5}\n', "line 2"),
    ],
)
def test_unreadable_alone_is_a_fault_and_among_others_an_unread(
    name: str, data: bytes, reason: str
) -> None:
    Path(name).write_bytes(data)
    with pytest.raises(Fault, match=reason):
        list(read.documents([name], Config()))
    found = list(read.documents([name, "news"], Config()))
    unread = [one for one in found if isinstance(one, Unread)]
    assert [one.source for one in unread] == [name]
    assert reason in unread[0].reason


def test_a_missing_path_is_a_fault() -> None:
    with pytest.raises(Fault, match=r"^gone.txt: no such file or folder$"):
        list(read.documents(["news", "gone.txt"], Config()))


def test_bad_yaml_names_its_line() -> None:
    Path("x.md").write_text("---\ntitle: a\nsource: 'open\n---\nBody.", encoding="utf-8")
    with pytest.raises(Fault, match=r"x\.md: front matter, line [34]: not valid YAML"):
        list(read.documents(["x.md"], Config()))


@pytest.mark.parametrize(
    ("path", "paths", "found"),
    [
        ("news/x.txt", ["news"], "news/x.txt"),
        ("news/deep/x.md", ["news", "./news/deep"], "news/deep/x.md"),
        ("news/x.jpg", ["news"], None),
        ("news/.x.txt", ["news"], None),
        ("news/.git/x.txt", ["news"], None),
        ("newsy/x.txt", ["news"], None),
        ("news/x.txt", ["news/*.txt"], "news/x.txt"),
        ("news/deep/x.txt", ["news/*.txt"], None),
        ("news/deep/x.txt", ["news/**/*.txt"], "news/deep/x.txt"),
        ("news/x.txt", ["news/**/*.txt"], "news/x.txt"),
        ("news/.x.txt", ["news/*.txt"], None),
        ("news/x.txt", ["news/x.txt"], None),
    ],
)
def test_what_a_file_would_be_if_it_lay_there(
    path: str, paths: list[str], found: str | None
) -> None:
    assert read.place(Path(path).resolve(), paths, Config()) == found
    if not Path(path).exists():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Exports rose by 5 %.")
        if found and "*" not in paths[0]:
            assert found in sources(*paths)
