// `read`: what intake makes of inputs, before anything is coded.
#include "cli/commands.h"
#include "cli/common.h"
#include "intake/reader.h"
#include "intake/to_coding.h"
#include "output/report_text.h"

namespace sitrep::cli {

namespace {

Result<SourcedReport> read_one(RawInput raw, const InputOptions& options) {
  auto coding = to_coding(raw);
  if (!coding) return read_report(std::move(raw), options);
  if (!*coding) return Failure(coding->error());
  return SourcedReport{std::move((*coding)->report), {}};
}

std::string shown(const SourcedReport& reading, const Call& call, const Console& console) {
  const Origins* origins = call.why ? &reading.origins : nullptr;
  if (call.json) return output::report_json(reading.report, origins);
  return output::report_text(reading.report, origins, screen_of(console));
}

}  // namespace

int read(const Call& call, Console& console) {
  const auto columns = columns_of(call);
  if (!columns) return console.complain(columns.error());
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return console.complain(knowledge.error());
  const InputOptions options{.lexicon = &knowledge->lexicon(), .columns = *columns};
  RawReader inputs(call.inputs, options);
  int status = kDone;
  bool first = true;
  while (auto raw = inputs.next()) {
    const auto reading = *raw ? read_one(std::move(**raw), options) : Failure(raw->error());
    if (!reading) {
      console.note(describe(reading.error()));
      status = kRefused;
      continue;
    }
    if (!call.json && !first) console.out().write("\n");
    first = false;
    if (!console.out().write(shown(*reading, call, console))) break;
  }
  return status;
}

}  // namespace sitrep::cli
