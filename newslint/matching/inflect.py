"""Inflections of English words, made by rule: what ``~word`` stands for in a template.

Both the verb's and the noun's forms are made, since a template does not say which is meant; a form that does
not exist costs nothing, because no article holds it.
"""

from functools import lru_cache

from newslint.patterns import regex

# base: past, participle (where it differs). Regular parts (-s, -ing) are made by rule.
_VERBS = """
arise arose arisen|be was been were is are am being|bear bore borne|beat beat beaten|become became|begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|broadcast broadcast|build built|burn burnt burned|burst burst|buy bought|cast cast|catch caught
choose chose chosen|cling clung|come came|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done does
draw drew drawn|dream dreamt dreamed|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed
feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten
give gave given|go went gone goes|grind ground|grow grew grown|hang hung hanged|have had has|hear heard|hide hid hidden
hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant leaned|leap leapt leaped
learn learnt learned|leave left|lend lent|let let|lie lay lain lying|light lit|lose lost|make made|mean meant
meet met|mislead misled|mistake mistook mistaken
overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown
pay paid|plead pled pleaded|prove proven proved|put put
quit quit|read read|ride rode ridden|ring rang rung|rise rose risen
run ran|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shine shone
shoot shot|show shown showed|shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid
speak spoke spoken|spend spent|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen
stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swell swollen swelled
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|uphold upheld
upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
withhold withheld|withstand withstood|wring wrung|write wrote written
"""
_NOUNS = """
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|ox oxen
half halves|wife wives|life lives|knife knives|thief thieves
leaf leaves|loaf loaves|shelf shelves|self selves|wolf wolves
calf calves|crisis crises|basis bases|thesis theses|analysis analyses|diagnosis diagnoses|hypothesis hypotheses
parenthesis parentheses|criterion criteria|phenomenon phenomena|medium media|datum data|referendum referendums referenda
memorandum memorandums memoranda|stadium stadiums|cactus cacti
alumnus alumni|nucleus nuclei|embargo embargoes|hero heroes
potato potatoes|tomato tomatoes|veto vetoes vetoed vetoing|echo echoes|torpedo torpedoes|cargo cargoes cargos
"""
_ENTRY_ENDS = regex(r"[|\n]")
_IRREGULAR: dict[str, tuple[str, ...]] = {}
for _entry in _ENTRY_ENDS.split(_VERBS + _NOUNS):
    if _parts := _entry.split():
        _IRREGULAR[_parts[0]] = (*_IRREGULAR.get(_parts[0], ()), *_parts[1:])
_IRREGULAR_VERBS = {_e.split()[0] for _e in _ENTRY_ENDS.split(_VERBS) if _e.split()}
_IRREGULAR_NOUNS = {_e.split()[0] for _e in _ENTRY_ENDS.split(_NOUNS) if _e.split()}

# Verbs of more than one syllable whose last one is stressed, so that the consonant doubles.
_DOUBLING = frozenset(
    """
    admit begin commit compel confer control defer deter dispel embed emit equip excel expel forbid forget impel
    incur infer input occur omit output patrol permit prefer program propel rebel rebut recur refer regret remit
    repel submit transfer transmit upset kidnap worship handicap format overrun outrun rerun
    """.split()
)
# British spelling doubles these though the stress is not on the last syllable.
_BRITISH = regex(r"[^aeiou][aeiou]l$|(?:ue|ea)l$")
_SHORT = regex(r"(?:^|[^aeiou])[aeiouy][bdgklmnprtvz]$")


@lru_cache(maxsize=8192)
def forms(word: str) -> frozenset[str]:
    """All inflections of a word in lower case, itself among them."""
    base = word.lower()
    made = {base, *_IRREGULAR.get(base, ())}
    if base in {"be", "have", "do"}:
        return frozenset(made | {base + "ing" if base != "have" else "having"})
    if base not in _IRREGULAR_NOUNS:
        made.add(_with_s(base))
    if base in _IRREGULAR_NOUNS and base not in {"veto", "echo", "torpedo"}:
        return frozenset(made)
    stems = _stems(base)
    made |= {stem + "ing" for stem in stems}
    if base not in _IRREGULAR_VERBS:
        made |= {stem + ("d" if stem.endswith("e") else "ed") for stem in _past_stems(base, stems)}
    return frozenset(made)


_HISSING, _CONSONANT_Y = regex(r"(?:s|x|z|ch|sh)$"), regex(r"[^aeiou]y$")
_VOWELS, _SINGLE_S = regex(r"[aeiouy]+"), regex(r"[^aeious][aeiou]s$")


def _with_s(base: str) -> str:
    if _HISSING.search(base):
        return base + "es"
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + "s"


def _stems(base: str) -> set[str]:
    """What -ing is put to: the final e gone, the final consonant doubled where it is."""
    if base.endswith("ie"):
        return {base[:-2] + "y"}
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return {base[:-1]}
    if base.endswith("c"):
        return {base + "k"}
    syllables = len(_VOWELS.findall(base))
    if (syllables == 1 and _SHORT.search(base)) or base in _DOUBLING:
        return {base + base[-1]}
    if _BRITISH.search(base) and syllables > 1:
        return {base, base + "l"}
    if base.endswith("s") and syllables > 1 and _SINGLE_S.search(base):
        return {base, base + "s"}
    return {base}


def _past_stems(base: str, stems: set[str]) -> set[str]:
    if base.endswith("e"):
        return {base}
    if _CONSONANT_Y.search(base):
        return {base[:-1] + "i"}
    return stems
