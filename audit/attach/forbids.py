"""What keeps a metric's name from a number beside it: words that say otherwise, another noun, another date."""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.sentence import TIMES, Sentence, phrase_in
from audit.attach.takes import NO_NOUN, bare, physical
from audit.model import Mention
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence
from audit.rulebook.words import Vocabulary

PHRASE = 4  # words that a noun phrase has behind a superlative
ADDED = 4  # words before a number in which "add" stands
OF = 6  # words between "of" and what a share is of
POINTS = ("percentage_point", "basis_point")
RANKED = frozenset({"rank", "ordinal"})
JOINT = 3  # words behind a number in which the two countries stand
SUBJECT = 6  # words from "as" to the figure of its clause
CLAUSE = 2  # words that a clause has, at least: a subject and its verb
PER = ("per", "every")  # "98 per million inhabitants", "171 for every 100,000 people"
STEP = 24  # letters behind a number in which "was added" stands
NEAR_COUNT = 3  # words between a name and a number that may count anything


def allowed(metric: Metric, sentence: Sentence, index: int, name: Occurrence) -> bool:
    mention = sentence.mentions[index]
    if _of_a_title(sentence, name) or _counts_another(metric, sentence, index, name):
        return False
    if moves_a_rate(metric, sentence, index, mention):
        return False
    if mention.kind == "percent" and _rise_of_another(metric, sentence, index, name):
        return False
    if metric.kind == "rate" and _of_what_follows(sentence, index, name):
        return False
    if metric.growth_of and _within_the_whole(sentence, name):
        return False
    if bare(mention) and _those_two(sentence, index):
        return False
    if metric.unit == "money" and bare(mention) and counts_what_follows(sentence, index):
        return False
    if _counts(metric) and _besides(sentence, index):
        return False
    if mention.kind == "percent" and _of_those_who_think(sentence, index):
        return False
    if mention.kind == "money" and _for_each(sentence, index):
        return False
    if metric.unit != "person" and bare(mention) and _of_its_people(sentence, index):
        return False
    if is_a_step(sentence, index) or sentence.before(sentence.place[index], 1).strip() in PER:
        return False
    if _adds_to(sentence, index, name) or _beside_its_subject(sentence, index, name):
        return False
    if _of_another(sentence, index, name) or _behind_as(sentence, index, name):
        return False
    if metric.never and _said_otherwise(sentence, index, name, metric.never):
        return False
    if mention.kind in RANKED and not (
        _of_its_noun(metric, sentence, index) and _in_its_row(sentence, index, name)
    ):
        return False
    if mention.kind != "count" and sentence.barrier(name.first, name.last) > 0:
        return False  # "Exports, an engine of the economy, contracted" names no economy that did
    between = sentence.words[sentence.place[index] + 1 : name.first]
    if any(word.text in sentence.rules.words.context.relative_adverbs for word in between):
        return False  # "up 23 % on 2023, when 1.5 million visitors came"
    if mention.kind != "percent" and _portioned(sentence, name):
        return False
    if metric.unit == "ordinal" and not _holds_noun(sentence, mention, name):
        return False
    if _counts(metric) and bare(mention) and not _level(sentence, index, name):
        return False
    if metric.unit == "count" and _gap(sentence.place[index], name) > NEAR_COUNT:
        return False
    if set(metric.roles) == {"of"} and _of_a_people(sentence, index):
        return False
    if metric.unit == "person" and _with_its_own(sentence, name):
        return False
    if mention.kind == "duration" and metric.unit == "ordinal" and not _marked(sentence, index):
        return False
    if metric.unit == "date" and not _nearest_date(sentence, index, name):
        return False
    met = not metric.needs or phrase_in(sentence.text.lower(), metric.needs) is not None
    return met or (mention.kind == "count" and "pair" in metric.roles and _joint(sentence, index))


