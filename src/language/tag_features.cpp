#include "language/tagger.h"

namespace sitrep {

namespace {

// Numbers the features as they come.
class Sink {
 public:
  Sink(TagFeatures& features, size_t first)
      : features_(features), n_(static_cast<uint32_t>(first)) {}
  void add(uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    features_[n_] = feature_hash(n_, a, b, c);
    ++n_;
  }

 private:
  TagFeatures& features_;
  uint32_t n_;
};

void add_word_itself(Sink& sink, const TagWord& w) {
  const auto shape = static_cast<uint64_t>(w.traits.shape);
  sink.add(w.traits.word);
  sink.add(w.traits.word, shape);
  for (uint32_t prefix : w.traits.prefix) sink.add(prefix);
  for (uint32_t suffix : w.traits.suffix) sink.add(suffix);
  sink.add(shape, w.traits.dotted, w.traits.hyphened);
  sink.add(w.traits.suffix[2], shape);
  sink.add(w.traits.suffix[1], shape);
  sink.add(w.ambiguity);
  sink.add(w.ambiguity, shape);
}

void add_neighbours(Sink& sink, const TagWord* w) {
  const auto shape = static_cast<uint64_t>(w[0].traits.shape);
  sink.add(w[-1].traits.word);
  sink.add(w[1].traits.word);
  sink.add(w[-2].traits.word);
  sink.add(w[2].traits.word);
  sink.add(w[-1].traits.word, w[0].traits.word);
  sink.add(w[0].traits.word, w[1].traits.word);
  sink.add(w[1].traits.suffix[2], w[1].ambiguity);
  sink.add(w[1].ambiguity, w[2].ambiguity);
  sink.add(w[0].ambiguity, w[1].ambiguity);
  sink.add(w[0].ambiguity, w[1].traits.word);
  sink.add(w[1].traits.suffix[1], w[0].ambiguity);
  sink.add(static_cast<uint64_t>(w[1].traits.shape), shape);
  sink.add(static_cast<uint64_t>(w[-1].traits.shape), shape,
           static_cast<uint64_t>(w[1].traits.shape));
  sink.add(w[-1].traits.suffix[2], w[0].ambiguity);
}

void add_history(Sink& sink, const TagWord* w, const uint8_t* t) {
  sink.add(t[-1]);
  sink.add(t[-1], t[-2]);
  sink.add(t[-1], w[0].traits.word);
  sink.add(t[-1], t[-2], w[0].traits.word);
  sink.add(t[-1], w[0].traits.suffix[2]);
  sink.add(t[-1], w[0].traits.suffix[1], static_cast<uint64_t>(w[0].traits.shape));
  sink.add(t[-1], w[0].ambiguity);
  sink.add(t[-1], w[0].ambiguity, w[1].ambiguity);
  sink.add(t[-1], t[-2], w[0].ambiguity);
  sink.add(t[-1], w[1].traits.word);
  sink.add(t[-2], w[0].ambiguity);
  sink.add(t[-1], w[-1].traits.word);
  sink.add(t[-1], t[-2], w[1].ambiguity);
  sink.add(t[-2], w[-1].traits.word, w[0].ambiguity);
  sink.add(t[-1], static_cast<uint64_t>(w[0].traits.shape));
}

}  // namespace

void own_features(const TagWord& word, TagFeatures& features) {
  Sink sink(features, 0);
  add_word_itself(sink, word);
  static_assert(kOwnFeatures == 15);
}

void neighbour_features(const TagContext& context, size_t i, TagFeatures& features) {
  Sink sink(features, kOwnFeatures);
  add_neighbours(sink, context.words.data() + i);
  static_assert(kNeighbourFeatures == 14);
}

void history_features(const TagContext& context, size_t i, TagFeatures& features) {
  Sink sink(features, kOwnFeatures + kNeighbourFeatures);
  add_history(sink, context.words.data() + i, context.classes.data() + i);
  static_assert(kTagFeatures == 44);
}

void tag_features(const TagContext& context, size_t i, TagFeatures& features) {
  own_features(context.words[i], features);
  neighbour_features(context, i, features);
  history_features(context, i, features);
}

}  // namespace sitrep
