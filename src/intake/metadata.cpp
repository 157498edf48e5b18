#include "intake/metadata.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "core/text.h"
#include "intake/encoding.h"

namespace sitrep {

namespace {

using Field = std::optional<std::string> Metadata::*;

struct NamedField {
  std::string_view name;
  Field field;
};

constexpr NamedField kFields[] = {
    {"id", &Metadata::id},
    {"uri", &Metadata::uri},
    {"outlet", &Metadata::outlet},
    {"title", &Metadata::title},
    {"byline", &Metadata::byline},
    {"published", &Metadata::published},
    {"language", &Metadata::language},
    {"text", &Metadata::text},
    {"html", &Metadata::html},
};

Failure malformed(std::string message, size_t position) {
  return fail(Code::malformed, std::move(message), {}, 0, static_cast<int64_t>(position));
}

// Where a field's name stands, for an error's position.
size_t place_of(std::string_view json, std::string_view name) {
  const size_t at = json.find(std::string("\"").append(name).append("\""));
  return at == std::string_view::npos ? 0 : at;
}

// {"start": "2024-10-15", "basis": "inferred", ...}, with the minute of the day beside it.
bool read_when(simdjson::dom::object object, Metadata& data) {
  simdjson::dom::object when;
  std::string_view start;
  if (object.at_key("published").get(when) != simdjson::SUCCESS) return false;
  if (when.at_key("start").get(start) != simdjson::SUCCESS) return true;  // not known: absent
  std::string_view basis;
  if (when.at_key("basis").get(basis) == simdjson::SUCCESS)
    data.published_basis = parse<Basis>(basis).value_or(Basis::stated);
  data.published = valid_utf8(std::string(start));
  int64_t minute = 0;
  if (object.at_key("published_minute").get(minute) == simdjson::SUCCESS && minute >= 0 &&
      minute < 24 * 60) {
    *data.published += fmt::format("T{:02}:{:02}", minute / 60, minute % 60);
  }
  return true;
}

Result<Metadata> read_fields(simdjson::dom::object object, std::string_view json) {
  Metadata data;
  for (const auto& [name, field] : kFields) {
    simdjson::dom::element value;
    if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) continue;
    if (name == "published" && read_when(object, data)) continue;
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
      return malformed(std::string(name).append(" is not a string"), place_of(json, name));
    }
    data.*field = valid_utf8(std::string(text));  // escapes may hold halves of characters
  }
  return data;
}

}  // namespace

Result<Metadata> parse_metadata(std::string_view json) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parser.parse(json.data(), json.size()).get(root);
  if (error == simdjson::CAPACITY || error == simdjson::MEMALLOC) {
    return fail(Code::too_large, "more JSON than memory can hold");
  }
  if (error != simdjson::SUCCESS) {
    const size_t at = first_json_error(json);
    return malformed("JSON that does not parse", at == std::string_view::npos ? 0 : at);
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) return malformed("not a JSON object", 0);
  return read_fields(object, json);
}

std::optional<std::string>* field_named(Metadata& data, std::string_view wanted) {
  for (const auto& [name, field] : kFields) {
    if (name == wanted) return &(data.*field);
  }
  return nullptr;
}

Metadata overlaid(Metadata under, Metadata over) {
  if (over.published) under.published_basis = over.published_basis;
  for (const auto& [name, field] : kFields) {
    if (over.*field) under.*field = std::move(over.*field);
  }
  return under;
}

}  // namespace sitrep
