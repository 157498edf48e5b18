// The feeds to watch, as a person lists them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::fetch {

struct FeedList {
  std::vector<std::string> addresses;  // each once, in the order of the list
  std::vector<Error> problems;         // lines that name no feed
};

// OPML (opml.org: the xmlUrl of every outline), or one address a line with remarks behind #.
// `file` is for problems.
FeedList read_feed_list(std::string_view text, const std::string& file);

// Each of `sources` is the address of a feed itself or a file with a list; together, each feed
// once. Fails where a file can't be read.
Result<FeedList> open_feed_lists(const std::vector<std::string>& sources);

}  // namespace sitrep::fetch
