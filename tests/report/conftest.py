"""One small analysis, made by hand: two sources that differ, two that agree, one that is undated."""

from __future__ import annotations

from datetime import date

import pytest

from audit.model import (
    Article,
    Claim,
    Coverage,
    Decision,
    Family,
    Finding,
    Group,
    Link,
    Mention,
    Period,
    Result,
    Span,
    Term,
    Unread,
)

LONG = "According to figures that the chamber gave out after a long day of talks in the capital, "
TEXTS = {
    "a.txt": "Today 516 firms operate there.\nTrade reached $1.62 bn.",
    "b.txt": LONG + "around 600 firms are registered there, and more will be in the coming years.",
    "c.txt": "Trade reached $1.6 bn. The pact was signed in Bern on 5 May 2020.",
}


def mention(text: str, words: str, **slots: object) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), text=words, **slots)  # type: ignore[arg-type]


def claim(source: str, found: Mention, metric: str, label: str, **slots: object) -> Claim:
    text = TEXTS[source]
    begin = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", begin) if "\n" in text[begin:] else len(text)
    return Claim(  # type: ignore[arg-type]
        source, 0, found.start, found.end, metric, f"{source}:{found.start}", found, label, "stock",
        sentence=Span(begin, end), quote=text[begin:end], line=text.count("\n", 0, begin) + 1,
        column=found.start - begin + 1, **slots,
    )  # fmt: skip


def claims() -> tuple[Claim, ...]:
    firms = {"kind": "count", "noun": "firm"}
    money = {"kind": "money", "unit": "USD", "step": 1e7}
    day = Period(date(2020, 5, 5), date(2020, 5, 5))
    return (
        claim(
            "a.txt", mention(TEXTS["a.txt"], "516", stated=516, low=516, high=516, **firms),
            "firms", "firms", subject="KZ", as_of=Period.year(2026), published=date(2026, 2, 27),
            speaker="the minister", definition="operating",
            decided=(Decision("subject", "stated", "there"),),
        ),
        claim(
            "a.txt", mention(TEXTS["a.txt"], "$1.62 bn", stated=1.62e9, low=1.615e9, high=1.625e9, **money),
            "trade", "trade turnover", period=Period.year(2025),
        ),
        claim(
            "b.txt",
            mention(TEXTS["b.txt"], "600", stated=600, low=550, high=650, hedge="about",
                noun_span=Span(TEXTS["b.txt"].index("firms"), TEXTS["b.txt"].index("firms") + 5), **firms),
            "firms", "firms", definition="registered",
        ),
        claim(
            "c.txt", mention(TEXTS["c.txt"], "$1.6 bn", stated=1.6e9, low=1.55e9, high=1.65e9, **money),
            "trade", "trade turnover",
        ),
        claim(
            "c.txt", mention(TEXTS["c.txt"], "5 May 2020", kind="date", period=day),
            "founding", "signing day",
        ),
        claim(
            "c.txt", mention(TEXTS["c.txt"], "The pact was signed in Bern", kind="fact"),
            "fact", "pact", term=Term("signed", "done", "pact", "Bern", "2020-05-05"),
        ),
    )  # fmt: skip


@pytest.fixture
def result() -> Result:
    firms, trade, rough, other, day, fact = claims()
    link = Link(rough.id, firms.id, 0.9, (("measure", "same: firms"),))
    groups = (
        Group("g1", "f1", "firms", (firms, rough), (link,), ((firms.id,), (rough.id,))),
        Group("g2", "f2", "trade turnover", (trade, other), (), ((trade.id,), (other.id,))),
        Group("g3", "f3", "signing day", (day,)),
        Group("g4", "f4", "pact", (fact,)),
    )
    derived = claim(
        "a.txt",
        mention(TEXTS["a.txt"], "$1.62 bn", kind="money", unit="USD", stated=8.8e8, low=8.8e8, high=8.8e8),
        "trade", "trade turnover", proof=(trade.id,), arithmetic="1.62 bn / 1.836",
    )  # fmt: skip
    families = tuple(
        Family(g.family, g.claims[0].metric, "stock", (g,), (derived,) if g.id == "g2" else ())
        for g in groups
    )
    findings = (
        Finding(
            1, "D302", "k1", "definition", "warning", ("g1",), (firms, rough),
            "516 firms operating differs from about 600 registered", "516 lies outside 550 to 650",
            "consistent if registered firms need not operate", "same measure, same country",
            fingerprints=("p1", "p2"),
        ),
        Finding(2, "X403", "k2", "undated", "info", (), (), "no date is given", source="c.txt"),
    )  # fmt: skip
    return Result(
        documents=tuple(Article(name, 0) for name in TEXTS),
        unread=(Unread("d.txt", "binary, not text"),),
        claims=(firms, trade, rough, other, day, fact),
        families=families,
        findings=findings,
        coverage=Coverage(
            sources=4, documents=3, numbers=9, claims=6, times=1, rejected=1, unresolved=1, groups=4,
            compared=2, not_comparable=2, failed=1, rejected_by_reason=(("clock time", 1),),
        ),
    )  # fmt: skip
