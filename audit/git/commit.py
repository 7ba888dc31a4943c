"""A name for a commit -> the commit that changes are counted from."""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import Struct

from audit.git.command import Answer, ask, reason, told
from audit.model import Fault

_OID = re.compile(rb"[0-9a-f]{40,64}\n")
_DEEPER = (
    "this clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0` "
    '(GitHub) or `GIT_DEPTH: "0"` (GitLab)'
)


class Commit(Struct, frozen=True):
    top: Path  # the folder of the work tree
    oid: str
    inner: bool = False  # of a submodule of the current folder's repository

    @property
    def folder(self) -> Path | None:
        """Where to ask git. In the current folder the environment of a hook holds, too."""
        return self.top if self.inner else None

    def path(self, name: bytes) -> Path:
        """A file by its name in the repository."""
        return self.top / os.fsdecode(name)


def fork(ref: str) -> Commit:
    """The last commit that `ref` and HEAD have in common, in the repository of the current folder.

    Raises Fault with the way out: no repository, no such commit, a clone that is too shallow.
    """
    found = ask("rev-parse", "--show-toplevel", "--is-shallow-repository")
    if found.code:
        raise Fault(f"{reason(found)}; expected the work tree that holds the articles")
    folder, _, shallow = found.out.removesuffix(b"\n").rpartition(b"\n")
    named = _resolved(ref)
    if named is None:
        missing = "no such commit here"
        raise Fault(_deeper(missing, shallow) or f"{missing}; {_instead(ref)}")
    common = ask("merge-base", named, "HEAD")
    if common.code:
        raise Fault(_deeper("where HEAD left it is not here", shallow) or _apart(common))
    return Commit(Path(os.fsdecode(folder)), common.out.decode().strip())


def _resolved(ref: str, folder: Path | None = None) -> str | None:
    """The commit of that name. Whatever `ref` is, to git it is a name and never an option."""
    question = ("rev-parse", "--quiet", "--verify", "--end-of-options")
    answer = ask(*question, f"{ref}^{{commit}}", folder=folder)
    known = answer.code == 0 and _OID.fullmatch(answer.out)  # "^main" is known, and no commit
    return answer.out.decode().strip() if known else None


def _deeper(what: str, shallow: bytes) -> str | None:
    return f"{what}, and {_DEEPER}" if shallow == b"true" else None


def _instead(ref: str) -> str:
    remote = f"origin/{ref}"
    if _resolved(remote):
        return f"did you mean {remote}?"
    return "expected a branch, tag or commit of this clone (git fetch brings those of others)"


def _apart(answer: Answer) -> str:
    if answer.code == 1:
        return "it has no commit in common with HEAD"
    return reason(answer)


def within(folder: Path, oid: str) -> Commit:
    """A commit that the repository around names, in the submodule in `folder`. Raises Fault."""
    if _resolved(oid, folder) is None:
        raise Fault(
            f"the submodule {folder.name} has not its commit {oid[:12]}: "
            f"run `git submodule update --init`, or `git fetch --unshallow` inside it"
        )
    return Commit(folder, oid, inner=True)


def nothing(folder: Path) -> Commit:
    """Stands for a time at which the submodule in `folder` was not there: its tree is empty."""
    empty = told("hash-object", "-t", "tree", "--stdin", folder=folder)
    return Commit(folder, empty.decode().strip(), inner=True)
