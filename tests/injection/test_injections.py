"""A fast part of the measurement, against floors. They hold what was reached: raise them with it."""

from __future__ import annotations

import inject
import pytest
from injection.edits import Change, Edit
from injection.papers import Papers

TOLD = 97  # percent of injected errors, at least ...
IN_OTHER_WORDS = 90  # ... and of errors in a paper that did not copy the sentences
FALSE_ALARMS = 1  # percent of harmless rewrites, at most
pytestmark = pytest.mark.skipif(not inject.ARTICLES.exists(), reason="no labelled articles here")


@pytest.fixture(scope="module")
def papers() -> Papers:
    return Papers.read(inject.ARTICLES)


def test_errors_are_told(papers: Papers) -> None:
    rows = inject.injections(papers, 100, seed=1)
    assert len(rows) == 10
    assert inject.share(rows) >= TOLD, inject.table(rows, "injected", "told")


def test_errors_are_told_in_other_words() -> None:
    rows = inject.injections(Papers.read(inject.ARTICLES, rewording=1), 300, seed=1)
    assert inject.share(rows) >= IN_OTHER_WORDS, inject.table(rows, "injected", "told")


def test_harmless_rewrites_raise_no_alarm(papers: Papers) -> None:
    rows = inject.rewrites(papers, 100, seed=1)
    assert inject.share(rows) <= FALSE_ALARMS, inject.table(rows, "rewritten", "new loud")


def test_an_unchanged_copy_is_no_news_and_an_error_in_it_is(papers: Papers) -> None:
    at, text = next((i, t) for i, t in enumerate(papers.texts) if "$1.18 billion" in t)
    start = text.index("1.18")
    same, wrong = (Change("digit swap", at, Edit(start, start + 4, to)) for to in ("1.18", "8.11"))
    assert not papers.raised(same)
    assert not papers.told(same)
    assert papers.told(wrong)
    assert papers.raised(wrong)
