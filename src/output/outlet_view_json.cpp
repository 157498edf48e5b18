#include "core/json.h"
#include "core/values_json.h"
#include "output/outlet_view.h"

namespace sitrep::output {

namespace {

void write_names(JsonWriter& w, std::string_view key, const std::vector<std::string>& names) {
  w.key(key), w.begin_array();
  for (const std::string& name : names) w.value(name);
  w.end_array();
}

using Titles = std::map<std::string, std::string>;

void begin(JsonWriter& w, const std::string& incident, const Titles& titles) {
  const auto title = titles.find(incident);
  w.begin_object();
  w.field("incident", incident);
  w.key("title"), w.value_or_null(title == titles.end() ? std::string() : title->second);
}

void write(JsonWriter& w, const FirstReport& row, const Titles& titles) {
  begin(w, row.incident, titles);
  w.field("report", row.report);
  w.key("next_outlet"), w.value_or_null(row.next_outlet);
  w.field("next_report", row.next_report);
  w.key("lead_minutes"), row.lead_minutes ? w.value(*row.lead_minutes) : w.null();
  w.field("lead_days", row.lead_days);
  w.end_object();
}

void write(JsonWriter& w, const LeftOut& row, const Titles& titles) {
  begin(w, row.incident, titles);
  w.field("field", name(row.field));
  w.key("value"), sitrep::write(w, row.value);
  write_names(w, "outlets", row.outlets);
  w.field("claim", row.claim);
  w.end_object();
}

void write(JsonWriter& w, const Hedged& row, const Titles& titles) {
  begin(w, row.incident, titles);
  w.field("field", name(row.field));
  w.key("value"), sitrep::write(w, row.value);
  w.field("certainty", name(row.certainty));
  w.field("claim", row.claim);
  write_names(w, "outlets", row.outlets);
  w.field("plain_claim", row.plain_claim);
  w.end_object();
}

void write(JsonWriter& w, const Contradicted& row, const Titles& titles) {
  begin(w, row.incident, titles);
  w.field("field", name(row.field));
  w.field("kind", name(row.kind));
  w.key("value"), sitrep::write(w, row.value);
  w.key("others_value"), sitrep::write(w, row.others_value);
  write_names(w, "claims", row.claims);
  write_names(w, "others_claims", row.others_claims);
  write_names(w, "outlets", row.outlets);
  w.end_object();
}

template <typename Row>
void write_rows(JsonWriter& w, std::string_view key, const std::vector<Row>& rows,
                const Titles& titles) {
  w.key(key), w.begin_array();
  for (const Row& row : rows) write(w, row, titles);
  w.end_array();
}

}  // namespace

std::string outlet_view_members(const OutletView& view, const Titles& titles) {
  std::string out;
  JsonWriter w(out);
  write_rows(w, "first", view.first, titles);
  write_rows(w, "left_out", view.left_out, titles);
  write_rows(w, "hedged", view.hedged, titles);
  write_rows(w, "contradicted", view.contradicted, titles);
  return out;
}

}  // namespace sitrep::output
