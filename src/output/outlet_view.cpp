#include "output/outlet_view.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/records_json.h"
#include "core/text.h"

namespace sitrep::output {

namespace {

using NameSet = std::set<std::string, std::less<>>;

// What readers of one outlet alone miss; type and outcome are always said somehow.
constexpr auto kTold =
    std::to_array<Field>({Field::when, Field::where, Field::perpetrators, Field::instruments,
                          Field::killed, Field::wounded, Field::abducted, Field::damage});

bool is_plain(const Claim& claim) {
  return claim.polarity == Polarity::affirmed &&
         (claim.certainty == Certainty::stated || claim.certainty == Certainty::confirmed);
}

// Somebody's accusation or claim is no reserve of the outlet's.
bool is_hedged(const Claim& claim) {
  return claim.certainty == Certainty::suspected || claim.certainty == Certainty::possible ||
         claim.certainty == Certainty::unverified;
}

// What makes two values the same one, whatever words they are told in.
struct SameValue {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return normal(text); }
  std::string operator()(const Party& party) const {
    return party.actor_id.empty() ? normal(party.name) : party.actor_id;
  }
  std::string operator()(const Where& where) const {
    return where.gazetteer_id.empty() ? normal(where.name) : where.gazetteer_id;
  }
  std::string operator()(const Item& item) const {
    return item.kind.empty() ? normal(item.name.empty() ? item.description : item.name) : item.kind;
  }
  std::string operator()(Quantity quantity) const {
    quantity.text.clear();
    return json(quantity);
  }
  std::string operator()(When when) const {
    when.basis = Basis::stated;
    return json(when);
  }
  static std::string json(const ClaimValue& value) {
    std::string out;
    append_json(out, value);
    return out;
  }
};
std::string key_of(const ClaimValue& value) { return std::visit(SameValue{}, value); }

class IncidentView {
 public:
  IncidentView(std::string_view outlet, const Incident& incident, const ReportHeads& heads)
      : incident_(incident), heads_(heads) {
    for (const ReportRef& report : incident.reports) {
      outlet_of_[report.id] = report.outlet;
      (report.outlet == outlet ? own_ : others_).push_back(report.id);
    }
  }

  void view(OutletView& out) const {
    if (own_.empty() || others_.empty()) return;
    first(out);
    for (const Field field : kTold) {
      left_out(field, out);
      hedged(field, out);
    }
    contradicted(out);
  }

 private:
  struct Time {
    Day day;
    std::optional<int> minute;
    const ReportHead* head = nullptr;
  };

  std::optional<Time> time_of(const std::string& report) const {
    const auto found = heads_.find(report);
    if (found == heads_.end() || !found->second.published) return std::nullopt;
    return Time{*found->second.published, found->second.minute, &found->second};
  }

  // Of one day, one without a minute comes first: it may have been the first.
  std::optional<Time> earliest(const std::vector<std::string>& reports) const {
    std::optional<Time> out;
    for (const std::string& report : reports) {
      const auto time = time_of(report);
      const auto rank = [](const Time& t) { return std::pair(t.day, t.minute.value_or(-1)); };
      if (time && (!out || rank(*time) < rank(*out))) out = time;
    }
    return out;
  }

  bool copies_another(const ReportHead& head) const {
    const auto original = outlet_of_.find(head.duplicate_of);
    return original != outlet_of_.end() && original->second != outlet_of_.at(head.id);
  }

  void first(OutletView& out) const {
    const auto own = earliest(own_);
    const auto next = earliest(others_);
    if (!own || !next || copies_another(*own->head)) return;
    FirstReport row{
        incident_.id, own->head->id, outlet_of_.at(next->head->id), next->head->id, {}, 0};
    row.lead_days = (next->day - own->day).count();
    if (own->minute && next->minute)
      row.lead_minutes = row.lead_days * 24 * 60 + *next->minute - *own->minute;
    if (row.lead_minutes ? *row.lead_minutes > 0 : row.lead_days > 0) out.first.push_back(row);
  }

  bool is_own(const Claim& claim) const {
    return std::ranges::find(own_, claim.evidence.report) != own_.end();
  }
  const std::string& outlet(const Claim& claim) const {
    static const std::string kNone;
    const auto found = outlet_of_.find(claim.evidence.report);
    return found == outlet_of_.end() ? kNone : found->second;
  }

