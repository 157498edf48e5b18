// A small world for tests: a document made of words, its mentions and drafts set by hand.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/dates.h"
#include "core/text.h"
#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"
#include "knowledge/small_world.h"
#include "language/analyser.h"

namespace sitrep::events::test {

inline const knowledge::Lexicon& lexicon() {
  static const knowledge::SmallWorld::Files files = {
      {"event_words.tsv",
       "phrase\tpos\ttype\tstrength\tsubject\tobject\toutcome\teffect\tnot_with\n"
       "attack\tverb\tarmed_attack\tstrong\tperpetrator\ttarget\tcompleted\t\t\n"},
      {"context_words.tsv", "word\tsense\nvillage\tscene\nanother\tcounting\n"}};
  static const knowledge::SmallWorld world(files);
  return world.lexicon();
}

class HandMade {
 public:
  // Words parted by blanks; a sentence ends with the word ".".
  explicit HandMade(std::string text) : text_(std::move(text)) {
    document_.text = text_;
    for (const std::string_view word : split(text_, ' ')) add_word(word);
    end_sentence();
  }
  HandMade(const HandMade&) = delete;
  HandMade& operator=(const HandMade&) = delete;

  // Adds the noun phrase of these words, looked for behind the one before; its last word heads it.
  uint32_t phrase(std::string_view words, NounPhrase phrase = {}) {
    const uint32_t from = mentions_.phrases.empty() ? 0 : mentions_.phrases.back().tokens.last;
    phrase.tokens = find(words, from);
    phrase.head = phrase.tokens.last - 1;
    mentions_.phrases.push_back(std::move(phrase));
    return static_cast<uint32_t>(mentions_.phrases.size() - 1);
  }

  uint32_t place(std::string_view words, Where where) {
    PlaceMention place;
    place.tokens = find(words, mentions_.places.empty() ? 0 : mentions_.places.back().tokens.last);
    place.where = std::move(where);
    mentions_.places.push_back(std::move(place));
    return static_cast<uint32_t>(mentions_.places.size() - 1);
  }
  PlaceMention& mention(uint32_t place) { return mentions_.places[place]; }

  void dateline(uint32_t words) { dateline_end_ = words; }
  void hangs(uint32_t phrase, Rel rel, uint32_t on) {
    Token& t = document_.tokens[mentions_.phrases[phrase].head];
    t.rel = rel;
    t.head = static_cast<int32_t>(mentions_.phrases[on].head);
  }

  Reading reading() const {
    return {report_, document_, mentions_, lexicon(), dateline_end_, 0, nullptr, std::nullopt};
  }

 private:
  void add_word(std::string_view word) {
    const auto begin = static_cast<uint32_t>(word.data() - text_.data());
    Token t;
    t.span = {begin, begin + static_cast<uint32_t>(word.size())};
    t.tag = is_upper(word.front()) ? Tag::PROPN : Tag::NOUN;
    t.form = key(normal(word));
    t.lemma = key(normal(lemma_text(word, Tag::NOUN, word.ends_with('s') ? Fine::NNS : Fine::NN)));
    document_.tokens.push_back(t);
    if (word == ".") end_sentence();
  }

  void end_sentence() {
    const uint32_t first = document_.sentences.empty() ? 0 : document_.sentences.back().last;
    const auto last = static_cast<uint32_t>(document_.tokens.size());
    if (first == last) return;
    Sentence s;
    s.first = first, s.last = last, s.parsed = true;
    s.span = document_.span_of({first, last});
    document_.sentences.push_back(s);
  }

  TokenRange find(std::string_view words, uint32_t from) const {
    const auto count = static_cast<uint32_t>(split(words, ' ').size());
    for (uint32_t i = from; i + count <= document_.tokens.size(); ++i) {
      if (document_.slice({i, i + count}) == words) return {i, i + count};
    }
    throw std::runtime_error("not in the text: " + std::string(words));
  }

