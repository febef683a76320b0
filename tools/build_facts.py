"""Writes rules/facts/*.wikidata.yaml and us-presidents.yaml from tables of terms of office.

    python tools/build_facts.py --holders holders.csv --presidents us-presidents.csv --leaders world-leaders.csv \
        --out rules/facts

The tables: ``holders`` (set, position, person, wikidata, start, end) and ``leaders`` (country, positionLabel,
officeholderLabel, start_year, end_year) come from Wikidata (CC0) by way of every-politician-scrapers; ``presidents``
(office, first, middle, last, suffix, nickname, start, end) from unitedstates/congress-legislators (public domain).
"""

import argparse
import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

WIKIDATA = "Wikidata (CC0), by way of every-politician-scrapers"
CONGRESS = "unitedstates/congress-legislators (public domain)"
# The tables of ministers were taken in the summer of 2022, the table of leaders in the autumn.
HOLDERS = "2000-01-01 .. 2022-06-30"
LEADERS = "1994-01-01 .. 2022-09-30"
PLACES = {
    "us-cabinet": "the United States",
    "united-kingdom-cabinet": "the United Kingdom",
    "france-cabinet": "France",
    "russia-cabinet": "Russia",
    "ukraine-cabinet": "Ukraine",
    "china-ministers": "China",
    "india-ministers": "India",
    "iran-ministers": "Iran",
    "israel-ministers": "Israel",
    "turkey-ministers": "Turkey",
    "world": "the United Nations",
}
# What a position is called in a text; * where it is this office without its country, too.
ANYWHERE = {
    "President": "president",
    "Prime Minister": "prime minister",
    "Vice President": "vice president",
    "Deputy Prime Minister": "deputy prime minister, vice premier",
    "First Deputy Prime Minister": "first deputy prime minister",
    "Supreme Leader": "supreme leader",
    "Attorney General": "attorney general",
    "Prosecutor General": "prosecutor general",
    "Prosecutor-General": "prosecutor general",
    "Chief Justice": "chief justice",
    "Permanent Representative to the United Nations": "UN ambassador, U.N. ambassador, "
    "ambassador to the United Nations, ambassador to the UN, ambassador to the U.N.",
}
# What a minister is of, as tables and as newspapers have it. An office with a topic of its own is one with it.
TOPICS = {
    "Foreign Affairs": "foreign",
    "Europe and Foreign Affairs": "foreign",
    "Defence": "defence",
    "National Defence": "defence",
    "Defence and Armed Forces Logistics": "defence",
    "the Armed Forces": "defence",
    "Finance": "finance",
    "the Economy, Finances and Industry": "finance",
    "Economic Affairs and Finance": "economy",
    "Economy": "economy",
    "Economy, Industry and Digital": "economy",
    "Economic Development": "economy",
    "Interior Affairs": "interior",
    "Interior": "interior",
    "the Interior": "interior",
    "Internal Affairs": "interior",
    "Home Affairs": "home",
    "Public Security": "public security",
    "State Security": "state security",
    "Justice": "justice",
    "Law and Justice": "law",
    "Health": "health",
    "Health and Family Welfare": "health",
    "Health and Medical Education": "health",
    "Solidarity and Health": "health",
    "Energy": "energy",
    "Energy and Natural Resources": "energy",
    "Energy and Coal Industry": "energy",
    "Petroleum": "oil",
    "Petroleum and Natural Gas": "oil",
    "Power": "power",
    "Coal": "coal",
    "Railways": "railway",
    "Transport": "transport",
    "Transport and Infrastructure": "transport",
    "Transport and Road Safety": "transport",
    "Road Transport and Highways": "transport",
    "Education": "education",
    "National Education": "education",
    "National Education, Higher Education and Research": "education",
    "Human Resource Development": "education",
    "Culture": "culture",
    "Culture and Tourism": "culture",
    "Islamic Culture and Guidance": "culture",
    "Culture and Sport": "culture",
    "Science, Culture and Sport": "culture",
    "Tourism": "tourism",
    "Sport": "sports",
    "Sports": "sports",
    "Youth and Sports": "sports",
    "Youth Affairs and Sports": "sports",
    "Agriculture": "agriculture",
    "Agriculture and Fisheries": "agriculture",
    "Agriculture and Food": "agriculture",
    "Agriculture, Agri-Food and Forestry": "agriculture",
    "Agriculture and Forestry": "agriculture",
    "Agriculture and Rural Development": "agriculture",
    "Food, Agriculture and Fisheries": "agriculture",
    "Agriculture, Food, Fisheries, Rural Affairs and Regional Planning": "agriculture",
    "Agriculture & Farmers Welfare": "agriculture",
    "Commerce": "commerce",
    "Commerce and Industry": "commerce",
    "Trade": "trade",
    "Industry and Trade": "industry",
    "Industry and Technology": "industry",
    "Industry and Business": "industry",
    "Labour": "labour",
    "Labour and Social Security": "labour",
    "Labour and Employment": "labour",
    "Intelligence": "intelligence",
    "Emergency Situations": "emergencies",
    "European Union Affairs": "EU",
    "Environmental Protection": "environment",
    "Ecological and Solidary Transition": "environment",
    "Environment and Forests": "environment",
    "the Environment and Urbanisation": "environment",
    "Ecology and Environment": "environment",
    "Natural Resources": "natural resources",
    "Information and Broadcasting": "information",
    "Communications": "communications",
    "Construction and Housing": "housing",
    "Water Resources": "water",
    "Civil Aviation": "aviation",
    "Public Account and Action": "budget",
}
# What newspapers call a minister besides “X minister” and “minister of X”.
ALSO = {
    "oil": "petroleum minister, oil and gas minister",
    "railway": "railways minister, rail minister",
    "home": "interior minister, minister of home affairs",
    "law": "justice minister",
    "sports": "sport minister, youth and sports minister",
    "emergencies": "emergency situations minister, emergency minister",
    "education": "human resource development minister",
    "EU": "EU affairs minister, European affairs minister, Europe minister",
    "environment": "ecology minister",
    "housing": "construction minister",
    "public security": "police minister",
    "trade": "commerce minister",
    "industry": "industry and trade minister, trade minister",
    "communications": "communication minister",
    "aviation": "civil aviation minister",
    "economy": "economics minister, economic development minister, economic minister",
    "culture": "culture and tourism minister",
    "transport": "transportation minister",
    "agriculture": "farm minister, food minister",
    "labour": "labor minister",
}
SECRETARIES = {  # of the United Kingdom, where a minister is less; * where no other country’s is called so
    "Culture, Media and Sport": "culture secretary*",
    "Defence": "defence secretary*, defence minister",
    "Education": "education secretary*",
    "Children, Schools and Families": "children's secretary*, schools secretary*",
    "Energy and Climate Change": "energy secretary, climate change secretary*, energy and climate change secretary*",
    "Environment, Food and Rural Affairs": "environment secretary*",
    "Exiting the European Union": "Brexit secretary*",
    "Foreign and Commonwealth Affairs": "foreign secretary*",
    "Health and Social Care": "health secretary",
    "Business, Energy and Industrial Strategy": "business secretary*, trade and industry secretary*",
    "International Development": "international development secretary*, development secretary",
    "International Trade": "international trade secretary*, trade secretary",
    "Justice": "justice secretary",
    "Levelling Up, Housing and Communities": "communities secretary*, housing secretary, local government secretary*",
    "Northern Ireland": "Northern Ireland secretary*, secretary of state for Northern Ireland*",
    "Scotland": "Scottish secretary*, Scotland secretary*, secretary of state for Scotland*",
    "Wales": "Welsh secretary*, Wales secretary*, secretary of state for Wales*",
    "the Home Department": "home secretary*",
    "Transport": "transport secretary*",
    "Work and Pensions": "work and pensions secretary*, pensions secretary*",
}
US = {  # departments and what their secretaries are called besides “X secretary” and “secretary of X”
    "Agriculture": "agriculture",
    "Commerce": "commerce",
    "Education": "education",
    "Energy": "energy",
    "Homeland Security": "homeland security",
    "Labor": "labor",
    "Transportation": "transportation",
    "the Interior": "interior",
    "the Treasury": "treasury",
    "the Army": "army",
    "the Navy": "navy",
    "the Air Force": "air force",
}
TITLES = {
    ("us-cabinet", "Secretary of State"): "secretary of state*, foreign minister",
    ("us-cabinet", "Secretary of Defence"): "defence secretary, defense secretary*, secretary of defense*, "
    "defence minister",
    ("us-cabinet", "Secretary of Labor"): "labor secretary*, secretary of labor*, labour secretary",
    ("us-cabinet", "Secretary of Health and Human Services"): "health secretary, hhs secretary*, health and human "
    "services secretary*, secretary of health and human services*",
    (
        "us-cabinet",
        "Secretary of Housing and Urban Development",
    ): "housing secretary, hud secretary*, housing and urban "
    "development secretary*, secretary of housing and urban development*",
    (
        "us-cabinet",
        "Secretary of Veterans Affairs",
    ): "veterans affairs secretary*, va secretary*, secretary of veterans affairs*",
    ("us-cabinet", "Deputy Attorney General"): "deputy attorney general*",
    ("us-cabinet", "Solicitor General"): "solicitor general",
    ("us-cabinet", "National Security Advisor"): "national security adviser*, national security advisor*",
    ("us-cabinet", "Deputy National Security Advisor"): "deputy national security adviser*, deputy national security "
    "advisor*",
    ("us-cabinet", "Director of National Intelligence"): "director of national intelligence*",
    ("us-cabinet", "White House Press Secretary"): "press secretary*, white house press secretary*",
    ("us-cabinet", "White House Chief of Staff"): "chief of staff, white house chief of staff*",
    ("us-cabinet", "White House Counsel"): "white house counsel*, white house lawyer",
    ("us-cabinet", "White House Communications Director"): "communications director, white house communications "
    "director*",
    ("us-cabinet", "United States Trade Representative"): "trade representative*",
    ("us-cabinet", "Deputy Secretary of the Treasury"): "deputy treasury secretary*, deputy secretary of the treasury*",
    ("us-cabinet", "Ambassador to the United Nations"): "ambassador to the United Nations, ambassador to the UN, "
    "ambassador to the U.N., UN ambassador, U.N. ambassador",
    ("united-kingdom-cabinet", "Chancellor of the Exchequer"): "chancellor of the exchequer*",
    (
        "united-kingdom-cabinet",
        "Speaker of the House of Commons",
    ): "Commons speaker*, speaker of the Commons*, speaker of the House of Commons*",
    (
        "united-kingdom-cabinet",
        "Leader of the House of Commons",
    ): "Commons leader*, leader of the Commons*, leader of the House of Commons*",
    ("united-kingdom-cabinet", "Chief Secretary to the Treasury"): "chief secretary to the Treasury*, Treasury chief "
    "secretary*",
    ("united-kingdom-cabinet", "Deputy Prime Minister"): "deputy prime minister",
    ("china-ministers", "Premier of the State Council"): "premier, prime minister",
    ("china-ministers", "Vice Premier of the State Council"): "vice premier, deputy prime minister",
    ("china-ministers", "Governor of the People's Bank"): "central bank governor, central bank chief",
    ("india-ministers", "Minister of External Affairs"): "external affairs minister",
    # the civil servant at the head of the ministry, whom the table has under the minister's title
    ("india-ministers", "Minister of Foreign Affairs"): "foreign secretary",
    ("india-ministers", "Home Secretary"): "home secretary",
    ("india-ministers", "Chief of the Army Staff"): "army chief, chief of the army staff",
    (
        "india-ministers",
        "Speaker of the Lok Sabha",
    ): "Lok Sabha speaker*, speaker of the Lok Sabha*, parliament speaker",
    ("israel-ministers", "Speaker of the Knesset"): "Knesset speaker*, speaker of the Knesset*, parliament speaker",
    ("israel-ministers", "Director of the Mossad"): "Mossad director*, Mossad chief*, Mossad head*",
    (
        "israel-ministers",
        "Chief of the General Staff",
    ): "army chief, army chief of staff, military chief, chief of staff, chief of the general staff",
    (
        "russia-cabinet",
        "Chairman of the State Duma",
    ): "State Duma speaker*, Duma speaker*, State Duma chairman*, speaker of the State Duma*, parliament speaker",
    (
        "russia-cabinet",
        "Chairman of the Federation Council",
    ): "Federation Council speaker*, Federation Council chairman*, Federation Council chairwoman*",
    ("russia-cabinet", "Secretary of the Security Council"): "security council secretary",
    ("russia-cabinet", "Director of the Federal Security Service"): "FSB director*, FSB chief*, FSB head*",
    (
        "ukraine-cabinet",
        "Chairman of the Verkhovna Rada",
    ): "parliament speaker, Verkhovna Rada speaker*, Rada speaker*, parliamentary speaker",
    ("ukraine-cabinet", "Head of the Security Service"): "security service chief, security service head, SBU chief*",
    ("turkey-ministers", "Speaker of the Grand National Assembly"): "parliament speaker, parliamentary speaker",
    ("turkey-ministers", "Chief of the General Staff"): "military chief, army chief, chief of staff, chief of general "
    "staff, chief of the general staff",
    ("iran-ministers", "Speaker of the Islamic Consultative Assembly"): "parliament speaker, parliamentary speaker",
    ("iran-ministers", "Chief Justice"): "judiciary chief, head of the judiciary, chief justice",
    ("iran-ministers", "Secretary of the Supreme National Security Council"): "security council secretary",
    (
        "france-cabinet",
        "Government Spokesperson",
    ): "government spokesman, government spokeswoman, government spokesperson",
    ("france-cabinet", "Governor of the Banque de France"): "central bank governor, Bank of France governor*",
    ("world", "Secretary-General of the United Nations"): "secretary general",
}
# Not in the office that the table has for them, but speaking for a party on it, or minister of something less.
NOT_THEIRS = {
    ("Bernard Jenkin", "Secretary of State for Levelling Up, Housing and Communities"),
    ("Caroline Flint", "Secretary of State for Levelling Up, Housing and Communities"),
    ("Christian Sautter", "Minister of the Economy, Finances and Industry"),
}
# Offices made after the first day of the sheets: before it nobody was in them.
MADE = {
    "Brexit secretary*": "2016-07-13",
    "energy secretary, climate": "2008-10-03",
    "international trade secretary*": "2016-07-13",
    "justice secretary": "2007-05-09",
    "communities secretary*": "2006-05-05",
    "children's secretary*": "2007-06-28",
    "director of national intelligence*": "2005-04-21",
}
WORLD = re.compile(
    r"(?i)(?:federal )?(president|prime minister|premier|chancellor|taoiseach|supreme leader)(?:$| of (?:the )?)"
)
COUNTRIES = {
    "People's Republic of China": "China",
    "United States of America": "the United States",
    "The Gambia": "the Gambia",
    "Kingdom of Denmark": "Denmark",
    "Kingdom of the Netherlands": "the Netherlands",
    "Republic of Ireland": "Ireland",
    "State of Palestine": "the Palestinian Authority",
    "Republic of the Congo": "the Republic of the Congo",
    "Democratic Republic of the Congo": "the Democratic Republic of the Congo",
    "The Bahamas": "the Bahamas",
}
WITH_ARTICLE = {
    "United Kingdom",
    "United Arab Emirates",
    "Philippines",
    "Czech Republic",
    "Maldives",
    "Dominican Republic",
    "Central African Republic",
    "Solomon Islands",
    "Marshall Islands",
    "Seychelles",
    "Federated States of Micronesia",
}
LEFT_OUT = {"Taiwan", "Sahrawi Arab Democratic Republic", "Switzerland", "South Ossetia", "Transnistria"}


