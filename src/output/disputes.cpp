#include "output/disputes.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

constexpr size_t kQuoteBytes = 240;

std::string title_of(const Disagreement& d) {
  const auto topic = field_topic(d.field);
  switch (d.kind) {
    case DisagreementKind::conflict:
      return fmt::format("Reports differ on {}", topic);
    case DisagreementKind::denial:
      return fmt::format("Affirmed and denied: {}", topic);
    case DisagreementKind::update:
      return fmt::format("Later reports revise {}", topic);
  }
  return std::string(topic);
}

std::vector<const Claim*> claims_of(const Incident& incident, const Position& position) {
  std::vector<const Claim*> found;
  const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (const Claim& claim : incident.claims) {
    if (!has(position.claims, claim.id)) continue;
    if (position.reports.empty() || has(position.reports, claim.evidence.report))
      found.push_back(&claim);
  }
  return found;
}

void add_once(std::vector<std::string>& names, std::string name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

std::string holders(const Incident& incident, const Position& position,
                    const std::vector<const Claim*>& claims) {
  std::vector<std::string> names;
  for (const Claim* claim : claims) add_once(names, who_says(incident, *claim));
  if (claims.empty()) {
    for (const std::string& id : position.reports) {
      if (const ReportRef* report = report_of(incident, id)) add_once(names, outlet_name(*report));
    }
  }
  if (names.size() > 3) names.resize(3), names.emplace_back("others");
  return joined(names);
}

bool is_denied(const std::vector<const Claim*>& claims) {
  return !claims.empty() && std::all_of(claims.begin(), claims.end(), [](const Claim* c) {
    return c->polarity == Polarity::denied;
  });
}

std::string stance(Field field, const std::vector<const Claim*>& claims) {
  if (is_denied(claims)) return "denied by";
  const bool declined = !claims.empty() && claims.front()->certainty == Certainty::declined;
  if (declined && field == Field::perpetrators) return "left open by";
  return "according to";
}

// "Eight, according to medics"; who denies something of himself is named once.
std::string position_words(const std::string& value, const std::string& how,
                           const std::string& who) {
  if (who.empty()) return value;
  return value.empty() || who == value ? how + ' ' + who : value + ", " + how + ' ' + who;
}

// Empty for a bare denial.
std::string value_of(const Disagreement& d, const Position& position, const EntryContext& context) {
  if (const auto* quantity = std::get_if<Quantity>(&position.value); quantity && is_none(*quantity))
    return "none";
  const bool nothing = std::holds_alternative<std::monostate>(position.value);
  if (nothing && d.field != Field::perpetrators) return {};
  return value_words(d.field, position.value, context.countries);
}

Line position_line(const Incident& incident, const Disagreement& d, const Position& position,
                   const EntryContext& context, std::set<std::string>& told) {
  const auto claims = claims_of(incident, position);
  std::string text = value_of(d, position, context);
  const std::string who = holders(incident, position, claims);
  text = capitalised(position_words(text, stance(d.field, claims), who));
  for (const Claim* claim : claims) {
    const std::string words = context.texts.sentence(claim->evidence);
    if (words.empty() || !told.insert(words).second) continue;
    text += ": " + quoted(words, kQuoteBytes);
    break;
  }
  return {text, context.sources.numbers(incident, position.reports)};
}

}  // namespace

std::vector<Dispute> compose_disputes(const Incident& incident, const EntryContext& context,
                                      std::set<std::string>& told) {
  std::vector<Dispute> disputes;
  for (const Disagreement& d : incident.disagreements) {
    Dispute dispute{title_of(d), {}};
    for (const Position& position : d.positions) {
      dispute.positions.push_back(position_line(incident, d, position, context, told));
    }
    if (dispute.positions.size() > 1) disputes.push_back(std::move(dispute));
  }
  return disputes;
}

}  // namespace sitrep::output
