#include "events/aside_tolls.h"

#include <algorithm>

#include "events/sums.h"
#include "events/toll_lists.h"

namespace sitrep {

namespace {

bool is_nobody(const Tree& tree, uint32_t token) {
  const Key form = tree.token(token).form;
  if (form == key("nobody") || form == key("none")) return true;
  for (const uint32_t c : tree.children(token)) {
    if (tree.token(c).form == key("no")) return true;
  }
  return token > tree.sentence().first && tree.token(token - 1).form == key("no");
}

// "Not seriously injured", "no life-threatening injuries": hurt, but less.
bool says_how_badly(const Tree& tree, uint32_t word) {
  constexpr Key kBadly[] = {key("seriously"),  key("badly"),    key("severely"),
                            key("critically"), key("gravely"),  key("serious"),
                            key("severe"),     key("critical"), key("threatening")};
  for (const uint32_t c : tree.children(word)) {
    if (one_of(tree.token(c).form, kBadly)) return true;
  }
  return word > tree.sentence().first && one_of(tree.token(word - 1).form, kBadly);
}

// "A body shop", "a death threat": the word before another noun that is none of a toll.
bool is_part_of_name(const Reading& reading, const Tree& tree, uint32_t word) {
  const auto up = tree.parent(word);
  return up && *up == word + 1 && tree.token(word).rel == Rel::compound &&
         tree.token(*up).tag == Tag::NOUN && !reading.lexicon.toll_noun(tree.token(*up).lemma);
}

}  // namespace

void AsideTolls::read(const Tree& tree, Aside& aside) {
  read_nouns(tree, aside);
  read_unhurt(tree, aside);
  read_damage(tree, aside);
  read_dead(tree, aside);
  read_lost(tree, aside);
}

void AsideTolls::read_nouns(const Tree& tree, Aside& aside) {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    const Token& token = tree.token(i);
    const bool noun_like = token.tag == Tag::NOUN || token.tag == Tag::ADJ;
    if (!noun_like && !behind_number(tree, i)) continue;
    const knowledge::TollNoun* noun =
        reading_.lexicon.toll_noun(noun_like ? token.lemma : token.form);
    if (!noun || is_part_of_name(reading_, tree, i)) continue;
    const auto phrase = reading_.mentions.phrase_at(i);
    const bool none = is_none(reading_, tree, i);
    if (none && says_how_badly(tree, i)) continue;
    const Voice voice = voices_.voice_of(tree, aside.sentence, i);
    Quantity quantity = phrase ? reading_.mentions.phrases[*phrase].count : Quantity{};
    const std::string words(reading_.document.slice(
        phrase ? reading_.mentions.phrases[*phrase].tokens : TokenRange{i, i + 1}));
    const bool vague = noun->effects.front() == Effect::wounded && !quantity.best;
    if (vague || tree.token(i).lemma == key("toll"))
      quantity = {};  // "many injuries", "a heavy toll"
    if (!quantity.known() && phrase)
      quantity = risen_to(tree, reading_.mentions.phrases[*phrase].tokens);
    if (!quantity.known()) quantity = counted_behind(tree, i);
    if (!quantity.known()) quantity = numbered(tree, i);
    if (none) quantity = {0, 0, 0, words};
    if (noun->effects.front() == Effect::none) {
      add_unhurt(*noun, words, voice, aside);
      continue;
    }
    for (const Effect effect : noun->effects) {
      if (effect == Effect::damaged) {
        aside.damage = none ? Damage::none : Damage::unknown;
        aside.damage_voice = voice;
        for (const uint32_t c : tree.children(i)) {
          const auto* word = reading_.lexicon.damage_word(tree.token(c).form);
          if (word && !none) aside.damage = word->damage;
        }
      } else if (quantity.known() && (none || noun->effects.size() == 1)) {
        const std::string why = reading_.lexicon.describe(noun->source);
        aside.tolls.push_back({effect, quantity, aside.sentence, voice, why});
        if (none && effect == Effect::wounded && noun->effects.size() == 1)  // "escaped injury"
          aside.unhurt.push_back({Effect::killed, quantity, aside.sentence, voice, why});
      }
    }
  }
}

