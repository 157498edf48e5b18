#include "output/corrections.h"

#include <fmt/format.h>

#include "core/dates.h"
#include "core/field_value.h"
#include "output/nouns.h"
#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

std::string_view title_of(CorrectedField field) {
  switch (field) {
    case CorrectedField::phase:
      return "Phase";
    case CorrectedField::members:
      return "Reports";
    case CorrectedField::rejected:
      return "Rejected";
    default: {
      const auto same = parse<Field>(name(field));
      return same ? field_title(*same) : name(field);
    }
  }
}

// A value in words.
class InWords {
 public:
  explicit InWords(const Countries& countries) : countries_(countries) {}

  std::string operator()(std::monostate) const { return "unknown"; }
  std::string operator()(EventType type) const { return type_noun(type); }
  std::string operator()(Outcome outcome) const { return std::string(name(outcome)); }
  std::string operator()(Phase phase) const { return std::string(name(phase)); }
  std::string operator()(Damage damage) const { return std::string(name(damage)); }
  std::string operator()(const When& when) const {
    if (!when.known()) return "unknown";
    const auto part = part_text(when.part_of_day);
    return when_text(when) + (part.empty() ? "" : fmt::format(" {}", part));
  }
  std::string operator()(const Where& where) const {
    std::string text = value_words(Field::where, where, countries_);
    if (where.lat && where.lon && where.precision >= PlacePrecision::city)
      text += fmt::format(" ({:.3f}, {:.3f})", *where.lat, *where.lon);
    return text;
  }
  std::string operator()(const Quantity& quantity) const {
    const std::string words = quantity_words(quantity);
    return words.empty() ? "unknown" : words;
  }
  std::string operator()(const std::vector<IncidentPerpetrator>& all) const {
    std::vector<std::string> names;
    for (const IncidentPerpetrator& p : all) {
      names.push_back(party_noun(p.party).text);
      if (p.status != Status::reported) names.back() += fmt::format(" ({})", name(p.status));
    }
    return names.empty() ? "nobody" : joined(names);
  }
  std::string operator()(const std::vector<std::string>& names) const {
    return printable(fmt::format("{}", fmt::join(names, ", ")));
  }

 private:
  const Countries& countries_;
};

std::string words(const FieldValue& value, const Countries& countries) {
  return std::visit(InWords(countries), value);
}

std::string what(const AppliedCorrection& c, const Countries& countries) {
  const std::string value = words(c.value, countries);
  switch (c.kind) {
    case CorrectionKind::correct:
      return fmt::format("{}: {}, in place of {}", title_of(c.field), value,
                         words(c.replaced, countries));
    case CorrectionKind::merge:
      return "Merged with " + value;
    case CorrectionKind::split:
      return fmt::format("Split: {} taken out of {}", value, words(c.replaced, countries));
    case CorrectionKind::reject:
      return "Rejected as no incident";
    case CorrectionKind::undo:
      break;
  }
  return "Taken back";
}

std::string day_of(const std::string& when) {
  const auto day = parse_day(when);
  return day ? day_text(*day) : printable(when);
}

std::string done_by(const Correction& c, const Countries& countries) {
  return c.kind == CorrectionKind::undo ? fmt::format("Takes back {}", c.undoes)
                                        : what(applied(c), countries);
}

std::string log_entry(const Correction& c, const Countries& countries, const Screen& screen) {
  std::string out =
      fmt::format("{:>4}  ", c.number) +
      faint(fmt::format("{}  {}  ", printable(c.signature.when), printable(c.signature.by)),
            screen) +
      fmt::format("{}  {}\n", printable(c.incident), done_by(c, countries));
  if (!c.signature.reason.empty()) out += "      because: " + printable(c.signature.reason) + "\n";
  if (c.undone_by) return out + fmt::format("      taken back by {}\n", c.undone_by);
  for (const std::string& member : c.lost)
    out += fmt::format("      lost: no report tells of {} any longer\n", printable(member));
  return out;
}

void write_entry(JsonWriter& w, const Correction& c) {
  w.begin_object();
  w.field("id", c.number);
  w.field("kind", name(c.kind));
  w.field("incident", c.incident);
  w.field("field", name(c.field));
  w.key("value"), write(w, c.value);
  w.field("by", c.signature.by);
  w.field("when", c.signature.when);
  w.key("reason"), w.value_or_null(c.signature.reason);
  w.key("replaced"), write(w, c.replaced);
  w.key("undoes"), c.undoes ? w.value(c.undoes) : w.null();
  w.key("undone_by"), c.undone_by ? w.value(c.undone_by) : w.null();
  w.key("lost"), w.begin_array();
  for (const std::string& member : c.lost) w.value(member);
  w.end_array();
  w.end_object();
}

}  // namespace

std::string correction_text(const AppliedCorrection& c, const Countries& countries) {
  return fmt::format("{} ({}, {}: {})", what(c, countries), printable(c.by), day_of(c.when),
                     printable(c.reason));
}

bool is_corrected(const Incident& incident, CorrectedField field) {
  for (const AppliedCorrection& c : incident.corrections) {
    if (c.kind == CorrectionKind::correct && c.field == field) return true;
  }
  return false;
}

std::string corrected_fields(const Incident& incident) {
  std::vector<std::string_view> fields;
  for (const AppliedCorrection& c : incident.corrections) {
    if (c.kind == CorrectionKind::correct) fields.push_back(name(c.field));
  }
  return fmt::format("{}", fmt::join(fields, "; "));
}

std::string log_line(const Correction& c, const Countries& countries) {
  return fmt::format("{}: {}", c.number, done_by(c, countries));
}

std::string log_text(std::span<const Correction> log, const Countries& countries,
                     const Screen& screen) {
  std::string out;
  for (const Correction& c : log) out += log_entry(c, countries, screen);
  return out;
}

std::string log_json(std::span<const Correction> log) {
  std::string out;
  for (const Correction& c : log) {
    JsonWriter w(out);
    write_entry(w, c);
    out += '\n';
  }
  return out;
}

std::string log_array(std::span<const Correction> log) {
  std::string out;
  JsonWriter w(out);
  w.begin_array();
  for (const Correction& c : log) write_entry(w, c);
  w.end_array();
  return out;
}

std::string recode_text(const RecodeSummary& summary) {
  std::string out;
  const auto line = [&](std::string_view what, std::string_view id, std::string_view more) {
    out += fmt::format("{:8} {}{}\n", what, printable(id), more);
  };
  for (const std::string& id : summary.reports) line("report", id, "");
  for (const std::string& id : summary.changed) line("changed", id, "");
  for (const auto& fate : summary.merged)
    line("merged", fate.incident, fmt::format(" into {}", fmt::join(fate.others, ", ")));
  for (const auto& fate : summary.split)
    line("split", fate.incident, fmt::format(", parts in {}", fmt::join(fate.others, ", ")));
  for (const std::string& id : summary.retired) line("retired", id, "");
  for (const std::string& id : summary.arisen) line("new", id, "");
  return out;
}

std::string recode_counts(const RecodeSummary& summary) {
  const auto count = [](size_t n) { return static_cast<int64_t>(n); };
  std::string out =
      fmt::format("{} coded again, {} coded otherwise", counted(count(summary.coded), "report"),
                  grouped(count(summary.reports.size())));
  if (summary.reports.empty()) return out;
  return out + fmt::format("; {} changed, {} merged, {} split, {} retired, {} new",
                           counted(count(summary.changed.size()), "incident"),
                           summary.merged.size(), summary.split.size(), summary.retired.size(),
                           summary.arisen.size());
}

}  // namespace sitrep::output
