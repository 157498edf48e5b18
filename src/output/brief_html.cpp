#include "output/brief_html.h"

#include <fmt/format.h>

#include "output/wording.h"

namespace sitrep::output {

namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1e23; --faint: #5c6370; --line: #d8dbe0; --paper: #fff; --accent: #8a1c1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e8eb; --faint: #a0a7b2; --line: #3a3f47; --paper: #16181c; --accent: #f09a8a; }
}
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 Georgia, "Times New Roman", serif;
  color: var(--ink); background: var(--paper); }
h1, h2, h3, h4 { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; line-height: 1.25; }
h1 { font-size: 1.6rem; border-bottom: 3px solid var(--accent); padding-bottom: .4rem; }
h2 { font-size: 1.2rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: .95rem; color: var(--faint); text-transform: uppercase; letter-spacing: .05em; }
h4 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
article { margin-bottom: 1.6rem; break-inside: avoid-page; }
h5 { font: 600 .8rem system-ui, sans-serif; color: var(--faint); margin: .8rem 0 .2rem; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
cite { font-style: normal; color: var(--faint); font-size: .9rem; }
.positions { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .6rem; margin: .3rem 0; }
.positions > div { border: 1px solid var(--line); padding: .4rem .6rem; }
a { color: var(--accent); text-decoration: none; }
.refs { font-size: .8em; white-space: nowrap; }
.sources li { overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; } }
)";

std::string esc(std::string_view text) { return html_escaped(text); }

bool is_web_address(std::string_view uri) {
  return uri.starts_with("https://") || uri.starts_with("http://");
}

class Writer {
 public:
  std::string write(const Brief& brief) {
    out_ =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    out_ += esc(brief.title) + "</title>\n<style>" + std::string(kStyle) +
            "</style>\n</head>\n<body>\n<h1>";
    out_ += esc(brief.title) + "</h1>\n<p>" + esc(brief.lead) + "</p>\n";
    in_brief(brief);
    for (const DaySection& day : brief.days) write(day);
    list("Background recalled in these reports", brief.background);
    list("Responsibility left open", brief.unattributed);
    sources(brief.sources);
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  static std::string refs(const Refs& numbers) {
    if (numbers.empty()) return {};
    std::string out = " <span class=\"refs\">";
    for (const int n : numbers) out += fmt::format("<a href=\"#source-{}\">[{}]</a>", n, n);
    return out + "</span>";
  }

  static std::string cited(const Line& line) { return esc(line.text) + refs(line.refs); }

  void list(std::string_view title, const std::vector<Line>& lines) {
    if (lines.empty()) return;
    out_ += fmt::format("<h2>{}</h2>\n<ul>\n", title);
    for (const Line& line : lines) out_ += "<li>" + cited(line) + "</li>\n";
    out_ += "</ul>\n";
  }

  void in_brief(const Brief& brief) {
    list("In brief", brief.in_brief);
    if (brief.left_out_of_brief == 0) return;
    out_ += fmt::format(
        "<p>And {} below.</p>\n",
        counted_in_words(static_cast<int64_t>(brief.left_out_of_brief), "more incident"));
  }

  void write(const DaySection& day) {
    out_ += "<h2>" + esc(day.title) + "</h2>\n";
    for (const CountrySection& country : day.countries) {
      if (!country.title.empty()) out_ += "<h3>" + esc(country.title) + "</h3>\n";
      for (const Entry& entry : country.entries) write(entry);
    }
  }

  void write(const Entry& entry) {
    out_ += fmt::format("<article id=\"incident-{}\">\n<h4>{}</h4>\n", esc(entry.id),
                        cited(entry.headline));
    if (!entry.details.empty()) {
      out_ += "<p>";
      for (size_t i = 0; i < entry.details.size(); ++i)
        out_ += (i ? " " : "") + cited(entry.details[i]);
      out_ += "</p>\n";
    }
    if (!entry.grade.empty()) out_ += "<p>" + esc(entry.grade) + "</p>\n";
    if (!entry.quotes.empty()) out_ += "<h5>Who says so</h5>\n";
    for (const Quote& quote : entry.quotes) {
      out_ += fmt::format("<blockquote>{} <cite>— {}{}</cite></blockquote>\n", esc(quote.text),
                          esc(quote.who), refs(quote.refs));
    }
    if (!entry.disputes.empty()) out_ += "<h5>Disputed</h5>\n";
    for (const Dispute& dispute : entry.disputes) write(dispute);
    corrections(entry);
    if (!entry.growth.empty()) out_ += "<h5>How the toll grew</h5>\n";
    for (const Line& line : entry.growth) out_ += "<p>" + cited(line) + "</p>\n";
    out_ += "</article>\n";
  }

  void corrections(const Entry& entry) {
    if (entry.corrections.empty()) return;
    out_ += "<h5>Corrected</h5>\n<ul>\n";
    for (const std::string& text : entry.corrections) out_ += "<li>" + esc(text) + "</li>\n";
    out_ += "</ul>\n";
  }

  void write(const Dispute& dispute) {
    out_ += "<p>" + esc(dispute.title) + ":</p>\n<div class=\"positions\">\n";
    for (const Line& position : dispute.positions) out_ += "<div>" + cited(position) + "</div>\n";
    out_ += "</div>\n";
  }

  void sources(const std::vector<Source>& all) {
    if (all.empty()) return;
    out_ += "<h2>Sources</h2>\n<ol class=\"sources\">\n";
    for (size_t i = 0; i < all.size(); ++i)
      out_ += fmt::format("<li id=\"source-{}\">{}</li>\n", i + 1, source(all[i]));
    out_ += "</ol>\n";
  }

  static std::string source(const Source& s) {
    std::string out = esc(s.outlet);
    if (!s.title.empty()) out += ", “" + esc(s.title) + "”";
    out += ", " + (s.date.empty() ? std::string("undated") : esc(s.date));
    if (s.date_inferred) out += " (date inferred)";
    if (s.uri.empty()) return out;
    const std::string uri = esc(s.uri);
    if (!is_web_address(s.uri)) return out + ", " + uri;
    return out + fmt::format(", <a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", uri, uri);
  }

  std::string out_;
};

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html(const Brief& brief) { return Writer().write(brief); }

std::string_view page_style() { return kStyle; }

}  // namespace sitrep::output
