"""Comments are no part of an article, and what they tell this tool covers exactly a stretch of it."""

from __future__ import annotations

import pytest

from audit import extract, read, rulebook
from audit.model import Document, Ignore, Rejection
from audit.read import comments
from audit.read.formats import by_suffix

RULES = rulebook.load()
WHY = "-- counted twice"


def covered(text: str, *, markup: bool = True) -> list[tuple[tuple[str, ...], str, str]]:
    """Checks, the text that is covered, and the fault of each comment."""
    found = comments.read(text, markup=markup)
    assert len(found.text) == len(text)
    return [(i.codes, text[i.start : i.end], i.fault) for i in found.ignores]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        (f"One 1.\nTwo 2. <!-- claim-audit: ignore {WHY} -->\nThree 3.", "Two 2. <!-- claim-audit: ignore -- counted twice -->"),
        (f"One 1.\n\n<!-- claim-audit: ignore {WHY} -->\nTwo 2.\nThree 3.\n\nFour 4.", "Two 2.\nThree 3."),
        (f"One 1.\n\n<!-- claim-audit: ignore {WHY} -->\n\nTwo 2.\r\n\r\nFour 4.", "Two 2."),
        (f"One 1.\n\n<!--\nclaim-audit: ignore\n{WHY} -->\n\n- Two 2.\n- Three 3.", "- Two 2.\n- Three 3."),
        (f".. claim-audit: ignore {WHY}\n\nTwo 2.\n\nFour 4.", "Two 2."),
        (f"One 1.\n\n// claim-audit: ignore {WHY}\nTwo 2.\n\nFour 4.", "Two 2."),
        (f"One 1.\n<!-- claim-audit: ignore-start {WHY} -->Two 2.\n\nThree 3.<!-- claim-audit: ignore-end --> 4", "Two 2.\n\nThree 3."),
        (f"One 1.\n<!-- claim-audit: ignore-file {WHY} -->\n", f"One 1.\n<!-- claim-audit: ignore-file {WHY} -->\n"),
        (f"One 1.\n\n<!-- claim-audit: ignore {WHY} -->\n", ""),
    ],
)  # fmt: skip
def test_what_is_covered(text: str, stretch: str) -> None:
    assert covered(text) == [((), stretch, "")]
    assert comments.read(text).ignores[0].reason == "counted twice"


@pytest.mark.parametrize(
    ("said", "codes", "reason"),
    [
        ("ignore", (), ""),
        ("ignore -- why", (), "why"),
        ("ignore[c101]--why", ("C101",), "why"),
        ("ignore[D302, C101] --  a\n  long  why", ("C101", "D302"), "a long why"),
        ("ignore [C101 D302] -- a -- b", ("C101", "D302"), "a -- b"),
    ],
)
def test_what_is_said(said: str, codes: tuple[str, ...], reason: str) -> None:
    (found,) = comments.read(f"Two 2. <!-- claim-audit: {said} -->").ignores
    assert (found.codes, found.reason, found.fault) == (codes, reason, "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "<!-- claim-audit: ingore[C101] -- why -->\n\nTwo.",
            "was not understood; expected ignore",
        ),
        ("<!-- claim-audit: -->", "was not understood"),
        ("<!-- claim-audit: ignore C101 -->", "was not understood"),
        ("<!-- claim-audit: ignore-start -- why -->\nTwo.", "is never ended"),
        ("Two.\n<!-- claim-audit: ignore-end -->", "has no ignore-start before it"),
    ],
)
def test_what_is_wrong_covers_nothing_and_is_said(text: str, fault: str) -> None:
    (found,) = comments.read(text).ignores
    assert fault in found.fault


def document(name: str, text: str) -> Document:
    (found,) = by_suffix()[name[1:]].documents(name, text)
    return found


def claims(text: str, name: str = "a.md") -> list[str]:
    found = extract.mentions(document(name, text), RULES.lexicon)
    return [one.text for one in found if not isinstance(one, Rejection)]


COMMENTED = "Around 600 firms <!-- 516 of them new --> operate.\n<!-- claim-audit: ignore -- 17 -->"


def test_comments_yield_no_claim_and_are_in_the_ledger() -> None:
    assert claims(COMMENTED) == ["600"]
    found = list(extract.mentions(document("a.md", COMMENTED), RULES.lexicon))
    assert [(one.text, one.reason) for one in found if isinstance(one, Rejection)] == [
        ("516", "comment"), ("17", "comment"),
    ]  # fmt: skip
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(COMMENTED[one.start : one.end] == one.text for one in found)


def test_plain_text_has_no_comments_but_ours() -> None:
    assert claims("We had <!-- 5 apples.", "a.txt") == ["5"]
    assert claims("We had <!-- 5 --> apples.", "a.txt") == ["5"]
    assert claims("9 apples. <!-- claim-audit: ignore -- 5 -->", "a.txt") == ["9"]


def test_a_sentence_keeps_its_words_and_its_quote() -> None:
    text = "# Trade\n\nSome 600 [sic] firms <!-- claim-audit: ignore -- x --> operate in Kenya.\n"
    one = document("a.md", text)
    assert one.title == "Trade"
    assert len(one.text) == len(text)
    (mention,) = [m for m in extract.mentions(one, RULES.lexicon) if not isinstance(m, Rejection)]
    assert mention.noun == "firm"
    sentence = one.sentences[1]
    assert one.written(sentence.start, sentence.end) == text.splitlines()[2]


@pytest.mark.parametrize(
    "text", ["It has 600 [sic] firms.", "It has “600” [SIC] firms.", "It has 600\n[sic] firms."]
)
def test_sic_covers_the_figure_before_it(text: str) -> None:
    (found,) = document("a.md", text).ignores
    assert (found.scope, text[: found.end][-3:]) == ("figure", "600")


@pytest.mark.parametrize(
    "head",
    [
        '---\ntitle: a\nclaim-audit: "ignore[C101] -- old"\n---\n',
        "---\ntitle: a\nclaim-audit: ignore[C101] -- old\n---\n",
        "---\ntitle: a\nclaim-audit:\n  - ignore[C101] -- old\n---\n",
        '+++\ntitle = "a"\nclaim-audit = "ignore[C101] -- old"\n+++\n',
    ],
)
def test_front_matter_covers_the_file(head: str) -> None:
    text = f"{head}Body of 5 words.\n"
    (found,) = document("a.md", text).ignores
    assert found == Ignore(3, 0, len(text), ("C101",), "old", "file")


def test_a_feed_page_gives_each_item_its_own_comments() -> None:
    page = (
        "26.02.2026, 18:45 34191\nOne\nA 1. <!-- claim-audit: ignore -- a -->\n"
        "27.02.2026, 18:45 34191\nTwo\nB 2. <!-- claim-audit: ignore-file -- b -->\n"
    )
    one, two = read.text("a.txt", page)
    assert [i.line for i in one.ignores] == [3, 6]
    assert [i.line for i in two.ignores] == [6]
    assert "claim-audit" not in one.text + two.text


def test_an_article_of_json_lines_has_its_own_comments() -> None:
    text = '{"text": "A 1."}\n{"text": "B 2. <!-- claim-audit: ignore -- b -->"}\n'
    one, two = by_suffix()[".jsonl"].documents("a.jsonl", text)
    assert (one.ignores, len(two.ignores), two.ignores[0].line) == ((), 1, 2)
