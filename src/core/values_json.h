// The contract's shared objects as JSON members.
#pragma once

#include "core/json.h"
#include "sitrep/coding.h"

namespace sitrep {

void write_members(JsonWriter& w, const Evidence& span);  // without the braces
void write_members(JsonWriter& w, const Party& party);
void write(JsonWriter& w, const Evidence& span);
void write(JsonWriter& w, const Quantity& quantity);
void write(JsonWriter& w, const When& when);
void write(JsonWriter& w, const Where& where);
void write(JsonWriter& w, const Party& party);
void write(JsonWriter& w, const ClaimValue& value);
void write(JsonWriter& w, const Claim& claim);
void write_item(JsonWriter& w, const Item& item, bool with_effect);
void write_items(JsonWriter& w, const std::vector<Item>& items, bool with_effect);

template <typename T>
void write_all(JsonWriter& w, const std::vector<T>& items) {
  w.begin_array();
  for (const T& item : items) write(w, item);
  w.end_array();
}

}  // namespace sitrep
