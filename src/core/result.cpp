#include "sitrep/result.h"

#include <fmt/format.h>

namespace sitrep {

std::string describe(const Error& error) {
  std::string out = error.file;
  if (error.record > 0) out += fmt::format("{}{}", out.empty() ? "record " : ":", error.record);
  if (!out.empty()) out += ": ";
  out += error.message;
  if (error.position >= 0) out += fmt::format(" (byte {})", error.position);
  return out;
}

}  // namespace sitrep
