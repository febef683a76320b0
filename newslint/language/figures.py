"""The figures of an article: value, precision, unit, and what is counted, so that rules can compare them."""

from collections.abc import Sequence

from newslint.language.counted import NOT_HAPPENING_TO, PLURALS, STATES_BEFORE, Counted, counted_after
from newslint.language.figure import Figure
from newslint.language.labels import after_a_name, code_end, date_end, glued_end, names_a_thing, time_end
from newslint.language.leads import Lead, lead, qualified, qualified_afterwards, words_before
from newslint.language.numerals import Numeral, in_digits, in_words, share_of_so_many, starts
from newslint.language.ranges import paired
from newslint.language.units import Unit, letter_after, unit_after
from newslint.patterns import regex
from newslint.span import Span
from newslint.text import Folded

__all__ = ["Figure", "figures"]

_ONE_COUNTS = regex(r" +(?:[a-z]+ +)?(?:person|man|woman|child|soldier|officer|dead|killed|wounded|injured)(?![a-z'-])")
_NEXT_WORD = regex(r" +([^\W_]+)")
_NO_SHARE_AFTER = frozenset(
    "first second third fourth fifth last latter other final early late next current that this each opening closing "
    "top bottom lower upper back front fiscal every better worse my previous".split()
)
_AGED = frozenset(("aged", "age", "ages"))
_ODDS_OR_ITEM = regex(r"-(?:to|on|in|for|by|and|a)-|\)")
_DETERMINERS = frozenset("a an the his her its their our this that another".split())
_PASSED_BEFORE = frozenset("another an a the all those also its his their".split())
_EXACTLY_A_COUNT = frozenset(("more than", "less than", "at least", "up to", "as many as"))
_PERSONS = frozenset("soldier worker employee officer resident protester refugee migrant passenger fighter".split())
_TEMPERATURES = frozenset(("celsius", "fahrenheit"))
_YEAR_AFTER = frozenset("in since of from until by circa".split())


