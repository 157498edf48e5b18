#include "output/report_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/json.h"
#include "core/records_json.h"
#include "core/text.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

constexpr size_t kNames = 12;          // columns of the field names
constexpr size_t kWidestText = 100;    // columns, however wide the screen
constexpr size_t kNarrowestText = 20;  // columns, however narrow

std::string published_text(const Report& report) {
  if (!report.published || !report.published->known()) return {};
  std::string text = day_text(*report.published->start);
  if (const auto minute = report.published_minute)
    text += fmt::format(", {:02}:{:02}", *minute / 60, *minute % 60);
  return text + fmt::format(" ({})", name(report.published->basis));
}

size_t columns_of(std::string_view word) {
  return static_cast<size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return !is_continuation(c); }));
}

// Lines of at most so many columns, broken at spaces; 0: never broken.
std::string wrapped(std::string_view line, size_t width) {
  const std::string clean = printable(line);
  if (width == 0) return clean;
  std::string out;
  size_t column = 0;
  for (const auto word : split(clean, ' ')) {
    const size_t columns = columns_of(word);
    if (column > 0) {
      const bool fits = column + 1 + columns <= width;
      out += fits ? ' ' : '\n';
      column = fits ? column + 1 : 0;
    }
    out += word;
    column += columns;
  }
  return out;
}

size_t text_width(const Screen& screen) {
  if (screen.width == 0) return 0;
  return std::clamp<size_t>(screen.width, kNarrowestText, kWidestText);
}

class Page {
 public:
  Page(const Report& report, const Origins* origins, const Screen& screen)
      : report_(report), origins_(origins), screen_(screen) {}

  std::string run() {
    out_ = bold(printable(report_.uri), screen_) + '\n';
    static const Origins kNone;
    const Origins& from = origins_ == nullptr ? kNone : *origins_;
    field("title", report_.title, from.title);
    field("byline", report_.byline, from.byline);
    field("outlet", report_.outlet, from.outlet);
    field("published", published_text(report_), from.published);
    field("dateline", report_.dateline);
    field("language", report_.language);
    for (const auto& caption : report_.captions) field("caption", caption);
    return out_ + paragraphs();
  }

 private:
  void field(std::string_view name, std::string_view value, std::string_view from = {}) {
    out_ += fmt::format("  {:<{}}", name, kNames);
    out_ += value.empty() ? faint("-", screen_) : printable(value);
    if (!from.empty()) out_ += faint(fmt::format("  [{}]", printable(from)), screen_);
    out_ += '\n';
  }

  // The title stands in the fields above.
  std::string paragraphs() const {
    std::string_view text = report_.text;
    if (text.starts_with(report_.title)) text.remove_prefix(report_.title.size());
    std::string out;
    for (const auto line : split(trim(text), '\n')) {
      if (!line.empty()) out += '\n' + wrapped(line, text_width(screen_)) + '\n';
    }
    return out;
  }

  const Report& report_;
  const Origins* origins_;
  const Screen& screen_;
  std::string out_;
};

}  // namespace

std::string report_text(const Report& report, const Origins* origins, const Screen& screen) {
  return Page(report, origins, screen).run();
}

std::string report_json(const Report& report, const Origins* origins) {
  std::string out;
  append_json(out, report);
  if (origins != nullptr) {
    out.pop_back();
    out += ",\"from\":";
    JsonWriter w(out);
    w.begin_object();
    w.key("title"), w.value_or_null(origins->title);
    w.key("byline"), w.value_or_null(origins->byline);
    w.key("outlet"), w.value_or_null(origins->outlet);
    w.key("published"), w.value_or_null(origins->published);
    w.end_object();
    out += '}';
  }
  return out + '\n';
}

}  // namespace sitrep::output
