"""The nouns of the house: frozen, slotted, ordered. This module imports nothing of the project.

Offsets everywhere are code points into the decoded file (a leading byte-order mark is not
counted, newlines are not translated), so `text[start:end] == quote` always holds.
Missing is None, and None means *unknown*: it is never a silent default.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from math import inf
from typing import Literal

from msgspec import Struct

Hedge = Literal[
    "exact", "about", "more_than", "at_least", "less_than", "at_most", "almost", "range", "vague"
]
Kind = Literal[
    "number", "count", "money", "percent", "measure", "temperature", "age", "duration",
    "ordinal", "rank", "date", "period", "fact",
]  # fmt: skip
Direction = Literal["up", "down"]
Severity = Literal["error", "warning", "info"]
Relation = Literal["equal", "a_within_b", "b_within_a", "overlaps", "disjoint", "none"]
Modality = Literal["actual", "planned", "forecast", "target", "denied", "conditional"]
Voice = Literal["own", "quoted", "reported"]
How = Literal["stated", "inherited", "assumed", "unknown"]

ABOUT = "about"  # the role of the named thing that an open claim is of
SETTING = "what the document is about"  # the words of a decision that takes a slot from the text
LISTED = "the list that it stands in"  # those of one that takes the measure of a total
BESIDE = "the figure beside it"  # ... of the level that a change is told of
NO_NOUN = "no noun of its own"  # ... of the number before in one sentence
NUMBER_BEFORE = "the number before"  # ... of the change that leads to a level
CONVERTED = "the amount before, in another currency"  # of the decision on such a value
SOME = ("part", "some of them")  # the filter of a part that is not named
NOT_ALL = ("part", "not all counted")  # the filter of a count that was going on
FROM = ("value", "before the change")  # the filter of what a change is counted from
# slots of a part that a text lists for a total: the list may leave some out, or says that it does not
PART = "part of"
EVERY_PART = "one of all parts of"


class Fault(Exception):  # noqa: N818 - what it is to the user, not an error of the program
    """The job could not be done: one line for the user, exit code 2."""


class Interval(Struct, frozen=True, order=True):
    """The set of numbers that a statement commits to; unbounded ends are infinite."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    @property
    def empty(self) -> bool:
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def width(self) -> float:
        return self.high - self.low

    def __and__(self, other: Interval) -> Interval:
        """The common part; `empty` when there is none."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not closed)

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a number of each; like the operations below, outward: ends are closed."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient; unbounded where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return Interval(0.0) if self.low >= 0 and other.low >= 0 else Interval()
        return self * Interval(1 / other.high, 1 / other.low)

    def meets(self, other: Interval) -> bool:
        return not (self & other).empty

    def within(self, other: Interval) -> bool:
        """Whether every number of this set is in the other."""
        return self & other == self

    def __contains__(self, number: float) -> bool:
        return Interval(number, number).within(self)


def _times(a: float, b: float) -> float:
    """The product of two ends: nothing times without limit is nothing."""
    return 0.0 if 0 in (a, b) else a * b


class Span(Struct, frozen=True, order=True):
    start: int
    end: int


class Period(Struct, frozen=True):
    """Days from `first` to `last`, both included; None is an open or unknown end."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def year(cls, year: int) -> Period:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def months(cls, first: int, count: int) -> Period:
        """`count` whole months from month number `first`, counted from year 0."""
        (y, m), (to_y, to_m) = divmod(first, 12), divmod(first + count - 1, 12)
        return cls(date(y, m + 1, 1), cls.month(to_y, to_m + 1).last)

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2), level 1; open ends are `..`."""
        first, last = self.first, self.last
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}"
        if first == last:
            return str(first)
        if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
            return _pair(f"{first.year:04d}", f"{last.year:04d}")
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return _pair(f"{first:%Y-%m}", f"{last:%Y-%m}")
        return f"{first}/{last}"

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return self.first is not None and self == Period.year(self.first.year)

    def moved(self, years: int) -> Period:
        """The same days of another year; 29 February becomes the 28th where there is none."""
        return Period(_moved(self.first, years), _moved(self.last, years))

    def within(self, other: Period) -> bool:
        """Whether this period lies inside the other; an open end reaches without limit."""
        starts = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends

    def meets(self, other: Period) -> bool:
        def before(a: Period, b: Period) -> bool:
            return a.last is not None and b.first is not None and a.last < b.first

        return not before(self, other) and not before(other, self)


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if leap else day.day)


def _pair(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


class Part(Struct, frozen=True, order=True):
    """A stretch of a document: `meta` (front matter, header lines), `title` or `body`."""

    start: int
    end: int
    kind: Literal["meta", "title", "body"]


class Piece(Struct, frozen=True):
    """The least stretch of a source that is read alone: a file, or a line of JSON Lines.

    With the rules, it decides all that is extracted from it.
    """

    source: str
    item: int  # 0 for a whole file, else the number of the line
    text: str
    encoding: str
    date: date | None = None  # what the configuration knows of the source ...
    outlet: str | None = None
    language: str | None = None


class Ignore(Struct, frozen=True, order=True):
    """A comment of an article that says what is not to be told of a stretch of it."""

    line: int  # of the comment in the file
    start: int  # of what it covers, offsets into the decoded file
    end: int
    codes: tuple[str, ...] = ()  # of checks; none is all of them
    reason: str = ""
    scope: Literal["stretch", "file", "figure"] = (
        "stretch"  # a figure is the one that ends at `end`
    )
    fault: str = ""  # why it counts for nothing: it was not understood, or is never ended


class Article(Struct, frozen=True, order=True):
    """What is known of one article without its text: a whole file, or one item of a feed page."""

    source: str  # the path as given, with forward slashes
    item: int  # 0 for a whole file, else 1, 2, ... in the order of the file
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_how: str | None = None  # "front matter", "header line", "dateline", "item header"
    dateline: Period | None = None  # a dateline without a year is no date: kept here, unused
    language: str | None = None
    line: int = 1  # of the first character in the file
    encoding: str = "utf-8"
    ignores: tuple[Ignore, ...] = ()


class Document(Article, frozen=True, kw_only=True):
    """An article with its text: what the stages read. None is kept once its claims are known."""

    text: str  # the document's own slice of the decoded file, comments as blanks ...
    offset: int  # ... and where in the decoded file that slice begins
    parts: tuple[Part, ...]  # in order, offsets into the decoded file
    sentences: tuple[Span, ...]  # of titles and bodies, in order, offsets into the decoded file
    raw: str | None = None  # the slice as written, where there are comments
    comments: tuple[Span, ...] = ()  # in order, offsets into the decoded file

    def quote(self, start: int, end: int) -> str:
        return self.text[start - self.offset : end - self.offset]

    def written(self, start: int, end: int) -> str:
        """The same with the comments, exactly as the file has it."""
        whole = self.text if self.raw is None else self.raw
        return whole[start - self.offset : end - self.offset]

    @property
    def article(self) -> Article:
        """The same without the text."""
        return Article(*(getattr(self, name) for name in Article.__struct_fields__))


class Unread(Struct, frozen=True, order=True):
    """A source that could not be read."""

    source: str
    reason: str


class Mention(Struct, frozen=True, order=True):
    """A number, date or period in running text, with all that its own words say of it.

    `start:end` covers the number with its unit or currency ("$1.62bn", "85 percent"), or the
    whole expression for dates and periods; hedges and counted nouns lie outside it.
    """

    start: int
    end: int
    kind: Kind
    text: str  # the quote: text[start:end]
    stated: float | None = (
        None  # the number written, in `unit`; None for ranges, bounds of two, dates
    )
    low: float | None = None  # the literal set L of the design; None is unbounded
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    hedge: Hedge = "exact"
    direction: Direction | None = None
    change: Literal["by", "to", "from"] | None = None  # "rose by 5 %", "rose to 5 %", "from 5 %"
    unit: str | None = None  # ISO 4217, "percent", "percentage_point", pint's name, "USD/barrel"
    noun: str | None = None  # normal form of the counted noun phrase: "british company"
    noun_span: Span | None = None  # where that phrase stands; None if by the number beside it
    step: float | None = None  # place of the last written digit, scale applied: 1.62 bn -> 1e7
    granule: float | None = None  # place of the last non-zero digit (half of the next, if a 5)
    period: Period | None = None  # for dates and periods; None when the text gives no year
    hedge_span: Span | None = None  # the words that hedged it
    how: str | None = None  # for dates and periods: "stated", "relative to publication", "no year"

    @property
    def is_time(self) -> bool:
        """Dates and periods, and durations that reach back from a known day ("the past 12 years")."""
        reaches_back = self.kind == "duration" and self.period is not None
        return self.kind in ("date", "period") or reaches_back

    @property
    def own_noun(self) -> str | None:
        """The counted noun, where it stands by this number and is not that of the one beside it."""
        return self.noun if self.noun_span else None

    @property
    def literal(self) -> Interval:
        return Interval(
            -inf if self.low is None else self.low,
            inf if self.high is None else self.high,
            self.low_open,
            self.high_open,
        )


class Rejection(Struct, frozen=True, order=True):
    """A number that is no mention, with the reason ("view counter", "clock time", ...)."""

    start: int
    end: int
    text: str
    reason: str


class Decision(Struct, frozen=True, order=True):
    """How one slot of a claim was decided, and by which words."""

    slot: str
    how: How
    words: str  # the deciding words, or the reason
    span: Span | None = None  # where they stand


class Term(Struct, frozen=True, order=True):
    """The value of a fact without a number."""

    what: str  # "signed", "opened", "holds office", "first", ...
    status: Literal["done", "planned", "announced", "denied"]
    thing: str  # normal form of what was signed, opened, ...
    place: str | None = None
    when: str | None = None  # EDTF


def days_apart(one: date | None, other: date | None) -> float:
    """Days between two days, such as those on which two texts appeared; infinite where one is unknown."""
    return abs((one - other).days) if one and other else inf


class Claim(Struct, frozen=True, order=True):
    """A mention with its context: what is measured, of whom, where, when, said by whom."""

    source: str
    item: int
    start: int
    end: int
    metric: str  # key of a metric file, or "open:<normal form of the measured thing>"
    id: str
    mention: Mention
    label: str  # the measured thing in readable words
    kind: str  # kind of the metric: stock flow cumulative rate share rank ordinal date set status
    terms: tuple[str, ...] = ()  # normal form of the measure phrase, sorted
    subject: str | None = None  # entity key
    object: str | None = None
    roles: tuple[tuple[str, str], ...] = ()  # (role, entity key), sorted: owner, host, ...
    filters: tuple[tuple[str, str], ...] = ()  # (axis, value), sorted: sector, mode, statistic, ...
    definition: str | None = None
    period: Period | None = None  # reference period of flows and growth
    as_of: Period | None = None  # when a stock, rank or cumulative total holds
    published: date | None = None
    outlet: str | None = None
    speaker: str | None = None
    upstream: str | None = None  # "via the Ministry of Foreign Affairs"
    voice: Voice = "own"
    modality: Modality = "actual"
    decided: tuple[Decision, ...] = ()
    term: Term | None = None
    sentence: Span | None = None
    heading: bool = False  # stands in a title
    quote: str = ""  # the sentence, as written
    line: int = 1
    column: int = 1
    proof: tuple[str, ...] = ()  # ids of the claims this one was derived from
    arithmetic: str | None = None  # how it was derived
    rule: str | None = None  # by which rule: "growth", "residual", "share", ...
    setting: tuple[str, ...] = ()  # the names that its document is about, the most telling first
    home: tuple[str, ...] = ()  # the main countries of its document
    topic: tuple[str, ...] = ()  # normal forms of the words that its document is about

    @property
    def is_open(self) -> bool:
        """Of a metric that no rule names."""
        return self.metric.startswith("open:")

    def decided_as(self, slot: str, how: How) -> bool:
        """Whether the words decided this slot in this way."""
        return any(one.slot == slot and one.how == how for one in self.decided)


class Link(Struct, frozen=True, order=True):
    """Why a claim was joined to its group, slot by slot."""

    claim: str
    to: str
    score: float  # 0..1
    slots: tuple[tuple[str, str], ...]  # (slot, "same: trade turnover")


class Group(Struct, frozen=True, order=True):
    """The claims that speak of one thing."""

    id: str
    family: str
    label: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    testimonies: tuple[tuple[str, ...], ...] = ()  # claim ids, one tuple an independent testimony


class Family(Struct, frozen=True, order=True):
    """Groups of one metric and the same roles, over all periods and parts."""

    id: str
    metric: str
    kind: str
    groups: tuple[Group, ...]
    derived: tuple[Claim, ...] = ()


class Echo(Struct, frozen=True, order=True):
    """Two claims with the same number or frame in one testimony, of another metric or period."""

    a: Claim
    b: Claim
    why: str


class Camp(Struct, frozen=True, order=True):
    """Claims of one finding that can all be true together."""

    claims: tuple[str, ...]  # ids, sorted
    says: str  # the words of its members, each wording once
    common: Interval | None  # where all may lie; None if only a tolerance joins them
    sources: int  # documents
    testimonies: int  # of them independent


class Cause(Struct, frozen=True, order=True):
    """A slip that would explain the whole gap between two claims."""

    kind: str  # "digits swapped", "million for billion", "of another year", ...
    text: str  # "would agree if ..."


class Review(Struct, frozen=True, order=True):
    """Which side to look at first; it says nothing of who is right."""

    claims: tuple[str, ...]  # ids
    why: str


class Suppression(Struct, frozen=True, order=True):
    """Why a finding is not to be told any more."""

    by: Literal["comment", "waiver"]
    place: str  # "news/a.md:12"
    reason: str
    verdict: str = "waive"


class Finding(Struct, frozen=True, order=True):
    """What a check says of claims that cannot, or may not, all be true."""

    rank: int  # 0 error, 1 warning, 2 info: so that findings sort worst first
    code: str
    id: str
    verdict: str
    severity: Severity
    groups: tuple[str, ...]
    claims: tuple[Claim, ...]
    message: str
    arithmetic: str = ""
    escape: str = ""  # "consistent if ..."
    why_linked: str = ""
    status: Literal["new", "known", "waived"] = "new"
    fingerprints: tuple[str, ...] = ()  # of what each claim asserts, in their order
    source: str | None = None  # for findings on a source rather than on claims ...
    line: int = 1  # ... and where in it
    camps: tuple[Camp, ...] = ()  # of values that cannot all be true; the largest first
    causes: tuple[Cause, ...] = ()  # the likeliest first
    review: Review | None = None
    material: str | None = None  # "sign", "rank order", "power of ten", "more than 10 %"
    suppression: Suppression | None = None  # of what is waived


class Ledger(Struct, frozen=True):
    """Where the numbers of one article went."""

    numbers: int  # numerals and number words seen: mentions and rejections together
    times: int  # dates and periods, used as context
    claimed: int  # numbers that became a claim, dates and periods apart
    rejected: tuple[tuple[str, int], ...]  # (reason, how many), sorted


class Extraction(Struct, frozen=True):
    """All that one article yields: a function of its text, its date and outlet, and the rules."""

    article: Article
    ledger: Ledger
    claims: tuple[Claim, ...]
    derived: tuple[Claim, ...]


class Coverage(Struct, frozen=True):
    """What was looked at; printed at the end of every output. Silence must be auditable."""

    sources: int = 0
    documents: int = 0
    numbers: int = 0  # numerals and number words seen: mentions and rejections together
    claims: int = 0
    times: int = 0  # dates and periods, used as context
    rejected: int = 0
    unresolved: int = 0
    groups: int = 0
    compared: int = 0  # groups with two claims or more
    not_comparable: int = 0  # claims alone in their group
    failed: int = 0
    rejected_by_reason: tuple[tuple[str, int], ...] = ()


class Lapse(Struct, frozen=True, order=True):
    """A comment, a waiver or a line of the baseline that does not do what it is there for."""

    kind: Literal["unused", "expired", "no reason", "stale"]
    source: str  # the file that it stands in
    line: int
    words: str


class Change(Struct, frozen=True):
    """What came and went since an earlier state: that of a baseline, or of a commit."""

    name: str  # of that state
    introduced: int  # findings that were not there
    remaining: int  # findings that were
    fixed: int  # assertions that were there and are no longer found


class Result(Struct, frozen=True):
    """One analysis, ready to be rendered."""

    documents: tuple[Article, ...]
    unread: tuple[Unread, ...]
    claims: tuple[Claim, ...]
    families: tuple[Family, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    sources: tuple[str, ...] = ()  # of the whole corpus, whatever the run is about
    changes: tuple[Change, ...] = ()  # since each of the earlier states that it is held against
    differing: tuple[str, ...] = ()  # groups whose figures cannot all be true of one thing
