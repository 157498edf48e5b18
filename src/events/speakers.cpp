#include "events/speakers.h"

#include <algorithm>
#include <string>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr Key kCarriers[] = {
    key("statement"),  key("report"),   key("announcement"), key("source"), key("account"),
    key("communique"), key("briefing"), key("message"),      key("post"),   key("tweet")};

}  // namespace

bool carries_words(Key lemma) {
  return std::find(std::begin(kCarriers), std::end(kCarriers), lemma) != std::end(kCarriers);
}

bool is_nobody(const Document& document, TokenRange phrase) {
  constexpr Key kNobody[] = {key("no"), key("neither"), key("none"), key("nobody")};
  const auto denies = [&](uint32_t i) {
    return std::find(std::begin(kNobody), std::end(kNobody), document.tokens[i].form) !=
           std::end(kNobody);
  };
  const bool before = phrase.first > 0 && denies(phrase.first - 1);
  return denies(phrase.first) || before;
}

bool is_name(const Document& document, uint32_t token) {
  const bool opens = document.sentences[document.sentence_of(token)].first == token;
  return document.tokens[token].tag == Tag::PROPN ||
         (!opens && is_upper(document.word(token).front()));
}

bool can_speak(const NounPhrase& phrase, const Document& document) {
  if (is_nobody(document, phrase.tokens)) return false;
  const EntityKind entity = document.tokens[phrase.head].entity;
  const bool somebody = entity == EntityKind::organisation || entity == EntityKind::group ||
                        entity == EntityKind::person || entity == EntityKind::people;
  const bool body = phrase.nature == Nature::thing || phrase.nature == Nature::other;
  return (body && (somebody || !phrase.kind.empty())) || phrase.nature == Nature::party ||
         phrase.nature == Nature::place || phrase.pronoun ||
         carries_words(document.tokens[phrase.head].lemma) || !phrase.party.actor_id.empty();
}

uint32_t end_of_possessors(const Reading& reading, uint32_t phrase) {
  const auto& phrases = reading.mentions.phrases;
  while (phrase + 1 < phrases.size() && phrases[phrase + 1].possessor == phrase &&
         can_speak(phrases[phrase + 1], reading.document))
    ++phrase;
  return phrase;
}

namespace {

// "A statement by the ministry", "the ministry's statement": whose words they are.
std::optional<uint32_t> author_of(const Reading& reading, uint32_t carrier) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[carrier];
  if (phrase.possessor && can_speak(phrases[*phrase.possessor], reading.document))
    return phrase.possessor;
  if (carrier + 1 >= phrases.size()) return std::nullopt;
  const NounPhrase& next = phrases[carrier + 1];
  constexpr Key kFrom[] = {key("by"), key("from"), key("of")};
  const bool follows =
      next.tokens.first == phrase.tokens.last + 1 &&
      std::find(std::begin(kFrom), std::end(kFrom),
                reading.document.tokens[phrase.tokens.last].form) != std::end(kFrom);
  const bool somewhere = next.nature == Nature::place;  // "reports from Goma"
  if (!follows || !can_speak(next, reading.document) || next.pronoun || somewhere)
    return std::nullopt;
  return end_of_possessors(reading, carrier + 1);
}

}  // namespace

bool of_person(const Token& pronoun) {
  return pronoun.lemma != key("it") && pronoun.lemma != key("they");
}

bool of_one(const Token& pronoun) {
  return pronoun.form == key("he") || pronoun.form == key("she");
}

std::optional<uint32_t> own_name(const Reading& reading, uint32_t pronoun) {
  const auto& phrases = reading.mentions.phrases;
  const auto& tokens = reading.document.tokens;
  if (pronoun + 1 >= phrases.size() || tokens[phrases[pronoun].head].form != key("we"))
    return std::nullopt;
  const TokenRange name = phrases[pronoun + 1].tokens;
  const uint32_t comma = phrases[pronoun].tokens.last;
  uint32_t end = name.last;  // of "the Sons of the Valley" as well
  constexpr uint32_t kLongest = 5;
  if (end < tokens.size() && tokens[end].form == key("of")) {
    const auto limit = std::min<size_t>(end + kLongest, tokens.size());
    while (end < limit && tokens[end].form != key(",")) ++end;
  }
  const bool set_off = name.first == comma + 1 && end < tokens.size() &&
                       tokens[comma].form == key(",") && tokens[end].form == key(",");
  const NounPhrase& named = phrases[pronoun + 1];
  const bool thing = named.nature == Nature::weapon || named.nature == Nature::event;
  const bool somebody =
      named.nature == Nature::party || (!thing && is_name(reading.document, named.head));
  if (!set_off || !somebody) return std::nullopt;
  return pronoun + 1;
}

