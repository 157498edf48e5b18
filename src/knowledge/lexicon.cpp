#include "knowledge/lexicon.h"

#include <fmt/format.h>

#include "core/text.h"
#include "knowledge/trie.h"

namespace sitrep::knowledge {

void Lexicon::find(std::span<const Word> words, std::vector<Hit>& hits) const {
  if (trie_) trie_->find(words, hits);
}

void Lexicon::index() {
  for (uint32_t i = 0; i < actors_.size(); ++i) actor_ids_.try_emplace(actors_[i].id, i);
  for (uint32_t i = 0; i < countries_.size(); ++i) country_codes_.try_emplace(countries_[i].code, i);
  for (uint32_t i = 0; i < outlets_.size(); ++i) {
    if (!outlets_[i].domain.empty()) domains_.try_emplace(outlets_[i].domain, i);
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
    if (const auto found = domains_.find(host); found != domains_.end()) return &outlets_[found->second];
    const size_t dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
  }
  return nullptr;
}

const Outlet* Lexicon::outlet_named(std::string_view outlet) const {
  const auto found = outlet_names_.find(key(normal(outlet)));
  return found == outlet_names_.end() ? nullptr : &outlets_[found->second];
}

const LightVerb* Lexicon::light_verb(Key lemma) const {
  const auto found = light_verbs_.find(lemma);
  return found == light_verbs_.end() ? nullptr : &found->second;
}

std::string Lexicon::describe(Source source) const {
  if (source.file >= files_.size()) return {};
  return fmt::format("{}:{}", files_[source.file], source.line);
}

}  // namespace sitrep::knowledge
