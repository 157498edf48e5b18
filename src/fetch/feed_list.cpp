#include "fetch/feed_list.h"

#include <algorithm>

#include "core/text.h"
#include "intake/address.h"
#include "intake/byte_source.h"
#include "intake/encoding.h"
#include "intake/xml.h"

namespace sitrep::fetch {

namespace {

constexpr size_t kMostBytes = 16u << 20;

void add(FeedList& list, std::string address) {
  const auto& known = list.addresses;
  if (std::find(known.begin(), known.end(), address) == known.end())
    list.addresses.push_back(std::move(address));
}

class OutlineReader : public XmlHandler {
 public:
  OutlineReader(FeedList& list, const std::string& file) : list_(list), file_(file) {}
  void open(XmlName name, const std::vector<XmlAttribute>& attributes) override {
    if (name.local != "outline") return;
    ++outline_;
    for (const XmlAttribute& attribute : attributes) {
      if (lower_ascii(attribute.name.local) != "xmlurl") continue;
      std::string address(trim(attribute.value));
      if (address.starts_with("feed:")) address.erase(0, 5);  // feed://x and feed:http://x
      if (address.starts_with("//")) address.insert(0, "http:");
      if (is_web_address(address)) {
        add(list_, std::move(address));
      } else {
        list_.problems.push_back(
            {Code::malformed, "not an address of the web: " + address, file_, outline_});
      }
    }
  }
  void close(XmlName) override {}
  void text(std::string_view) override {}

 private:
  FeedList& list_;
  const std::string& file_;
  int64_t outline_ = 0;
};

bool is_opml(std::string_view text) {
  const std::string head = lower_ascii(text.substr(0, 4096));
  return trim(text).starts_with('<') && head.find("<opml") != std::string::npos;
}

FeedList read_opml(std::string_view text, const std::string& file) {
  FeedList list;
  OutlineReader reader(list, file);
  const size_t root = lower_ascii(text).find("<opml");
  const auto fault = read_xml(mended_xml(text.substr(root)), reader, XmlExtent::whole);
  if (fault) {
    list.problems.push_back(
        {Code::malformed, "OPML that does not parse: " + fault->message, file, 0});
  }
  return list;
}

// A # begins a remark at the line's begin or behind a blank; within an address it is a part of it.
std::string_view without_remark(std::string_view line) {
  for (size_t at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || is_ascii_space(line[at - 1])) return line.substr(0, at);
  }
  return line;
}

FeedList read_lines(std::string_view text, const std::string& file) {
  FeedList list;
  int64_t number = 0;
  while (!text.empty()) {
    ++number;
    const size_t end = std::min(text.find('\n'), text.size());
    const auto line = trim(without_remark(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (is_web_address(line) && line.find(' ') == std::string_view::npos) {
      add(list, std::string(line));
    } else {
      list.problems.push_back({Code::malformed,
                               "not an address of the web (http://... or https://...): " +
                                   std::string(line.substr(0, 200)),
                               file, number});
    }
  }
  return list;
}

Result<std::string> read_whole(const std::string& file) {
  auto bytes = open_bytes(file);
  if (!bytes) return Failure(bytes.error());
  ByteWindow window(std::move(*bytes));
  const auto more = window.at_least(kMostBytes);
  if (!more) return Failure(more.error());
  if (*more) return fail(Code::too_large, "a list of more than 16 MiB", file);
  auto text = to_utf8(std::string(window.ahead()));
  if (!text) return fail(text.error().code, text.error().message, file);
  return text;
}

}  // namespace

FeedList read_feed_list(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return is_opml(text) ? read_opml(text, file) : read_lines(text, file);
}

Result<FeedList> open_feed_lists(const std::vector<std::string>& sources) {
  FeedList all;
  for (const std::string& source : sources) {
    if (is_web_address(source)) {
      add(all, source);
      continue;
    }
    const auto text = read_whole(source);
    if (!text) return Failure(text.error());
    FeedList list = read_feed_list(*text, source);
    for (std::string& address : list.addresses) add(all, std::move(address));
    all.problems.insert(all.problems.end(), list.problems.begin(), list.problems.end());
  }
  return all;
}

}  // namespace sitrep::fetch
