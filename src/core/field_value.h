// The fields of an incident that a person may set, as values: read from a record, put into one, and
// as JSON in the form that the record has.
#pragma once

#include <string>
#include <string_view>

#include "core/json.h"
#include "sitrep/incident.h"
#include "sitrep/result.h"

namespace sitrep {

FieldValue field_value(const Incident& incident, CorrectedField field);
// Nothing happens where the value is not of the field's form.
void set_field(Incident& incident, CorrectedField field, const FieldValue& value);

void write(JsonWriter& w, const FieldValue& value);
void write(JsonWriter& w, const IncidentPerpetrator& perpetrator);
void write(JsonWriter& w, const AppliedCorrection& correction);
std::string to_json(const FieldValue& value);
Result<FieldValue> field_value_from_json(CorrectedField field, std::string_view json);

// "report/event" parted; the event is empty where there is no slash.
struct MemberName {
  std::string_view report;
  std::string_view event;
};
MemberName split_member(std::string_view member);

}  // namespace sitrep
