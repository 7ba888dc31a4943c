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


BASES = {"github": "BASE", "gitlab": "CI_MERGE_REQUEST_DIFF_BASE_SHA"}


def script(found: Any, name: str) -> str:
    if name == "gitlab":
        return str(found["claim-audit"]["script"][-1])
    (job,) = found["jobs"].values()
    return str(next(s["run"] for s in job["steps"] if "--output-format" in s.get("run", "")))


@pytest.mark.parametrize(("name", "base"), BASES.items())
def test_names_are_data(
    recipe: Callable, changed: Any, shell: Callable, name: str, base: str
) -> None:
    text = script(recipe(name), name)
    assert "${{" not in text
    done = shell(text, {base: changed.base})
    assert done.code == 0, done.text
    assert done.arguments[done.arguments.index("--new-since") + 1] == changed.base
    real = shell(text, {base: changed.base}, real=True)
    assert real.code == 1, real.text
    assert not changed.canary


@pytest.mark.parametrize("harm", ["$(touch canary)", "-h", "'; touch canary; '", "a b"])
@pytest.mark.parametrize(("name", "base"), BASES.items())
def test_a_base_is_data(
    recipe: Callable, repo: Any, shell: Callable, name: str, base: str, harm: str
) -> None:
    done = shell(script(recipe(name), name), {base: harm}, real=True)
    assert done.code == 2, done.text
    assert f"--new-since {harm}: no such commit" in done.text
    assert not repo.canary


@pytest.mark.parametrize(("name", "base"), BASES.items())
def test_nothing_changed(
    recipe: Callable, repo: Any, shell: Callable, name: str, base: str
) -> None:
    done = shell(script(recipe(name), name), {base: repo.base}, real=True)
    assert done.code == 0, done.text
    assert ": 0 findings introduced, 0 assertions fixed, 0 findings remaining" in done.text


def test_on_gitlab_the_default_branch_reports_everything(
    recipe: Callable, changed: Any, shell: Callable
) -> None:
    text = script(recipe("gitlab"), "gitlab")
    assert "--new-since" not in shell(text, {"FAIL_ON": "never"}).arguments
    done = shell(text, {"FAIL_ON": "never"}, real=True)
    assert done.code == 0, done.text
    assert (changed.path / "gl-code-quality-report.json").read_text().startswith("[")
    assert (changed.path / "claim-audit.xml").read_text().startswith("<?xml")


def test_on_gitlab_a_merge_request_reports_what_the_default_branch_does(
    recipe: Callable, changed: Any, shell: Callable
) -> None:
    text = script(recipe("gitlab"), "gitlab")
    head = changed.git("rev-parse", "HEAD")
    report = changed.path / "gl-code-quality-report.json"
    assert shell(text, {}, real=True).code == 1
    whole = report.read_text()
    assert shell(text, {"CI_MERGE_REQUEST_DIFF_BASE_SHA": head}, real=True).code == 0
    assert report.read_text() == whole


def test_the_weekly_one_reports(recipe: Callable, changed: Any, shell: Callable) -> None:
    (job,) = (found := recipe("weekly"))["jobs"].values()
    done = shell(script(found, "weekly"), {}, real=True)
    assert done.code == 0, done.text
    kept = next(s["with"]["path"] for s in job["steps"] if "upload-artifact" in s.get("uses", ""))
    assert kept.split() == ["claim-audit.md", "claim-audit.json", "claim-audit.sarif"]
    for name in kept.split():
        assert (changed.path / name).stat().st_size
