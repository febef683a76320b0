"""Dates and times: text in, what is printed out, right or wrong."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.dates import Clock, Date, clocks, dates, real, weekday_fits
from newslint.text import fold


def read(text: str) -> tuple[Date, ...]:
    return dates(fold(text), [])


def times(text: str) -> tuple[Clock, ...]:
    return clocks(fold(text), [])


@pytest.mark.parametrize(
    ("text", "expression", "said"),
    [
        ("on Tuesday, Dec. 31, 2019, he", "Tuesday, Dec. 31, 2019", (2019, 12, 31, 1)),
        ("on Tuesday 31 December 2019 he", "Tuesday 31 December 2019", (2019, 12, 31, 1)),
        ("on December 31, 2019.", "December 31, 2019", (2019, 12, 31, None)),
        ("on 31 December.", "31 December", (None, 12, 31, None)),
        ("on Dec. 31.", "Dec. 31", (None, 12, 31, None)),
        ("on 2021-12-30.", "2021-12-30", (2021, 12, 30, None)),
        ("on 12/31/2019.", "12/31/2019", (2019, 12, 31, None)),
        ("on 31/12/2019.", "31/12/2019", (2019, 12, 31, None)),
        ("on the 9th of May.", "9th of May", (None, 5, 9, None)),
        ("on Wednesday (April 7).", "Wednesday (April 7", (None, 4, 7, 2)),
        ("on Dec. 7, a Tuesday, he", "Dec. 7, a Tuesday", (None, 12, 7, 1)),
        ("on Thursday.", "Thursday", (None, None, None, 3)),
        ("on Thursday evening.", "Thursday", (None, None, None, 3)),
        ("on Thursday evening, Feb. 29.", "Thursday evening, Feb. 29", (None, 2, 29, 3)),
        ("on the 9th.", "9th", (None, None, 9, None)),
        ("in June 2021.", "June 2021", (2021, 6, None, None)),
        ("in June.", "June", (None, 6, None, None)),
        ("in May.", "May", (None, 5, None, None)),
        ("Holt, May 11: he", "May 11", (None, 5, 11, None)),
        ("this past March, she", "March", (None, 3, None, None)),
        ("in mid-March.", "March", (None, 3, None, None)),
        ("on Sat 5 June.", "Sat 5 June", (None, 6, 5, 5)),
        ("on Oct. 15-28.", "Oct. 15-28", (None, 10, 15, None)),
        ("on April 31.", "April 31", (None, 4, 31, None)),
        ("on July 32.", "July 32", (None, 7, 32, None)),
        ("MONDAY, MARCH 7", "MONDAY, MARCH 7", (None, 3, 7, 0)),
    ],
)
def test_one_date(text: str, expression: str, said: tuple[int | None, ...]) -> None:
    (date,) = read(text)
    assert text[date.start : date.end] == expression
    assert (date.year, date.month, date.day, date.weekday) == said


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May may march, said Theresa May.",
        "March on the capital, they sang.",
        "The Sun rose and the cat sat.",
        "Jan Novak wed Mar Diaz.",
        "the 9th District",
        "in the 19th century",
        "He read the Sunday Times.",
        "May he rest.",
        "a 24/7 service",
        "version 1.2.3",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("on Monday and Tuesday", ["Monday", "Tuesday"]),
        ("It was 5 May. 10-12 June was worse.", ["5 May", "10-12 June"]),
        ("In this June 3, 2020, photo, people met Sunday, June 7, 2020.", ["June 3, 2020", "Sunday, June 7, 2020"]),
        ("on Monday, in June 2020", ["Monday", "June 2020"]),
        ("in May. Nobody came on March 10.", ["May", "March 10"]),
        ("June 10 percent", ["June"]),
    ],
)
def test_several_dates(text: str, expressions: list[str]) -> None:
    assert [text[date.start : date.end] for date in read(text)] == expressions


def test_the_place_of_the_weekday() -> None:
    text = "He spoke on Wednesday, Dec. 31, 2019."
    (date,) = read(text)
    assert text[date.weekday_start : date.weekday_end] == "Wednesday"


def test_a_slashed_date_may_be_ambiguous() -> None:
    assert [date.ambiguous for date in read("3/4/2021 and 3/14/2021 and 4/4/2021")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "exists"),
    [
        ("April 31", False),
        ("April 30", True),
        ("Feb. 29, 2023", False),
        ("Feb. 29, 2024", True),
        ("Feb. 29", None),
        ("Feb. 30", False),
        ("2021-13-01", False),
        ("June 2021", None),
        ("on the 9th.", None),
    ],
)
def test_days_that_exist(text: str, exists: bool | None) -> None:
    (date,) = read(text)
    assert real(date) is exists


@pytest.mark.parametrize(
    ("text", "year", "fits"),
    [
        ("Tuesday, Dec. 31, 2019", None, True),
        ("Wednesday, Dec. 31, 2019", None, False),
        ("Tuesday, Dec. 31", 2019, True),
        ("Tuesday, Dec. 31", None, None),
        ("Tuesday, April 31, 2019", None, None),
        ("Dec. 31, 2019", None, None),
        ("Tuesday", 2019, None),
    ],
)
def test_weekdays_that_fit(text: str, year: int | None, fits: bool | None) -> None:
    (date,) = read(text)
    assert weekday_fits(date, year) is fits


@pytest.mark.parametrize(
    ("text", "expression", "said"),
    [
        ("at 15:07 GMT on", "15:07 GMT", (15, 7, "gmt")),
        ("at 3.15pm.", "3.15pm", (15, 15, "")),
        ("at 10 a.m. today", "10 a.m.", (10, 0, "")),
        ("at 12 a.m. today", "12 a.m.", (0, 0, "")),
        ("at 18:07 Moscow time", "18:07 Moscow time", (18, 7, "moscow time")),
        ("at 6 p.m. local time", "6 p.m. local time", (18, 0, "local time")),
        ("at 1507 GMT", "1507 GMT", (15, 7, "gmt")),
        ("at 10 o'clock", "10 o'clock", (10, 0, "")),
        ("until noon this time", "noon", (12, 0, "")),
        ("at midnight", "midnight", (0, 0, "")),
    ],
)
def test_one_time(text: str, expression: str, said: tuple[int, int, str]) -> None:
    (clock,) = times(text)
    assert text[clock.start : clock.end] == expression
    assert clock[2:] == said


@pytest.mark.parametrize(
    "text", ["3.15 percent", "10 amps", "$3.15", "afternoon", "a 2-1 win", "10:5", "at 99:30", "won in 1:50.87"]
)
def test_no_time(text: str) -> None:
    assert times(text) == ()


@given(st.dates(dt.date(1500, 1, 1), dt.date(2099, 12, 31)))
def test_a_true_weekday_fits(day: dt.date) -> None:
    (found,) = read(f"{day:%A, %B} {day.day}, {day.year}")
    assert weekday_fits(found, None)


@given(st.text(alphabet="JuneMayDec. 0123456789,-/thSundayFri()"))
def test_dates_stand_in_order_inside_the_text(text: str) -> None:
    done = 0
    for date in read(text):
        assert done <= date.start < date.end <= len(text)
        done = date.end


@pytest.mark.parametrize("unit", ["May ", "1/", "Monday, ", "1:11", "9th ", "2021-12-", "Jan. 1 "])
def test_long_runs_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    read(text)
    times(text)
