#include "output/why.h"

#include <fmt/format.h>

#include "core/json.h"
#include "core/values_json.h"
#include "output/corrections.h"
#include "output/headline.h"
#include "output/testimony.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

class WhyWriter {
 public:
  WhyWriter(const Incident& incident, std::span<const Coding> codings, const Countries& countries,
            const Screen& screen)
      : i_(incident), countries_(countries), screen_(screen), texts_(codings) {}

  std::string write(std::optional<Field> only) {
    out_ = bold(headline(i_, countries_), screen_) + "\n";
    bool any = false;
    for (size_t n = 0; n < Names<Field>::kAll.size(); ++n) {
      const auto field = static_cast<Field>(n);
      if (!only || *only == field) any |= write(field);
    }
    if (!only) any |= write_others();
    if (!any) out_ += "\nNo report says anything on this.\n";
    return std::move(out_);
  }

 private:
  bool write(Field field) {
    bool any = false;
    const auto begin = [&] {
      if (!any) out_ += fmt::format("\n{}\n", bold(field_title(field), screen_));
      any = true;
    };
    for (const AppliedCorrection& c : i_.corrections) {
      if (c.kind == CorrectionKind::correct && name(c.field) == name(field)) begin(), write(c);
    }
    for (const Claim& claim : i_.claims) {
      if (claim.field == field) begin(), write(claim);
    }
    return any;
  }

  void write(const AppliedCorrection& correction) {
    out_ += fmt::format("  Corrected. {}\n", correction_text(correction, countries_));
    out_ += faint(fmt::format("    number {} of the log", correction.id), screen_) + "\n";
  }

  // What people did to the incident as a whole: they concern no field that reports speak of.
  bool write_others() {
    bool any = false;
    for (const AppliedCorrection& c : i_.corrections) {
      if (c.kind == CorrectionKind::correct && parse<Field>(name(c.field))) continue;
      if (!any) out_ += fmt::format("\n{}\n", bold("By people", screen_));
      any = true;
      write(c);
    }
    return any;
  }

  void write(const Claim& claim) {
    const std::string how = certainty_words(claim);
    out_ +=
        fmt::format("  {}{}, {}\n", capitalised(value_words(claim.field, claim.value, countries_)),
                    how.empty() ? "" : " (" + how + ")", who_says(i_, claim));
    out_ += fmt::format("    “{}”\n", texts_.sentence(claim.evidence));
    const ReportRef* report = report_of(i_, claim.evidence.report);
    out_ += faint(fmt::format("    {}, characters {} to {}",
                              report ? printable(report->uri) : claim.evidence.report,
                              claim.evidence.start, claim.evidence.end),
                  screen_) +
            "\n";
    if (!claim.why.empty()) out_ += faint("    because of " + printable(claim.why), screen_) + "\n";
  }

  const Incident& i_;
  const Countries& countries_;
  const Screen& screen_;
  Texts texts_;
  std::string out_;
};

// A "REPORT/EVENT", behind the outlet that it is of.
std::string teller(const Incident& incident, std::string_view member) {
  const std::string report(member.substr(0, member.rfind('/')));
  const ReportRef* ref = report_of(incident, report);
  const std::string outlet = ref && !ref->outlet.empty() ? printable(ref->outlet) + ", " : "";
  return outlet + printable(std::string(member));
}

std::string reasons_of(const JoinReason& reason, const Screen& screen) {
  return faint(fmt::format("    {:.1f}: {}", reason.score, reason.reasons), screen) + "\n";
}

}  // namespace

std::string joins_text(const Incident& incident, const Explanation& why, const Screen& screen) {
  std::string out;
  if (!why.joins.empty()) out += "\n" + bold("Told together", screen) + "\n";
  for (const JoinReason& join : why.joins) {
    out +=
        fmt::format("  {} with {}\n", teller(incident, join.member), teller(incident, join.with));
    out += reasons_of(join, screen);
  }
  if (!why.near_misses.empty()) out += "\n" + bold("Nearly of it", screen) + "\n";
  for (const auto& [reason, other] : why.near_misses) {
    out += fmt::format("  {} of {}, with {}\n", printable(reason.member), other,
                       teller(incident, reason.with));
    out += reasons_of(reason, screen);
  }
  return out;
}

std::string why_text(const Incident& incident, std::optional<Field> field,
                     std::span<const Coding> codings, const Countries& countries,
                     const Screen& screen) {
  return WhyWriter(incident, codings, countries, screen).write(field);
}

std::string why_json(const Incident& incident, std::optional<Field> field) {
  std::string out;
  for (const Claim& claim : incident.claims) {
    if (field && claim.field != *field) continue;
    JsonWriter w(out);
    write(w, claim);
    out += '\n';
  }
  return out;
}

}  // namespace sitrep::output
