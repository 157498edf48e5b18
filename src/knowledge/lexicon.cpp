#include "knowledge/lexicon.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "knowledge/trie.h"

namespace sitrep::knowledge {

void Lexicon::find(std::span<const Word> words, std::vector<Hit>& hits) const {
  if (trie_) trie_->find(words, hits);
}

void Lexicon::index() {
  for (uint32_t i = 0; i < actors_.size(); ++i) actor_ids_.try_emplace(actors_[i].id, i);
  for (uint32_t i = 0; i < countries_.size(); ++i)
    country_codes_.try_emplace(countries_[i].code, i);
  for (uint32_t i = 0; i < outlets_.size(); ++i) {
    for (const auto domain : split(outlets_[i].domains, '|')) domains_.try_emplace(domain, i);
  }
}

void Lexicon::name_outlet(std::string_view name, std::string_view aliases, size_t entry) {
  outlet_names_.try_emplace(key(normal(name)), static_cast<uint32_t>(entry));
  for (const auto alias : split(aliases, '|')) {
    outlet_names_.try_emplace(key(normal(alias)), static_cast<uint32_t>(entry));
  }
}

std::optional<uint32_t> Lexicon::actor(std::string_view id) const {
  const auto found = actor_ids_.find(id);
  return found == actor_ids_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<uint32_t> Lexicon::country(std::string_view code) const {
  const auto found = country_codes_.find(code);
  return found == country_codes_.end() ? std::nullopt : std::optional(found->second);
}

const Outlet* Lexicon::outlet_of_domain(std::string_view host) const {
  while (!host.empty()) {
    if (const auto found = domains_.find(host); found != domains_.end())
      return &outlets_[found->second];
    const size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return nullptr;
}

bool Lexicon::is_tracking_parameter(std::string_view name, std::string_view host) const {
  const auto is_name = [&](std::string_view known) {
    if (!known.ends_with('*')) return name == known;
    return name.starts_with(known.substr(0, known.size() - 1));
  };
  const auto is_host = [&](std::string_view domain) {
    return domain.empty() || host == domain ||
           (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
  };
  return std::ranges::any_of(tracking_parameters_, [&](const TrackingParameter& known) {
    return is_name(known.name) && is_host(known.domain);
  });
}

const Outlet* Lexicon::outlet_named(std::string_view outlet) const {
  const auto found = outlet_names_.find(key(normal(outlet)));
  return found == outlet_names_.end() ? nullptr : &outlets_[found->second];
}

namespace {

template <typename Map>
const typename Map::mapped_type* look_up(const Map& map, Key word) {
  const auto found = map.find(word);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::span<const uint32_t> Lexicon::parted(Key lemma) const {
  const auto* entries = look_up(parted_, lemma);
  return entries ? std::span<const uint32_t>(*entries) : std::span<const uint32_t>();
}
const LightVerb* Lexicon::light_verb(Key lemma) const { return look_up(light_verbs_, lemma); }
const TollNoun* Lexicon::toll_noun(Key lemma) const { return look_up(toll_nouns_, lemma); }
const DamageWord* Lexicon::damage_word(Key form) const { return look_up(damage_words_, form); }

const Landmark* Lexicon::landmark(Key form) const { return look_up(landmarks_, form); }

Key Lexicon::topic(Key lemma) const {
  const Key* topic = look_up(topics_, lemma);
  return topic ? *topic : kNoKey;
}

bool Lexicon::frees(const EventWord& word, Key verb) const {
  return word.verb && word.type == EventType::kidnapping && word.strength == Strength::weak &&
         (senses(verb) & kFreeing) != 0;
}

bool Lexicon::takes_things(const EventWord& word) const {
  const std::string_view phrase = word.phrase;
  const std::string_view first = phrase.substr(0, phrase.find(' '));
  const std::string_view last = phrase.substr(phrase.rfind(' ') + 1);
  return word.verb && word.type == EventType::kidnapping &&
         (senses(key(normal(first))) & kTaking) != 0 && (senses(key(normal(last))) & kCaptive) == 0;
}

float Lexicon::share(Key word) const {
  const float* share = look_up(shares_, word);
  return share ? *share : 0;
}

uint32_t Lexicon::senses(Key word) const {
  const uint32_t* bits = look_up(senses_, word);
  return bits ? *bits : 0;
}

uint32_t Lexicon::place_use(Key form) const {
  const uint32_t* bits = look_up(place_uses_, form);
  return bits ? *bits : 0;
}

std::optional<PlaceKind> Lexicon::facility_kind(Key form) const {
  const PlaceKind* kind = look_up(facility_nouns_, form);
  return kind ? std::optional(*kind) : std::nullopt;
}

std::optional<uint32_t> Lexicon::abbreviated_division(Key form) const {
  const uint32_t* division = look_up(division_abbreviations_, form);
  return division ? std::optional(*division) : std::nullopt;
}

std::string Lexicon::describe(Source source) const {
  if (source.file >= files_.size()) return {};
  return fmt::format("{}:{}", files_[source.file], source.line);
}

}  // namespace sitrep::knowledge
