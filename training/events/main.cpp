// train_events KNOWLEDGE REPORTS GOLD OUT [OLD SCORERS]: learns models/events.model from reports
// with the events that people wrote down, and says how well it does on reports held out. With OLD,
// a model of events, only SCORERS ("types,fillers") are those learnt, the others are OLD's.
#include <fmt/format.h>

#include <fstream>

#include "event_cases.h"
#include "filler_cases.h"
#include "folds.h"
#include "gold.h"
#include "intake/reader.h"
#include "join_cases.h"
#include "judge.h"
#include "language/blob.h"
#include "pipeline/report_reader.h"
#include "role_cases.h"
#include "suspect_cases.h"
#include "wide_deep_learner.h"

namespace sitrep::training {

namespace {

int complain(const Error& error) {
  fmt::print(stderr, "{}\n", describe(error));
  return 1;
}

struct Annotated {
  Report report;
  Gold gold;
  uint32_t group = 0;  // one for a report and its excerpts, which are held out together
};

// "africa-3" of "africa-3/lead".
std::string_view source_of(const Report& report) {
  return std::string_view(report.id).substr(0, report.id.find('/'));
}

Result<std::vector<Annotated>> read_annotated(const char* reports, const char* gold_file) {
  auto gold = read_gold(gold_file);
  if (!gold) return Failure(gold.error());
  std::vector<Annotated> all;
  Reader reader({reports}, {});
  while (auto report = reader.next()) {
    if (!*report) return Failure(report->error());
    const auto found = gold->find((*report)->id);
    if (found == gold->end()) continue;
    const bool excerpt = !all.empty() && source_of(all.back().report) == source_of(**report);
    const uint32_t group = all.empty() ? 0 : all.back().group + (excerpt ? 0 : 1);
    all.push_back({std::move(**report), std::move(found->second), group});
  }
  return all;
}

template <typename AnyLearner>
AnyLearner learn(AnyLearner learner, const std::vector<Case>& cases) {
  std::vector<const Case*> all;
  all.reserve(cases.size());
  for (const Case& c : cases) all.push_back(&c);
  learner.learn(all);
  return learner;
}

Learner learnt(const std::vector<Case>& cases, size_t classes) {
  return learn(Learner(classes), cases);
}

// The mean of two that began elsewhere: one alone differs by points from the next.
WideDeepWeights roles_learnt(const std::vector<Case>& cases) {
  std::array<WideDeepWeights, 2> runs;
  tbb::parallel_for(size_t{0}, runs.size(), [&](size_t run) {
    runs[run] =
        learn(WideDeepLearner(kParts, WideDeepLearner::kFirstSeed + 100 * run), cases).weights();
  });
  return mean_of(runs[0], runs[1]);
}

struct Rows {
  WideDeepWeights roles = {};
  std::vector<WeightRow> joins = {}, types = {}, real = {}, fillers = {}, suspects = {},
                         reunions = {};
};

std::string packed(Rows rows) {
  BlobWriter blob;
  WideDeep::write(blob, std::move(rows.roles));
  for (auto* scorer :
       {&rows.joins, &rows.types, &rows.real, &rows.fillers, &rows.suspects, &rows.reunions})
    LinearModel::write(blob, std::move(*scorer));
  return blob.finish(BlobKind::events);
}

// The scorers in the order of their sections.
constexpr std::string_view kScorers[] = {"roles",   "joins",    "types",   "real",
                                         "fillers", "suspects", "reunions"};

std::string contents(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The scorers of `anew` that are named in `wanted`, parted by commas, the others those of `old`;
// none where either is no model of events.
std::optional<std::string> mixed(const std::string& anew, const std::string& old,
                                 std::string_view wanted) {
  constexpr size_t kSections = WideDeep::kSections + 2 * (std::size(kScorers) - 1);
  const auto from = BlobReader::open(anew, BlobKind::events);
  const auto kept = BlobReader::open(old, BlobKind::events);
  if (!from || !kept || from->sections() < kSections || kept->sections() < kSections)
    return std::nullopt;
  const std::string list = fmt::format(",{},", wanted);
  BlobWriter blob;
  size_t section = 0;
  for (const std::string_view scorer : kScorers) {
    const bool learnt = list.find(fmt::format(",{},", scorer)) != std::string::npos;
    const size_t end = section + (scorer == "roles" ? size_t{WideDeep::kSections} : 2);
    for (; section < end; ++section)
      blob.add(std::string((learnt ? *from : *kept).section(section)));
  }
  return blob.finish(BlobKind::events);
}

int write_model(const char* path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  fmt::print("{}: {} bytes\n", path, bytes.size());
  return out.good() ? 0 : 1;
}

// Calls each(annotated, reading) with a model that has not seen the report: made by `rows_without`
// a fold.
template <typename RowsWithout, typename Each>
void read_unseen(ReportReader& reader, const std::vector<Annotated>& all,
                 RowsWithout&& rows_without, Each&& each) {
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    const std::string bytes = packed(rows_without(fold));
    const auto model = EventModel::open(bytes);
    if (!model) continue;
    for (const Annotated& one : all) {
      if (fold_of(one.group) != fold) continue;
      Reading reading = reader.read(one.report);
      reading.model = &*model;
      each(one, reading);
    }
  }
}

// Of phrases in an event's own sentence, from the rules alone; then of those round it, as they are
// met once a model of roles has read the sentence.
std::vector<Case> role_cases(ReportReader& reader, const std::vector<Annotated>& all) {
  std::vector<Case> cases;
  for (const Annotated& one : all) {
    Reading reading = reader.read(one.report);
    reading.model = nullptr;
    add_near_role_cases(reading, one.gold, one.group, cases);
  }
  const auto near = learnt_in_folds<WideDeepLearner>(cases, kParts);
  read_unseen(
      reader, all, [&](uint32_t fold) { return Rows{.roles = near[fold].weights()}; },
      [&](const Annotated& one, const Reading& reading) {
        add_far_role_cases(reading, one.gold, one.group, cases);
      });
  return cases;
}

// As they are met when a model of joins has joined the drafts before: one that has learnt from
// drafts that all were joined rightly. With those cases besides, more is joined and nothing better.
std::vector<Case> join_cases(ReportReader& reader, const std::vector<Annotated>& all,
                             const std::vector<WideDeepLearner>& roles) {
  std::vector<Case> cases;
  read_unseen(
      reader, all, [&](uint32_t fold) { return Rows{.roles = roles[fold].weights()}; },
      [&](const Annotated& one, const Reading& reading) {
        add_join_cases(reading, one.gold, one.group, cases);
      });
  const auto folds = learnt_in_folds<Learner>(cases, 2);
  cases.clear();
  read_unseen(
      reader, all,
      [&](uint32_t fold) {
        return Rows{.roles = roles[fold].weights(), .joins = folds[fold].rows()};
      },
      [&](const Annotated& one, const Reading& reading) {
        add_met_join_cases(reading, one.gold, one.group, cases);
      });
  return cases;
}

// What has been learnt without each fold of the reports, so far.
struct Folds {
  std::vector<WideDeepLearner> roles = {};
  std::vector<Learner> joins = {}, fillers = {}, suspects = {}, reunions = {};

