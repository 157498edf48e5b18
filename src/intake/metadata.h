// What is said about a report outside its text: in a JSON record, a sidecar file or a page's head.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/date_text.h"
#include "sitrep/result.h"

namespace sitrep {

struct Metadata {
  std::optional<std::string> id, uri, outlet, title, byline, published, language, text, html;
  Basis published_basis = Basis::stated;  // inferred only where an earlier reading says so
};

// Reads one JSON object. Unknown fields are passed over, a null is an absent field, a field of the
// wrong type is malformed; but `published` may also be a `when` object, as `sitrep read --json`
// prints it. `position` of an error is counted from the beginning of `json`.
Result<Metadata> parse_metadata(std::string_view json);

// The field of that name; null: there is none.
std::optional<std::string>* field_named(Metadata& data, std::string_view name);

// What `over` says outranks `under`.
Metadata overlaid(Metadata under, Metadata over);

// Offset of the first byte at which `json` stops being one JSON value; npos: none.
size_t first_json_error(std::string_view json);

}  // namespace sitrep
