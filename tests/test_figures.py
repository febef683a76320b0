"""Figures: text in, what each number is worth and counts out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.counted import singular
from newslint.language.figures import Figure, figures
from newslint.language.numerals import starts, worth
from newslint.span import Span
from newslint.text import fold


def read(text: str) -> tuple[Figure, ...]:
    return figures(fold(text), [Span(0, len(text))])


def only(text: str) -> Figure:
    (figure,) = read(text)
    return figure


@pytest.mark.parametrize(
    ("text", "expression", "value", "step", "kind", "unit"),
    [
        ("It cost $3.5bn to build.", "$3.5bn", 3.5e9, 1e8, "money", "usd"),
        ("It cost US$3 billion.", "US$3 billion", 3e9, 1e9, "money", "usd"),
        ("A grant of A$40,000 was paid.", "A$40,000", 40_000, 10_000, "money", "aud"),
        ("It cost £12m.", "£12m", 12e6, 1e6, "money", "gbp"),
        ("It cost £8.13m.", "£8.13m", 8_130_000, 10_000, "money", "gbp"),
        ("It cost €4 million.", "€4 million", 4e6, 1e6, "money", "eur"),
        ("They spent 3.5 billion dollars.", "3.5 billion dollars", 3.5e9, 1e8, "money", "usd"),
        ("Bread rose by 30 cents.", "30 cents", 0.3, 0.1, "money", "usd"),
        ("The fund lost 2 million pounds.", "2 million pounds", 2e6, 1e6, "money", "gbp"),
        ("He lifted 200 pounds.", "200 pounds", 200, 100, "measure", "pound"),
        ("Output fell 12%.", "12%", 12, 1, "percent", ""),
        ("Output fell 12 percent.", "12 percent", 12, 1, "percent", ""),
        ("Output fell 12 per cent.", "12 per cent", 12, 1, "percent", ""),
        ("Output fell .5 percent.", ".5 percent", 0.5, 0.1, "percent", ""),
        ("It rose 12 percentage points.", "12 percentage points", 12, 1, "points", ""),
        ("It was -5C at dawn.", "-5C", -5, 1, "measure", "celsius"),
        ("It was 40 degrees Celsius.", "40 degrees Celsius", 40, 10, "measure", "celsius"),
        ("a 6-foot wall", "6-foot", 6, 1, "measure", "foot"),
        ("winds of 60 miles per hour", "60 miles per hour", 60, 10, "measure", "mph"),
        ("a park of 20 square miles", "20 square miles", 20, 10, "measure", "square mile"),
        ("the 100m final", "100m", 100, 100, "measure", "metre"),
        ("a 34-year-old man", "34-year-old", 34, 1, "age", "year-old"),
        ("Ana Lopez, 34, said so.", "34", 34, 1, "age", "year-old"),
        ("He has ninety thousand.", "ninety thousand", 90_000, 10_000, "number", ""),
        ("She has twenty-one.", "twenty-one", 21, 1, "number", ""),
        ("He saw a dozen.", "a dozen", 12, 1, "number", ""),
        ("He made half a million.", "half a million", 500_000, 100_000, "number", ""),
        ("Nearly two-thirds agreed.", "two-thirds", 2 / 3, 0.01, "fraction", ""),
        ("They lost a third of it.", "a third", 1 / 3, 0.01, "fraction", ""),
        ("Two in five agree.", "Two in five", 0.4, 0.01, "fraction", ""),
        ("on the 10th floor", "10th", 10, 10, "ordinal", ""),
        ("It opened in 2016.", "2016", 2016, 1, "year-like", ""),
        ("music of the 1990s", "1990s", 1990, 10, "year-like", ""),
    ],
)
def test_what_a_figure_is_worth(text: str, expression: str, value: float, step: float, kind: str, unit: str) -> None:
    figure = only(text)
    assert text[figure.start : figure.end] == expression
    assert figure.value == pytest.approx(value)
    assert figure.step == pytest.approx(step)
    assert (figure.kind, figure.unit) == (kind, unit)


@pytest.mark.parametrize(
    ("text", "qualifier", "counted", "state"),
    [
        ("Some 90,000 troops massed near the river.", "about", "troop", ""),
        ("More than 3,000 Russian soldiers died.", "more than", "soldier", "dead"),
        ("At least 12 people were killed.", "at least", "people", "dead"),
        ("At least 12 were killed.", "at least", "people", "dead"),
        ("The blast killed 12 people.", "", "people", "dead"),
        ("The blast injured 30.", "", "people", "injured"),
        ("Police arrested another 30 on the square.", "", "people", "arrested"),
        ("It left 12 dead.", "", "dead", "dead"),
        ("There were 12 deaths.", "", "death", "dead"),
        ("One person died.", "", "person", "dead"),
        ("Fewer than 40 police officers came.", "less than", "officer", ""),
        ("She met 12 or more women.", "at least", "woman", ""),
        ("a 214-word sentence", "", "word", ""),
        ("a 27% increase in fees", "", "increase", ""),
        ("the $1.1 trillion spending bill passed", "", "bill", ""),
        ("a $5 million donation", "", "donation", ""),
        ("the $8.5 million borrowed", "", "", ""),
        ("in two years' time", "", "year", ""),
        ("He was arrested 12 times.", "", "time", ""),
        ("He was killed over three days ago.", "", "day", ""),
        ("It moved 12 of the crates.", "", "", ""),
        ("He sold 1.2m copies.", "", "copy", ""),
        ("As many as 500 aid workers", "as many as", "worker", ""),
        ("Of the 12 others", "", "other", ""),
    ],
)
def test_what_it_counts(text: str, qualifier: str, counted: str, state: str) -> None:
    figure = only(text)
    assert (figure.qualifier, figure.counted, figure.state) == (qualifier, counted, state)
    assert singular(text[figure.counted_start : figure.counted_end].lower()) in (counted, "")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Boeing 737 planes landed.", ["label"]),
        ("Under Article 5 of the treaty", ["label"]),
        ("See page 12 for more.", ["label"]),
        ("He ranks No. 10 in the world.", ["label"]),
        ("The G7 met on COVID-19.", ["label", "label"]),
        ("They won 5-4 at home.", ["label", "label"]),
        ("Call 202-555-0100 now.", ["label"]),
        ("since 9/11", ["label"]),
        ("The Gang of Eight met.", ["label"]),
        ("1) Wash your hands.", ["label"]),
        ("by a 3-to-1 margin", ["label", "label"]),
        ("On December 7 he left.", ["date"]),
        ("On 7 December 2021 he left.", ["date", "date"]),
        ("On Dec. 7, 2021, he left.", ["date", "date"]),
        ("from March 13 to 15", ["date", "date"]),
        ("on Oct. 15-28 in town", ["date"]),
        ("It began at 15:07 and ended at 3.15pm.", ["date", "date"]),
        ("in the 2019-20 season", ["year-like", "year-like"]),
        ("In May. 10 people came.", ["number"]),
        ("They march 10 miles.", ["measure"]),
        ("the 2016 elections", ["year-like"]),
        ("in 2019 and 12 people", ["year-like", "number"]),
        ("At least 2000 people came.", ["number"]),
        ("2000 soldiers came.", ["number"]),
    ],
)
def test_numbers_that_count_nothing(text: str, kinds: list[str]) -> None:
    assert [figure.kind for figure in read(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Everyone often listened to the second half.",
        "One of them won a third term.",
        "Hundreds came; millions watched.",
        "Several hundred came in the third quarter.",
        "Someone weighed the stone.",
    ],
)
def test_words_that_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ["between 10 and 12 people", "10 to 12 people", "10-12 people", "10–12 people"])
def test_both_ends_of_a_range_count_the_same(text: str) -> None:
    low, high = read(text)
    assert (low.value, low.counted, low.qualifier) == (10, "people", "between")
    assert (high.value, high.counted, high.qualifier) == (12, "people", "between")


@pytest.mark.parametrize(
    ("text", "values", "qualifiers"),
    [
        ("$3 to $5 billion", [3e9, 5e9], ["between", "between"]),
        ("from 10 to 12 percent", [10, 12], ["", ""]),
        ("from 20 to 10 percent", [20, 10], ["", ""]),
        ("47 percent to 41 percent", [47, 41], ["", ""]),
        ("332 to 94", [332, 94], ["", ""]),
        ("12 and 14 people", [12, 14], ["", ""]),
    ],
)
def test_pairs(text: str, values: list[float], qualifiers: list[str]) -> None:
    assert [figure.value for figure in read(text)] == values
    assert [figure.qualifier for figure in read(text)] == qualifiers


@pytest.mark.parametrize(
    ("words", "value"),
    [("two hundred and fifty", 250), ("one million two hundred thousand and five", 1_200_005), ("ninety-nine", 99)],
)
def test_number_words(words: str, value: int) -> None:
    assert worth(words) == value
    assert only(f"He has {words}.").value == value


@pytest.mark.parametrize(
    ("plural", "one"),
    [("countries", "country"), ("churches", "church"), ("houses", "house"), ("viruses", "virus"), ("ties", "tie")],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@given(st.text(alphabet="0123456789 .,-–$£%amtonewfivtydhul'\nM()/:"))
def test_figures_stand_in_order_inside_the_text(text: str) -> None:
    done = 0
    for figure in read(text):
        assert done <= figure.start < figure.end <= len(text)
        assert figure.start <= figure.number_start < figure.number_end <= figure.end
        assert figure.end <= figure.counted_start <= figure.counted_end <= len(text)
        done = figure.end


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert only(f"He counted {number:,} ants.").value == number


@pytest.mark.parametrize("unit", ["1", "1,111", "1.", "one-", "1 ", "a1", "-a", "(", "$", "1 to ", "1 a", " May 1"])
def test_long_runs_end(unit: str) -> None:
    read(unit * (100_000 // len(unit)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one of two", ["one", "two"]),
        ("twenty-one (three) 'four'", ["twenty", "one", "three", "four"]),
        ("seventeen sevenths of the seven", ["seventeen", "seven"]),
        ("money, often, tent, weight", []),
        ("third place", []),
        ("the third, a half", ["third", "half"]),
        ("12,500.75 and 4x4", ["12", "500", "75", "4", "4"]),
        ("2one one2 a3", ["2", "one", "2", "3"]),
        ("été one", ["one"]),
    ],
)
def test_where_a_number_may_start(text: str, words: list[str]) -> None:
    found = list(starts(text))
    assert len(found) == len(words)
    assert all(text.startswith(word, at) for word, at in zip(words, found, strict=True))
