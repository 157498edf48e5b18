#include "role_cases.h"

#include <algorithm>

#include "alignment.h"
#include "events/far_phrases.h"
#include "events/role_features.h"
#include "events/story.h"

namespace sitrep::training {

namespace {

class Maker {
 public:
  Maker(const Reading& reading, const Gold& gold, uint32_t group, std::vector<Case>& cases)
      : reading_(reading), gold_(gold), group_(group), cases_(cases),
        alignment_(reading, gold), features_(reading) {}

  void make() {
    StoryReader story(reading_);
    const auto sentences = static_cast<uint32_t>(reading_.document.sentences.size());
    const std::vector<Draft> drafts = story.tell(0, sentences);
    const std::vector<Draft> events = story.join(drafts);
    for (const Draft& draft : drafts) add_near(draft, gold_of(draft, events));
    for (const Draft& event : events) add_far(event);
  }

 private:
  struct Meant {
    bool known = false;
    std::optional<size_t> event;
  };

  Meant gold_of(const Draft& draft, const std::vector<Draft>& events) const {
    if (!gold_.partial) return {true, alignment_.told(draft)};
    const Telling& t = draft.tellings.front();
    for (const Draft& event : events) {
      const bool holds = std::any_of(event.tellings.begin(), event.tellings.end(),
                                     [&](const Telling& o) { return o.trigger == t.trigger; });
      if (!holds) continue;
      const auto meant = alignment_.shared(event);
      return {meant.has_value(), meant};
    }
    return {};
  }

  // Most of its tellings decide.
  Meant gold_of(const Draft& event) const {
    if (gold_.partial) {
      const auto meant = alignment_.shared(event);
      return {meant.has_value(), meant};
    }
    std::vector<int> votes(gold_.events.size(), 0);
    for (const Telling& t : event.tellings) {
      Draft one;
      one.tellings.push_back(t);
      if (const auto g = alignment_.told(one)) ++votes[*g];
    }
    const auto most = std::max_element(votes.begin(), votes.end());
    if (most == votes.end() || *most == 0) return {};
    return {true, static_cast<size_t>(most - votes.begin())};
  }

  void add(const Draft& draft, const Telling& telling, uint32_t phrase, const Meant& meant) {
    const Part label = meant.event ? alignment_.part(*meant.event, phrase) : Part::none;
    const auto& features = features_.of(draft, telling, phrase);
    cases_.push_back({features, static_cast<uint8_t>(label),
                      static_cast<uint8_t>(ruled_part(reading_, draft, phrase)), group_});
  }

  void add_near(const Draft& draft, const Meant& meant) {
    if (!meant.known) return;
    const Telling& telling = draft.tellings.front();
    const auto [first, last] =
        within(reading_.mentions.phrases, reading_.document.sentences[telling.sentence]);
    for (size_t i = first; i < last; ++i) {
      const auto phrase = static_cast<uint32_t>(i);
      if (can_take_part(reading_, phrase)) add(draft, telling, phrase, meant);
    }
  }

  void add_far(const Draft& event) {
    const Meant meant = gold_of(event);
    if (!meant.known) return;
    for (const FarPhrase& far : far_phrases(reading_, event))
      add(event, *far.telling, far.phrase, meant);
  }

  const Reading& reading_;
  const Gold& gold_;
  uint32_t group_;
  std::vector<Case>& cases_;
  Alignment alignment_;
  RoleFeatures features_;
};

}  // namespace

void add_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                    std::vector<Case>& cases) {
  Maker(reading, gold, group, cases).make();
}

}  // namespace sitrep::training