class Term(NamedTuple):
    """A line of a sheet."""

    person: str
    start: str
    end: str


def minister(topic: str) -> str:
    """The titles of a minister, by the topic as newspapers have it."""
    more = f", {ALSO[topic]}" if topic in ALSO else ""
    return f"{topic} minister, minister of {topic}, minister for {topic}{more}"


def heading(country: str, position: str) -> str:
    """The titles of an office; nothing for one that news seldom names."""
    if (country, position) in TITLES:
        return TITLES[country, position]
    if country == "world":
        return ""
    if country == "us-cabinet" and position.startswith("Secretary of "):
        topic = US.get(position.removeprefix("Secretary of "), "")
        return f"{topic} secretary*, {position.lower()}*" if topic else ""
    if country == "united-kingdom-cabinet":
        found = SECRETARIES.get(position.removeprefix("Secretary of State for "), "")
        return found if position.startswith("Secretary") else ANYWHERE.get(position, "")
    topic = TOPICS.get(position.removeprefix("Minister of ").removeprefix("Minister for "), "")
    return minister(topic) if topic and position.startswith("Minister") else ANYWHERE.get(position, "")


def holders(rows: Iterable[dict[str, str]]) -> dict[str, set[Term]]:
    """Terms by the heading of their office."""
    found: dict[str, set[Term]] = {}
    for row in rows:
        country, position = row["set"], row["position"]
        titles = heading(country, position)
        # before "Barack Obama" may stand a title, behind "Peter Goldsmith" his barony
        person = row["person"].split(", ")[0].split(" (")[0]
        right = (person, position) not in NOT_THEIRS and person.isprintable()
        # before 1990 a table knows few
        if titles and right and row["start"] > "1985" and (not row["end"] or row["end"] >= row["start"]):
            found.setdefault(f"{PLACES[country]}: {titles}", set()).add(Term(person, row["start"], row["end"]))
    for titles, terms in found.items():
        made = next((day for start, day in MADE.items() if titles.partition(": ")[2].startswith(start)), "")
        if made:
            terms.add(Term("nobody", "2000-01-01", made))
    return found


