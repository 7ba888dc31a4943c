"""What the figure words say that stand in one gap of a frame, word by word."""

from __future__ import annotations

from audit.rulebook import Rulebook
from audit.rulebook.frames import SIGNS, Token

Tokens = tuple[Token, ...]
CENTURIES = ("19", "20")


def only(a: Tokens, b: Tokens) -> tuple[Tokens, Tokens]:
    """What stands in one gap and not in the other: without the words that both begin and end with."""
    first = 0
    while first < min(len(a), len(b)) and a[first].text == b[first].text:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last].text == b[-1 - last].text:
        last += 1
    return a[first : len(a) - last], b[first : len(b) - last]


def hedge(tokens: Tokens, rules: Rulebook) -> str | None:
    """Which hedge these words are, if they are no more: "about", "more_than"."""
    words = [token.text for token in tokens]
    found = rules.lexicon.hedge_before.before(words, len(words))
    return found[0] if found and found[1] == 0 else None


def way(tokens: Tokens, rules: Rulebook) -> str | None:
    """The way of a change, if these words are no more: "up", "down"."""
    if len(tokens) != 1:
        return None
    word, words = tokens[0].text, rules.lexicon
    if word in words.multiples_down or word in words.comparatives["less"]:
        return "down"
    if word in words.multiples_up or word in words.comparatives["more"]:
        return "up"
    return words.change_verb.get(word) or words.change_noun.get(word)


def years(a: Tokens, b: Tokens) -> bool:
    """Whether both are one year."""
    both = [token.text for token in (*a, *b)]
    plain = all(len(t) == 4 and t.isdecimal() and t.startswith(CENTURIES) for t in both)
    return len(a) == len(b) == 1 and plain


def counts(token: Token, rules: Rulebook) -> bool:
    """Whether a word alone can make another value: a number, a place in a row, a way."""
    numeral = token.text[0].isdecimal() or token.text in rules.lexicon.triggers
    return numeral or way((token,), rules) is not None


def amounts(tokens: Tokens, rules: Rulebook) -> list[float]:
    """The numbers of a gap that have a scale, a currency or a share: no counters and names."""
    scales = rules.lexicon.scales | rules.lexicon.short_scales
    texts = [token.text for token in tokens]
    if not any(t in scales or t in rules.frames.shares or t[-1] in SIGNS for t in texts):
        return []
    found: list[float] = []
    for text in texts:
        if text[0].isdecimal():
            found.append(float(text.replace(",", "")) if text.count(".") < 2 else 0.0)
        elif text in scales and found:
            found[-1] *= scales[text]
    return found
