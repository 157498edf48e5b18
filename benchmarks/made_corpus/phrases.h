// The sentences of tables/sentences.tsv, taken apart.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "made_corpus/random.h"
#include "sitrep/result.h"

namespace sitrep::made {

struct Piece;
using Pieces = std::vector<Piece>;

struct Piece {
  enum class Kind : uint8_t { words, slot, choice, trigger };
  Kind kind = Kind::words;
  std::string text;             // words, or the slot's name
  std::vector<Pieces> options;  // of a choice or trigger
};

class Phrases {
 public:
  static Result<Phrases> open(const std::string& tables);
  // One at random of those of the role that are for `when` or for anything; null: none.
  const Pieces* pick(std::string_view role, std::string_view when, Random& random) const;

 private:
  std::map<std::string, std::vector<Pieces>, std::less<>> by_use_;  // "role/when"
};

}  // namespace sitrep::made