def _of_another(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "$2 billion or 16.5 percent of Turkey's exports": what the second figure is of."""
    at = sentence.place[index]
    near = range(max(at + 1, name.first - OF), name.first)
    owners = [i for i in near if sentence.words[i].mention is not None]
    if not owners or sentence.words[owners[-1]].mention is None:
        return False
    other = sentence.mentions[sentence.words[owners[-1]].mention or 0]
    return other.kind == "percent" and sentence.words[owners[-1] + 1].text == "of"


def _adds_to(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "To add another $5 billion to Japan's GDP": what is added is no level."""
    at, context = sentence.place[index], sentence.rules.words.context
    lead = [w.text for w in sentence.words[max(0, at - ADDED) : at]]
    behind = [w.text for w in sentence.words[at + 1 : at + 2]]
    near = at < name.first <= at + OF
    return near and behind == ["to"] and any(word in context.adding for word in lead)


def _of_those_who_think(sentence: Sentence, index: int) -> bool:
    """ "65 percent think that inflation will rise": a share of those who were asked."""
    at = sentence.place[index]
    behind = [w.text for w in sentence.words[at + 1 : at + 2]]
    return any(word in sentence.rules.words.context.opining for word in behind)


def _beside_its_subject(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "Exports, a key engine of the Thai economy, contracted 1 %": a name that only tells what the
    subject is, behind a preposition between two commas."""
    at, words = sentence.place[index], sentence.words
    if name.last + 1 >= len(words) or not 0 < name.first <= name.last < at:
        return False
    closed = sentence.slice(words[name.last].end, words[name.last + 1].start).strip() == ","
    opened = next((i for i in range(name.first, 0, -1) if _comma(sentence, i)), 0)
    inside = [w.text for w in words[opened : name.first]]
    told = inside[:1] in (["a"], ["an"], ["the"])
    return closed and opened > 0 and told and "of" in inside


def _comma(sentence: Sentence, i: int) -> bool:
    return sentence.slice(sentence.words[i - 1].end, sentence.words[i].start).strip() == ","


def _behind_as(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "The surplus rose to 70 billion as exports gained 2.2 %": of what follows "as"."""
    at, context = sentence.place[index], sentence.rules.words.context
    low = max(name.last + 1, at - SUBJECT)
    places = [i for i in range(low, at) if sentence.words[i].text == "as"]
    if not places:
        return False
    between = [w for w in sentence.words[places[-1] + 1 : at] if w.text not in context.determiners]
    said = [w.text for w in between if w.mention is None]
    clause = len(said) >= CLAUSE and sentence.rules.words.is_verb(said[-1])
    return clause and said[0] not in context.behind_as


def moves_a_rate(metric: Metric, sentence: Sentence, index: int, mention: Mention) -> bool:
    """ "By 100 basis points", "11.4 % higher than in May": what a rate moved by is no rate."""
    if metric.unit != "percent":
        return False
    if mention.unit in POINTS:
        return True
    return metric.kind == "rate" and _moved_by(sentence, index)


def _moved_by(sentence: Sentence, index: int) -> bool:
    context = sentence.rules.words.context
    behind = [w.text for w in sentence.words[sentence.place[index] + 1 :][:OF]]
    moved = any(word in words for word in behind[:1] for words in (context.more, context.less))
    grew = bool(behind) and behind[0] in context.change_nouns and "rate" in behind
    return (
        moved
        or grew
        or behind[:2] in (["up", "on"], ["up", "from"], ["down", "on"], ["down", "from"])
    )


def _rise_of_another(metric: Metric, sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "Inflation picked up on a 10 percent increase in rents": the rise is of the rents."""
    at, rules = sentence.place[index], sentence.rules
    behind = sentence.words[at + 1 : at + 1 + OF]
    rises = bool(behind) and behind[0].text in rules.words.context.change_nouns
    if name.last > at or not rises or [w.text for w in behind[1:2]] not in (["in"], ["of"]):
        return False
    phrase: list[str] = []
    for word in behind[2:]:
        idle = word.text in rules.words.verbs or word.text in rules.words.context.prepositions
        if word.sighting is not None:
            continue  # "14 % growth in Peru's exports"
        if word.mention is not None or idle:
            break
        if word.text not in rules.words.stop and word.norm not in rules.words.harmless:
            phrase.append(word.norm)
    own = rules.names.stems(metric.key) | rules.names.axes(metric.key)
    return bool(phrase) and own.isdisjoint(phrase) and phrase[-1] not in rules.words.generic


def _of_what_follows(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "90 % of the buildings were lost and joblessness is rampant": a share of what it says."""
    at = sentence.place[index]
    behind = [w.text for w in sentence.words[at + 1 :][:1]]
    said = sentence.slice(sentence.words[at].end, sentence.span.end)[:STEP].lower()
    own = phrase_in(said, sentence.rules.words.context.workforce)  # "5 % of the labour force"
    return behind == ["of"] and name.first - at > PHRASE and own is None


def _within_the_whole(sentence: Sentence, name: Occurrence) -> bool:
    """ "Investment in the Chadian economy grew 25 %": it is not the economy that did."""
    context, at = sentence.rules.words.context, name.first - 1
    while at > 0 and (sighting := sentence.words[at].sighting) is not None:
        if sighting.form == "name" and not sentence.possessive(at):
            return False  # "in Chad the economy grew"
        at -= 1
    while at > 0 and sentence.words[at].text in context.determiners:
        at -= 1
    within = at > 0 and sentence.words[at].text in ("in", "into", "to")
    return within and sentence.words[at - 1].norm not in sentence.rules.names.stems(name.metric)


def _those_two(sentence: Sentence, index: int) -> bool:
    """ "The two signed 37 agreements", "trade between the two": who, not how many of what."""
    at = sentence.place[index]
    before = [w.text for w in sentence.words[max(0, at - 1) : at]]
    return sentence.mentions[index].text.isalpha() and before == ["the"]


def counts_what_follows(sentence: Sentence, index: int) -> bool:
    """ "80 billion dollars with 9,400 operating projects": no sum whose currency was left out."""
    end = sentence.place[index] + 1
    near = sentence.words[end : end + 2]
    if not near or sentence.slice(sentence.words[end - 1].end, near[0].start).strip():
        return False
    noun = near[-1] if near[0].text.endswith("ing") else near[0]
    plain = noun.mention is None and noun.text not in sentence.rules.words.stop
    return plain and noun.text.endswith("s") and noun.text not in sentence.rules.words.verbs


def _besides(sentence: Sentence, index: int) -> bool:
    """ "Together with two other agreements": beside one that was named."""
    mention, at = sentence.mentions[index], sentence.place[index]
    words = [*mention.text.lower().split(), *(w.text for w in sentence.words[at + 1 : at + 2])]
    return any(word in sentence.rules.words.context.besides for word in words)


def _for_each(sentence: Sentence, index: int) -> bool:
    """ "More than $1 billion each" is no total."""
    behind = [w.text for w in sentence.words[sentence.place[index] + 1 :][:1]]
    return any(word in sentence.rules.words.context.for_each for word in behind)


def _of_a_title(sentence: Sentence, name: Occurrence) -> bool:
    """ "Trade Minister", "Investment Corporation": words of a title or of a body's name measure
    nothing."""
    if _of_a_ministry(sentence, name):
        return True
    if name.last + 1 >= len(sentence.words):
        return False
    word, behind = sentence.words[name.last : name.last + 2]
    together = sentence.slice(word.end, behind.start) == " "
    capital = all(sentence.slice(w.start, w.start + 1).isupper() for w in (word, behind))
    context = sentence.rules.words.context
    lists = (context.titles, context.legal_forms, context.institutions)
    if together and behind.text in context.offices:
        return True  # "the commerce ministry"
    return together and capital and any(behind.text in words for words in lists)


def _of_a_ministry(sentence: Sentence, name: Occurrence) -> bool:
    """ "The Ministry of Trade": what a body is of."""
    lead = sentence.words[max(0, name.first - 2) : name.first]
    if [w.text for w in lead[1:]] != ["of"]:
        return False
    capital = all(
        sentence.slice(w.start, w.start + 1).isupper()
        for w in (lead[0], sentence.words[name.first])
    )
    context = sentence.rules.words.context
    return capital and any(
        lead[0].text in words for words in (context.titles, context.institutions)
    )


def _counts_another(metric: Metric, sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "260 freight trains and 65 passenger trains": a count with a noun of its own is not of the
    same noun elsewhere."""
    span, rules = sentence.mentions[index].noun_span, sentence.rules
    if not _counts(metric) or span is None:
        return False
    inside = (w for w in sentence.words if span.start <= w.start < span.end)
    own = [w.norm for w in inside if w.sighting is None]
    first, last = sentence.words[name.first].start, sentence.words[name.last].end
    narrowed = set(own[:-1]) - rules.words.harmless
    stems = rules.names.stems(metric.key)
    apart = last <= span.start or span.end <= first
    return apart and bool(own) and own[-1] in stems and bool(narrowed - stems)


def _marked(sentence: Sentence, index: int) -> bool:
    """ "Marks 30 years of diplomatic relations", no "over 30 years of relations"."""
    vocabulary = sentence.rules.words
    lead = sentence.words[max(0, sentence.place[index] - 1) : sentence.place[index]]
    celebrating = {vocabulary.norm(word) for word in vocabulary.context.celebrated}
    return any(word.norm in celebrating for word in lead)


def _of_a_people(sentence: Sentence, index: int) -> bool:
    """ "30,000 Georgian people live in Chile": a people's number abroad is no figure of the country."""
    first, last = sentence.clause(sentence.place[index])
    seen = [w.sighting for w in sentence.words[first : last + 1] if w.sighting]
    following = sentence.words[sentence.place[index] + 1 : sentence.place[index] + 2]
    people = following[0].sighting if following else None
    if people is None or people.form != "demonym":
        return False
    return any(one.form == "name" and one.key != people.key for one in seen)


def _with_its_own(sentence: Sentence, name: Occurrence) -> bool:
    """ "Peru evacuated Karo, a town with a population of 20,000": of the town, not of Peru."""
    vocabulary, context = sentence.rules.words, sentence.rules.words.context
    at = name.first - 1
    while at > 0 and (
        sentence.words[at].text in context.determiners
        or sentence.words[at].norm in vocabulary.harmless
    ):
        at -= 1
    if at < 1 or sentence.words[at].text != "with":
        return False
    owner = sentence.words[at - 1]
    known = owner.sighting is not None or owner.mention is not None
    opens = owner.text in context.clause_openers or owner.text in vocabulary.stop  # "but with a"
    return not known and not opens and owner.text not in context.country_nouns


def _of_its_people(sentence: Sentence, index: int) -> bool:
    """ "The country of nearly 240 million": people."""
    context = sentence.rules.words.context
    lead = [
        w.text for w in sentence.words[max(0, sentence.place[index] - OF) : sentence.place[index]]
    ]
    while lead and lead[-1] in context.hedging:
        lead.pop()
    return " ".join(lead).endswith(tuple(context.peoples))


def is_a_step(sentence: Sentence, index: int) -> bool:
    """ "$100 million was added in a month", "$7 million short of last year's": no level."""
    at = sentence.place[index]
    behind = sentence.slice(sentence.words[at].end, sentence.span.end)[:STEP].lower().strip()
    return behind.startswith(tuple(sentence.rules.words.context.steps))


def _joint(sentence: Sentence, index: int) -> bool:
    """ "51 Kazakh-Chinese projects": joint ones, whether or not it says so."""
    at = sentence.place[index]
    for i in range(at + 1, min(at + 1 + JOINT, len(sentence.words) - 1)):
        one, two = sentence.words[i], sentence.words[i + 1]
        if one.sighting and two.sighting and sentence.slice(one.end, two.start) in ("-", "–"):
            return True
    return False


def _counts(metric: Metric) -> bool:
    """Whether a metric counts a noun: companies, people."""
    return metric.unit not in NO_NOUN and physical(metric.unit) is None


def _level(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Whether a number without a noun is said of the name before it: "the population of Peru reached
    34 million", "German firms in Chile number about 340"; or just behind it: "a 34 million population".
    Between the two stand words that name nothing else."""
    at = sentence.place[index]
    if name.last < at:
        between = range(name.last + 1, at)
    elif name.first <= at <= name.last:
        between = range(name.first + 1, at)
    else:
        return name.first == at + 1
    vocabulary = sentence.rules.words
    return sentence.barrier(at, max(name.first, between.start - 1)) < 1 and all(
        _names_nothing(sentence, i, vocabulary, name) for i in between
    )


def _names_nothing(sentence: Sentence, i: int, vocabulary: Vocabulary, name: Occurrence) -> bool:
    word = sentence.words[i]
    if word.mention is not None:
        return sentence.mentions[word.mention].is_time
    return (
        word.sighting is not None
        or word.text in vocabulary.stop
        or word.text in vocabulary.verbs
        or word.text in vocabulary.light
        or word.text in vocabulary.context.hedging
        or word.text in vocabulary.context.levels
        or word.norm in vocabulary.harmless
        or word.norm in sentence.rules.names.stems(name.metric)
        or word.text.endswith("ly")
    )


def _said_otherwise(sentence: Sentence, index: int, name: Occurrence, never: Sequence[str]) -> bool:
    """Whether a word that says otherwise stands in the clause of the number, or in that of the name:
    "investment in railways totalled 43 billion (6 billion dollars), up 3.7 percent"."""
    at = sentence.place[index]
    dated = sentence.mentions[index].kind in TIMES  # "75 years of ties, established in 1949"
    clauses = {_own_clause(sentence, i, name) for i in ([at] if dated else [at, name.last])}
    return any(phrase_in(clause, never) for clause in sorted(clauses))


def _own_clause(sentence: Sentence, at: int, name: Occurrence) -> str:
    """The clause of a word up to the first comma behind it and the name, or the next sum: "imports rose
    to $100 billion, resulting in a trade deficit of $6 billion" tells two things, and so does "trade
    came to $100 billion with Chad booking a $6 billion surplus"."""
    first, last = sentence.clause(at)
    end = max(at, min(name.last, last))
    words = sentence.words
    while end < last and "," not in sentence.slice(words[end].end, words[end + 1].start):
        following = words[end + 1].mention
        if following is not None and sentence.mentions[following].kind == "money":
            break
        end += 1
    return sentence.slice(sentence.words[first].start, sentence.words[end].end).lower()


def _of_its_noun(metric: Metric, sentence: Sentence, index: int) -> bool:
    """ "The third investor" ranks investors; "for the first time" does not."""
    mention, rules = sentence.mentions[index], sentence.rules
    noun = mention.noun
    if noun is None:
        return mention.kind == "rank" and not _ranks_another(metric, sentence, index)
    head = rules.words.norm(noun.split()[-1])
    return head in rules.names.stems(metric.key) or head in rules.words.context.rank_nouns


def _ranks_another(metric: Metric, sentence: Sentence, index: int) -> bool:
    """ "The biggest provider of aid and the third investor": the noun behind a superlative is what it
    ranks."""
    vocabulary, known = sentence.rules.words, sentence.rules.names.stems(metric.key)
    at = sentence.place[index]
    nouns: list[str] = []
    for i in range(at + 1, min(at + 1 + PHRASE, len(sentence.words))):
        word = sentence.words[i]
        parted = sentence.slice(sentence.words[i - 1].end, word.start).strip(" -")
        if parted or word.mention is not None or word.text in vocabulary.stop:
            break
        if word.sighting is None:
            nouns.append(word.norm)
    allowed = known | {vocabulary.norm(w) for w in vocabulary.context.rank_nouns}
    return bool(nouns) and nouns[-1] not in allowed


def _holds_noun(sentence: Sentence, mention: Mention, name: Occurrence) -> bool:
    """ "Next year is the 30th anniversary of ...": not of what the anniversary before it was of."""
    noun = mention.noun_span
    first, last = sentence.words[name.first].start, sentence.words[name.last].end
    return noun is None or (first < noun.end and noun.start < last)


def _portioned(sentence: Sentence, name: Occurrence) -> bool:
    """ "Its share of GDP rose": the sum beside it is the part's, not the GDP."""
    lead = [w for w in sentence.words[max(0, name.first - 5) : name.first] if not w.sighting]
    while lead and lead[-1].text in sentence.rules.words.context.determiners:
        lead.pop()
    portions = sentence.rules.words.context.portions
    texts = [w.text for w in lead]
    if texts[-1:] == ["in"]:  # "the share of industry in GDP of $32 billion"
        first, _ = sentence.clause(name.first)
        told = [w.text for w in sentence.words[first : name.first]]
        owned = sentence.words[name.last + 1 : name.last + 2]
        return [w.text for w in owned] == ["of"] and any(word in portions for word in told)
    return texts[-1:] == ["of"] and any(text in portions for text in texts[-2:-1])


def _in_its_row(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Not of the row before: "the largest trading partner and second-largest for investment"."""
    at = sentence.place[index]
    between = sentence.words[name.last + 1 : at] if name.last < at else []
    return all(word.text not in sentence.rules.words.context.joiners for word in between)


def _gap(at: int, name: Occurrence) -> int:
    """Words between a number and a name; 0 when the name reaches around it."""
    if name.first <= at <= name.last:
        return 0
    return min(abs(at - name.first), abs(at - name.last))


def _nearest_date(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Whether this is the date that stands nearest to the name: the others date other things."""
    near = {
        i: min(abs(sentence.place[i] - name.first), abs(sentence.place[i] - name.last))
        for i, m in enumerate(sentence.mentions)
        if m.kind in TIMES
    }
    nearest = [i for i, gap in near.items() if gap == min(near.values())]
    return index == nearest[-1]  # "... relations in 1992": of two as near, the one behind
