#include "output/versions.h"

#include <fmt/format.h>

#include "core/dates.h"
#include "core/json.h"
#include "intake/text_changes.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

using Kind = SentenceChange::Kind;

std::string time_of(const Report& report) {
  if (!report.published || !report.published->known()) return "date not stated";
  std::string text = day_text(*report.published->start);
  if (const auto minute = report.published_minute)
    text += fmt::format(", {:02}:{:02}", *minute / 60, *minute % 60);
  return text;
}

std::vector<SentenceChange> changes_to(std::span<const ReportVersion> versions, size_t i) {
  if (i == 0) return {};
  return sentence_changes(versions[i - 1].report.text, versions[i].report.text);
}

std::string change_text(const SentenceChange& change, const Screen& screen) {
  std::string text;
  if (!change.before.empty()) text += faint("  - " + printable(change.before), screen) + '\n';
  if (!change.after.empty()) text += "  + " + printable(change.after) + '\n';
  return text;
}

std::string_view name_of(Kind kind) {
  return kind == Kind::added ? "added" : kind == Kind::removed ? "removed" : "changed";
}

void write_changes(JsonWriter& w, const std::vector<SentenceChange>& changes) {
  w.key("changes");
  w.begin_array();
  for (const auto& change : changes) {
    w.begin_object();
    w.field("kind", name_of(change.kind));
    w.key("before"), w.value_or_null(change.before);
    w.key("after"), w.value_or_null(change.after);
    w.end_object();
  }
  w.end_array();
}

}  // namespace

std::string versions_text(std::span<const ReportVersion> versions, const Screen& screen) {
  std::string text;
  for (size_t i = 0; i < versions.size(); ++i) {
    const Report& report = versions[i].report;
    if (i > 0) text += '\n';
    text +=
        bold(fmt::format("Version {} of {}, {}", i + 1, versions.size(), time_of(report)), screen);
    text += versions[i].current ? " (current)\n" : "\n";
    text += fmt::format("  {}  {}\n", printable(report.id), printable(report.uri));
    const auto changes = changes_to(versions, i);
    if (i > 0 && changes.empty()) text += "  no sentence changed\n";
    for (const auto& change : changes) text += change_text(change, screen);
  }
  return text;
}

namespace {

enum class Text : uint8_t { left_out, given };

void write_version(JsonWriter& w, std::span<const ReportVersion> versions, size_t i, Text text) {
  const Report& report = versions[i].report;
  w.begin_object();
  w.field("version", i + 1);
  w.field("current", versions[i].current);
  w.field("id", report.id);
  w.field("uri", report.uri);
  w.key("outlet"), w.value_or_null(report.outlet);
  w.key("title"), w.value_or_null(report.title);
  w.key("published");
  report.published ? w.value(iso(*report.published->start)) : w.null();
  w.key("published_minute");
  report.published_minute ? w.value(*report.published_minute) : w.null();
  w.field("sha256", report.sha256);
  write_changes(w, changes_to(versions, i));
  if (text == Text::given) w.field("text", report.text);
  w.end_object();
}

}  // namespace

std::string versions_json(std::span<const ReportVersion> versions) {
  std::string out;
  for (size_t i = 0; i < versions.size(); ++i) {
    JsonWriter w(out);
    write_version(w, versions, i, Text::left_out);
    out += '\n';
  }
  return out;
}

std::string versions_array(std::span<const ReportVersion> versions) {
  std::string out;
  JsonWriter w(out);
  w.begin_array();
  for (size_t i = 0; i < versions.size(); ++i) write_version(w, versions, i, Text::given);
  w.end_array();
  return out;
}

}  // namespace sitrep::output
