"""What `--new-since REF` adds to a run: a second, smaller one over what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.commands import run
from audit.commands.scope import Scope
from audit.config import Config
from audit.model import Result

if TYPE_CHECKING:
    from audit.report.since import Since
    from audit.revision import Revision


def revision(ref: str | None, scope: Scope, config: Config) -> Revision | None:
    """The corpus as it was at a commit, if one is named. Raises Fault."""
    from audit import revision

    if ref is None:
        return None
    return revision.of(ref, scope.corpus, config, named=scope.focus or (), held=scope.held)


def narrowed(scope: Scope, then: Revision | None) -> Scope:
    """About what has changed, where nothing is named: no other source can bring what is new."""
    if then is None or scope.focus is not None:
        return scope
    return replace(scope, focus=tuple(sorted(then.changed)), items=then.fresh)


def marked(
    result: Result, then: Revision | None, scope: Scope, config: Config
) -> tuple[Result, Since | None]:
    """The result with its findings marked as new or known, and what has come and gone."""
    from audit import focus, revision
    from audit.report import since

    if then is None:
        return result, None
    past = _past(then, scope, config)
    told = revision.marked(result, past, then.touches)
    named = focus.inside(scope.focus or ())
    old = (one for one in past.findings if any(named(*place) for place in focus.places(one)))
    return told, since.marked(then.name, old, told.findings)


def _past(then: Revision, scope: Scope, config: Config) -> Result:
    """What was told then of the sources that are not as they were. No other is compared again."""
    from audit import read

    there = tuple(read.name(one) for one, text in then.instead.items() if text is not None)
    held = {**scope.held, **then.instead}
    return run.analysed(
        scope.corpus, config, allow_empty=True, quiet=True, focus=there, items=then.gone, held=held
    )
