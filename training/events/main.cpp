// train_events KNOWLEDGE REPORTS GOLD OUT: learns models/events.model from reports with the events
// that people wrote down, and says how well it does on reports held out.
#include <fmt/format.h>

#include <fstream>

#include "gold.h"
#include "intake/reader.h"
#include "judge.h"
#include "language/blob.h"
#include "pipeline/report_reader.h"
#include "join_cases.h"
#include "role_cases.h"

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
};

Result<std::vector<Annotated>> read_annotated(const char* reports, const char* gold_file) {
  auto gold = read_gold(gold_file);
  if (!gold) return Failure(gold.error());
  std::vector<Annotated> all;
  Reader reader({reports}, {});
  while (auto report = reader.next()) {
    if (!*report) return Failure(report->error());
    const auto found = gold->find((*report)->id);
    if (found != gold->end()) all.push_back({std::move(**report), std::move(found->second)});
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

std::string packed(std::vector<WeightRow> roles, std::vector<WeightRow> joins) {
  BlobWriter blob;
  LinearModel::write(blob, std::move(roles));
  LinearModel::write(blob, std::move(joins));
  return blob.finish(BlobKind::events);
}

std::vector<Case> role_cases(ReportReader& reader, const std::vector<Annotated>& all) {
  std::vector<Case> cases;
  for (uint32_t i = 0; i < all.size(); ++i) {
    Reading reading = reader.read(all[i].report);
    reading.model = nullptr;  // what it learns from is what the rules say
    add_role_cases(reading, all[i].gold, i, cases);
  }
  return cases;
}

// With roles as a scorer gives them that has not seen the report.
std::vector<Case> join_cases(ReportReader& reader, const std::vector<Annotated>& all,
                             const std::vector<Case>& roles) {
  std::vector<Case> cases;
  for (uint32_t fold = 0; fold < kFolds; ++fold) {
    const auto others = those(roles, [&](const Case& c) { return c.group % kFolds != fold; });
    const std::string bytes = packed(learnt(others, kParts), {});
    const auto model = EventModel::open(bytes);
    if (!model) continue;
    for (uint32_t i = fold; i < all.size(); i += kFolds) {
      Reading reading = reader.read(all[i].report);
      reading.model = &*model;
      add_join_cases(reading, all[i].gold, i, cases);
    }
  }
  return cases;
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
  judge_roles(roles);
  const std::vector<Case> joins = join_cases(*reader, *all, roles);
  fmt::print("{} pairs of drafts\n", joins.size());
  judge_joins(joins);
  const auto every = [](const Case&) { return true; };
  const std::string bytes =
      packed(learnt(those(roles, every), kParts), learnt(those(joins, every), 2));
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
