#include "events/headline_tolls.h"

#include <algorithm>

#include "events/sums.h"

namespace sitrep {

namespace {

constexpr Key kDead[] = {key("dead"), key("killed"), key("slain")};
constexpr Key kHurt[] = {key("injured"), key("wounded"), key("hurt")};
constexpr Key kHit[] = {key("shot"), key("stabbed")};  // whatever they are tagged as
constexpr Key kUnsure[] = {key("not"),   key("n't"),   key("no"), key("never"), key("may"),
                           key("might"), key("could"), key("?"),  key("if"),    key("would")};

enum class Fate : uint8_t { none, dead, hurt, hit };

// A word for what befell whoever stands before it.
struct Word {
  Fate fate = Fate::none;
  uint32_t last = 0;  // the token behind it
};

class Line {
 public:
  Line(const Reading& reading, uint32_t sentence)
      : reading_(reading),
        tokens_(reading.document.tokens),
        sentence_(sentence),
        at_(reading.document.sentences[sentence]) {}

  HeadlineTolls read() {
    for (uint32_t i = at_.first; i < at_.last;) {
      if (one_of(tokens_[i].form, kUnsure) || begins_clause(i)) return {};
      i = step(i);
      if (failed_) return {};
    }
    return result();
  }

 private:
  bool begins_clause(uint32_t i) const {
    constexpr Key kClauses[] = {key("who"), key("that"), key("which"), key("whose")};
    return one_of(tokens_[i].form, kClauses);
  }

  // "..., including a child", "after man opens fire on 5": tells of the same people, or how it was.
  bool ends_list(uint32_t i) const {
    constexpr Key kEnds[] = {key("including"), key("after"), key("as"),    key("when"),
                             key("while"),     key("among"), key("since"), key("before")};
    return one_of(tokens_[i].form, kEnds);
  }

  uint32_t step(uint32_t i) {
    if (ends_list(i)) return at_.last;
    if (const auto time_end = in_time(i)) return *time_end;
    if (says_fatally(tokens_[i].form) && !is_toll(i + 1)) return take_fatal(i);
    if (const Word word = toll_at(i); word.fate != Fate::none) return take(word, i);
    if (is_age_of_name(i)) return take_named(i);
    if (is_age(i)) return age_ = i, i + 1;
    if (const auto phrase = people_at(i)) return push(*phrase);
    const Tag tag = tokens_[i].tag;
    const bool other = is_other_event(i) || (tag == Tag::VERB && tokens_[i].form != key("found"));
    if (reading_.document.word(i) == ":" || other) waiting_ = {};
    return i + 1;
  }

  std::optional<uint32_t> in_time(uint32_t i) const {
    for (const TimeMention& time : those_in(reading_.mentions.times, at_)) {
      if (time.tokens.contains(i)) return time.tokens.last;
    }
    return std::nullopt;
  }

  const EventMention* event_at(uint32_t i) const {
    for (const EventMention& event : those_in(reading_.mentions.events, at_)) {
      if (event.tokens.first == i) return &event;
    }
    return nullptr;
  }

  bool is_other_event(uint32_t i) const { return event_at(i) != nullptr; }

  Word toll_at(uint32_t i) const {
    if (i >= at_.last) return {};
    const bool fatally = says_fatally(tokens_[i].form);
    if (waiting_.known() && one_of(tokens_[i].form, kHit) && !ends_lives(i))
      return {Fate::hit, i + 1};
    const EventMention* event = event_at(i + (fatally ? 1 : 0));
    if (!event && fatally) event = event_at(i);  // "fatally shot", as one phrase
    if (event) {
      const auto& word = reading_.lexicon.event_words()[event->entry];
      const bool passive = tokens_[event->head].fine == Fine::VBN ||
                           tokens_[event->head].fine == Fine::VBD ||
                           tokens_[event->head].tag != Tag::VERB;
      const bool dies = word.subject == knowledge::Role::target;
      const bool told = word.verb && (dies || passive) && word.outcome == Outcome::completed;
      const bool wounds = word.hits || word.effect == Effect::wounded;
      if (told && (word.effect == Effect::killed || (fatally && wounds)))
        return {Fate::dead, event->tokens.last};
      if (told && word.effect == Effect::wounded) return {Fate::hurt, event->tokens.last};
      if (told && word.hits) return {Fate::hit, event->tokens.last};
    }
    if (one_of(tokens_[i].form, kDead)) return {Fate::dead, i + 1};
    if (one_of(tokens_[i].form, kHurt)) return {Fate::hurt, i + 1};
    return {};
  }

  // "Shot dead", "stabbed to death".
  bool ends_lives(uint32_t i) const {
    const EventMention* event = event_at(i);
    return event && reading_.lexicon.event_words()[event->entry].effect == Effect::killed;
  }

  bool is_toll(uint32_t i) const { return toll_at(i).fate != Fate::none; }

  // "Gunman killed two": somebody did it.
  bool has_object(uint32_t i) const {
    if (i >= at_.last || in_time(i)) return false;
    const Tag tag = tokens_[i].tag;
    return tag == Tag::NUM || tag == Tag::DET || tag == Tag::ADJ || tag == Tag::NOUN ||
           tag == Tag::PROPN || tag == Tag::PRON;
  }

  // "A man, 30, was killed", "youths, 16 and 10, killed".
  bool is_age(uint32_t i) const {
    const bool digits = tokens_[i].tag == Tag::NUM && (tokens_[i].shape & kNumeric);
    if (!digits || !waiting_.known() || i == at_.first || ends_in_dash(i)) return false;
    const bool comma = reading_.document.word(i - 1) == ",";
    const bool closed =
        i + 1 >= at_.last || tokens_[i + 1].tag == Tag::PUNCT || tokens_[i + 1].form == key("and");
    return closed && ((comma && last_people_ + 1 == i) || (age_ > 0 && age_ + 2 == i));
  }

