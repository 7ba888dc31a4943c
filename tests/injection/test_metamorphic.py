"""What may not change a verdict does not, and what must change it does so at the end of an interval.

On real articles: each is printed a second time, with one rewrite or with one figure moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import inf

import inject
import pytest
from injection import figures, kinds
from injection.edits import Change, Edit, drawn
from injection.papers import COPY, SAME, Papers, verdicts

from audit.check.judge import pair
from audit.model import Claim, Result
from audit.values import reading

pytestmark = pytest.mark.skipif(not inject.ARTICLES.exists(), reason="no labelled articles here")
UNITS_FORMATS_HEDGES = ("money", "percent sign", "tons", "date format", "about", "more than")
QUOTED = "D306"  # a quotation that was rewritten is a quotation put differently
UNCHANGED = 98.0  # percent of rewrites that leave every finding as it was, of any severity
TOGETHER = ("agrees", "refines", "tight", "tension")  # both can be true, by some reading
MOVED = 8  # figures of different articles
FINE = 10_000  # parts of a figure's last place: just inside, just outside


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers.read(inject.ARTICLES)


def test_units_formats_and_hedge_words_change_no_verdict(papers: Papers) -> None:
    editors = {kind: kinds.REWRITES[kind] for kind in UNITS_FORMATS_HEDGES}
    changes = drawn(kinds.changes(papers.texts, editors), 60, seed=1)
    assert len({change.kind for change in changes}) == len(UNITS_FORMATS_HEDGES)
    changed = [change for change in changes if _changed(papers, change)]
    told = "\n".join(inject.words(papers, change) for change in changed)
    assert 100 * (1 - len(changed) / len(changes)) >= UNCHANGED, told


def _changed(papers: Papers, change: Change) -> bool:
    item = papers.originals[change.article].item
    before = verdicts(papers.with_copy(change.article, SAME), SAME, item)
    after = verdicts(papers.with_copy(change.article, change.edit), change.edit, item)
    return {one for one in before ^ after if one[0] != QUOTED} != set()


def test_a_figure_flips_the_verdict_at_the_end_of_its_interval(papers: Papers) -> None:
    """Neither rounding nor cutting off makes the one the other: 1.18 is [1.175, 1.19)."""
    wrong, moved = [], 0
    for article, start, number in islice(_figures(papers), MOVED):
        step = 10.0 ** -len(number.partition(".")[2])
        low, high = figures.value(number) - step / 2, figures.value(number) + step
        for end, inside in ((low, 1), (high, -1)):
            for way in (inside, -inside):
                new = f"{end + way * step / FINE:.{len(number.partition('.')[2]) + 4}f}"
                found = _verdict(papers, article, Edit(start, start + len(number), new))
                moved += 1
                if (found in TOGETHER) != (way == inside):
                    wrong.append((papers.articles[article]["id"], number, new, found))
    assert moved == 4 * MOVED
    assert wrong == []


def _figures(papers: Papers) -> Iterator[tuple[int, int, str]]:
    """Article, place and digits of figures that are compared with their copy; one an article."""
    for article in range(len(papers.texts)):
        result = papers.with_copy(article, SAME)
        for claim in _claims(result, papers, article):
            text = claim.mention.text.lstrip("US$£€D ")
            digits = figures.DIGITS.match(text)
            if digits and _sure(claim, result, papers):
                place = claim.start + len(claim.mention.text) - len(text)
                yield article, place, digits[0]
                break


def _claims(result: Result, papers: Papers, article: int) -> list[Claim]:
    item = papers.originals[article].item
    return [c for c in result.claims if c.source != COPY and c.item == item]


def _sure(claim: Claim, result: Result, papers: Papers) -> bool:
    """A figure whose twin in the copy agrees with it, and has an interval of its own."""
    held = reading(claim.mention, papers.rules.checks.sets).literal
    ranged = claim.mention.hedge == "exact" and 0 < held.width < inf
    twin = _twin(claim, result)
    found = twin and pair(claim, twin, papers.rules)
    return bool(ranged and not claim.is_open and found and found.verdict == "agrees")


def _twin(claim: Claim, result: Result) -> Claim | None:
    same = [c for c in result.claims if c.source == COPY and c.metric == claim.metric]
    return next((c for c in same if c.mention.stated == claim.mention.stated), None)


def _verdict(papers: Papers, article: int, edit: Edit) -> str | None:
    """How the moved figure of the copy stands to the one it was copied from."""
    result = papers.with_copy(article, edit)
    one = next(c for c in _claims(result, papers, article) if c.start <= edit.start < c.end)
    other = next(c for c in result.claims if c.source == COPY and c.start <= edit.start < c.end)
    found = pair(one, other, papers.rules)
    return found.verdict if found else None
