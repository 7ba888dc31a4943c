"""Two papers an article: the corpus of originals, and a second outlet's copy with one change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from injection.edits import Change, Edit
from injection.reword import reworded

from audit import index, pipeline, rulebook
from audit.index import Entry
from audit.model import Claim, Document, Finding, Result
from audit.read.formats.lines import documents

COPY = "copy.jsonl"
SAME = Edit(0, 0, "")
IN_ITS_SENTENCE = {"year shift", "sign"}  # the words changed are beside the figure, not in it
Place = tuple[str, int, int]


@dataclass
class Papers:
    """The originals, read once; each analysis adds one copy to them.

    `articles` are what the second paper copies: the originals, or these in other words.
    """

    articles: list[dict[str, str]]
    originals: list[Document]
    rules: rulebook.Rulebook = field(default_factory=rulebook.load)
    before: dict[int, list[Finding]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, rewording: int | None = None) -> Papers:
        """With a seed for the rewording, the second paper has the same facts in other words."""
        text = path.read_text(encoding="utf-8")
        articles = [json.loads(line) for line in text.splitlines() if line.strip()]
        if rewording is not None:
            articles = [one | {"text": reworded(one["text"], rewording)} for one in articles]
        return cls(articles, list(documents(path.name, text)))

    @property
    def texts(self) -> Sequence[str]:
        return [article["text"] for article in self.articles]

    def told(self, change: Change) -> list[Finding]:
        """Loud findings on the altered claim that the unchanged copy did not have."""
        known = {_exactly(one, SAME) for one in self._unchanged(change.article)}
        result = self.with_copy(change.article, change.edit)
        altered = _altered(result, change)
        return [
            one
            for one in _loud(result)
            if any(c.id in altered for c in one.claims) and _exactly(one, change.edit) not in known
        ]

    def raised(self, change: Change) -> list[Finding]:
        """Loud findings, on any claims, that the unchanged copy did not have."""
        item = self.originals[change.article].item
        known = {_statements(one, SAME, item) for one in self._unchanged(change.article)}
        result = self.with_copy(change.article, change.edit)
        return [one for one in _loud(result) if _statements(one, change.edit, item) not in known]

    def _unchanged(self, article: int) -> list[Finding]:
        if article not in self.before:
            self.before[article] = _loud(self.with_copy(article, SAME))
        return self.before[article]

    def with_copy(self, article: int, edit: Edit) -> Result:
        copied = [self._entry(one) for one in self._copy(article, edit)]
        return pipeline.result([*self._entries, *copied], [], self.rules)

    @cached_property
    def _entries(self) -> list[Entry]:
        """What each original says, read once."""
        return [self._entry(one) for one in self.originals]

    def _entry(self, document: Document) -> Entry:
        return index.entry(pipeline.extraction(document, self.rules), self.rules)

    def _copy(self, article: int, edit: Edit) -> Sequence[Document]:
        """The second paper: another outlet, up to two days later."""
        paper = dict(self.articles[article])
        day = date.fromisoformat(paper["date"]) + timedelta(days=article % 3)
        paper |= {"text": edit.applied(paper["text"]), "source": "Second Paper", "date": str(day)}
        return list(documents(COPY, json.dumps(paper)))


def verdicts(result: Result, edit: Edit, item: int) -> set[tuple[object, ...]]:
    """Every finding on claims as code, verdict, severity and places; the copy stands for its article."""
    return {
        (*_statements(one, edit, item), one.verdict, one.severity)
        for one in result.findings
        if one.claims
    }


def _loud(result: Result) -> list[Finding]:
    return [one for one in result.findings if one.severity != "info"]


def _altered(result: Result, change: Change) -> set[str]:
    """Ids of the copy's claims that the edit touches, and of claims derived from them."""
    start, end = change.edit.altered

    def touched(claim: Claim) -> bool:
        noun = claim.mention.noun_span  # "36 points": the noun is what makes them points
        first, last = claim.start, max(claim.end, noun.end if noun else 0)
        if change.kind in IN_ITS_SENTENCE and claim.sentence:
            first, last = claim.sentence.start, claim.sentence.end
        return claim.source == COPY and first < end and start < last

    own = {claim.id for claim in result.claims if touched(claim)}
    derived = [d for family in result.families for d in family.derived]
    return own | {d.id for d in derived if own.intersection(d.proof)}


def _place(claim: Claim, edit: Edit) -> Place:
    start = edit.before(claim.start) if claim.source == COPY else claim.start
    return claim.source, claim.item, start


def _places(finding: Finding, edit: Edit) -> tuple[str, frozenset[Place]]:
    return finding.code, frozenset(_place(claim, edit) for claim in finding.claims)


def _statements(finding: Finding, edit: Edit, item: int) -> tuple[str, frozenset[tuple[int, int]]]:
    """The copy says what its article says: which of the two stands for both is no news."""
    places = (_place(claim, edit) for claim in finding.claims)
    return finding.code, frozenset(
        (item if source == COPY else number, start) for source, number, start in places
    )


def _exactly(finding: Finding, edit: Edit) -> tuple[object, ...]:
    """A quarrel that was there before but now says another figure is news too."""
    return *_places(finding, edit), finding.message, finding.arithmetic
