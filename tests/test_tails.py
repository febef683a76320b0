"""Ends of paragraphs that may be lines of the page."""

import pytest
from conftest import document

from newslint.matching.tails import closings, tails

BEFORE = "The ministers of the two ports met in Orme for the third time on Monday. "


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("Share on Facebook", ["Share on Facebook"]),
        ("Want more? Get our newsletter", ["Want more? Get our newsletter", "Get our newsletter"]),
        ("(Photo: Ann Hale)", ["(Photo: Ann Hale)"]),
        ("Updated at 4 p.m.", ["Updated at 4 p.m."]),
        ("They met again.", []),
        ("“We met,” she said.”", []),
        ("", []),
    ],
)
def test_ends_without_a_full_stop(end: str, found: list[str]) -> None:
    draft = document(f"{BEFORE}{end}\n")
    assert [draft.text[one.start : one.end] for ends in tails(draft).values() for one in ends] == found


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("Sign up here.", ["Sign up here."]),
        ("It rained.", []),
        ("Share on Facebook", []),
    ],
)
def test_last_sentences_that_may_speak_to_a_visitor(end: str, found: list[str]) -> None:
    draft = document(f"{BEFORE}{end}\n")
    assert [draft.text[one.start : one.end] for ends in closings(draft).values() for one in ends] == found


def test_a_short_paragraph_has_no_tail() -> None:
    assert not tails(document("They met. Share on Facebook\n"))
