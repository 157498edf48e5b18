// Country codes to names and back, as the dictionary has them.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sitrep::knowledge {
class Lexicon;
}

namespace sitrep::output {

class Countries {
 public:
  explicit Countries(std::map<std::string, std::string> names) : names_(std::move(names)) {}
  static Countries of(const knowledge::Lexicon& lexicon);

  std::string name(std::string_view code) const;     // the code itself where it is not known
  std::string in_text(std::string_view code) const;  // "the United States"
  std::string code(
      std::string_view text) const;  // of a code or a name, ignoring case; empty: unknown

 private:
  std::map<std::string, std::string> names_;
};

}  // namespace sitrep::output
