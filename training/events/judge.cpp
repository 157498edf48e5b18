#include "judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/event_model.h"
#include "folds.h"

namespace sitrep::training {

namespace {

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

// By the rules and as learnt, of each class.
struct Judged {
  std::vector<Tally> rules, learnt;
};

// The label that stands for a case where `given` is said of it.
size_t meant(const Case& c, size_t given) { return (c.also >> given & 1) != 0 ? given : c.label; }

template <typename AnyLearner>
Judged judge(const std::vector<Case>& cases, const std::vector<AnyLearner>& folds, size_t classes) {
  Judged judged{std::vector<Tally>(classes), std::vector<Tally>(classes)};
  for (const Case& c : cases) {
    const std::vector<double> shares = folds[fold_of(c.group)].shares(c);
    const auto best =
        static_cast<size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
    for (size_t k = 0; k < classes; ++k) {
      judged.rules[k].add(c.ruled == k, meant(c, c.ruled) == k);
      judged.learnt[k].add(best == k, meant(c, best) == k);
    }
  }
  return judged;
}

void print(const Judged& judged, const std::vector<const char*>& names) {
  fmt::print("{:16} {:^17}  {:^17}\n", "", "rules P R F1", "learnt P R F1");
  for (size_t k = 0; k < names.size(); ++k)
    fmt::print("{:16} {}  {}\n", names[k], judged.rules[k].text(), judged.learnt[k].text());
}

}  // namespace

void judge_roles(const std::vector<Case>& cases, const std::vector<WideDeepLearner>& folds) {
  print(judge(cases, folds, kParts),
        {"none", "perpetrator", "physical_target", "human_target", "instrument"});
}

void judge_types(const std::vector<Case>& cases, const std::vector<Learner>& folds) {
  std::vector<const char*> names;
  std::vector<std::string> texts;
  for (size_t k = 0; k < kTypes; ++k) texts.emplace_back(name(static_cast<EventType>(k)));
  names.reserve(texts.size());
  for (const std::string& text : texts) names.push_back(text.c_str());
  const Judged judged = judge(cases, folds, kTypes);
  print(judged, names);
  Tally rules, learnt;
  for (size_t k = 0; k < kTypes; ++k) {
    rules.right += judged.rules[k].right, rules.wanted += judged.rules[k].wanted;
    learnt.right += judged.learnt[k].right, learnt.wanted += judged.learnt[k].wanted;
  }
  rules.given = rules.wanted, learnt.given = learnt.wanted;
  fmt::print("{:16} {}  {}\n", "all types", rules.text(), learnt.text());
}

void judge_being(const std::vector<Case>& cases, const std::vector<Learner>& folds) {
  print(judge(cases, folds, 2), {"no incident", "incident"});
}

void judge_fillers(const std::vector<Case>& cases, const std::vector<Learner>& folds) {
  print(judge(cases, folds, 2), {"none of it", "filler"});
}

void judge_suspects(const std::vector<Case>& cases, const std::vector<Learner>& folds) {
  print(judge(cases, folds, 2), {"did not", "did it"});
}

void judge_joins(const std::vector<Case>& cases, const std::vector<Learner>& folds) {
  print(judge(cases, folds, 2), {"two events", "one event"});
}

}  // namespace sitrep::training
