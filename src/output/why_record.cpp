#include "output/why_record.h"

#include <algorithm>
#include <charconv>

#include "core/field_value.h"
#include "core/json.h"
#include "core/text.h"
#include "core/values_json.h"
#include "output/testimony.h"

namespace sitrep::output {

namespace {

// Where " +1.5" stands; a name may hold commas and signs, but no such number.
size_t weight_behind(std::string_view text, char sign) {
  for (size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    if (at + 2 < text.size() && text[at + 1] == sign && is_digit(text[at + 2])) return at;
  }
  return text.npos;
}

class WhyRecord {
 public:
  WhyRecord(const Incident& incident, std::span<const Coding> codings,
            const std::map<std::string, std::string>& outlets)
      : incident_(incident), texts_(codings), outlets_(outlets) {}

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
    w_.key("outlet"), w_.value_or_null(outlet_of(reason.member));
    w_.field("with", reason.with);
    w_.key("with_outlet"), w_.value_or_null(outlet_of(reason.with));
    w_.field("score", reason.score);
    w_.field("reasons", reason.reasons);
    w_.key("parts"), w_.begin_array();
    for (const auto& [name, weight] : parts_of(reason.reasons)) {
      w_.begin_object();
      w_.field("name", name);
      w_.field("weight", weight);
      w_.end_object();
    }
    w_.end_array();
    if (incident) w_.field("incident", *incident);
    w_.end_object();
  }

  std::string outlet_of(std::string_view member) const {
    const auto outlet = outlets_.find(std::string(split_member(member).report));
    return outlet == outlets_.end() ? std::string() : outlet->second;
  }

  const Incident& incident_;
  Texts texts_;
  const std::map<std::string, std::string>& outlets_;
  std::string out_;
  JsonWriter w_{out_};
};

}  // namespace

std::vector<std::pair<std::string, double>> parts_of(std::string_view reasons) {
  std::vector<std::pair<std::string, double>> out;
  while (!reasons.empty()) {
    const size_t sign = std::min(weight_behind(reasons, '+'), weight_behind(reasons, '-'));
    if (sign == reasons.npos) break;
    const size_t end = std::min(reasons.find(',', sign), reasons.size());
    double weight = 0;
    std::from_chars(reasons.data() + sign + 2, reasons.data() + end, weight);
    out.emplace_back(reasons.substr(0, sign), reasons[sign + 1] == '-' ? -weight : weight);
    reasons.remove_prefix(std::min(end + 2, reasons.size()));
  }
  return out;
}

std::string why_record(const Incident& incident, std::span<const Coding> codings,
                       const Explanation& why, const std::map<std::string, std::string>& outlets) {
  return WhyRecord(incident, codings, outlets).write(why);
}

}  // namespace sitrep::output
