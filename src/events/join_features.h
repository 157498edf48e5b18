// What speaks for a draft telling of an event that was told before, as hashed features.
#pragma once

#include <cstdint>
#include <vector>

#include "events/likeness.h"
#include "events/reading.h"

namespace sitrep {

class JoinFeatures {
 public:
  explicit JoinFeatures(const Reading& reading) : reading_(reading) {}

  // `rank`: how many events were told of since `event` was. Valid until the next call.
  const std::vector<uint32_t>& of(const Draft& event, const Draft& draft, uint32_t rank);
  // How the two seen last go together.
  const Likeness& links() const { return links_; }

 private:
  struct Seen;
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_links(const Seen& s);
  void add_words(const Seen& s);
  void add_flags(const Seen& s);
  void add_text(const Seen& s);
  void add_surroundings(const Seen& s);

  const Reading& reading_;
  std::vector<uint32_t> features_;
  Likeness links_;
};

}  // namespace sitrep
