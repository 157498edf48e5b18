#include "alignment.h"

#include <algorithm>

#include "core/text.h"
#include "events/assemble.h"
#include "events/role_features.h"

namespace sitrep::training {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words in lower case, without articles, numbers and signs, up to the first that leads on from the
// noun.
std::vector<std::string> kernel(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    const bool digits = std::all_of(word.begin(), word.end(),
                                    [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    const bool skip = digits || is_one_of(word, {"the", "a", "an", "two", "three", "four", "five",
                                                 "six", "seven", "eight", "nine", "ten", "some",
                                                 "several", "many", "his", "her", "their", "its"});
    if (!word.empty() && !skip) words.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool letter = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || low == '-' ||
                        low == '.' || static_cast<unsigned char>(low) >= 128;
    if (letter)
      word += low;
    else
      end_word();
    if (!letter && c != ' ' && c != '\n' && c != '"' && c != '\'' && !words.empty()) return words;
    if (words.size() > 1 &&
        is_one_of(words.back(), {"of", "who", "that", "which", "from", "in", "at", "near", "on",
                                 "with", "for", "belonging", "and"})) {
      words.pop_back();
      return words;
    }
  }
  end_word();
  return words;
}

bool all_in(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::all_of(few.begin(), few.end(), [&](const std::string& w) {
    return std::find(many.begin(), many.end(), w) != many.end();
  });
}

// MUC-4 tells fewer types apart.
bool compatible(EventType gold, EventType ours) {
  if (gold == ours || ours == EventType::any) return true;
  const auto taking = [](EventType t) {
    return t == EventType::kidnapping || t == EventType::hijacking || t == EventType::robbery ||
           t == EventType::arrest || t == EventType::work_stoppage || t == EventType::seizure;
  };
  return !taking(gold) && !taking(ours);
}

}  // namespace

bool Alignment::same(const std::string& mention, uint32_t index, bool human) const {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const auto wanted = kernel(mention);
  const auto found = kernel(reading_.document.slice(phrase.tokens));
  if (wanted.empty() || found.empty() || wanted.back() != found.back()) return false;
  if (human && phrase.named && phrase.person) return true;  // a family name alone
  return all_in(wanted, found) || all_in(found, wanted);
}

Alignment::Alignment(const Reading& reading, const Gold& gold) : reading_(reading), gold_(gold) {
  for (const GoldEvent& event : gold.events) {
    auto& parts = parts_.emplace_back(reading.mentions.phrases.size(), Part::none);
    auto& entities = entities_.emplace_back(parts.size(), 0);
    for (const GoldEntity& entity : event.entities) {
      for (uint32_t i = 0; i < parts.size(); ++i) {
        const bool is = parts[i] == Part::none && can_take_part(reading, i) &&
                        std::any_of(entity.mentions.begin(), entity.mentions.end(),
                                    [&](const std::string& mention) {
                                      return same(mention, i, entity.part == Part::human_target);
                                    });
        if (!is) continue;
        parts[i] = entity.part;
        entities[i] = static_cast<size_t>(&entity - event.entities.data());
      }
    }
  }
}

std::optional<size_t> Alignment::told(const Telling& telling) const {
  const TextSpan trigger = reading_.document.span_of(telling.trigger);
  const std::string_view text = reading_.document.text;
  std::optional<size_t> best;
  size_t shortest = SIZE_MAX;
  for (size_t g = 0; g < gold_.events.size(); ++g) {
    for (const std::string& piece : gold_.events[g].told) {
      for (size_t at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) {
        const bool overlaps = at < trigger.end && trigger.begin < at + piece.size();
        if (overlaps && piece.size() < shortest) best = g, shortest = piece.size();
      }
    }
  }
  return best;
}

Part ruled_part(const Reading& reading, const Draft& draft, uint32_t phrase) {
  const auto holds = [&](const std::vector<Fill>& fills) {
    return std::any_of(fills.begin(), fills.end(),
                       [&](const Fill& fill) { return fill.phrase == phrase; });
  };
  if (holds(draft.perpetrators)) return Part::perpetrator;
  if (holds(draft.instruments)) return Part::instrument;
  if (!holds(draft.targets)) return Part::none;
  return reading.mentions.phrases[phrase].nature == Nature::party ? Part::human_target
                                                                  : Part::physical_target;
}

int Alignment::likeness(size_t event, const Draft& draft) const {
  constexpr int kShared = 4, kNamed = 1;
  const auto& parts = parts_[event];
  int score = 0;
  for (const Telling& t : draft.tellings) {
    const auto [first, last] =
        within(reading_.mentions.phrases, reading_.document.sentences[t.sentence]);
    for (size_t i = first; i < last; ++i) {
      if (parts[i] == Part::none) continue;
      const bool shared = parts[i] == ruled_part(reading_, draft, static_cast<uint32_t>(i));
      score += shared ? kShared : kNamed;
    }
  }
  return score;
}

std::optional<size_t> Alignment::shared(const Draft& draft) const {
  std::optional<size_t> best;
  int most = 0;
  for (size_t g = 0; g < gold_.events.size(); ++g) {
    const EventType type = told_type(reading_, draft);
    if (!compatible(gold_.events[g].type, type)) continue;
    const int alike = likeness(g, draft);
    const int score = alike > 0 ? 2 * alike + (gold_.events[g].type == type) : 0;
    if (score > most) best = g, most = score;
  }
  return best;
}

std::optional<size_t> Alignment::event_of(const Draft& draft) const {
  if (gold_.partial) return shared(draft);
  for (const Telling& t : draft.tellings) {
    if (const auto g = told(t)) return g;
  }
  return std::nullopt;
}

std::optional<size_t> Alignment::mostly(const Draft& event) const {
  if (gold_.partial) return shared(event);
  std::vector<size_t> counts(gold_.events.size(), 0);
  for (const Telling& t : event.tellings) {
    if (const auto g = told(t)) ++counts[*g];
  }
  const auto most = std::ranges::max_element(counts);
  if (most == counts.end() || *most == 0) return std::nullopt;
  return static_cast<size_t>(most - counts.begin());
}

}  // namespace sitrep::training
