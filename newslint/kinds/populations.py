"""How many people a country has, roughly: a million written for a billion is seen by everybody who lives there."""

from collections.abc import Iterator

from newslint.document import Document
from newslint.kinds.marked_figures import ABOUT, MARK, WORD, marked
from newslint.language.figure import Figure
from newslint.patterns import regex

# Millions in about 2020, from general knowledge; meant to the order of magnitude.
_MILLIONS = {
    name.replace("_", " "): float(count)
    for name, count in (
        entry.split("=")
        for entry in (
            "china=1400 india=1400 united_states=330 america=330 u.s.=330 indonesia=275 pakistan=230 brazil=213"
            " nigeria=215 bangladesh=168 russia=145 mexico=127 japan=125 ethiopia=120 philippines=111 egypt=105"
            " vietnam=98 turkey=84 iran=86 germany=83 thailand=70 britain=67 united_kingdom=67 uk=67"
            " tanzania=63 france=66 south_africa=60 italy=59 kenya=54 myanmar=54 burma=54 colombia=51 south_korea=52"
            " uganda=47 spain=47 argentina=45 algeria=44 sudan=45 iraq=42 ukraine=42 afghanistan=40 poland=38"
            " canada=38 morocco=37 saudi_arabia=35 uzbekistan=35 peru=33 malaysia=33 angola=34 mozambique=32"
            " ghana=32 yemen=32 nepal=30 venezuela=29 australia=26 north_korea=26 taiwan=23.5 ivory_coast=27"
            " cameroon=27 madagascar=28 niger=25 syria=20 sri_lanka=22 mali=21 burkina_faso=22 romania=19 chile=19"
            " kazakhstan=19 malawi=20 zambia=19 guatemala=17 ecuador=18 netherlands=17.5 senegal=17 cambodia=16.5"
            " chad=17 somalia=17 zimbabwe=16 rwanda=13 guinea=13 benin=13 bolivia=12 tunisia=12 belgium=11.5"
            " haiti=11.5 burundi=12 cuba=11 south_sudan=11 greece=10.5 portugal=10 czech_republic=10.5 sweden=10.4"
            " dominican_republic=11 jordan=10 azerbaijan=10 hungary=9.7 belarus=9.3 honduras=10 austria=9"
            " united_arab_emirates=9.5 israel=9.2 switzerland=8.7 togo=8.5 sierra_leone=8.3 laos=7.4 serbia=6.9"
            " bulgaria=6.8 paraguay=7 nicaragua=6.8 libya=6.8 el_salvador=6.4 kyrgyzstan=6.6 lebanon=6 denmark=5.8"
            " singapore=5.6 finland=5.5 norway=5.4 slovakia=5.4 costa_rica=5.1 ireland=5 new_zealand=5 liberia=5.2"
            " oman=4.6 kuwait=4.3 panama=4.3 mauritania=4.6 croatia=4 georgia=3.8 eritrea=3.6 uruguay=3.5"
            " mongolia=3.3 bosnia=3.3 armenia=3 jamaica=2.9 albania=2.8 lithuania=2.8 qatar=2.8 namibia=2.5"
            " gambia=2.6 botswana=2.4 gabon=2.3 lesotho=2.2 slovenia=2.1 latvia=1.9 kosovo=1.8 estonia=1.3"
            " trinidad_and_tobago=1.4 mauritius=1.3 cyprus=1.2 fiji=0.9 bhutan=0.77 montenegro=0.62 luxembourg=0.64"
            " malta=0.52 iceland=0.37 california=39 texas=29 florida=22 scotland=5.5 wales=3.1 england=56"
            " northern_ireland=1.9 hong_kong=7.4 europe=745 european_union=447 africa=1400 asia=4700"
            " earth=7900 world=7900 planet=7900 globe=7900"
        ).split()
    )
}
_PLACE = rf"\b(?P<place>{'|'.join(sorted(map(str, _MILLIONS), key=len, reverse=True)).replace('.', '[.]')})(?![\w-])"
_PEOPLE = r"(?:people|inhabitants|residents|citizens|souls|human beings|humans)"
_LAND = (
    r"(?:country|nation|land|republic|kingdom|state|island|islands|democracy|power|economy|city-state|continent|bloc|market"
    r"|archipelago|territory|monarchy|society)"
)
_A_LAND = rf",? (?:which is |is |(?:{WORD} ){{0,3}}?)(?:an?|the) (?:{WORD} ){{0,3}}?{_LAND}"
_ITS = (
    r"(?:'s|,)? (?:(?:which |and |whose )?(?:has|had|with|and|despite|given|whose) )?(?:its |an? |the )?"
    r"(?:(?:total|whole|entire|current|estimated|growing|ageing|aging|huge|vast|small|tiny) )?population"
)
_HAS = r",? (?:(?:which|that) )?(?:(?:is|and) )?(?:home to|with its|has)"
# What may stand before the name of a country that is meant whole.
_WHOLE = regex(r"(?:^|[^\w\s'’]|\b(?:and|the|while|but|as|that|like|unlike|today|now|of|in|on)) ?$")
_OF = regex(r"\b(?:of|on)(?: the)? $")
_PATTERNS = tuple(
    regex(pattern)
    for pattern in (
        rf"{_PLACE}{_A_LAND} (?:of|with|that has|which has|and home to) {ABOUT}{MARK} {_PEOPLE}",
        rf"{_PLACE}{_ITS} (?:of|is|was|stands at|reached|hit) {ABOUT}{MARK}(?! (?:{WORD} )?(?:years|refugees))",
        rf"\bpopulation of (?:the )?{_PLACE},? (?:is|was|of|at|stands at|stood at|reached|hit|now) {ABOUT}{MARK}",
        rf"{_PLACE}'s {ABOUT}{MARK} {_PEOPLE}(?![\w-])(?! (?:who|without|living|in|under|over|aged|on)\b)",
        rf"{_PLACE}{_HAS} {ABOUT}{MARK} {_PEOPLE}(?=[,.;]| (?:and|is|has|was)\b)",
        rf"{MARK} {_PEOPLE} (?:live|are living|lived) (?:on|in) (?:the )?(?P<place>earth|world|planet|globe)(?=[,.;])",
        rf"^(?:with|in a (?:country|nation|land) (?:of|with)) {ABOUT}{MARK} {_PEOPLE}, (?:the )?{_PLACE} ",
        rf"\bthere are {ABOUT}{MARK} {_PEOPLE} (?:in|on) (?:the )?{_PLACE}(?=[,.;]| (?:and|now|today)\b)",
        rf"\bthe {ABOUT}{MARK} {_PEOPLE} (?:of|in|on) (?:the )?{_PLACE}(?=[,.;]| (?:and|is|are|have|has|will)\b)",
        rf"{_PLACE},? (?:which|that)? ?(?:is |was )?home to {ABOUT}{MARK}(?: {_PEOPLE})?(?=[,.;])",
    )
)
# Of another time, or of some of them.
_NOT_NOW = regex(
    r"\b(?:century|centuries|1[5-9][0-9]{2}|ancient|medieval|by 20[3-9]0|20[3-9]0|will have|would have|projected|muslim"
    r"|jewish|christian|foreign-born|immigrant|migrant|prison|indigenous|homeless|student|elderly|working-age|adult|urban"
    r"|rural|black|white|hispanic|ethnic|minority|southern|northern|eastern|western|new|poor|workforce|labou?r force)\b"
)
# So many times off.
_FURTHEST = 6.0


def populations_wrong(document: Document) -> Iterator[tuple[Figure, Figure]]:
    """Each number of people that is given for all of a country and is far from what it has."""
    for text, figures in marked(document):
        if not any(one.kind == "number" and one.value >= 1000 for one in figures):
            continue
        for pattern in _PATTERNS:
            for found in pattern.finditer(text):
                number = figures[int(next(group for group in found.groups() if group and group.isdecimal()))]
                known = 1e6 * _MILLIONS[found["place"]]
                before = text[max(0, found.start("place") - 12) : found.start("place")]
                part = not _WHOLE.search(before) or (_OF.search(before) and found.start("place") == found.start())
                off = max(number.value, known) / max(min(number.value, known), 1)
                if number.kind == "number" and off > _FURTHEST and not part and not _NOT_NOW.search(text):
                    yield number, number
