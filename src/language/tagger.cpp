#include "language/tagger.h"

#include <algorithm>

namespace sitrep {

namespace {

// The first of the best. Two plain loops, which compilers turn into vector instructions.
uint8_t best_class(const Scores& scores, size_t classes) {
  int16_t best = scores[0];
  for (size_t i = 1; i < classes; ++i) best = scores[i] > best ? scores[i] : best;
  size_t at = 0;
  while (scores[at] != best) ++at;
  return static_cast<uint8_t>(at);
}

Failure damaged() { return fail(Code::bad_knowledge, "language model: tagger damaged"); }

}  // namespace

void TagContext::reset(size_t n) {
  words.assign(n + 2 * kMargin, TagWord{});
  classes.assign(n + 2 * kMargin, kNoClass);
}

uint32_t lexicon_key(const WordTraits& traits) {
  return feature_hash(200, traits.word, static_cast<uint64_t>(traits.shape));
}

void Tagger::fill(const Document& document, const Sentence& sentence, const Lexicon& lexicon,
                  TagContext& context, std::string& scratch) {
  const size_t n = sentence.last - sentence.first;
  context.reset(n);
  const CaseMode mode = case_mode(document, sentence);
  for (size_t i = 0; i < n; ++i) {
    const auto token = static_cast<uint32_t>(sentence.first + i);
    TagWord& word = context.words[i + TagContext::kMargin];
    word.traits =
        traits_of(document.word(token), document.tokens[token].shape, mode, i == 0, scratch);
    lexicon.fetch(word.traits.word);
    lexicon.fetch(lexicon_key(word.traits));
  }
  for (size_t i = 0; i < n; ++i) {
    TagWord& word = context.words[i + TagContext::kMargin];
    word.ambiguity = lexicon.find(word.traits.word).ambiguity;
    word.only = lexicon.find(lexicon_key(word.traits)).only;
  }
}

Result<Tagger> Tagger::open(std::string_view blob) {
  auto reader = BlobReader::open(blob, BlobKind::tagger);
  if (!reader) return tl::unexpected(reader.error());
  auto model = LinearModel::open(reader->section(0), reader->section(1));
  if (!model) return tl::unexpected(model.error());
  auto lexicon = Lexicon::open(reader->section(2));
  if (!lexicon) return tl::unexpected(lexicon.error());
  const std::string_view classes = reader->section(3);
  Tagger tagger;
  tagger.model_ = *model;
  tagger.lexicon_ = *lexicon;
  if (classes.empty() || classes.size() % 2 != 0 || classes.size() / 2 > LinearModel::kLongClasses)
    return damaged();
  for (size_t i = 0; i + 1 < classes.size(); i += 2) {
    const TagPair pair{static_cast<Tag>(classes[i]), static_cast<Fine>(classes[i + 1])};
    if (pair.tag > Tag::VERB || pair.fine > Fine::other) return damaged();
    tagger.classes_.push_back(pair);
  }
  return tagger;
}

size_t OwnScores::place_of(const TagWord& word) {
  return (word.traits.word ^ static_cast<uint32_t>(word.traits.shape)) % kEntries;
}

void OwnScores::fetch(const TagWord& word) const {
  constexpr size_t kLine = 64;
  const auto* entry = reinterpret_cast<const char*>(&entries_[place_of(word)]);
  for (size_t at = 0; at < sizeof(Entry); at += kLine) __builtin_prefetch(entry + at);
}

// A word's lexicon entries follow from its traits, so those say all.
void OwnScores::get(const TagWord& word, const LinearModel& model, Scores& scores) {
  Entry& entry = entries_[place_of(word)];
  if (entry.used && entry.traits == word.traits) {
    std::copy(entry.sums.begin(), entry.sums.end(), scores.begin());
    return;
  }
  TagFeatures features;
  own_features(word, features);
  model.add(std::span(features).first(kOwnFeatures), scores);
  std::copy_n(scores.begin(), entry.sums.size(), entry.sums.begin());
  entry.traits = word.traits;
  entry.used = true;
}

// What can be done before the tags of the words before are known: weights lie all over the memory,
// so they are sent for here.
void Tagger::prepare(size_t i) {
  if (context_.words[i].only < classes_.size()) return;
  TagFeatures& features = features_[i % 2];
  neighbour_features(context_, i, features);
  model_.fetch(std::span(features).subspan(kOwnFeatures, kNeighbourFeatures));
  own_.fetch(context_.words[i]);
}

uint8_t Tagger::classify(size_t i) {
  const uint8_t only = context_.words[i].only;
  if (only < classes_.size()) return only;
  TagFeatures& features = features_[i % 2];
  history_features(context_, i, features);
  Scores scores{};
  own_.get(context_.words[i], model_, scores);
  model_.add(std::span(features).subspan(kOwnFeatures), scores);
  return best_class(scores, classes_.size());
}

void Tagger::tag(Document& document, const Sentence& sentence) {
  fill(document, sentence, lexicon_, context_, scratch_);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const size_t i = t - sentence.first + TagContext::kMargin;
    if (t == sentence.first) prepare(i);
    if (t + 1 < sentence.last) prepare(i + 1);
    context_.classes[i] = classify(i);
    document.tokens[t].tag = classes_[context_.classes[i]].tag;
    document.tokens[t].fine = classes_[context_.classes[i]].fine;
  }
}

}  // namespace sitrep
