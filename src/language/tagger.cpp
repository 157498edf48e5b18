#include "language/tagger.h"

#include <algorithm>

namespace sitrep {

namespace {

size_t slot_of(uint32_t key, size_t slots) {
  return static_cast<size_t>((uint64_t{key} * slots) >> 32);
}

Failure damaged() { return fail(Code::bad_knowledge, "language model: tagger damaged"); }

}  // namespace

Result<Lexicon> Lexicon::open(std::string_view section) {
  Lexicon lexicon;
  lexicon.slots_ = Packed<LexiconEntry>(section);
  const size_t n = lexicon.slots_.size();
  if (n == 0 || section.size() % sizeof(LexiconEntry) != 0) return damaged();
  if (lexicon.slots_[n - 1].used) return damaged();  // the end of every probe
  return lexicon;
}

std::string Lexicon::pack(const std::vector<LexiconEntry>& entries) {
  const size_t home = entries.size() * 3 / 2 + 1;
  std::vector<LexiconEntry> slots(home);
  std::vector<LexiconEntry> sorted = entries;
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  for (LexiconEntry entry : sorted) {
    size_t at = slot_of(entry.key, home);
    while (at < slots.size() && slots[at].used) ++at;
    if (at >= slots.size()) slots.resize(at + 1);
    entry.used = 1;
    slots[at] = entry;
  }
  slots.resize(slots.size() + 1);
  const auto home_size = static_cast<uint32_t>(home);
  slots.back().key = home_size;
  return std::string(reinterpret_cast<const char*>(slots.data()),
                     slots.size() * sizeof(LexiconEntry));
}

LexiconEntry Lexicon::find(uint32_t key) const {
  const size_t last = slots_.size() - 1;
  const size_t home = std::min<size_t>(slots_[last].key, last);
  for (size_t at = slot_of(key, home); at < last; ++at) {
    const LexiconEntry entry = slots_[at];
    if (!entry.used) break;
    if (entry.key == key) return entry;
  }
  return {};
}

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
  if (classes.empty() || classes.size() % 2 != 0 || classes.size() / 2 > kMaxClasses)
    return damaged();
  for (size_t i = 0; i + 1 < classes.size(); i += 2) {
    const TagPair pair{static_cast<Tag>(classes[i]), static_cast<Fine>(classes[i + 1])};
    if (pair.tag > Tag::VERB || pair.fine > Fine::other) return damaged();
    tagger.classes_.push_back(pair);
  }
  return tagger;
}

uint8_t Tagger::classify(size_t i) const {
  const uint8_t only = context_.words[i].only;
  if (only < classes_.size()) return only;
  TagFeatures features;
  tag_features(context_, i, features);
  Scores scores{};
  model_.add(features, scores);
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(classes_.size());
  return static_cast<uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
}

void Tagger::tag(Document& document, const Sentence& sentence) {
  fill(document, sentence, lexicon_, context_, scratch_);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const size_t i = t - sentence.first + TagContext::kMargin;
    context_.classes[i] = classify(i);
    document.tokens[t].tag = classes_[context_.classes[i]].tag;
    document.tokens[t].fine = classes_[context_.classes[i]].fine;
  }
}

}  // namespace sitrep
