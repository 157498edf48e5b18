#include "output/brief.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "output/entry.h"
#include "output/headline.h"
#include "output/sources.h"
#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

using Pointers = std::vector<const Incident*>;

constexpr size_t kMostInBrief = 12;

bool is_new(const Incident& incident) { return incident.phase == Phase::news; }

// Undated last; then by day, the closer dated first; part of day; country; place; id.
auto order_of(const Incident& i) {
  const auto start = i.when.start.value_or(Day::max());
  const auto end = i.when.end.value_or(start);
  const auto part =
      i.when.part_of_day == PartOfDay::none ? 99 : static_cast<int>(i.when.part_of_day);
  return std::tuple(start, end, i.where.country.empty(), i.where.country, part, i.where.name, i.id);
}

Pointers in_order(std::span<const Incident> incidents, bool news) {
  Pointers chosen;
  for (const Incident& incident : incidents) {
    if (is_new(incident) == news) chosen.push_back(&incident);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Incident* a, const Incident* b) { return order_of(*a) < order_of(*b); });
  return chosen;
}

int64_t weight(const Incident& i) {
  return 10 * least(i.killed) + 3 * least(i.wounded) + 3 * least(i.abducted) +
         int64_t{2} * i.independent_sources + (i.outcome == Outcome::completed ? 2 : 0);
}

// Those for the list at the top: the weightiest, in their order.
Pointers weightiest(const Pointers& all) {
  Pointers chosen = all;
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Incident* a, const Incident* b) { return weight(*a) > weight(*b); });
  chosen.resize(std::min(chosen.size(), kMostInBrief));
  std::sort(chosen.begin(), chosen.end(),
            [](const Incident* a, const Incident* b) { return order_of(*a) < order_of(*b); });
  return chosen;
}

std::set<std::string> countries_of(const Pointers& incidents) {
  std::set<std::string> codes;
  for (const Incident* incident : incidents) {
    if (!incident->where.country.empty()) codes.insert(incident->where.country);
  }
  return codes;
}

std::string countries_text(const std::set<std::string>& codes, const Countries& countries) {
  constexpr size_t kMostNamed = 4;
  if (codes.size() > kMostNamed)
    return counted_in_words(static_cast<int64_t>(codes.size()), "country");
  std::vector<std::string> names;
  names.reserve(codes.size());
  for (const std::string& code : codes) names.push_back(countries.in_text(code));
  std::sort(names.begin(), names.end());
  return capitalised(joined(names));
}

// From the first to the last day, of incidents dated to a week or closer where there are any.
std::string period_of(const Pointers& incidents) {
  std::optional<Day> first;
  std::optional<Day> last;
  for (const bool close : {true, false}) {
    for (const Incident* i : incidents) {
      if (!i->when.known() || (close && i->when.precision > DatePrecision::week)) continue;
      const Day end = i->when.end.value_or(*i->when.start);
      first = first ? std::min(*first, *i->when.start) : *i->when.start;
      last = last ? std::max(*last, end) : end;
    }
    if (first) return period_text(*first, *last);
  }
  return {};
}

class BriefWriter {
 public:
  BriefWriter(std::span<const Incident> incidents, std::span<const Coding> codings,
              const Countries& countries)
      : incidents_(incidents),
        countries_(countries),
        texts_(codings),
        news_(in_order(incidents, true)),
        old_(in_order(incidents, false)) {}

  Brief write() {
    const Pointers& subject = news_.empty() ? old_ : news_;
    const auto codes = countries_of(subject);
    write_title(codes, period_of(subject));
    write_lead();
    write_in_brief();
    for (const Incident* incident : news_) add_entry(*incident, codes.size() > 1);
    for (const Incident* incident : old_) add_background(*incident);
    for (const Incident* incident : news_) add_refusals(*incident);
    brief_.sources = sources_.take();
    return std::move(brief_);
  }

 private:
  void write_title(const std::set<std::string>& codes, const std::string& period) {
    std::vector<std::string> parts;
    if (!codes.empty()) parts.push_back(countries_text(codes, countries_));
    if (!period.empty()) parts.push_back(period);
    brief_.title = "Situation report" +
                   (parts.empty() ? "" : ": " + fmt::format("{}", fmt::join(parts, ", ")));
  }

