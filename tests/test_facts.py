"""Fact sheets: dates that are certain or not, mistakes with their places, names in other spellings."""

import pickle

import pytest

from newslint.facts import name_words
from newslint.factsheets import bound, read_sheet, shelf, span
from newslint.rulebook import shipped
from newslint.terms import held_on, holders, shifted, whole_since

SHEET = """\
source: a test
covers: 2001-01-01 .. 2020-12-31
places: |
  Ruritania = Ruritanian
  the Free Union = Union
titles: |
  prime minister = premier
people: |
  Rudolf Elphberg = Rudi Elphberg
offices: |
  Ruritania: prime minister
    Rudolf Elphberg: 2001-01-01 .. 2009-05-04
    Antoinette Mauban (acting): 2009-05-04 .. 2009-06-30
    Flavia Strelsau: 2010 ..
  the Free Union: president*
    covers: 2015-01-01 .. 2020-12-31
    Black Michael: 2015-01-01 ..
"""


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "sheet.yaml"
    path.write_text(SHEET, "utf-8")
    made, mistakes = shelf([], [path], ("rudi rudolf",))
    assert not mistakes
    return made()


@pytest.mark.parametrize(
    ("day", "right"),
    [
        (20050301, ["Rudolf Elphberg"]),
        (20090301, ["Rudolf Elphberg"]),
        (20090501, None),  # too near to the change
        (20090810, None),  # nobody is known
        (20100601, None),  # somewhere in that year
        (20110301, ["Flavia Strelsau"]),
        (20110110, None),  # too near to the uncertain year
        (20201031, ["Flavia Strelsau"]),
        (20210101, None),  # outside the span
        (20001231, None),
    ],
)
def test_who_held_an_office(facts, day, right):
    (office,) = facts.find("prime minister", "ruritanian")
    assert holders(office, day) == right


def test_one_person_on_one_day(facts):
    (office,) = facts.find("premier", "ruritania")
    assert held_on(office, "Flavia Strelsau", 20100601) is None
    assert held_on(office, "Flavia Strelsau", 20050601) is False
    assert held_on(office, "Rudolf Elphberg", 20050601) is True


def test_a_gap_makes_an_office_known_only_from_its_end(facts):
    (office,) = facts.find("prime minister", "ruritania")
    assert whole_since(office) == 20101231


def test_a_star_lets_a_title_stand_alone(facts):
    assert [office.name for office in facts.find("president", "")] == ["president of the Free Union"]
    assert not facts.find("prime minister", "")
    assert facts.find("president", "union")


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Elphberg", ["Rudolf Elphberg"]),
        ("Rudi Elphberg", ["Rudolf Elphberg"]),
        ("R. Elphberg", ["Rudolf Elphberg"]),
        ("Rudolf K. Elphberg Jr.", ["Rudolf Elphberg"]),
        ("Oskar Elphberg", []),
        ("Rudolf", []),
        ("", []),
    ],
)
def test_who_is_meant(facts, name, people):
    assert facts.people(name) == people


def test_first_names_from_another_script(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(
        "source: us\ncovers: 2000-01-01 .. 2030-12-31\noffices: |\n  Russia: president\n    Sergei Ivanoff: 2001 .. 2005\n"
        "  Iran: president\n    Mohammad-Ali Karoun: 2001 .. 2005\n  France: president\n    Emmanuel Petit: 2001 .. 2005\n",
        "utf-8",
    )
    made, mistakes = shelf([], [path], ())
    assert not mistakes
    own = made()
    assert own.people("Sergey Ivanoff") == ["Sergei Ivanoff"]
    assert own.people("Mohammed Ali Karoun") == ["Mohammad-Ali Karoun"]
    assert own.people("Mohamed Khan Ali") == []
    assert own.people("Emanuel Petit") == []


def test_words_of_a_name():
    assert name_words("Recep Tayyip Erdoğan") == ("recep", "tayyip", "erdogan")
    assert name_words("Bashar al-Assad") == ("bashar", "assad")
    assert name_words("Benedict XVI") == ("benedict",)


@pytest.mark.parametrize(
    ("text", "days"),
    [("2019-07-24", (20190724, 20190724)), ("2019-02", (20190201, 20190228)), ("2019", (20190101, 20191231))],
)
def test_bounds(text, days):
    assert bound(text) == days


def test_an_end_may_be_open():
    assert span("2019 ..") == ((20190101, 20191231), None)


@pytest.mark.parametrize("text", ["2019", "..", ".. 2019", "2019-13-01 ..", "2019-02-30 ..", "May 2019 .."])
def test_no_dates(text):
    with pytest.raises(ValueError, match="expected"):
        span(text)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("2009-05-04\n", "2009-15-04\n", ":12:5: “2009-15-04” is no date"),
        ("    Flavia Strelsau: 2010 ..", "    Flavia Strelsau 2010 ..", ":14:5: expected “NAME:"),
        ("  Ruritania: prime", "  Ruritania prime", ":11:3: expected “PLACE:"),
        ("2001-01-01 .. 2020-12-31\npl", "2001-01-01 ..\npl", ":2:9: `covers` needs its end"),
        ("2001-01-01 .. 2009-05-04", "2011-01-01 .. 2009-05-04", ":12:5: ends before it begins"),
        ("source: a test\n", "", ":1:1: `source` is missing"),
        ("titles:", "title:", ":6:1: unknown key `title`"),
    ],
)
def test_mistakes_have_places(tmp_path, old, new, says):
    path = tmp_path / "sheet.yaml"
    assert old in SHEET
    path.write_text(SHEET.replace(old, new, 1), "utf-8")
    sheet, mistakes = read_sheet(path)
    assert sheet is None
    assert any(says in str(mistake) for mistake in mistakes), [str(mistake) for mistake in mistakes]


def test_no_file(tmp_path):
    sheet, (mistake,) = read_sheet(tmp_path / "none.yaml")
    assert sheet is None
    assert "cannot be read" in mistake.message


def test_days_are_counted_over_the_turn_of_a_year():
    assert shifted(20211230, 45) == 20220213
    assert shifted(20220110, -45) == 20211126


def test_the_sheets_that_come_with_newslint():
    for path in sorted(shipped().glob("facts/*.yaml")):
        sheet, mistakes = read_sheet(path)
        assert sheet, [str(mistake) for mistake in mistakes]
    made, _ = shelf(sorted(shipped().glob("facts/*.yaml")), [], ())
    (office,) = made().find("president", "french")
    assert holders(office, 20180601) == ["Emmanuel Macron"]
    assert pickle.loads(pickle.dumps(made))().find("president", "french")  # noqa: S301 - our own
