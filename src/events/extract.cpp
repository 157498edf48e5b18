#include "events/extract.h"

#include <algorithm>

#include "events/asides.h"
#include "events/assemble.h"
#include "events/drafter.h"
#include "events/members.h"
#include "events/merge.h"
#include "events/phase.h"

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
  for (const SpeechMention& speech : mentions.speech) {
    const knowledge::Speech& word = lexicon.speech()[speech.entry];
    const bool blames = word.complement != knowledge::SpeechComplement::clause ||
                        word.certainty == Certainty::declined;
    if (blames) earns[document.sentence_of(speech.head)] = true;
  }
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    for (uint32_t i = document.sentences[s].first; !earns[s] && i < document.sentences[s].last;
         ++i) {
      const Key lemma = document.tokens[i].lemma;
      earns[s] = lexicon.toll_noun(lemma) != nullptr || lemma == key("responsible");
    }
  }
  return earns;
}

namespace {

constexpr uint32_t kStretch =
    400;  // sentences read as one story; a longer text is read in such stretches

// Reads one stretch of sentences after the other.
class StretchReader {
 public:
  StretchReader(const Reading& reading, const CodePoints& points)
      : reading_(reading), points_(points), voices_(reading), groups_(reading) {}

  // The events of sentences [first, last), appended to `events`.
  void read(uint32_t first, uint32_t last, std::vector<Event>& events) {
    std::vector<Aside> asides;
    std::vector<Draft> drafts = draft(first, last, asides);
    date_anniversaries(reading_, drafts);
    set_phases(reading_, drafts);
    Assembler assembler(reading_, points_);
    assembler.hear_days(drafts);
    std::vector<Draft> merged = merge_drafts(reading_, std::move(drafts));
    set_phases(reading_, merged);
    apply_asides(asides, merged);
    for (Draft& event : merged) {
      groups_.add_to(event);
      events.push_back(assembler.assemble(event, events.size() + 1));
    }
  }

 private:
  std::vector<Draft> draft(uint32_t first, uint32_t last, std::vector<Aside>& asides) {
    Drafter drafter(reading_, voices_);
    AsideReader aside_reader(reading_, voices_);
    std::vector<Draft> drafts;
    for (uint32_t s = first; s < last; ++s) {
      voices_.enter(s);
      if (!reading_.document.sentences[s].parsed) continue;
      const Tree tree(reading_.document, s);
      drafter.draft(tree, s, drafts);
      aside_reader.read(tree, s, asides);
    }
    return drafts;
  }

  const Reading& reading_;
  const CodePoints& points_;
  VoiceReader voices_;
  NamedGroups groups_;
};

}  // namespace

std::vector<Event> extract_events(const Reading& reading, const CodePoints& points) {
  std::vector<Event> events;
  if (reading.mentions.events.empty()) return events;
  StretchReader reader(reading, points);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  for (uint32_t first = 0; first < sentences; first += kStretch)
    reader.read(first, std::min(first + kStretch, sentences), events);
  return events;
}

}  // namespace sitrep
