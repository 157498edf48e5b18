#include "events/antecedents.h"

namespace sitrep {

namespace {

constexpr int kReach = 4;  // arcs from a pronoun up to its verb

std::optional<uint32_t> verb_over(const Tree& tree, uint32_t token) {
  for (int step = 0; step < kReach; ++step) {
    const auto up = tree.parent(token);
    if (!up) return std::nullopt;
    if (tree.token(*up).tag == Tag::VERB) return up;
    token = *up;
  }
  return std::nullopt;
}

bool may_be_meant(const NounPhrase& phrase, bool many) {
  const bool several = phrase.plural || phrase.group || phrase.count.best.value_or(1) > 1;
  return phrase.nature == Nature::party && phrase.person && !phrase.pronoun && !phrase.body &&
         several == many;
}

// "A crowd of pedestrians": the people before "of".
bool holds(const Reading& reading, const NounPhrase& whole, const NounPhrase& part) {
  const uint32_t of = whole.tokens.last;
  return whole.nature == Nature::party && of + 1 == part.tokens.first &&
         reading.document.tokens[of].form == key("of");
}

}  // namespace

std::optional<uint32_t> antecedent(const Reading& reading, const Tree& tree, uint32_t pronoun) {
  constexpr Key kOne[] = {key("him"), key("her")};
  const Key form = tree.token(pronoun).form;
  const bool many = form == key("them");
  if (!many && !one_of(form, kOne)) return std::nullopt;
  const auto verb = verb_over(tree, pronoun);
  const auto up = verb ? tree.parent(*verb) : std::nullopt;
  const auto& phrases = reading.mentions.phrases;
  // "Kidnapped two nurses near a camp of refugees and killed them": the object of the verb before
  if (const auto object = up ? tree.patient(*up) : std::nullopt; object && *object < pronoun) {
    const auto phrase = reading.mentions.phrase_at(*object);
    if (phrase && may_be_meant(phrases[*phrase], many)) return phrase;
  }
  const size_t first = within(phrases, tree.sentence()).first;
  for (size_t i = within(phrases, tree.sentence()).second; i-- > first;) {
    const NounPhrase& phrase = phrases[i];
    const bool acts = tree.token(phrase.head).rel == Rel::nsubj && phrase.armed;
    if (phrase.tokens.first >= pronoun || acts || !may_be_meant(phrase, many)) continue;
    const auto found = static_cast<uint32_t>(i);
    return i > first && holds(reading, phrases[i - 1], phrase) ? found - 1 : found;
  }
  return std::nullopt;
}

}  // namespace sitrep
