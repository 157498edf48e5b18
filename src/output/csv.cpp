#include "output/csv.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <vector>

#include "core/dates.h"
#include "output/corrections.h"
#include "output/nouns.h"

namespace sitrep::output {

namespace {

std::string number(const std::optional<int64_t>& n) {
  return n ? std::to_string(*n) : std::string();
}
std::string number(const std::optional<double>& n) {
  return n ? fmt::format("{}", *n) : std::string();
}
std::string day(const std::optional<Day>& d) { return d ? iso(*d) : std::string(); }

template <typename T, typename Text>
std::string listed(const std::vector<T>& items, Text&& text) {
  std::string out;
  for (const T& item : items) {
    if (!out.empty()) out += "; ";
    out += text(item);
  }
  return out;
}

std::string items(const std::vector<Item>& all) {
  return listed(all, [](const Item& item) { return item_name(item); });
}

std::string perpetrators(const Incident& i) {
  return listed(i.perpetrators, [](const IncidentPerpetrator& p) { return p.party.name; });
}

std::string statuses(const Incident& i) {
  return listed(i.perpetrators,
                [](const IncidentPerpetrator& p) { return std::string(name(p.status)); });
}

std::string disputed(const Incident& i) {
  return listed(i.disagreements, [](const Disagreement& d) {
    return fmt::format("{} ({})", name(d.field), name(d.kind));
  });
}

std::string grade(const Assessment& assessment) {
  return assessment.grade ? std::string(name(*assessment.grade)) : std::string();
}

struct Column {
  std::string_view name;
  std::string (*cell)(const Incident&);
};

using I = const Incident&;

constexpr std::array kColumns = std::to_array<Column>({
    {"id", [](I i) { return i.id; }},
    {"type", [](I i) { return std::string(name(i.type)); }},
    {"phase", [](I i) { return std::string(name(i.phase)); }},
    {"outcome", [](I i) { return std::string(name(i.outcome)); }},
    {"date_start", [](I i) { return day(i.when.start); }},
    {"date_end", [](I i) { return day(i.when.end); }},
    {"date_precision", [](I i) { return std::string(name(i.when.precision)); }},
    {"part_of_day", [](I i) { return std::string(name(i.when.part_of_day)); }},
    {"place", [](I i) { return i.where.name; }},
    {"admin1", [](I i) { return i.where.admin1; }},
    {"country", [](I i) { return i.where.country; }},
    {"latitude", [](I i) { return number(i.where.lat); }},
    {"longitude", [](I i) { return number(i.where.lon); }},
    {"place_precision", [](I i) { return std::string(name(i.where.precision)); }},
    {"perpetrators", perpetrators},
    {"perpetrator_status", statuses},
    {"instruments", [](I i) { return items(i.instruments); }},
    {"physical_targets", [](I i) { return items(i.physical_targets); }},
    {"human_targets", [](I i) { return items(i.human_targets); }},
    {"killed_low", [](I i) { return number(i.killed.low); }},
    {"killed_best", [](I i) { return number(i.killed.best); }},
    {"killed_high", [](I i) { return number(i.killed.high); }},
    {"wounded_low", [](I i) { return number(i.wounded.low); }},
    {"wounded_best", [](I i) { return number(i.wounded.best); }},
    {"wounded_high", [](I i) { return number(i.wounded.high); }},
    {"abducted_low", [](I i) { return number(i.abducted.low); }},
    {"abducted_best", [](I i) { return number(i.abducted.best); }},
    {"abducted_high", [](I i) { return number(i.abducted.high); }},
    {"damage", [](I i) { return i.damage ? std::string(name(*i.damage)) : std::string(); }},
    {"summary", [](I i) { return i.summary; }},
    {"reports", [](I i) { return std::to_string(i.reports.size()); }},
    {"independent_sources", [](I i) { return std::to_string(i.independent_sources); }},
    {"confidence", [](I i) { return fmt::format("{:.2f}", i.confidence); }},
    {"disputed", disputed},
    {"sources", [](I i) { return listed(i.reports, [](const ReportRef& r) { return r.uri; }); }},
    {"acled_event_type", [](I i) { return i.codes.acled_event_type; }},
    {"acled_sub_event_type", [](I i) { return i.codes.acled_sub_event_type; }},
    {"plover_event", [](I i) { return i.codes.plover_event; }},
    {"plover_mode", [](I i) { return i.codes.plover_mode; }},
    {"cameo", [](I i) { return i.codes.cameo; }},
    {"ucdp_type_of_violence",
     [](I i) {
       const int violence = i.codes.ucdp_type_of_violence;
       return violence ? std::to_string(violence) : std::string();
     }},
    {"revision", [](I i) { return std::to_string(i.revision); }},
    {"corrected", corrected_fields},
    {"rejected", [](I i) { return std::string(is_rejected(i) ? "yes" : ""); }},
    {"grade", [](I i) { return grade(i.grade.record); }},
    {"attribution_grade", [](I i) { return grade(i.grade.attribution); }},
    {"acled_fatalities", [](I i) { return number(i.codes.acled_fatalities); }},
    {"ucdp_best", [](I i) { return number(i.codes.ucdp_deaths.best); }},
    {"ucdp_low", [](I i) { return number(i.codes.ucdp_deaths.low); }},
    {"ucdp_high", [](I i) { return number(i.codes.ucdp_deaths.high); }},
});

// Numbers may begin with a minus.
bool is_number(std::string_view text) {
  return text.find_first_not_of("-0123456789.") == std::string_view::npos &&
         text.find('-', 1) == std::string_view::npos;
}

bool looks_like_formula(std::string_view text) {
  if (text.empty() || is_number(text)) return false;
  return std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string plain = looks_like_formula(text) ? "'" : "";
  plain += text;
  if (plain.find_first_of("\",\r\n") == std::string::npos) return plain;
  std::string quoted = "\"";
  for (const char c : plain) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

namespace {

template <typename Cell>
void add_row(std::string& out, Cell&& cell_of) {
  for (const Column& column : kColumns) {
    if (&column != kColumns.data()) out += ',';
    out += csv_cell(cell_of(column));
  }
  out += "\r\n";
}

}  // namespace

std::string csv_head() {
  std::string out;
  add_row(out, [](const Column& column) { return std::string(column.name); });
  return out;
}

std::string csv_rows(std::span<const Incident> incidents) {
  std::string out;
  for (const Incident& incident : incidents)
    add_row(out, [&](const Column& column) { return column.cell(incident); });
  return out;
}

std::string csv(std::span<const Incident> incidents) { return csv_head() + csv_rows(incidents); }

}  // namespace sitrep::output
