"""What every comparison test needs: the rules that come with the tool."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit import comparison, rulebook
from audit.comparison import Comparison
from audit.rulebook import Rulebook


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    return rulebook.load()


@pytest.fixture
def compared(rules: Rulebook) -> Callable[[str, str], Comparison]:
    return lambda a, b: comparison.sentences(a, b, rules)
