#include "core/field_value.h"

#include "core/record_reader.h"
#include "core/values_json.h"
#include "sitrep/correction.h"

namespace sitrep {

namespace {

FieldValue damage_value(const std::optional<Damage>& damage) {
  return damage ? FieldValue(*damage) : FieldValue();
}

template <typename T>
void put(T& field, const FieldValue& value) {
  if (const T* given = std::get_if<T>(&value)) field = *given;
}

void put_damage(Incident& incident, const FieldValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return incident.damage.reset();
  if (const auto* damage = std::get_if<Damage>(&value)) incident.damage = *damage;
}

struct Writer {
  JsonWriter& w;
  void operator()(std::monostate) const { w.null(); }
  void operator()(EventType type) const { w.value(name(type)); }
  void operator()(Outcome outcome) const { w.value(name(outcome)); }
  void operator()(Phase phase) const { w.value(name(phase)); }
  void operator()(Damage damage) const { w.value(name(damage)); }
  void operator()(const std::vector<std::string>& names) const {
    w.begin_array();
    for (const std::string& each : names) w.value(each);
    w.end_array();
  }
  void operator()(const std::vector<IncidentPerpetrator>& all) const { write_all(w, all); }
  template <typename T>
  void operator()(const T& value) const {
    write(w, value);
  }
};

}  // namespace

FieldValue field_value(const Incident& incident, CorrectedField field) {
  switch (field) {
    case CorrectedField::type:
      return incident.type;
    case CorrectedField::outcome:
      return incident.outcome;
    case CorrectedField::phase:
      return incident.phase;
    case CorrectedField::when:
      return incident.when;
    case CorrectedField::where:
      return incident.where;
    case CorrectedField::perpetrators:
      return incident.perpetrators;
    case CorrectedField::killed:
      return incident.killed;
    case CorrectedField::wounded:
      return incident.wounded;
    case CorrectedField::abducted:
      return incident.abducted;
    case CorrectedField::damage:
      return damage_value(incident.damage);
    case CorrectedField::members:
      return incident.members;
    case CorrectedField::rejected:
      break;
  }
  return {};
}

void set_field(Incident& incident, CorrectedField field, const FieldValue& value) {
  switch (field) {
    case CorrectedField::type:
      return put(incident.type, value);
    case CorrectedField::outcome:
      return put(incident.outcome, value);
    case CorrectedField::phase:
      return put(incident.phase, value);
    case CorrectedField::when:
      return put(incident.when, value);
    case CorrectedField::where:
      return put(incident.where, value);
    case CorrectedField::perpetrators:
      return put(incident.perpetrators, value);
    case CorrectedField::killed:
      return put(incident.killed, value);
    case CorrectedField::wounded:
      return put(incident.wounded, value);
    case CorrectedField::abducted:
      return put(incident.abducted, value);
    case CorrectedField::damage:
      return put_damage(incident, value);
    case CorrectedField::members:
    case CorrectedField::rejected:
      return;
  }
}

bool is_rejected(const Incident& incident) {
  for (const AppliedCorrection& correction : incident.corrections) {
    if (correction.kind == CorrectionKind::reject) return true;
  }
  return false;
}

AppliedCorrection applied(const Correction& c) {
  return {.id = c.number,
          .kind = c.kind,
          .field = c.field,
          .value = c.value,
          .by = c.signature.by,
          .when = c.signature.when,
          .reason = c.signature.reason,
          .replaced = c.replaced};
}

void write(JsonWriter& w, const IncidentPerpetrator& perpetrator) {
  w.begin_object();
  write_members(w, perpetrator.party);
  w.field("status", name(perpetrator.status));
  w.key("by"), Writer{w}(perpetrator.by);
  w.end_object();
}

void write(JsonWriter& w, const FieldValue& value) { std::visit(Writer{w}, value); }

void write(JsonWriter& w, const AppliedCorrection& correction) {
  w.begin_object();
  w.field("id", correction.id);
  w.field("kind", name(correction.kind));
  w.field("field", name(correction.field));
  w.key("value"), write(w, correction.value);
  w.field("by", correction.by);
  w.field("when", correction.when);
  w.field("reason", correction.reason);
  w.key("replaced"), write(w, correction.replaced);
  w.end_object();
}

std::string to_json(const FieldValue& value) {
  std::string out;
  JsonWriter w(out);
  write(w, value);
  return out;
}

void RecordReader::read(const dom::element& value, FieldSlot out) {
  switch (out.field) {
    case CorrectedField::type:
      return read(value, out.value.emplace<EventType>());
    case CorrectedField::outcome:
      return read(value, out.value.emplace<Outcome>());
    case CorrectedField::phase:
      return read(value, out.value.emplace<Phase>());
    case CorrectedField::when:
      return read(value, out.value.emplace<When>());
    case CorrectedField::where:
      return read(value, out.value.emplace<Where>());
    case CorrectedField::perpetrators:
      return read(value, out.value.emplace<std::vector<IncidentPerpetrator>>());
    case CorrectedField::killed:
    case CorrectedField::wounded:
    case CorrectedField::abducted:
      return read(value, out.value.emplace<Quantity>());
    case CorrectedField::damage:
      return read(value, out.value.emplace<Damage>());
    case CorrectedField::members:
    case CorrectedField::rejected:
      return read(value, out.value.emplace<std::vector<std::string>>());
  }
}

void RecordReader::read(const dom::element& value, AppliedCorrection& out) {
  if (!is_object(value)) return;
  needed(value, "id", out.id);
  needed(value, "kind", out.kind);
  needed(value, "field", out.field);
  FieldSlot given{out.field, out.value};
  member(value, "value", given);
  member(value, "by", out.by);
  member(value, "when", out.when);
  member(value, "reason", out.reason);
  FieldSlot before{out.field, out.replaced};
  member(value, "replaced", before);
}

Result<FieldValue> field_value_from_json(CorrectedField field, std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return fail(Code::malformed, simdjson::error_message(error));
  FieldValue value;
  RecordReader reader;
  reader.read(root, field, value);
  if (!reader.problem().empty()) return fail(Code::malformed, reader.problem());
  return value;
}

MemberName split_member(std::string_view member) {
  const size_t slash = member.rfind('/');
  if (slash == std::string_view::npos) return {member, {}};
  return {member.substr(0, slash), member.substr(slash + 1)};
}

}  // namespace sitrep
