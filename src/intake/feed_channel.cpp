// What a feed says of itself.
#include <algorithm>
#include <charconv>

#include "core/dates.h"
#include "core/text.h"
#include "intake/address.h"
#include "intake/feed.h"
#include "intake/feed_names.h"
#include "intake/feed_wrap.h"
#include "intake/html_entities.h"

namespace sitrep {

namespace {

using namespace feed_names;

bool is_of_feed(std::string_view space) {
  return space.empty() || space == kAtom || space == kAtom03 || space == kRss10 ||
         space == kRss09 || space == kRss20;
}

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  text = trim(text);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
  return value;
}

// Minutes of an sy:updatePeriod.
std::optional<int> period_of(std::string_view text) {
  constexpr int kHour = 60;
  constexpr int kDay = 24 * kHour;
  const std::string word = lower_ascii(trim(text));
  if (word == "hourly") return kHour;
  if (word == "daily") return kDay;
  if (word == "weekly") return 7 * kDay;
  if (word == "monthly") return 30 * kDay;
  if (word == "yearly") return 365 * kDay;
  return {};
}

class ChannelReader : public XmlHandler {
 public:
  explicit ChannelReader(std::string_view address) : address_(address) {}

  void open(XmlName name, const std::vector<XmlAttribute>& attributes) override {
    text_.clear();
    if (const auto base = value_of(attributes, {kXmlSpace, "base"}); !base.empty() && depth_ <= 2)
      base_ = resolved(base, base_.empty() ? address_ : base_);
    path_.emplace_back(name.local);
    ++depth_;
    if (name.local == "link" && (name.space == kAtom || name.space == kAtom03))
      atom_link(attributes);
  }

  void text(std::string_view utf8) override { text_ += utf8; }

  void close(XmlName name) override {
    const std::string parent = path_.size() > 1 ? path_[path_.size() - 2] : std::string();
    if (parent == "channel" || (parent == "feed" && depth_ == 3)) field(name);
    if (parent == "skipHours" && name.local == "hour") skip_hour();
    if (parent == "skipDays" && name.local == "day") skip_day();
    text_.clear();
    if (!path_.empty()) path_.pop_back();
    --depth_;
  }

  void finish(Channel& channel) {
    channel.title = std::move(title_);
    channel.link = resolved(link_, base_.empty() ? address_ : base_);
    channel.base = first_address({base_, address_, self_, channel.link});
    channel.skip_hours = skip_hours_;
    channel.skip_days = skip_days_;
    channel.ttl = ttl_;
    if (!ttl_ && period_) channel.ttl = *period_ / std::max(frequency_, 1);
  }

 private:
  static std::string first_address(std::initializer_list<std::string> candidates) {
    for (const std::string& candidate : candidates) {
      if (is_web_address(candidate)) return candidate;
    }
    return {};
  }

  void atom_link(const std::vector<XmlAttribute>& attributes) {
    const auto rel = value_of(attributes, "rel");
    const std::string address(value_of(attributes, "href"));
    if (rel == "self") self_ = address;
    if ((rel.empty() || rel == "alternate") && link_.empty()) link_ = address;
  }

  void field(XmlName name) {
    const auto value = trim(text_);
    if (value.empty()) return;
    if (is_of_feed(name.space) && name.local == "title" && title_.empty()) title_ = decoded(value);
    if (is_of_feed(name.space) && name.local == "link") link_ = value;
    if (is_of_feed(name.space) && name.local == "ttl") ttl_ = positive(number_of(value));
    if (name.space != kSyndication) return;
    if (name.local == "updatePeriod") period_ = period_of(value);
    if (name.local == "updateFrequency") frequency_ = number_of(value).value_or(1);
  }

  static std::optional<int> positive(std::optional<int> number) {
    return number && *number > 0 ? number : std::nullopt;
  }

  void skip_hour() {
    const auto hour = number_of(text_);
    if (hour && *hour >= 0 && *hour <= 24) skip_hours_.set(static_cast<size_t>(*hour % 24));
  }

  void skip_day() {
    const std::string day = lower_ascii(trim(text_));
    for (size_t i = 0; i < kWeekdayNames.size(); ++i) {
      if (lower_ascii(kWeekdayNames[i]) == day) skip_days_.set(i);
    }
  }

  std::string address_;
  std::string text_;
  std::vector<std::string> path_;
  int depth_ = 0;
  std::string title_, link_, self_, base_;
  std::optional<int> ttl_, period_;
  int frequency_ = 1;
  std::bitset<24> skip_hours_;
  std::bitset<7> skip_days_;
};

// From the root's start tag on: the declaration and the document type say nothing that is needed.
std::string_view from_root(std::string_view head) {
  for (size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const auto rest = head.substr(at, 16);
    for (const auto root : {"rss", "feed", "rdf:rdf", "channel"}) {
      const std::string_view name(root);
      const std::string tag = lower_ascii(rest.substr(1, rest.size() - 1));
      const size_t colon = tag.find(':');
      const bool plain = tag.starts_with(name);
      const bool prefixed = colon != std::string::npos && tag.substr(colon + 1).starts_with(name);
      if (plain || prefixed) return head.substr(at);
    }
  }
  return {};
}

// xmlns:media="http://..." of one start tag; a first reading without namespaces, for a prefix that
// is used and not declared would end the other.
std::vector<XmlPrefix> prefixes_of(std::string_view tag) {
  constexpr size_t kMost = 64;
  std::vector<XmlPrefix> prefixes;
  for (size_t at = tag.find("xmlns"); at != std::string_view::npos && prefixes.size() < kMost;
       at = tag.find("xmlns", at + 5)) {
    const size_t equals = tag.find('=', at);
    const size_t open = tag.find_first_of("\"'", at);
    if (equals == std::string_view::npos || open == std::string_view::npos || open < equals) break;
    const size_t close = tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) break;
    auto name = trim(tag.substr(at + 5, equals - at - 5));
    const bool fits = name.empty() || name.front() == ':';
    if (!name.empty()) name.remove_prefix(1);
    const auto space = tag.substr(open + 1, close - open - 1);
    const bool reserved = name == "xml" || name == "xmlns" || (!name.empty() && space.empty()) ||
                          space == kXmlSpace || space == "http://www.w3.org/2000/xmlns/";
    const bool repeated = std::any_of(prefixes.begin(), prefixes.end(),
                                      [&](const XmlPrefix& p) { return p.prefix == name; });
    if (fits && !reserved && !repeated) prefixes.push_back({std::string(name), decoded(space)});
    at = close - 4;
  }
  return prefixes;
}

}  // namespace

std::string declared_xml_encoding(std::string_view head) {
  const auto declaration = head.substr(0, head.find("?>"));
  const size_t at = declaration.find("encoding");
  if (!trim(head).starts_with("<?xml") || at == std::string_view::npos) return {};
  const size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return lower_ascii(trim(declaration.substr(open + 1, close - open - 1)));
}

Channel read_channel(std::string_view head, std::string_view address) {
  Channel channel;
  channel.encoding = declared_xml_encoding(head);
  const std::string_view root = from_root(head);
  const std::string tag(root.substr(0, root.find('>')));
  channel.prefixes = prefixes_of(tag);
  const std::string name = lower_ascii(tag.substr(0, tag.find_first_of(" \t\r\n/")));
  if (name == "<feed" || name.ends_with(":feed")) channel.format = Channel::Format::atom;
  ChannelReader reader(address);
  read_xml(wrapped(mended_xml(root), channel, XmlExtent::beginning), reader, XmlExtent::beginning);
  reader.finish(channel);
  return channel;
}

}  // namespace sitrep
