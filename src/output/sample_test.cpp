#include "output/sample_test.h"

#include "core/dates.h"

namespace sitrep::output::sample {

namespace {

When on(unsigned day, PartOfDay part = PartOfDay::none) {
  When when = day_when(*make_day(2023, 3, day), Basis::relative);
  when.part_of_day = part;
  return when;
}

Party party(std::string name) {
  Party p;
  p.name = std::move(name);
  return p;
}

Where at(std::string name, PlacePrecision precision) {
  Where where;
  where.name = std::move(name);
  where.country = "YE";
  where.precision = precision;
  where.lat = 15.4;
  where.lon = 45.3;
  return where;
}

Item item(std::string description, Quantity count = {}) {
  Item i;
  i.description = std::move(description);
  i.count = std::move(count);
  return i;
}

Quantity exactly(int64_t n) { return {n, n, n, ""}; }
Quantity at_least(int64_t n) { return {n, n, std::nullopt, ""}; }

struct Text {
  std::string id, outlet, title, uri;
  std::optional<When> published;
  std::vector<std::string> sentences;
};

std::vector<Text> texts() {
  When guessed = on(4);
  guessed.basis = Basis::inferred;
  return {
      {"r1",
       "Marib Post",
       "Rockets near the base",
       "https://post.example/rockets",
       on(2),
       {"Three rockets landed near a military base outside Marib early on Thursday.",
        "There were no casualties and only minor damage, the army spokesperson said.",
        "The army suspects Houthi forces.",
        "Asked who fired them, the governor would not comment."}},
      {"r2",
       "Aden <b>Today</b>",
       "=Bomb* [kills](javascript:x) <script>alert(1)</script>",
       "reports/aden.txt",
       guessed,
       {"A car bomb killed at least five people at a market in Aden on Friday.",
        "Islamic State said it was behind the blast.",
        "In 2019 a wedding hall in Sanaa was bombed from the air."}},
      {"r3",
       "",
       "",
       "reports/second-look.html",
       std::nullopt,
       {"Medics now put the dead of the Aden market bombing at eight.",
        "Two drones were shot down over Hadramawt, the coalition said."}},
      {"r4",
       "Gulf Wire",
       "Journalist shot",
       "reports/wire.jsonl#4",
       on(5),
       {"The journalist Samir Example was shot dead.", "The group denied any part in it."}},
  };
}

std::string whole(const Text& text) {
  std::string all;
  for (const std::string& s : text.sentences) all += s + " ";
  return all;
}

ReportRef ref(const std::string& id) {
  for (const Text& t : texts()) {
    if (t.id == id) return {t.id, t.uri, t.outlet, t.title, t.published};
  }
  return {};
}

// A claim whose evidence are the first ten characters of a sentence.
Claim claim(std::string id, Field field, ClaimValue value, const std::string& report,
            size_t sentence) {
  Claim c;
  c.id = std::move(id);
  c.field = field;
  c.value = std::move(value);
  for (const Text& t : texts()) {
    if (t.id != report) continue;
    const std::string& words = t.sentences[sentence];
    const auto start = static_cast<uint32_t>(whole(t).find(words));
    c.evidence = {report, start, start + 10, words.substr(0, 10)};
  }
  c.why = "event_words.tsv:17";
  return c;
}

Claim said(Claim c, std::string speaker, std::string role = {}) {
  c.speaker = Speaker{party(std::move(speaker)), std::move(role)};
  return c;
}

Incident base(std::string id, EventType type, When when, Where where,
              std::vector<std::string> reports) {
  Incident i;
  i.id = std::move(id);
  i.type = type;
  i.when = when;
  i.where = std::move(where);
  for (const std::string& r : reports) i.reports.push_back(ref(r));
  i.independent_sources = static_cast<int>(i.reports.size());
  i.confidence = 0.8;
  return i;
}

Incident rockets() {
  Incident i = base("a1", EventType::shelling, on(2, PartOfDay::early_morning),
                    at("Marib", PlacePrecision::near), {"r1"});
  i.instruments = {item("rockets", exactly(3))};
  i.physical_targets = {item("military base")};
  i.killed = exactly(0);
  i.wounded = exactly(0);
  i.damage = Damage::minor;
  i.perpetrators = {{party("Houthi forces"), Status::suspected, {"Yemeni army"}}};
  Claim silent = said(claim("c4", Field::perpetrators, {}, "r1", 3), "governor of Marib");
  silent.certainty = Certainty::declined;
  Claim suspicion =
      said(claim("c3", Field::perpetrators, party("Houthi forces"), "r1", 2), "Yemeni army");
  suspicion.certainty = Certainty::suspected;
  i.claims = {claim("c1", Field::type, std::string("shelling"), "r1", 0),
              said(claim("c2", Field::killed, exactly(0), "r1", 1), "Yemeni army", "spokesperson"),
              said(claim("c5", Field::damage, std::string("minor"), "r1", 1), "Yemeni army",
                   "spokesperson"),
              suspicion, silent};
  return i;
}

Incident bomb() {
  Incident i =
      base("b2", EventType::bombing, on(3), at("Aden", PlacePrecision::city), {"r2", "r3"});
  i.instruments = {item("car bomb")};
  i.physical_targets = {item("market")};
  i.killed = exactly(8);
  i.wounded = {24, std::nullopt, std::nullopt, "dozens"};
  i.perpetrators = {{party("Islamic State"), Status::claimed, {"Islamic State"}}};
  Claim by =
      said(claim("c2", Field::perpetrators, party("Islamic State"), "r2", 1), "Islamic State");
  by.certainty = Certainty::claimed;
  i.claims = {claim("c1", Field::killed, at_least(5), "r2", 0), by,
              said(claim("c3", Field::killed, exactly(8), "r3", 0), "medics")};
  i.disagreements = {{Field::killed,
                      DisagreementKind::update,
                      {{at_least(5), {"r2"}, {"c1"}}, {exactly(8), {"r3"}, {"c3"}}}}};
  return i;
}

Incident drones() {
  Incident i =
      base("c3", EventType::drone_attack, on(3), at("Hadramawt", PlacePrecision::admin1), {"r3"});
  i.outcome = Outcome::intercepted;
  i.instruments = {item("drones", exactly(2))};
  i.claims = {said(claim("c9", Field::outcome, std::string("intercepted"), "r3", 1), "Coalition")};
  return i;
}

Incident journalist() {
  Incident i = base("d4", EventType::assassination, {}, {}, {"r4"});
  Item victim = item("journalist Samir Example", exactly(1));
  victim.name = "Samir Example";
  victim.effect = Effect::killed;
  i.human_targets = {victim};
  i.killed = exactly(1);
  i.perpetrators = {{party("armed group"), Status::denied, {}}};
  Claim denial =
      said(claim("c2", Field::perpetrators, party("armed group"), "r4", 1), "armed group");
  denial.polarity = Polarity::denied;
  i.claims = {claim("c1", Field::type, std::string("assassination"), "r4", 0), denial};
  i.disagreements = {
      {Field::perpetrators,
       DisagreementKind::denial,
       {{party("armed group"), {"r4"}, {"c1"}}, {party("armed group"), {"r4"}, {"c2"}}}}};
  return i;
}

Incident wedding() {
  Incident i = base("e5", EventType::air_strike, year_when(2019, Basis::stated),
                    at("Sanaa", PlacePrecision::city), {"r2"});
  i.phase = Phase::background;
  i.physical_targets = {item("wedding hall")};
  i.claims = {claim("c7", Field::type, std::string("air_strike"), "r2", 2)};
  return i;
}

Incident arrests() {
  Incident i = base("f6", EventType::arrest, on(4), at("", PlacePrecision::country), {"r4"});
  i.human_targets = {item("suspect", at_least(12))};
  i.perpetrators = {{party("police"), Status::reported, {}}};
  i.where.country = "SA";
  return i;
}

}  // namespace

Countries countries() {
  return Countries({{"YE", "Yemen"}, {"SA", "Saudi Arabia"}, {"US", "United States"}});
}

std::vector<Incident> incidents() {
  return {rockets(), bomb(), drones(), arrests(), journalist(), wedding()};
}

std::vector<Coding> codings() {
  std::vector<Coding> all;
  for (const Text& t : texts()) {
    Coding coding;
    coding.report.id = t.id;
    coding.report.text = whole(t);
    uint32_t at = 0;
    for (const std::string& s : t.sentences) {
      const auto end = at + static_cast<uint32_t>(s.size());
      coding.sentences.emplace_back(at, end);
      at = end + 1;
    }
    all.push_back(std::move(coding));
  }
  return all;
}

}  // namespace sitrep::output::sample
