"""Templates and regular expressions on text: what they find, where, and how much they may work."""

from itertools import pairwise

import pytest
from conftest import document, newslint, whole
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon import Lexicon
from newslint.linting import Linter
from newslint.matching.pattern import compile_template, run
from newslint.matching.template import TemplateError, parse
from newslint.matching.words import TOKEN, Words
from newslint.rulebook import load
from newslint.span import Span
from newslint.work import TooMuchWorkError, Work

LISTS = {
    "meetings": ("~meet", "~wave to", "~shake hands with", "in light of the"),
    "people": ("Ada Lind", "Bo Ek"),
}


def places(template, text, **how):
    lexicon = Lexicon(LISTS)
    pattern = compile_template(parse(template), lexicon, (), **how)
    article = document(text, lexicon)
    return [text[one.span.start : one.span.end] for one in run(pattern, article)]


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("trips", "Trips, trips and TRIPS; tripsy, roundtrips.", ["Trips", "trips", "TRIPS"]),
        (
            "white house",
            "The White\u00a0House, the white   house, a whitehouse.",
            ["White\u00a0House", "white   house"],
        ),
        ("don't", "I don’t. I don't. I dont.", ["don’t", "don't"]),
        ('"so-called"', 'A “so-called” deal, a "so-called" one.', ["“so-called”", '"so-called"']),
        ("trip(s)?", "A trip, two trips, a tripod.", ["trip", "trips"]),
        ("~meet {w:word}", "He met Ann, meets Bob, and meeting Cy is meat.", ["met Ann", "meets Bob", "meeting Cy"]),
        ("in (the)? war", "In war, in the war, in a war.", ["In war", "in the war"]),
        ("(the old|a new) trick", "The old trick; a new trick; an old trick.", ["The old trick", "a new trick"]),
        # the anchor is a later word of its alternative
        ("(in light of|because of)", "In light of this, and because of that.", ["In light of", "because of"]),
        ("{v:one-of(meetings)}", "He waved to Bo, then shook hands with Al.", ["waved to", "shook hands with"]),
        ("{one-of(meetings)} [[rules]]", "In light of the rules, he met rules.", ["rules", "rules"]),
        ("{a:one-of(people)} and {a:one-of(people)}", "Bo Ek and Ada Lind; Bo Ek and Bo Ek.", ["Bo Ek and Bo Ek"]),
        ("{w:word} {w:word}", "It was was so. So so.", ["was was", "So so"]),
        (
            "says {words(2)} today",
            "He says it today. She says the vote today. Al says he can come today.",
            ["says it today", "says the vote today"],
        ),
        (
            "so {words} end",
            "So one two three four five six seven eight nine ten eleven end. "
            "So one two three four five six seven eight nine ten eleven twelve thirteen end.",
            ["So one two three four five six seven eight nine ten eleven end"],
        ),
        ("{n:number} [[trips]]", "It took 90,000 trips, a few trips and 12 trips.", ["trips", "trips"]),
        ("{y:year}-", "The 1999-born; 19991-born.", ["1999-"]),
        ("{d:weekday}", "On Monday and Tuesdays.", ["Monday"]),
        ("{a:acronym}", "NATO and the EU, not a Nato or THEBIGONES.", ["NATO", "EU"]),
        (
            "{u:url}",
            "See https://x.test/a?b=1 or paper.com/news, not e.g. this.",
            ["https://x.test/a?b=1", "paper.com/news,"],
        ),
        (" ,", "One ,two, three  , four", [" ,", "  ,"]),
        ("_x_", "an _x_ here", ["_x_"]),
        ("{{a}}", "a {a} b", ["{a}"]),
        (r"\(sic\)", "a (sic) b", ["(sic)"]),
        # a match stays within its sentence
        ("so it", "He did so. It rained.", []),
        # nothing is found twice over
        ("a a", "a a a a a", ["a a", "a a"]),
    ],
)
def test_found(template, text, expected):
    assert places(template, text) == expected


@pytest.mark.parametrize(
    ("template", "text", "how", "expected"),
    [
        ("Polish", "Polish the Polish silver, polish.", {"exact_case": True}, ["Polish", "Polish"]),
        ("US", "tell us of the US.", {"exact_case": True}, ["US"]),
        ("~March", "March on, marched; Marched.", {"exact_case": True}, ["March", "Marched"]),
        ("“a”", '"a" “a”', {"raw": True}, ["“a”"]),
        ("a\u00a0b", "a b a\u00a0b", {"raw": True}, ["a\u00a0b"]),
        ("so. it", "He did so. It rained.", {"across": True}, ["so. It"]),
        ("so it", "He did so\n\nIt rained.", {"across": True}, []),
        (
            "leave a reply",
            "Leave a Reply\n\nThey leave a reply here.",
            {"across": True, "bound": "line"},
            ["Leave a Reply"],
        ),
        ("leave a reply", "» Leave a Reply …\n\nMore of it.", {"across": True, "bound": "line"}, ["Leave a Reply"]),
        ("leave a", "Leave a Reply\n\nThey leave a reply.", {"across": True, "bound": "start"}, ["Leave a"]),
        ("# {words(2)}", "# two words\n\nAnd more of them.", {"across": True, "bound": "line"}, ["# two words"]),
    ],
)
def test_found_as_the_rule_asks(template, text, how, expected):
    assert places(template, text, **how) == expected


