// Parsed JSON to records. An absent or null member leaves the field as it is; a value of another
// kind than the field's, or a word outside its vocabulary, is the problem that is reported. Unknown
// members are ignored.
#pragma once

#include <simdjson.h>

#include <string>
#include <utility>

#include "core/dates.h"
#include "sitrep/incident.h"

namespace sitrep {

namespace dom = simdjson::dom;

class RecordReader {
 public:
  // What is wrong first, with the names of the members around it; empty: nothing.
  const std::string& problem() const { return problem_; }

  template <typename T>
  void member(const dom::element& object, std::string_view name, T& out) {
    dom::element value;
    if (object.at_key(name).get(value) || value.is_null()) return;
    const size_t outer = path_.size();
    (path_ += '.') += name;
    read(value, out);
    path_.resize(outer);
  }

  // A member that a record can't be without.
  template <typename T>
  void needed(const dom::element& object, std::string_view name, T& out) {
    dom::element value;
    if (object.at_key(name).get(value)) return missing(name);
    member(object, name, out);
  }

  void read(const dom::element& value, Coding& out);
  void read(const dom::element& value, Incident& out);
  // A value in the form of the field; null is none.
  void read(const dom::element& value, CorrectedField field, FieldValue& out) {
    if (!value.is_null()) read(value, FieldSlot{field, out});
  }

 private:
  struct FieldSlot {
    CorrectedField field;
    FieldValue& value;
  };
  // A claim's or position's value: its form is that of the field.
  struct ValueSlot {
    Field field;
    ClaimValue& value;
  };

  void wrong(std::string_view what);
  void missing(std::string_view name);
  void unknown(std::string_view word);
  bool is_object(const dom::element& value);

  void read(const dom::element& value, std::string& out);
  void read(const dom::element& value, bool& out);
  void read(const dom::element& value, double& out);
  void read(const dom::element& value, int64_t& out);
  void read(const dom::element& value, int& out);
  void read(const dom::element& value, uint32_t& out);
  void read(const dom::element& value, Day& out);
  void read(const dom::element& value, Evidence& out);
  void read(const dom::element& value, Quantity& out);
  void read(const dom::element& value, When& out);
  void read(const dom::element& value, Where& out);
  void read(const dom::element& value, Party& out);
  void read(const dom::element& value, Speaker& out);
  void read(const dom::element& value, Item& out);
  void read(const dom::element& value, Claim& out);
  void read(const dom::element& value, ValueSlot out);
  void read(const dom::element& value, Perpetrator& out);
  void read(const dom::element& value, Event& out);
  void read(const dom::element& value, TimeReading& out);
  void read(const dom::element& value, PlaceReading& out);
  void read(const dom::element& value, ActorReading& out);
  void read(const dom::element& value, EntityReading& out);
  void read(const dom::element& value, std::pair<uint32_t, uint32_t>& out);
  void read(const dom::element& value, IncidentPerpetrator& out);
  void read(const dom::element& value, ReportRef& out);
  void read(const dom::element& value, Position& out, Field field);
  void read(const dom::element& value, Disagreement& out);
  void read(const dom::element& value, Codes& out);
  void read(const dom::element& value, FieldSlot out);
  void read(const dom::element& value, AppliedCorrection& out);
  void read(const dom::element& value, IndependentSource& out);
  void read(const dom::element& value, TollStep& out);
  void read(const dom::element& value, TollHistory& out);
  void read(const dom::element& value, Assessment& out);
  void read(const dom::element& value, Grades& out);
  void read_report(const dom::element& value, Coding& out);

  template <typename Record>
  void read_effects(const dom::element& value, Record& out);

  template <typename E>
  requires std::is_enum_v<E>
  void read(const dom::element& value, E& out) {
    std::string_view word;
    if (value.get(word)) return wrong("not a string");
    const auto parsed = parse<E>(word);
    parsed ? void(out = *parsed) : unknown(word);
  }

  template <typename T>
  void read(const dom::element& value, std::optional<T>& out) {
    read(value, out.emplace());
  }

  template <typename T, typename... More>
  void read(const dom::element& value, std::vector<T>& out, More... more) {
    dom::array items;
    if (value.get(items)) return wrong("not an array");
    out.reserve(out.size() + items.size());
    for (const dom::element item : items) read(item, out.emplace_back(), more...);
  }

  std::string path_;
  std::string problem_;
};

}  // namespace sitrep
