#include "core/records_json.h"

#include "core/dates.h"
#include "core/field_value.h"
#include "core/json.h"
#include "core/support_json.h"
#include "core/values_json.h"

namespace sitrep {

namespace {

template <typename T, typename Write>
void write_list(JsonWriter& w, std::string_view field, const std::vector<T>& items, Write&& each) {
  w.key(field);
  w.begin_array();
  for (const T& item : items) each(item);
  w.end_array();
}

void write_strings(JsonWriter& w, std::string_view field, const std::vector<std::string>& items) {
  write_list(w, field, items, [&](const std::string& s) { w.value(s); });
}

void write_members(JsonWriter& w, const Report& r) {
  w.field("id", r.id);
  w.field("uri", r.uri);
  w.key("outlet"), w.value_or_null(r.outlet);
  w.key("title"), w.value_or_null(r.title);
  w.key("byline"), w.value_or_null(r.byline);
  w.key("published");
  r.published ? write(w, *r.published) : w.null();
  w.key("published_minute");
  r.published_minute ? w.value(*r.published_minute) : w.null();
  w.key("dateline"), w.value_or_null(r.dateline);
  write_strings(w, "captions", r.captions);
  w.field("language", r.language);
  w.field("sha256", r.sha256);
  w.key("duplicate_of"), w.value_or_null(r.duplicate_of);
}

void write_report(JsonWriter& w, const Coding& coding) {
  w.begin_object();
  write_members(w, coding.report);
  w.field("knowledge", coding.knowledge_version);
  w.end_object();
}

void write_perpetrator(JsonWriter& w, const Perpetrator& p) {
  w.begin_object();
  write_members(w, p.party);
  w.key("mentions"), write_all(w, p.mentions);
  w.field("status", name(p.status));
  w.field("accused_by_authorities", p.accused_by_authorities);
  w.end_object();
}

void write_perpetrators(JsonWriter& w, const Event& event, bool individuals) {
  w.begin_array();
  for (const Perpetrator& p : event.perpetrators) {
    if (p.individual == individuals) write_perpetrator(w, p);
  }
  w.end_array();
}

template <typename Record>
void write_effects(JsonWriter& w, const Record& record) {
  w.key("instruments"), write_items(w, record.instruments, false);
  w.key("physical_targets"), write_items(w, record.physical_targets, true);
  w.key("human_targets"), write_items(w, record.human_targets, true);
  w.key("killed"), write(w, record.killed);
  w.key("wounded"), write(w, record.wounded);
  w.key("abducted"), write(w, record.abducted);
  w.key("damage");
  record.damage ? w.value(name(*record.damage)) : w.null();
}

void write_event(JsonWriter& w, const Event& event) {
  w.begin_object();
  w.field("id", event.id);
  w.field("type", name(event.type));
  w.field("phase", name(event.phase));
  w.field("outcome", name(event.outcome));
  w.key("when"), write(w, event.when);
  w.key("where"), write(w, event.where);
  w.key("perpetrator_individuals"), write_perpetrators(w, event, true);
  w.key("perpetrator_organizations"), write_perpetrators(w, event, false);
  write_effects(w, event);
  w.key("triggers"), write_all(w, event.triggers);
  w.key("claims"), write_all(w, event.claims);
  w.end_object();
}

void write_times(JsonWriter& w, const Coding& coding) {
  write_list(w, "times", coding.times, [&](const TimeReading& t) {
    w.begin_object();
    write_members(w, t.span);
    w.field("type", t.type);
    w.field("value", t.value);
    w.key("when");
    t.when ? write(w, *t.when) : w.null();
    w.end_object();
  });
}

void write_report_refs(JsonWriter& w, const Incident& incident) {
  write_list(w, "reports", incident.reports, [&](const ReportRef& r) {
    w.begin_object();
    w.field("id", r.id);
    w.field("uri", r.uri);
    w.key("outlet"), w.value_or_null(r.outlet);
    w.key("title"), w.value_or_null(r.title);
    w.key("published");
    r.published ? write(w, *r.published) : w.null();
    w.end_object();
  });
}

void write_disagreements(JsonWriter& w, const Incident& incident) {
  write_list(w, "disagreements", incident.disagreements, [&](const Disagreement& d) {
    w.begin_object();
    w.field("field", name(d.field));
    w.field("kind", name(d.kind));
    write_list(w, "positions", d.positions, [&](const Position& p) {
      w.begin_object();
      w.key("value"), write(w, p.value);
      write_strings(w, "reports", p.reports);
      write_strings(w, "claims", p.claims);
      w.end_object();
    });
    w.end_object();
  });
}

void write_codes(JsonWriter& w, const Codes& codes) {
  w.key("codes");
  w.begin_object();
  w.key("acled");
  w.begin_object();
  w.key("event_type"), w.value_or_null(codes.acled_event_type);
  w.key("sub_event_type"), w.value_or_null(codes.acled_sub_event_type);
  write_number(w, "fatalities", codes.acled_fatalities);
  w.end_object();
  w.key("plover");
  w.begin_object();
  w.key("event"), w.value_or_null(codes.plover_event);
  w.key("mode"), w.value_or_null(codes.plover_mode);
  w.end_object();
  w.key("cameo"), w.value_or_null(codes.cameo);
  w.key("ucdp");
  w.begin_object();
  w.key("type_of_violence");
  codes.ucdp_type_of_violence ? w.value(codes.ucdp_type_of_violence) : w.null();
  write_number(w, "best", codes.ucdp_deaths.best);
  write_number(w, "low", codes.ucdp_deaths.low);
  write_number(w, "high", codes.ucdp_deaths.high);
  w.end_object();
  w.end_object();
}

}  // namespace

void append_json(std::string& out, const Report& report) {
  JsonWriter w(out);
  w.begin_object();
  write_members(w, report);
  w.field("text", report.text);
  w.end_object();
}

void append_json(std::string& out, const Coding& coding) {
  JsonWriter w(out);
  w.begin_object();
  w.key("report"), write_report(w, coding);
  w.field("text", coding.report.text);
  write_list(w, "sentences", coding.sentences, [&](const std::pair<uint32_t, uint32_t>& s) {
    w.begin_array();
    w.value(s.first), w.value(s.second);
    w.end_array();
  });
  write_times(w, coding);
  write_list(w, "places", coding.places, [&](const PlaceReading& p) {
    w.begin_object();
    write_members(w, p.span);
    w.key("where"), write(w, p.where);
    w.field("confidence", p.confidence);
    w.end_object();
  });
  write_list(w, "actors", coding.actors, [&](const ActorReading& a) {
    w.begin_object();
    write_members(w, a.span);
    w.key("party"), write(w, a.party);
    w.end_object();
  });
  write_list(w, "entities", coding.entities, [&](const EntityReading& e) {
    w.begin_object();
    write_members(w, e.span);
    w.field("kind", name(e.kind));
    w.end_object();
  });
  write_list(w, "events", coding.events, [&](const Event& e) { write_event(w, e); });
  w.end_object();
}

void append_json(std::string& out, const Incident& incident) {
  JsonWriter w(out);
  w.begin_object();
  w.field("id", incident.id);
  w.field("type", name(incident.type));
  w.field("phase", name(incident.phase));
  w.field("outcome", name(incident.outcome));
  w.key("when"), write(w, incident.when);
  w.key("where"), write(w, incident.where);
  w.key("perpetrators"), write_all(w, incident.perpetrators);
  write_effects(w, incident);
  w.field("summary", incident.summary);
  write_report_refs(w, incident);
  w.field("independent_sources", incident.independent_sources);
  write_sources(w, incident.sources);
  w.field("confidence", incident.confidence);
  write_grades(w, incident.grade);
  w.key("claims"), write_all(w, incident.claims);
  write_disagreements(w, incident);
  write_toll_history(w, incident.toll_history);
  write_codes(w, incident.codes);
  w.field("revision", incident.revision);
  write_strings(w, "merged_from", incident.merged_from);
  w.key("corrections"), write_all(w, incident.corrections);
  write_strings(w, "background", incident.background);
  write_strings(w, "recalls", incident.recalls);
  write_strings(w, "members", incident.members);
  w.end_object();
}

void append_json(std::string& out, const ClaimValue& value) {
  JsonWriter w(out);
  write(w, value);
}

}  // namespace sitrep