BLANKS = st.text(alphabet=" \u00a0\t\u2009", min_size=1, max_size=4) | st.sampled_from(["\r\n", "\n", " \n "])
MARKS = st.sampled_from(["'", "’", "‘", "ʼ"])


@given(st.lists(BLANKS, min_size=4, max_size=4), MARKS, st.sampled_from(["🇺🇦 ", "e\u0301 ", "", "ﬁ "]))
def test_a_phrase_is_found_whatever_stands_between_its_words(blanks, mark, before):
    """A line break too, in a block that is hard-wrapped."""
    lines = "The words of this block run on from line to line as a typist breaks them, the next\n"
    phrase = f"{blanks[0].join(('they', 'don'))}{mark}t{blanks[1]}say{blanks[2]}so"
    text = f"{lines}{lines}{before}{phrase}{blanks[3].replace(chr(10), ' ').replace(chr(13), ' ')}here, and go on."
    article = document(text)
    lexicon = Lexicon({})
    pattern = compile_template(parse("they don't say so"), lexicon, (), across=True)
    if any("\n" in blank for blank in blanks[:3]):
        article.blocks = (article.blocks[0]._replace(start=0, end=len(text)),)
    assert [text[one.span.start : one.span.end] for one in run(pattern, article)] == [phrase]


@given(st.text(alphabet="ab ~()|?'\\-é", max_size=24), st.text(alphabet="ab 'é-\n.,“”", max_size=60))
def test_any_template_runs_on_any_text(source, text):
    try:
        found = places(source, text)
    except TemplateError:
        return
    for one in found:
        assert one in text


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ("regex: 'very\\b'", "Very, every, verys, veryé.", ["Very", "very"]),
        ("regex: '\\bvery\\b'", "Very, every, évery, verys, veryé.", ["Very"]),
        ("regex: '(?P<report>\\d+) km'", "It is 12 km off.", ["12"]),
        ("regex: ['^By \\w+$']", "By Ann\n\nHe said so. By Bob\n\nBy Cy", ["By Ann", "By Cy"]),
        ("{regex: '\"x\"', exact: true}".strip("{}").replace(", ", "\n"), '“x” "x"', ['"x"']),
        ("regex: '\\w+'\ncase: exact\nwhere: length(report) > 1", "abc", []),
        ("regex: '(?P<n>[a-z]+)!'\nwhere: length(n) > 2", "ab! abc!", ["abc!"]),
        ("regex: 'trip'", "trips, a trip", ["trip", "trip"]),
        ("regex: 'é\\w'", "🙂🙂 éa e\u0301a ér", ["éa", "ér"]),
    ],
)
def test_regular_expressions(found, keys, text, expected):
    if "report" in keys and "P<report>" not in keys:
        keys = keys.replace("\\w+", "(?P<report>\\w)")
    assert found(f"kind: pattern\n{keys}", text) == expected


@pytest.mark.parametrize(
    ("conditions", "text", "expected"),
    [
        ("near: [army]", "The army made trips. They made trips.", ["trips"]),
        ("near: [army]\nwithin: paragraph", "The army came. They made trips.\n\nMore trips.", ["trips"]),
        ("near: [army]\nwithin: article", "The army came.\n\nMore trips.", ["trips"]),
        ("near: [army]\nwithin: 2 words", "The army made, trips. The army has made trips.", ["trips"]),
        ("near: [army]\nwithin: 2 words", "Trips, the army.\n\nTrips of the army.", ["Trips"]),
        ("near: [trips]", "These trips. Trips and trips.", ["Trips", "trips"]),
        ("near: ['~deploy']", "They deployed trips. They employ trips.", ["trips"]),
        ("near: ['(land|sea) force']", "A sea  force made trips. A force made trips.", ["trips"]),
        ("near: ['{one-of(people)}']", "Bo Ek made trips. Bo made trips.", ["trips"]),
        ("unless: [business]", "Business trips and business. Trips.", ["Trips"]),
        ("unless: [usa]", "The US trips.", ["trips"]),
        ("quotes: skip", "He said “more trips”. More trips.", ["trips"]),
        ("quotes: only", "He said “more trips”. More trips.", ["trips"]),
        ("in: headline", "More trips now\n\nThey made trips, as they do each and every year of late.", ["trips"]),
    ],
)
def test_conditions(found, conditions, text, expected):
    assert found(f"kind: phrase\nwords: [trips]\n{conditions}", text, lists=LISTS) == expected