  // "Ana Ruiz, 21, killed": whoever is named, be it known as a name or not.
  bool is_age_of_name(uint32_t i) const {
    if (i < at_.first + 2 || i + 1 >= at_.last || !(tokens_[i].shape & kNumeric)) return false;
    return tokens_[i - 2].tag == Tag::PROPN && reading_.document.word(i - 1) == "," &&
           reading_.document.word(i + 1) == ",";
  }

  uint32_t take_named(uint32_t age) {
    if (!waiting_.known())
      waiting_ = {1, 1, 1, std::string(reading_.document.slice({age - 2, age - 1}))};
    return age_ = age, age + 1;
  }

  // "1-year-old boy" is no age between commas.
  bool ends_in_dash(uint32_t i) const {
    return i + 1 < at_.last && reading_.document.word(i + 1) == "-";
  }

  std::optional<uint32_t> people_at(uint32_t i) const {
    const auto index = reading_.mentions.phrase_at(i);
    if (!index) return std::nullopt;
    const NounPhrase& p = reading_.mentions.phrases[*index];
    const bool behind_preposition = i > at_.first && tokens_[i - 1].tag == Tag::ADP;
    const bool owner = p.tokens.last < at_.last && tokens_[p.tokens.last].fine == Fine::POS;
    if (owner) return std::nullopt;  // "a sheriff's deputy"
    const bool people = p.nature == Nature::party && p.person && !p.body && !p.pronoun;
    const bool number = p.nature == Nature::other && p.count.known() && number_alone(p);
    return p.tokens.first == i && !behind_preposition && (people || number) ? index : std::nullopt;
  }

  // "2", "two others", "another".
  bool number_alone(const NounPhrase& p) const {
    constexpr Key kOthers[] = {key("others"), key("other"), key("more"), key("another")};
    const Token& head = tokens_[p.head];
    return head.tag == Tag::NUM || one_of(head.form, kOthers) || is_toll(p.head);
  }

  Quantity number_of(const NounPhrase& p) const {
    const std::string words(reading_.document.slice(p.tokens));
    if (p.count.known()) return p.count;
    if (p.plural || p.group) return {2, {}, {}, words};
    return {1, 1, 1, words};
  }

  uint32_t push(uint32_t index) {
    const NounPhrase& p = reading_.mentions.phrases[index];
    const Quantity number = number_of(p);
    if (number.high == 0) failed_ = true;  // "no one hurt"
    add_to(waiting_, number);
    last_people_ = p.tokens.last;
    return is_toll(p.head) ? p.head : p.tokens.last;  // "2 dead" is one phrase
  }

  uint32_t take(const Word& word, uint32_t i) {
    if (!waiting_.known() || has_object(word.last)) {
      failed_ = true;
      return i + 1;
    }
    Quantity& sum = word.fate == Fate::dead ? dead_ : word.fate == Fate::hurt ? hurt_ : hit_;
    add_to(sum, waiting_);
    waiting_ = {};
    return word.last;
  }

  // "Three shot, one fatally": the shot count him, too.
  uint32_t take_fatal(uint32_t i) {
    if (waiting_.known()) add_to(dead_, waiting_);
    waiting_ = {};
    return i + 1;
  }

  HeadlineTolls result() const {
    HeadlineTolls found;
    const auto add = [&](std::vector<Toll>& to, Effect effect, const Quantity& sum) {
      if (sum.known()) to.push_back({effect, sum, sentence_, {}, "headline"});
    };
    add(found.tolls, Effect::killed, dead_);
    Quantity hurt = hurt_;  // "girl grazed by bullet; man shot in leg"
    if (hurt.known() && hit_.known() && !dead_.known()) add_to(hurt, hit_);
    add(found.tolls, Effect::wounded, hurt);
    add(found.hits, Effect::wounded, hit_);
    return found;
  }

  const Reading& reading_;
  const std::vector<Token>& tokens_;
  uint32_t sentence_;
  const Sentence& at_;
  Quantity waiting_;          // people whose fate is not told yet
  uint32_t last_people_ = 0;  // the token behind the last of them
  uint32_t age_ = 0;          // the last number that is one
  Quantity dead_, hurt_, hit_;
  bool failed_ = false;
};

bool can_have_tolls(const Draft& draft) {
  return !draft.denied && draft.type() != EventType::arrest &&
         draft.tellings.back().outcome == Outcome::completed;
}

}  // namespace

HeadlineTolls headline_tolls(const Reading& reading, uint32_t sentence) {
  if (!reading.document.sentences[sentence].heading) return {};
  return Line(reading, sentence).read();
}

void give_headline_tolls(const HeadlineTolls& found, std::span<Draft> drafts) {
  const auto owner = std::ranges::find_if(drafts, can_have_tolls);
  if (found.empty() || owner == drafts.end()) return;
  const Voice voice = owner->tellings.back().voice;
  for (Draft& draft : drafts) draft.tolls.clear(), draft.hits.clear();
  const auto give = [&](std::vector<Toll>& to, const std::vector<Toll>& from) {
    for (Toll toll : from) {
      toll.voice = voice;
      to.push_back(std::move(toll));
    }
  };
  give(owner->tolls, found.tolls);
  give(owner->hits, found.hits);
}

}  // namespace sitrep
