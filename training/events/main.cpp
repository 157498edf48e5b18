// train_events KNOWLEDGE REPORTS GOLD OUT: learns models/events.model from reports with the events
// that people wrote down, and says how well it does on reports held out.
#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <fstream>

#include "event_cases.h"
#include "filler_cases.h"
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

constexpr uint32_t kFolds = 4;

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

// The cases of which `keep` holds.
template <typename Keep>
std::vector<const Case*> those(const std::vector<Case>& cases, Keep&& keep) {
  std::vector<const Case*> kept;
  for (const Case& c : cases) {
    if (keep(c)) kept.push_back(&c);
  }
  return kept;
}

std::vector<WeightRow> learnt(const std::vector<const Case*>& cases, size_t classes) {
  Learner learner(classes);
  learner.learn(cases);
  return learner.rows();
}

WideDeepLearner roles_learnt(const std::vector<const Case*>& cases) {
  WideDeepLearner learner(kParts);
  learner.learn(cases);
  return learner;
}

struct Rows {
  WideDeepWeights roles;
  std::vector<WeightRow> joins, types, real, fillers, suspects;
};

std::string packed(Rows rows) {
  BlobWriter blob;
  WideDeep::write(blob, std::move(rows.roles));
  for (auto* scorer : {&rows.joins, &rows.types, &rows.real, &rows.fillers, &rows.suspects})
    LinearModel::write(blob, std::move(*scorer));
  return blob.finish(BlobKind::events);
}

std::vector<Case> role_cases(ReportReader& reader, const std::vector<Annotated>& all) {
  std::vector<Case> cases;
  for (const Annotated& one : all) {
    Reading reading = reader.read(one.report);
    reading.model = nullptr;  // what it learns from is what the rules say
    add_role_cases(reading, one.gold, one.group, cases);
  }
  return cases;
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
      if (one.group % kFolds != fold) continue;
      Reading reading = reader.read(one.report);
      reading.model = &*model;
      each(one, reading);
    }
  }
}

// What is learnt without each of the folds.
std::vector<std::vector<WeightRow>> learnt_in_folds(const std::vector<Case>& cases,
                                                    size_t classes) {
  std::vector<std::vector<WeightRow>> out;
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    out.push_back(
        learnt(those(cases, [&](const Case& c) { return c.group % kFolds != fold; }), classes));
  }
  return out;
}

std::vector<WideDeepLearner> roles_in_folds(const std::vector<Case>& cases) {
  std::vector<WideDeepLearner> out(kFolds, WideDeepLearner(kParts));
  tbb::parallel_for(uint32_t{0}, kFolds, [&](uint32_t fold) {
    out[fold] = roles_learnt(those(cases, [&](const Case& c) { return c.group % kFolds != fold; }));
  });
  return out;
}

std::vector<WeightRow> learnt_from_all(const std::vector<Case>& cases, size_t classes) {
  return learnt(those(cases, [](const Case&) { return true; }), classes);
}

int run(char** arguments) {
  const auto knowledge = Knowledge::open(arguments[1]);
  if (!knowledge) return complain(knowledge.error());
  auto reader = ReportReader::create(*knowledge);
  if (!reader) return complain(reader.error());
  const auto all = read_annotated(arguments[2], arguments[3]);
  if (!all) return complain(all.error());
  const std::vector<Case> roles = role_cases(*reader, *all);
  fmt::print("{} reports, {} phrases\n", all->size(), roles.size());
  const auto roles_without = roles_in_folds(roles);
  judge_roles(roles, roles_without);
  std::vector<Case> joins;
  read_unseen(
      *reader, *all,
      [&](uint32_t fold) { return Rows{roles_without[fold].weights(), {}, {}, {}, {}, {}}; },
      [&](const Annotated& one, const Reading& reading) {
        add_join_cases(reading, one.gold, one.group, joins);
      });
  fmt::print("{} pairs of drafts\n", joins.size());
  judge_joins(joins);
  const auto joins_without = learnt_in_folds(joins, 2);
  std::vector<Case> suspects;
  read_unseen(
      *reader, *all,
      [&](uint32_t fold) {
        return Rows{roles_without[fold].weights(), joins_without[fold], {}, {}, {}, {}};
      },
      [&](const Annotated& one, const Reading& reading) {
        add_suspect_cases(reading, one.gold, one.group, suspects);
      });
  fmt::print("{} suspects\n", suspects.size());
  judge_suspects(suspects);
  const auto suspects_without = learnt_in_folds(suspects, 2);
  EventCases events;
  std::vector<Case> fillers;
  read_unseen(
      *reader, *all,
      [&](uint32_t fold) {
        return Rows{roles_without[fold].weights(), joins_without[fold], {}, {}, {},
                    suspects_without[fold]};
      },
      [&](const Annotated& one, const Reading& reading) {
        add_event_cases(reading, one.gold, one.group, events);
        add_filler_cases(reading, one.gold, one.group, fillers);
      });
  fmt::print("{} events, {} with a type\n", events.real.size(), events.types.size());
  judge_events(events.types, events.real);
  fmt::print("{} fillers\n", fillers.size());
  judge_fillers(fillers);
  const std::string bytes = packed(
      {roles_learnt(those(roles, [](const Case&) { return true; })).weights(),
       learnt_from_all(joins, 2), learnt_from_all(events.types, kTypes),
       learnt_from_all(events.real, 2), learnt_from_all(fillers, 2), learnt_from_all(suspects, 2)});
  std::ofstream out(arguments[4], std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  fmt::print("{}: {} bytes\n", arguments[4], bytes.size());
  return out.good() ? 0 : 1;
}

}  // namespace

}  // namespace sitrep::training

int main(int argc, char** argv) {
  if (argc != 5) {
    fmt::print(stderr, "usage: train_events KNOWLEDGE REPORTS GOLD OUT\n");
    return 2;
  }
  return sitrep::training::run(argv);
}
