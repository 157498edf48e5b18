#include "output/attribution.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "output/entry.h"
#include "output/nouns.h"
#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

std::string speakers(const IncidentPerpetrator& p) {
  std::vector<std::string> names;
  for (const std::string& by : p.by) {
    const Party party{.name = by, .actor_id = {}, .kind = PartyKind::unknown, .nation = {}};
    const std::string name = party_noun(party).text;
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  if (names.size() > 3) names.resize(3), names.emplace_back("others");
  return joined(names);
}

std::string according_to(const std::string& by) { return by.empty() ? "" : ", according to " + by; }

// `himself` is among those who say it.
bool speaks_for_itself(const IncidentPerpetrator& p) {
  const std::string self = lower_ascii(p.party.name);
  return p.by.empty() || std::any_of(p.by.begin(), p.by.end(), [&](const std::string& by) {
           return lower_ascii(by) == self;
         });
}

std::string statement(const IncidentPerpetrator& p, EventType type) {
  const Noun who = party_noun(p.party);
  const std::string by = speakers(p);
  const std::string_view be = who.plural ? "are" : "is";
  switch (p.status) {
    case Status::reported:
      return by.empty() ? "" : fmt::format("{} {} named by {}", who.text, be, by);
    case Status::claimed:
      return speaks_for_itself(p)
                 ? fmt::format("{} claimed responsibility", who.text)
                 : fmt::format("{} claimed responsibility{}", who.text, according_to(by));
    case Status::accused:
      return by.empty() ? fmt::format("{} {} accused of it", who.text, be)
                        : fmt::format("{} blamed {}", by, who.text);
    case Status::suspected:
      return by.empty() ? fmt::format("{} {} suspected", who.text, be)
                        : fmt::format("{} {} suspected by {}", who.text, be, by);
    case Status::possible:
      return fmt::format("{} may have carried out the {}{}", who.text, type_noun(type),
                         according_to(by));
    case Status::denied:
      return speaks_for_itself(p) ? fmt::format("{} denied responsibility", who.text)
                                  : fmt::format("{} denied that {} {} responsible", by, who.text,
                                                who.plural ? "were" : "was");
  }
  return {};
}

// Reports whose claims name this party.
std::vector<std::string> reports_naming(const Incident& incident, const IncidentPerpetrator& p) {
  std::vector<std::string> reports;
  for (const Claim& claim : incident.claims) {
    const auto* party = std::get_if<Party>(&claim.value);
    if (claim.field != Field::perpetrators || !party) continue;
    const bool same =
        party->actor_id.empty() ? party->name == p.party.name : party->actor_id == p.party.actor_id;
    if (same) reports.push_back(claim.evidence.report);
  }
  return reports;
}

bool is_silent(const Claim& claim) {
  return claim.field == Field::perpetrators && std::holds_alternative<std::monostate>(claim.value);
}

std::string refusal(const Incident& incident, const Claim& claim) {
  const std::string who = claim.speaker ? speaker_name(*claim.speaker) : "";
  if (claim.certainty == Certainty::declined) {
    return fmt::format("{} would not say who was responsible", who.empty() ? "those asked" : who);
  }
  if (claim.polarity == Polarity::denied)
    return "no group has claimed responsibility" + according_to(who);
  return fmt::format("nobody is named as responsible by {}", who_says(incident, claim));
}

}  // namespace

std::vector<Line> attribution(const Incident& incident, SourceList& sources) {
  std::vector<Line> lines;
  for (const IncidentPerpetrator& p : incident.perpetrators) {
    const std::string text = party_noun(p.party) ? statement(p, incident.type) : std::string();
    if (!text.empty())
      lines.push_back({sentence(text), sources.numbers(incident, reports_naming(incident, p))});
  }
  return lines;
}

std::vector<Line> refusals(const Incident& incident, SourceList& sources) {
  std::vector<Line> lines;
  for (const Claim& claim : incident.claims) {
    if (!is_silent(claim)) continue;
    Line line{sentence(refusal(incident, claim)),
              sources.numbers(incident, {claim.evidence.report})};
    const auto same = std::find_if(lines.begin(), lines.end(),
                                   [&](const Line& l) { return l.text == line.text; });
    if (same == lines.end()) {
      lines.push_back(std::move(line));
    } else if (std::find(same->refs.begin(), same->refs.end(),
                         line.refs.empty() ? 0 : line.refs[0]) == same->refs.end()) {
      same->refs.insert(same->refs.end(), line.refs.begin(), line.refs.end());
      std::sort(same->refs.begin(), same->refs.end());
    }
  }
  return lines;
}

}  // namespace sitrep::output
