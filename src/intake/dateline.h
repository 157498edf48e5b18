// The head of a wire story: "BAGHDAD, Iraq (AP) — ", "LIMA, 12 JAN 90 (EFE) -- [TEXT] ".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sitrep/values.h"

namespace sitrep {

struct Dateline {
  std::string place;   // "BAGHDAD, Iraq"
  std::string credit;  // "AP"
  std::optional<Day> day;
  size_t size = 0;    // bytes up to the first word of the story
  size_t labels = 0;  // the last of these, which are wire labels such as [TEXT]
};

std::optional<Dateline> read_dateline(std::string_view paragraph);

}  // namespace sitrep
