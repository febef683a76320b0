"""Stand-ins that cost less than what they stand in for: they must do the same."""

import pickle
import re

import pytest
import re2
from conftest import document

from newslint import patterns
from newslint.matching.narrow import LATINS, latin, narrowed
from newslint.records import NamedTuple


class Place(NamedTuple):
    """A place."""

    line: int
    column: int = 1

    @property
    def both(self):
        return self.line, self.column


def test_a_record_is_a_named_tuple():
    place = Place(3)
    assert place == (3, 1) == place.both
    assert (place.line, place.column) == (3, 1)
    assert Place(column=2, line=1) == Place(1, 2)
    assert place._replace(line=4) == (4, 1)
    assert place._asdict() == {"line": 3, "column": 1}
    assert repr(place) == "Place(line=3, column=1)"
    again = pickle.loads(pickle.dumps(place))  # noqa: S301 - written a word before
    assert (again, type(again)) == (place, Place)
    match place:
        case Place(line, column):
            assert (line, column) == (3, 1)


@pytest.mark.parametrize("arguments", [{}, {"line": 1, "row": 2}, {"column": 2}])
def test_a_record_wants_its_fields(arguments):
    with pytest.raises(TypeError):
        Place(**arguments)


EXPRESSIONS = [
    (r"(?P<day>\d+)(?:st|nd)", 0),
    (r"(?i)straße|[à-ý]+", 0),
    (r"^a.b", re.MULTILINE | re.DOTALL),
    (rb"[\x80-\xff]+", 0),
]


@pytest.mark.parametrize(("source", "flags"), EXPRESSIONS)
def test_an_expression_out_of_the_cache_finds_the_same(tmp_path, monkeypatch, source, flags):
    text = "1st STRASSE Straße\na\nb 22nd Àé"
    text = text if isinstance(source, str) else text.encode()
    wanted = [(one.span(), one.groupdict()) for one in re.compile(source, flags).finditer(text)]
    for _ in range(2):
        monkeypatch.setattr(patterns, "_stored", {})
        monkeypatch.setattr(patterns, "_fresh", {})
        patterns._compiled.cache_clear()  # noqa: SLF001 - a new process would have none
        patterns.recall(tmp_path)
        known = patterns.regex(source, flags)
        assert [(one.span(), one.groupdict()) for one in known.finditer(text)] == wanted
        assert known.pattern == source
        assert known.flags == re.compile(source, flags).flags
        patterns.remember(tmp_path)
    assert wanted
    assert (tmp_path / "expressions.pack").exists()


def test_an_expression_that_is_none_fails_when_it_is_used():
    known = patterns.regex("(")
    with pytest.raises(re.error):
        known.match("x")


@pytest.mark.parametrize(
    "source",
    [
        r"\pL+",
        r"[\pL\pN'-]+x?",
        r"[^\pL\pN.&]",
        r"(?i)[^\pL]k",
        r"\[\pL\]",
        r"[]\pL]+",
        r"[[:lower:]\pN]+",
        r"\\pL|\x{70}L",
        r"\p{Lu}[\p{Ll}’]{1,4}",
        r"(?i)\p{Lu}\p{Ll}",
        r"[^\p{Ll}\p{N}]\p{L}",
        r"\PL\p{Ll}|\p{Nd}",
    ],
)
@pytest.mark.parametrize("last", LATINS)
def test_latin_letters_do_where_there_are_no_others(source, last):
    every = "".join(map(chr, range(32, last + 1)))
    texts = [
        "Zoë “Ærø” 12½ km² k. pL—naïve… [É] \\pL €5 ☎ 🙂 a\u0301",
        "Łódź, ŐőŸſ, Ștefan, Nguyễn",
        *(f"x{one}X {one}1" for one in every),
        every,
    ]
    kept = [text for text in texts if 0 < latin(document(text), "raw") <= last]
    assert len(kept) > 180
    narrow, wide = re2.compile(narrowed(source, last)), re2.compile(source)
    found, wanted = ([[one.span() for one in each.finditer(text)] for text in kept] for each in (narrow, wide))
    assert found == wanted
    assert any(wanted)
