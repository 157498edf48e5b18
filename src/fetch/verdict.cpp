#include "fetch/verdict.h"

namespace sitrep::fetch {

namespace {

std::string says(long status) { return "the server answers " + std::to_string(status); }

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

Verdict verdict_of(const Answer& answer) {
  using Kind = Verdict::Kind;
  const long status = answer.status;
  if (!answer.failure.empty()) return {answer.for_good ? Kind::never : Kind::hold, answer.failure};
  if (status == 304) return {Kind::unchanged};
  if (is_redirect(status)) {
    if (answer.location.empty()) return {Kind::never, says(status) + " and not where to"};
    return {Kind::moved};
  }
  if (status == 429 || status == 503) return {Kind::hold, says(status)};
  if (status == 408 || status == 425 || status >= 500) return {Kind::later, says(status)};
  if (status < 200 || status >= 300) return {Kind::never, says(status)};
  if (answer.body.empty()) return {Kind::never, "the server answers with nothing"};
  return {Kind::good};
}

}  // namespace sitrep::fetch
