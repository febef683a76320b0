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
    "Minister of Foreign Affairs": "foreign minister",
    "Minister of Defence": "defence minister",
    "Minister of National Defence": "defence minister",
    "Minister of Finance": "finance minister",
    "Minister of the Interior": "interior minister",
    "Minister of Interior Affairs": "interior minister",
    "Minister of Justice": "justice minister, minister of justice",
    "Supreme Leader": "supreme leader",
    "Attorney General": "attorney general",
    "Prosecutor General": "prosecutor general",
}
TITLES = {
    ("us-cabinet", "Secretary of State"): "secretary of state*, foreign minister",
    ("us-cabinet", "Secretary of Defence"): "defence secretary, defense secretary*, secretary of defense*, "
    "defence minister",
    ("us-cabinet", "Secretary of the Treasury"): "treasury secretary*, secretary of the treasury*",
    ("us-cabinet", "Secretary of Homeland Security"): "homeland security secretary*, secretary of homeland security*",
    ("us-cabinet", "Secretary of Commerce"): "commerce secretary*, secretary of commerce*",
    ("us-cabinet", "Secretary of Labor"): "labor secretary*, secretary of labor*, labour secretary",
    ("us-cabinet", "Secretary of Energy"): "energy secretary*, secretary of energy*",
    ("us-cabinet", "Secretary of Education"): "education secretary*, secretary of education*",
    ("us-cabinet", "Secretary of the Interior"): "interior secretary*, secretary of the interior*",
    ("us-cabinet", "Secretary of Transportation"): "transportation secretary*, secretary of transportation*",
    ("us-cabinet", "Secretary of Agriculture"): "agriculture secretary*, secretary of agriculture*",
    ("us-cabinet", "Secretary of Health and Human Services"): "health secretary, health and human services secretary, "
    "secretary of health and human services",
    ("us-cabinet", "Secretary of Housing and Urban Development"): "housing secretary, housing and urban development "
    "secretary, secretary of housing and urban development",
    ("us-cabinet", "Secretary of Veterans Affairs"): "veterans affairs secretary, secretary of veterans affairs",
    ("us-cabinet", "Deputy Attorney General"): "deputy attorney general",
    ("us-cabinet", "Solicitor General"): "solicitor general",
    ("us-cabinet", "National Security Advisor"): "national security adviser*, national security advisor*",
    ("us-cabinet", "Director of National Intelligence"): "director of national intelligence*",
    ("us-cabinet", "White House Press Secretary"): "press secretary*",
    ("us-cabinet", "White House Chief of Staff"): "chief of staff",
    ("us-cabinet", "Ambassador to the United Nations"): "ambassador to the United Nations, ambassador to the UN, "
    "ambassador to the U.N.",
    ("united-kingdom-cabinet", "Chancellor of the Exchequer"): "chancellor of the exchequer*",
    ("united-kingdom-cabinet", "Secretary of State for Defence"): "defence secretary*, defence minister",
    ("united-kingdom-cabinet", "Secretary of State for Foreign and Commonwealth Affairs"): "foreign secretary*",
    ("united-kingdom-cabinet", "Secretary of State for the Home Department"): "home secretary*",
    ("united-kingdom-cabinet", "Secretary of State for Health and Social Care"): "health secretary, health minister",
    ("united-kingdom-cabinet", "Secretary of State for Education"): "education secretary*",
    ("united-kingdom-cabinet", "Secretary of State for Transport"): "transport secretary",
    ("united-kingdom-cabinet", "Deputy Prime Minister"): "deputy prime minister",
    ("china-ministers", "Premier of the State Council"): "premier, prime minister",
    ("india-ministers", "Minister of External Affairs"): "external affairs minister",
    # the civil servant at the head of the ministry, whom the table has under the minister's title
    ("india-ministers", "Minister of Foreign Affairs"): "",
    ("world", "Secretary-General of the United Nations"): "secretary general",
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


def holders(rows: Iterable[dict[str, str]]) -> dict[str, set[Term]]:
    """Terms by the heading of their office."""
    found: dict[str, set[Term]] = {}
    for row in rows:
        country, position = row["set"], row["position"]
        title = TITLES.get((country, position), ANYWHERE.get(position, "") if country != "world" else "")
        # before "Barack Obama" may stand a title, behind "Peter Goldsmith" his barony
        person = row["person"].split(", ")[0].split(" (")[0]
        if title and person.isprintable() and row["start"] and (not row["end"] or row["end"] >= row["start"]):
            found.setdefault(f"{PLACES[country]}: {title}", set()).add(Term(person, row["start"], row["end"]))
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