  void write_lead() {
    std::set<std::string> reports;
    std::set<std::string> outlets;
    for (const Incident& incident : incidents_) {
      for (const ReportRef& report : incident.reports) {
        reports.insert(report.id);
        outlets.insert(outlet_name(report));
      }
    }
    const auto count = [](size_t n, std::string_view noun) {
      return counted_in_words(static_cast<int64_t>(n), noun);
    };
    if (incidents_.empty()) {
      brief_.lead = "No incidents.";
      return;
    }
    brief_.lead = fmt::format("{} in {}", capitalised(count(news_.size(), "new incident")),
                              count(reports.size(), "report"));
    if (outlets.size() > 1) brief_.lead += " from " + count(outlets.size(), "outlet");
    if (!old_.empty()) {
      brief_.lead +=
          fmt::format("; {} recalled as background",
                      old_.size() == 1 ? "one earlier incident is"
                                       : count(old_.size(), "earlier incident") + " are");
    }
    brief_.lead += '.' + toll_total();
  }

  // Smallest numbers only: an incident may be told twice, but nobody is counted who is not
  // reported.
  std::string toll_total() const {
    int64_t killed = 0;
    int64_t wounded = 0;
    for (const Incident* incident : news_)
      killed += least(incident->killed), wounded += least(incident->wounded);
    if (killed + wounded == 0) return {};
    std::vector<std::string> parts;
    if (killed) parts.push_back(grouped(killed) + " killed");
    if (wounded) parts.push_back(grouped(wounded) + " wounded");
    return fmt::format(" Reported tolls add up to at least {}.", joined(parts));
  }

  void write_in_brief() {
    const Pointers chosen = weightiest(news_);
    brief_.left_out_of_brief = news_.size() - chosen.size();
    for (const Incident* incident : chosen) {
      std::string text = headline(*incident, countries_, {.place = true, .part_of_day = false});
      if (!incident->corrections.empty()) text += " Corrected.";
      brief_.in_brief.push_back({dated(*incident, text), sources_.numbers(incident->reports)});
    }
  }

  static std::string dated(const Incident& incident, const std::string& text) {
    return when_text(incident.when) + ": " + text;
  }

  void add_entry(const Incident& incident, bool with_country) {
    const std::string day = when_text(incident.when);
    if (brief_.days.empty() || brief_.days.back().title != day) brief_.days.push_back({day, {}});
    auto& sections = brief_.days.back().countries;
    const std::string country = with_country ? country_title(incident) : std::string();
    if (sections.empty() || sections.back().title != country) sections.push_back({country, {}});
    sections.back().entries.push_back(
        compose_entry(incident, {countries_, texts_, sources_, quoted_}));
  }

  std::string country_title(const Incident& incident) const {
    return incident.where.country.empty() ? "Country not stated"
                                          : countries_.name(incident.where.country);
  }

  void add_background(const Incident& incident) {
    const std::string text = headline(incident, countries_, {.place = true, .part_of_day = false});
    brief_.background.push_back({dated(incident, text), sources_.numbers(incident.reports)});
  }

  void add_refusals(const Incident& incident) {
    std::string what = capitalised(type_noun(incident.type));
    if (const auto place = place_phrase(incident.where, countries_); !place.empty())
      what += ' ' + place;
    if (incident.when.known()) what += ", " + when_text(incident.when);
    for (Line& line : refusals(incident, sources_)) {
      line.text = what + ": " + line.text;
      brief_.unattributed.push_back(std::move(line));
    }
  }

  std::span<const Incident> incidents_;
  const Countries& countries_;
  Texts texts_;
  SourceList sources_;
  std::set<std::string> quoted_;
  Pointers news_;
  Pointers old_;
  Brief brief_;
};

}  // namespace

Brief compose_brief(std::span<const Incident> incidents, std::span<const Coding> codings,
                    const Countries& countries) {
  return BriefWriter(incidents, codings, countries).write();
}

}  // namespace sitrep::output
