"""One question to git, and its answer."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from msgspec import Struct

from audit.model import Fault

# git refreshes the index and fetches what a partial clone lacks without being asked to.
_CALM = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",  # the same for versions before 2.44: no transport is allowed
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "0",
    "LC_ALL": "C",
}
# Inside a hook these name the repository around: a submodule must not see them.
_LOCAL = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
)  # fmt: skip


class Answer(Struct, frozen=True):
    code: int
    out: bytes
    said: str  # on stderr


def ask(*arguments: str, folder: Path | None = None, stdin: bytes = b"") -> Answer:
    """What git answers in the current folder, or in the work tree of another repository. Raises Fault."""
    program = shutil.which("git")
    if program is None:
        raise Fault("git is not installed, or not on the PATH")
    kept = {name: value for name, value in os.environ.items() if not (folder and name in _LOCAL)}
    done = subprocess.run(  # noqa: S603 - a list, and no shell
        [program, "-c", "core.fsmonitor=false", *arguments],
        cwd=folder,
        env=kept | _CALM,
        input=stdin,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


def told(*arguments: str, folder: Path | None = None, stdin: bytes = b"") -> bytes:
    """The same, where git must know. Raises Fault in git's own words."""
    answer = ask(*arguments, folder=folder, stdin=stdin)
    if answer.code:
        raise Fault(f"git {arguments[0]}: {reason(answer)}")
    return answer.out


def reason(answer: Answer) -> str:
    """What git died of, without what it went on to say."""
    lines = answer.said.strip().splitlines()
    died = [number for number, line in enumerate(lines) if line.startswith(("fatal:", "error:"))]
    said = " ".join(lines[died[0] :] if died else lines)
    return said.removeprefix("fatal: ").removeprefix("error: ") or f"exit code {answer.code}"
