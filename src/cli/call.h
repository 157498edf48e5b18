// What the user asked for: the command line, read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/filters.h"

namespace sitrep::cli {

struct Call {
  std::string knowledge;                // empty: the default place
  std::vector<std::string> gazetteers;  // files in GeoNames' format
  std::string ledger;
  std::vector<std::string> inputs;
  std::vector<std::string> columns;  // FIELD=COLUMN, of tables
  std::string incident;
  std::string report;
  std::string field;
  output::FilterText filter;
  std::string rule = "representative";
  std::string format;
  std::string file;                  // -o; empty: standard output
  std::vector<std::string> changes;  // FIELD=VALUE
  std::vector<std::string> others;   // incidents to merge, reports to split off
  std::optional<int64_t> number;     // of a correction
  std::string reason;
  std::string by;       // empty: the user of the machine
  double every = 15;    // minutes
  double revisit = 60;  // minutes
  double delay = 1;     // seconds
  double timeout = 60;  // seconds
  std::string contact;  // for those who run the sites
  std::string proxy;
  std::string address = "127.0.0.1";
  std::vector<std::string> tokens;
  std::string token_file;
  std::string certificate, key;  // PEM files
  std::vector<std::string> insecure;
  std::vector<std::string> hosts;
  unsigned threads = 0;  // 0: one a core
  uint16_t port = 8320;
  bool json = false;
  bool why = false;
  bool dry_run = false;
  bool all = false;
  bool once = false;
  bool allow_private = false;
  bool read_only = false;
};

}  // namespace sitrep::cli
