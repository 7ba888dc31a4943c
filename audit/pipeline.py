"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from audit import align, attach, check, count, derive, extract, read
from audit import focus as focused
from audit.align.work import Work
from audit.align.work import of as measured
from audit.check.on_source import Seen
from audit.config import Config
from audit.focus import Inside, inside, members
from audit.model import Article, Claim, Document, Extraction, Finding, Result, Unread
from audit.rulebook import Rulebook, examples, load

Progress = Callable[[Iterable[Document | Unread]], Iterable[Document | Unread]]


def run(
    paths: Sequence[str],
    config: Config,
    progress: Progress | None = None,
    *,
    focus: Sequence[str] = (),
) -> Result:
    """Everything, from paths to findings. Raises Fault if the job cannot be done.

    `paths` is the whole corpus. With `focus`, files or folders of it, the findings are exactly
    those of the whole run that touch these sources (by a claim, or as a source), and the result
    holds the articles, claims and families that the sources touch. Its coverage still counts the
    sources, numbers and claims of the whole corpus, and as groups those of the families it holds.
    """
    rules = load(config.rules)
    sources = read.documents(paths, config)
    return analyse(progress(sources) if progress else sources, rules, inside(focus))


def analyse(
    sources: Iterable[Document | Unread], rules: Rulebook, named: Inside | None = None
) -> Result:
    """Documents to findings; the order of the documents changes nothing."""
    every = [one if isinstance(one, Unread) else extraction(one, rules) for one in sources]
    unread = sorted(one for one in every if isinstance(one, Unread))
    read = [one for one in every if isinstance(one, Extraction)]
    return result(read, unread, rules, named or inside(()))


def extraction(document: Document, rules: Rulebook) -> Extraction:
    """The stages that look at one document alone."""
    found = tuple(extract.mentions(document, rules.lexicon))
    claims = tuple(attach.claims(document, found, rules))
    derived = tuple(derive.claims(claims, rules))
    return Extraction(document.article, count.ledger(found, claims), claims, derived)


def result(
    read: Sequence[Extraction], unread: Sequence[Unread], rules: Rulebook, named: Inside
) -> Result:
    """The stages that compare the documents."""
    claims = sorted(claim for one in read for claim in one.claims)
    derived = [claim for one in read for claim in one.derived]
    echoes = list(align.echoes(claims, rules))
    families = tuple(focused.families(align.families([*claims, *derived], rules), echoes, named))
    held = sorted(claim for family in families for claim in members(family))
    told = [
        *focused.findings(check.findings(families, echoes, claims, rules), named),
        *focused.findings(check.across(claims, rules), named),
        *check.source_findings(_seen(read, unread, named), rules),
    ]
    return Result(
        documents=_articles(read, held, named),
        unread=tuple(unread),
        claims=tuple(held),
        families=families,
        findings=tuple(sorted(set(told), key=_worst_first)),
        coverage=count.coverage(read, unread, families),
    )


def _articles(
    read: Sequence[Extraction], held: Iterable[Claim], named: Inside
) -> tuple[Article, ...]:
    """The articles that are named, or have a claim in a family that these touch."""
    placed = {(claim.source, claim.item) for claim in held}
    every = sorted(one.article for one in read)
    return tuple(a for a in every if named(a.source) or (a.source, a.item) in placed)


def _seen(read: Iterable[Extraction], unread: Iterable[Unread], named: Inside) -> Seen:
    """The named sources, for the checks that look at a source alone."""
    own = [one for one in read if named(one.article.source)]
    return Seen(
        documents=sorted(one.article for one in own),
        unread=[one for one in unread if named(one.source)],
        claims=[claim for one in own for claim in one.claims],
    )


def work(claims: Sequence[Claim], config: Config) -> Work:
    """How much there was to align, with the rules of the config."""
    return measured(claims, load(config.rules))


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
