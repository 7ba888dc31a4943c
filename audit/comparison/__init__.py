"""Two texts against each other: which numbers speak of one thing, and how they stand.

Without metrics or a corpus, two figures are of one thing when their units are of one dimension,
the words around them are the same (less weight the further they stand), and no axis (event,
territory, outcome, day) tells them apart. The best-aligned pairs are taken, each figure once; a
disjoint pair among well-aligned ones decides, since one contradiction makes the texts contradict.
Where the texts differ in one number alone, that number decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.comparison import figures, pairing, parallel, stand, told
from audit.comparison.pairing import Pair
from audit.comparison.told import Comparison
from audit.comparison.vocabulary import Terms
from audit.rulebook import Rulebook

__all__ = ["Comparison", "sentences"]

_ORDER = ("disjoint", "overlaps", "b_within_a", "a_within_b", "equal", "none")


def sentences(a: str, b: str, rulebook: Rulebook) -> Comparison:
    """How b's values stand to a's once aligned; relation "none" without a comparable pair."""
    changed = parallel.change(a, b, rulebook.lexicon)
    if changed:
        standing = stand.of_relation(changed.relation)
        quotes = (f"“{changed.a.text}”", f"“{changed.b.text}”")
        why = f"{quotes[0]} / {quotes[1]}, all other words the same"
        return told.of_numbers(changed.a, changed.b, quotes, standing, why, rulebook)
    terms = _terms(rulebook)
    left, right = (figures.of_text(text, rulebook, terms) for text in (a, b))
    found = pairing.pairs(left, right, rulebook.checks.sets, terms)
    if not found:
        return Comparison("none", "not comparable", "no two numbers of one unit in like words")
    return told.of_pair(_deciding(found), a, b, rulebook)


def _deciding(found: Sequence[Pair]) -> Pair:
    """A disjoint pair first, then one that leaves something open, then one that only agrees."""
    return min(found, key=lambda one: (_ORDER.index(one.standing.relation), -one.score))


_known: dict[int, Terms] = {}


def _terms(rulebook: Rulebook) -> Terms:
    """Tables are built once a rulebook."""
    found = _known.get(id(rulebook))
    if found is None or found.rules is not rulebook:
        _known.clear()
        found = _known[id(rulebook)] = Terms(rulebook)
    return found
