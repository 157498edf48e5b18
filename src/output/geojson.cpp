#include "output/geojson.h"

#include "core/dates.h"
#include "core/json.h"
#include "core/values_json.h"
#include "output/corrections.h"
#include "output/nouns.h"

namespace sitrep::output {

namespace {

bool has_point(const Where& where) {
  return where.lat && where.lon && where.precision >= PlacePrecision::city;
}

void write_geometry(JsonWriter& w, const Where& where) {
  w.key("geometry");
  if (!has_point(where)) return w.null();
  w.begin_object();
  w.field("type", "Point");
  w.key("coordinates");
  w.begin_array();
  w.value(*where.lon);
  w.value(*where.lat);
  w.end_array();
  w.end_object();
}

void write_day(JsonWriter& w, std::string_view name, const std::optional<Day>& day) {
  w.key(name);
  day ? w.value(iso(*day)) : w.null();
}

template <typename T, typename Text>
void write_names(JsonWriter& w, std::string_view field, const std::vector<T>& all, Text&& text) {
  w.key(field);
  w.begin_array();
  for (const T& each : all) w.value(text(each));
  w.end_array();
}

void write_place(JsonWriter& w, const Where& where) {
  w.key("place"), w.value_or_null(where.name);
  w.key("admin1"), w.value_or_null(where.admin1);
  w.key("country"), w.value_or_null(where.country);
  w.field("precision", name(where.precision));
}

void write_properties(JsonWriter& w, const Incident& i) {
  w.key("properties");
  w.begin_object();
  w.field("type", name(i.type));
  w.field("phase", name(i.phase));
  w.field("outcome", name(i.outcome));
  write_day(w, "date_start", i.when.start);
  write_day(w, "date_end", i.when.end);
  w.field("date_precision", name(i.when.precision));
  w.key("part_of_day"), w.value_or_null(name(i.when.part_of_day));
  write_place(w, i.where);
  write_names(w, "perpetrators", i.perpetrators,
              [](const IncidentPerpetrator& p) { return p.party.name; });
  write_names(w, "instruments", i.instruments, item_name);
  write_names(w, "physical_targets", i.physical_targets, item_name);
  write_names(w, "human_targets", i.human_targets, item_name);
  w.key("killed"), write(w, i.killed);
  w.key("wounded"), write(w, i.wounded);
  w.field("summary", i.summary);
  w.field("reports", i.reports.size());
  w.field("independent_sources", i.independent_sources);
  w.field("confidence", i.confidence);
  w.field("disputed", !i.disagreements.empty());
  w.field("corrected", !corrected_fields(i).empty());
  w.field("rejected", is_rejected(i));
  w.end_object();
}

}  // namespace

std::string_view geojson_head() { return "{\"type\":\"FeatureCollection\",\"features\":["; }

std::string geojson_features(std::span<const Incident> incidents) {
  std::string out;
  JsonWriter w(out);
  for (const Incident& incident : incidents) {
    w.begin_object();
    w.field("type", "Feature");
    w.field("id", incident.id);
    write_geometry(w, incident.where);
    write_properties(w, incident);
    w.end_object();
  }
  return out;
}

std::string_view geojson_tail() { return "]}\n"; }

std::string geojson(std::span<const Incident> incidents) {
  return std::string(geojson_head()) + geojson_features(incidents) + std::string(geojson_tail());
}

}  // namespace sitrep::output