def leaders(rows: Iterable[dict[str, str]]) -> dict[str, set[Term]]:
    """Heads of state and government, whose terms are known by years."""
    found: dict[str, set[Term]] = {}
    for row in rows:
        title = WORLD.match(row["positionLabel"])
        person = row["officeholderLabel"].split(", ")[0]
        known = not re.fullmatch(r"Q\d+", person) and row["start_year"]
        if title and known and row["country"] not in LEFT_OUT:
            country = COUNTRIES.get(row["country"], row["country"])
            place = f"the {country}" if country in WITH_ARTICLE else country
            term = Term(person, row["start_year"], row["end_year"])
            found.setdefault(f"{place}: {title[1].lower()}", set()).add(term)
    return found


def presidents(rows: Iterable[dict[str, str]]) -> dict[str, set[Term]]:
    """United States presidents and vice-presidents; terms that follow each other are one."""
    found: dict[str, list[Term]] = {}
    for row in sorted(rows, key=lambda row: row["start"]):
        first = row["nickname"] if row["nickname"] in {"Al", "Dick", "Joe", "J.D."} else row["first"]
        middle = f" {row['middle'][0]}." if row["first"] == "George" and row["middle"] else ""
        terms = found.setdefault(f"the United States: {row['office']}", [])
        person = f"{first}{middle} {row['last']}"
        # a term that was cut short ends where the next begins, which is later in the table
        if terms and terms[-1].person == person and abs(int(terms[-1].end[:4]) - int(row["start"][:4])) < 1:
            terms[-1] = terms[-1]._replace(end=row["end"])
        else:
            terms.append(Term(person, row["start"], row["end"]))
    last = {heading: max(term.start for term in terms) for heading, terms in found.items()}
    return {
        heading: {term._replace(end="") if term.start == last[heading] else term for term in terms}
        for heading, terms in found.items()
    }


def sheet(source: str, covers: str, offices: dict[str, set[Term]]) -> Iterator[str]:
    """The lines of a sheet."""
    yield "# Made by tools/build_facts.py: change that, not this.\n"
    yield f'source: "{source}"\ncovers: {covers}\noffices: |\n'
    for heading in sorted(offices):
        yield f"  {heading}\n"
        for term in sorted(offices[heading], key=lambda term: (term.start, term.end, term.person)):
            yield f"    {term.person}: {term.start} .. {term.end}".rstrip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("holders", "presidents", "leaders", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()

    def rows(path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    for name, source, covers, offices in (
        ("ministers.wikidata", WIKIDATA, HOLDERS, holders(rows(options.holders))),
        ("world.wikidata", WIKIDATA, LEADERS, leaders(rows(options.leaders))),
        ("us-presidents", CONGRESS, "1789-04-30 .. 2025-06-30", presidents(rows(options.presidents))),
    ):
        (options.out / f"{name}.yaml").write_text("".join(sheet(source, covers, offices)), encoding="utf-8")


if __name__ == "__main__":
    main()
