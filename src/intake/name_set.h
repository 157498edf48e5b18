// Many short names looked for at once, anywhere in a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep {

// Names of two bytes or more. The text is gone through once: at each place its two next bytes say
// which few names may begin there.
template <size_t N>
class NameSet {
 public:
  constexpr explicit NameSet(const std::array<std::string_view, N>& names) : names_(names) {
    static_assert(N < kNone);
    first_.fill(kNone);
    for (size_t i = N; i-- > 0;) {
      uint8_t& first = first_[slot(names_[i][0], names_[i][1])];
      next_[i] = first;
      first = static_cast<uint8_t>(i);
    }
  }

  constexpr bool any_in(std::string_view text) const {
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      for (uint8_t n = first_[slot(text[i], text[i + 1])]; n != kNone; n = next_[n]) {
        if (text.substr(i).starts_with(names_[n])) return true;
      }
    }
    return false;
  }

 private:
  static constexpr uint8_t kNone = 255;

  // Two pairs of bytes may share a slot: names are compared in full.
  static constexpr size_t slot(char a, char b) { return (a & 31) * 32 + (b & 31); }

  std::array<std::string_view, N> names_;
  std::array<uint8_t, 32 * 32> first_{};  // of the names in each slot
  std::array<uint8_t, N> next_{};
};

}  // namespace sitrep
