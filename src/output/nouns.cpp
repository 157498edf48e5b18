#include "output/nouns.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

using Words = std::vector<std::string_view>;

template <size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kJoints =
    std::to_array<std::string_view>({"of", "in", "at", "with", "for", "from", "on", "near",
                                     "belonging", "carrying", "used", "who", "that", "and"});
constexpr auto kPluralHeads = std::to_array<std::string_view>(
    {"people", "men", "women", "children", "police", "personnel", "gunmen", "policemen",
     "militiamen", "servicemen", "policewomen", "tribesmen", "clergymen", "fishermen", "cattle"});
constexpr auto kSingularHeads =
    std::to_array<std::string_view>({"states", "nations", "emirates", "philippines", "netherlands",
                                     "headquarters", "barracks", "series", "news", "gas", "bus"});
constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the",    "a",      "an",       "his",     "her",   "their",   "its",      "our",
     "this",   "that",   "these",    "those",   "some",  "several", "many",     "two",
     "three",  "four",   "five",     "six",     "seven", "eight",   "nine",     "ten",
     "dozens", "scores", "hundreds", "at",      "about", "more",    "multiple", "various",
     "both",   "all",    "other",    "another", "no",    "one"});
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

Words words_of(std::string_view phrase) {
  Words words = split(phrase, ' ');
  std::erase_if(words, [](std::string_view w) { return w.empty(); });
  return words;
}

// Index of the word that the phrase is about: the last one before "of", "in", ...
size_t head_of(const Words& words) {
  for (size_t i = 1; i < words.size(); ++i) {
    if (among(lower_ascii(words[i]), kJoints)) return i - 1;
  }
  return words.empty() ? 0 : words.size() - 1;
}

bool is_capital(std::string_view word) {
  return !word.empty() && (is_upper(word[0]) || (word[0] & 0x80) != 0 || is_digit(word[0]));
}

bool all_capitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), is_lower);
}

bool plural_word(std::string_view word) {
  const std::string w = lower_ascii(word);
  if (among(w, kPluralHeads)) return true;
  if (among(w, kSingularHeads) || all_capitals(word) || w.size() < 3) return false;
  return w.ends_with("s") && !w.ends_with("ss") && !w.ends_with("us") && !w.ends_with("is");
}

bool is_proper(const Words& words, size_t head) { return is_capital(words[head]); }

bool begins_with_determiner(const Words& words) {
  return !words.empty() && (among(lower_ascii(words[0]), kDeterminers) || is_digit(words[0][0]) ||
                            words[0].ends_with("'s") || words[0].ends_with("’s"));
}

bool sounds_like_vowel(std::string_view word) {
  const std::string w = lower_ascii(word);
  if (all_capitals(word))
    return std::string_view("aefhilmnorsx").find(w[0]) != std::string_view::npos;
  if (w.starts_with("uni") || w.starts_with("use") || w.starts_with("euro") || w.starts_with("one"))
    return false;
  if (w.starts_with("hour") || w.starts_with("honest") || w.starts_with("heir")) return true;
  return std::string_view("aeiou").find(w[0]) != std::string_view::npos;
}

std::string pluralised(const Words& words) {
  const size_t head = head_of(words);
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    out += i == head && !plural_word(words[i]) ? plural(words[i]) : std::string(words[i]);
  }
  return out;
}

// "the second group" keeps its determiner; a count replaces one.
std::string without_article(std::string_view phrase) {
  for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "}) {
    if (phrase.starts_with(article)) return std::string(phrase.substr(article.size()));
  }
  return std::string(phrase);
}

bool holds_count(const Words& words) {
  return begins_with_determiner(words) &&
         !among(lower_ascii(words[0]), std::to_array<std::string_view>({"the", "a", "an"}));
}

Noun counted_noun(const Item& item, const std::string& name) {
  const std::string plain = without_article(name);
  if (is_one(item.count)) return {with_article(plain), false};
  const std::string_view loose = loose_word(item.count);
  const bool of = loose.ends_with('s') && loose != "numerous";
  return {quantity_words(item.count) + (of ? " of " : " ") + pluralised(words_of(plain)), true};
}

}  // namespace

bool is_plural(std::string_view phrase) {
  const Words words = words_of(phrase);
  return !words.empty() && plural_word(words[head_of(words)]);
}

std::string with_article(std::string_view phrase) {
  const Words words = words_of(phrase);
  if (words.empty() || begins_with_determiner(words)) return std::string(phrase);
  const size_t head = head_of(words);
  if (is_proper(words, head) || plural_word(words[head])) return std::string(phrase);
  return (sounds_like_vowel(words[0]) ? "an " : "a ") + std::string(phrase);
}

std::string item_name(const Item& item) {
  if (item.name.empty()) return printable(item.description);
  const bool whole = item.description.find(item.name) != std::string::npos;
  return printable(whole ? item.description : item.name);
}

Noun item_noun(const Item& item) {
  std::string name = item_name(item);
  if (name.empty()) name = item.kind == "other" ? "" : item.kind;
  std::replace(name.begin(), name.end(), '_', ' ');
  const Words words = words_of(name);
  if (words.empty()) return {};
  const bool proper = is_proper(words, head_of(words));
  if (item.count.known() && !is_none(item.count) && !holds_count(words) &&
      !(proper && is_one(item.count))) {
    return counted_noun(item, name);
  }
  return {with_article(name), is_plural(name)};
}

Noun party_noun(const Party& party) {
  const std::string name = printable(party.name);
  const Words words = words_of(name);
  if (words.empty()) return {};
  const size_t head = head_of(words);
  const std::string head_word = lower_ascii(words[head]);
  const bool plural = plural_word(words[head]) || head_word == "taliban";
  if (begins_with_determiner(words) || among(lower_ascii(name), kWithoutArticle))
    return {name, plural};
  const bool state = head_word == "state" && lower_ascii(name).starts_with("islamic state");
  if (among(head_word, kInstitutions) && !state) return {"the " + name, plural};
  return {with_article(name), plural};
}

Noun together(const std::vector<Noun>& nouns, std::string_view last) {
  std::vector<std::string> texts;
  for (const Noun& noun : nouns) {
    if (noun && std::find(texts.begin(), texts.end(), noun.text) == texts.end())
      texts.push_back(noun.text);
  }
  const bool one = texts.size() == 1;
  return {joined(texts, last), one ? nouns.front().plural : !texts.empty()};
}

std::string type_noun(EventType type) {
  switch (type) {
    case EventType::any:
      return "incident";
    case EventType::sexual_violence:
      return "case of sexual violence";
    case EventType::strike:
      return "strike";
    default:
      break;
  }
  std::string text(name(type));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace sitrep::output
