#include "events/people.h"

#include <algorithm>

namespace sitrep {

namespace {

// What somebody of such an office is as a target.
std::string_view kind_of_role(std::string_view role) {
  constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
      {"political", "politician"},  {"official", "official"},  {"judicial", "judge"},
      {"military_rank", "soldier"}, {"police_rank", "police"}, {"religious", "clergy"}};
  for (const auto& [from, to] : kKinds) {
    if (role == from) return to;
  }
  return {};
}

bool was_once(Key word) {
  constexpr Key kOnce[] = {key("former"), key("ex"), key("retired"), key("onetime")};
  return std::find(std::begin(kOnce), std::end(kOnce), word) != std::end(kOnce);
}

std::string_view former(std::string_view kind) {
  if (kind == "official" || kind == "politician" || kind == "judge") return "former_official";
  return kind == "soldier" ? "former_soldier" : kind;
}

}  // namespace

People::People(const Reading& reading) : reading_(reading), own_(reading.mentions.phrases.size()) {
  read_roles();
  read_names();
}

// What each phrase says by itself.
void People::read_roles() {
  const auto& phrases = reading_.mentions.phrases;
  for (uint32_t i = 0; i < own_.size(); ++i) {
    if (!phrases[i].person || phrases[i].kind.empty()) continue;
    own_[i].kind = phrases[i].kind;
    if (!phrases[i].named) own_[i].description = phrases[i].party.name;
  }
  read_nouns();
  for (const knowledge::Hit& hit : reading_.mentions.hits) {
    if (hit.kind != knowledge::Kind::role) continue;
    const auto index = reading_.mentions.phrase_at(hit.first);
    if (!index) continue;
    const NounPhrase& phrase = phrases[*index];
    const std::string_view kind = kind_of_role(reading_.lexicon.roles()[hit.entry].kind);
    if (kind.empty() || hit.last > phrase.tokens.last) continue;
    bool once = false;
    for (uint32_t t = phrase.tokens.first; t < hit.first; ++t)
      once = once || was_once(reading_.document.tokens[t].form);
    Profile& profile = own_[*index];
    profile.kind = once ? former(kind) : kind;
    uint32_t first = phrase.tokens.first;
    while (first < hit.first && (reading_.document.tokens[first].tag == Tag::DET ||
                                 reading_.document.tokens[first].tag == Tag::NUM))
      ++first;
    profile.description = reading_.document.slice({first, hit.last});
  }
}

// "The television newsman Epigmenio Ibarra": what stands before the name.
void People::read_nouns() {
  for (const knowledge::Hit& hit : reading_.mentions.hits) {
    if (hit.kind != knowledge::Kind::target) continue;
    const knowledge::Target& target = reading_.lexicon.targets()[hit.entry];
    const auto index = reading_.mentions.phrase_at(hit.first);
    if (!index || !target.person) continue;
    const NounPhrase& phrase = reading_.mentions.phrases[*index];
    if (phrase.named && hit.last <= phrase.head && own_[*index].kind.empty())
      own_[*index].kind = target.kind;
  }
  for (uint32_t i = 0; i < own_.size(); ++i) {
    const NounPhrase& phrase = reading_.mentions.phrases[i];
    if (phrase.named && own_[i].description.empty()) own_[i].description = phrase.role;
  }
}

bool People::names_person(uint32_t index) const {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const Token& head = reading_.document.tokens[phrase.head];
  return phrase.person && phrase.named && !phrase.plural && head.tag == Tag::PROPN &&
         head.entity != EntityKind::people;
}

// "Ana Ruiz, a judge": one behind the other with nothing but a comma between.
bool People::apposed(uint32_t a, uint32_t b) const {
  const auto& phrases = reading_.mentions.phrases;
  const uint32_t end = phrases[a].tokens.last;
  const uint32_t begin = phrases[b].tokens.first;
  if (begin < end || begin - end > 1) return false;
  return begin == end || reading_.document.word(end) == ",";
}

void People::add(uint32_t name, uint32_t described) {
  const Profile& said = own_[described];
  const NounPhrase& phrase = reading_.mentions.phrases[described];
  const bool of_another =  // "Ruiz, his uncle said"
      phrase.possessor || reading_.document.tokens[phrase.tokens.first].fine == Fine::PRPS;
  if (said.kind.empty() || (of_another && described != name)) return;
  const Key last = reading_.document.tokens[reading_.mentions.phrases[name].head].form;
  Profile& profile = by_name_[last];
  if (profile.kind.empty()) profile = said;
}

void People::read_names() {
  const auto count = static_cast<uint32_t>(own_.size());
  for (uint32_t i = 0; i < count; ++i) {
    if (!names_person(i)) continue;
    add(i, i);
    if (i + 1 < count && !names_person(i + 1) && apposed(i, i + 1)) add(i, i + 1);
    if (i > 0 && !names_person(i - 1) && apposed(i - 1, i)) add(i, i - 1);
  }
}

const Profile& People::of(uint32_t phrase) const {
  if (!own_[phrase].kind.empty() || !names_person(phrase)) return own_[phrase];
  const Key last = reading_.document.tokens[reading_.mentions.phrases[phrase].head].form;
  const auto known = by_name_.find(last);
  return known == by_name_.end() ? own_[phrase] : known->second;
}

}  // namespace sitrep
