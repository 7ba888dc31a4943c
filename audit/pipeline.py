"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from audit import align, attach, check, derive, extract, read
from audit.align import slots
from audit.attach.periods import is_time
from audit.check.on_source import Seen
from audit.config import Config
from audit.model import (
    Claim,
    Coverage,
    Document,
    Family,
    Finding,
    Mention,
    Rejection,
    Result,
    Unread,
)
from audit.rulebook import Rulebook, examples, load

Found = tuple[Mention | Rejection, ...]
Progress = Callable[[Iterable[Document | Unread]], Iterable[Document | Unread]]


def run(paths: Sequence[str], config: Config, progress: Progress | None = None) -> Result:
    """Everything, from paths to findings. Raises Fault if the job cannot be done."""
    rules = load(config.rules)
    sources = read.documents(paths, config)
    return analyse(progress(sources) if progress else sources, rules)


def analyse(sources: Iterable[Document | Unread], rules: Rulebook) -> Result:
    """Documents to findings; the order of the documents changes nothing."""
    documents, unread, mentions = [], [], []
    claims: list[Claim] = []
    derived: list[Claim] = []
    for source in sources:
        if isinstance(source, Unread):
            unread.append(source)
            continue
        found = tuple(extract.mentions(source, rules.lexicon))
        own = list(attach.claims(source, found, rules))
        documents.append(source)
        mentions.append((source.source, source.item, found))
        claims += own
        derived += derive.claims(own, rules)
    documents.sort(key=lambda d: (d.source, d.item))
    mentions.sort(key=lambda one: one[:2])
    families = tuple(align.families([*claims, *derived], rules))
    findings = [
        *check.findings(families, list(align.echoes(claims, rules)), rules),
        *check.source_findings(Seen(documents, unread, claims), rules),
    ]
    return Result(
        documents=tuple(documents),
        unread=tuple(sorted(unread)),
        mentions=tuple(mentions),
        claims=tuple(sorted(claims)),
        families=families,
        findings=tuple(sorted(set(findings), key=_worst_first)),
        coverage=coverage(documents, unread, [found for _, _, found in mentions], claims, families),
    )


def blocks(claims: Sequence[Claim]) -> tuple[int, int]:
    """How many blocks alignment works in, and how many claims the largest holds."""
    sizes = Counter(slots.of(claim) for claim in claims)
    return len(sizes), max(sizes.values(), default=0)


def failing_examples(rules: Rulebook) -> list[str]:
    """One line for each example in the rulebook that does not come out as its file says."""
    return list(examples.failures(rules.metrics, partial(_claims_of_text, rules=rules)))


def _claims_of_text(text: str, published: date | None, rules: Rulebook) -> list[Claim]:
    documents = read.text("example", text, published)
    return [
        c for d in documents for c in attach.claims(d, extract.mentions(d, rules.lexicon), rules)
    ]


def _worst_first(finding: Finding) -> tuple[int, str, int, str]:
    return (finding.rank, finding.code, -len(finding.claims), finding.id)


def coverage(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    mentions: Sequence[Found],
    claims: Sequence[Claim],
    families: Sequence[Family],
) -> Coverage:
    """Where every number went; the totals printed at the end of every output."""
    every = [one for found in mentions for one in found]
    rejected = Counter(one.reason for one in every if isinstance(one, Rejection))
    groups = [group for family in families for group in family.groups]
    numeric = [c for c in claims if c.mention.kind != "fact"]
    dates = [one for one in every if isinstance(one, Mention) and is_time(one)]
    dated_claims = [c for c in numeric if is_time(c.mention)]
    numbers = len(every)
    alone = [group for group in groups if len(group.claims) == 1]
    return Coverage(
        sources=len({d.source for d in documents} | {u.source for u in unread}),
        documents=len(documents),
        numbers=numbers,
        claims=len(claims),
        times=len(dates),
        rejected=sum(rejected.values()),
        unresolved=numbers
        - sum(rejected.values())
        - len(dates)
        - (len(numeric) - len(dated_claims)),
        groups=len(groups),
        compared=len(groups) - len(alone),
        not_comparable=len(alone),
        failed=len(unread),
        rejected_by_reason=tuple(sorted(rejected.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