  Rows without(uint32_t fold) const {
    const auto rows = [&](const std::vector<Learner>& learners) {
      return learners.empty() ? std::vector<WeightRow>() : learners[fold].rows();
    };
    return {.roles = roles[fold].weights(),
            .joins = rows(joins),
            .fillers = rows(fillers),
            .suspects = rows(suspects),
            .reunions = rows(reunions)};
  }
};

// The scorers one after the other, each from what those before it make of reports that they have
// not seen.
class Course {
 public:
  Course(ReportReader& reader, const std::vector<Annotated>& all) : reader_(reader), all_(all) {}

  void learn_joins();   // and what goes before them, roles, and behind, reunions
  void learn_events();  // who is suspected, fillers, types, being an incident
  std::string model() const;

 private:
  template <typename Each>
  void read(Each&& each) {
    read_unseen(
        reader_, all_, [&](uint32_t fold) { return folds_.without(fold); },
        std::forward<Each>(each));
  }

  ReportReader& reader_;
  const std::vector<Annotated>& all_;
  Folds folds_;
  std::vector<Case> roles_, joins_, reunions_, suspects_, fillers_;
  EventCases events_;
};

void Course::learn_joins() {
  roles_ = role_cases(reader_, all_);
  fmt::print("{} reports, {} phrases\n", all_.size(), roles_.size());
  folds_.roles = learnt_in_folds<WideDeepLearner>(roles_, kParts);
  judge_roles(roles_, folds_.roles);
  joins_ = join_cases(reader_, all_, folds_.roles);
  fmt::print("{} pairs of drafts\n", joins_.size());
  folds_.joins = learnt_in_folds<Learner>(joins_, 2);
  judge_joins(joins_, folds_.joins);
  read([&](const Annotated& one, const Reading& reading) {
    add_reunion_cases(reading, one.gold, one.group, reunions_);
  });
  fmt::print("{} pairs of events\n", reunions_.size());
  folds_.reunions = learnt_in_folds<Learner>(reunions_, 2);
  judge_joins(reunions_, folds_.reunions);
}

void Course::learn_events() {
  read([&](const Annotated& one, const Reading& reading) {
    if (!one.gold.events.empty()) add_suspect_cases(Told(reading, one.gold, one.group), suspects_);
  });
  fmt::print("{} suspects\n", suspects_.size());
  folds_.suspects = learnt_in_folds<Learner>(suspects_, 2);
  judge_suspects(suspects_, folds_.suspects);
  read([&](const Annotated& one, const Reading& reading) {
    if (!one.gold.events.empty()) add_filler_cases(Told(reading, one.gold, one.group), fillers_);
  });
  fmt::print("{} fillers\n", fillers_.size());
  folds_.fillers = learnt_in_folds<Learner>(fillers_, 2);
  judge_fillers(fillers_, folds_.fillers);
  read([&](const Annotated& one, const Reading& reading) {
    if (one.gold.partial && one.gold.events.empty()) return;
    Told told(reading, one.gold, one.group);
    told.story.weigh_fillers(told.events);
    add_event_cases(told, events_);
  });
  fmt::print("{} events, {} with a type\n", events_.real.size(), events_.types.size());
  judge_types(events_.types, learnt_in_folds<Learner>(events_.types, kTypes));
  judge_being(events_.real, learnt_in_folds<Learner>(events_.real, 2));
}

std::string Course::model() const {
  return packed({.roles = roles_learnt(roles_),
                 .joins = learnt(joins_, 2).rows(),
                 .types = learnt(events_.types, kTypes).rows(),
                 .real = learnt(events_.real, 2).rows(),
                 .fillers = learnt(fillers_, 2).rows(),
                 .suspects = learnt(suspects_, 2).rows(),
                 .reunions = learnt(reunions_, 2).rows()});
}

int run(char** arguments, const char* old, const char* wanted) {
  const auto knowledge = Knowledge::open(arguments[1]);
  if (!knowledge) return complain(knowledge.error());
  auto reader = ReportReader::create(*knowledge);
  if (!reader) return complain(reader.error());
  const auto all = read_annotated(arguments[2], arguments[3]);
  if (!all) return complain(all.error());
  Course course(*reader, *all);
  course.learn_joins();
  course.learn_events();
  if (!old) return write_model(arguments[4], course.model());
  const auto bytes = mixed(course.model(), contents(old), wanted);
  if (!bytes) fmt::print(stderr, "{}: no model of events\n", old);
  return bytes ? write_model(arguments[4], *bytes) : 1;
}

}  // namespace

}  // namespace sitrep::training

int main(int argc, char** argv) {
  if (argc != 5 && argc != 7) {
    fmt::print(stderr, "usage: train_events KNOWLEDGE REPORTS GOLD OUT [OLD SCORERS]\n");
    return 2;
  }
  const bool mixes = argc == 7;
  return sitrep::training::run(argv, mixes ? argv[5] : nullptr, mixes ? argv[6] : nullptr);
}