// "The bodies of nine villagers": the number behind "of".
Quantity AsideTolls::counted_behind(const Tree& tree, uint32_t noun) const {
  Quantity found;
  tree.prepositions(noun, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    const bool people = preposition == key("of") && phrase &&
                        reading_.mentions.phrases[*phrase].nature == Nature::party;
    if (people && !found.known()) found = reading_.mentions.phrases[*phrase].count;
  });
  return found;
}

// "The crew was unharmed".
void AsideTolls::add_unhurt(const knowledge::TollNoun& word, const std::string& words,
                            const Voice& voice, Aside& aside) {
  for (const Effect effect : word.effects) {
    if (effect == Effect::none) continue;
    aside.unhurt.push_back(
        {effect, {0, 0, 0, words}, aside.sentence, voice, reading_.lexicon.describe(word.source)});
  }
}

// "No one was hurt", "none of them was killed": a toll of nobody.
void AsideTolls::read_unhurt(const Tree& tree, Aside& aside) {
  for (const EventMention& event :
       those_in(reading_.mentions.events, reading_.document.sentences[aside.sentence])) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[event.entry];
    const bool counted = word.effect == Effect::killed || word.effect == Effect::wounded ||
                         word.effect == Effect::abducted;
    if (!word.verb || !counted) continue;
    const bool dies = word.subject == knowledge::Role::target;  // "nobody died"
    const auto who = dies ? tree.subject(event.head) : tree.patient(event.head);
    if (!who || !(is_nobody(tree, *who) || tree.negated(event.head))) continue;
    const bool nobody = is_nobody(tree, *who), else_ = of_others(tree, {*who, *who + 1});
    if (says_how_badly(tree, event.head) || (nobody && else_))
      continue;  // "no one else": some were
    const Voice voice = voices_.voice_of(tree, aside.sentence, event.head);
    const std::string why = reading_.lexicon.describe(word.source);
    const Quantity none{0, 0, 0, std::string(reading_.document.slice({*who, *who + 1}))};
    auto& tolls = nobody ? aside.tolls : aside.unhurt;  // "the girl was not hurt": others may be
    tolls.push_back({word.effect, none, aside.sentence, voice, why});
    if (word.effect == Effect::wounded)
      tolls.push_back({Effect::killed, none, aside.sentence, voice, why});
  }
}

// "Was only slightly damaged", "was not damaged", "destroyed the roof": as far as the verb says it.
void AsideTolls::read_damage(const Tree& tree, Aside& aside) {
  for (const EventMention& event :
       those_in(reading_.mentions.events, reading_.document.sentences[aside.sentence])) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[event.entry];
    const bool ruins = word.effect == Effect::damaged || word.effect == Effect::destroyed;
    const auto what = word.verb && ruins ? tree.patient(event.head) : std::nullopt;
    const auto phrase = what ? reading_.mentions.phrase_at(*what) : std::nullopt;
    if (!phrase || reading_.mentions.phrases[*phrase].nature != Nature::thing) continue;
    if (const auto damage = damage_by(tree, event.head, word.effect)) {
      aside.damage = damage;
      aside.damage_voice = voices_.voice_of(tree, aside.sentence, event.head);
    }
  }
}

std::optional<Damage> AsideTolls::damage_by(const Tree& tree, uint32_t verb, Effect effect) const {
  if (tree.negated(verb))
    return effect == Effect::damaged ? std::optional(Damage::none) : std::nullopt;
  for (const uint32_t c : tree.children(verb)) {
    const auto* word = reading_.lexicon.damage_word(tree.token(c).form);
    if (word && tree.token(c).tag == Tag::ADV) return word->damage;
  }
  return effect == Effect::destroyed ? std::optional(Damage::major) : std::nullopt;
}

