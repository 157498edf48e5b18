#include "output/nouns.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "output/phrase.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

// Bodies of which a text knows only one: they take "the".
constexpr auto kInstitutions = std::to_array<std::string_view>(
    {"military",  "army",        "government",   "coalition",    "police",     "navy",
     "regime",    "junta",       "opposition",   "ministry",     "force",      "guard",
     "guards",    "corps",       "front",        "movement",     "party",      "union",
     "command",   "observatory", "taliban",      "authorities",  "brigade",    "brigades",
     "pentagon",  "kremlin",     "council",      "state",        "agency",     "bureau",
     "service",   "alliance",    "organization", "organisation", "resistance", "republic",
     "president", "governor",    "mayor",        "premier",      "chancellor", "king",
     "emir"});
constexpr auto kWithoutArticle = std::to_array<std::string_view>(
    {"islamic state", "hezbollah", "hamas", "al-qaeda", "boko haram"});

template <size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Noun counted_noun(const Quantity& count, const Phrase& phrase) {
  const Phrase plain = phrase.without_article();
  if (is_one(count) && !plain.mass()) return {plain.with_article(), false};
  const std::string_view loose = loose_word(count);
  const bool of = loose.ends_with('s') && loose != "numerous";
  const std::string many = quantity_words(count) + (of ? " of " : " ");
  if (plain.mass())
    return {many + (is_one(count) ? "round of " : "rounds of ") + plain.text(), !is_one(count)};
  return {many + plain.pluralised(), true};
}

Phrase phrase_of(const Item& item) {
  std::string name = item_name(item);
  if (name.empty() && item.kind != "other") name = item.kind;
  std::replace(name.begin(), name.end(), '_', ' ');
  return Phrase(name);
}

bool is_institution(const Phrase& phrase) {
  const bool islamic_state = lower_ascii(phrase.text()).starts_with("islamic state");
  return among(phrase.head(), kInstitutions) && !islamic_state;
}

}  // namespace

std::string with_article(std::string_view phrase) { return Phrase(phrase).with_article(); }

std::string item_name(const Item& item) {
  if (item.name.empty()) return tidied(item.description);
  const bool whole = item.description.find(item.name) != std::string::npos;
  return tidied(whole ? item.description : item.name);
}

Noun item_noun(const Item& item) {
  const Phrase phrase = phrase_of(item);
  if (phrase.empty()) return {};
  const bool counts = item.count.known() && !is_none(item.count) && !phrase.counted();
  if (counts && !(phrase.proper() && is_one(item.count))) return counted_noun(item.count, phrase);
  return {phrase.with_article(), phrase.plural()};
}

Noun weapon_noun(const Item& item) {
  Noun noun = item_noun(item);
  const Phrase phrase(noun.text);
  if (!phrase.proper() || phrase.determined() || noun.plural || phrase.mass()) return noun;
  return {phrase.with_indefinite(), false};
}

Noun party_noun(const Party& party) {
  const Phrase phrase(tidied_name(party.name));
  if (phrase.empty()) return {};
  if (phrase.determined() || among(lower_ascii(phrase.text()), kWithoutArticle)) {
    return {phrase.text(), phrase.plural()};
  }
  if (is_institution(phrase)) return {"the " + phrase.text(), phrase.plural()};
  return {phrase.with_article(), phrase.plural()};
}

Noun together(const std::vector<Noun>& nouns) {
  std::vector<std::string> texts;
  bool plural = false;
  for (const Noun& noun : nouns) {
    if (!noun || std::find(texts.begin(), texts.end(), noun.text) != texts.end()) continue;
    plural = noun.plural || !texts.empty();
    texts.push_back(noun.text);
  }
  return {joined(texts), plural};
}

std::vector<const Item*> telling(const std::vector<Item>& items, size_t most) {
  std::vector<const Item*> chosen;
  for (const Item& item : items) {
    const Phrase phrase = phrase_of(item);
    const bool less = std::any_of(items.begin(), items.end(), [&](const Item& other) {
      const Phrase fuller = phrase_of(other);
      return &other != &item && fuller.holds(phrase) && (!phrase.holds(fuller) || &other < &item);
    });
    if (!phrase.empty() && !less && chosen.size() < most) chosen.push_back(&item);
  }
  return chosen;
}

std::string type_noun(EventType type) {
  switch (type) {
    case EventType::any:
      return "incident";
    case EventType::sexual_violence:
      return "sexual violence";
    default:
      break;
  }
  std::string text(name(type));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace sitrep::output
