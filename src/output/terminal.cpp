#include "output/terminal.h"

#include <fmt/format.h>

#include <set>

#include "core/dates.h"
#include "output/entry.h"
#include "output/headline.h"
#include "output/nouns.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

std::string coloured(std::string_view code, std::string_view text, const Screen& screen) {
  return screen.colours ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

// For the list, where days stand in columns.
std::string short_day(const When& when) {
  if (!when.known()) return "undated   ";
  const std::string day = iso(*when.start);
  return when.end.value_or(*when.start) == *when.start ? day : day + "+";
}

std::string list_line(const Incident& incident, const Countries& countries, const Screen& screen) {
  const std::string id = incident.id.substr(0, 8);
  const auto grade = incident.grade.record.grade;
  const std::string head = fmt::format("{:8}  {:11} {:15} {:10} ", id, short_day(incident.when),
                                       name(incident.type), grade ? name(*grade) : "");
  std::string text = headline(incident, countries, {.place = true, .part_of_day = false});
  if (incident.phase == Phase::background) text = "(background) " + text;
  if (!incident.disagreements.empty()) text += " Disputed.";
  if (!incident.corrections.empty()) text += is_rejected(incident) ? " Rejected." : " Corrected.";
  if (screen.width > head.size() + 20) text = shortened(text, screen.width - head.size() - 1);
  return faint(head, screen) + text + "\n";
}

class ShowWriter {
 public:
  ShowWriter(const Incident& incident, std::span<const Coding> codings, const Countries& countries,
             const Screen& screen)
      : i_(incident), countries_(countries), screen_(screen), texts_(codings) {}

  std::string write() {
    const Entry entry = compose_entry(i_, {countries_, texts_, sources_, quoted_});
    const auto open = refusals(i_, sources_);
    out_ = bold(entry.headline.text, screen_) + refs(entry.headline.refs) + "\n";
    facts();
    section("Details", entry.details);
    section("Left open", open);
    quotes(entry);
    disputes(entry);
    corrections(entry);
    growth(entry);
    sources();
    voices();
    return std::move(out_);
  }

 private:
  static std::string refs(const Refs& numbers) {
    std::string out;
    for (const int n : numbers) out += fmt::format("[{}]", n);
    return out.empty() ? out : " " + out;
  }

  void fact(std::string_view label, const std::string& value) {
    if (!value.empty()) out_ += faint(fmt::format("  {:<12}", label), screen_) + value + "\n";
  }

  void facts() {
    out_ += '\n';
    fact("id",
         printable(i_.id) + (i_.revision > 1 ? fmt::format(" (revision {})", i_.revision) : ""));
    fact("type", type_noun(i_.type) + ", " + std::string(name(i_.outcome)) +
                     (i_.phase == Phase::background ? ", recalled as background" : ""));
    fact("when", day_fact());
    fact("where", place_fact());
    fact("grade", graded(i_.grade.record));
    fact("who did it", graded(i_.grade.attribution));
    fact("confidence", fmt::format("{:.0f} of 100", i_.confidence * 100));
    fact("sources", counted(static_cast<int64_t>(i_.reports.size()), "report") +
                        fmt::format(", {} independent", i_.independent_sources));
    fact("codes", codes());
    fact("deaths", deaths());
    fact("recalls", fmt::format("{}", fmt::join(i_.recalls, ", ")));
    fact("background", fmt::format("{}", fmt::join(i_.background, ", ")));
    fact("merged", fmt::format("{}", fmt::join(i_.merged_from, ", ")));
  }

  std::string day_fact() const {
    std::string text = when_text(i_.when);
    if (const auto part = part_text(i_.when.part_of_day); !part.empty())
      text += " " + std::string(part);
    return i_.when.known() ? fmt::format("{} ({})", text, name(i_.when.basis)) : text;
  }

  std::string place_fact() const {
    const std::string place = place_phrase(i_.where, countries_);
    if (place.empty()) return "not stated";
    std::string text = fmt::format("{} (precision: {})", place, name(i_.where.precision));
    if (i_.where.lat && i_.where.lon)
      text += fmt::format(" {:.3f}, {:.3f}", *i_.where.lat, *i_.where.lon);
    return text;
  }

  std::string codes() const {
    std::vector<std::string> parts;
    const auto& c = i_.codes;
    if (!c.acled_event_type.empty())
      parts.push_back(fmt::format("ACLED {} / {}", c.acled_event_type, c.acled_sub_event_type));
    if (!c.plover_event.empty()) {
      parts.push_back("PLOVER " + c.plover_event +
                      (c.plover_mode.empty() ? "" : " " + c.plover_mode));
    }
    if (!c.cameo.empty()) parts.push_back("CAMEO " + c.cameo);
    if (c.ucdp_type_of_violence) parts.push_back(fmt::format("UCDP {}", c.ucdp_type_of_violence));
    return fmt::format("{}", fmt::join(parts, "; "));
  }

  // How each scheme counts them.
  std::string deaths() const {
    std::vector<std::string> parts;
    const auto& c = i_.codes;
    if (c.acled_fatalities) parts.push_back(fmt::format("ACLED {}", *c.acled_fatalities));
    if (c.ucdp_deaths.best) {
      parts.push_back(fmt::format("UCDP {} (low {}, high {})", *c.ucdp_deaths.best,
                                  c.ucdp_deaths.low.value_or(0), c.ucdp_deaths.high.value_or(0)));
    }
    return fmt::format("{}", fmt::join(parts, "; "));
  }

  static std::string graded(const Assessment& assessment) {
    std::string text = assessment.grade ? std::string(name(*assessment.grade)) : "no grade";
    if (!assessment.reasons.empty())
      text +=
          fmt::format(": {}", printable(fmt::format("{}", fmt::join(assessment.reasons, "; "))));
    return assessment.grade || !assessment.reasons.empty() ? text : std::string();
  }

  void title(std::string_view text) { out_ += "\n" + bold(text, screen_) + "\n"; }

  void section(std::string_view name, const std::vector<Line>& lines) {
    if (lines.empty()) return;
    title(name);
    for (const Line& line : lines) out_ += "  " + line.text + refs(line.refs) + "\n";
  }

  void quotes(const Entry& entry) {
    if (!entry.quotes.empty()) title("Who says so");
    for (const Quote& quote : entry.quotes) {
      out_ += fmt::format("  {}\n    {}{}\n", quote.text, quote.who, refs(quote.refs));
    }
  }

  void disputes(const Entry& entry) {
    if (!entry.disputes.empty()) title("Disputed");
    for (const Dispute& dispute : entry.disputes) {
      out_ += "  " + dispute.title + ":\n";
      for (const Line& position : dispute.positions)
        out_ += "    - " + position.text + refs(position.refs) + "\n";
    }
  }

  void corrections(const Entry& entry) {
    if (!entry.corrections.empty()) title("Corrected");
    for (const std::string& text : entry.corrections) out_ += "  " + text + "\n";
  }

  void growth(const Entry& entry) { section("How the toll grew", entry.growth); }

  // How the reports fall into independent sources.
  void voices() {
    if (i_.sources.empty() || i_.sources.size() == i_.reports.size()) return;
    title("Independent sources");
    for (const IndependentSource& source : i_.sources) {
      const std::string name = source.name.empty() ? "unnamed" : printable(source.name);
      out_ += fmt::format("  {}: {}", name,
                          counted(static_cast<int64_t>(source.reports.size()), "report"));
      if (!source.reasons.empty())
        out_ += " (" + printable(fmt::format("{}", fmt::join(source.reasons, "; "))) + ")";
      out_ += "\n";
    }
  }

  void sources() {
    title("Sources");
    const auto all = sources_.take();
    for (size_t i = 0; i < all.size(); ++i) {
      const Source& s = all[i];
      out_ += fmt::format("  [{}] {}", i + 1, s.outlet);
      if (!s.title.empty()) out_ += ", “" + s.title + "”";
      out_ += ", " +
              (s.date.empty() ? "undated" : s.date + (s.date_inferred ? " (date inferred)" : ""));
      out_ += ", " + s.uri + "\n";
    }
  }

  const Incident& i_;
  const Countries& countries_;
  const Screen& screen_;
  Texts texts_;
  SourceList sources_;
  std::set<std::string> quoted_;
  std::string out_;
};

}  // namespace

std::string bold(std::string_view text, const Screen& screen) {
  return coloured("1", text, screen);
}

std::string faint(std::string_view text, const Screen& screen) {
  return coloured("2", text, screen);
}

std::string list_text(std::span<const Incident> incidents, const Countries& countries,
                      const Screen& screen) {
  std::string out;
  for (const Incident& incident : incidents) out += list_line(incident, countries, screen);
  return out;
}

std::string show_text(const Incident& incident, std::span<const Coding> codings,
                      const Countries& countries, const Screen& screen) {
  return ShowWriter(incident, codings, countries, screen).write();
}

}  // namespace sitrep::output
