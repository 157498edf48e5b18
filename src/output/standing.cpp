#include "output/standing.h"

#include <fmt/format.h>

#include <set>

#include "core/dates.h"
#include "core/support_json.h"
#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

std::string figure(const Quantity& q) {
  const auto best = q.best ? q.best : q.low ? q.low : q.high;
  if (!best) return "unknown";
  return q.high || !q.low ? grouped(*best) : "at least " + grouped(*best);
}

std::string time_of(const TollStep& step) {
  if (!step.published) return "undated";
  const std::string day = when_text(day_when(*step.published, Basis::stated));
  return step.minute ? day + " " + clock_text(*step.minute) : day;
}

std::string step_text(const TollStep& step) {
  std::string text = fmt::format("{} ({}", figure(step.value), time_of(step));
  if (step.sources > 1) text += ", " + counted_in_words(step.sources, "source");
  return text + ")";
}

bool changed(const std::vector<TollStep>& steps) {
  std::set<std::optional<int64_t>> values;
  for (const TollStep& step : steps) values.insert(step.value.best);
  return values.size() > 1;
}

void add_growth(const Incident& incident, Field field, const std::vector<TollStep>& steps,
                SourceList& sources, std::vector<Line>& lines) {
  if (!changed(steps)) return;
  std::vector<std::string> parts;
  std::vector<std::string> reports;
  for (const TollStep& step : steps) {
    parts.push_back(step_text(step));
    reports.insert(reports.end(), step.reports.begin(), step.reports.end());
  }
  lines.push_back({fmt::format("{}: {}", field_title(field), fmt::join(parts, ", ")),
                   sources.numbers(incident, reports)});
}

std::string graded(std::string_view what, const Assessment& assessment) {
  if (!assessment.grade) return {};
  std::string text = fmt::format("{}: {}", what, name(*assessment.grade));
  if (!assessment.reasons.empty())
    text += fmt::format(" ({})", fmt::join(assessment.reasons, "; "));
  return printable(text);
}

}  // namespace

std::vector<Line> toll_growth(const Incident& incident, SourceList& sources) {
  std::vector<Line> lines;
  add_growth(incident, Field::killed, incident.toll_history.killed, sources, lines);
  add_growth(incident, Field::wounded, incident.toll_history.wounded, sources, lines);
  add_growth(incident, Field::abducted, incident.toll_history.abducted, sources, lines);
  return lines;
}

std::string grade_line(const Incident& incident) {
  std::string text = graded("Grade", incident.grade.record);
  const std::string who = graded("who did it", incident.grade.attribution);
  if (text.empty() || who.empty()) return text.empty() ? text : text + ".";
  return text + "; " + who + ".";
}

}  // namespace sitrep::output