def figures(text: Folded, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """All numbers of a text in order; a number in a date, a name or a score is marked as one, not left out."""
    openings = frozenset(sentence.start for sentence in sentences)
    found: list[Figure] = []
    done = 0
    for start in starts(text.lower):
        if start < done:
            continue
        if "0" <= text.lower[start] <= "9":
            figure: Figure | None = _digits(text, start, done)
        else:
            figure = _words(text, start, openings)
        if figure is None:
            continue
        if found and figure.start - done < 6:
            found[-1], figure = paired(text.lower, found[-1], figure)
        found.append(figure)
        done = figure.end
    return tuple(found)


def _digits(text: Folded, start: int, done: int) -> Figure:
    lower = text.lower
    before = lead(lower, start, done)
    number = in_digits(lower, start)
    if number is None or before is None:
        return _bare(start, glued_end(lower, number.end if number else start), "label")
    if not before.currency:
        for end, kind in ((time_end(lower, start), "date"), (code_end(lower, start), "label")):
            if end > 0:
                return _bare(start, end, kind)
        previous = before.words[-1] if before.words else ""
        end = date_end(text.plain, lower, start, number.end, previous)
        if end > 0:
            return _bare(start, end, "date", number)
    number_start = start
    if start and lower[start - 1] == ".":
        number_start, number = start - 1, in_digits(lower, start - 1) or number
    number, unit, kind = letter_after(lower, number, money=bool(before.currency))
    if kind:
        return _bare(start, number.end, kind, number)
    return _measured(text, Lead(min(before.start, number_start), *before[1:]), number_start, number, unit)


def _words(text: Folded, start: int, openings: frozenset[int]) -> Figure | None:
    lower = text.lower
    number = in_words(lower, start)
    if number is None or (start > 1 and lower[start - 1] in "-'" and lower[start - 2].isalnum()):
        return None
    words = words_before(lower, start)
    previous = words[-1] if words else ""
    if lower.startswith(("hundred", "thousand", "million", "billion", "trillion", "dozen", "quarter", "third"), start):
        if previous != "a":
            return None
        start = lower.rindex("a", 0, start)
        words.pop()
    elif number.fraction and previous in _NO_SHARE_AFTER:
        return None
    unit = unit_after(lower, number.end, scaled=number.value >= 1000)
    many = share_of_so_many(lower, number)
    if number.value == 1 and number.end - start == 3 and not (unit or many or _ONE_COUNTS.match(lower, number.end)):
        return None
    # "Flood toll: Six women die" begins anew
    opens = not start or start in openings or text.plain.startswith(": ", max(0, start - 2))
    if text.plain[start].isupper() and not opens and _is_name(text, start, number.end):
        return _bare(start, number.end, "label", number)
    return _measured(text, Lead(start, "", words, minus=False), start, number, unit)


def _is_name(text: Folded, start: int, end: int) -> bool:
    """A number word with a capital inside a sentence, unless the words after it have capitals too, as in a headline."""
    following = _NEXT_WORD.match(text.plain, end)
    return text.plain[start - 1] == " " and not (following and following[1][0].isupper())


def _measured(text: Folded, before: Lead, number_start: int, number: Numeral, unit: Unit | None) -> Figure:
    """The figure with its unit, qualifier and noun."""
    lower = text.lower
    qualifier, words = qualified(before.words)
    many = share_of_so_many(lower, number)
    if many is not None:
        number = many
    end = number.end
    kind, name, value, step = "number", "", number.value, number.step
    if before.currency:
        kind, name = "money", before.currency
        if unit and unit.kind == "money":
            end = unit.end
    elif unit:
        end, kind, name = unit.end, unit.kind, unit.name
        value, step = value * unit.worth, step * unit.worth
    elif number.fraction:
        kind = "fraction"
    start = before.start
    if kind in ("measure", "percent") and before.minus:
        start, value = start - 1, -value
    elif name in _TEMPERATURES and words and words[-1].lstrip("(") == "minus":
        start, value, words = lower.rindex("minus", 0, start), -value, words[:-1]
    qualifier = qualifier or qualified_afterwards(lower, end)
    figure = Figure(start, end, number_start, number.end, value, step, kind, name, qualifier, "", end, end)
    return _counting(text, figure, words)


def _counting(text: Folded, figure: Figure, words: list[str]) -> Figure:
    """The figure with what it counts, or marked as a year, an age or a name if it counts nothing."""
    lower = text.lower
    previous = words[-1] if words else ""
    if figure.kind in ("measure", "age", "points") or (figure.kind == "percent" and previous not in _DETERMINERS):
        return figure
    determined = figure.kind in ("money", "percent") and (previous in _DETERMINERS or previous.endswith("'s"))
    noun = counted_after(lower, figure.end, one=determined or figure.value == 1)
    state = noun.state
    if not state and figure.kind == "number" and noun.noun not in NOT_HAPPENING_TO:
        acted = previous if previous not in _PASSED_BEFORE else words[-2] if len(words) > 1 else ""
        state = STATES_BEFORE.get(acted, "")
    counted = noun.noun or ("people" if state else "")
    if figure.kind == "number":
        kind = _kind(text, figure, Counted(counted, noun.start, noun.end, state), previous)
        if kind != "number":
            return figure._replace(kind=kind, unit="year-old" if kind == "age" else "")
    if counted in NOT_HAPPENING_TO and lower.endswith("over ", 0, figure.start):
        figure = figure._replace(qualifier="")  # "over three days" is mostly "in the course of"
    if not counted and not state and noun.end == figure.end:
        return figure
    return Figure(*figure[:9], counted, noun.start, noun.end, state)


def _kind(text: Folded, figure: Figure, noun: Counted, previous: str) -> str:
    """What a number without currency or unit is: a count, or one that counts nothing."""
    lower = text.lower
    if previous and names_a_thing(text.plain, lower, figure.start, previous):
        return "label"
    if previous in _AGED or (not noun.noun and not figure.qualifier and _is_age(text, figure, previous)):
        return "age"
    if _numbers_an_item(lower, figure):
        return "label"
    if _is_year(lower, figure, noun, previous):
        return "year-like"
    bare = not noun.noun and not figure.qualifier
    return "label" if bare and after_a_name(text.plain, lower, figure.start, previous) else "number"


def _is_year(lower: str, figure: Figure, noun: Counted, previous: str) -> bool:
    if figure.end - figure.start != 4 or not lower[figure.start : figure.end].isdigit():
        return False
    if not 1900 <= figure.value < 2100:
        return figure.value >= 1000 and not noun.noun and previous in _YEAR_AFTER
    return not (
        noun.state
        or figure.qualifier in _EXACTLY_A_COUNT
        or previous in STATES_BEFORE
        or lower[noun.start : noun.end] in PLURALS
        or noun.noun in _PERSONS
    )


def _numbers_an_item(lower: str, figure: Figure) -> bool:
    """Whether a number is one of a list, "1) first", or of odds, "3-to-1"."""
    found = _ODDS_OR_ITEM.match(lower, figure.end)
    return found is not None and (found[0] != ")" or "(" not in lower[max(0, figure.start - 40) : figure.start])


def _is_age(text: Folded, figure: Figure, previous: str) -> bool:
    """An age stands between commas after a name: "Maria Lopez, 34, said"."""
    if not 1 <= figure.value < 120 or figure.value % 1 or not previous.endswith(",") or figure.unit:
        return False
    follows = text.plain[figure.end : figure.end + 1]
    place = figure.start - 1 - len(previous)
    return follows in (",", ".", ";", ")") and place >= 0 and text.plain[place].isupper()


def _bare(start: int, end: int, kind: str, number: Numeral | None = None) -> Figure:
    value, step = (number.value, number.step) if number else (0.0, 1.0)
    return Figure(start, end, start, end, value, step, kind, counted_start=end, counted_end=end)
