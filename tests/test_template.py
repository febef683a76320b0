"""Templates: what is read, what is refused, and that nothing else ever happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon import Lexicon
from newslint.matching import anchors, near
from newslint.matching.template import Blank, Choice, Literal, Mark, Slot, TemplateError, parse


def shown(nodes):
    parts = []
    for node in nodes:
        match node:
            case Literal(text=text, inflect=inflect):
                parts.append(f"~{text}" if inflect else text)
            case Blank():
                parts.append("_")
            case Mark(opens=opens):
                parts.append("[[" if opens else "]]")
            case Slot(name=name, type=kind, argument=argument):
                parts.append(f"{{{name}:{kind}:{argument}}}")
            case Choice(branches=branches):
                parts.append(f"({'|'.join(shown(branch) for branch in branches)})")
    return "".join(parts)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("talks on talks", "talks_on_talks"),
        ("{n:number} [[trips]]", "{n:number:}_[[trips]]"),
        ("{person}", "{:person:}"),
        ("{ a : one-of( verbs ) }", "{a:one-of:verbs}"),
        ("(met|saw)", "(met|saw)"),
        ("met|saw him", "(met|saw_him)"),
        ("~meet", "~meet"),
        ("a ~ b", "a_~_b"),
        ("{{x}}", "{x}"),
        (r"\(x\) \[[ \]]", "(x)_[[_]]"),
        (r"\\", "\\"),
        ("so-called", "so-called"),
        ("don’t", "don’t"),
        # a blank beside an optional part belongs to the part
        ("(the)? war", "(the_|)war"),
        ("(the )?war", "(the_|)war"),
        ("in (the)? war", "in_(the_|)war"),
        ("in (the )?war", "in_(the_|)war"),
        ("in( the)? war", "in(_the|)_war"),
        ("war (on drugs)?", "war(_on_drugs|)"),
        ("x (a)? (b)? c", "x_(a_|)(b_|)c"),
        ("[[(the)? war]] x", "[[(the_|)war]]_x"),
        ('"(the)? war', '"(the_|)war'),
        ("war (the)?, he", "war(_the|),_he"),
        # but not to one that hangs on to its neighbour
        ("Bonn(, Germany)? on", "Bonn(,_Germany|)_on"),
        ("x (pre-)?war", "x_(pre-|)war"),
        # only whole words match, so a word with brackets inside is written out
        ("trip(s)?", "(trips|trip)"),
        ("colo(u)?r", "(colour|color)"),
        ("[[colo(u)?r]]", "[[(colour|color)]]"),
        ("(an|the)(y)?", "(any|an|they|the)"),
        # where no letters meet there is nothing to write out
        ("(pro|anti)-war", "(pro|anti)-war"),
    ],
)
def test_read(source, tree):
    assert shown(parse(source)) == tree


@pytest.mark.parametrize(
    ("source", "says", "offset"),
    [
        ("a (b", "never closed", 2),
        ("a) b", "closes nothing", 1),
        ("a {b", "brace alone", 2),
        ("a } b", "brace alone", 2),
        ("{n:numbr}", "no slot type “numbr”", 0),
        ("x {a b}", "is no slot", 2),
        ("{one-of}", "names a word list", 0),
        ("[[a", "in pairs", 0),
        ("a]] b [[", "in pairs", 1),
        ("a [[b [[c]] d]]", "in pairs", 2),
        ("((((((((((a))))))))))", "too deep", 9),
        ("~trip(s)?", "side by side", 0),
        ("{n:number}km", "side by side", 0),
        ("pre{word}", "side by side", 0),
        ("trip[[s]]", "side by side", 0),
        ("comment( on)?(here)?", "side by side", 0),
        ("trip,? then", r"write \(,\)\?", 4),
        ("a colou?red coat", "only", 2),
        ("a " * 1001, "longer than", 0),
        ("a " * 150, "more than 200", 0),
        ("(a|b|c)" * 9, "more than 64 words", 0),
    ],
)
def test_refused(source, says, offset):
    with pytest.raises(TemplateError, match=says) as caught:
        parse(source)
    assert caught.value.offset == offset


@given(st.text(alphabet="ab ~()[]{}|?\\:,'“-1é\n", max_size=40) | st.text(max_size=30))
def test_any_text_is_a_template_or_an_error(source):
    lexicon = Lexicon({})
    try:
        template = parse(source)
        anchors.best(template, lexicon)
        near.spellings(template, lexicon)
    except TemplateError as error:
        assert 0 <= error.offset <= len(source)  # noqa: PT017 - most texts are no error


def test_what_near_looks_for_is_bounded():
    with pytest.raises(TemplateError, match="fewer alternatives"):
        near.spellings(parse("(a|b|c|d) " * 20 + "e"), Lexicon({}))