namespace {

// A party's words as they stand, without "the": at least two, so that they name somebody.
std::string full_name(const Document& document, const NounPhrase& phrase) {
  std::string name;
  uint32_t words = 0;
  for (uint32_t i = phrase.tokens.first; i <= phrase.head; ++i) {
    if (document.tokens[i].tag == Tag::DET) continue;
    if (++words > 1) name += ' ';
    name += normal(document.word(i));
  }
  return words > 1 ? name : std::string();
}

}  // namespace

std::optional<uint32_t> publisher(const Reading& reading) {
  const std::string outlet = " " + normal(reading.report.outlet) + " ";
  const auto& phrases = reading.mentions.phrases;
  for (uint32_t p = 0; p < phrases.size(); ++p) {
    if (phrases[p].nature != Nature::party || phrases[p].pronoun) continue;
    const std::string name = full_name(reading.document, phrases[p]);
    if (!name.empty() && outlet.find(" " + name + " ") != std::string::npos) return p;
  }
  return std::nullopt;
}

std::optional<uint32_t> given_name(const Reading& reading, uint32_t phrase) {
  constexpr Key kNaming[] = {key("calling"), key("called"), key("named"), key("known"),
                             key("calls"),   key("itself"), key("as")};
  const auto& tokens = reading.document.tokens;
  const NounPhrase& group = reading.mentions.phrases[phrase];
  if (group.named || !group.party.actor_id.empty()) return std::nullopt;
  uint32_t i = group.tokens.last;
  while (i < tokens.size() && one_of(tokens[i].form, kNaming)) ++i;
  const auto name =
      i > group.tokens.last && i < tokens.size() ? reading.mentions.phrase_at(i) : std::nullopt;
  if (!name) return std::nullopt;
  const NounPhrase& called = reading.mentions.phrases[*name];
  const bool party = called.nature == Nature::party ||
                     (called.nature == Nature::other && is_name(reading.document, called.head));
  return party && called.tokens.first == i ? name : std::nullopt;
}

std::optional<uint32_t> resolve_speaker(const Reading& reading, uint32_t index) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[index];
  if (const auto name = own_name(reading, index)) return name;
  const bool carrier = carries_words(reading.document.tokens[phrase.head].lemma);
  if (!phrase.pronoun && !(carrier && phrase.party.actor_id.empty())) return index;
  if (carrier) {
    if (const auto author = author_of(reading, index)) return author;
    if (!phrase.definite) return index;  // "a report", not "the statement"
  }
  const bool person = phrase.pronoun && of_person(reading.document.tokens[phrase.head]);
  for (uint32_t i = index; i-- > 0 && index - i < 60;) {
    const NounPhrase& earlier = phrases[i];
    if (earlier.nature != Nature::party || earlier.pronoun) continue;
    if (of_one(reading.document.tokens[phrase.head]) && earlier.plural) continue;
    if (person ? earlier.person && (earlier.named || !earlier.role.empty())
               : earlier.authority || !earlier.party.actor_id.empty())
      return i;
  }
  return carrier ? std::optional(index) : std::nullopt;
}

namespace {

constexpr Key kGroups[] = {key("group"), key("movement"), key("organisation"), key("organization"),
                           key("cell"),  key("militia"),  key("faction"),      key("brigade")};

// "Sons of the Valley, an unknown group": does the one stand behind the other and a comma?
bool apposed(const Reading& reading, uint32_t one, uint32_t other) {
  const uint32_t first = reading.mentions.phrases[other].tokens.first;
  return reading.mentions.phrases[one].tokens.last < first &&
         reading.document.word(first - 1) == ",";
}

bool is_group(const Reading& reading, uint32_t phrase) {
  const uint32_t head = reading.mentions.phrases[phrase].head;
  return one_of(reading.document.tokens[head].lemma, kGroups);
}

bool has_name(const Reading& reading, uint32_t phrase) {
  return is_name(reading.document, reading.mentions.phrases[phrase].head);
}

}  // namespace

std::optional<uint32_t> group_called(const Reading& reading, uint32_t speaker) {
  constexpr uint32_t kBetween = 2;  // phrases that one of the two holds
  const auto names = [&](uint32_t name, uint32_t group) {
    return is_group(reading, group) && has_name(reading, name);
  };
  for (uint32_t name = speaker > 1 ? speaker - kBetween : 0; name < speaker; ++name) {
    if (names(name, speaker) && apposed(reading, name, speaker)) return name;
  }
  const auto count = static_cast<uint32_t>(reading.mentions.phrases.size());
  for (uint32_t other = speaker + 1; other < std::min(speaker + kBetween + 1, count); ++other) {
    if (!apposed(reading, speaker, other)) continue;
    if (names(speaker, other)) return speaker;
    if (names(other, speaker) && other == speaker + 1) return other;
  }
  return std::nullopt;
}

}  // namespace sitrep
