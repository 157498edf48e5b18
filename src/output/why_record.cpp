#include "output/why_record.h"

#include "core/field_value.h"
#include "core/json.h"
#include "core/values_json.h"
#include "output/testimony.h"

namespace sitrep::output {

namespace {

class WhyRecord {
 public:
  WhyRecord(const Incident& incident, std::span<const Coding> codings)
      : incident_(incident), texts_(codings) {}

  std::string write(const Explanation& why) {
    w_.begin_object();
    w_.field("incident", incident_.id);
    w_.field("summary", incident_.summary);
    w_.key("fields"), w_.begin_array();
    for (size_t n = 0; n < Names<Field>::kAll.size(); ++n) field(static_cast<Field>(n));
    w_.end_array();
    corrections("corrections", [](const AppliedCorrection&) { return true; });
    w_.key("joins"), w_.begin_array();
    for (const JoinReason& reason : why.joins) join(reason, nullptr);
    w_.end_array();
    w_.key("near_misses"), w_.begin_array();
    for (const auto& [reason, incident] : why.near_misses) join(reason, &incident);
    w_.end_array();
    w_.end_object();
    return std::move(out_);
  }

 private:
  void field(Field field) {
    const auto of_field = [&](const AppliedCorrection& c) {
      return c.kind == CorrectionKind::correct && name(c.field) == name(field);
    };
    w_.begin_object();
    w_.field("field", name(field));
    corrections("corrections", of_field);
    w_.key("claims"), w_.begin_array();
    for (const Claim& claim : incident_.claims) {
      if (claim.field == field) write(claim);
    }
    w_.end_array();
    w_.end_object();
  }

  template <typename Wanted>
  void corrections(std::string_view key, Wanted&& wanted) {
    w_.key(key), w_.begin_array();
    for (const AppliedCorrection& correction : incident_.corrections) {
      if (wanted(correction)) sitrep::write(w_, correction);
    }
    w_.end_array();
  }

  void write(const Claim& claim) {
    const ReportRef* report = report_of(incident_, claim.evidence.report);
    w_.begin_object();
    w_.key("claim"), sitrep::write(w_, claim);
    w_.field("sentence", texts_.sentence(claim.evidence));
    w_.key("outlet"), w_.value_or_null(report ? report->outlet : std::string());
    w_.end_object();
  }

  void join(const JoinReason& reason, const std::string* incident) {
    w_.begin_object();
    w_.field("member", reason.member);
    w_.field("with", reason.with);
    w_.field("score", reason.score);
    w_.field("reasons", reason.reasons);
    if (incident) w_.field("incident", *incident);
    w_.end_object();
  }

  const Incident& incident_;
  Texts texts_;
  std::string out_;
  JsonWriter w_{out_};
};

}  // namespace

std::string why_record(const Incident& incident, std::span<const Coding> codings,
                       const Explanation& why) {
  return WhyRecord(incident, codings).write(why);
}

}  // namespace sitrep::output
