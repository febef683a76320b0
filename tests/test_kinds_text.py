"""The kinds that match text, on text written for each case: phrase, pattern, repeat, furniture, links."""

import pytest
from conftest import document, whole

from newslint.linting import Linter
from newslint.rulebook import load
from newslint.selftest import apply


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("words: [gizmo, gizmo box]", "A gizmo box, a gizmo.", ["gizmo box", "gizmo"]),
        ("words: ['~widen']", "It widened. They widen.", ["widened", "widen"]),
        ("words: [the]\nhabit: 2", "The man the dog the cat.", ["The"]),
        ("words: [the]\nhabit: 3", "The man the dog the cat.", ["The", "the", "the"]),
        ("swap: {gizmo: tool}", "Gizmo, gizmo.", ["Gizmo", "gizmo"]),
    ],
)
def test_phrase(found, rule, text, expected):
    assert found(f"kind: phrase\n{rule}", text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("kind: phrase\nswap: {gizmo: tool}", "Gizmo, gizmo and GIZMO.", "Tool, tool and Tool."),
        ("kind: phrase\nswap: {white house: White House}", "At the white house.", "At the White House."),
        ("kind: phrase\nswap: {gizmo box: tool box}", "A GIZMO BOX.", "A TOOL BOX."),
        ("kind: phrase\nswap: {'{n:number} gizmos': '{n} tools'}", "Some 1,200 gizmos.", "Some 1,200 tools."),
        ("kind: phrase\nswap: {Kiev: Kyiv}\ncase: exact", "Kiev, kiev.", "Kyiv, kiev."),
        (
            "kind: pattern\nmatch: '{a:word} (big )?[[gizmo]]'\nfix: {replace: 'tool{b}'}\nregex: '(?P<report>x)(?P<b>y)?'",
            "A big gizmo x.",
            "A big tool tool.",
        ),
        ("kind: repeat\nunit: word", "So the the end.", "So the end."),
        ("kind: pattern\nmatch: '[[ ,]]'\nfix: {replace: ','}", "One ,two , three.", "One,two, three."),
        ("kind: phrase\nswap: {'a{{': 'b{{c}}'}", "An a{ here.", "An b{c} here."),
        ("kind: consistency\nforms: [Kyiv, Kiev]", "Kyiv. Kiev, Kyiv.", "Kyiv. Kyiv, Kyiv."),
        ("kind: consistency\nforms: [e-mail, email]", "E-mail, e-mail and an email.", "E-mail, e-mail and an e-mail."),
        ("kind: consistency\nforms: [e-mail, email]", "e-mail, e-mail. Email.", "e-mail, e-mail. E-mail."),
        # what stands for many texts is replaced by none of them
        ("kind: consistency\nshapes: ['\"', '[“”]']\nexact: true", 'An “a” and a "b".', 'An “a” and a "b".'),
        ("kind: consistency\nforms: ['(Houthi|Houthis)', '(Huthi|Huthis)']", "Houthi, Huthis.", "Houthi, Huthis."),
        (
            "kind: consistency\nforms: ['{n:number} per cent', '{n:number} percent']",
            "1 percent, 2 per cent.",
            "1 percent, 2 per cent.",
        ),
        # a sentence keeps its full stop, and gets no second one
        (
            "kind: consistency\nforms: [US, U.S.]\ncase: exact",
            "US, US, US. The U.S. The U.S. aide",
            "US, US, US. The U.S. The US aide",
        ),
        (
            "kind: consistency\nforms: [US, U.S.]\ncase: exact",
            "U.S. a U.S. b. In the US. A US aide",
            "U.S. a U.S. b. In the US. A U.S. aide",
        ),
    ],
)
def test_fix(pack, rule, text, fixed):
    book = load([pack({"test/rule": whole(rule)})])
    assert not book.mistakes, book.mistakes
    assert apply(text, Linter(book.rules, book.lexicon).report([document(text)]).findings) == fixed


