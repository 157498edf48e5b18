#include "sitrep/incident_row.h"

#include <algorithm>

#include "core/dates.h"
#include "core/incident_row_json.h"
#include "core/json.h"
#include "core/values_json.h"

namespace sitrep {

namespace {

namespace ondemand = simdjson::ondemand;
using Value = ondemand::value;
using Object = ondemand::object;

// A later toll in place of an earlier one is no quarrel.
bool is_quarrel(DisagreementKind kind) { return kind != DisagreementKind::update; }

// Members are read in the order in which append_json() writes them. simdjson's errors are thrown.
std::string text_or_empty(simdjson::simdjson_result<Value> value) {
  if (value.is_null()) return {};
  return std::string(std::string_view(value.get_string()));
}

template <typename E>
E word(simdjson::simdjson_result<Value> value) {
  const auto parsed = parse<E>(std::string_view(value.get_string()));
  if (!parsed) throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
  return *parsed;
}

std::optional<int64_t> number_or_none(simdjson::simdjson_result<Value> value) {
  if (value.is_null()) return std::nullopt;
  return int64_t(value.get_int64());
}

std::optional<double> degrees(simdjson::simdjson_result<Value> value) {
  if (value.is_null()) return std::nullopt;
  return double(value.get_double());
}

std::optional<Day> day(simdjson::simdjson_result<Value> value) {
  const std::string text = text_or_empty(value);
  return text.empty() ? std::nullopt : parse_day(text);
}

When read_when(Object object) {
  When when;
  when.start = day(object.find_field("start"));
  when.end = day(object.find_field("end"));
  when.precision = word<DatePrecision>(object.find_field("precision"));
  when.part_of_day = parse<PartOfDay>(text_or_empty(object.find_field("part_of_day"))).value();
  when.basis = word<Basis>(object.find_field("basis"));
  return when;
}

Where read_where(Object object) {
  Where where;
  where.name = text_or_empty(object.find_field("name"));
  where.lat = degrees(object.find_field("lat"));
  where.lon = degrees(object.find_field("lon"));
  where.country = text_or_empty(object.find_field("country"));
  where.admin1 = text_or_empty(object.find_field("admin1"));
  where.precision = word<PlacePrecision>(object.find_field("precision"));
  where.gazetteer_id = text_or_empty(object.find_field("gazetteer_id"));
  return where;
}

struct Toll {
  std::optional<int64_t> low, best;
};
Toll read_toll(Object object) {
  const auto low = number_or_none(object.find_field("low"));
  return {low, number_or_none(object.find_field("best"))};
}

void read_actors(ondemand::array all, IncidentRow& row) {
  for (Object perpetrator : all) {
    auto& actor = row.actors.emplace_back();
    actor.name = text_or_empty(perpetrator.find_field("name"));
    actor.actor_id = text_or_empty(perpetrator.find_field("actor_id"));
  }
}

void read_tellers(ondemand::array all, IncidentRow& row) {
  for (Object report : all) {
    auto& teller = row.tellers.emplace_back();
    teller.report = text_or_empty(report.find_field("id"));
    teller.outlet = text_or_empty(report.find_field("outlet"));
  }
}

void read_standing(Object& incident, IncidentRow& row) {
  row.sources = static_cast<int>(int64_t(incident.find_field("independent_sources").get_int64()));
  Object grades = incident.find_field("grade");
  Object record = grades.find_field("record");
  row.grade = parse<Grade>(text_or_empty(record.find_field("grade")));
  for (Object disagreement : ondemand::array(incident.find_field("disagreements")))
    row.disputed |= is_quarrel(word<DisagreementKind>(disagreement.find_field("kind")));
  for (Object correction : ondemand::array(incident.find_field("corrections"))) {
    const auto kind = word<CorrectionKind>(correction.find_field("kind"));
    row.rejected |= kind == CorrectionKind::reject;
    row.corrected |= kind == CorrectionKind::correct;
  }
}

IncidentRow read_row(Object incident) {
  IncidentRow row;
  row.id = text_or_empty(incident.find_field("id"));
  row.type = word<EventType>(incident.find_field("type"));
  row.phase = word<Phase>(incident.find_field("phase"));
  row.outcome = word<Outcome>(incident.find_field("outcome"));
  row.when = read_when(incident.find_field("when"));
  row.where = read_where(incident.find_field("where"));
  read_actors(incident.find_field("perpetrators"), row);
  const Toll killed = read_toll(incident.find_field("killed"));
  row.killed = killed.best;
  row.least_killed = killed.low;
  row.wounded = read_toll(incident.find_field("wounded")).best;
  row.abducted = read_toll(incident.find_field("abducted")).best;
  read_tellers(incident.find_field("reports"), row);
  read_standing(incident, row);
  return row;
}

// Of disagreements and corrections the kinds alone.
void write_kinds(JsonWriter& w, std::string_view key, std::initializer_list<std::string_view> all) {
  w.key(key), w.begin_array();
  for (const std::string_view kind : all) {
    if (kind.empty()) continue;
    w.begin_object();
    w.field("kind", kind);
    w.end_object();
  }
  w.end_array();
}

void write_number(JsonWriter& w, std::string_view key, const std::optional<int64_t>& number) {
  w.key(key);
  number ? w.value(*number) : w.null();
}

void write_parties(JsonWriter& w, const IncidentRow& row) {
  w.key("perpetrators"), w.begin_array();
  for (const auto& actor : row.actors) {
    w.begin_object();
    w.field("name", actor.name);
    w.key("actor_id"), w.value_or_null(actor.actor_id);
    w.end_object();
  }
  w.end_array();
}

void write_toll(JsonWriter& w, std::string_view key, const std::optional<int64_t>& low,
                const std::optional<int64_t>& best) {
  w.key(key), w.begin_object();
  write_number(w, "low", low);
  write_number(w, "best", best);
  w.end_object();
}

void write_tellers(JsonWriter& w, const IncidentRow& row) {
  w.key("reports"), w.begin_array();
  for (const auto& teller : row.tellers) {
    w.begin_object();
    w.field("id", teller.report);
    w.field("outlet", teller.outlet);
    w.end_object();
  }
  w.end_array();
}

void write_standing(JsonWriter& w, const IncidentRow& row) {
  w.field("independent_sources", row.sources);
  w.key("grade"), w.begin_object();
  w.key("record"), w.begin_object();
  w.key("grade"), w.value_or_null(row.grade ? name(*row.grade) : "");
  w.end_object();
  w.end_object();
  const auto kind = [](bool is, auto named) { return is ? name(named) : std::string_view(); };
  write_kinds(w, "disagreements", {kind(row.disputed, DisagreementKind::conflict)});
  write_kinds(
      w, "corrections",
      {kind(row.corrected, CorrectionKind::correct), kind(row.rejected, CorrectionKind::reject)});
}

}  // namespace

void append_json(std::string& out, const IncidentRow& row) {
  JsonWriter w(out);
  w.begin_object();
  w.field("id", row.id);
  w.field("type", name(row.type));
  w.field("phase", name(row.phase));
  w.field("outcome", name(row.outcome));
  w.key("when"), write(w, row.when);
  w.key("where"), write(w, row.where);
  write_parties(w, row);
  write_toll(w, "killed", row.least_killed, row.killed);
  write_toll(w, "wounded", std::nullopt, row.wounded);
  write_toll(w, "abducted", std::nullopt, row.abducted);
  write_tellers(w, row);
  write_standing(w, row);
  w.end_object();
}

std::optional<IncidentRow> RowReader::read(std::string_view json) {
  if (padded_.size() < json.size() + simdjson::SIMDJSON_PADDING)
    padded_.resize(json.size() + json.size() / 2 + simdjson::SIMDJSON_PADDING);
  std::ranges::copy(json, padded_.begin());
  try {
    ondemand::document document = parser_.iterate(padded_.data(), json.size(), padded_.size());
    return read_row(document.get_object());
  } catch (const simdjson::simdjson_error&) {
    return std::nullopt;
  }
}

IncidentRow row_of(const Incident& incident) {
  IncidentRow row;
  row.id = incident.id;
  row.type = incident.type;
  row.phase = incident.phase;
  row.outcome = incident.outcome;
  row.when = incident.when;
  row.where = incident.where;
  for (const IncidentPerpetrator& p : incident.perpetrators)
    row.actors.push_back({p.party.name, p.party.actor_id});
  row.killed = incident.killed.best;
  row.least_killed = incident.killed.low;
  row.wounded = incident.wounded.best;
  row.abducted = incident.abducted.best;
  for (const ReportRef& report : incident.reports)
    row.tellers.push_back({report.id, report.outlet});
  row.sources = incident.independent_sources;
  row.grade = incident.grade.record.grade;
  row.disputed = std::ranges::any_of(incident.disagreements,
                                     [](const Disagreement& d) { return is_quarrel(d.kind); });
  row.corrected = std::ranges::any_of(incident.corrections, [](const AppliedCorrection& c) {
    return c.kind == CorrectionKind::correct;
  });
  row.rejected = is_rejected(incident);
  return row;
}

}  // namespace sitrep
