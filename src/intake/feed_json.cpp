// JSON Feed 1.1 (jsonfeed.org/version/1.1), as RSS and Atom are read.
#include <simdjson.h>

#include "core/text.h"
#include "intake/address.h"
#include "intake/date_text.h"
#include "intake/encoding.h"
#include "intake/feed.h"
#include "intake/record_source.h"

namespace sitrep {

namespace {

using Object = simdjson::dom::object;

std::string text_of(const Object& object, std::string_view name) {
  std::string_view text;
  if (object.at_key(name).get(text) != simdjson::SUCCESS) return {};
  return valid_utf8(std::string(text));
}

// 1.1 has a list of authors, 1.0 one.
std::string author_of(const Object& object) {
  Object author;
  simdjson::dom::array authors;
  if (object.at_key("authors").get(authors) == simdjson::SUCCESS) {
    for (const auto one : authors) {
      if (one.get(author) == simdjson::SUCCESS) return text_of(author, "name");
    }
  }
  if (object.at_key("author").get(author) == simdjson::SUCCESS) return text_of(author, "name");
  return {};
}

FeedText choose_text(const Object& object) {
  if (auto html = text_of(object, "content_html"); !html.empty())
    return {std::move(html), FeedText::Kind::full, true};
  if (auto text = text_of(object, "content_text"); !text.empty())
    return {std::move(text), FeedText::Kind::full, false};
  if (auto text = text_of(object, "summary"); !text.empty())
    return {std::move(text), FeedText::Kind::summary, false};
  return {};
}

std::string address_of(const Object& object, const Channel& channel) {
  for (const auto name : {"url", "external_url", "id"}) {
    const std::string text = text_of(object, name);
    const bool link = !text.empty() && std::string_view(name) != "id";
    const std::string address = link ? resolved(text, channel.base) : text;
    if (is_web_address(address)) return address;
  }
  return {};
}

class JsonFeed : public RecordSource {
 public:
  JsonFeed(std::vector<std::string> items, Channel channel, std::string file)
      : items_(std::move(items)),
        channel_(std::make_shared<const Channel>(std::move(channel))),
        file_(std::move(file)) {}

  std::optional<Result<RawInput>> next() override {
    if (at_ == items_.size()) return std::nullopt;
    RawInput raw{.kind = RawInput::Kind::feed_item, .file = file_};
    raw.bytes = std::move(items_[at_]);
    raw.record = static_cast<int64_t>(++at_);
    raw.channel = channel_;
    return raw;
  }

 private:
  std::vector<std::string> items_;
  std::shared_ptr<const Channel> channel_;
  std::string file_;
  size_t at_ = 0;
};

}  // namespace

Result<FeedItem> read_json_item(std::string_view json, const Channel& channel) {
  thread_local simdjson::dom::parser parser;
  Object object;
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS)
    return fail(Code::malformed, "not a JSON object");
  FeedItem item;
  item.address = address_of(object, channel);
  item.title = text_of(object, "title");
  item.published = feed_date(text_of(object, "date_published"));
  item.updated = feed_date(text_of(object, "date_modified"));
  if (item.published.empty()) item.published = item.updated;
  item.byline = author_of(object);
  item.text = choose_text(object);
  return item;
}

Result<std::unique_ptr<RecordSource>> json_feed(ByteWindow window, const std::string& file,
                                                uint64_t max_bytes) {
  const auto more = window.at_least(max_bytes + 1);
  if (!more) return Failure(more.error());
  if (*more) {
    return fail(Code::too_large, "larger than the limit of " + std::to_string(max_bytes) + " bytes",
                file);
  }
  simdjson::dom::parser parser;
  const simdjson::padded_string json(window.ahead());
  Object feed;
  if (parser.parse(json).get(feed) != simdjson::SUCCESS)
    return fail(Code::malformed, "a JSON feed that does not parse", file);
  Channel channel;
  channel.format = Channel::Format::json;
  channel.title = text_of(feed, "title");
  channel.link = text_of(feed, "home_page_url");
  channel.base = text_of(feed, "feed_url");
  if (!is_web_address(channel.base)) channel.base = channel.link;
  std::vector<std::string> items;
  simdjson::dom::array array;
  if (feed.at_key("items").get(array) == simdjson::SUCCESS) {
    for (const auto item : array) items.push_back(simdjson::minify(item));
  }
  return std::make_unique<JsonFeed>(std::move(items), std::move(channel), file);
}

}  // namespace sitrep
