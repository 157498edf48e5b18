// made_corpus --reports N --seed S --out BASE: writes BASE.jsonl (codings), BASE.truth.tsv (event
// to incident), BASE.incidents.jsonl (what truly happened) and, with --texts, BASE.reports.jsonl.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <unordered_set>

#include "core/dates.h"
#include "core/json.h"
#include "core/records_json.h"
#include "made_corpus/corpus.h"

namespace {

using namespace sitrep;        // NOLINT(google-build-using-namespace): a program
using namespace sitrep::made;  // NOLINT(google-build-using-namespace)

struct Options {
  uint64_t reports = 1000;
  uint64_t seed = 1;
  std::string out;
  bool texts = false;
};

std::string record_of(const World& world, const Truth& truth) {
  const Place& place = world.theatres[truth.theatre].towns[truth.town].place;
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.field("id", truth.id);
  w.field("type", name(truth.type));
  w.field("day", iso(Day(std::chrono::days(truth.minute / kMinutesPerDay))));
  w.field("place", place.name);
  w.field("country", place.country);
  w.field("lat", place.lat);
  w.field("lon", place.lon);
  w.field("killed", truth.killed);
  w.field("wounded", truth.wounded);
  w.field("abducted", truth.abducted);
  w.field("thing", truth.thing);
  w.field("group", truth.group);
  w.key("names");
  w.begin_array();
  for (const std::string* name : {&truth.street, &truth.facility, &truth.investigator,
                                  &truth.doctor, &truth.manager, &truth.hour})
    w.value(*name);
  for (const Person& victim : truth.victims) w.value(victim.name);
  w.end_array();
  w.end_object();
  return out;
}

std::string record_of(const Report& report) {
  const int minute = *report.published_minute;
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.field("id", report.id);
  w.field("uri", report.uri);
  w.field("outlet", report.outlet);
  w.field("title", report.title);
  w.field("published", fmt::format("{}T{:02}:{:02}:00Z", iso(*report.published->start), minute / 60,
                                   minute % 60));
  w.field("text", report.text);
  w.end_object();
  return out;
}

class Writer {
 public:
  Writer(const World& world, const Options& options)
      : world_(world),
        codings_(options.out + ".jsonl"),
        truth_(options.out + ".truth.tsv"),
        incidents_(options.out + ".incidents.jsonl") {
    if (options.texts) texts_.open(options.out + ".reports.jsonl");
  }

  void put(const Story& story, uint64_t number) {
    const Coding coding = code(story, fmt::format("m{:07}", number));
    line_.clear();
    append_json(line_, coding);
    codings_ << line_ << '\n';
    if (texts_.is_open()) texts_ << record_of(coding.report) << '\n';
    for (size_t i = 0; i < story.events.size(); ++i) {
      const Truth& truth = *story.events[i].truth;
      truth_ << coding.report.id << "/e" << i + 1 << '\t' << truth.id << '\n';
      if (seen_.insert(truth.id).second) incidents_ << record_of(world_, truth) << '\n';
    }
  }

  bool finish() {
    for (std::ofstream* file : {&codings_, &truth_, &incidents_}) {
      if (!file->flush()) return false;
    }
    return !texts_.is_open() || texts_.flush();
  }

 private:
  const World& world_;
  std::ofstream codings_, truth_, incidents_, texts_;
  std::unordered_set<std::string> seen_;
  std::string line_;
};

int make(const Options& options) {
  const std::string source = SITREP_SOURCE_DIR;
  const WorldFiles files{source + "/benchmarks/made_corpus/tables",
                         source + "/models/gazetteer.tsv.gz", source + "/dictionaries"};
  const auto world = make_world(files, options.seed);
  const auto phrases = Phrases::open(files.tables);
  if (!world || !phrases) {
    std::cerr << describe(world ? phrases.error() : world.error()) << '\n';
    return 1;
  }
  Corpus corpus(*world, *phrases, options.seed);
  Writer writer(*world, options);
  for (uint64_t i = 1; i <= options.reports; ++i) writer.put(corpus.next(), i);
  if (writer.finish()) return 0;
  std::cerr << options.out << ": can't be written\n";
  return 1;
}

int run(int argc, char** argv) {
  CLI::App app{"Makes a corpus of reports whose incidents are known"};
  Options options;
  app.add_option("--reports", options.reports, "How many")->capture_default_str();
  app.add_option("--seed", options.seed, "Another seed, another world")->capture_default_str();
  app.add_option("--out", options.out, "Beginning of the files' names")->required();
  app.add_flag("--texts", options.texts, "Also the reports without their codings");
  CLI11_PARSE(app, argc, argv);
  return make(options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "made_corpus: %s\n", error.what());
    return 1;
  }
}
