"""Which findings make the job fail."""

import pytest

from audit import gate
from audit.model import Finding, Severity


def finding(severity: Severity, status: str = "new") -> Finding:
    return Finding(0, "C101", "k", "conflict", severity, (), (), "m", status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("severities", "fail_on", "code"),
    [
        ((), "info", 0),
        (("error",), "error", 1),
        (("warning",), "error", 0),
        (("warning",), "warning", 1),
        (("info", "warning"), "warning", 1),
        (("info",), "info", 1),
        (("error", "warning"), "never", 0),
    ],
)
def test_code(severities: tuple[Severity, ...], fail_on: str, code: int) -> None:
    assert gate.code(map(finding, severities), fail_on) == code  # type: ignore[arg-type]


@pytest.mark.parametrize("status", ["known", "waived"])
def test_what_is_not_new_does_not_fail(status: str) -> None:
    assert gate.code([finding("error", status)], "error") == 0