  std::string text_;
  Report report_;
  Document document_;
  Mentions mentions_;
  uint32_t dateline_end_ = 0;
};

inline Draft told_in(uint32_t sentence, uint32_t word = 0) {
  Telling telling;
  telling.sentence = sentence;
  telling.trigger = {word, word + 1};
  telling.type = EventType::armed_attack;
  Draft draft;
  draft.tellings.push_back(std::move(telling));
  return draft;
}

inline Draft on(std::string_view day, PartOfDay part = PartOfDay::none) {
  Draft draft = told_in(0);
  draft.tellings.front().when = day_when(*parse_day(day), Basis::stated);
  draft.tellings.front().when.part_of_day = part;
  return draft;
}

inline Draft at(uint32_t place) {
  Draft draft = told_in(0);
  draft.tellings.front().place = place;
  draft.places = {place};
  return draft;
}

inline Fill fill(uint32_t phrase, bool human = false) {
  Fill fill;
  fill.phrase = phrase;
  fill.human = human;
  return fill;
}

inline Toll toll(Effect effect, int64_t n) {
  Toll toll;
  toll.effect = effect;
  toll.quantity = {n, n, n, {}};
  return toll;
}

inline NounPhrase person() {
  NounPhrase phrase;
  phrase.nature = Nature::party;
  phrase.person = phrase.named = true;
  return phrase;
}

inline NounPhrase people(bool plural, std::optional<int64_t> count = {}) {
  NounPhrase phrase;
  phrase.nature = Nature::party;
  phrase.person = true;
  phrase.plural = plural;
  if (count) phrase.count = {count, count, count, {}};
  return phrase;
}

inline NounPhrase of_actor(std::string actor, std::string nation = {}) {
  NounPhrase phrase;
  phrase.nature = Nature::party;
  phrase.named = true;
  phrase.party.actor_id = std::move(actor);
  phrase.party.nation = std::move(nation);
  return phrase;
}

inline Where town(std::string name, double lat, double lon, std::string country) {
  Where where;
  where.gazetteer_id = "g-" + name;
  where.name = std::move(name);
  where.lat = lat, where.lon = lon;
  where.country = std::move(country);
  where.precision = PlacePrecision::city;
  return where;
}

inline Where area(std::string name, std::string country, PlacePrecision precision) {
  Where where;
  where.name = std::move(name);
  where.country = std::move(country);
  where.precision = precision;
  return where;
}

// A wide and deep scorer whose network says nothing.
inline WideDeepWeights wide(std::vector<WeightRow> rows, uint32_t classes) {
  constexpr uint32_t kHidden = 16, kEmbedding = 4;
  WideDeepWeights out;
  out.shape = {classes, kEmbedding, kHidden};
  out.rows = std::move(rows);
  out.mix.resize(size_t{kEmbedding} * kHidden);
  for (auto& layer : out.contexts) layer.resize(kContext * kHidden);
  out.biases.resize(kHidden);
  out.output.resize(size_t{kHidden} * classes);
  return out;
}

// The scorers of models/events.model, in its order.
enum Scorer : size_t { roles, joins, types, being, fillers, suspects, reunions, scorers };

// A model of the first so many scorers, those of which `rows_of` holds rows taught these.
template <typename RowsOf>
std::string events_model(size_t count, BlobKind kind, RowsOf&& rows_of) {
  BlobWriter writer;
  for (size_t i = 0; i < count; ++i) {
    std::vector<WeightRow> rows = rows_of(static_cast<Scorer>(i));
    i == roles ? WideDeep::write(writer, wide(std::move(rows), kParts))
               : LinearModel::write(writer, std::move(rows));
  }
  return writer.finish(kind);
}

// A model that adds `weight`, 24 to one unit of log odds, to a class of one scorer.
class Taught {
 public:
  Taught(Scorer scorer, uint32_t feature, uint8_t of_class, int16_t weight)
      : blob_(events_model(scorers, BlobKind::events,
                           [&](Scorer i) -> std::vector<WeightRow> {
                             if (i != scorer) return {};
                             return {{.feature = feature, .weights = {{of_class, weight}}}};
                           })),
        model_(*EventModel::open(blob_)) {}
  Taught(const Taught&) = delete;
  Taught& operator=(const Taught&) = delete;
  const EventModel& model() const { return model_; }

 private:
  std::string blob_;
  EventModel model_;
};

}  // namespace sitrep::events::test
