#include "core/record_reader.h"
#include "core/records_json.h"

namespace sitrep {

void RecordReader::read(const dom::element& value, Perpetrator& out) {
  read(value, out.party);
  if (!value.is_object()) return;
  member(value, "mentions", out.mentions);
  member(value, "status", out.status);
  member(value, "accused_by_authorities", out.accused_by_authorities);
}

template <typename Record>
void RecordReader::read_effects(const dom::element& value, Record& out) {
  member(value, "instruments", out.instruments);
  member(value, "physical_targets", out.physical_targets);
  member(value, "human_targets", out.human_targets);
  member(value, "killed", out.killed);
  member(value, "wounded", out.wounded);
  member(value, "abducted", out.abducted);
  member(value, "damage", out.damage);
}

void RecordReader::read(const dom::element& value, Event& out) {
  if (!is_object(value)) return;
  member(value, "id", out.id);
  member(value, "type", out.type);
  member(value, "phase", out.phase);
  member(value, "outcome", out.outcome);
  member(value, "when", out.when);
  member(value, "where", out.where);
  member(value, "perpetrator_individuals", out.perpetrators);
  for (Perpetrator& person : out.perpetrators) person.individual = true;
  member(value, "perpetrator_organizations", out.perpetrators);
  read_effects(value, out);
  member(value, "triggers", out.triggers);
  member(value, "claims", out.claims);
}

void RecordReader::read(const dom::element& value, TimeReading& out) {
  read(value, out.span);
  if (!value.is_object()) return;
  member(value, "type", out.type);
  member(value, "value", out.value);
  member(value, "when", out.when);
}

void RecordReader::read(const dom::element& value, PlaceReading& out) {
  read(value, out.span);
  if (!value.is_object()) return;
  member(value, "where", out.where);
  member(value, "confidence", out.confidence);
}

void RecordReader::read(const dom::element& value, ActorReading& out) {
  read(value, out.span);
  if (value.is_object()) member(value, "party", out.party);
}

void RecordReader::read(const dom::element& value, EntityReading& out) {
  read(value, out.span);
  if (value.is_object()) member(value, "kind", out.kind);
}

void RecordReader::read(const dom::element& value, std::pair<uint32_t, uint32_t>& out) {
  std::vector<uint32_t> ends;
  read(value, ends);
  if (ends.size() != 2) return wrong("not a pair of offsets");
  out = {ends[0], ends[1]};
}

void RecordReader::read_report(const dom::element& value, Coding& out) {
  Report& report = out.report;
  needed(value, "id", report.id);
  member(value, "uri", report.uri);
  member(value, "outlet", report.outlet);
  member(value, "title", report.title);
  member(value, "byline", report.byline);
  member(value, "published", report.published);
  member(value, "published_minute", report.published_minute);
  member(value, "dateline", report.dateline);
  member(value, "captions", report.captions);
  member(value, "language", report.language);
  member(value, "sha256", report.sha256);
  member(value, "duplicate_of", report.duplicate_of);
  member(value, "knowledge", out.knowledge_version);
}

void RecordReader::read(const dom::element& value, Coding& out) {
  dom::element report;
  if (value["report"].get(report) || !report.is_object()) return wrong("no report in it");
  read_report(report, out);
  member(value, "text", out.report.text);
  member(value, "sentences", out.sentences);
  member(value, "times", out.times);
  member(value, "places", out.places);
  member(value, "actors", out.actors);
  member(value, "entities", out.entities);
  needed(value, "events", out.events);
}

void RecordReader::read(const dom::element& value, IncidentPerpetrator& out) {
  read(value, out.party);
  if (!value.is_object()) return;
  member(value, "status", out.status);
  member(value, "by", out.by);
}

void RecordReader::read(const dom::element& value, ReportRef& out) {
  if (!is_object(value)) return;
  member(value, "id", out.id);
  member(value, "uri", out.uri);
  member(value, "outlet", out.outlet);
  member(value, "title", out.title);
  member(value, "published", out.published);
}

void RecordReader::read(const dom::element& value, Position& out, Field field) {
  if (!is_object(value)) return;
  ValueSlot slot{field, out.value};
  member(value, "value", slot);
  member(value, "reports", out.reports);
  member(value, "claims", out.claims);
}

void RecordReader::read(const dom::element& value, Disagreement& out) {
  if (!is_object(value)) return;
  member(value, "field", out.field);
  member(value, "kind", out.kind);
  dom::element positions;
  if (!value["positions"].get(positions)) read(positions, out.positions, out.field);
}

void RecordReader::read(const dom::element& value, Codes& out) {
  if (!is_object(value)) return;
  dom::element scheme;
  if (!value["acled"].get(scheme)) {
    member(scheme, "event_type", out.acled_event_type);
    member(scheme, "sub_event_type", out.acled_sub_event_type);
    member(scheme, "fatalities", out.acled_fatalities);
  }
  if (!value["plover"].get(scheme)) {
    member(scheme, "event", out.plover_event);
    member(scheme, "mode", out.plover_mode);
  }
  member(value, "cameo", out.cameo);
  if (!value["ucdp"].get(scheme)) {
    member(scheme, "type_of_violence", out.ucdp_type_of_violence);
    member(scheme, "best", out.ucdp_deaths.best);
    member(scheme, "low", out.ucdp_deaths.low);
    member(scheme, "high", out.ucdp_deaths.high);
  }
}

void RecordReader::read(const dom::element& value, Incident& out) {
  if (!is_object(value)) return;
  needed(value, "id", out.id);
  needed(value, "type", out.type);
  member(value, "phase", out.phase);
  member(value, "outcome", out.outcome);
  member(value, "when", out.when);
  member(value, "where", out.where);
  member(value, "perpetrators", out.perpetrators);
  read_effects(value, out);
  member(value, "summary", out.summary);
  needed(value, "reports", out.reports);
  member(value, "independent_sources", out.independent_sources);
  member(value, "sources", out.sources);
  member(value, "confidence", out.confidence);
  member(value, "grade", out.grade);
  member(value, "claims", out.claims);
  member(value, "disagreements", out.disagreements);
  member(value, "toll_history", out.toll_history);
  member(value, "codes", out.codes);
  member(value, "revision", out.revision);
  member(value, "merged_from", out.merged_from);
  member(value, "corrections", out.corrections);
  member(value, "background", out.background);
  member(value, "recalls", out.recalls);
  member(value, "members", out.members);
}

namespace {

template <typename Record>
Result<Record> from_element(const dom::element& root) {
  Record record;
  RecordReader reader;
  reader.read(root, record);
  if (!reader.problem().empty()) return fail(Code::malformed, reader.problem());
  return record;
}

template <typename Record>
Result<Record> from_json(std::string_view json) {
  thread_local dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root)) {
    return fail(Code::malformed, simdjson::error_message(error));
  }
  return from_element<Record>(root);
}

}  // namespace

Result<Coding> coding_from_json(std::string_view json) { return from_json<Coding>(json); }

std::optional<Result<Coding>> coding_if_any(std::string_view json) {
  thread_local dom::parser parser;
  dom::element root;
  dom::element report;
  if (parser.parse(json.data(), json.size()).get(root)) return std::nullopt;
  if (!root.is_object() || root["report"].get(report) || !report.is_object()) return std::nullopt;
  return from_element<Coding>(root);
}

Result<Incident> incident_from_json(std::string_view json) { return from_json<Incident>(json); }

}  // namespace sitrep
