// The namespaces that feeds use, by the prefixes that they use for them.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace sitrep::feed_names {

inline constexpr std::string_view kAtom = "http://www.w3.org/2005/Atom";
inline constexpr std::string_view kAtom03 = "http://purl.org/atom/ns#";
inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRss10 = "http://purl.org/rss/1.0/";
inline constexpr std::string_view kRss09 = "http://my.netscape.com/rdf/simple/0.9/";
inline constexpr std::string_view kRss20 = "http://backend.userland.com/rss2";
inline constexpr std::string_view kContent = "http://purl.org/rss/1.0/modules/content/";
inline constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";
inline constexpr std::string_view kTerms = "http://purl.org/dc/terms/";
inline constexpr std::string_view kMedia = "http://search.yahoo.com/mrss/";
inline constexpr std::string_view kFeedBurner = "http://rssnamespace.org/feedburner/ext/1.0";
inline constexpr std::string_view kSyndication = "http://purl.org/rss/1.0/modules/syndication/";

// Meant where a feed uses the prefix and declares nothing.
inline constexpr auto kUsual = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"atom", kAtom},
    {"rdf", kRdf},
    {"content", kContent},
    {"dc", kDublinCore},
    {"dcterms", kTerms},
    {"media", kMedia},
    {"feedburner", kFeedBurner},
    {"sy", kSyndication},
});

}  // namespace sitrep::feed_names
