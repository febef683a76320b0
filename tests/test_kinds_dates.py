"""The kind ``dates``: rule and text in, places out."""

import datetime

import pytest
from conftest import document
from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.kinds import event_order, weekdays
from newslint.lexicon import Lexicon


def rule(check: str) -> str:
    return f"kind: dates\ncheck: {check}"


def misfits(text: str, published: datetime.date | None = None) -> list[str]:
    made = Document("a.txt", text, Lexicon({}), published=published)
    return [made.text[match.span.start : match.span.end] for match in weekdays.misfits(made)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("It shut on Wednesday, 31 December 2019.", ["Wednesday, 31 December 2019"]),
        ("It shut on Wednesday (Dec. 31, 2019).", ["Wednesday (Dec. 31, 2019)"]),
        ("It shut on Wednesday the 31st of December 2019.", ["Wednesday the 31st of December 2019"]),
        ("It shut on Dec. 31, 2019, a Wednesday.", ["Dec. 31, 2019, a Wednesday"]),
        ("It shut on WEDNESDAY, DEC. 31, 2019.", ["WEDNESDAY, DEC. 31, 2019"]),
        ("It shut on Tuesday, Dec. 31, 2019.", []),
        ("It shut on Wednesday, Dec. 31.", []),
        ("It shut on Wednesday, Sept. 2, 1752.", []),
        # The year is certain from the article's own dates.
        ("On Monday, May 4, 2020, it rained. On Wednesday, May 5, it snowed.", ["Wednesday, May 5"]),
        ("On Monday, May 4, 2020, it rained. On Wednesday, May 6, it snowed.", []),
        ("On Monday, May 4, 2020, it rained. On Tuesday, May 6, 40 years ago, it snowed.", []),
        ("She was born on May 4, 1970. It rained on Wednesday, May 5.", []),
        # Without a year: two dates of one season that no year makes right together.
        ("It opened on Friday, June 4. It closed on Friday, June 10.", ["Friday, June 10"]),
        ("It opened on Friday, June 4. It closed on Friday, June 11.", []),
        ("It opened on Friday, Jan. 4. It closed on Friday, Dec. 10.", []),
    ],
)
def test_weekday(text: str, places: list[str]) -> None:
    assert misfits(text) == places


@pytest.mark.parametrize(
    ("text", "published", "places"),
    [
        ("It shut on Wednesday, Dec. 31.", datetime.date(2020, 1, 3), ["Wednesday, Dec. 31"]),
        ("It shut on Tuesday, Dec. 31.", datetime.date(2020, 1, 3), []),
        # Far from the day of publication any of three years may be meant.
        ("It shuts on Wednesday, Aug. 5.", datetime.date(2019, 1, 3), []),
        ("It shuts on Friday, Aug. 5.", datetime.date(2019, 1, 3), ["Friday, Aug. 5"]),
        ("It shuts on Wednesday, Dec. 31, next year.", datetime.date(2020, 1, 3), []),
    ],
)
def test_weekday_by_the_day_of_publication(text: str, published: datetime.date, places: list[str]) -> None:
    assert misfits(text, published) == places


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_reported_unless_it_is_the_day_s_own(day: datetime.date, shift: int) -> None:
    printed = day + datetime.timedelta(shift)
    text = f"It rained on {printed:%A}, {day:%B} {day.day}, {day.year}."
    assert bool(misfits(text)) == bool(shift)


