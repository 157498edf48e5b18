#include "language/network.h"

#include <algorithm>

namespace sitrep {

namespace {

// By so much (in log odds) must other tags be better than those that a word has, to replace them.
constexpr float kClearly = 1.0f;
constexpr size_t kMaxDim = 1024, kMaxLayers = 8;

Failure damaged() { return fail(Code::bad_knowledge, "language model: network damaged"); }

std::vector<float> floats(std::string_view bytes, size_t first, size_t count) {
  std::vector<float> out(count);
  std::memcpy(out.data(), bytes.data() + first * sizeof(float), count * sizeof(float));
  return out;
}

bool sound(const network_sections::Shape& s) {
  return s.dim == kContext && s.layers >= 1 && s.layers <= kMaxLayers && s.arc >= kOutputs &&
         s.arc <= kMaxDim && s.arc % kOutputs == 0 && s.label >= kOutputs && s.label <= kMaxDim &&
         s.label % kOutputs == 0 && s.reach >= 1 && s.reach <= kMaxDim &&
         s.entities == kEntityKinds;
}

Result<WordRows> open_rows(const BlobReader& blob) {
  auto words = Vocabulary::open(blob.section(network_sections::kWords));
  if (!words) return tl::unexpected(words.error());
  auto lemmas = Vocabulary::open(blob.section(network_sections::kLemmas));
  if (!lemmas) return tl::unexpected(lemmas.error());
  return WordRows(*words, *lemmas);
}

bool read_tags(std::string_view bytes, std::vector<TagPair>& tags) {
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    tags.push_back({static_cast<Tag>(bytes[i]), static_cast<Fine>(bytes[i + 1])});
    if (tags.back().tag > Tag::VERB || tags.back().fine > Fine::other) return false;
  }
  return !tags.empty() && bytes.size() % 2 == 0;
}

bool read_relations(std::string_view bytes, std::vector<Rel>& relations) {
  for (char c : bytes) {
    relations.push_back(static_cast<Rel>(c));
    if (relations.back() > Rel::csubj_outer) return false;
  }
  return !relations.empty();
}

}  // namespace

bool Network::open_layers(const BlobReader& blob, size_t dim, size_t layers) {
  if (blob.sections() != network_sections::kLayers + layers * Recurrent::kSections) return false;
  for (size_t i = 0; i < layers; ++i) {
    auto layer = Recurrent::open(blob, network_sections::kLayers + i * Recurrent::kSections);
    if (!layer || layer->dim() != dim) return false;
    layers_.push_back(std::move(*layer));
  }
  return true;
}

bool Network::open_vectors(std::string_view bytes, const network_sections::Shape& shape) {
  const size_t distances = 2 * size_t{shape.reach} + 1;
  if (bytes.size() != (1 + shape.arc + shape.label + distances) * sizeof(float)) return false;
  table_unit_ = floats(bytes, 0, 1)[0];
  root_head_ = floats(bytes, 1, shape.arc);
  root_parent_ = floats(bytes, 1 + shape.arc, shape.label);
  distances_ = floats(bytes, 1 + shape.arc + shape.label, distances);
  return true;
}

// The layers behind the recurrent ones, which must fit each other.
bool Network::open_scorers(const BlobReader& blob, const network_sections::Shape& shape) {
  auto views = Dense::open(blob, network_sections::kViews);
  auto arc = Dense::open(blob, network_sections::kArc);
  auto label = Dense::open(blob, network_sections::kLabel);
  if (!views || !arc || !label) return false;
  views_ = *views, arc_ = *arc, label_ = *label;
  parts_.head = shape.arc;
  parts_.child = parts_.head + shape.arc;
  parts_.parent = parts_.child + shape.label;
  parts_.tags = parts_.parent + shape.label;
  parts_.entities = parts_.tags + padded_outputs(tags_.size());
  parts_.all = parts_.entities + padded_outputs(kEntityKinds);
  return views_.in() == shape.dim && views_.out() == parts_.all && arc_.in() == shape.arc &&
         arc_.out() == shape.arc && label_.in() == shape.label &&
         label_.out() == padded_outputs(relations_.size());
}

