#include "fetch/feed_news.h"

#include <algorithm>
#include <set>

#include "core/json.h"
#include "core/sha256.h"
#include "core/text.h"
#include "intake/address.h"
#include "intake/encoding.h"
#include "intake/html_tokens.h"
#include "intake/reader.h"
#include "intake/record_source.h"

namespace sitrep::fetch {

namespace {

constexpr size_t kMostItems = 2000;       // of one answer; more are no news
constexpr size_t kLongestAddress = 2048;  // of a page

// <link rel="alternate" type="application/rss+xml" href="...">; empty: the page names none.
std::string feed_named_by(std::string_view page, std::string_view address) {
  HtmlTokens tokens(page);
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind != HtmlToken::Kind::open || token.tag != Tag::link) continue;
    const std::string type = lower_ascii(attribute(token.text, "type").value_or(""));
    const bool feed = type == "application/rss+xml" || type == "application/atom+xml";
    if (feed && lower_ascii(attribute(token.text, "rel").value_or("")) == "alternate")
      return resolved(attribute(token.text, "href").value_or(""), address);
  }
  return {};
}

Failure no_feed(std::string_view body, const std::string& address) {
  const std::string other = feed_named_by(body, address);
  return fail(Code::malformed,
              other.empty() ? "not a feed" : "a page and not a feed; the feed is at " + other,
              address);
}

std::string print_of(const FeedItem& item) {
  Sha256 hash;
  for (const auto* part : {&item.title, &item.published, &item.updated, &item.text.content})
    hash.add(*part).add("\n");
  return hash.hex().substr(0, 16);
}

// The item's own text as a JSON record, where that is a report.
std::string own_record(RawInput raw, const FeedItem& item, const FeedReading& reading) {
  const auto report = to_report(std::move(raw), reading.input);
  if (!report) return {};
  std::string json;
  JsonWriter w(json);
  w.begin_object();
  w.field("uri", report->uri);
  w.field("outlet", report->outlet);
  w.field("title", report->title);
  w.field("published", item.published);
  w.field("text", report->text);
  w.end_object();
  return json;
}

class NewsReader {
 public:
  explicit NewsReader(const FeedReading& reading) : reading_(reading) {}

  Result<FeedNews> read(const std::string& body) {
    auto records = open_records(memory_bytes(body), reading_.base, reading_.input.max_report_bytes);
    if (!records) return Failure(records.error());
    while (auto raw = (*records)->next()) {
      if (!*raw) {
        news_.problems.push_back(raw->error());
        continue;
      }
      if ((*raw)->kind != RawInput::Kind::feed_item) return no_feed(body, reading_.base);
      if (news_.pages.size() == kMostItems) break;
      take(std::move(**raw));
    }
    return std::move(news_);
  }

 private:
  void take(RawInput raw) {
    news_.channel = *raw.channel;
    const auto item = read_item(utf8_of(raw), *raw.channel);
    if (!item) return problem(raw, item.error().message);
    const std::string address =
        canonical_address(without_fragment(item->address), reading_.input.lexicon);
    if (!is_web_address(address)) return problem(raw, "an item without the address of a page");
    if (address.size() > kLongestAddress) return problem(raw, "an address without measure");
    if (!seen_.insert(address).second) return;
    auto page = reading_.known(address);
    page ? compare(*page, *item) : begin(page, address);
    if (page->stage == PageState::Stage::waiting) {
      page->print = print_of(*item);
      page->published = item->published;
      page->outlet = item->source.empty() ? raw.channel->title : item->source;
      page->own = own_record(std::move(raw), *item, reading_);
      if (page->next <= reading_.now) news_.waiting.push_back(address);
    }
    news_.pages.push_back(std::move(*page));
  }

  static std::string utf8_of(const RawInput& raw) {
    auto utf8 = to_utf8(raw.bytes, raw.channel->encoding);
    return utf8 ? std::move(*utf8) : valid_utf8(raw.bytes);
  }

  void problem(const RawInput& raw, std::string message) {
    news_.problems.push_back(
        {Code::malformed, std::move(message), reading_.feed, raw.record, raw.position});
  }

  void begin(std::optional<PageState>& page, const std::string& address) {
    page.emplace();
    page->address = address;
    page->feed = reading_.feed;
    page->next = reading_.now;
  }

  // What the feed tells differently now may be another page now.
  void compare(PageState& page, const FeedItem& item) {
    using Stage = PageState::Stage;
    const bool settled = page.stage == Stage::added || page.stage == Stage::refused;
    if (settled && page.print != print_of(item)) {
      page.stage = Stage::waiting;
      page.tries = 0;
    }
    const bool again = page.stage == Stage::waiting && page.tries == 0 && page.asked != Time{};
    if (again) page.next = std::max(reading_.now, page.asked + reading_.revisit);
  }

  const FeedReading& reading_;
  FeedNews news_;
  std::set<std::string> seen_;
};

}  // namespace

Result<FeedNews> read_feed(std::string body, const FeedReading& reading) {
  return NewsReader(reading).read(body);
}

}  // namespace sitrep::fetch
