"""A town with the wrong country or state behind it: “Des Moines, Nebraska”, “Chicago, a city in Michigan”."""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import form
from newslint.language.places import Place
from newslint.matching.words import Hits
from newslint.patterns import regex
from newslint.rule import ALWAYS, Compiled, Form, Setting
from newslint.span import Span
from newslint.text import without_accents

_DATA = Path(__file__).resolve().parent.parent / "data" / "gazetteer.z"
_NAMED = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|del|do|la|le|upon|on|el|al)){0,3}"
# The town before its region: with a comma, as “a town in”, as “the Texas town of” behind it.
_TOWN = r"(?:city|town|village|suburb|port|resort|capital)"
_BEFORE = regex(
    rf"(?P<town>{_NAMED})(?:, |, the |, (?:an? |the )?(?:[a-z-]+ ){{0,3}}{_TOWN} (?:in|of) (?:the )?(?:state of )?"
    r"(?:(?:north|south|east|west|centr)[a-z]* )?)\Z"
)
_BEHIND = regex(rf"(?:'s)? (?:{_TOWN}|state capital) of (?P<town>{_NAMED})")
# What may stand before a town with a capital of its own.
_LEADS_IN = regex(r"\A(?:In|At|Near|From|Of|Outside|Around|To|The|Downtown|Central|Greater|Inner|Outer|Across) ")
# What may follow “town, region” where the two are one place and no list goes on.
_FOLLOWS = regex(
    r"(?:[.;:)!?\]”\"]|$| ?[—–]| --?(?: |$)"
    r"|,? (?:on|in|at|to|with|for|from|after|before|where|when|who|which|that|said|says|is|was|has|had"
    r"|will|by|during|as|since|about|near|last|this|next|early|late)\b"
    r"|,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
    r"|[0-9]|U\.S\.,|(?:an?|his|her|their|and|but|or|[a-z]+(?:ed|ing))\b"
    r"(?! (?:then |later |also |finally |on to )?[A-Z])))"
)
# “In Paris, China announced …”; “in Abu Dhabi, China and other places”
_ACTS = regex(r" (?:said|says|is|was|has|had|will|[a-z]+ed)\b")
_OTHERS = regex(r",? and (?:other|elsewhere|many|several|all)\b")
_LED = regex(
    r"(?:\b(?:in|at|near|from|of|outside|to|for|around|into|via|leave|left|reach(?:ed)?|visit(?:ed)?|hit|struck) )\Z"
)
# A list of places, or the first words of a sentence: the comma does not join the two.
_LISTED = regex(r"(?:[A-Z][\w'’-]*, (?:[A-Z][\w'’-]* )*|^)\Z")
# The land of a town, and another that claims it, holds it or did so in the memory of news.
_CLAIMED = frozenset(
    "PS/IL IL/PS UA/RU HK/CN MO/CN TW/CN XK/RS CY/TR EH/MA GB/IE AM/AZ AZ/AM GE/RU IN/PK SS/SD PR/US GU/US VI/US IL/SY"
    " IL/JO PS/JO MD/RU CY/GB GI/GB RE/FR GP/FR MQ/FR GF/FR YT/FR NC/FR PF/FR CW/NL AW/NL SX/NL GL/DK FO/DK SJ/NO ER/ET"
    " JE/GB GG/GB IM/GB BM/GB FK/GB KY/GB VG/GB CN/IN IN/CN".split()
)


@form
class Gazetteer(Form):
    """Needs nothing: what it compares stands in the gazetteer that newslint brings along."""


def compile_rule(_form: Gazetteer, _setting: Setting) -> Compiled:
    """The town with its region is reported."""

    def find(document: Document, _: Hits) -> Iterable[Match]:
        return _misplaced(document)

    return Compiled(ALWAYS, find, frozenset({"match", "town", "region"}))


def _misplaced(document: Document) -> Iterator[Match]:
    plain = document.folded.plain
    for place in document.places:
        if place.kind == "city":
            continue
        for town, span in _towns(document, place):
            known, asked = regions_of(town), _codes(place.name)
            if known and asked and not _holds(known, asked):
                values = {"match": document.text[span.start : span.end], "region": plain[place.start : place.end]}
                yield Match(span, {**values, "town": town})


def _towns(document: Document, place: Place) -> Iterator[tuple[str, Span]]:
    """The town that a region is said to hold, and the whole."""
    plain, sentence = document.folded.plain, document.sentence(place.start)
    behind = _BEHIND.match(plain, place.end)
    if behind:
        yield behind["town"].rstrip("."), Span(place.start, behind.end("town"))
    joined = plain.endswith((", ", "of ", "in ", "the ", "ern ", "ral "), 0, place.start)
    before = _BEFORE.search(plain, max(sentence.start, place.start - 90), place.start) if joined else None
    if not before:
        return
    bare = plain[before.end("town") : place.start] in {", ", ", the "}
    lead = plain[sentence.start : before.start()]
    if bare and not (_FOLLOWS.match(plain, place.end) and (_LED.search(lead) or not _LISTED.search(lead))):
        return
    if bare and (_OTHERS.match(plain, place.end) or (place.kind == "country" and _ACTS.match(plain, place.end))):
        return
    town = _LEADS_IN.sub("", before["town"])
    # a land after a land is a list
    if regions_of(town) and not (bare and _codes(town)):
        yield town, Span(before.end("town") - len(town), place.end)


@lru_cache(maxsize=1)
def _lines() -> str:
    return f"\n{zlib.decompress(_DATA.read_bytes()).decode('ascii')}\n"


@lru_cache(maxsize=4096)
def regions_of(town: str) -> frozenset[str]:
    """Where there is a town of this name; nothing for one that is not known."""
    return _line(without_accents(town).lower())


@lru_cache(maxsize=1024)
def _codes(region: str) -> frozenset[str]:
    return _line("=" + region.lower())


def _line(name: str) -> frozenset[str]:
    lines = _beginning(name[:2])
    at = lines.find(f"\n{name}\t")
    return frozenset(lines[at + len(name) + 2 : lines.index("\n", at + 1)].split()) if at >= 0 else frozenset()


@lru_cache(maxsize=1024)
def _beginning(letters: str) -> str:
    """All lines that begin with some letters; they stand together."""
    lines = _lines()
    first, last = lines.find(f"\n{letters}"), lines.rfind(f"\n{letters}")
    return lines[first : lines.index("\n", last + 1) + 1] if letters and first >= 0 else ""


def _holds(known: frozenset[str], asked: frozenset[str]) -> bool:
    """Whether one of the regions asked for has a town that stands in the known ones, or may be said to have it."""
    for one in asked:
        land = one.partition(".")[0]
        if one in known or ("." in one and f"{land}.*" in known):
            return True
        if "." not in one and any(f"{other}/{one}" in _CLAIMED for other in known):
            return True
    return False
