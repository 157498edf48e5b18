#!/usr/bin/env python3
"""Makes a ledger of many incidents in seconds, for tests of the workbench: the incidents of a small
ledger again and again, elsewhere, on other days, with other tolls. Nothing coded or reconciled them, so it
is good for looking at only.

made_ledger.py LEDGER COUNT     adds to LEDGER until it has COUNT incidents
"""

import json
import random
import sqlite3
import sys
from datetime import date, timedelta

# A place to scatter incidents around: country, latitude, longitude, degrees across.
REGIONS = [
    ("IQ", 33.2, 43.7, 4), ("SY", 35.0, 38.5, 2.5), ("UA", 48.6, 34.5, 5), ("ML", 15.5, -2.5, 5), ("NE", 15.0, 8.0, 4),
    ("BF", 12.8, -1.2, 2), ("NG", 10.5, 9.0, 4), ("SD", 14.0, 29.0, 5), ("YE", 15.2, 45.5, 3), ("SO", 4.0, 44.5, 4),
    ("AF", 34.0, 66.0, 4), ("PK", 31.0, 70.5, 4), ("MM", 21.0, 96.5, 3), ("MX", 22.0, -101.5, 5), ("CO", 4.5, -74.0, 3),
    ("CD", -1.5, 28.5, 3), ("ET", 9.5, 39.0, 4), ("PH", 8.0, 124.5, 2),
]
TYPES = ["battle", "shelling", "air_strike", "drone_attack", "bombing", "armed_attack", "kidnapping", "arrest", "protest", "riot"]
PRECISIONS = ["city"] * 60 + ["near"] * 12 + ["exact"] * 6 + ["admin1"] * 12 + ["country"] * 7 + ["unknown"] * 3
FIRST_DAY = date(2023, 1, 1)
DAYS = 730


def slim(record):
    """As much of a record as the page shows at once: 50,000 of them are to be written in seconds."""
    for field in ("claims", "perpetrators", "instruments", "physical_targets", "human_targets"):
        record[field] = record[field][:2]
    record["disagreements"] = []
    record["background"], record["recalls"], record["corrections"] = [], [], []
    return record


ROW = ("id", "type", "phase", "outcome", "when", "where", "perpetrators", "killed", "wounded", "abducted", "reports",
       "independent_sources", "grade", "disagreements", "corrections")


def row_of(record):
    """Those members that src/core/incident_row.cpp reads, in the record's order."""
    return json.dumps({name: record[name] for name in record if name in ROW}, ensure_ascii=False, separators=(",", ":"))


def elsewhere(record, number, chance):
    country, lat, lon, wide = chance.choice(REGIONS)
    precision = chance.choice(PRECISIONS)
    placed = precision != "unknown"
    exact = precision not in ("country", "unknown")
    day = (FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.7))).isoformat()
    best = chance.choice([None, None, 0, 1, 1, 2, 3, 5, 8, 13, 40])
    record.update(
        id=f"i{number:010x}", type=chance.choices(TYPES, range(len(TYPES), 0, -1))[0], phase="new",
        summary=f"Incident number {number}, made for tests.",
        when={"start": day, "end": day, "precision": "day", "part_of_day": None, "basis": "stated"},
        where={
            "name": f"Place {number % 4000}" if exact else None,
            "lat": round(lat + chance.gauss(0, wide / 3), 4) if placed else None,
            "lon": round(lon + chance.gauss(0, wide / 3), 4) if placed else None,
            "country": country if placed else None, "admin1": None, "precision": precision, "gazetteer_id": None,
        },
        killed={"low": best, "best": best, "high": best, "text": None},
        members=[], merged_from=[], revision=1,
    )
    return record


def main():
    path, wanted = sys.argv[1], int(sys.argv[2])
    chance = random.Random(1)
    ledger = sqlite3.connect(path)
    originals = [text for (text,) in ledger.execute("SELECT json FROM incidents WHERE phase = 'new' ORDER BY number")]
    slims = [json.dumps(slim(json.loads(text))) for text in originals]
    (first,) = ledger.execute("SELECT max(number) + 1 FROM incidents").fetchone()
    (have,) = ledger.execute("SELECT count(*) FROM incidents").fetchone()
    for number in range(first, first + wanted - have):
        record = elsewhere(json.loads(chance.choice(slims)), number, chance)
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        day = record["when"]["start"]
        ledger.execute(
            "INSERT INTO incidents VALUES (?, ?, ?, 'new', ?, ?, ?, ?, 1, ?, ?)",
            (number, record["id"], record["type"], record["outcome"], day, day, record["where"]["country"] or "",
             f"made-{number}", text),
        )
        ledger.execute("INSERT INTO incident_rows VALUES (?, ?, ?)", (number, f"made-{number}", row_of(record)))
        ledger.execute("INSERT INTO incident_words (rowid, body) VALUES (?, ?)", (number, record["summary"]))
    ledger.commit()


main()
