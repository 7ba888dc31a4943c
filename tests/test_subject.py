"""Of what a claim is where no role says so, and which two are of one subject."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import rulebook, subject
from audit.model import ABOUT, Claim, Decision, How, Mention
from audit.subject import Subject

CONTEXT = rulebook.load().words.context


def claim(name: str = "", how: How = "stated", **said: Any) -> Claim:
    given: dict[str, Any] = {
        "roles": ((ABOUT, name),) if name else (),
        "decided": (Decision(ABOUT, how, name),) if name else (),
    }
    found = Mention(1, 2, "count", "9")
    return Claim("a.md", 0, 1, 2, "open:toll", "c1", found, "toll", "stock", **given | said)


def said(
    names: str = "", setting: str = "", countries: str = "", home: str = "", topic: str = ""
) -> Subject:
    """Names and settings divided by commas, the rest by blanks."""
    return Subject(
        frozenset(map(subject.tokens, filter(None, names.split(",")))),
        tuple(map(subject.tokens, filter(None, setting.split(",")))),
        frozenset(countries.split()),
        frozenset(home.split()),
        frozenset(topic.split()),
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Colva Port", "colva port"),
        ("Port of Colva", "colva port"),
        ("Kavala-Drama line", "kavala drama line"),
        ("Norvik Bank", "norvik"),
        ("Norvik Holdings Ltd.", "norvik"),
        ("Bank Group", "bank group"),  # of such words alone
        ("O’Hara’s", "o’hara’s"),
    ],
)
def test_the_telling_words_of_a_name(name: str, words: str) -> None:
    assert subject.of(claim(name), CONTEXT).names == {frozenset(words.split())}


def test_a_name_that_the_text_only_comes_back_to_is_none_of_the_clause() -> None:
    assert subject.of(claim("Colva", "inherited"), CONTEXT).names == frozenset()
    assert subject.of(claim("Colva", "assumed", setting=("Colva",)), CONTEXT) == said("", "colva")


def test_both_countries_of_a_claim_and_the_homes_of_its_text_are_kept() -> None:
    found = subject.of(claim(subject="GH", object="PE", home=("GH",), topic=("toll",)), CONTEXT)
    assert found == said(countries="GH PE", home="GH", topic="toll")


FLOOD = said("", "arun,tumling,red cross")
ONE = [
    ("one name", said("colva"), said("colva")),
    ("a name and its short form", said("colva port"), said("colva")),
    ("a name, and the text on it", said("colva"), said("", "colva")),
    ("a name, and a text on it and others", said("tumling"), FLOOD),
    ("two texts on one thing", said("", "arun,berg"), said("", "arun,tofte")),
    ("the other's first name among the first three", said("", "berg,tofte,arun"), said("", "arun")),
    ("two names that two texts share", said("", "a,b,c,d,e"), said("", "f,g,h,d,e")),
    ("a country and its topic", said(home="GH", topic="flood dam"), said(home="GH", topic="dam flood")),
    ("a country of two in common", said("colva", countries="GH PE"), said("colva", countries="PE")),
    ("a country that one of them does not name", said("colva", countries="GH"), said("colva")),
]  # fmt: skip
TWO = [
    ("two names", said("colva"), said("berg")),
    ("two names in texts on one thing", said("colva", "arun"), said("berg", "arun")),
    ("a name, and a text on another", said("colva"), FLOOD),
    ("one word of two in common", said("norvik oil"), said("norvik steel")),
    ("two countries", said("colva", countries="GH"), said("colva", countries="PE")),
    ("a name in common that neither is about", said("", "a,b,c,d"), said("", "e,f,g,d")),
    ("two forms of one name in common", said("", "berg,arun,arun berg"), said("", "colva,tofte,port,arun")),
    ("a country and one word", said(home="GH", topic="flood dam"), said(home="GH", topic="dam")),
    ("a topic in two countries", said(home="GH", topic="flood dam"), said(home="PE", topic="flood dam")),
    ("nothing said of either", said(), said()),
    ("nothing said of one", said("colva"), said()),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_of_one_subject(one: Subject, other: Subject) -> None:
    assert subject.one(one, other)
    assert subject.one(other, one)


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in TWO], ids=[row[0] for row in TWO])
def test_of_two_subjects(one: Subject, other: Subject) -> None:
    assert not subject.one(one, other)
    assert not subject.one(other, one)


@pytest.mark.parametrize(
    ("one", "other", "strange"),
    [
        (said("", "harun,dhara"), said("", "belo,dhara"), True),
        (said("", "harun,dhara"), said("", "dhara,belo"), False),
        (said("", "harun"), said("", "harun"), False),
        (said("", "harun"), said(), False),
        (said(), said(), False),
    ],
)
def test_two_texts_of_which_neither_knows_what_the_other_is_about(
    one: Subject, other: Subject, strange: bool
) -> None:
    assert subject.strange(one, other) is strange
    assert subject.strange(other, one) is strange


WORDS = st.sampled_from(("arun", "berg", "colva", "port", "oil"))
NAMES = st.frozensets(WORDS, min_size=1, max_size=2)
SUBJECTS = st.builds(
    Subject,
    st.frozensets(NAMES, max_size=2),
    st.lists(NAMES, max_size=5, unique=True).map(tuple),
    st.frozensets(st.sampled_from(("GH", "PE")), max_size=2),
    st.frozensets(st.sampled_from(("GH", "PE")), max_size=1),
    st.frozensets(st.sampled_from(("dam", "flood", "toll")), max_size=3),
)


@given(SUBJECTS, SUBJECTS)
def test_which_comes_first_changes_nothing(one: Subject, other: Subject) -> None:
    assert subject.one(one, other) == subject.one(other, one)
    assert subject.one_text(one, other) == subject.one_text(other, one)


@given(SUBJECTS, SUBJECTS)
def test_two_of_one_subject_have_a_word_or_a_country_in_common(
    one: Subject, other: Subject
) -> None:
    """By these alone two claims are brought together."""
    if subject.one(one, other):
        assert one.words & other.words or one.countries & other.countries or one.home & other.home
