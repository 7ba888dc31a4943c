"""The metric of the claim before, where a number's own clause names nothing and points back."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from audit.attach import modifiers
from audit.attach.forbids import counts_what_follows, is_a_step, moves_a_rate
from audit.attach.measured import Measure, changes, in_points
from audit.attach.sentence import Sentence, Word, phrase_in
from audit.model import BESIDE, FROM, NO_NOUN, Claim, Decision, Mention
from audit.rulebook.metrics import Metric
from audit.rulebook.units import dimension
from audit.rulebook.words import WORD, Vocabulary

CHANGED = ", change"
FORESEEN = ("projected", "forecast")
THOSE = "those"
SUM = 1000  # less than this without a currency is no sum of money
VALUE_KINDS = frozenset({"money", "percent", "measure", "count", "number"})


def of(sentence: Sentence, index: int, before: Sequence[Claim]) -> Measure | None:
    """The metric of the claim before, if this number's own clause names nothing and points back."""
    written = sentence.mentions[index]
    mention = in_points(written, sentence.rules.lexicon.points)
    found = _carried(sentence, index, mention, before)
    return replace(found, mention=mention) if found and mention is not written else found


def beside(sentence: Sentence, index: int, before: Sequence[Claim]) -> Measure | None:
    """The growth of the figure that it stands right behind, whatever is named elsewhere: "cement worth
    $5 million, which is 74 % more"."""
    mention = in_points(sentence.mentions[index], sentence.rules.lexicon.points)
    if (
        mention.kind != "percent"
        or not changes(mention)
        or _beside(sentence, index, before) is None
    ):
        return None
    return of(sentence, index, before)


def _carried(
    sentence: Sentence, index: int, mention: Mention, before: Sequence[Claim]
) -> Measure | None:
    if mention.kind not in VALUE_KINDS or (mention.own_noun and mention.kind != "percent"):
        return None
    same = next((c for c in reversed(before) if _like(c.mention, mention)), None)
    same = same and _total(sentence, same, before)
    reason = _points_back(sentence, index, same)
    beside = _beside(sentence, index, before) if changes(mention) else None
    if beside:  # "4.1 million tons, 63 percent more"
        same, reason = beside, BESIDE
    elif same is None and changes(mention):
        same = next((c for c in reversed(before) if c.mention.kind in VALUE_KINDS), None)
    if same is None or reason is None or same.is_open or is_a_step(sentence, index):
        return None
    known = sentence.rules.metrics.get(same.metric.split(".")[0])
    if known and known.unit == "percent" and mention.kind != "percent":
        return None  # "it lost half of its value"
    bare_sum = same.mention.kind == "money" and mention.unit is None
    if bare_sum and counts_what_follows(sentence, index):
        return None
    if known and phrase_in(sentence.clause_text(sentence.place[index]).lower(), known.never):
        return None  # "produced 90 million tons of oil, and exported 70"
    if same.kind == "rate" and (_of_something(sentence, index) or _portion(sentence, index)):
        return None
    base = same.metric.removesuffix(".growth").removesuffix(".change")
    definition = _defined(sentence, index, known) or same.definition
    grows = mention.kind == "percent" and changes(mention)
    if mention.kind == "percent" and not grows and same.mention.kind != "percent":
        return None
    metric = sentence.rules.metrics.get(base)
    if grows and metric and (metric.kind == "share" or metric.level):
        return None
    if grows and reason == BESIDE and same.mention.kind == "percent" and not changes(same.mention):
        return None  # "at 8.7 %, up 0.4 %": what a rate moved by
    if metric and moves_a_rate(metric, sentence, index, mention):
        return None
    if grows and metric and metric.unit != "percent":
        return Measure(
            base + ".growth",
            "rate",
            metric.label + ", growth",
            same.terms,
            Decision("metric", "inherited", reason),
            definition,
            _kept(same, sentence, index),
            roles=_sure(same),
        )
    moved = mention.change == "by" and mention.direction and same.mention.kind != "percent"
    level = base if same.metric.endswith(".change") else same.metric
    label = same.label.removesuffix(CHANGED)
    return Measure(
        base + ".change" if moved else level,
        same.kind,
        label + CHANGED if moved else label,
        same.terms,
        Decision("metric", "inherited", reason),
        definition,
        tuple(sorted({*_kept(same, sentence, index), *modifiers.subset(sentence, index)})),
        roles=_sure(same),
    )


def _kept(claim: Claim, sentence: Sentence, index: int) -> tuple[tuple[str, str], ...]:
    """The filters of a claim but that of a value from before its change, which is its own; and the
    province of which the new figure is."""
    kept = {one for one in claim.filters if one != FROM}
    province = modifiers.province(sentence, index)
    paces = modifiers.paces(sentence, index)
    return tuple(sorted({*kept, *paces, *([("part", province)] if province else [])}))


def _defined(sentence: Sentence, index: int, metric: Metric | None) -> str | None:
    """ "By the expanded definition it fell to 42.1 %"."""
    text = sentence.clause_text(sentence.place[index]).lower()
    cues = metric.definitions.items() if metric else ()
    return next((key for key, words in cues if phrase_in(text, words)), None)


def _sure(claim: Claim) -> tuple[tuple[str, str], ...]:
    """The roles of a claim that no guess fills: a guess is made anew."""
    guessed = {d.slot for d in claim.decided if d.how == "assumed"}
    return tuple(pair for pair in claim.roles if pair[0].rstrip("2") not in guessed)


