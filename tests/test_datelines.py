"""Datelines: text in, place and agency out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.datelines import dateline
from newslint.span import Span
from newslint.text import fold

REST = "The council voted on Tuesday to close the old bridge over the river."


def read(text):
    return dateline(fold(text, [Span(0, len(text))]), Span(0, len(text)))


@pytest.mark.parametrize(
    ("lead", "place", "agency"),
    [
        ("KYIV, Ukraine (AP) —", "KYIV, Ukraine", "AP"),
        ("LONDON (Reuters) -", "LONDON", "Reuters"),
        ("LONDON, March 5 (Reuters) -", "LONDON", "Reuters"),
        ("WASHINGTON, D.C. –", "WASHINGTON, D.C.", ""),
        ("NEW YORK --", "NEW YORK", ""),
        ("ST. PETERSBURG, Russia (dpa) —", "ST. PETERSBURG, Russia", "dpa"),
        ("ABOARD THE SHIP ORR IN THE JAVA SEA –", "ABOARD THE SHIP ORR IN THE JAVA SEA", ""),
        ("Washington —", "Washington", ""),
        ("Port of Spain, Trinidad and Tobago -", "Port of Spain, Trinidad and Tobago", ""),
        ("Washington (CNN)", "Washington", "CNN"),
        ("(CNN) –", "", "CNN"),
    ],
)
def test_datelines(lead, place, agency):
    found = read(f"{lead} {REST}")
    assert found is not None
    assert (found.start, found.end, found.place, found.agency) == (0, len(lead), place, agency)


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "FILE - In this May 6, 2019, file photo, cars cross the bridge.",
        f"BREAKING NEWS — {REST}",
        "Ms. Hale - a former mayor - said on Tuesday that the old bridge would close.",
        "Hale — Orrford’s first mayor — said on Tuesday that the old bridge would close.",
        "The Democrats – Hale among them – said on Tuesday that the bridge would close.",
        "The bank (HSBC) said on Tuesday that the old bridge would close for good.",
        "NATO (the alliance) said on Tuesday that the old bridge would close for good.",
        "",
    ],
)
def test_what_is_no_dateline(text):
    assert read(text) is None


@given(st.text(st.sampled_from("AB a.,()-–— ")))
def test_a_dateline_opens_its_paragraph(text):
    found = read(text)
    assert found is None or (text[: found.start].strip() == "" and found.end <= len(text))
