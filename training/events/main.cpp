// train_events KNOWLEDGE REPORTS GOLD OUT: learns models/events.model from reports with the events
// that people wrote down, and says how well it does on reports held out.
#include <fmt/format.h>

#include <fstream>

#include "gold.h"
#include "intake/reader.h"
#include "judge.h"
#include "language/blob.h"
#include "pipeline/report_reader.h"
#include "role_cases.h"

namespace sitrep::training {

namespace {

int complain(const Error& error) {
  fmt::print(stderr, "{}\n", describe(error));
  return 1;
}

std::vector<const Case*> all_of(const std::vector<Case>& cases) {
  std::vector<const Case*> all;
  for (const Case& c : cases) all.push_back(&c);
  return all;
}

int run(char** arguments) {
  const auto knowledge = Knowledge::open(arguments[1]);
  if (!knowledge) return complain(knowledge.error());
  auto reader = ReportReader::create(*knowledge);
  if (!reader) return complain(reader.error());
  const auto gold = read_gold(arguments[3]);
  if (!gold) return complain(gold.error());
  std::vector<Case> roles;
  Reader reports({arguments[2]}, {});
  uint32_t group = 0;
  while (auto report = reports.next()) {
    if (!*report) return complain(report->error());
    const auto wanted = gold->find((*report)->id);
    if (wanted == gold->end()) continue;
    Reading reading = reader->read(**report);
    reading.model = nullptr;  // what it learns from is what the rules say
    add_role_cases(reading, wanted->second, group++, roles);
  }
  fmt::print("{} reports, {} phrases\n", group, roles.size());
  judge_roles(roles);
  Learner learner(kParts);
  learner.learn(all_of(roles));
  BlobWriter blob;
  LinearModel::write(blob, learner.rows());
  const std::string bytes = blob.finish(BlobKind::events);
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