def _beside(sentence: Sentence, index: int, before: Sequence[Claim]) -> Claim | None:
    """The claim of the figure that a change stands right behind: "$5 billion, up 12 %"; a time may
    stand between."""
    last = next((c for c in reversed(before) if c.mention.kind in VALUE_KINDS), None)
    if last is None or last.start < sentence.span.start:
        return None
    gap = sentence.slice(last.end, sentence.mentions[index].start)
    times = [m for m in sentence.mentions if last.end <= m.start < sentence.mentions[index].start]
    for time in reversed([m for m in times if m.is_time]):
        gap = gap.replace(time.text, "", 1)
    noun = last.mention.noun_span
    if noun and noun.start >= last.end:
        gap = gap.replace(sentence.slice(noun.start, noun.end), "", 1)
    words = WORD.findall(gap.lower())
    idle = {*sentence.rules.words.stop, *sentence.rules.words.context.prepositions}
    return last if "," in gap and set(words) <= idle else None


def _total(sentence: Sentence, part: Claim, before: Sequence[Claim]) -> Claim:
    """What "the figure" points back to, where a sentence before gave a total and its parts."""
    metric = sentence.rules.metrics.get(part.metric)
    if metric is None or part.sentence == sentence.span:
        return part
    near = (c for c in before if c.sentence == part.sentence and c.metric == metric.part_of)
    return next(near, part)


def _of_something(sentence: Sentence, index: int) -> bool:
    """ "About 15 per cent of the city's output": a share, whatever rate was told before."""
    behind = sentence.words[sentence.place[index] + 1 :][:1]
    return [word.text for word in behind] == ["of"]


def _portion(sentence: Sentence, index: int) -> bool:
    """ "Became the second supplier, with a share of 22 %"."""
    at = sentence.place[index]
    lead = [w.text for w in sentence.words[max(0, at - 2) : at]]
    return any(word in sentence.rules.words.context.portions for word in lead)


def _like(a: Mention, b: Mention) -> bool:
    if "money" in (a.kind, b.kind):
        other = b if a.kind == "money" else a
        bare = other.kind == "number" and other.unit is None and (other.stated or 0) >= SUM
        return other.kind == "money" or bare
    return a.kind == b.kind and dimension(a.unit) == dimension(b.unit)


def _points_back(sentence: Sentence, index: int, same: Claim | None) -> str | None:
    """Why the number may take the metric before: a pronoun, a generic noun, or nothing of its own."""
    at = sentence.place[index]
    first, _ = sentence.clause(at)
    vocabulary = sentence.rules.words
    lead = [w for w in sentence.words[first:at] if w.mention is None and w.sighting is None]
    pronoun = _pronoun(lead, vocabulary) or _subject(lead, vocabulary)
    pronoun = pronoun or _figure(lead, vocabulary)
    if pronoun:
        return f"“{pronoun}”"
    content = [w for w in lead if w.text not in vocabulary.stop and w.text not in vocabulary.verbs]
    if not content and THOSE in {w.text for w in lead}:
        return None  # "imports grew 39.6 %, but those from China 25.4 %": not those from all
    if not content:
        inside = same is not None and same.start >= sentence.span.start
        return NO_NOUN if inside else None
    grown = vocabulary.context.change_nouns if changes(sentence.mentions[index]) else ()
    idle = (*FORESEEN, *grown)  # "the growth amounted to 14 %"
    if all(w.norm in vocabulary.generic or w.text in idle for w in content[-2:]):
        return f"“{content[-1].text}”"
    return None


def _pronoun(lead: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    """The pronoun that opens a clause, unless that clause has things of its own: "they completed
    1,400 projects worth $50 billion"."""
    anaphora = vocabulary.context.anaphora
    at = next((i for i, w in enumerate(lead[:4]) if w.text in anaphora), None)
    if at is None or _tells(lead, at, vocabulary):
        return None
    own = [w for w in lead[at + 1 :] if _names_a_thing(w, vocabulary)]
    return None if own else lead[at].text


def _tells(lead: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Whether "that" opens what is told: "the cabinet added that $17 billion had flowed in"."""
    return at > 0 and lead[at].text == "that" and vocabulary.is_verb(lead[at - 1].text)


def _names_a_thing(word: Word, vocabulary: Vocabulary) -> bool:
    context = vocabulary.context
    idle = (
        vocabulary.stop,
        vocabulary.verbs,
        context.levels,
        context.exceeding,
        context.prepositions,
        context.clause_openers,
    )
    said = word.norm in vocabulary.generic or word.norm in vocabulary.harmless
    return not (said or word.text.endswith("ly") or any(word.text in words for words in idle))


def _figure(lead: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    """ "It was agreed to increase this number to": the figure that the text has just given."""
    context = vocabulary.context
    idle = (context.prepositions, vocabulary.verbs, context.levels, context.exceeding)
    texts = [w.text for w in lead]
    while texts and any(texts[-1] in words for words in idle):
        texts.pop()
    stands = texts[-2:-1] in (["this"], ["that"]) or texts[-2:] == ["the", "figure"]
    generic = bool(texts) and vocabulary.norm(texts[-1]) in vocabulary.generic
    return " ".join(texts[-2:]) if stands and generic else None


def _subject(lead: Sequence[Word], vocabulary: Vocabulary) -> str | None:
    """The pronoun of which nothing but the number is said: "for the whole of last year it was"."""
    for at, word in reversed(list(enumerate(lead))):
        if word.text in vocabulary.context.anaphora:
            return None if _tells(lead, at, vocabulary) else word.text
        if word.text not in vocabulary.stop and word.text not in vocabulary.verbs:
            return None
    return None
