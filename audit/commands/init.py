from __future__ import annotations

import json
import os
from collections import Counter
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import click

from audit import config as settings
from audit.commands import output
from audit.model import Fault

RECIPES = {
    "github": (".github/workflows/claim-audit.yml", "github.yml"),
    "weekly": (".github/workflows/claim-audit-weekly.yml", "weekly.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}
_BARE = frozenset({"node_modules", "venv", "__pycache__", "build", "dist", "tests"})
_AROUND = frozenset({"readme", "changelog", "license", "contributing", "requirements"})


@click.command()
@click.option("--recipe", type=click.Choice(list(RECIPES)), help="Write a recipe for CI instead.")
@click.option("--print", "printed", is_flag=True, help="Print it; write nothing.")
def command(recipe: str | None, printed: bool) -> None:
    """Write a commented claim-audit.toml for the articles found here, or a recipe for CI.

    Nothing that exists is overwritten.
    """
    if recipe:
        path, name = RECIPES[recipe]
        _written(Path(path), _recipe(name), printed, f"init --recipe {recipe}")
        return
    found = _articles(Path())
    text = _recipe("config.toml").replace("{paths}", json.dumps([*found], ensure_ascii=False))
    if not printed:
        _alone()
    _written(Path(settings.FILE), text, printed, "init")
    if not printed:
        _next(found)


def _recipe(name: str) -> str:
    text = files("audit").joinpath("recipes", name).read_text("utf-8")
    return text.replace("{version}", version("claim-audit"))


def _alone() -> None:
    """A second config beside one in pyproject.toml would silently win."""
    held = settings.load()
    if held.path and held.path.resolve().parent == Path.cwd():
        raise Fault(f"{held.path.name}: has the settings already; nothing was written")


def _written(path: Path, text: str, printed: bool, again: str) -> None:
    if printed:
        output.stdout(text)
        return
    if path.exists() or path.is_symlink():
        raise Fault(f"{path}: exists; `claim-audit {again} --print` shows what would be written")
    path.parent.mkdir(parents=True, exist_ok=True)
    output.write(path, text)
    output.stdout(f"wrote {path.as_posix()}\n")


def _articles(here: Path) -> dict[str, int]:
    """Folders of this one that hold articles, and how many; lone files, if there is no folder."""
    from audit.read.formats import by_suffix

    found: Counter[str] = Counter()
    for where, folders, names in os.walk(here):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _BARE)
        for name in sorted(names):
            path = Path(where, name).relative_to(here)
            known = path.suffix.lower() in by_suffix() and path.stem.lower() not in _AROUND
            if known and not name.startswith("."):
                found[path.parts[0]] += 1
    inside = {name: found[name] for name in sorted(found) if (here / name).is_dir()}
    return inside or dict(sorted(found.items()))


def _next(found: dict[str, int]) -> None:
    counts = ", ".join(f"{name} ({number})" for name, number in found.items())
    output.stdout(
        f"the corpus, proposed from the files here: {counts or 'none found - fill in `paths`'}\n"
        "\nnext:\n"
        "  claim-audit report                  what the articles differ on\n"
        "  claim-audit check NEW.md            what one more article would bring\n"
        "  claim-audit baseline write          accept what differs today: check tells what is new\n"
        "  claim-audit init --recipe github    the same in CI (or gitlab, weekly, pre-commit)\n"
    )