@pytest.mark.parametrize(
    ("rule", "text", "says"),
    [
        (
            "message: '“{match}” of {n}'\nkind: pattern\nmatch: '{n:number} [[trips]]'",
            "All 12 trips.",
            ["“trips” of 12"],
        ),
        ("message: '{{{match}}}'\nkind: phrase\nwords: [trips]", "Trips.", ["{Trips}"]),
        ("message: 'a {b} c'\nkind: pattern\nmatch: '(so {b:word})? trips'", "Trips.", ["a c"]),
        ("message: '{match}'\nkind: pattern\nmatch: '{words} stop'", "So {match} {n} stop.", ["So {match} {n} stop"]),
        ("message: '{match}'\nkind: phrase\nwords: [so it]\nacross: paragraph", "So\u00a0 it.", ["So it"]),
        ("message: 'no'\nkind: phrase\nwords: [the]\nhabit: 1", "The the.", ["no 2 times in this article."]),
    ],
)
def test_message(found, rule, text, says):
    if "{match} {n}" in text:
        text = "So one two stop."
        says = ["So one two stop"]
    assert found(rule, text, says=True) == says


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("unit: word", "The the talks. A talk talk.", ["The the", "talk talk"]),
        ("unit: word", "Duran Duran. The\n\nthe. One, one.", []),
        ("unit: word\nallow: [had]", "He had had it.", []),
        ("unit: phrase", "They went to the to the fair.", ["to the to the"]),
        ("unit: phrase", "They went to the fair, to the fair.", []),
        (
            "unit: sentence",
            "The vote was held in the town hall. It rained. The vote was held in the town hall.",
            ["The vote was held in the town hall."],
        ),
        ("unit: sentence", "He said no. It rained. He said no.", []),
        ("unit: sentence\nrunning: true\nleast: 3", "It rained. He said no. He said  no.", ["He said  no."]),
        ("unit: sentence\nrunning: true\nleast: 3", "He said no. It rained. He said no.", []),
        (
            "unit: paragraph\nshare: 80",
            "The vote was held in the old town hall on Monday, all said.\n\nIt rained.\n\n"
            "The vote was held in the old town hall on Monday, all said!",
            ["The vote was held in the old town hall on Monday, all said!"],
        ),
    ],
)
def test_repeat(found, rule, text, expected):
    assert found(f"kind: repeat\n{rule}", text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("lines: [leave a reply]", "It ended.\n\nLeave a Reply\n\nThey leave a reply.", ["Leave a Reply"]),
        ("lines: ['{number} comments']", "It ended.\n\n12 comments\n\nHe made 12 comments there.", ["12 comments"]),
        (
            "starts: [be the first to]\nmost: 6",
            "Be the first to comment\n\nBe the first to see what comes next of all.",
            ["Be the first to comment"],
        ),
        ("marks: ['*', '-']", "It ended.\n\n* * *\n\n***\n\n--\n\n*a*", ["***", "--"]),
    ],
)
def test_furniture(found, rule, text, expected):
    assert found(f"kind: furniture\n{rule}", text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (
            "hosts: [bit.test]",
            "See https://bit.test/abc, or a.bit.test/x. Not rabbit.test.",
            ["https://bit.test/abc", "a.bit.test/x"],
        ),
        ("endings: [.xyz]", "Win at prize.xyz! Or prize.xyz.example.com", ["prize.xyz"]),
        (
            "parameters: ['utm_']",
            "https://a.test/?utm_source=x and https://a.test/?u=x",
            ["https://a.test/?utm_source=x"],
        ),
        ("shapes: [ip]", "http://10.0.0.1/x, 10.0.0.1 and http://a.test", ["http://10.0.0.1/x"]),
        ("shapes: [user]", "http://bank.test@evil.test/ and me@home.test", ["http://bank.test@evil.test/"]),
        ("shapes: [punycode]", "https://xn--bnk-sna.test/x", ["https://xn--bnk-sna.test/x"]),
        ("shapes: [mixed-script]", "https://p\u0430per.test and https://paper.test", ["https://p\u0430per.test"]),
        ("shapes: [deep]", "https://a.b.c.d.e.f.test", ["https://a.b.c.d.e.f.test"]),
        (
            "shapes: [mismatch]",
            "[bank.test](https://evil.test) [bank.test](https://www.bank.test/a)",
            ["[bank.test](https://evil.test)"],
        ),
    ],
)
def test_links(found, rule, text, expected):
    assert found(f"kind: links\n{rule}", text) == expected
