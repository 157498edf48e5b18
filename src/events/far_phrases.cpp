#include "events/far_phrases.h"

#include <algorithm>

#include "events/role_features.h"

namespace sitrep {

namespace {

constexpr uint32_t kBefore = 1, kBehind = 3;  // sentences

const Telling* nearest(const Draft& event, uint32_t sentence) {
  const auto gap = [&](const Telling& t) {
    return t.sentence > sentence ? 2 * (t.sentence - sentence) : sentence - t.sentence;
  };
  return &*std::min_element(event.tellings.begin(), event.tellings.end(),
                            [&](const Telling& a, const Telling& b) { return gap(a) < gap(b); });
}

}  // namespace

std::vector<FarPhrase> far_phrases(const Reading& reading, const Draft& event) {
  const auto& sentences = reading.document.sentences;
  std::vector<uint32_t> near, far;
  for (const Telling& t : event.tellings) near.push_back(t.sentence);
  for (const uint32_t s : near) {
    const uint32_t first = s > kBefore ? s - kBefore : 0;
    const auto last = std::min<size_t>(s + kBehind + 1, sentences.size());
    for (uint32_t o = first; o < last; ++o) {
      const bool told = std::find(near.begin(), near.end(), o) != near.end();
      if (!told) far.push_back(o);
    }
  }
  std::sort(far.begin(), far.end());
  far.erase(std::unique(far.begin(), far.end()), far.end());
  std::vector<FarPhrase> found;
  for (const uint32_t s : far) {
    const Telling* telling = nearest(event, s);
    const auto [first, last] = within(reading.mentions.phrases, sentences[s]);
    for (size_t i = first; i < last; ++i) {
      const auto phrase = static_cast<uint32_t>(i);
      if (can_take_part(reading, phrase)) found.push_back({phrase, telling});
    }
  }
  return found;
}

}  // namespace sitrep
