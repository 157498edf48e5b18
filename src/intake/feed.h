// News feeds: RSS 0.9x and 2.0 (rssboard.org/rss-specification), RSS 1.0 (RDF site summary), Atom
// 1.0 (RFC 4287) and 0.3, JSON Feed 1.1 (jsonfeed.org), as they are met: with broken entities,
// unclosed tags, undeclared prefixes.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

// A prefix that the root element declares: "media", "http://search.yahoo.com/mrss/".
struct XmlPrefix {
  std::string prefix;  // empty: the namespace of names without one
  std::string space;
};

// What a feed says of itself, before its items.
struct Channel {
  enum class Format : uint8_t { rss, atom, json };
  Format format = Format::rss;
  std::string encoding = {};  // as declared; empty: none
  std::string title = {};
  std::string link = {};  // of the site
  std::string base = {};  // that links are relative to: xml:base, or what comes nearest to it
  std::vector<XmlPrefix> prefixes = {};  // of the root element
  std::optional<int> ttl = {};           // minutes that it stays the same
  std::bitset<24> skip_hours = {};       // UTC, in which it is not to be asked for
  std::bitset<7> skip_days = {};         // the same, Monday first
};

// What an XML declaration says, in lower case; empty: nothing.
std::string declared_xml_encoding(std::string_view bytes);

// `head`: the feed up to its first item, as UTF-8. `address`: where it came from, may be empty.
Channel read_channel(std::string_view head, std::string_view address);

struct FeedText {
  enum class Kind : uint8_t { none, full, summary };  // summary: may be a part of the report only
  std::string content = {};
  Kind kind = Kind::none;
  bool markup = false;  // HTML; else plain text
};

struct FeedItem {
  std::string address = {};  // of the page; empty: none
  std::string title = {};    // one line, plain
  std::string published =
      {};                    // ISO day, or day and minute as written; what can't be read, as it is
  std::string updated = {};  // the same
  std::string byline = {};
  std::string source = {};  // whose report it is, where the feed collects from others
  FeedText text = {};
};

// One item with its own tags, as UTF-8: <item>...</item>, <entry>...</entry>, or a JSON object.
// What a fault in it cuts off is missing; fails where nothing is left.
Result<FeedItem> read_item(std::string_view item, const Channel& channel);

// The same for an item of JSON Feed.
Result<FeedItem> read_json_item(std::string_view json, const Channel& channel);

// The paragraphs of an item's text, parted by blank lines, and its captions. No lines that are
// links and nothing else.
struct FeedParagraphs {
  std::string text;
  std::vector<std::string> captions;
};
FeedParagraphs paragraphs_of(const FeedText& text);

// Why such paragraphs are no report but a teaser of one; empty: they are a report.
std::string_view teaser_reason(std::string_view paragraphs);

}  // namespace sitrep
