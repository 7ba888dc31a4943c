"""What a commit holds in place of the files on disk. git is only asked: nothing here is written or fetched.

A file is told of by its absolute path. What lies in a submodule is counted from the commit that the
repository around it names.
"""

from __future__ import annotations

from audit.git.blobs import contents
from audit.git.commit import Commit, fork
from audit.git.difference import Change, Difference, difference

__all__ = ["Change", "Commit", "Difference", "contents", "difference", "fork"]