// A number of people: not "three dogs".
bool AsideTolls::counts(uint32_t phrase) const {
  const NounPhrase& p = reading_.mentions.phrases[phrase];
  return p.count.known() && p.nature != Nature::thing;
}

// Whether a phrase is counted by a numeral, not by an article.
bool AsideTolls::has_numeral(const Tree& tree, uint32_t phrase) const {
  const TokenRange tokens = reading_.mentions.phrases[phrase].tokens;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (tree.token(i).tag == Tag::NUM) return true;
  }
  return false;
}

// "The death toll has risen to 11": the number behind the verb.
Quantity AsideTolls::risen_to(const Tree& tree, TokenRange toll) const {
  bool said = false;
  for (uint32_t i = toll.first; i < toll.last; ++i)
    said = said || tree.token(i).lemma == key("toll");
  return said ? number_behind(tree, toll.last) : Quantity{};
}

// "The number of injured demonstrators", "the number of those killed".
bool AsideTolls::behind_number(const Tree& tree, uint32_t word) const {
  constexpr uint32_t kReach = 4;
  const uint32_t first = std::max(tree.sentence().first, word > kReach ? word - kReach : 0);
  for (uint32_t i = first; i + 1 < word; ++i) {
    if (tree.token(i).lemma == key("number") && tree.token(i + 1).form == key("of")) return true;
  }
  return false;
}

// "Bringing the number of dead to 14", "the number of those killed stands at nine", "put the dead
// at thirty".
Quantity AsideTolls::numbered(const Tree& tree, uint32_t noun) const {
  constexpr Key kWhose[] = {key("the"), key("its"), key("their")};
  const bool put = noun > tree.sentence().first + 1 && noun + 1 < tree.sentence().last &&
                   tree.token(noun - 2).lemma == key("put") &&
                   one_of(tree.token(noun - 1).form, kWhose) &&
                   tree.token(noun + 1).form == key("at");
  return put || behind_number(tree, noun) ? number_behind(tree, noun + 1) : Quantity{};
}

Quantity AsideTolls::number_behind(const Tree& tree, uint32_t from) const {
  constexpr Key kLeads[] = {key("to"), key("at"), key("reach"), key("reached"), key("than")};
  constexpr Key kPeriods[] = {key("month"), key("year"), key("week"), key("decade"), key("since")};
  for (uint32_t i = from; i + 1 < tree.sentence().last; ++i) {
    if (one_of(tree.token(i).form, kPeriods)) return {};  // "the number of dead this month to 40"
    if (!one_of(tree.token(i).form, kLeads)) continue;
    const bool quoted = (tree.token(i + 1).shape & kQuote) != 0 && i + 2 < tree.sentence().last;
    const auto phrase = reading_.mentions.phrase_at(quoted ? i + 2 : i + 1);
    if (phrase && counts(*phrase) && has_numeral(tree, *phrase))
      return reading_.mentions.phrases[*phrase].count;
  }
  return {};
}

// "left five dead", "two teenagers are dead": a number of people beside an adjective of the toll.
void AsideTolls::read_dead(const Tree& tree, Aside& aside) {
  constexpr Key kSaid[] = {key("reported"), key("confirmed"), key("declared"), key("pronounced"),
                           key("found")};
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (tree.token(i).tag != Tag::ADJ && !listed_toll(reading_, tree, i)) continue;
    const knowledge::TollNoun* word = reading_.lexicon.toll_noun(tree.token(i).form);
    if (!word || word->effects.size() != 1) continue;
    std::optional<uint32_t> who = tree.child(i, Rel::nsubj);
    if (!who && i > s.first) who = i - 1;
    if (who && *who > s.first && one_of(tree.token(*who).form, kSaid)) --*who;  // "reported dead"
    const auto phrase = who ? reading_.mentions.phrase_at(*who) : std::nullopt;
    std::optional<uint32_t> counted = phrase;
    const bool usable =
        counted && counts(*counted) && !reading_.mentions.phrases[*counted].tokens.contains(i);
    if (!usable) counted = reading_.mentions.phrase_at(i + 1);  // "and wounded two others"
    if (!counted || i + 1 >= s.last || !counts(*counted)) continue;
    const Quantity number =
        usable ? with_those_before(*counted) : reading_.mentions.phrases[*counted].count;
    aside.tolls.push_back({word->effects.front(), number, aside.sentence,
                           voices_.voice_of(tree, aside.sentence, i),
                           reading_.lexicon.describe(word->source)});
    if (word->effects.front() == Effect::killed) add_survivors(tree, i, aside);
  }
}

