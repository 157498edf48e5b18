// The NAME.meta.json files of an archive, and what else has to be known before its members are
// read.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "intake/archive_reader.h"

namespace sitrep {

struct Sidecar {
  std::string name;
  std::string json;
};

class ArchiveSidecars {
 public:
  // Reads the member that came last. Fails beyond 64 MiB in all, too, once; later ones are passed
  // over: false.
  Result<bool> add(const std::string& name, ArchiveReader& reader);
  std::optional<Sidecar> of(const std::string& member) const;

 private:
  std::map<std::string, std::string, std::less<>> json_;
  size_t held_ = 0;
  bool full_ = false;
};

}  // namespace sitrep
