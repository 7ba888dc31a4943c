"""mentions -> claims: what is measured, of whom, where, when, who says so.

`claims` walks a document sentence by sentence. Each slot of a claim is decided in a file of its
own (measure, periods, roles, modality, speech) and keeps how: stated, inherited, assumed, unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from audit.attach import (
    about,
    bases,
    breakdown,
    clocks,
    facts,
    known,
    measure,
    modality,
    pairs,
    periods,
    roles,
    scene,
    several,
    stand_ins,
    superlatives,
    takes,
    things,
)
from audit.attach.compared import is_base, is_base_value
from audit.attach.currency import Currencies
from audit.attach.fitting import COUNTRIES, Roles
from audit.attach.grammar import Grammar
from audit.attach.measured import Measure
from audit.attach.parts import (
    Lines,
    decisions_of,
    entities_of,
    identity,
    in_title,
    order_of,
    reaches_far,
    roles_of,
    two_of,
)
from audit.attach.scene import Scene
from audit.attach.sentence import TIMES, Countries, Sentence, first_person, phrase_in
from audit.attach.speech import Voices
from audit.attach.timed import BASE, UNKNOWN, Time
from audit.model import ABOUT, CONVERTED, FROM, Claim, Decision, Document, Mention, Rejection, Span
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence

PRESENT = 4  # words before a number in which "is" stands
SIDES = {"exporter", "importer"}
AMONG = (["within"], ["among"], ["in"])
RANKS = frozenset({"rank", "ordinal"})
FROM_WHOM = 4  # words behind "total imports" in which the other country stands


def claims(
    document: Document, mentions: Iterable[Mention | Rejection], rulebook: Rulebook
) -> Iterator[Claim]:
    """The claims of one document, in order of their place in it."""
    kept = [m for m in mentions if isinstance(m, Mention)]
    if not kept and not document.sentences:
        return
    story = _Story(document, rulebook, kept)
    starts = [m.start for m in kept]
    for span in document.sentences:
        inside = kept[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        yield from story.sentence(span, inside)


def _of_today(sentence: Sentence, index: int) -> bool:
    """ "China's investment there is close to 200 billion": not of the year told before."""
    at = sentence.place[index]
    lead = [w.text for w in sentence.words[max(0, at - PRESENT) : at]]
    return any(word in sentence.rules.words.context.is_now for word in lead)


def _months_base(sentence: Sentence, index: int) -> bool:
    """Whether a date is what a change is counted from, and less than a year."""
    period = sentence.mentions[index].period
    begun = period is not None and period.first is not None and not period.is_year
    return begun and is_base(sentence, index)


def _total(sentence: Sentence, metric: Metric | None, before: Sequence[Claim]) -> Claim | None:
    """The figure of this sentence of which a metric is a part: the trade, for its exports."""
    whole = metric.part_of if metric else None
    return next((c for c in before if c.metric == whole and c.sentence == sentence.span), None)


def _turned(what: Measure, metric: Metric, other: Metric) -> Measure:
    """A measure of one metric as that of another, its growth or change as well."""
    return replace(
        what,
        metric=what.metric.replace(metric.key, other.key),
        label=what.label.replace(metric.label, other.label),
    )


def _from_abroad(sentence: Sentence, index: int) -> bool:
    """ "3.5 million Chinese of a total of 28 million foreign tourists": these are of all countries."""
    mention = sentence.mentions[index]
    said = mention.noun.lower().split() if mention.noun else []
    end = mention.noun_span.end if mention.noun_span else mention.end
    behind = [w.text for w in sentence.words if w.start >= end][:1]
    abroad = any(word in sentence.rules.words.context.from_abroad for word in said)
    return abroad and behind != ["from"]


def _of_all(sentence: Sentence, place: tuple[int, int]) -> bool:
    """ "Georgia's total imports": those from all, also in a text on trade with one other country."""
    before = sentence.words[max(0, place[0] - 3) : place[0]]
    if len(before) < 3 or before[2].text not in sentence.rules.words.context.of_all:
        return False
    behind = sentence.words[place[0] : place[1] + 1 + FROM_WHOM]
    if any(word.sighting is not None and word.sighting.kind in COUNTRIES for word in behind):
        return False  # "the UK's total imports of Turkish goods"
    return sentence.possessive(place[0] - 3)  # the "s" is a word


def _in_its_bracket(
    sentence: Sentence, index: int, what: Measure, before: Sequence[Claim]
) -> Measure:
    """ "Core inflation was 7.1 % (6.9 % in the month before)": in the bracket right behind a figure of its
    kind a number is narrowed as that is."""
    last = before[-1] if before else None
    mention = sentence.mentions[index]
    if last is None or last.metric != what.metric or last.mention.kind != mention.kind:
        return what
    gap = sentence.slice(last.mention.end, mention.start) if last.end <= mention.start else ""
    if last.sentence != sentence.span or gap.strip() != "(":
        return what
    kept = {one for one in last.filters if one != FROM}
    return replace(what, filters=tuple(sorted({*what.filters, *kept})))


def _unsure(filled: Roles, sentence: Sentence, place: tuple[int, int] | None) -> Roles:
    """ "Overall exports rose", "fixed investment rose", in a text on two countries: whose with whom, or
    with all, is a guess where the sentence names neither."""
    if not place or len(filled) < 2 or any(d.how == "stated" for _, d in filled.values()):
        return filled
    lead = [w.text for w in sentence.words[max(0, place[0] - 1) : place[0]]]
    of_all = any(word in sentence.rules.words.context.of_all for word in lead)
    if filled.keys() != {"investor", "host"} and not (of_all and filled.keys() == SIDES):
        return filled
    return {role: (who, replace(d, how="assumed")) for role, (who, d) in filled.items()}


def _within(sentence: Sentence, index: int, filled: Roles) -> Iterator[tuple[str, str]]:
    """ "Within ASEAN Indonesia is its second-largest partner": the seventh in the world may be the same."""
    parts, at = {who for who, _ in filled.values()}, sentence.place[index]
    for i, word in enumerate(sentence.words):
        lead = [w.text for w in sentence.words[max(0, i - 2) : i] if w.text != "the"]
        if word.sighting is None or word.sighting.kind != "bloc" or lead[-1:] not in AMONG:
            continue
        another = i > at and sentence.between(at, i, RANKS)  # "seventh, and third within ASEAN"
        if word.sighting.key not in parts and not another:
            yield "scope", word.sighting.key


def _opens_a_clause(sentence: Sentence, index: int) -> bool:
    """ "To establish relations with China, and in 2005 it became": the date of what follows, which is no
    date of what stands before it."""
    at = sentence.place[index]
    lead = [w.text for w in sentence.words[max(0, at - 2) : at]]
    context = sentence.rules.words.context
    behind = [w.text for w in sentence.words[at + 1 : at + 2]]
    opens = bool(lead) and lead[0] in context.joiners and lead[-1] in ("in", "on")
    return opens and bool(behind) and behind[0] in context.pronouns


def _goes_on(sentence: Sentence, index: int, before: Sequence[Claim]) -> bool:
    """Whether no country is named between a figure and the one before it in its sentence."""
    last = before[-1] if before else None
    if last is None or last.sentence != sentence.span or last.end > sentence.mentions[index].start:
        return False
    between = [w for w in sentence.words if last.end <= w.start < sentence.mentions[index].end]
    return not any(w.sighting and w.sighting.kind in COUNTRIES for w in between)


def _two(scene: Scene) -> Iterator[str]:
    yield from (key for key in (scene.home, scene.partner) if key)


class _Story:
    """What a document has said so far, as far as the next sentence may point back to it."""

    def __init__(self, document: Document, rules: Rulebook, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.rules = rules
        self.scene: Scene = scene.of(document, rules)
        self.voices = Voices(document, rules.words.context)
        self.currencies = Currencies(document, mentions)
        self.before: list[Claim] = []
        self.last: Sentence | None = None
        self.lists = breakdown.Finder(rules.words)
        self.time: Time | None = None
        self.dated: Span | None = None  # the sentence whose time that is
        self.spoken_of: tuple[str, ...] = ()
        self.end = document.sentences[0].start if document.sentences else 0
        self.lines = Lines(document)
        self.facts = facts.Finder(document, rules)
        self.things = things.Things(document, rules, mentions)

    def sentence(self, span: Span, mentions: Sequence[Mention]) -> Iterator[Claim]:
        found: list[Claim] = []
        if mentions:
            sentence = Sentence(self.document, span, mentions, self.rules, self._countries(span))
            grammar = Grammar(sentence)
            names = self.rules.names.find(sentence.norms)
            for index in range(len(mentions)):
                claim = self._claim(grammar, index, names, [*self.before, *found])
                if claim:
                    found.append(claim)
            found = self._listed(grammar, found)
        found += self._first_places(span, mentions)
        self._spoken_of(span)
        said = self.facts.claims(span, mentions, self.lines.at)
        numeric = [c for c in found if c.mention.kind not in TIMES]
        self.before = numeric or self.before[-1:]
        yield from sorted([*found, *said])

    def _listed(self, grammar: Grammar, found: list[Claim]) -> list[Claim]:
        """The claims of a sentence; those of the parts that it lists for a total know of which."""
        sentence = grammar.sentence
        before, self.last = self.last, sentence
        near = before and self._follows(before.span, sentence.span)
        told = list(self.lists.of(sentence, before if near else None))
        missing = breakdown.missing(told, found, self.before, sentence)
        for index, what in missing:
            time = periods.of(sentence, index, self.time, self.scene.home)
            found.append(self._built(grammar, index, what, time, [*self.before, *found]))
        return [breakdown.marked(claim, told, sentence) for claim in sorted(found)]

    def _follows(self, one: Span, other: Span) -> bool:
        """Whether a sentence stands right behind another in its paragraph."""
        gap = self.document.quote(one.end, other.start)
        return "\n" not in gap and 0 < len(gap) <= 2

    def _countries(self, span: Span) -> Countries:
        """Whom "the country" stands for in a sentence: its subject, that of the sentence before in
        the paragraph, or the country that the text is at home in."""
        follows = "\n" not in self.document.quote(self.end, span.start)
        before = self.spoken_of if follows else ()
        return lambda text, found: stand_ins.of(text, found, before, self.scene, self.rules)

    def _spoken_of(self, span: Span) -> None:
        text = self.document.quote(span.start, span.end)
        named = stand_ins.subjects(text, self.rules.atlas.scan(text), self.rules)
        follows = "\n" not in self.document.quote(self.end, span.start)
        self.spoken_of = tuple(dict.fromkeys(named)) or (self.spoken_of if follows else ())
        self.end = span.end

    def _claim(
        self, grammar: Grammar, index: int, names: list[Occurrence], before: list[Claim]
    ) -> Claim | None:
        sentence = grammar.sentence
        mention = sentence.mentions[index]
        if mention.is_time and (mention.kind not in TIMES or _opens_a_clause(sentence, index)):
            return None
        if mention.kind in TIMES and not names:
            return None  # a date is the value of a metric, or of nothing
        time = periods.of(sentence, index, self.time, self.scene.home)
        long = reaches_far(sentence, index, time.period)
        named = self.things.inside(sentence.span)
        dated = time is not UNKNOWN
        what = measure.of(grammar, index, names, long, before, named, dated)
        if (
            time is UNKNOWN
            and what
            and what.kind in clocks.DATED
            and not what.metric.startswith("open:")
        ):
            mood, _ = modality.of(sentence, index, None, self.document.published)
            past = mood == "actual" and not _of_today(sentence, index)
            time = (self._carried_time(sentence) if past else None) or time
        if what is None:
            return None
        what = _in_its_bracket(sentence, index, what, before)
        if time.period is not None and not is_base_value(sentence, index):
            self._goes_on(sentence, time)
        return self._built(grammar, index, what, time, before)

    def _goes_on(self, sentence: Sentence, time: Time) -> None:
        """ "The same period" of what follows is the time of a sentence's first figure."""
        if self.dated != sentence.span:
            self.dated, self.time = sentence.span, time

    def _first_places(self, span: Span, mentions: Sequence[Mention]) -> Iterator[Claim]:
        """Ranks of the rulebook that a superlative says."""
        for one in superlatives.of(self.document, span, self.rules.words.context.superlatives):
            every = superlatives.among(mentions, one)
            sentence = Sentence(self.document, span, every, self.rules)
            index = next(i for i, m in enumerate(sentence.mentions) if m.start == m.end)
            what = known.of(sentence, index, self.rules.names.find(sentence.norms), False)
            if what is not None and what.kind == "rank":
                time = periods.of(sentence, index, self.time, self.scene.home)
                yield self._built(
                    Grammar(sentence), index, replace(what, mention=one), time, self.before
                )

    def _view(self, sentence: Sentence, speaker: str | None, total: Claim | None) -> Scene:
        """Whose scene a claim is set in: the speaker's for "our", the total's for its parts."""
        if first_person(sentence.text, self.rules.words.context.first_person):
            return self.scene.of_speaker(speaker)
        pair = [who for role, who in total.roles if role.startswith("pair")] if total else []
        return self.scene.between(*pair) if len(pair) == 2 else self.scene

    def _between(self, sentence: Sentence, before: Sequence[Claim]) -> frozenset[str]:
        """The countries of the figure before the sentence, in this paragraph, as far as no guess makes
        it theirs."""
        earlier = (c for c in reversed(before) if c.sentence != sentence.span and c.roles)
        last = next(earlier, None)
        if last is None:  # the first figure of a text is of those whom it is about
            return frozenset(_two(self.scene))
        if last.sentence is None or last.term:
            return frozenset()
        gap = self.document.quote(last.sentence.end, max(last.sentence.end, sentence.span.start))
        guessed = {d.slot for d in last.decided if d.how == "assumed"}
        sure = (who for role, who in last.roles if role.rstrip("2") not in guessed)
        return frozenset(sure) if "\n" not in gap else frozenset()

    def _carried_time(self, sentence: Sentence) -> Time | None:
        """The year of the sentence just before in the paragraph, for a flow that names none."""
        last = next((c for c in reversed(self.before) if c.period), None)
        if phrase_in(sentence.text, self.rules.words.context.other_times):
            return None
        bases = (
            m for i, m in enumerate(sentence.mentions) if m.is_time and _months_base(sentence, i)
        )
        if any(m.period and m.period.moved(1) != (self.time and self.time.period) for m in bases):
            return None  # "dropped by 29 % from November 2024" is of a month
        if last is None or last.period is None or last.sentence is None or self.time is None:
            return None
        gap = self.document.quote(last.sentence.end, sentence.span.start)
        if "\n" in gap or len(gap) > 2 or last.period != self.time.period:
            return None
        return Time(
            last.period, "inherited", f"the sentence before ({self.time.words})", self.time.span
        )

    def _built(
        self, grammar: Grammar, index: int, what: Measure, time: Time, before: Sequence[Claim]
    ) -> Claim:
        sentence = grammar.sentence
        mention = what.mention or sentence.mentions[index]
        metric = self.rules.metrics.get(what.metric.split(".")[0])
        wanted = metric.roles if metric else {}
        part = self.rules.of_two.get(metric.key) if metric else None
        if metric and part and what.place and pairs.partner(sentence, what.place):
            what, metric, wanted = _turned(what, metric, part), part, part.roles
        paid = None
        if metric and metric.unit == "money" and mention.kind != "percent":
            mention, paid = self.currencies.of(mention)
        if metric and what.metric == metric.key:
            mention = takes.counted_off(takes.yearly(mention), metric)
        again = Decision("value", "inherited", CONVERTED) if index in sentence.converted else None
        order = order_of(sentence)
        speech = self.voices.at(Span(mention.start, mention.end), sentence.text)
        total = _total(sentence, metric, before)
        view = self._view(sentence, speech.speaker, total)
        set_before = view is self.scene or (
            total is not None and total.decided_as("pair", "assumed")
        )
        near = self._between(sentence, before) if set_before else frozenset(_two(view))
        filled = (
            roles.of(sentence, index, metric, view, what.place, what.roles, near) if metric else {}
        )
        filled = self._turned_about(metric, filled, before, _goes_on(sentence, index, before))
        filled = _unsure(filled, sentence, what.place)
        whole = self._without(metric, filled, sentence, index, what.place)
        if metric and whole:  # tourists of no country in particular: the visitors of all
            what, metric, wanted = _turned(what, metric, whole), whole, whole.roles
            filled = roles.of(sentence, index, whole, view, what.place, what.roles, near)
        of_thing = set(wanted.values()) == {"thing"}  # what a port handled is no route's
        of_none = not filled and (of_thing or not sentence.sightings)
        if metric and metric.roles and (of_none or self._of_a_venue(grammar, index, filled)):
            named, long = (
                self.things.inside(sentence.span),
                reaches_far(sentence, index, time.period),
            )
            other = measure.open_of(grammar, index, named, long, before)
            if other:  # students of a university, where no country is named: a thing of its own
                return self._built(grammar, index, other, time, before)
        thing = None if metric else about.of(grammar, index, self.things)
        filled = {ABOUT: thing} if thing else filled
        unnamed = None if metric or thing else about.unnamed(sentence, index)
        owners = {key for key, _ in filled.values()} | {self.scene.home or ""}
        time = clocks.fiscal(time, owners, sentence)
        mood, why = modality.of(sentence, index, time.period, self.document.published)
        period, as_of, when = clocks.of(
            what, time, mention, sentence, self.document.published, mood
        )
        if speech.voice == "quoted" and time is UNKNOWN and clocks.past(sentence, mention):
            as_of, when = None, Decision("as_of", "unknown", "a past that the quote does not date")
        base = bases.of(sentence, index, what, period)
        filters = (*what.filters, *base[0]) if base else what.filters
        line, column = self.lines.at(mention.start)
        entities = entities_of(sentence, index, (speech.upstream or "").lower())
        subject, partner = two_of(filled, wanted, entities)
        if what.kind == "rank":
            filters = (*filters, *_within(sentence, index, filled))
        if time.event:
            filters = (*filters, ("event", time.event))
        if metric is None:
            filters = (*filters, *several.of(sentence, index, entities))
        return Claim(
            source=self.document.source,
            item=self.document.item,
            start=mention.start,
            end=mention.end,
            metric=what.metric,
            id=identity(self.document, mention.start, mention.end, what.metric),
            mention=mention,
            label=what.label,
            kind=what.kind,
            terms=what.terms,
            subject=subject,
            object=partner,
            roles=roles_of(filled, metric, what),
            filters=(*filters, FROM) if time is BASE else filters,
            definition=what.definition,
            period=period,
            as_of=as_of,
            published=self.document.published,
            outlet=self.document.outlet,
            speaker=speech.speaker,
            upstream=speech.upstream,
            voice=speech.voice,
            modality=mood,
            decided=decisions_of(
                what, filled, when, why, paid, again, order, unnamed, base and base[1]
            ),
            sentence=sentence.span,
            heading=in_title(self.document, mention.start),
            quote=self.document.written(sentence.span.start, sentence.span.end),
            line=line,
            column=column,
            setting=self.things.setting,
            home=tuple(key for key in (self.scene.home, self.scene.partner) if key),
            topic=self.things.topic,
        )

    def _turned_about(
        self, metric: Metric | None, filled: Roles, before: Sequence[Claim], goes_on: bool
    ) -> Roles:
        """ "Imports from Chad were $1.3bn. Exports were $17m": to Chad, whoever the text is at home with.
        Of two flows that are parts of one trade the second has the roles of the first turned about; in
        one sentence so has "and imports at", whoever was named before the first."""
        last = next((c for c in reversed(before) if not c.is_open and c.roles), None)
        if metric is None or last is None or not metric.part_of or set(metric.roles) != SIDES:
            return filled
        other = self.rules.metrics.get(last.metric.split(".")[0])
        if other is None or other.part_of != metric.part_of:
            return filled
        said = dict(last.roles)
        alike = {who for who, _ in filled.values()} == set(said.values())
        if other.key == metric.key:  # "imports stood at $19bn, up 9 %": of those of the level
            again = goes_on and alike and set(filled) == set(said) == SIDES
            by = dict(filled.values())
            return {r: (w, replace(by[w], slot=r)) for r, w in said.items()} if again else filled
        told = not goes_on and any(d.how == "stated" for _, d in filled.values())
        stated = any(last.decided_as(role, "stated") for role in SIDES)
        if told or not stated or set(filled) != SIDES or set(said) != SIDES:
            return filled
        one, two = sorted(SIDES)
        if {filled[one][0], filled[two][0]} != {said[one], said[two]}:
            return filled
        return {r: (said[o], replace(filled[r][1], slot=r)) for r, o in ((one, two), (two, one))}

    def _of_a_venue(self, grammar: Grammar, index: int, filled: Roles) -> bool:
        """ "The Arosa Museum had 3.9 million visitors": no country's, where none is said to be visited."""
        where = filled.get("destination")
        if where is None or where[1].how == "stated":
            return False
        thing = about.of(grammar, index, self.things)
        return thing is not None and thing[1].how == "stated"

    def _without(
        self,
        metric: Metric | None,
        filled: Roles,
        sentence: Sentence,
        index: int,
        place: tuple[int, int] | None,
    ) -> Metric | None:
        """The metric that this one is where one of its roles is played by no one."""
        if metric and "origin" in metric.without and _from_abroad(sentence, index):
            return self.rules.metrics[metric.without["origin"]]
        if metric and place and _of_all(sentence, place):
            for key in metric.without.values():
                return self.rules.metrics[key]
        named = sentence.sighted(COUNTRIES, *sentence.clause(sentence.place[index]))
        several = len(named | {key for key, _ in filled.values()}) > 1
        for role, key in metric.without.items() if metric else ():
            whole = self.rules.metrics[key]
            if several and tuple(whole.roles.values()) == ("country",):
                continue  # "FDI by Korean firms into China" is not that from all
            text = sentence.clause_text(sentence.place[index]).lower()
            needed = not whole.needs or phrase_in(text, whole.needs)
            if role not in filled and needed and not phrase_in(text, whole.never):
                return whole
        return None
