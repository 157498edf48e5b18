#include "made_corpus/story.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep::made {

namespace {

using Kind = Telling::Kind;
using Blame = Version::Blame;

constexpr double kVagueTitle = 0.1;
constexpr double kStreetInList = 0.85;  // a round-up says which street
constexpr double kSplitEvent = 0.015;   // one incident coded as two events of a report

std::string_view key_of(Blame blame) {
  constexpr std::string_view kKeys[] = {"", "none", "suspected", "accused", "claimed", "denied"};
  return kKeys[static_cast<size_t>(blame)];
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (is_lower(c)) c = static_cast<char>(c - 32);
  }
  return text;
}

class StoryWriter {
 public:
  StoryWriter(const Desk& desk, const Telling& telling, Random& random)
      : desk_(desk), telling_(telling), random_(random) {
    story_.outlet = telling.outlet;
    story_.minute = telling.minute;
  }

  Story run(std::shared_ptr<const Truth> truth, std::shared_ptr<const Truth> recalled) {
    add_event(std::move(truth), telling_);
    const bool plain = telling_.kind == Kind::news || random_.chance(0.5);
    set_title(plain && !random_.chance(kVagueTitle) ? "title" : "title_copy");
    add(lead_role(), type_key(), 0);
    if (story_.sentences.empty()) add("lead", type_key(), 0);
    if (story_.sentences.empty()) add("follow", "*", 0);
    add_middle();
    if (recalled) add_recalled(std::move(recalled));
    if (random_.chance(kSplitEvent)) split_event();
    add_dateline();
    return std::move(story_);
  }

  Story round_up(const std::vector<std::shared_ptr<const Truth>>& truths) {
    for (const auto& truth : truths) {
      add_event(truth, telling_);
      const size_t event = story_.events.size() - 1;
      if (!random_.chance(kStreetInList) || !add("street_item", type_key(), event))
        add("item", type_key(), event);
    }
    set_title("round_title");
    add("round_lead", "*", kNoEvent);
    std::rotate(story_.sentences.begin(), story_.sentences.end() - 1, story_.sentences.end());
    for (int i = 0; i < 2; ++i) add_background();
    return std::move(story_);
  }

 private:
  void add_event(std::shared_ptr<const Truth> truth, const Telling& telling) {
    Version version = tell(desk_.world, *truth, telling, random_);
    story_.events.push_back({std::move(truth), std::move(version)});
  }

  Scene scene_of(size_t event) {
    const Told& told = story_.events[event == kNoEvent ? 0 : event];
    return {desk_.world, desk_.phrases, *told.truth, told.version, telling_, random_};
  }

  std::string_view type_key() const { return name(story_.events.back().version.type); }

  const std::string& profile() const {
    return desk_.world.theatres[story_.events[0].truth->theatre].profile->name;
  }

  std::string_view lead_role() {
    if (telling_.kind == Kind::anniversary) return "anniversary";
    return telling_.kind == Kind::follow_up && random_.chance(0.7) ? "follow" : "lead";
  }

  void set_title(std::string_view role) {
    Scene scene = scene_of(0);
    auto title = write(scene, role, name(scene.version.type));
    if (!title) title = write(scene, "title_copy", "*");
    story_.title = std::move(*title);
    story_.title.event = role.starts_with("round") ? kNoEvent : 0;
  }

  bool add(std::string_view role, std::string_view when, size_t event) {
    Scene scene = scene_of(event);
    auto sentence = write(scene, role, when);
    if (!sentence) return false;
    sentence->event = event;
    story_.sentences.push_back(std::move(*sentence));
    return true;
  }

  // None that begins like another of the story.
  void add_background() {
    constexpr size_t kBeginning = 16;
    if (!add("background", profile(), kNoEvent)) return;
    const std::string beginning = story_.sentences.back().text.substr(0, kBeginning);
    const auto last = story_.sentences.end() - 1;
    const auto like = [&](const Sentence& s) { return s.text.starts_with(beginning); };
    if (std::any_of(story_.sentences.begin(), last, like)) story_.sentences.pop_back();
  }