Result<Network> Network::open(const BlobReader& blob) {
  namespace at = network_sections;
  const std::string_view shape_bytes = blob.section(at::kShape);
  if (shape_bytes.size() != sizeof(at::Shape)) return damaged();
  const auto shape = load<at::Shape>(shape_bytes.data());
  auto rows = open_rows(blob);
  if (!rows || !sound(shape)) return damaged();
  Network net;
  net.rows_ = *rows;
  net.table_ = blob.section(at::kTable);
  const bool whole = net.table_.size() == size_t{net.rows_.rows()} * shape.dim &&
                     net.open_layers(blob, shape.dim, shape.layers) &&
                     net.open_vectors(blob.section(at::kVectors), shape) &&
                     read_tags(blob.section(at::kTags), net.tags_) &&
                     read_relations(blob.section(at::kRelations), net.relations_) &&
                     net.open_scorers(blob, shape);
  if (!whole) return damaged();
  return net;
}

// Rows lie all over the table, so those of the words to come are fetched ahead.
void Network::embed(const std::vector<WordIds>& ids, std::vector<float>& words) const {
  constexpr size_t kAhead = 6, kLine = 64;
  const size_t dim = layers_[0].dim();
  const auto* table = reinterpret_cast<const signed char*>(table_.data());
  const auto fetch = [&](const WordIds& rows) {
    for (uint32_t row : rows) {
      for (size_t at = 0; at < dim; at += kLine) __builtin_prefetch(table + size_t{row} * dim + at);
    }
  };
  words.resize(ids.size() * dim);
  for (size_t word = 0; word < std::min(kAhead, ids.size()); ++word) fetch(ids[word]);
  for (size_t word = 0; word < ids.size(); ++word) {
    if (word + kAhead < ids.size()) fetch(ids[word + kAhead]);
    std::array<const signed char*, kWordIds> rows;
    for (size_t k = 0; k < kWordIds; ++k) rows[k] = table + size_t{ids[word][k]} * dim;
    kernels().add_rows(rows.data(), kWordIds, dim, table_unit_, words.data() + word * dim);
  }
}

// All that is asked of each word, those of heads and dependents cut off below 0.
void Network::view(size_t words, Scratch& s) const {
  s.contexts.resize(s.words.size());
  kernels().quantise(s.words.data(), s.words.size(), s.contexts.data());
  views_.apply(s.contexts, words, s.sums, s.views);
  const size_t arc = parts_.head;
  s.input.resize(words * arc);
  for (size_t word = 0; word < words; ++word)
    kernels().quantise_positive(&s.views[word * parts_.all], arc, &s.input[word * arc]);
  arc_.apply(s.input, words, s.sums, s.dependents);
}

// What each distance from -words to words adds.
void Network::spread_distances(size_t words, std::vector<float>& spread) const {
  const auto n = static_cast<int64_t>(words), reach = static_cast<int64_t>(distances_.size() / 2);
  spread.resize(2 * words + 1);
  for (int64_t d = -n; d <= n; ++d) {
    spread[static_cast<size_t>(d + n)] =
        distances_[static_cast<size_t>(std::clamp(d, -reach, reach) + reach)];
  }
}

