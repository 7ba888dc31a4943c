"""The recipes that `init` writes: valid for the service they are for, and safe with any name."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

FILES = {
    "github": ".github/workflows/claim-audit.yml",
    "weekly": ".github/workflows/claim-audit-weekly.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}
SCHEMAS = {
    "github": "json.schemastore.org/github-workflow",
    "weekly": "json.schemastore.org/github-workflow",
    "gitlab": "app/assets/javascripts/editor/schema/ci",
    "pre-commit": "json.schemastore.org/pre-commit-config",
}


class _Yaml12(yaml.SafeLoader):
    """`on` is a word, as GitHub reads it."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name and shape
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:bool"]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.fixture
def recipe(run: Callable, tmp_path: Path) -> Callable[[str], Any]:
    def written(name: str) -> Any:
        done = run("init", "--recipe", name)
        assert (done.returncode, done.stdout) == (0, f"wrote {FILES[name]}\n"), done.stderr
        return yaml.load((tmp_path / FILES[name]).read_text("utf-8"), Loader=_Yaml12)  # noqa: S506

    return written


@pytest.mark.parametrize("name", FILES)
def test_valid_for_its_service(recipe: Callable, published: Callable, name: str) -> None:
    found = recipe(name)
    assert "{" + "version}" not in str(found)
    assert f"claim-audit=={version('claim-audit')}" in str(found)
    jsonschema.validate(found, published(SCHEMAS[name]))


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten(run: Callable, write: Callable, tmp_path: Path, name: str) -> None:
    write(FILES[name], "mine")
    done = run("init", "--recipe", name)
    assert done.returncode == 2
    assert f"{FILES[name]}: exists; `claim-audit init --recipe {name} --print` shows" in done.stderr
    assert (tmp_path / FILES[name]).read_text() == "mine"
    shown = run("init", "--recipe", name, "--print")
    assert shown.returncode == 0
    assert "claim-audit" in shown.stdout


def script(found: Any, name: str) -> str:
    if name == "gitlab":
        return str(found["claim-audit"]["script"][-1])
    (job,) = found["jobs"].values()
    return str(next(s["run"] for s in job["steps"] if "claim-audit check" in s.get("run", "")))


@pytest.mark.parametrize(
    ("name", "base"), [("github", "BASE"), ("gitlab", "CI_MERGE_REQUEST_DIFF_BASE_SHA")]
)
def test_names_are_data(
    recipe: Callable, changed: Any, shell: Callable, name: str, base: str
) -> None:
    text = script(recipe(name), name)
    assert "${{" not in text
    done = shell(text, {base: changed.base})
    assert done.code == 0, done.text
    named = done.arguments[done.arguments.index("--") + 1 :]
    assert len(named) == 12
    assert {"-rf.txt", "new\nline.txt", "$(touch canary).txt"} <= set(named)
    assert not changed.canary
    real = shell(text, {base: changed.base}, real=True)
    assert real.code == 1, real.text
    assert not changed.canary


@pytest.mark.parametrize(
    ("name", "base"), [("github", "BASE"), ("gitlab", "CI_MERGE_REQUEST_DIFF_BASE_SHA")]
)
def test_nothing_changed(
    recipe: Callable, repo: Any, shell: Callable, name: str, base: str
) -> None:
    done = shell(script(recipe(name), name), {base: repo.base})
    assert (done.code, done.text, done.arguments) == (0, "no article changed\n", [])


def test_on_gitlab_the_default_branch_reports_everything(
    recipe: Callable, changed: Any, shell: Callable
) -> None:
    text = script(recipe("gitlab"), "gitlab")
    done = shell(text, {"FAIL_ON": "never"}, real=True)
    assert done.code == 0, done.text
    assert (changed.path / "gl-code-quality-report.json").read_text().startswith("[")
    assert (changed.path / "claim-audit.xml").read_text().startswith("<?xml")


def test_the_weekly_one_reports(recipe: Callable, changed: Any, shell: Callable) -> None:
    (job,) = recipe("weekly")["jobs"].values()
    text = next(s["run"] for s in job["steps"] if "claim-audit report" in s.get("run", ""))
    done = shell(text, {}, real=True)
    assert done.code == 0, done.text
    for name in ("claim-audit.md", "claim-audit.json", "claim-audit.sarif"):
        assert (changed.path / name).stat().st_size
