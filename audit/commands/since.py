"""What `--new-since REF` adds to a run: a second, smaller one over what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.commands import run
from audit.commands.scope import Scope
from audit.config import Config
from audit.model import Result

if TYPE_CHECKING:
    from audit.gate import Accepted, Known
    from audit.revision import Revision


def revision(ref: str | None, scope: Scope, config: Config) -> Revision | None:
    """The corpus as it was at a commit, if one is named. Raises Fault."""
    from audit import revision

    if ref is None:
        return None
    return revision.of(ref, scope.corpus, config, named=scope.named, held=scope.held)


def narrowed(scope: Scope, then: Revision | None) -> Scope:
    """About what has changed, where nothing is named: no other source can bring what is new."""
    from audit import read

    if then is None or scope.focus is not None:
        return scope
    focus = tuple(sorted(map(read.name, then.instead)))
    return replace(scope, focus=focus, items=then.fresh)


def accepted(terms: Accepted, then: Revision | None, scope: Scope, config: Config) -> Accepted:
    """With all that was asserted at the revision of what is asked about now."""
    if then is None:
        return terms
    return replace(terms, known=(*terms.known, _known(then, scope, config)))


def facing(result: Result, then: Revision | None, scope: Scope) -> Result:
    """Findings shown where something has changed, unless other sources are asked about by name."""
    from audit import focus, gate

    if then is None or not then.instead or scope.named:
        return result
    named = focus.inside(tuple(then.instead), then.fresh)
    told = (gate.facing(one, lambda c: named(c.source, c.item)) for one in result.findings)
    return replace(result, findings=tuple(told))


def _known(then: Revision, scope: Scope, config: Config) -> Known:
    from audit import gate
    from audit.commands import accepted

    terms = accepted.waived(config)
    past = run.asked(_before(then, scope), config, terms, allow_empty=True, quiet=True)
    return gate.state(then.name, past.findings, terms.folder)


def _before(then: Revision, scope: Scope) -> Scope:
    """The same question, about the corpus as it was."""
    before = replace(scope, held={**scope.held, **then.instead})
    if scope.focus is None:
        return before
    there = tuple(one for one in scope.focus if then.instead.get(one, b"") is not None)
    return replace(before, focus=there, named=(), items={} if scope.named else then.gone)
