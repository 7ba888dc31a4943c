"""Findings as entries of the page: those on the same groups of claims are told together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha1

from msgspec import Struct

from audit.model import Camp, Claim, Finding, Group, Result
from audit.report import wording
from audit.report.look import RANK
from audit.report.page import evidence, numberline
from audit.report.page.evidence import Lettered, Reason

_CLOSE = frozenset({"tight", "tension"})
_STATUS = {"new": 0, "known": 1, "waived": 2}


class Chip(Struct, frozen=True):
    """One of the competing values, and how many say so."""

    text: str
    voices: int


class Told(Struct, frozen=True):
    """A finding with its permalink, and letters for the claims that it names."""

    anchor: str
    finding: Finding
    review: tuple[str, ...]  # letters of the claims to look at first
    camps: tuple[tuple[str, ...], ...]  # letters, one tuple a camp
    introduced: bool  # since the earlier report that this one is compared with


class Entry(Struct, frozen=True):
    """One line of the page, and what it opens to."""

    anchor: str
    label: str
    told: tuple[Told, ...]  # worst first
    claims: tuple[Lettered, ...]
    groups: tuple[Group, ...]
    chips: tuple[Chip, ...]
    line: numberline.Line | None
    reasons: tuple[Reason, ...]

    @property
    def worst(self) -> Finding:
        return self.told[0].finding

    @property
    def close(self) -> bool:
        """Whether all that is told is tight or a tension."""
        return all(one.finding.verdict in _CLOSE for one in self.told)

    @property
    def statuses(self) -> list[str]:
        found = sorted({one.finding.status for one in self.told}, key=lambda s: _STATUS[s])
        return [*found, *(["introduced"] if any(one.introduced for one in self.told) else [])]

    @property
    def severities(self) -> list[str]:
        return sorted({one.finding.severity for one in self.told})

    @property
    def checks(self) -> list[str]:
        return sorted({one.finding.code for one in self.told})

    @property
    def metrics(self) -> list[str]:
        return sorted({" ".join(one.claim.label.split()) for one in self.claims})

    @property
    def entities(self) -> list[str]:
        """Keys of the countries, companies, ... that the claims are about."""
        about = [(c.subject, c.object, *(who for _, who in c.roles)) for c in self._all]
        return sorted({key for keys in about for key in keys if key})

    @property
    def _all(self) -> list[Claim]:
        return [one.claim for one in self.claims]

    @property
    def newest(self) -> str:
        return max((str(one.claim.published or "") for one in self.claims), default="")

    @property
    def outlets(self) -> list[str]:
        return sorted({outlet(one.claim) for one in self.claims})

    @property
    def sources(self) -> list[str]:
        named = {one.claim.source for one in self.claims}
        return sorted(named | {t.finding.source for t in self.told if t.finding.source})

    @property
    def testimonies(self) -> list[list[str]]:
        """Letters, one list an independent testimony."""
        by = {one.claim.id: one.letter for one in self.claims}
        told = self.groups[0].testimonies if len(self.groups) == 1 else ()
        return [[by[c] for c in voice] for voice in told]


def entries(result: Result, introduced: Collection[str] = ()) -> list[Entry]:
    """Worst first; within a severity what is new, then what has most claims.

    `introduced`: ids of findings that an earlier report did not have.
    """
    groups = {g.id: g for family in result.families for g in family.groups}
    together: dict[tuple[str, ...], list[Finding]] = {}
    for finding in result.findings:
        together.setdefault(finding.groups or (finding.code,), []).append(finding)
    anchors = permalinks(result.findings)
    found = [
        _entry(findings, [groups[g] for g in key if g in groups], anchors, introduced)
        for key, findings in together.items()
    ]
    return sorted(found, key=_order)


def permalinks(findings: Iterable[Finding]) -> dict[str, str]:
    """Finding id -> a name for the address bar, made of its fingerprints: it outlives moved text."""
    taken: dict[str, int] = {}
    found = {}
    for one in findings:
        prints = "|".join(sorted(one.fingerprints)) or one.id
        name = "f" + sha1(prints.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:12]
        taken[name] = taken.get(name, 0) + 1
        found[one.id] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return found


def outlet(claim: Claim) -> str:
    return claim.outlet or claim.source.rsplit("/", 1)[-1]


def values(claims: Sequence[Claim], camps: Sequence[Camp] = ()) -> tuple[Chip, ...]:
    """The values that compete, the most told first; a camp is one value."""
    if len(camps) > 1:
        return tuple(Chip(camp.says, camp.sources) for camp in camps)
    told: dict[str, set[tuple[str, int]]] = {}
    for one in claims:
        told.setdefault(wording.value(one), set()).add((one.source, one.item))
    return tuple(Chip(text, len(places)) for text, places in told.items())


def _order(entry: Entry) -> tuple[int, int, int, str, str]:
    worst = entry.worst
    return (
        RANK[worst.severity],
        min(_STATUS[one.finding.status] for one in entry.told),
        -len(entry.claims),
        worst.code,
        entry.anchor,
    )


def _entry(
    findings: list[Finding],
    groups: list[Group],
    anchors: dict[str, str],
    introduced: Collection[str],
) -> Entry:
    findings = sorted(findings, key=lambda f: (f.rank, f.code, f.id))
    one_thing = len(groups) == 1
    named = [claim for finding in findings for claim in finding.claims]
    members = [claim for group in groups for claim in group.claims] if one_thing else []
    claims = evidence.lettered(sorted({*named, *members}, key=_when))
    by = {one.claim.id: one.letter for one in claims}
    told = tuple(_told(one, anchors[one.id], by, one.id in introduced) for one in findings)
    return Entry(
        anchor=told[0].anchor,
        label=label(findings[0], groups, len(findings)),
        told=told,
        claims=claims,
        groups=tuple(groups),
        chips=values([one.claim for one in claims], findings[0].camps),
        line=numberline.line(claims, one_thing=one_thing),
        reasons=evidence.reasons(claims, groups),
    )


def _told(finding: Finding, anchor: str, by: dict[str, str], introduced: bool) -> Told:
    def letters(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(by[one] for one in ids if one in by))

    return Told(
        anchor,
        finding,
        review=letters(finding.review.claims if finding.review else ()),
        camps=tuple(letters(camp.claims) for camp in finding.camps),
        introduced=introduced,
    )


def _when(claim: Claim) -> tuple[str, Claim]:
    time = claim.as_of or claim.period
    return (time.edtf if time else str(claim.published or "9999"), claim)


def label(finding: Finding, groups: Sequence[Group], alike: int) -> str:
    """What the entry is about: its group, or the sources that it speaks of."""
    if finding.claims and not groups:
        return " ".join(finding.claims[0].label.split())
    if not groups:
        return finding.message if alike == 1 else f"{finding.verdict}: {alike} sources"
    shown = " ".join(groups[0].label.split())
    return f"{shown}, and {len(groups) - 1} more" if len(groups) > 1 else shown
