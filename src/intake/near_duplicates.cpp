#include "intake/near_duplicates.h"

#include <algorithm>

#include "core/hash.h"
#include "core/text.h"

namespace sitrep {

namespace {

constexpr size_t kShingle = 5;

// Words as runs of letters and digits, lower case; apostrophes and other marks of the general
// punctuation block are no part of them, so that copies with other quotation marks have the same
// words.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) {}

  // As it stands in the text, marks within it included.
  std::string_view last() const { return text_.substr(begin_, end_ - begin_); }

  bool next(Key& word) {
    uint64_t h = 1469598103934665603ull;
    bool any = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool mark = text_.substr(at_).starts_with("\xE2\x80");
      if (!mark && is_word_byte(c)) {
        h = (h ^ static_cast<unsigned char>(to_lower(c))) * 1099511628211ull;
        if (!any) begin_ = at_;
        any = true;
        end_ = ++at_;
        continue;
      }
      const bool apostrophe = c == '\'' || text_.substr(at_).starts_with("\xE2\x80\x99");
      at_ += mark ? std::min<size_t>(3, text_.size() - at_) : 1;
      if (any && !apostrophe) break;
    }
    word = h;
    return any;
  }

 private:
  std::string_view text_;
  size_t at_ = 0;
  size_t begin_ = 0;
  size_t end_ = 0;
};

uint64_t mixed(Key shingle) {
  const uint64_t h = shingle * 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 32);
}

// Calls each(hash, tells) for the five-word shingles of a text, with how many of its words
// `telling` is true of; a shorter text is one shingle.
template <typename Each, typename Tells>
void each_shingle(std::string_view text, Tells&& telling, Each&& each) {
  std::array<Key, kShingle> ring = {};
  std::array<bool, kShingle> tells = {};
  size_t count = 0;
  const auto fold = [&](size_t first, size_t size) {
    Key shingle = kNoKey;
    for (size_t i = 0; i < size; ++i) shingle = extend(shingle, ring[(first + i) % kShingle]);
    each(mixed(shingle), std::ranges::count(tells, true));
  };
  Words words(text);
  for (Key word; words.next(word); ++count) {
    ring[count % kShingle] = word;
    tells[count % kShingle] = telling(words.last());
    if (count + 1 >= kShingle) fold((count + 1) % kShingle, kShingle);
  }
  if (count > 0 && count < kShingle) fold(0, count);
}

}  // namespace

Fingerprint fingerprint(std::string_view text) {
  Fingerprint print;
  print.least.fill(Fingerprint::kEmpty);
  const auto none = [](std::string_view) { return false; };
  each_shingle(text, none, [&](uint64_t h, size_t) {
    auto& least = print.least[h % Fingerprint::kClasses];
    least = std::min(least, static_cast<uint32_t>(h >> 32));
  });
  return print;
}

std::vector<uint32_t> least_runs(std::string_view text, size_t most, const Telling& telling) {
  constexpr uint64_t kPlain = uint64_t{1}
                              << 32;  // what a shingle without a telling word has on top
  std::vector<uint64_t> least;
  each_shingle(text, telling, [&](uint64_t h, size_t tells) {
    const uint64_t order = (h >> 32) + (tells > 0 ? 0 : kPlain);
    if (least.size() == most && order >= least.back()) return;
    const auto at = std::ranges::lower_bound(least, order);
    if (at != least.end() && *at == order) return;
    least.insert(at, order);
    if (least.size() > most) least.pop_back();
  });
  std::vector<uint32_t> out;
  out.reserve(least.size());
  for (const uint64_t order : least) out.push_back(static_cast<uint32_t>(order));
  std::ranges::sort(out);
  return out;
}

double similarity(const Fingerprint& a, const Fingerprint& b) {
  size_t used = 0;
  size_t same = 0;
  for (size_t i = 0; i < Fingerprint::kClasses; ++i) {
    if (a.least[i] == Fingerprint::kEmpty && b.least[i] == Fingerprint::kEmpty) continue;
    ++used;
    same += a.least[i] == b.least[i];
  }
  return used == 0 ? 0 : static_cast<double>(same) / static_cast<double>(used);
}

}  // namespace sitrep
