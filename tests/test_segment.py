"""Sentences: text in, places out. A bar shows where one sentence ends and the next begins."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.segment import LONGEST, sentences
from newslint.span import Span
from newslint.text import fold


def shown(raw: str) -> list[str]:
    whole = (Span(0, len(raw)),)
    return [raw[span.start : span.end] for span in sentences(fold(raw, whole), whole)]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge closed.|The ferry ran.",
        "Who knew?|Nobody did!|So it goes.",
        # titles, initials, abbreviations
        "Mr. Hale met Gen. Orr and Lt. Col. Roe.|They talked.",
        "Then-Sen. Orr agreed.|St. Louis did not.",
        "J. K. Rowling wrote to George W. Bush.|He replied.",
        "J.K. Rowling came.|Ms. Roe left.",
        "The case is Roe v. Wade.|It is old.",
        "It came to No. 10 on Monday.|She said no.|He went.",
        "He lives on Main St.|The house is old.",
        "Acme Inc. Chief Executive Dan Hale quit.|He works for Widget Corp.|The firm is small.",
        "Guests, e.g. Mr. Hale, came early, i.e. at noon.",
        "The U.S. officials said so.|It happened in the U.S.|The president agreed.",
        "The U.N. Security Council met in Washington, D.C.|It was brief.",
        "He rose at 6 a.m. Monday and left at 9 p.m. EST.|Nobody saw him.",
        "Doors open at 9:30 a.m. KST on the day.",
        "It began on Jan. 5, 2021, and ended in Sept.|No one wept.",
        "He spoke in Phoenix, Ariz. on Friday.|Boston, Mass. came next.",
        "Martin Luther King Jr. spoke.|Dan Hale Jr.|He wept.",
        "Take plan B.|The other failed.",
        "She took books, maps etc.|The rest stayed.",
        "Dan Hale, Ph.D., spoke.|He has a Ph.D.|It is new.",
        # figures
        "It rose 4.5 percent to $3.2 million.|In 2019 it fell.",
        "4. Repairs begin",
        "It cost 9.|5 were lost.",
        # ellipses
        "He waited... and left.|I wait … and wait.",
        "He waited...|Nobody came.",
        "It was over …|The rest is known.",
        # marks and brackets
        '"Will you go?" he asked.|"No!" she said.',
        '"Will you go?" Ms. Roe asked.|"I will."|He left.',
        '"Stop!" Trump tweeted.|"Go!"|Trump left.',
        "“We won.”|“They lost.”",
        "(He left.)|She stayed (for a while).|He slept.",
        "He said 'no.'|She said 'yes.'",
        "It fell.[4]|It rose.[12]|It fell.",
        "Yahoo! News reported it.|He works for Yahoo!|The firm is old.",
        "The domain example.com.Next is no stop.",
        "He went home. — Jane Roe",
        "It works.|iPhone sales rose.",
        "It ended.|Şimşek resigned.",
    ],
)
def test_sentences(marked: str) -> None:
    assert shown(marked.replace("|", " ")) == marked.split("|")


def test_a_sentence_never_crosses_a_paragraph() -> None:
    raw = " The council \r\n voted. It \n\n rained "
    paragraphs = (Span(0, 26), Span(28, len(raw)))
    found = sentences(fold(raw, paragraphs), paragraphs)
    assert [raw[span.start : span.end] for span in found] == ["The council \r\n voted.", "It", "rained"]


def test_blank_paragraphs_hold_nothing() -> None:
    assert sentences(fold("  \n "), (Span(0, 2), Span(3, 4), Span(4, 4))) == ()


def test_a_very_long_sentence_is_cut_at_a_blank() -> None:
    found = shown("word " * 1000 + "end. New.")
    assert all(len(piece) <= LONGEST for piece in found)
    assert all(piece.startswith("word") and piece.endswith("word") for piece in found[:-2])
    assert found[-1] == "New."


def test_a_very_long_word_is_cut_anywhere() -> None:
    assert [len(piece) for piece in shown("x" * 4500)] == [2000, 2000, 500]


@given(st.text(st.sampled_from("aB .!?…\"'()U.S5\n’-")), st.integers(0, 30))
def test_sentences_hold_all_the_ink_of_their_paragraphs_in_order(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    paragraphs = (Span(0, cut), Span(cut, len(text)))
    found = sentences(fold(text, paragraphs), paragraphs)
    assert re.sub(r"\s", "", "".join(text[span.start : span.end] for span in found)) == re.sub(r"\s", "", text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() != "" for span in found)
    assert all(span.end <= cut or span.start >= cut for span in found)