// "The rebels said they had lost two men": killed, where they are fighters of a side.
void AsideTolls::read_lost(const Tree& tree, Aside& aside) {
  constexpr Key kOwn[] = {key("man"),      key("fighter"),  key("soldier"), key("comrade"),
                          key("martyr"),   key("member"),   key("guard"),   key("officer"),
                          key("militant"), key("guerrilla")};
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    const Token& verb = tree.token(i);
    if (verb.lemma != key("lose") || verb.tag != Tag::VERB || tree.passive(i) || tree.negated(i))
      continue;
    const auto object = tree.child(i, Rel::obj);
    const auto phrase = object ? reading_.mentions.phrase_at(*object) : std::nullopt;
    if (!phrase || !one_of(tree.token(*object).lemma, kOwn) || !has_numeral(tree, *phrase))
      continue;
    aside.tolls.push_back({Effect::killed, reading_.mentions.phrases[*phrase].count, aside.sentence,
                           voices_.voice_of(tree, aside.sentence, i), "lost in a fight"});
  }
}

// "One person dead | and another in critical condition", "| and a woman is in hospital".
void AsideTolls::add_survivors(const Tree& tree, uint32_t dead, Aside& aside) const {
  const auto& phrases = reading_.mentions.phrases;
  const uint32_t last = tree.sentence().last;
  if (dead + 2 >= last || tree.token(dead + 1).form != key("and")) return;
  const auto who = reading_.mentions.phrase_at(dead + 2);
  if (!who || !is_in_care(tree, phrases[*who].tokens.last)) return;
  const NounPhrase& hurt = phrases[*who];
  const std::string words(reading_.document.slice(hurt.tokens));
  const Quantity one{1, 1, 1, words};
  Toll toll = aside.tolls.back();
  toll.effect = Effect::wounded;
  toll.quantity = hurt.count.known() || hurt.plural ? hurt.count : one;
  if (toll.quantity.known()) aside.tolls.push_back(std::move(toll));
}

// "Is in hospital", "in critical condition".
bool AsideTolls::is_in_care(const Tree& tree, uint32_t from) const {
  constexpr Key kCare[] = {key("condition"), key("hospital"), key("care"), key("surgery")};
  constexpr uint32_t kReach = 4;  // tokens behind "in"
  const uint32_t last = tree.sentence().last;
  if (from < last && tree.token(from).tag == Tag::AUX) ++from;
  if (from >= last || tree.token(from).form != key("in")) return false;
  for (uint32_t i = from + 1; i < std::min(last, from + kReach); ++i) {
    if (one_of(tree.token(i).form, kCare)) return true;
  }
  return false;
}

// "Nine civilians and three soldiers dead": all of the list.
Quantity AsideTolls::with_those_before(uint32_t last) const {
  const auto& phrases = reading_.mentions.phrases;
  Quantity sum = phrases[last].count;
  for (uint32_t at = last; at > 0; --at) {
    const NounPhrase& before = phrases[at - 1];
    const uint32_t first = phrases[at].tokens.first;
    const bool joined = first > 0 && before.tokens.last + 1 == first &&
                        reading_.document.tokens[first - 1].form == key("and");
    if (!joined || !before.person || !before.count.known()) break;
    Quantity both = before.count;
    add_to(both, sum);
    sum = both;
  }
  return sum;
}

}  // namespace sitrep
