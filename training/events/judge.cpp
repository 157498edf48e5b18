#include "judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/event_model.h"

namespace sitrep::training {

namespace {

constexpr uint32_t kFolds = 4;

struct Tally {
  size_t right = 0, given = 0, wanted = 0;
  void add(bool is_given, bool is_wanted) {
    given += is_given, wanted += is_wanted, right += is_given && is_wanted;
  }
  std::string text() const {
    const double p = given ? 100.0 * static_cast<double>(right) / static_cast<double>(given) : 0;
    const double r = wanted ? 100.0 * static_cast<double>(right) / static_cast<double>(wanted) : 0;
    return fmt::format("{:5.1f} {:5.1f} {:5.1f}", p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

}  // namespace

namespace {

// By the rules and as learnt, of each class.
struct Judged {
  std::vector<Tally> rules, learnt;
};

// `shares_of(fold, case)`: by a learner that has not seen the fold.
template <typename SharesOf>
Judged judged_by(const std::vector<Case>& cases, size_t classes, SharesOf&& shares_of) {
  Judged judged{std::vector<Tally>(classes), std::vector<Tally>(classes)};
  for (const Case& c : cases) {
    const std::vector<double> shares = shares_of(c.group % kFolds, c);
    const auto best =
        static_cast<size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    for (size_t k = 0; k < classes; ++k) {
      judged.rules[k].add(c.ruled == k, c.label == k);
      judged.learnt[k].add(best == k, c.label == k);
    }
  }
  return judged;
}

Judged judge(const std::vector<Case>& cases, size_t classes) {
  std::vector<Learner> learners(kFolds, Learner(classes));
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Case*> rest;
    for (const Case& c : cases) {
      if (c.group % kFolds != fold) rest.push_back(&c);
    }
    learners[fold].learn(rest);
  }
  return judged_by(cases, classes,
                   [&](uint32_t fold, const Case& c) { return learners[fold].shares(c.features); });
}

void print(const Judged& judged, const std::vector<const char*>& names) {
  fmt::print("{:16} {:^17}  {:^17}\n", "", "rules P R F1", "learnt P R F1");
  for (size_t k = 0; k < names.size(); ++k)
    fmt::print("{:16} {}  {}\n", names[k], judged.rules[k].text(), judged.learnt[k].text());
}

}  // namespace

void judge_roles(const std::vector<Case>& cases, const std::vector<WideDeepLearner>& folds) {
  print(
      judged_by(cases, kParts, [&](uint32_t fold, const Case& c) { return folds[fold].shares(c); }),
      {"none", "perpetrator", "physical_target", "human_target", "instrument"});
}

void judge_events(const std::vector<Case>& types, const std::vector<Case>& real) {
  std::vector<const char*> names;
  std::vector<std::string> texts;
  for (size_t k = 0; k < kTypes; ++k) texts.emplace_back(name(static_cast<EventType>(k)));
  names.reserve(texts.size());
  for (const std::string& text : texts) names.push_back(text.c_str());
  const Judged judged = judge(types, kTypes);
  print(judged, names);
  Tally rules, learnt;
  for (size_t k = 0; k < kTypes; ++k) {
    rules.right += judged.rules[k].right, rules.wanted += judged.rules[k].wanted;
    learnt.right += judged.learnt[k].right, learnt.wanted += judged.learnt[k].wanted;
  }
  rules.given = rules.wanted, learnt.given = learnt.wanted;
  fmt::print("{:16} {}  {}\n", "all types", rules.text(), learnt.text());
  print(judge(real, 2), {"no incident", "incident"});
}

void judge_fillers(const std::vector<Case>& cases) {
  print(judge(cases, 2), {"none of it", "filler"});
}

void judge_suspects(const std::vector<Case>& cases) {
  print(judge(cases, 2), {"did not", "did it"});
}

void judge_joins(const std::vector<Case>& cases) {
  print(judge(cases, 2), {"two events", "one event"});
}

}  // namespace sitrep::training