  template <typename Wanted>
  std::vector<const Claim*> claims(Field field, Wanted&& wanted) const {
    std::vector<const Claim*> out;
    for (const Claim& claim : incident_.claims) {
      if (claim.field == field && wanted(claim)) out.push_back(&claim);
    }
    return out;
  }

  // Others' claims by what they say, each with the outlets that say so.
  struct Said {
    const Claim* claim = nullptr;
    NameSet outlets;
  };
  std::map<std::string, Said> said_by_others(Field field) const {
    std::map<std::string, Said> out;
    for (const Claim* claim : claims(field, [&](const Claim& c) {
           return !is_own(c) && is_plain(c) && !std::holds_alternative<std::monostate>(c.value);
         })) {
      Said& said = out[key_of(claim->value)];
      if (!said.claim) said.claim = claim;
      if (!outlet(*claim).empty()) said.outlets.insert(outlet(*claim));
    }
    return out;
  }

  void left_out(Field field, OutletView& out) const {
    if (!claims(field, [&](const Claim& c) { return is_own(c); }).empty()) return;
    const auto said = said_by_others(field);
    const auto most = std::ranges::max_element(
        said, {}, [](const auto& each) { return each.second.outlets.size(); });
    if (most == said.end() || most->second.outlets.empty()) return;
    const Claim& claim = *most->second.claim;
    out.left_out.push_back({incident_.id,
                            field,
                            claim.value,
                            {most->second.outlets.begin(), most->second.outlets.end()},
                            claim.id});
  }

  void hedged(Field field, OutletView& out) const {
    const auto said = said_by_others(field);
    std::map<std::string, const Claim*> reserved;  // the firmest of each value
    NameSet plainly;
    for (const Claim* claim : claims(field, [&](const Claim& c) { return is_own(c); })) {
      if (claim->polarity != Polarity::affirmed) continue;
      if (!is_hedged(*claim)) {
        plainly.insert(key_of(claim->value));
        continue;
      }
      const Claim*& firmest = reserved[key_of(claim->value)];
      if (!firmest || claim->certainty < firmest->certainty) firmest = claim;
    }
    for (const auto& [value, claim] : reserved) {
      const auto other = said.find(value);
      if (other == said.end() || other->second.outlets.empty() || plainly.contains(value)) continue;
      const Said& plain = other->second;
      out.hedged.push_back({incident_.id,
                            field,
                            claim->value,
                            claim->certainty,
                            claim->id,
                            {plain.outlets.begin(), plain.outlets.end()},
                            plain.claim->id});
    }
  }

  bool holds_own(const Position& position) const {
    return std::ranges::any_of(position.reports, [&](const std::string& report) {
      return std::ranges::find(own_, report) != own_.end();
    });
  }

  NameSet outlets_of(const Position& position) const {
    NameSet out;
    for (const std::string& report : position.reports) {
      const auto found = outlet_of_.find(report);
      if (found != outlet_of_.end() && !found->second.empty()) out.insert(found->second);
    }
    return out;
  }

  void contradicted(OutletView& out) const {
    for (const Disagreement& d : incident_.disagreements) {
      if (d.kind == DisagreementKind::update) continue;
      for (const Position& own : d.positions) {
        if (holds_own(own)) against(d, own, out);
      }
    }
  }

  void against(const Disagreement& d, const Position& own, OutletView& out) const {
    for (const Position& other : d.positions) {
      if (&other == &own || holds_own(other)) continue;
      const NameSet outlets = outlets_of(other);
      out.contradicted.push_back({incident_.id,
                                  d.field,
                                  d.kind,
                                  own.value,
                                  other.value,
                                  own.claims,
                                  other.claims,
                                  {outlets.begin(), outlets.end()}});
    }
  }

  const Incident& incident_;
  const ReportHeads& heads_;
  std::map<std::string, std::string, std::less<>> outlet_of_;
  std::vector<std::string> own_, others_;  // reports
};

}  // namespace

OutletView outlet_view(std::string_view outlet, std::span<const Incident> incidents,
                       const ReportHeads& heads) {
  OutletView out;
  for (const Incident& incident : incidents) IncidentView(outlet, incident, heads).view(out);
  return out;
}

}  // namespace sitrep::output
