"""The files beside the config that say what is accepted: the baseline and the waivers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from audit import config
from audit.config import Config
from audit.gate import Accepted, Known, baseline, waivers
from audit.model import Fault


def of(settings: Config) -> Accepted:
    """What both files hold. Raises Fault for one that is not as expected, with its line."""
    path = baseline_file(settings)
    used = path.is_file() or settings.baseline
    return replace(waived(settings), known=(known(path),) if used else ())


def waived(settings: Config) -> Accepted:
    """What the waivers hold, as if there were no baseline. Raises Fault."""
    found = _waivers(waivers_file(settings))
    return Accepted(folder=settings.folder, waivers=found, today=date.today())


def known(path: Path) -> Known:
    """What a baseline knows. Raises Fault where there is none, too."""
    if not path.is_file():
        raise Fault(f"{_name(path)}: no such baseline; `claim-audit baseline write` makes it")
    return Known(_name(path), {entry.assertion: line for line, entry in entries(path)})


def baseline_file(settings: Config) -> Path:
    return Path(settings.baseline or settings.folder / baseline.FILE)


def waivers_file(settings: Config) -> Path:
    return settings.folder / waivers.FILE


def entries(path: Path) -> tuple[tuple[int, baseline.Entry], ...]:
    """The lines of a baseline. Raises Fault."""
    return baseline.read(text(path), _name(path))


def _waivers(path: Path) -> tuple[waivers.Placed, ...]:
    return checked(text(path), _name(path)) if path.is_file() else ()


def checked(written: str, name: str) -> tuple[waivers.Placed, ...]:
    """The waivers of a file's text. Raises Fault, for a check there is not, too."""
    from audit import check

    found = waivers.read(written, name)
    for one in found:
        code = one.waiver.check
        if code is not None and code not in check.pages():
            raise Fault(
                f"{one.name}:{one.line}: {code}: no such check; expected a code such as C101"
            )
    return found


def text(path: Path) -> str:
    """The text of one of these files. Raises Fault."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Fault(f"{_name(path)}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Fault(f"{_name(path)}: expected UTF-8 text") from error


def _name(path: Path) -> str:
    return config.near(path)
