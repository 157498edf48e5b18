// Who says what: claims, speakers and the sentences behind them, in words.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/countries.h"
#include "sitrep/incident.h"

namespace sitrep::output {

// The texts of reports, to widen a piece of evidence to its sentence.
class Texts {
 public:
  explicit Texts(std::span<const Coding> codings);
  std::string sentence(
      const Evidence& evidence) const;  // the evidence's own text where the report is not there

 private:
  std::map<std::string, const Coding*, std::less<>> codings_;
};

// In quotation marks of its own, without the dateline of an agency, cut at a word behind `bytes`.
std::string quoted(std::string_view sentence, size_t bytes);

std::string outlet_name(
    const ReportRef& report);  // the file's or page's name where no outlet is known
const ReportRef* report_of(const Incident& incident, std::string_view id);

std::string speaker_name(const Speaker& speaker);  // "the Coalition (spokesperson)"
std::string who_says(const Incident& incident, const Claim& claim);  // the speaker, else the outlet

// "Iran-backed militias", "between three and five", "near Baghdad, Iraq"; "nobody" for a null.
std::string value_words(Field field, const ClaimValue& value, const Countries& countries);

std::string_view field_title(Field field);  // "Killed"
std::string_view field_topic(Field field);  // "the number killed"
std::string certainty_words(
    const Claim& claim);  // "suspected", "denied"; empty for a plain statement

}  // namespace sitrep::output
