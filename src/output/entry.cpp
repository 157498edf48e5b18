#include "output/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/text.h"
#include "output/attribution.h"
#include "output/corrections.h"
#include "output/disputes.h"
#include "output/headline.h"
#include "output/phrase.h"
#include "output/standing.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

constexpr size_t kMostQuotes = 4;
constexpr size_t kQuoteBytes = 320;
constexpr size_t kShortest = 30;  // below it a sentence is a heading or a scrap

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
    describe_items(i_.instruments, "Weapons reported");
    describe_items(i_.physical_targets, "Targets");
    describe_items(i_.human_targets, "People hit or targeted");
    describe_harm();
    entry_.growth = toll_growth(i_, c_.sources);
    entry_.grade = grade_line(i_);
    describe_sources();
    quote();
    for (const AppliedCorrection& c : i_.corrections)
      entry_.corrections.push_back(correction_text(c, c_.countries));
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

  // What the headline does not say already.
  void describe_items(const std::vector<Item>& items, std::string_view what) {
    constexpr size_t kMost = 6;
    std::vector<std::string> parts;
    for (const Item* item : telling(items, kMost)) {
      const std::string noun = item_noun(*item).text;
      const std::string effect = effect_words(*item);
      const bool said = holds(entry_.headline.text, noun);
      if (noun.empty() || is_anybody(*item) || (said && (effect.empty() || is_toll(item->effect))))
        continue;
      parts.push_back(noun + (effect.empty() ? "" : fmt::format(" ({})", effect)));
    }
    if (!parts.empty()) say(fmt::format("{}: {}", what, joined(parts)));
  }

  // "four persons" say no more than the toll does.
  static bool is_anybody(const Item& item) {
    const std::string head = Phrase(item_name(item)).head();
    return head == "person" || head == "persons" || head == "people";
  }

  static bool is_toll(Effect effect) { return effect >= Effect::killed; }

  static std::string effect_words(const Item& item) {
    if (item.effect == Effect::unknown) return {};
    return item.effect == Effect::none ? "unharmed" : std::string(name(item.effect));
  }

  void describe_harm() {
    std::vector<Fact> facts;
    const bool no_dead = is_none(i_.killed);
    const bool no_wounded = is_none(i_.wounded);
    if (no_dead && no_wounded) {
      facts.push_back({"no casualties were reported", voices({Field::killed, Field::wounded})});
    } else if (no_dead) {
      facts.push_back({"nobody was reported killed", voices({Field::killed})});
    } else if (no_wounded) {
      facts.push_back({"nobody was reported wounded", voices({Field::wounded})});
    }
    if (i_.damage && *i_.damage != Damage::unknown) {
      const bool none = *i_.damage == Damage::none;
      const auto text =
          none ? "no damage was reported" : fmt::format("damage was {}", name(*i_.damage));
      facts.push_back({text, voices({Field::damage})});
    }
    say_together(facts);
    if (!toll_clause(i_).empty()) say_who_counted();
  }

  // Named speakers of affirmed claims, and the reports that quote them; all reports where nobody is
  // named.
  struct Voices {
    std::string who;
    Refs refs;
    bool operator==(const Voices&) const = default;
  };

  struct Fact {
    std::string text;
    Voices voices;
  };

  // Facts that the same people state share a sentence.
  void say_together(const std::vector<Fact>& facts) {
    for (size_t i = 0; i < facts.size();) {
      std::vector<std::string> texts;
      const Voices& voices = facts[i].voices;
      for (; i < facts.size() && facts[i].voices == voices; ++i) texts.push_back(facts[i].text);
      const std::string fact = joined(texts);
      say(voices.who.empty() ? fact : fmt::format("{}, according to {}", fact, voices.who),
          voices.refs);
    }
  }

  void say_who_counted() {
    const auto [who, refs] = voices({Field::killed, Field::wounded, Field::abducted});
    if (!who.empty()) say("the toll comes from " + who, refs);
  }

  // A figure that the incident does not keep is told among the disputes.
  bool is_kept(const Claim& claim) const {
    const auto* quantity = std::get_if<Quantity>(&claim.value);
    if (!quantity) return true;
    const Quantity& kept = claim.field == Field::killed    ? i_.killed
                           : claim.field == Field::wounded ? i_.wounded
                                                           : i_.abducted;
    return quantity->low == kept.low && quantity->best == kept.best && quantity->high == kept.high;
  }

  Voices voices(const std::vector<Field>& fields) const {
    std::vector<std::string> who;
    std::vector<std::string> quoting;
    std::vector<std::string> telling;
    for (const Claim& claim : i_.claims) {
      if (std::find(fields.begin(), fields.end(), claim.field) == fields.end()) continue;
      if (claim.polarity == Polarity::denied || !is_kept(claim)) continue;
      telling.push_back(claim.evidence.report);
      if (!claim.speaker) continue;
      quoting.push_back(claim.evidence.report);
      const std::string name = speaker_name(*claim.speaker);
      if (std::find(who.begin(), who.end(), name) == who.end()) who.push_back(name);
    }
    if (who.size() > 3) who.resize(3), who.emplace_back("others");
    return {joined(who), c_.sources.numbers(i_, who.empty() ? telling : quoting)};
  }

  void describe_sources() {
    const auto reports = static_cast<int64_t>(i_.reports.size());
    if (reports < 2 || i_.independent_sources < 1) return;
    if (i_.independent_sources == 1)
      return say(fmt::format("all {} reports rest on one source", number_word(reports)));
    if (i_.independent_sources >= reports) return;
    say(fmt::format("of {} reports, {} are independent of each other", number_word(reports),
                    number_word(i_.independent_sources)));
  }

  // One plain sentence, then named speakers, then a sentence of each report that has not spoken
  // yet.
  void quote() {
    std::set<std::string> heard;
    const auto hear = [&](const Claim& claim) {
      if (quote(claim)) heard.insert(claim.evidence.report);
    };
    for (const Claim& claim : i_.claims) {
      if (!claim.speaker && heard.empty()) hear(claim);
    }
    for (const Claim& claim : i_.claims) {
      if (claim.speaker) hear(claim);
    }
    for (const Claim& claim : i_.claims) {
      if (!claim.speaker && !heard.count(claim.evidence.report)) hear(claim);
    }
  }

  bool quote(const Claim& claim) {
    if (entry_.quotes.size() >= kMostQuotes) return false;
    const std::string text = c_.texts.sentence(claim.evidence);
    if (text.size() < kShortest || told_.count(text) || !c_.quoted.insert(text).second)
      return false;
    entry_.quotes.push_back({quoted(text, kQuoteBytes), who_says(i_, claim),
                             c_.sources.numbers(i_, {claim.evidence.report})});
    return true;
  }

  const Incident& i_;
  const EntryContext& c_;
  Entry entry_;
  std::set<std::string> told_;  // sentences that its disputes quote
};

}  // namespace

Entry compose_entry(const Incident& incident, const EntryContext& context) {
  return EntryWriter(incident, context).write();
}

}  // namespace sitrep::output
