"""claim-audit: where many articles contradict each other on numbers and facts, and why.

One way down, no way back; a module is a verb, its public function the noun that it yields:

    paths -> documents -> mentions -> claims (+ derived) -> families -> findings -> report
             read         extract     attach     derive      align       check       report, gate

`model` holds the nouns, `values` what a written number commits to, `rulebook` what is data
(`rules/`), and `pipeline` alone knows the order. Stages are pure and never import each other.
What sources held at a commit, `revision` learns from `git`, and the same stages read it.

For notebooks, the same stages as functions:

    audit.mentions("Trade rose 20 % to $1.2bn in 2023.")       numbers, dates and periods of a text
    audit.claims(["articles/"])                                what each source claims
    audit.findings(["articles/"])                              where the claims cannot all be true
    audit.compare("516 firms", "around 600 firms")             two texts against each other
    audit.frame(audit.claims(["articles/"]))                   any of these as a pandas DataFrame
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

# The stages are imported inside the functions: the command line's --help must not wait for them.
if TYPE_CHECKING:
    import pandas as pd

    from audit.comparison import Comparison
    from audit.model import Claim, Finding, Mention

__version__ = "0.1.0"


def mentions(text: str) -> tuple[Mention, ...]:
    """Numbers, dates and periods of a text, in order; offsets are code points into it."""
    from audit import extract, model, read, rulebook

    rules = rulebook.load()
    found = (m for d in read.text("text", text) for m in extract.mentions(d, rules.lexicon))
    return tuple(m for m in found if isinstance(m, model.Mention))


def claims(paths: Sequence[str]) -> tuple[Claim, ...]:
    """Every claim of the files and folders named. Raises model.Fault if one is missing."""
    from audit import config, pipeline

    return pipeline.run(paths, config.Config()).claims


def findings(paths: Sequence[str]) -> tuple[Finding, ...]:
    """What cannot, or may not, all be true in the files and folders named, worst first."""
    from audit import config, pipeline

    return pipeline.run(paths, config.Config()).findings


def compare(a: str, b: str) -> Comparison:
    """How the numbers of `b` stand to those of `a`: relation, verdict and why."""
    from audit import comparison, rulebook

    return comparison.sentences(a, b, rulebook.load())


def frame(nouns: Iterable[Mention | Claim | Finding]) -> pd.DataFrame:
    """One row for each noun; the columns are its fields."""
    import msgspec
    import pandas as pd

    return pd.DataFrame([msgspec.to_builtins(noun) for noun in nouns])