def test_work_is_bounded():
    nested = "{a:words} {b:words} {c:words} {d:words} {e:words} zebra"
    text = "word " * 300 + "zebra crossing, with a zebu."
    with pytest.raises(TooMuchWorkError):
        places(nested + " crossing", text)


def test_the_lines_of_a_rule_share_its_bound(pack):
    line = "- '{a:words} {b:words} zebra crossings'\n"
    text = "word " * 120 + "zebra crossings no zebra crossings."

    def tried(lines: int) -> int:
        rule = whole("kind: pattern\nmatch:\n" + line * lines + "where: a == 1 and b == 2")
        book = load([pack({"test/lines": rule})])
        article = document(text)
        Linter(book.rules, book.lexicon).check(article)
        return article.work.tried

    bound = Work(len(text)).bound
    assert 0 < tried(1) < bound
    assert tried(bound // tried(1) + 1) == bound + 1


WRITTEN = st.text(alphabet="ab B'-.,\n\u0301“0", max_size=60)


@given(WRITTEN, st.integers(0, 60), st.integers(0, 60))
def test_words_stand_where_they_are_read(text, one, other):
    text = text.lower()
    words, first, last = Words(text), min(one, other), max(one, other)
    read = [(found.start(), found[0]) for found in TOKEN.finditer(text)]
    assert words.tokens == [word for _, word in read]
    assert list(words.between(first, last)) == [(at, word) for at, word in read if first <= at < last]
    assert list(words.each({"a", "b", "."})) == [(at, word) for at, word in read if word in {"a", "b", "."}]
    for word in ("a", "b", ",", "zebra"):
        after = [(at, then) for (at, now), (_, then) in pairwise(read) if now == word]
        assert words.places(word) == [at for at, now in read if now == word]
        assert words.pairs(word, "b") == [at for at, then in after if then == "b"]
    inside = [word for at, word in read if first <= at < last]
    assert words.inside(Span(first, last)) == set(inside)
    assert set(words.in_pairs(Span(first, last))) == set(pairwise(inside))
    assert set(words.in_pairs()) == set(pairwise(words.tokens))


@pytest.mark.parametrize("within", ["sentence", "paragraph", "article", "2 words"])
def test_near_words_are_the_same_around_one_match_and_everywhere(found, within):
    """Of many matches the first are looked around, the others looked up."""
    piece = "The army made trips. Some trips were long, and that was all that was said of them.\n\n"
    rule = f"kind: phrase\nwords: [trips]\nnear: [army]\nwithin: {within}"
    assert found(rule, piece * 40) == ["trips"] * 40 * (1 if within in {"sentence", "2 words"} else 2)


def test_too_much_work_costs_only_the_rule(pack):
    rule = "kind: pattern\nmatch: '{a:words} {b:words} {c:words} {d:words} {e:words} {f:words} zebra crossing'"
    other = "kind: phrase\nwords: [zebu]"
    book = load([pack({"test/greedy": whole(rule), "test/modest": whole(other)})])
    report = Linter(book.rules, book.lexicon).report([document("word " * 300 + "zebra crossing, with a zebu.")])
    assert [finding.text for finding in report.findings] == ["zebu"]
    assert ["greedy" in one.message and "more candidates" in one.message for one in report.errors] == [True]


LONG = {
    "one word": "a" * 1_000_000,
    "one sentence": "the troops made trips to a border " * 30_000,
    "hyphens": "a-" * 500_000,
    "stops": "a." * 500_000,
    "straight marks": '"' * 300_000,
    "curly marks": "“" * 300_000,
    "brackets": "(" * 300_000,
    "capitals": "ANNA BERG MET " * 30_000,
    "blanks": "a" + " " * 500_000 + "b",
    "lines": "a\n" * 100_000,
    "one word again": "trips " * 60_000,
    "figures": "12,345 " * 40_000,
    "addresses": "www." * 100_000,
}


@pytest.mark.parametrize("name", LONG)
def test_long_articles_end(found, name):
    """Each text would take days if any part of the way took time by the square of its length."""
    rule = """kind: pattern
match: ["{a:words(3)} [[trips]]", "{word}-{word}", "{u:url} x", "(a|b)? trips"]
regex: ["trip[a-z]+"]
near: [troops]
within: article
habit: 3"""
    found(rule, LONG[name])


def test_output_does_not_depend_on_the_hash_seed(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(
        "Ann Berg met Ann Berg\n\nThe the talks at the white house in Kiev took 5 trips, and  90,000 trips of the army.\n",
        "utf-8",
    )
    runs = {
        newslint("check", "--format", "json", "a.txt", cwd=tmp_path, env={"PYTHONHASHSEED": seed}).stdout
        for seed in "012"
    }
    assert len(runs) == 1
