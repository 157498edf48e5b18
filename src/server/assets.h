// The workbench's files, which the program carries in itself (src/server/CMakeLists.txt packs
// them).
#pragma once

#include <httplib.h>

#include <map>
#include <string>
#include <string_view>

#include "server/reply.h"

namespace sitrep::server {

class Assets {
 public:
  // Of a pack as pack_assets.cpp writes it; what is no pack has no files.
  explicit Assets(std::string_view pack);

  // By its path without the leading slash. Null: there is no such file.
  ContentPtr find(const std::string& path) const;
  // The page of the application, for every address that it has; without one, a page that says so.
  ContentPtr page() const;

 private:
  std::map<std::string, ContentPtr, std::less<>> files_;
};

const Assets& workbench();      // of this program
ContentPtr openapi_document();  // workbench/openapi.json

}  // namespace sitrep::server
