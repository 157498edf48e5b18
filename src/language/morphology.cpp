#include "language/morphology.h"

#include "core/text.h"
#include "language/lemmatiser.h"

namespace sitrep {

namespace {
constexpr size_t kSection = 2;  // behind the lemmatiser's own
}

uint32_t morphology_key(std::string_view lower, TagPair tags) {
  const uint64_t pair = (static_cast<uint64_t>(tags.tag) << 8) | static_cast<uint64_t>(tags.fine);
  return feature_hash(302, key(lower), pair);
}

Result<Morphology> Morphology::open(std::string_view lemmatiser_blob) {
  auto reader = BlobReader::open(lemmatiser_blob, BlobKind::lemmatiser);
  if (!reader) return tl::unexpected(reader.error());
  auto keys = Vocabulary::open(reader->section(kSection));
  if (!keys) return tl::unexpected(keys.error());
  Morphology morphology;
  morphology.keys_ = *keys;
  morphology.lines_ = split(reader->section(kSection + 1), '\n');
  if (morphology.lines_.size() < keys->rows())
    return fail(Code::bad_knowledge, "language model: morphology damaged");
  return morphology;
}

void Morphology::write(BlobWriter& blob, const std::map<uint32_t, std::string>& features) {
  std::vector<uint32_t> keys;
  std::string lines = "_";
  for (const auto& [key, line] : features) {
    keys.push_back(key);
    lines += '\n' + line;
  }
  blob.add(Vocabulary::pack(keys));
  blob.add(lines);
}

std::string_view Morphology::features(std::string_view word, TagPair tags) const {
  std::string lower;
  append_lemma_input(lower, word);
  uint32_t row = keys_.row(morphology_key(lower, tags));
  if (row == Vocabulary::kUnknown) row = keys_.row(morphology_key("", tags));
  return row < lines_.size() ? lines_[row] : "_";
}

}  // namespace sitrep
