#include "output/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/text.h"
#include "output/attribution.h"
#include "output/disputes.h"
#include "output/headline.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

constexpr size_t kMostQuotes = 4;
constexpr size_t kQuoteBytes = 320;

bool holds(const std::string& text, const std::string& part) {
  return !part.empty() && contains_ignoring_case(text, lower_ascii(part));
}

class EntryWriter {
 public:
  EntryWriter(const Incident& incident, const EntryContext& context) : i_(incident), c_(context) {}

  Entry write() {
    entry_.id = i_.id;
    entry_.headline = {headline(i_, c_.countries), c_.sources.numbers(i_.reports)};
    entry_.disputes = compose_disputes(i_, c_, told_);
    describe_day();
    for (Line& line : attribution(i_, c_.sources)) entry_.details.push_back(std::move(line));
    describe_items(i_.instruments, "Weapons reported", false);
    describe_items(i_.physical_targets, "Targets", true);
    describe_items(i_.human_targets, "People targeted", true);
    describe_toll();
    describe_damage();
    describe_sources();
    quote();
    return std::move(entry_);
  }

 private:
  void say(const std::string& text, Refs refs = {}) {
    entry_.details.push_back({sentence(text), std::move(refs)});
  }

  void describe_day() {
    if (i_.when.known() && i_.when.basis == Basis::inferred)
      say("the date is inferred, not stated");
  }

  void describe_items(const std::vector<Item>& items, std::string_view what, bool with_effect) {
    std::vector<std::string> parts;
    for (const Item& item : items) {
      const std::string noun = item_noun(item).text;
      const std::string effect = with_effect ? effect_words(item) : std::string();
      if (noun.empty() || (holds(entry_.headline.text, noun) && effect.empty())) continue;
      const std::string part = noun + (effect.empty() ? "" : fmt::format(" ({})", effect));
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
    }
    if (!parts.empty()) say(fmt::format("{}: {}", what, joined(parts)));
  }

  // Only what the damage and toll sentences do not say.
  std::string effect_words(const Item& item) const {
    switch (item.effect) {
      case Effect::damaged:
      case Effect::destroyed:
        return std::string(name(item.effect));
      case Effect::none:
        return "unharmed";
      default:
        return {};
    }
  }

  bool none_or_unknown(const Quantity& q) const { return !q.known() || is_none(q); }

  void describe_toll() {
    const bool no_dead = is_none(i_.killed);
    const bool no_wounded = is_none(i_.wounded);
    if (no_dead && no_wounded)
      return attribute("no casualties were reported", {Field::killed, Field::wounded});
    if (no_dead) attribute("nobody was reported killed", {Field::killed});
    if (no_wounded) attribute("nobody was reported wounded", {Field::wounded});
    if (none_or_unknown(i_.killed) && none_or_unknown(i_.wounded)) return;
    const auto [who, refs] = voices({Field::killed, Field::wounded});
    if (!who.empty()) say(fmt::format("the toll comes from {}", who), refs);
  }

  void describe_damage() {
    if (!i_.damage || *i_.damage == Damage::unknown) return;
    const bool none = *i_.damage == Damage::none;
    attribute(none ? "no damage was reported" : fmt::format("damage was {}", name(*i_.damage)),
              {Field::damage});
  }

  void attribute(const std::string& fact, const std::vector<Field>& fields) {
    const auto [who, refs] = voices(fields);
    say(who.empty() ? fact : fmt::format("{}, according to {}", fact, who), refs);
  }

  struct Voices {
    std::string who;
    Refs refs;
  };

  // Named speakers of affirmed claims on these fields; outlets in their own voice are in the
  // references.
  Voices voices(const std::vector<Field>& fields) const {
    std::vector<std::string> who;
    std::vector<std::string> reports;
    for (const Claim& claim : i_.claims) {
      if (std::find(fields.begin(), fields.end(), claim.field) == fields.end()) continue;
      if (claim.polarity == Polarity::denied) continue;
      reports.push_back(claim.evidence.report);
      if (!claim.speaker) continue;
      const std::string name = speaker_name(*claim.speaker);
      if (std::find(who.begin(), who.end(), name) == who.end()) who.push_back(name);
    }
    if (who.size() > 3) who.resize(3), who.emplace_back("others");
    return {joined(who), c_.sources.numbers(i_, reports)};
  }

  void describe_sources() {
    const auto reports = static_cast<int64_t>(i_.reports.size());
    if (reports < 2 || i_.independent_sources < 1) return;
    if (i_.independent_sources == 1)
      return say(fmt::format("all {} reports rest on one text", number_word(reports)));
    if (i_.independent_sources >= reports) return;
    say(fmt::format("of {} reports, {} are independent of each other", number_word(reports),
                    number_word(i_.independent_sources)));
  }

  // Named speakers first, then one sentence of each report that has not spoken yet.
  void quote() {
    std::set<std::string> heard;
    for (const Claim& claim : i_.claims) {
      if (claim.speaker && quote(claim)) heard.insert(claim.evidence.report);
    }
    for (const Claim& claim : i_.claims) {
      if (!claim.speaker && !heard.count(claim.evidence.report) && quote(claim))
        heard.insert(claim.evidence.report);
    }
  }

  bool quote(const Claim& claim) {
    if (entry_.quotes.size() >= kMostQuotes) return false;
    const std::string text = c_.texts.sentence(claim.evidence);
    if (text.empty() || !told_.insert(text).second) return false;
    entry_.quotes.push_back({shortened(text, kQuoteBytes), who_says(i_, claim),
                             c_.sources.numbers(i_, {claim.evidence.report})});
    return true;
  }

  const Incident& i_;
  const EntryContext& c_;
  Entry entry_;
  std::set<std::string> told_;  // sentences quoted already
};

}  // namespace

Entry compose_entry(const Incident& incident, const EntryContext& context) {
  return EntryWriter(incident, context).write();
}

}  // namespace sitrep::output
