#include "role_cases.h"

#include <algorithm>

#include "alignment.h"
#include "events/far_phrases.h"
#include "events/merge.h"
#include "events/role_features.h"
#include "events/story.h"
#include "language/kernels.h"

namespace sitrep::training {

namespace {

class Maker {
 public:
  Maker(const Reading& reading, const Gold& gold, uint32_t group, std::vector<Case>& cases)
      : reading_(reading),
        gold_(gold),
        group_(group),
        cases_(cases),
        alignment_(reading, gold),
        story_(reading),
        features_(reading, story_.ruled()) {}

  void make_near() {
    story_.watch([&](std::span<const Draft> drafts) {
      for (const Draft& draft : drafts) {
        const auto meant = alignment_.event_of(draft);
        if (meant || alignment_.complete()) add_near(draft, meant);
      }
    });
    tell();
  }

  void make_far() {
    std::vector<Draft> events(gold_.events.size());
    for (Draft& draft : tell()) {
      const auto meant = alignment_.event_of(draft);
      if (meant) absorb(events[*meant], std::move(draft));
    }
    for (size_t g = 0; g < events.size(); ++g) {
      if (!events[g].tellings.empty()) add_far(events[g], g);
    }
  }

 private:
  std::vector<Draft> tell() {
    return story_.tell(0, static_cast<uint32_t>(reading_.document.sentences.size()));
  }

  void add(const Draft& draft, const Telling& telling, uint32_t phrase,
           std::optional<size_t> meant) {
    const Part label = meant ? alignment_.part(*meant, phrase) : Part::none;
    const auto& features = features_.of(draft, telling, phrase);
    cases_.push_back({features, static_cast<uint8_t>(label),
                      static_cast<uint8_t>(ruled_part(reading_, draft, phrase)), group_,
                      contexts(telling, phrase)});
  }

  std::vector<uint8_t> contexts(const Telling& telling, uint32_t phrase) const {
    std::vector<uint8_t> out;
    for (const uint32_t word : context_words(reading_, telling, phrase)) {
      const auto context = reading_.document.context(word);
      out.insert(out.end(), context.begin(), context.end());
    }
    out.resize(kContextWords * kContext, kZero);  // where no sentence is parsed
    return out;
  }

  void add_near(const Draft& draft, std::optional<size_t> meant) {
    const Telling& telling = draft.tellings.front();
    const auto [first, last] =
        within(reading_.mentions.phrases, reading_.document.sentences[telling.sentence]);
    for (size_t i = first; i < last; ++i) {
      const auto phrase = static_cast<uint32_t>(i);
      if (can_take_part(reading_, phrase)) add(draft, telling, phrase, meant);
    }
  }

  void add_far(const Draft& event, size_t meant) {
    for (const FarPhrase& far : far_phrases(reading_, event))
      add(event, *far.telling, far.phrase, meant);
  }

  const Reading& reading_;
  const Gold& gold_;
  uint32_t group_;
  std::vector<Case>& cases_;
  Alignment alignment_;
  StoryReader story_;
  RoleFeatures features_;
};

}  // namespace

void add_near_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                         std::vector<Case>& cases) {
  Maker(reading, gold, group, cases).make_near();
}

void add_far_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                        std::vector<Case>& cases) {
  Maker(reading, gold, group, cases).make_far();
}

}  // namespace sitrep::training