  // Details, toll and blame in any order, with background between them.
  void add_middle() {
    const size_t length = random_.below(10);  // 0: a flash
    const auto& facts = story_.events[0].version.facts;
    const size_t details =
        length == 0 ? random_.below(3) : 3 + random_.below(std::min<size_t>(length, 5));
    for (size_t i = 0; i < std::min(details, facts.size()); ++i) add("detail", facts[i], 0);
    const Blame blame = story_.events[0].version.blame;
    if (blame != Blame::silent && add("claim", key_of(blame), 0))
      story_.sentences.back().blame = blame;
    if (random_.chance(length == 0 ? 0.2 : 0.4)) add("toll", "*", 0);
    const auto backgrounds = static_cast<size_t>(random_.between(length == 0 ? 0 : 1, 5));
    for (size_t i = 0; i < backgrounds; ++i) add_background();
    for (size_t i = story_.sentences.size(); i > 2; --i)
      std::swap(story_.sentences[i - 1], story_.sentences[1 + random_.below(i - 1)]);
  }

  void add_recalled(std::shared_ptr<const Truth> recalled) {
    Telling past = telling_;
    past.kind = Kind::recall;
    add_event(std::move(recalled), past);
    if (!add("recall", "*", story_.events.size() - 1)) story_.events.pop_back();
  }

  // The coder took one thing for two: a detail becomes an event of a kindred type.
  void split_event() {
    for (Sentence& sentence : story_.sentences) {
      if (sentence.event != 0 || sentence.marks.empty() || &sentence == &story_.sentences[0])
        continue;
      Told twin = story_.events[0];
      twin.version.type = random_.pick(desk_.world.kinds.at(twin.version.type).mistaken_for);
      story_.events.push_back(std::move(twin));
      sentence.event = story_.events.size() - 1;
      return;
    }
  }

  void add_dateline() {
    if (!random_.chance(0.4)) return;
    const Truth& truth = *story_.events[0].truth;
    const Theatre& theatre = desk_.world.theatres[truth.theatre];
    const std::string line = upper(theatre.towns[truth.town].place.name) + ", " +
                             theatre.country_name + " (" + telling_.outlet->name + ") - ";
    Sentence& lead = story_.sentences[0];
    lead.text.insert(0, line);
    for (Mark& mark : lead.marks) {
      mark.begin += static_cast<uint32_t>(line.size());
      mark.end += static_cast<uint32_t>(line.size());
    }
  }

  const Desk& desk_;
  const Telling& telling_;
  Random& random_;
  Story story_;
};

}  // namespace

Story write_story(const Desk& desk, std::shared_ptr<const Truth> truth, const Telling& telling,
                  std::shared_ptr<const Truth> recalled, Random& random) {
  return StoryWriter(desk, telling, random).run(std::move(truth), std::move(recalled));
}

Story write_round_up(const Desk& desk, const std::vector<std::shared_ptr<const Truth>>& truths,
                     const Telling& telling, Random& random) {
  return StoryWriter(desk, telling, random).round_up(truths);
}

Story write_copy(const Desk& desk, const Story& original, const Telling& telling, Random& random) {
  Story copy = original;
  copy.outlet = telling.outlet;
  copy.minute = telling.minute;
  const Told& told = copy.events[0];
  if (random.chance(0.7)) {
    Scene scene{desk.world, desk.phrases, *told.truth, told.version, telling, random};
    const std::string_view role = random.chance(0.3) ? "title_copy" : "title";
    if (auto title = write(scene, role, name(told.version.type))) {
      copy.title = std::move(*title);
      copy.title.event = 0;
    }
  }
  // Cut from the end, as far as that takes no event's last sentence.
  for (size_t cuts = random.below(4); cuts > 0 && copy.sentences.size() > 3; --cuts) {
    if (copy.sentences.back().event > 0 && copy.sentences.back().event != kNoEvent) break;
    copy.sentences.pop_back();
  }
  return copy;
}

}  // namespace sitrep::made
