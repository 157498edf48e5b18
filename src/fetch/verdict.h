// What an answer of HTTP means for what was asked.
#pragma once

#include <string>

#include "fetch/client.h"

namespace sitrep::fetch {

struct Verdict {
  enum class Kind : uint8_t {
    good,       // a body
    unchanged,  // 304: what is known is still so
    moved,      // a redirect to Answer::location
    never,      // asking again would not help
    later,      // this one may come another time
    hold,       // the host wants rest, or can't be reached
  };
  Kind kind = Kind::good;
  std::string reason = {};  // of the last three
};

Verdict verdict_of(const Answer& answer);

}  // namespace sitrep::fetch
