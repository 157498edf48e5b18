// Everything Sitrep knows: dictionaries, gazetteer and models, compiled into one versioned,
// checksummed file that is mapped into memory and shared, read-only, by all threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
class Gazetteer;
}  // namespace knowledge

class Knowledge {
 public:
  // Maps a compiled file. Fails with bad_knowledge when it is missing, damaged or of another format
  // version.
  static Result<Knowledge> open(const std::filesystem::path& file);

  // Beside the program, in ../share/sitrep, or where $SITREP_KNOWLEDGE points.
  static Result<Knowledge> open_default();

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  // Adds the places of a file in the format of GeoNames' dumps (19 cells, parted by tabs). Gives
  // the lines that can't be used, which are left out. Changes the version. Not while it is in use.
  Result<std::vector<Error>> add_gazetteer(const std::filesystem::path& file);

  // Hex digest of all content; stored with each coding.
  std::string_view version() const;

  const knowledge::Lexicon& lexicon()
      const;  // the dictionaries, and the one-pass phrase matcher over them
  const knowledge::Gazetteer& gazetteer() const;  // populated places of the world
  std::string_view model(
      std::string_view name) const;  // bytes of models/NAME.model; empty when there is none

 private:
  struct State;
  explicit Knowledge(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitrep
