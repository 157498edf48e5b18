#include "events/role_scorer.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/bystanders.h"
#include "events/carried.h"
#include "events/far_phrases.h"
#include "events/role_prepositions.h"
#include "events/roles.h"

namespace sitrep {

namespace {

// Probabilities: at least so likely to be added, at most so unlikely to be kept.
constexpr double kAddNear = 0.42;
constexpr double kAddFar = 0.45;
constexpr double kKeep = 0.05;
constexpr double kSureOfToll = 0.6;

Part likeliest(const PartShares& shares) {
  return static_cast<Part>(std::max_element(shares.begin(), shares.end()) - shares.begin());
}

bool holds(const std::vector<Fill>& fills, uint32_t phrase) {
  return std::any_of(fills.begin(), fills.end(),
                     [&](const Fill& fill) { return fill.phrase == phrase; });
}

// "Both men were treated", "the girl was buried": unless they are said to be armed, they did
// nothing.
bool is_cared_for(const Document& document, const NounPhrase& phrase) {
  constexpr Key kCare[] = {key("treat"),  key("hospitalise"), key("hospitalize"), key("bury"),
                           key("rescue"), key("evacuate"),    key("admit"),       key("injure"),
                           key("wound"),  key("discharge"),   key("operate"),     key("mourn")};
  const Token& head = document.tokens[phrase.head];
  if (head.rel != Rel::nsubj_pass || head.head < 0 || phrase.armed) return false;
  const Key verb = document.tokens[static_cast<size_t>(head.head)].lemma;
  return one_of(verb, kCare);
}

// What dictionaries or recogniser know for a thing or a place is no victim.
bool fits(const Document& document, const NounPhrase& phrase, Part part) {
  const EntityKind entity = document.tokens[phrase.head].entity;
  const bool thing = phrase.nature == Nature::thing || phrase.nature == Nature::place ||
                     phrase.nature == Nature::weapon || entity == EntityKind::facility ||
                     entity == EntityKind::place || entity == EntityKind::vehicle ||
                     entity == EntityKind::weapon;
  if (part == Part::perpetrator && is_cared_for(document, phrase)) return false;
  if (part == Part::perpetrator && thing && !phrase.person && phrase.nature != Nature::place)
    return false;  // "a police uniform"
  return part != Part::human_target || phrase.nature == Nature::party || !thing;
}

// "Two soldiers were killed and three wounded": the rules took the soldiers for those who wounded.
bool was_done_to(const PartShares& share) {
  constexpr double kVictim = 0.5, kHardlyDidIt = 0.25;
  return share[static_cast<size_t>(Part::human_target)] >= kVictim &&
         share[static_cast<size_t>(Part::perpetrator)] < kHardlyDidIt;
}

// "Fired rockets from the back of a lorry": what carries what flies is no weapon itself.
bool only_carries(const Reading& reading, const Draft& draft, const NounPhrase& phrase) {
  if (phrase.nature != Nature::thing || phrase.kind != "vehicle") return false;
  return std::ranges::any_of(draft.instruments, [&](const Fill& fill) {
    return flies(reading.mentions.phrases[fill.phrase].kind);
  });
}

// "Officers are looking for a grey pickup": what is driven is a weapon only where it hits somebody.
bool only_driven(const NounPhrase& phrase, bool near) {
  return !near && phrase.nature == Nature::thing && phrase.kind == "vehicle";
}

bool has_part(const Draft& draft, uint32_t phrase) {
  return holds(draft.perpetrators, phrase) || holds(draft.targets, phrase) ||
         holds(draft.instruments, phrase);
}

// "Said Daniel Chollom, a community leader": who the speaker is.
bool is_speaker(const Reading& reading, uint32_t token) {
  const Token& t = reading.document.tokens[token];
  if (t.rel != Rel::nsubj || t.head < 0) return false;
  const Sentence& sentence = reading.document.sentences[reading.document.sentence_of(token)];
  return std::ranges::any_of(those_in(reading.mentions.speech, sentence),
                             [&](const SpeechMention& speech) {
                               return reading.lexicon.speech()[speech.entry].verb &&
                                      static_cast<int32_t>(speech.head) == t.head;
                             });
}

// "The gunman, a former soldier": one who has another part already.
bool describes_another(const Reading& reading, const Draft& draft, uint32_t phrase, Part part) {
  const auto& tokens = reading.document.tokens;
  const NounPhrase& p = reading.mentions.phrases[phrase];
  uint32_t top = p.head;  // "Luis" of "Luis Gomez"
  if (tokens[top].rel == Rel::flat && tokens[top].head >= static_cast<int32_t>(p.tokens.first))
    top = static_cast<uint32_t>(tokens[top].head);
  const Token& head = tokens[top];
  if (head.rel != Rel::appos || head.head < 0) return false;
  if (is_speaker(reading, static_cast<uint32_t>(head.head))) return true;
  const auto whom = reading.mentions.phrase_at(static_cast<uint32_t>(head.head));
  const auto& others = part == Part::perpetrator ? draft.targets : draft.perpetrators;
  return whom && holds(others, *whom);
}

// "A car blew up outside the court": what befell the court stays open.
bool stands_beside(const Document& document, const NounPhrase& phrase) {
  const uint32_t first = phrase.tokens.first;
  const Key before = first > 0 ? document.tokens[first - 1].form : kNoKey;
  return one_of(before, kBeside) || before == key("near");
}

// "Her car was blown up near her home": the home is where it was.
bool stands_near_another(const Reading& reading, const Draft& draft, uint32_t phrase) {
  const uint32_t first = reading.mentions.phrases[phrase].tokens.first;
  if (first == 0 || reading.document.tokens[first - 1].form != key("near")) return false;
  return std::any_of(draft.targets.begin(), draft.targets.end(),
                     [](const Fill& fill) { return !fill.human && fill.sure; });
}

// "Hundreds of workers": how many the workers are, and nobody besides. But "three members of the
// police" are some of it.
bool only_counts(const Reading& reading, const NounPhrase& phrase) {
  const auto& tokens = reading.document.tokens;
  const uint32_t of = phrase.tokens.last;
  const Key lemma = tokens[phrase.head].lemma;
  if (!is_measure(lemma) || lemma == key("member") || of + 1 >= tokens.size() ||
      tokens[of].form != key("of"))
    return false;
  const auto counted = reading.mentions.phrase_at(of + 1);
  return counted && reading.mentions.phrases[*counted].nature == Nature::party;
}

// "The roof of the church", where the church is a target.
bool has_whole(const Reading& reading, const Draft& draft, uint32_t phrase) {
  const uint32_t part = reading.mentions.phrases[phrase].head;
  return std::any_of(draft.targets.begin(), draft.targets.end(), [&](const Fill& fill) {
    const Token& whole = reading.document.tokens[reading.mentions.phrases[fill.phrase].head];
    const bool owns = whole.rel == Rel::nmod || whole.rel == Rel::nmod_poss;
    return !fill.human && !fill.learnt && owns && whole.head == static_cast<int32_t>(part);
  });
}

void set_shares(Draft& draft, uint32_t phrase, const PartShares& shares) {
  const auto set = [&](std::vector<Fill>& fills, auto&& part) {
    for (Fill& fill : fills) {
      if (fill.phrase == phrase) fill.share = shares[static_cast<size_t>(part(fill))];
    }
  };
  set(draft.perpetrators, [](const Fill&) { return Part::perpetrator; });
  set(draft.instruments, [](const Fill&) { return Part::instrument; });
  set(draft.targets,
      [](const Fill& fill) { return fill.human ? Part::human_target : Part::physical_target; });
}

void take_out(std::vector<Fill>& fills, uint32_t phrase) {
  std::erase_if(fills, [&](const Fill& fill) { return fill.phrase == phrase; });
}

// Whether the rules leave the model no say in a phrase's part.
bool is_sure(const Reading& reading, const Draft& draft, uint32_t phrase) {
  const auto told = [&](const Fill& fill) { return fill.phrase == phrase && fill.sure; };
  const auto state = [&](const Fill& fill) {
    return fill.phrase == phrase && state_acts(fill, reading.mentions.phrases[phrase]);
  };
  const auto& doers = draft.perpetrators;
  return std::any_of(doers.begin(), doers.end(), told) ||
         std::any_of(doers.begin(), doers.end(), state) ||
         std::any_of(draft.instruments.begin(), draft.instruments.end(), told) ||
         std::any_of(draft.targets.begin(), draft.targets.end(), told);
}

// What the event's word does to its victims, where it does it to such targets at all.
Effect effect_on(Part part, Effect effect) {
  const bool of_people =
      effect == Effect::killed || effect == Effect::wounded || effect == Effect::abducted;
  return of_people == (part == Part::human_target) ? effect : Effect::unknown;
}

}  // namespace

// Kept, since each word is asked for with many others.
void RoleScorer::add_context(size_t place, uint32_t word, std::span<int32_t> sums) {
  Contexts& all = contexts_[place];
  const auto [own, fresh] = all.of_word.try_emplace(word, all.sums.size());
  if (fresh) {
    all.sums.resize(all.sums.size() + sums.size());
    model_.of_context(place, reading_.document.context(word), scratch_,
                      std::span(all.sums).last(sums.size()));
  }
  const int32_t* added = &all.sums[own->second];
  for (size_t j = 0; j < sums.size(); ++j) sums[j] += added[j];
}

// Kept, since each phrase is weighed for several events.
const Scores& RoleScorer::own_scores(uint32_t phrase, bool near) {
  const auto [own, fresh] = own_scores_[near].try_emplace(phrase, Scores{});
  if (fresh) model_.add_parts(features_.own(phrase, near), own->second);
  return own->second;
}

PartShares RoleScorer::shares(const Draft& draft, const Telling& telling, uint32_t phrase) {
  std::array<int32_t, wide_deep::kMaxHidden> all;
  const auto sums = std::span(all).first(model_.hidden());
  std::fill(sums.begin(), sums.end(), 0);
  const auto words = context_words(reading_, telling, phrase);
  for (size_t place = 0; place < words.size(); ++place) add_context(place, words[place], sums);
  Scores scores = own_scores(phrase, features_.is_near(telling, phrase));
  model_.add_parts(features_.told(draft, telling, phrase), scores);
  return model_.parts(scores, sums);
}

void RoleScorer::add(Draft& draft, const Telling& telling, uint32_t phrase, Part part,
                     double share) const {
  const NounPhrase& p = reading_.mentions.phrases[phrase];
  if (only_counts(reading_, p)) return;
  if (!fits(reading_.document, p, part) || describes_another(reading_, draft, phrase, part)) return;
  if (part == Part::perpetrator && is_bystander(reading_, draft, telling, phrase)) return;
  if (features_.is_near(telling, phrase) && is_of_another_time(reading_, telling, p)) return;
  if (part == Part::instrument &&
      (carried_by_victim(reading_, draft, phrase) || only_carries(reading_, draft, p) ||
       only_driven(p, features_.is_near(telling, phrase))))
    return;
  const uint32_t sentence = reading_.document.sentence_of(p.head);
  Fill fill;
  fill.phrase = phrase;
  fill.sentence = sentence;
  fill.why = fmt::format("events.model, {:.2f}", share);
  if (!p.why.empty()) fill.why += ", " + p.why;
  fill.count = p.count;
  fill.learnt = true;
  fill.share = share;
  const bool named = p.named || !p.party.actor_id.empty();
  if (sentence == telling.sentence)
    fill.voice = telling.voice;
  else if (part == Part::perpetrator && named)  // nobody has said it in so many words
    fill.voice.certainty = Certainty::suspected;
  if (part == Part::perpetrator) return draft.perpetrators.push_back(std::move(fill));
  if (part == Part::instrument) return draft.instruments.push_back(std::move(fill));
  fill.human = part == Part::human_target;
  // "Struck the workers' quarters": what befell the quarters
  const bool owner = reading_.document.tokens[p.head].rel == Rel::nmod_poss;
  const bool done =
      telling.outcome == Outcome::completed && !owner && !stands_beside(reading_.document, p);
  if (sentence == telling.sentence && done && is_nearest_effect(telling, p.head)) {
    const auto& word = reading_.lexicon.event_words()[telling.entry];
    fill.effect = effect_on(part, word.effect);
    fill.hit = fill.human && word.hits && word.type != EventType::any && p.person && !p.body;
  }
  if (fill.human) add_toll(draft, fill);
  const bool thing = part == Part::physical_target;
  if (thing && (stands_near_another(reading_, draft, phrase) || has_whole(reading_, draft, phrase)))
    return;
  draft.targets.push_back(std::move(fill));
}

// "One was killed and five hurt": the five are those of the nearer word.
bool RoleScorer::is_nearest_effect(const Telling& telling, uint32_t token) const {
  const auto gap = [&](TokenRange word) {
    return word.first > token ? word.first - token : token - std::min(token, word.last - 1);
  };
  const auto& words = reading_.lexicon.event_words();
  const Sentence& sentence = reading_.document.sentences[telling.sentence];
  return std::ranges::none_of(
      those_in(reading_.mentions.events, sentence), [&](const EventMention& other) {
        const knowledge::EventWord& own = words[telling.entry];
        const knowledge::EventWord& word = words[other.entry];
        const bool says = word.effect != Effect::unknown || word.hits;
        return says && (word.effect != own.effect || word.hits != own.hits) &&
               gap(other.tokens) <= gap(telling.trigger);
      });
}

// "27 people had been killed": the number of those whom the effect befell, if no rule has read it.
void RoleScorer::add_toll(Draft& draft, const Fill& fill) const {
  const bool counted = fill.hit || fill.effect == Effect::killed || fill.effect == Effect::abducted;
  const bool read = std::any_of(draft.tolls.begin(), draft.tolls.end(),
                                [&](const Toll& toll) { return toll.effect == fill.effect; });
  if (!counted || read || fill.share < kSureOfToll || (fill.hit && !draft.hits.empty())) return;
  const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
  Quantity quantity = phrase.count;
  const bool one = !quantity.known() && phrase.person && !phrase.plural;
  if (one) quantity = {1, 1, 1, std::string(reading_.document.slice(phrase.tokens))};
  const Effect effect = fill.hit ? Effect::wounded : fill.effect;
  if (quantity.known())
    (fill.hit ? draft.hits : draft.tolls)
        .push_back({effect, quantity, fill.sentence, fill.voice, fill.why});
}

void RoleScorer::weigh_near(Draft& draft) {
  const Telling telling = draft.tellings.front();
  const auto [first, last] =
      within(reading_.mentions.phrases, reading_.document.sentences[telling.sentence]);
  std::vector<std::pair<uint32_t, PartShares>> weighed;
  for (size_t i = first; i < last; ++i) {
    const auto phrase = static_cast<uint32_t>(i);
    if (can_take_part(reading_, phrase))
      weighed.emplace_back(phrase, shares(draft, telling, phrase));
  }
  for (const auto& [phrase, share] : weighed) {
    const Part part = likeliest(share);
    const double most = share[static_cast<size_t>(part)];
    if (!has_part(draft, phrase)) {
      if (part != Part::none && most >= kAddNear) add(draft, telling, phrase, part, most);
    } else {
      set_shares(draft, phrase, share);
    }
    const bool sure =
        telling.names_weapon(reading_.mentions.phrases[phrase]) || is_sure(reading_, draft, phrase);
    if (!sure && was_done_to(share)) take_out(draft.perpetrators, phrase);
    if (has_part(draft, phrase) && 1 - share[0] < kKeep && !sure) {
      take_out(draft.perpetrators, phrase);
      take_out(draft.targets, phrase);
      take_out(draft.instruments, phrase);
    }
  }
}

void RoleScorer::weigh_far(Draft& event) {
  std::vector<std::tuple<FarPhrase, Part, double>> found;
  for (const FarPhrase& far : far_phrases(reading_, event)) {
    if (has_part(event, far.phrase)) continue;
    const PartShares share = shares(event, *far.telling, far.phrase);
    const Part part = likeliest(share);
    const double most = share[static_cast<size_t>(part)];
    if (part != Part::none && most >= kAddFar) found.emplace_back(far, part, most);
  }
  for (const auto& [far, part, most] : found) add(event, *far.telling, far.phrase, part, most);
}

}  // namespace sitrep
