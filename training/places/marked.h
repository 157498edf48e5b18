// A report with the places that are meant in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/outlets.h"

namespace sitrep::training {

struct Meant {
  size_t begin = 0, end = 0;  // bytes of the text
  double lat = 0, lon = 0;
};

struct MarkedReport {
  std::string text;
  std::vector<Meant> places;
  knowledge::OutletHome home;  // of the outlet, as far as it is known

  void add(std::string_view words) { text += words; }
  void add_place(std::string_view name, double lat, double lon) {
    places.push_back({text.size(), text.size() + name.size(), lat, lon});
    text += name;
  }
};

}  // namespace sitrep::training
