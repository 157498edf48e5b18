#include "output/brief_markdown.h"

#include <fmt/format.h>

#include "core/text.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

// There an underscore does not begin emphasis.
bool inside_word(std::string_view text, size_t i) {
  const auto is_word = [](char c) { return is_digit(c) || is_lower(c) || is_upper(c); };
  return i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
}

std::string esc(std::string_view text) { return markdown_escaped(text); }

class Writer {
 public:
  std::string write(const Brief& brief) {
    out_ = "# " + esc(brief.title) + "\n\n" + esc(brief.lead) + "\n";
    list("In brief", brief.in_brief);
    if (brief.left_out_of_brief > 0) {
      out_ += fmt::format(
          "- and {} below.\n",
          counted_in_words(static_cast<int64_t>(brief.left_out_of_brief), "more incident"));
    }
    for (const DaySection& day : brief.days) write(day);
    list("Background recalled in these reports", brief.background);
    list("Responsibility left open", brief.unattributed);
    sources(brief.sources);
    return std::move(out_);
  }

 private:
  static std::string refs(const Refs& numbers) {
    std::string out;
    for (const int n : numbers) out += fmt::format("[{}]", n);
    return out.empty() ? out : " " + out;
  }

  static std::string cited(const Line& line) { return esc(line.text) + refs(line.refs); }

  void list(std::string_view title, const std::vector<Line>& lines) {
    if (lines.empty()) return;
    out_ += fmt::format("\n## {}\n\n", title);
    for (const Line& line : lines) out_ += "- " + cited(line) + "\n";
  }

  void write(const DaySection& day) {
    out_ += "\n## " + esc(day.title) + "\n";
    for (const CountrySection& country : day.countries) {
      if (!country.title.empty()) out_ += "\n### " + esc(country.title) + "\n";
      for (const Entry& entry : country.entries) write(entry);
    }
  }

  void write(const Entry& entry) {
    out_ += "\n**" + esc(entry.headline.text) + "**" + refs(entry.headline.refs) + "\n";
    details(entry.details);
    if (!entry.grade.empty()) out_ += "\n" + esc(entry.grade) + "\n";
    if (!entry.quotes.empty()) out_ += "\nWho says so:\n\n";
    for (const Quote& quote : entry.quotes) {
      out_ += fmt::format("- {} — {}{}\n", esc(quote.text), esc(quote.who), refs(quote.refs));
    }
    if (!entry.disputes.empty()) out_ += "\nDisputed:\n\n";
    for (const Dispute& dispute : entry.disputes) write(dispute);
    if (!entry.corrections.empty()) out_ += "\nCorrected:\n\n";
    for (const std::string& text : entry.corrections) out_ += "- " + esc(text) + "\n";
    if (!entry.growth.empty()) out_ += "\nHow the toll grew:\n\n";
    for (const Line& line : entry.growth) out_ += "- " + cited(line) + "\n";
  }

  void details(const std::vector<Line>& lines) {
    if (lines.empty()) return;
    out_ += '\n';
    for (size_t i = 0; i < lines.size(); ++i) out_ += (i ? " " : "") + cited(lines[i]);
    out_ += '\n';
  }

  void write(const Dispute& dispute) {
    out_ += "- " + esc(dispute.title) + ":\n";
    for (const Line& position : dispute.positions) out_ += "  - " + cited(position) + "\n";
  }

  void sources(const std::vector<Source>& all) {
    if (all.empty()) return;
    out_ += "\n## Sources\n\n";
    for (size_t i = 0; i < all.size(); ++i) {
      const Source& s = all[i];
      std::string line = fmt::format("{}. {}", i + 1, esc(s.outlet));
      if (!s.title.empty()) line += ", “" + esc(s.title) + "”";
      line += ", " + (s.date.empty() ? std::string("undated") : s.date);
      if (s.date_inferred) line += " (date inferred)";
      if (!s.uri.empty()) line += ", " + esc(s.uri);
      out_ += line + "\n";
    }
  }

  std::string out_;
};

}  // namespace

std::string markdown_escaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool entity = c == '&' && i + 1 < text.size() && text[i + 1] != ' ';
    const bool heading = i == 0 && (c == '#' || c == '+' || c == '-');
    if (c == '_' && inside_word(text, i)) {
      out += c;
      continue;
    }
    if (entity || heading || std::string_view("\\`*_[]<>|~").find(c) != std::string_view::npos)
      out += '\\';
    out += c;
  }
  return out;
}

std::string markdown(const Brief& brief) { return Writer().write(brief); }

}  // namespace sitrep::output
