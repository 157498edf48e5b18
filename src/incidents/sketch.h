// Sketches as bytes, for keeping them beside the codings.
//
//   sketch := version story count face*     all numbers least significant byte first
//
// A list is its length and its items; an optional value is a byte, 0 or 1, and where it is 1 the
// value. The fields come in the order of `fields` in sketch.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "incidents/face.h"

namespace sitrep::incidents {

inline constexpr uint8_t kSketchVersion = 7;  // raised with each change of what is packed

std::string pack_sketch(const Sketch& sketch);

// Empty where the bytes are no sketch of this version.
std::optional<Sketch> unpack_sketch(std::string_view bytes);

}  // namespace sitrep::incidents
