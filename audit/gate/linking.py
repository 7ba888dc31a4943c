"""What waivers say of claims before they are compared: that they are not, or are, of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from audit.gate.acceptance import names
from audit.gate.accepted import Accepted
from audit.gate.waivers import Placed
from audit.model import Claim

Fingerprint = Callable[[str, Claim], str]  # of a check and a claim
Place = tuple[str, int]  # file and line


class Linking(Struct, frozen=True):
    apart: tuple[Placed, ...]  # not-same: what one of these names is another thing than all else
    together: tuple[Placed, ...]  # same: what one of these names is one thing
    folder: Path
    fingerprint: Fingerprint

    def sides(self, claim: Claim) -> tuple[int, ...]:
        """Claims of different sides must not be linked."""
        return self._named(self.apart, claim)

    def ties(self, claim: Claim) -> tuple[int, ...]:
        """Claims of a common tie must be linked."""
        return self._named(self.together, claim)

    def used(self, claims: Iterable[Claim]) -> frozenset[Place]:
        """The places of the waivers that name a claim."""
        every = (*self.apart, *self.together)
        found = {at for claim in claims for at in self._named(every, claim)} if every else ()
        return frozenset((every[at].name, every[at].line) for at in found)

    def _named(self, placed: tuple[Placed, ...], claim: Claim) -> tuple[int, ...]:
        return tuple(at for at, one in enumerate(placed) if self._names(one, claim))

    def _names(self, placed: Placed, claim: Claim) -> bool:
        one = placed.waiver
        if not names(one, claim, self.folder):
            return False
        prints, code = one.fingerprints, one.check or ""
        return not prints or self.fingerprint(code, claim) in prints


def linking(accepted: Accepted, fingerprint: Fingerprint) -> Linking:
    counting = [one for one in accepted.waivers if one.waiver.counts(accepted.today)]
    apart, together = (
        tuple(one for one in counting if one.waiver.verdict == verdict)
        for verdict in ("not-same", "same")
    )
    return Linking(apart, together, accepted.folder, fingerprint)
