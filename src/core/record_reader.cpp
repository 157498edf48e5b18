#include "core/record_reader.h"

#include <fmt/format.h>

namespace sitrep {

void RecordReader::wrong(std::string_view what) {
  if (!problem_.empty()) return;
  if (!path_.empty()) problem_.append(path_, 1).append(": ");
  problem_ += what;
}

void RecordReader::missing(std::string_view name) { wrong(fmt::format("no member \"{}\"", name)); }

void RecordReader::unknown(std::string_view word) {
  wrong(fmt::format("\"{}\" is no value of it", word));
}

bool RecordReader::is_object(const dom::element& value) {
  if (value.is_object()) return true;
  wrong("not an object");
  return false;
}

void RecordReader::read(const dom::element& value, std::string& out) {
  std::string_view text;
  value.get(text) ? wrong("not a string") : void(out = text);
}

void RecordReader::read(const dom::element& value, bool& out) {
  if (value.get(out)) wrong("neither true nor false");
}

void RecordReader::read(const dom::element& value, double& out) {
  if (value.get(out)) wrong("not a number");
}

void RecordReader::read(const dom::element& value, int64_t& out) {
  if (value.get(out)) wrong("not a whole number");
}

void RecordReader::read(const dom::element& value, int& out) {
  int64_t number = 0;
  read(value, number);
  if (std::in_range<int>(number))
    out = static_cast<int>(number);
  else
    wrong("out of range");
}

void RecordReader::read(const dom::element& value, uint32_t& out) {
  int64_t number = 0;
  read(value, number);
  if (std::in_range<uint32_t>(number))
    out = static_cast<uint32_t>(number);
  else
    wrong("out of range");
}

void RecordReader::read(const dom::element& value, Day& out) {
  std::string_view text;
  const auto day = value.get(text) ? std::nullopt : parse_day(text);
  day ? void(out = *day) : wrong("not a date");
}

void RecordReader::read(const dom::element& value, Evidence& out) {
  if (!is_object(value)) return;
  member(value, "report", out.report);
  member(value, "start", out.start);
  member(value, "end", out.end);
  member(value, "text", out.text);
}

void RecordReader::read(const dom::element& value, Quantity& out) {
  if (!is_object(value)) return;
  member(value, "low", out.low);
  member(value, "best", out.best);
  member(value, "high", out.high);
  member(value, "text", out.text);
}

void RecordReader::read(const dom::element& value, When& out) {
  if (!is_object(value)) return;
  member(value, "start", out.start);
  member(value, "end", out.end);
  member(value, "precision", out.precision);
  member(value, "part_of_day", out.part_of_day);
  member(value, "basis", out.basis);
}

void RecordReader::read(const dom::element& value, Where& out) {
  if (!is_object(value)) return;
  member(value, "name", out.name);
  member(value, "lat", out.lat);
  member(value, "lon", out.lon);
  member(value, "country", out.country);
  member(value, "admin1", out.admin1);
  member(value, "precision", out.precision);
  member(value, "gazetteer_id", out.gazetteer_id);
}

void RecordReader::read(const dom::element& value, Party& out) {
  if (!is_object(value)) return;
  member(value, "name", out.name);
  member(value, "actor_id", out.actor_id);
  member(value, "kind", out.kind);
  member(value, "nation", out.nation);
}

void RecordReader::read(const dom::element& value, Speaker& out) {
  read(value, out.party);
  if (value.is_object()) member(value, "role", out.role);
}

void RecordReader::read(const dom::element& value, Item& out) {
  if (!is_object(value)) return;
  member(value, "name", out.name);
  member(value, "description", out.description);
  member(value, "kind", out.kind);
  member(value, "nation", out.nation);
  member(value, "count", out.count);
  member(value, "effect", out.effect);
  member(value, "mentions", out.mentions);
}

void RecordReader::read(const dom::element& value, ValueSlot out) {
  if (value.is_string()) return read(value, out.value.emplace<std::string>());
  switch (out.field) {
    case Field::when:
      return read(value, out.value.emplace<When>());
    case Field::where:
      return read(value, out.value.emplace<Where>());
    case Field::perpetrators:
      return read(value, out.value.emplace<Party>());
    case Field::instruments:
    case Field::physical_targets:
    case Field::human_targets:
      return read(value, out.value.emplace<Item>());
    case Field::killed:
    case Field::wounded:
    case Field::abducted:
      return read(value, out.value.emplace<Quantity>());
    case Field::type:
    case Field::outcome:
    case Field::damage:
      return wrong("not a string");
  }
}

void RecordReader::read(const dom::element& value, Claim& out) {
  if (!is_object(value)) return;
  ValueSlot slot{out.field, out.value};
  member(value, "id", out.id);
  member(value, "field", out.field);
  slot.field = out.field;
  member(value, "value", slot);
  member(value, "polarity", out.polarity);
  member(value, "certainty", out.certainty);
  member(value, "speaker", out.speaker);
  member(value, "evidence", out.evidence);
  member(value, "why", out.why);
}

}  // namespace sitrep
