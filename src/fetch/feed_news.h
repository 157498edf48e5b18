// A feed's answer to the pages that it names.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "fetch/store.h"
#include "intake/feed.h"
#include "intake/raw_reader.h"

namespace sitrep::fetch {

struct FeedNews {
  std::vector<PageState> pages;      // each once: new, changed or as they were
  std::vector<std::string> waiting;  // of these, those to be asked for now
  std::vector<Error> problems;       // items that can't be used
  Channel channel;                   // how often it wants to be asked
};

struct FeedReading {
  std::string feed;  // its address, as listed
  std::string base;  // where redirects have led
  Time now{};
  Span revisit{};  // a page is asked for again after so long at the earliest
  InputOptions input = {};
  std::function<std::optional<PageState>(const std::string&)> known = {};  // by address
};

// Fails where the body is no feed: with the address of one, where it is a page that names it.
Result<FeedNews> read_feed(std::string body, const FeedReading& reading);

}  // namespace sitrep::fetch
