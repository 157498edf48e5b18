#include "core/values_json.h"

#include "core/dates.h"

namespace sitrep {

namespace {

void write_optional(JsonWriter& w, std::string_view field, const std::optional<int64_t>& number) {
  w.key(field);
  number ? w.value(*number) : w.null();
}

void write_optional(JsonWriter& w, std::string_view field, const std::optional<double>& number) {
  w.key(field);
  number ? w.value(*number) : w.null();
}

void write_day(JsonWriter& w, std::string_view field, const std::optional<Day>& day) {
  w.key(field);
  day ? w.value(iso(*day)) : w.null();
}

}  // namespace

void write_members(JsonWriter& w, const Evidence& span) {
  w.field("report", span.report);
  w.field("start", span.start);
  w.field("end", span.end);
  w.field("text", span.text);
}

void write_members(JsonWriter& w, const Party& party) {
  w.key("name"), w.value_or_null(party.name);
  w.key("actor_id"), w.value_or_null(party.actor_id);
  w.field("kind", name(party.kind));
  w.key("nation"), w.value_or_null(party.nation);
}

void write(JsonWriter& w, const Evidence& span) {
  w.begin_object();
  write_members(w, span);
  w.end_object();
}

void write(JsonWriter& w, const Quantity& quantity) {
  w.begin_object();
  write_optional(w, "low", quantity.low);
  write_optional(w, "best", quantity.best);
  write_optional(w, "high", quantity.high);
  w.key("text"), w.value_or_null(quantity.text);
  w.end_object();
}

void write(JsonWriter& w, const When& when) {
  w.begin_object();
  write_day(w, "start", when.start);
  write_day(w, "end", when.end);
  w.field("precision", name(when.precision));
  w.key("part_of_day"), w.value_or_null(name(when.part_of_day));
  w.field("basis", name(when.basis));
  w.end_object();
}

void write(JsonWriter& w, const Where& where) {
  w.begin_object();
  w.key("name"), w.value_or_null(where.name);
  write_optional(w, "lat", where.lat);
  write_optional(w, "lon", where.lon);
  w.key("country"), w.value_or_null(where.country);
  w.key("admin1"), w.value_or_null(where.admin1);
  w.field("precision", name(where.precision));
  w.key("gazetteer_id"), w.value_or_null(where.gazetteer_id);
  w.end_object();
}

void write(JsonWriter& w, const Party& party) {
  w.begin_object();
  write_members(w, party);
  w.end_object();
}

void write_item(JsonWriter& w, const Item& item, bool with_effect) {
  w.begin_object();
  w.key("name"), w.value_or_null(item.name);
  w.key("description"), w.value_or_null(item.description);
  w.key("kind"), w.value_or_null(item.kind);
  w.key("nation"), w.value_or_null(item.nation);
  w.key("count"), write(w, item.count);
  if (with_effect) w.field("effect", name(item.effect));
  w.key("mentions"), write_all(w, item.mentions);
  w.end_object();
}

void write_items(JsonWriter& w, const std::vector<Item>& items, bool with_effect) {
  w.begin_array();
  for (const Item& item : items) write_item(w, item, with_effect);
  w.end_array();
}

namespace {

struct ValueWriter {
  JsonWriter& w;
  void operator()(const std::monostate&) const { w.null(); }
  void operator()(const std::string& text) const { w.value(text); }
  void operator()(const Item& item) const { write_item(w, item, item.effect != Effect::unknown); }
  template <typename T>
  void operator()(const T& value) const {
    write(w, value);
  }
};

}  // namespace

void write(JsonWriter& w, const ClaimValue& value) { std::visit(ValueWriter{w}, value); }

void write(JsonWriter& w, const Claim& claim) {
  w.begin_object();
  w.field("id", claim.id);
  w.field("field", name(claim.field));
  w.key("value"), write(w, claim.value);
  w.field("polarity", name(claim.polarity));
  w.field("certainty", name(claim.certainty));
  w.key("speaker");
  if (claim.speaker) {
    w.begin_object();
    write_members(w, claim.speaker->party);
    w.key("role"), w.value_or_null(claim.speaker->role);
    w.end_object();
  } else {
    w.null();
  }
  w.key("evidence"), write(w, claim.evidence);
  w.key("why"), w.value_or_null(claim.why);
  w.end_object();
}

}  // namespace sitrep
