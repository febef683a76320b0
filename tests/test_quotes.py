"""Quotations: text in, places out. Paragraphs are parted by line breaks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.quotes import Balance, StrayMark, balance, inside, quotations
from newslint.span import Span
from newslint.text import fold


def read(raw: str) -> Balance:
    paragraphs = [Span(*line.span()) for line in re.finditer(r"[^\n]+", raw)]
    return balance(fold(raw, paragraphs), paragraphs)


def shown(raw: str) -> list[str]:
    return [raw[quotation.start : quotation.end] for quotation in read(raw).quotations]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ('"We won," he said. "At last."', ['"We won,"', '"At last."']),
        ("“We won,” he said.", ["“We won,”"]),
        ("“We won“, he said.", ["“We won“"]),  # a mark wrongly turned
        ("He said ”we won” at last.", ["”we won”"]),
        ("Er sagte „wir gewinnen“ und ging.", ["„wir gewinnen“"]),
        ("Il dit « oui » et part.", ["« oui »"]),
        ("''We won,'' he said.", ["''We won,''"]),
        ('"""', ['""']),
        # within one another
        ("“He said ‘no’ twice,” she said.", ["“He said ‘no’ twice,”", "‘no’"]),
        ("\"He said 'no,'\" she said.", ["\"He said 'no,'\"", "'no,'"]),
        ("'He said \"no\" twice,' she said.", ["'He said \"no\" twice,'", '"no"']),
        ('"I read "Dune" twice," he said.', ['"I read "Dune" twice,"', '"Dune"']),
        # single marks
        ("Bridge 'to close' for years", ["'to close'"]),
        ("‘It is over,’ he said.", ["‘It is over,’"]),
        ("The 'Star Wars' fans met.", ["'Star Wars'"]),
        ("'The Joneses' house is gone,' he said.", ["'The Joneses' house is gone,'"]),
        ("More:'Pride of the town'", ["'Pride of the town'"]),
        ("The '60 Minutes' host", ["'60 Minutes'"]),
        # apostrophes
        ("I don't know; it's the Joneses' house.", []),
        ("Rock 'n' roll in the '90s, and ‘em too, ’Tis said.", []),
        ("'Twas the workers' day, the actors' night.", []),
        ("The dogs' home and the cats' home", []),
        # feet and inches
        ('He is 6\'2" tall and has a 5" gun.', []),
        ('"He has a 5" gun," she said.', ['"He has a 5" gun,"']),
        ('"Back in 2012" was the song.', ['"Back in 2012"']),
        ("A board of 6′ by 4″ lay there.", []),
    ],
)
def test_quotations(raw: str, found: list[str]) -> None:
    assert shown(raw) == found
    assert all(quotation.closed for quotation in read(raw).quotations)


@pytest.mark.parametrize(
    ("raw", "found", "continued"),
    [
        ('"We won, he said.', '"We won, he said.', False),
        ('"We won.\nThey lost.', '"We won.', False),
        ('"We won.\n"They lost."', '"We won.', True),
        ("“We won.\n“They lost.”", "“We won.", True),
        ("‘We won.\n‘They lost.’", "‘We won.", True),
        ('"We won, the coach said.\n"They lost."', '"We won, the coach said.', False),  # speech had ended
        ('"We won, said Orr. "They lost."', '"We won, said Orr. ', False),
        ('"We won at home. "They lost."', '"We won at home. ', True),  # paragraphs run together
        ('The "metric martyrs lost. "They lost."', '"metric martyrs lost. ', False),
    ],
)
def test_what_is_left_open(raw: str, found: str, *, continued: bool) -> None:
    first = read(raw).quotations[0]
    assert (raw[first.start : first.end], first.closed, first.continued) == (found, False, continued)
    assert all(quotation.closed and quotation.level == 0 for quotation in read(raw).quotations[1:])


@pytest.mark.parametrize(
    ("raw", "offsets"),
    [
        ('We won," he said. "They lost."', [7]),
        ("We won,” he said.", [7]),
        ("We won,’ he said.", [7]),
        ('"We won," he said." They lost.', [18]),
        ("The boys’ school, the players’ union.", []),
        ('"We won."', []),
        ('He has a 5" gun.', []),
    ],
)
def test_stray_marks(raw: str, offsets: list[int]) -> None:
    assert [stray.start for stray in read(raw).strays] == offsets


def test_one_broken_paragraph_does_not_disturb_the_next() -> None:
    assert shown('He said "no.\nShe said "yes" twice.') == ['"no.', '"yes"']


def test_inner_parts_and_levels() -> None:
    raw = "He said “she said ‘no’ once”."
    outer, inner = read(raw).quotations
    assert (raw[outer.inner_start : outer.inner_end], raw[inner.inner_start : inner.inner_end]) == (
        "she said ‘no’ once",
        "no",
    )
    assert (outer.level, outer.nested, outer.double) == (0, False, True)
    assert (inner.level, inner.nested, inner.double, inner.outermost) == (1, True, False, outer.start)


@pytest.mark.parametrize(
    ("words", "within"), [("He", False), ("she", True), ("no", True), ("once", True), ("left", False)]
)
def test_inside(words: str, *, within: bool) -> None:
    raw = "He said “she said ‘no’ once”, and left."
    at = raw.index(words)
    assert inside(read(raw).quotations, at, at + len(words)) is within


def test_inside_takes_the_whole_span() -> None:
    raw = "He said “no” twice."
    assert not inside(quotations(fold(raw), [Span(0, len(raw))]), 9, 15)
    assert not inside((), 0, 1)


def test_the_parts_of_the_balance() -> None:
    raw = 'Won," he said. "Lost."'
    text, paragraphs = fold(raw), [Span(0, len(raw))]
    assert balance(text, paragraphs) == (quotations(text, paragraphs), (StrayMark(4, 5, double=True),))


@given(st.text(st.sampled_from("aB .,5\"'“”‘’„«»-(\n"), max_size=60))
def test_quotations_stay_in_their_paragraph_and_do_not_cross(raw: str) -> None:
    found = read(raw).quotations
    assert list(found) == sorted(found)
    for quotation in found:
        assert quotation.start < quotation.inner_start <= quotation.inner_end <= quotation.end <= len(raw)
        assert "\n" not in raw[quotation.start : quotation.end]
        within = [q for q in found if q.start < quotation.start < q.end]
        assert all(quotation.end <= q.end for q in within)
        assert quotation.level == len(within)
        assert quotation.outermost == min((q.start for q in within), default=quotation.start)


@given(st.text(st.sampled_from("aB .,\"'“”‘’\n"), max_size=40), st.integers(0, 40), st.integers(0, 5))
def test_inside_agrees_with_looking_at_each(raw: str, start: int, length: int) -> None:
    found = read(raw).quotations
    end = start + length
    assert inside(found, start, end) == any(q.inner_start <= start and end <= q.inner_end for q in found)