@pytest.mark.parametrize(
    ("check", "text", "places"),
    [
        ("exists", "It ends on 31st April.", ["31st April"]),
        ("exists", "It ran from Feb. 30 to March 2.", ["Feb. 30"]),
        ("exists", "It ran between April 29 and 31.", ["April 29 and 31"]),
        ("exists", "It ran from Nov. 28-31.", ["Nov. 28-31"]),
        ("exists", "It ended on 31/04/2020 and on 2021-02-29.", ["31/04/2020", "2021-02-29"]),
        ("exists", "It ended on Feb. 29, 1900.", ["Feb. 29, 1900"]),
        ("exists", "It ended on Feb. 29, 2000, not on Feb. 29.", []),
        ("exists", "In early November 31 ships sailed. In June 45 sank.", []),
        ("exists", "The road shut on April 29 and 31 drivers complained.", []),
        ("time", "They met at 25:30 GMT and at 2575 GMT.", ["25:30 GMT", "2575 GMT"]),
        ("time", "They met at 9:65 a.m. and at 17:00 p.m.", ["9:65 a.m.", "17:00 p.m."]),
        ("time", "They met at 0:30 a.m. and at 12:30 p.m.", []),
        ("time", "He read Luke 12:61 and won 25:13, a ratio of 1:75, at 32:40 of the second half.", []),
        ("zones", "It began at 15:07 GMT; 20:07 Moscow time.", ["20:07 Moscow time"]),
        ("zones", "It began at 15:07 GMT; 18:07 Moscow time.", []),
        ("zones", "It began at 10 a.m. EDT (1400 GMT), or at 10 a.m. EDT (1500 GMT).", []),
        ("zones", "It began at 10 a.m. EDT (1600 GMT).", ["1600 GMT"]),
        ("zones", "It began at 3:10 p.m. local time (1422 GMT).", ["1422 GMT"]),
        ("zones", "It ran from 9 a.m. ET to 9 a.m. GMT.", []),
        ("order", "Lund (12 May 1961 – 3 June 1916) wrote.", ["1916"]),
        ("order", "Lund (born 1961, died 1916) wrote.", ["1916"]),
        ("order", "He was convicted in 2015 and executed in 2012.", ["2012"]),
        ("order", "He was convicted in 2015 and had been arrested in 2012.", []),
        ("order", "She was elected in 2015, after her father died in 2012.", []),
        ("order", "He was president from 2024 to 2019.", ["2019"]),
        ("order", "The target moved from 2035 to 2030.", []),
        ("tense", "The king visited Paris next Tuesday.", ["visited Paris next Tuesday"]),
        ("tense", "The court will rule last Friday.", ["will rule last Friday"]),
        ("tense", "She said the king visited Paris next Tuesday.", []),
        ("tense", "The king visited Paris the next Tuesday.", []),
        ("tense", "The report published next Tuesday is long. The truce will last yesterday.", []),
        ("tense", "The team will play yesterday in Leeds.", ["will play yesterday"]),
        ("tense", "The shop is going to close two years ago.", ["is going to close two years ago"]),
        ("tense", "Yesterday, the king will visit the town.", ["Yesterday, the king will visit"]),
        ("tense", "Tomorrow the board met to choose a head.", ["Tomorrow the board met"]),
        ("tense", "He left the post tomorrow.", ["left the post tomorrow"]),
        ("tense", "The panel will review what began last year. It will have fallen last year.", []),
        ("tense", "Next year the law that took effect will be tested.", []),
        ("order", "The war began in 1992 and ended in 1988.", ["1988"]),
        ("order", "The bridge, built in 1965 and opened in 1955, is rusty.", ["1955"]),
        ("order", "The bridge was opened in 1955 and built in 1950.", []),
        (
            "anniversary",
            "The club, formed in 1998, had its 40th anniversary in 2018.",
            ["1998, had its 40th anniversary"],
        ),
        ("anniversary", "The club, formed in 1998, had its 20th anniversary in 2018.", []),
        ("anniversary", "In 2019 came the 25th anniversary of the 1989 strike.", ["25th anniversary of the 1989"]),
        ("anniversary", "In 2019 came the 30th anniversary of the 1989 strike.", []),
        ("anniversary", "The 25th anniversary of the 1989 strike was quiet.", []),
        ("duration", "He won a six-year term (2012-2020).", ["six-year term (2012-2020)"]),
        ("duration", "He won a six-year term (2012-2018), then a six-year term, 2018-2023.", []),
        ("no-month", "He said on the 8th that it failed.", ["the 8th"]),
        ("no-month", "In June he said on the 8th that it failed.", []),
        ("no-month", "She lives on the 8th floor.", []),
        ("same-day", "They talk on the 9th, and then meet on the 9th.", ["9th"]),
        ("same-day", "They talk on the 9th, and then meet on the 10th.", []),
    ],
)
def test_checks(found, check: str, text: str, places: list[str]) -> None:
    assert found(rule(check), text) == places


def test_the_fix_keeps_the_form_of_the_weekday() -> None:
    (match,) = weekdays.misfits(document("It shut on Wed., Dec. 31, 2019."))
    assert match.fix is not None
    assert match.fix.text == "Tue., Dec. 31, 2019"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He joined the firm in 1998 after graduating from the academy in 2003.", ["2003"]),
        ("He joined the firm in 2003 after graduating from the academy in 1998.", []),
        ("It closed in 1998 before it was sold to a bank in 1991.", ["1991"]),
        ("It won in 1998 after the vote for the games in 2004.", []),
        ("The mill, which closed in 1960, had been rebuilt by its owner in 1975.", ["1975"]),
        ("The firm, which opened in 1960, had been bought by a bank in 1975.", []),
        ("The ten-year lease they signed in 1990 expired in 2005.", ["2005"]),
        ("The ten-year lease they signed in 1990 expired early, in 1995.", []),
        ("Founded in 1850, the choir will celebrate its 150th anniversary in 2010.", ["2010"]),
        ("Founded in 1850, the choir will celebrate its 150th anniversary in 2000.", []),
        ("The bicentenary of the bridge, built in 1790, was marked in 1970.", ["1970"]),
        ("The strike began in March and ended in February of the same year.", ["February"]),
        ("The strike began in March and ended in May of the same year.", []),
        ("Minutes before the train left at 9:30 a.m., at 10:10 that morning, it was searched.", ["10:10"]),
        ("Minutes before the train left at 9:30 a.m., at 9:10 that morning, it was searched.", []),
    ],
)
def test_events(text: str, places: list[str]) -> None:
    made = Document("a.txt", text, Lexicon({}))
    assert [text[match.span.start : match.span.end] for match in event_order.disordered(made)] == places
