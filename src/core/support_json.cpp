#include "core/support_json.h"

#include <fmt/format.h>

#include "core/dates.h"
#include "core/record_reader.h"
#include "core/text.h"
#include "core/values_json.h"

namespace sitrep {

namespace {

void write_strings(JsonWriter& w, std::string_view field, const std::vector<std::string>& items) {
  w.key(field);
  w.begin_array();
  for (const std::string& item : items) w.value(item);
  w.end_array();
}

void write_assessment(JsonWriter& w, std::string_view field, const Assessment& assessment) {
  w.key(field);
  w.begin_object();
  w.key("grade");
  assessment.grade ? w.value(name(*assessment.grade)) : w.null();
  write_strings(w, "reasons", assessment.reasons);
  w.end_object();
}

void write_step(JsonWriter& w, const TollStep& step) {
  w.begin_object();
  w.key("published");
  step.published ? w.value(iso(*step.published)) : w.null();
  w.key("time");
  step.minute ? w.value(clock_text(*step.minute)) : w.null();
  w.key("value"), write(w, step.value);
  write_strings(w, "reports", step.reports);
  w.field("sources", step.sources);
  w.end_object();
}

void write_steps(JsonWriter& w, std::string_view field, const std::vector<TollStep>& steps) {
  w.key(field);
  w.begin_array();
  for (const TollStep& step : steps) write_step(w, step);
  w.end_array();
}

}  // namespace

void write_number(JsonWriter& w, std::string_view field, const std::optional<int64_t>& number) {
  w.key(field);
  number ? w.value(*number) : w.null();
}

void write_sources(JsonWriter& w, const std::vector<IndependentSource>& sources) {
  w.key("sources");
  w.begin_array();
  for (const IndependentSource& source : sources) {
    w.begin_object();
    w.key("name"), w.value_or_null(source.name);
    write_strings(w, "reports", source.reports);
    write_strings(w, "reasons", source.reasons);
    w.end_object();
  }
  w.end_array();
}

void write_grades(JsonWriter& w, const Grades& grades) {
  w.key("grade");
  w.begin_object();
  write_assessment(w, "record", grades.record);
  write_assessment(w, "attribution", grades.attribution);
  w.end_object();
}

void write_toll_history(JsonWriter& w, const TollHistory& history) {
  w.key("toll_history");
  w.begin_object();
  write_steps(w, "killed", history.killed);
  write_steps(w, "wounded", history.wounded);
  write_steps(w, "abducted", history.abducted);
  w.end_object();
}

std::string clock_text(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::optional<int> parse_clock(std::string_view text) {
  const auto digit = [&](size_t at) { return is_digit(text[at]) ? text[at] - '0' : -1; };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const size_t at : {0, 1, 3, 4}) {
    if (digit(at) < 0) return std::nullopt;
  }
  const int hour = 10 * digit(0) + digit(1);
  const int minute = 10 * digit(3) + digit(4);
  if (hour > 23 || minute > 59) return std::nullopt;
  return 60 * hour + minute;
}

void RecordReader::read(const dom::element& value, IndependentSource& out) {
  if (!is_object(value)) return;
  member(value, "name", out.name);
  member(value, "reports", out.reports);
  member(value, "reasons", out.reasons);
}

void RecordReader::read(const dom::element& value, TollStep& out) {
  if (!is_object(value)) return;
  member(value, "published", out.published);
  std::string clock;
  member(value, "time", clock);
  out.minute = parse_clock(clock);
  if (!clock.empty() && !out.minute) return wrong("time is not HH:MM");
  member(value, "value", out.value);
  member(value, "reports", out.reports);
  member(value, "sources", out.sources);
}

void RecordReader::read(const dom::element& value, TollHistory& out) {
  if (!is_object(value)) return;
  member(value, "killed", out.killed);
  member(value, "wounded", out.wounded);
  member(value, "abducted", out.abducted);
}

void RecordReader::read(const dom::element& value, Assessment& out) {
  if (!is_object(value)) return;
  member(value, "grade", out.grade);
  member(value, "reasons", out.reasons);
}

void RecordReader::read(const dom::element& value, Grades& out) {
  if (!is_object(value)) return;
  member(value, "record", out.record);
  member(value, "attribution", out.attribution);
}

}  // namespace sitrep
