// Bytes as a report through the whole Coder, with the compiled knowledge: every span is the text it
// claims to be.
#include "check_report.h"
#include "core/records_json.h"
#include "core/text.h"
#include "intake/reader.h"
#include "sitrep/knowledge.h"
#include "sitrep/pipeline.h"

using namespace sitrep::fuzz;

namespace {

using sitrep::Evidence;

// $SITREP_KNOWLEDGE, or the one of this build; null where there is none.
const sitrep::Knowledge* the_knowledge() {
  static const auto knowledge = [] {
    const char* named = std::getenv("SITREP_KNOWLEDGE");
    return sitrep::Knowledge::open(named ? named : SITREP_BINARY_DIR "/sitrep.knowledge");
  }();
  if (knowledge) return &*knowledge;
  std::fprintf(stderr, "skipped: %s\n", sitrep::describe(knowledge.error()).c_str());
  return nullptr;
}

sitrep::Coder* the_coder() {
  static auto coder = [] {
    const auto* knowledge = the_knowledge();
    return knowledge ? sitrep::Coder::create(*knowledge)
                     : sitrep::fail(sitrep::Code::bad_knowledge, "none");
  }();
  return coder ? &*coder : nullptr;
}

class Spans {
 public:
  explicit Spans(const sitrep::Report& report) : report_(report), points_(report.text) {}

  void check(const Evidence& e) const {
    must(e.report == report_.id, "evidence names its report");
    must(e.start <= e.end && e.end <= points_.size(), "a span lies in the text");
    const size_t begin = points_.byte_of(e.start);
    must(report_.text.substr(begin, points_.byte_of(e.end) - begin) == e.text,
         "a span's text is that slice of the report's");
  }
  void check(const std::vector<Evidence>& all) const {
    for (const Evidence& e : all) check(e);
  }
  void check(const std::vector<sitrep::Item>& items) const {
    for (const auto& item : items) check(item.mentions);
  }
  void check(const sitrep::Event& event) const {
    for (const auto& p : event.perpetrators) check(p.mentions);
    check(event.instruments);
    check(event.physical_targets);
    check(event.human_targets);
    check(event.triggers);
    for (const auto& claim : event.claims) check(claim.evidence);
  }
  void check(const sitrep::Coding& coding) const {
    for (const auto& event : coding.events) check(event);
    for (const auto& time : coding.times) check(time.span);
    for (const auto& place : coding.places) check(place.span);
    for (const auto& actor : coding.actors) check(actor.span);
  }

 private:
  const sitrep::Report& report_;
  sitrep::CodePoints points_;
};

void check_json(const sitrep::Coding& coding) {
  std::string once, twice;
  sitrep::append_json(once, coding);
  const auto again = sitrep::coding_from_json(once);
  must(again.has_value(), "a coding's JSON can be read");
  sitrep::append_json(twice, *again);
  must(once == twice, "a coding's JSON gives the coding");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto* coder = the_coder();
  if (!coder) return 0;
  sitrep::RawInput raw{.file = "report.txt"};
  raw.bytes = bytes_of(data, size);
  auto report = sitrep::to_report(std::move(raw), {.lexicon = &the_knowledge()->lexicon()});
  check(report);
  if (!report) return 0;
  const auto coding = coder->code(std::move(*report));
  Spans(coding.report).check(coding);
  check_json(coding);
  return 0;
}
