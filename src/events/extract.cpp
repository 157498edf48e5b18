#include "events/extract.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/doers.h"
#include "events/endings.h"
#include "events/hits.h"
#include "events/identified.h"
#include "events/occasions.h"
#include "events/story.h"

namespace sitrep {

namespace {

// Sentences with a weapon, an actor of the dictionary or people: without one, a weak event word
// ("hit") says nothing.
std::vector<bool> holds_arms(const Document& document, const Mentions& mentions,
                             const knowledge::Lexicon& lexicon) {
  std::vector<bool> holds(document.sentences.size(), false);
  for (const knowledge::Hit& hit : mentions.hits) {
    const bool people = hit.kind == knowledge::Kind::target && lexicon.targets()[hit.entry].person;
    const bool arms =
        hit.kind == knowledge::Kind::weapon || hit.kind == knowledge::Kind::actor || people;
    if (arms) holds[document.sentence_of(hit.first)] = true;
  }
  return holds;
}

// "A group claimed it", "it was claimed by a group".
bool claims_it(const Document& document, uint32_t i, uint32_t end) {
  constexpr Key kIt[] = {key("it"), key("them"), key("both"), key("by")};
  return document.tokens[i].lemma == key("claim") && i + 1 < end &&
         one_of(document.tokens[i + 1].form, kIt);
}

// "A caller claimed the bomb for the Front".
bool claims_for(const Document& document, uint32_t i, uint32_t end) {
  constexpr uint32_t kReach = 6;  // words from "claimed" to "for"
  if (document.tokens[i].lemma != key("claim") || document.tokens[i].tag != Tag::VERB) return false;
  for (uint32_t k = i + 2; k < std::min(i + kReach, end); ++k) {
    if (document.tokens[k].form == key("for")) return true;
  }
  return false;
}

// "Said it had done it", "that the bomb was theirs", "that the device was its own".
bool owns_up(const Document& document, uint32_t i, uint32_t end) {
  constexpr Key kIt[] = {key("it"), key("this")};
  constexpr Key kOwning[] = {key("its"), key("their"), key("our")};
  constexpr Key kTheirs[] = {key("theirs"), key("ours")};
  const Token& token = document.tokens[i];
  if (token.lemma == key("do")) return i + 1 < end && one_of(document.tokens[i + 1].form, kIt);
  if (token.form == key("own")) {
    const bool last = i + 1 >= end || document.tokens[i + 1].tag == Tag::PUNCT ||
                      document.tokens[i + 1].tag == Tag::CCONJ;  // not "its own men"
    return last && i > 0 && one_of(document.tokens[i - 1].form, kOwning);
  }
  return one_of(token.form, kTheirs);
}

// "Said the gunmen were members of the Front", "that the raiders belonged to it".
bool says_who(const Document& document, uint32_t i, uint32_t end) {
  constexpr Key kBelong[] = {key("belong"), key("belongs"), key("belonged")};
  constexpr uint32_t kReach = 8;  // words to the name
  if (i + 1 >= end) return false;
  const bool belong = one_of(document.tokens[i + 1].form, kBelong);
  const bool doers = is_attacker(document.tokens[i].lemma) &&
                     (belong || document.tokens[i + 1].lemma == key("be"));
  if (!doers && !(belong && document.tokens[i].lemma == key("man"))) return false;
  for (uint32_t k = i + 2; k < std::min(i + kReach, end); ++k) {
    if (document.tokens[k].tag == Tag::PROPN) return true;
  }
  return false;
}

// "Had lost only two men".
bool loses_men(const Document& document, uint32_t i, uint32_t end) {
  constexpr Key kMen[] = {key("man"), key("fighter"), key("soldier"), key("martyr")};
  constexpr uint32_t kReach = 5;
  if (document.tokens[i].lemma != key("lose")) return false;
  for (uint32_t k = i + 1; k < std::min(i + kReach, end); ++k) {
    if (one_of(document.tokens[k].lemma, kMen)) return true;
  }
  return false;
}

// "It was the Front, not us".
bool not_us(const Document& document, uint32_t i, uint32_t end) {
  constexpr Key kUs[] = {key("us"), key("we"), key("ours")};
  return document.tokens[i].form == key("not") && i + 1 < end &&
         one_of(document.tokens[i + 1].form, kUs);
}

// "Said the report was false".
bool calls_untrue(const Document& document, const Sentence& sentence,
                  const knowledge::Lexicon& lexicon) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (lexicon.senses(document.tokens[i].lemma) & knowledge::kUntrue) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> earns_tree(const Document& document, const Mentions& mentions,
                             const knowledge::Lexicon& lexicon) {
  std::vector<bool> earns(document.sentences.size(), false);
  const std::vector<bool> armed = holds_arms(document, mentions, lexicon);
  for (const EventMention& event : mentions.events) {
    const uint32_t s = document.sentence_of(event.head);
    const bool weak = lexicon.event_words()[event.entry].strength == knowledge::Strength::weak;
    earns[s] = earns[s] || !weak || armed[s];
  }
  std::vector<bool> speaks(document.sentences.size(), false);
  for (const SpeechMention& speech : mentions.speech) {
    const uint32_t s = document.sentence_of(speech.head);
    speaks[s] = true;
    earns[s] = earns[s] || calls_untrue(document, document.sentences[s], lexicon);
    const knowledge::Speech& word = lexicon.speech()[speech.entry];
    const bool blames = word.complement != knowledge::SpeechComplement::clause ||
                        word.certainty == Certainty::declined ||
                        (word.verb && word.polarity == Polarity::denied) ||
                        document.tokens[speech.head].lemma == key("suspect");
    if (blames) earns[s] = true;
  }
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (uint32_t i = document.sentences[s].first; !earns[s] && i < document.sentences[s].last;
         ++i) {
      const Key lemma = document.tokens[i].lemma;
      earns[s] = lexicon.toll_noun(lemma) != nullptr || lemma == key("responsible") ||
                 lemma == key("responsibility") || lemma == key("suspicion") ||
                 lemma == key("involve") || (armed[s] && lemma == key("use")) ||
                 claims_it(document, i, document.sentences[s].last) ||
                 (armed[s] && claims_for(document, i, document.sentences[s].last)) ||
                 names_somebody(document, i, document.sentences[s].last) ||
                 says_hit(document, document.sentences[s], i) ||
                 loses_men(document, i, document.sentences[s].last) ||
                 not_us(document, i, document.sentences[s].last) ||
                 (speaks[s] && says_who(document, i, document.sentences[s].last)) ||
                 (speaks[s] && owns_up(document, i, document.sentences[s].last));
    }
  }
  return earns;
}

namespace {

constexpr uint32_t kStretch =
    400;  // sentences read as one story; a longer text is read in such stretches

struct Writer {
  const Reading& reading;
  StoryReader story;
  Assembler assembler;
};

void add_events(Writer& writer, std::vector<Draft> drafts, std::vector<Event>& events) {
  writer.assembler.hear_days(drafts);
  std::vector<Draft> joined = writer.story.join(std::move(drafts));
  writer.story.weigh_fillers(joined);
  writer.story.judge(joined);
  name_identified(writer.reading, joined);
  give_occasions(writer.reading, joined);
  for (Draft& event : joined) {
    count_own_end(writer.reading, event);
    settle_hits(writer.reading, event);
    events.push_back(writer.assembler.assemble(event, events.size() + 1));
  }
}

}  // namespace

std::vector<Event> extract_events(const Reading& reading, const CodePoints& points) {
  std::vector<Event> events;
  if (reading.mentions.events.empty()) return events;
  Writer writer{reading, StoryReader(reading), Assembler(reading, points)};
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  for (uint32_t first = 0; first < sentences; first += kStretch) {
    const uint32_t last = std::min(first + kStretch, sentences);
    add_events(writer, writer.story.tell(first, last), events);
  }
  return events;
}

}  // namespace sitrep
