"""What is kept between runs: found again only for equal text under equal rules, never in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from audit import pipeline, read, store
from audit.config import Config, Known
from audit.model import Fault, Piece, Result
from audit.store import Shelf, file, place

PIECE = Piece("a.md", 0, "Ghana has 31 million people.", "utf-8")
TEXTS = {
    "a.md": "---\ndate: 2024-03-01\n---\nGhana has a population of 31 million people.\n",
    "b.md": "---\ndate: 2024-03-02\n---\nGhana has a population of 52 million people.\n",
    "c.md": "Figures are not given here.\n",
    "broken.md": "---\ntitle: [\n---\nText.\n",
    "d.jsonl": '{"text": "Peru has 4 ports."}\n{"text": "Peru has 9 ports.", "date": "2024-01-02"}\n',
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "news"


def shelf(folder: str = "kept", edition: str = "e") -> Shelf:
    return Shelf(Path(folder), edition)


def run(kept: Shelf | None, config: Config | None = None) -> Result:
    return pipeline.run(["news"], config or Config(), shelf=kept)


@pytest.mark.usefixtures("corpus")
def test_cold_warm_and_without_are_the_same() -> None:
    cold, warm = shelf(), shelf()
    assert run(cold) == run(warm) == run(None)
    assert (cold.made, cold.found) == (6, 0)
    assert (warm.made, warm.found) == (0, 6)


@pytest.mark.usefixtures("corpus")
def test_a_warm_run_reads_no_document(monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(shelf())

    def forbidden(piece: Piece) -> None:
        raise AssertionError(piece.source)

    monkeypatch.setattr(read, "articles", forbidden)
    assert run(shelf()) == first


def test_only_what_changed_is_read_again(corpus: Path) -> None:
    run(shelf())
    (corpus / "a.md").write_text(TEXTS["a.md"].replace("31", "33"), encoding="utf-8")
    with (corpus / "d.jsonl").open("a", encoding="utf-8") as out:
        out.write('{"text": "Peru has 7 ports."}\n')
    again = shelf()
    assert run(again) == run(None)
    assert (again.made, again.found) == (2, 5)


@pytest.mark.parametrize(
    "change",
    [
        {"source": "b.md"},
        {"item": 1},
        {"text": "Ghana has 32 million people."},
        {"encoding": "cp1252"},
        {"date": date(2024, 1, 1)},
        {"outlet": "The Paper"},
        {"language": "fr"},
    ],
)
def test_all_that_decides_an_extraction_is_part_of_the_key(
    tmp_path: Path, change: dict[str, object]
) -> None:
    one = shelf(str(tmp_path))
    one.put(PIECE, b"kept")
    one.save()
    other = shelf(str(tmp_path))
    assert other.get(PIECE) == b"kept"
    assert other.get(replace(PIECE, **change)) is None


@pytest.mark.usefixtures("corpus")
def test_what_the_config_knows_of_a_source_counts() -> None:
    run(shelf())
    known = Config(sources=(("c.md", Known(outlet="The Paper")),))
    again = shelf()
    assert run(again, known) == run(None, known)
    assert again.made == 1


@pytest.mark.usefixtures("corpus")
def test_another_edition_finds_nothing() -> None:
    run(shelf(edition="one"))
    again = shelf(edition="two")
    run(again)
    assert again.found == 0


def test_rules_are_part_of_the_edition(tmp_path: Path) -> None:
    (tmp_path / "checks.yaml").write_text("a: 1\n", encoding="utf-8")
    one = store.edition([tmp_path])
    (tmp_path / "checks.yaml").write_text("a: 2\n", encoding="utf-8")
    assert len({one, store.edition([tmp_path]), store.edition()}) == 3
    assert store.edition() == store.edition()


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _turned(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 255]) + data[-8:]


DAMAGES = [_cut, _turned, lambda _: b"", lambda _: b"of another program", lambda d: b"\0" * len(d)]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.usefixtures("corpus")
def test_a_damaged_file_is_made_anew(damage: object) -> None:
    first = run(shelf())
    for path in shelf().home.glob("[0-9]*"):
        path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    mended = shelf()
    assert run(mended) == first
    assert mended.made > 0
    whole = shelf()
    assert run(whole) == first
    assert (whole.made, whole.notes) == (0, [])


@pytest.mark.usefixtures("corpus")
def test_a_value_of_another_shape_is_made_anew() -> None:
    odd = shelf()
    for piece in read.pieces(["news"], Config()):
        assert isinstance(piece, Piece)
        odd.put(piece, b"\x93\x01\x02\x03")
    odd.save()
    assert run(shelf()) == run(None)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(st.binary(min_size=16, max_size=16), st.binary(max_size=40), max_size=9))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, values: dict) -> None:
    path = tmp_path_factory.mktemp("file") / "0"
    file.write(path, values)
    found = file.read(path)
    assert {key: bytes(found.get(key) or b"") for key in found.index} == values


@pytest.mark.usefixtures("corpus")
def test_two_runs_at_once_leave_a_whole_cache(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "audit",
        "report",
        "news",
        "--quiet",
        "--output-format",
        "json",
    ]
    environment = os.environ | {"CLAIM_AUDIT_CACHE": str(tmp_path / "shared")}
    both = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    one, two = (process.communicate()[0] for process in both)
    assert one == two
    assert b'"findings"' in one
    (home,) = place.editions(tmp_path / "shared")
    numbers = [path for path in home.iterdir() if path.name.isdigit()]
    assert sum(len(file.read(path).index) for path in numbers) >= 6
    assert not list(home.glob(".new-*"))


@pytest.mark.usefixtures("corpus")
def test_a_folder_that_cannot_be_written_stops_nothing() -> None:
    Path("kept").write_text("a file, where a folder should be", encoding="utf-8")
    kept = shelf()
    assert run(kept) == run(None)
    assert len(kept.warnings) == 1
    assert Path("kept").read_text(encoding="utf-8").startswith("a file")


def test_the_rest_of_a_file_is_kept_as_far_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "FILES", 1)
    monkeypatch.setattr(store, "SPARE", 50)
    pieces = [replace(PIECE, item=number) for number in range(5)]
    for piece in pieces:
        one = shelf(str(tmp_path))
        one.put(piece, b"x" * 20)
        one.save()
    last = shelf(str(tmp_path))
    assert [last.get(piece) is not None for piece in pieces] == [False, False, True, True, True]


def test_old_editions_make_room_and_nothing_else_does(tmp_path: Path) -> None:
    (tmp_path / "my notes").mkdir()
    for number in range(place.EDITIONS + 2):
        one = shelf(str(tmp_path), str(number))
        one.put(PIECE, b"kept")
        one.save()
        os.utime(one.home, (number, number))
    assert len(place.editions(tmp_path)) <= place.EDITIONS
    assert place.clean(tmp_path) > 0
    assert os.listdir(tmp_path) == ["my notes"]


def test_the_place_is_named_by_the_caller_or_lies_with_the_users_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.of("mine") == Path(os.environ["CLAIM_AUDIT_CACHE"])
    monkeypatch.delenv("CLAIM_AUDIT_CACHE")
    assert place.of("mine") == Path("mine")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert place.of(None) == tmp_path / "claim-audit"


def test_no_home_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CLAIM_AUDIT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(Fault, match="CLAIM_AUDIT_CACHE"):
        place.of(None)


def test_clean_of_nothing_is_nothing(tmp_path: Path) -> None:
    assert place.clean(tmp_path / "gone") == 0
    shutil.rmtree(tmp_path)
    assert place.clean(tmp_path) == 0
