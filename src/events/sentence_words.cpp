#include "events/sentence_words.h"

#include <algorithm>

namespace sitrep {

void SentenceWords::read(uint32_t sentence) {
  const auto [found, fresh] = words_.try_emplace(sentence);
  if (!fresh) return;
  std::vector<Key>& words = found->second;
  const Sentence& s = reading_.document.sentences[sentence];
  for (uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = reading_.document.tokens[i];
    if (t.tag == Tag::NOUN || t.tag == Tag::PROPN || t.tag == Tag::NUM) words.push_back(t.lemma);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

uint32_t SentenceWords::in_common(const Draft& event, const Draft& draft) {
  const uint32_t own = draft.tellings.front().sentence;
  read(own);
  for (const Telling& t : event.tellings) read(t.sentence);
  return static_cast<uint32_t>(std::ranges::count_if(words_.at(own), [&](Key word) {
    return std::ranges::any_of(event.tellings, [&](const Telling& t) {
      return std::ranges::binary_search(words_.at(t.sentence), word);
    });
  }));
}

}  // namespace sitrep
