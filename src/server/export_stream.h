// Incidents in a format of docs/exports.md, a part at a time: a large ledger is never all in
// memory.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/reading.h"

namespace sitrep::server {

struct ExportFormat {
  std::string_view format;  // "csv"
  std::string_view name;
  std::string_view type;    // of the media
  std::string_view ending;  // of a file's name
  std::string_view loses;
};
std::span<const ExportFormat> export_formats();
const ExportFormat* export_format(std::string_view format);  // null: there is none

// What of these ids still stands is given, in their order.
class ExportStream {
 public:
  ExportStream(Api& api, const ExportFormat& format, Rule rule, std::vector<std::string> ids,
               LedgerPool::Lease ledger);
  // The next part; empty: that was all. A failure ends it in the middle.
  Outcome<std::optional<std::string>> next();

 private:
  std::string written(std::span<const Incident> incidents);
  Api& api_;
  const ExportFormat& format_;
  Rule rule_;
  std::vector<std::string> ids_;
  LedgerPool::Lease ledger_;
  size_t done_ = 0;
  bool begun_ = false;
  bool any_ = false;
  bool ended_ = false;
};

}  // namespace sitrep::server
