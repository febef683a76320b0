"""What a number counts: the head of the noun phrase after it, and whether it counts dead, injured or arrested."""

from newslint.patterns import regex
from newslint.records import NamedTuple

# Nouns that stand for several without an -s.
PLURALS = frozenset(
    "people men women children police dead injured wounded killed missing arrested troops staff personnel aircraft "
    "crew cattle sheep fish teeth feet mice geese data media bacteria criteria clergy elderly homeless unemployed "
    "guilty others taliban spacecraft helicopters policemen policewomen firefighters servicemen servicewomen "
    "congressmen congresswomen councilmen gunmen militiamen businessmen spokesmen fishermen airmen seamen guardsmen "
    "lawmen workmen salesmen swordfish deer offspring yen euro wives lives".split()
)
_NOT_PLURAL = frozenset(
    "this his its is was has as us yes less plus always perhaps overseas sometimes besides towards afterwards "
    "news series politics across unless thus versus does says goes gets makes takes wants needs nowadays "
    "gas bus campus virus status focus census consensus bonus surplus congress business access process "
    "religious previous various serious famous dangerous anonymous numerous indigenous suspicious obvious "
    "us-made texas kansas arkansas illinois paris los las des paulus class press "
    "themselves ourselves yourselves whereas "
    "remains means includes shows begins comes lies sits stands outdoors indoors upstairs downstairs".split()
)
_STOPS = frozenset(
    "of in on at to from for by with and or but who whom whose that which were was are is be been being have has had "
    "will would can could may might must should shall said say says told as than since while when where after before "
    "near along during until through throughout across over under into onto off out up down about against among "
    "amid between behind beyond above below within without toward towards per if because so not no nor also a an the "
    "this these those it he she they we you i there then now today yesterday tomorrow ago each every only just even "
    "do does did including included via versus vs despite except plus minus too very much monday tuesday wednesday "
    "thursday friday saturday sunday his her their its our your my what how why both either neither back away apart "
    "came went took made got gave saw fell rose died voted agreed remained began lost won found left fled saying "
    "last next".split()
)
# Words between the number and its noun that are neither nouns nor the end of the phrase.
_PASSED = frozenset("or so more".split())
_STATES = {
    **dict.fromkeys(
        "dead killed died slain killing kills kill deaths death fatalities perished drowned".split(), "dead"
    ),
    **dict.fromkeys("injured wounded hurt injuring wounding injures injuries".split(), "injured"),
    **dict.fromkeys("arrested detained arresting detaining arrests detentions".split(), "arrested"),
    **dict.fromkeys(["missing"], "missing"),
}
_BEFORE = (
    "killed killing kills kill injured injuring injures wounded wounding arrested arresting arrests detained "
    "detaining hurt"
)
STATES_BEFORE = {word: _STATES[word] for word in _BEFORE.split()}
# "He was arrested 12 times" and "she died two days later" say nothing of twelve or two people.
_SPELLS = frozenset("day hour minute week month year decade night".split())
NOT_HAPPENING_TO = _SPELLS | {"time", "second"}
_AUXILIARIES = frozenset(
    "were was have has had been be being are is also reportedly confirmed feared who that presumed believed to "
    "reported either now left already later".split()
)
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "teeth": "tooth",
    "feet": "foot",
    "mice": "mouse",
    "geese": "goose",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "thieves": "thief",
    "shelves": "shelf",
    "movies": "movie",
    "species": "species",
    "series": "series",
    "troops": "troop",
    "criteria": "criterion",
    "bacteria": "bacterium",
    "buses": "bus",
    "gases": "gas",
}
# Nouns that one article uses of the same ones in turn.
_ALIKE = {
    noun: group.split()[0]
    for group in (
        "people resident villager inhabitant person dead death fatality body victim casualty",
        "worker employee staff staffer",
        "soldier troop serviceman",
        "job position post",
        "student pupil",
        "child kid",
        "home house",
        "protester demonstrator",
        "prisoner inmate detainee",
        "lawmaker legislator",
        "company firm",
        "car vehicle",
        "migrant refugee asylum-seeker",
    )
    for noun in group.split()
}
_RUN = regex(r"(?: +(?:[a-z]\.[a-z]\.|[^\W\d_][\w'-]*)){1,9}")
_HYPHENED = regex(r"-([^\W\d_]+)(?:-[^\W\d_]+)*")


class Counted(NamedTuple):
    """The noun in the singular, its place, and the state of those counted; the place is empty where no noun stands."""

    noun: str
    start: int
    end: int
    state: str


def counted_after(lower: str, end: int, *, one: bool = False) -> Counted:
    """What the number ending at ``end`` counts; the number one takes a noun in the singular."""
    if lower.startswith("-", end):
        found = _HYPHENED.match(lower, end)
        # "Four-legged friends" need not be four.
        if found is None or found[1] in _STOPS or found[1].endswith("ed"):
            return Counted("", end, end, "")
        return Counted(singular(found[1]), found.start(1), found.end(1), "")
    run = _RUN.match(lower, end)
    if run is None:
        return Counted("", end, end, "")
    words = run[0].split(" ")
    head = _head(words, one=one)
    state = _state(words, head)
    if head < 0:
        return Counted("people" if state else "", end, end, state)
    start = end + sum(map(len, words[:head])) + head
    return Counted(singular(words[head].strip("'")), start, start + len(words[head].rstrip("'")), state)


def thing(noun: str) -> str:
    """One name for nouns that are used of the same ones in turn, such as workers and employees."""
    return _ALIKE.get(noun, noun)


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a noun for several."""
    if word in PLURALS:
        return True
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "s'u" and word[-2:] != "is" and word not in _NOT_PLURAL


def singular(noun: str) -> str:
    """One of them: "troops" to "troop", "countries" to "country"; people stay people."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("men", "women")):
        return noun[:-2] + "an"
    if not is_plural(noun) or (noun in PLURALS and noun[-1] != "s"):
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zzes", "oes", "ruses", "puses", "nuses", "tuses")):
        return noun[:-2]
    return noun[:-1]


def _head(words: list[str], *, one: bool) -> int:
    """The place of the head noun in the run, or -1: the first plural, or the one directly after it in a compound."""
    last = -1
    passed = 0
    for place, possessive in enumerate(words):
        word = possessive.rstrip("'")
        if not word or word in _PASSED:
            continue
        if word in _STOPS or passed > 4:
            break
        if one and last >= 0 and word.endswith(("ed", "ing")):
            break
        passed += 1
        if passed == 1 and word in _SPELLS:
            return place
        if is_plural(word):
            if word in _STATES and word in PLURALS and last >= 0:
                break
            return _end_of_compound(words, place)
        last = place
        if one and word in ("person", "man", "woman", "child", "soldier", "officer"):
            break
    return last if one and last >= 0 and not words[last].endswith("ed") else -1


def _end_of_compound(words: list[str], place: int) -> int:
    following = next((n for n in range(place + 1, len(words)) if words[n]), -1)
    word = words[following] if following > 0 else ""
    return following if word and is_plural(word) and word not in _STATES and word not in _STOPS else place


def _state(words: list[str], head: int) -> str:
    if head >= 0 and words[head] in _STATES:
        return _STATES[words[head]]
    for word in words[head + 1 :]:
        if word in _STATES:
            return _STATES[word]
        if word and word not in _AUXILIARIES and word not in _PASSED:
            break
    return ""
