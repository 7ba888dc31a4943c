"""Articles and feed pages: parts cover the text without a gap, and every offset is exact."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import read
from audit.model import Document

FEED = (
    " date 2026-02-27 26.02.2026, 18:45 34191\n"
    "Two capitals agree on 12 flights\n"
    "The flights start in May.\n"
    "27.02.2026, 15:31 5671\r\n"
    "Why trade matters\r\n"
    "It grew by 5 %. It will grow again.\r\n"
    "25.02.2026, 09:00\n"
    "Last item\n"
)


def whole(text: str) -> Document:
    (found,) = read.text("one.txt", text)
    return found


def said(document: Document) -> list[str]:
    return [document.quote(s.start, s.end) for s in document.sentences]


def test_a_feed_page_is_one_document_an_item() -> None:
    items = read.text("feed.txt", FEED)
    assert [(d.item, d.published, d.title, d.line) for d in items] == [
        (1, date(2026, 2, 26), "Two capitals agree on 12 flights", 1),
        (2, date(2026, 2, 27), "Why trade matters", 4),
        (3, date(2026, 2, 25), "Last item", 7),
    ]
    assert "".join(d.text for d in items) == FEED
    assert said(items[1]) == ["Why trade matters", "It grew by 5 %.", "It will grow again."]
    assert {d.published_how for d in items} == {"item header"}


@pytest.mark.parametrize("document", read.text("feed.txt", FEED), ids=lambda d: str(d.item))
def test_item_parts_are_exact(document: Document) -> None:
    for part in document.parts:
        words = FEED[part.start : part.end]
        assert document.quote(part.start, part.end) == words
        assert (part.kind == "meta") == (":" in words or "date" in words)
    for span in document.sentences:
        assert document.quote(span.start, span.end) == FEED[span.start : span.end]


def test_a_date_and_time_inside_an_article_do_not_make_a_feed() -> None:
    text = "The vote was held on\n26.02.2026, 18:45\nand it passed."
    assert [d.item for d in read.text("one.txt", text)] == [0]


@pytest.mark.parametrize(
    ("text", "day", "how"),
    [
        ("---\ndate: 2026-03-02\n---\nBody.", date(2026, 3, 2), "front matter"),
        ("+++\ndate = 2026-03-02\n+++\nBody.", date(2026, 3, 2), "front matter"),
        ("---\npublished: March 2, 2026\n---\nBody.", date(2026, 3, 2), "front matter"),
        ("date 2026-03-02 Body.", date(2026, 3, 2), "header line"),
        ("LONDON, March 2, 2026 (A) - Body.", date(2026, 3, 2), "dateline"),
        ("LONDON, March 2. Body.", None, None),
        ("---\ntitle: No day\n---\nBody in 2026.", None, None),
    ],
)
def test_when_it_was_published(text: str, day: date | None, how: str | None) -> None:
    found = whole(text)
    assert (found.published, found.published_how) == (day, how)


def test_front_matter_title_is_a_claim_bearing_part() -> None:
    text = '---\r\ntitle: "Trade hits $5 bn"\r\nsource: Gazette\r\n---\r\nBody text.\r\n'
    found = whole(text)
    assert (found.title, found.outlet) == ("Trade hits $5 bn", "Gazette")
    assert said(found) == ["Trade hits $5 bn", "Body text."]
    assert [p.kind for p in found.parts] == ["meta", "title", "meta", "body"]


@pytest.mark.parametrize(
    "text",
    ["---\nA rule, then prose.\n---\nMore.", "---\n- a\n- b\n---\nx", "--- not a fence\nx"],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert whole(text).parts[0].kind == "body"


def test_a_published_date_in_hand_counts_only_for_an_undated_text() -> None:
    day = date(2020, 1, 1)
    assert read.text("a", "Trade grew.", day)[0].published == day
    assert read.text("a", "date 2026-03-02 Trade grew.", day)[0].published == date(2026, 3, 2)


@given(st.text(st.sampled_from("ab .:,-#\n\r0126%“”’–\u2028 \t"), max_size=200))
def test_any_text_is_covered_and_its_sentences_are_exact(text: str) -> None:
    documents = read.text("any.txt", text)
    assert "".join(d.text for d in documents) == text
    for document in documents:
        for span in document.sentences:
            words = text[span.start : span.end]
            assert words == words.strip() != ""
            assert document.quote(span.start, span.end) == words
