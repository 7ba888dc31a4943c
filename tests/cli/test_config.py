"""Where settings are found, and what they change."""

from datetime import date
from pathlib import Path

import pytest

from audit import config
from audit.model import Fault


def test_nearest_file_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "claim-audit.toml").write_text('fail-on = "warning"\n')
    assert config.load(start=inner).fail_on == "warning"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    assert config.load(start=inner).fail_on == "warning"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.claim-audit]\nfail-on = "never"\n')
    assert config.load(start=inner).fail_on == "never"


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claim-audit.toml"
    path.write_text('paths = ["news"]\nrules = ["./mine"]\n')
    monkeypatch.chdir(tmp_path)
    assert config.load().paths == ("news",)
    assert config.load().rules == (Path("mine"),)
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    (found,) = config.load().paths
    assert Path(found).resolve() == tmp_path / "news"


def test_sources_give_date_and_outlet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claim-audit.toml").write_text(
        '[sources."news/*.txt"]\ndate = 2024-05-06\noutlet = "Gazette"\n'
        '[sources."*"]\noutlet = "Any"\n'
    )
    found = config.load()
    assert found.known("news/a.txt") == config.Known(date(2024, 5, 6), "Gazette")
    assert found.known("b.txt") == config.Known(None, "Any")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1", "unknown field `colour`; expected keys: paths, rules, exclude, fail-on"),
        ("paths = 'news'", "Expected `array`"),
        ("[sources.'*']\nday = 2024-01-01", "unknown field `day`"),
        ("min-severity = 'loud'", "Invalid enum value 'loud'"),
        ("= 5", "not valid TOML"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "claim-audit.toml"
    path.write_text(text + "\n")
    with pytest.raises(Fault, match=message):
        config.load(str(path))


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert config.load(start=tmp_path) == config.Config()