// Each dependent times each head: the heads are laid out like weights.
void Network::add_arcs(size_t words, Scratch& s, std::vector<float>& scores) const {
  const size_t arc = parts_.head, out = padded_outputs(words), width = words + 1;
  s.input.resize(words * arc);
  kernels().quantise(s.dependents.data(), s.input.size(), s.input.data());
  s.heads.assign(arc * out, 0);
  s.excess.resize(words);
  s.head.resize(arc);
  for (size_t word = 0; word < words; ++word) {
    kernels().quantise_positive(&s.views[word * parts_.all + parts_.head], arc, s.head.data());
    int32_t sum = 0;
    for (size_t i = 0; i < arc; ++i) sum += s.head[i] - kZero;
    s.excess[word] = kZero * sum;
    for (size_t i = 0; i < arc; i += kInputs) {
      const uint32_t signs = 0x80808080u;  // flipped, each byte is less by kZero
      const uint32_t four = load<uint32_t>(reinterpret_cast<const char*>(&s.head[i])) ^ signs;
      std::memcpy(&s.heads[i * out + word * kInputs], &four, sizeof four);
    }
  }
  grow(s.sums, words * out);
  kernels().multiply({s.input.data(), reinterpret_cast<const char*>(s.heads.data()), s.sums.data(),
                      words, arc, out, false});
  constexpr float kScale = 1.0f / (static_cast<float>(kUnit) * static_cast<float>(kUnit));
  spread_distances(words, s.distances);
  for (size_t i = 0; i < words; ++i) {
    const float* distance = s.distances.data() + words - i;  // [j]: of word j from word i
    const int32_t* sums = s.sums.data() + i * out;
    for (size_t j = 0; j < words; ++j)
      scores[i * width + j] = static_cast<float>(sums[j] - s.excess[j]) * kScale + distance[j];
  }
}

void Network::score_heads(const std::vector<WordIds>& ids, Scratch& s,
                          std::vector<float>& scores) const {
  const size_t words = ids.size(), arc = parts_.head;
  embed(ids, s.words);
  for (const Recurrent& layer : layers_) layer.apply(s.words, words, s.recurrent);
  view(words, s);
  grow(scores, words * (words + 1));
  add_arcs(words, s, scores);
  for (size_t i = 0; i < words; ++i) {
    float sum = 0;
    for (size_t k = 0; k < arc; ++k) sum += s.dependents[i * arc + k] * root_head_[k];
    scores[i * (words + 1) + words] = sum;
  }
}

void Network::contexts(const Scratch& s, uint8_t* out) const {
  std::copy(s.contexts.begin(), s.contexts.end(), out);
}

void Network::name_relations(const std::vector<int32_t>& heads, Scratch& s,
                             std::vector<Rel>& relations) const {
  const size_t words = heads.size(), label = label_.in();
  s.input.resize(words * label);
  s.arc.resize(label);
  for (size_t word = 0; word < words; ++word) {
    const auto head = static_cast<size_t>(heads[word]);
    const float* child = s.views.data() + word * parts_.all + parts_.child;
    const float* parent =
        head < words ? s.views.data() + head * parts_.all + parts_.parent : root_parent_.data();
    for (size_t i = 0; i < label; ++i) s.arc[i] = child[i] + parent[i];
    kernels().quantise_positive(s.arc.data(), label, &s.input[word * label]);
  }
  label_.apply(s.input, words, s.sums, s.relations);
  relations.resize(words);
  for (size_t word = 0; word < words; ++word) {
    const float* scores = s.relations.data() + word * label_.out();
    relations[word] = relations_[kernels().best(scores, relations_.size())];
  }
}

TagPair Network::tags(const Scratch& s, size_t word, TagPair before) const {
  const float* scores = s.views.data() + word * parts_.all + parts_.tags;
  const size_t best = kernels().best(scores, tags_.size());
  const auto known = std::find(tags_.begin(), tags_.end(), before);
  const bool clear =
      known == tags_.end() || scores[best] - scores[known - tags_.begin()] > kClearly;
  return clear ? tags_[best] : before;
}

EntityKind Network::entity(const Scratch& s, size_t word) const {
  const float* scores = s.views.data() + word * parts_.all + parts_.entities;
  return static_cast<EntityKind>(kernels().best(scores, kEntityKinds));
}

}  // namespace sitrep
