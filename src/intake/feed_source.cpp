// A feed of XML cut into its items without parsing them: an item that is broken harms no other.
#include <algorithm>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/feed.h"
#include "intake/record_source.h"

namespace sitrep {

namespace {

constexpr size_t kLongestHead = 1u << 20;  // what of a channel's own fields is looked at

// Whether `tag` ("<item", "</item") stands at `at`, and not a longer name.
bool is_tag_at(std::string_view text, size_t at, std::string_view tag) {
  if (!text.substr(at).starts_with(tag)) return false;
  const size_t behind = at + tag.size();
  return behind == text.size() || is_ascii_space(text[behind]) || text[behind] == '>' ||
         text[behind] == '/';
}

// Behind the comment or CDATA section that begins at `at`; `at` + 1 where it is never closed. One
// in which another begins was meant to end before: so no search goes farther than to the next.
size_t behind_verbatim(std::string_view text, size_t at) {
  const bool comment = text.substr(at).starts_with("<!--");
  if (!comment && !text.substr(at).starts_with("<![CDATA[")) return at + 1;
  const std::string_view begin = comment ? "<!--" : "<![CDATA[";
  const std::string_view end = comment ? "-->" : "]]>";
  const auto inner = text.substr(at + begin.size());
  const auto own = inner.substr(0, inner.find(begin));
  const size_t close = own.find(end);
  return close == std::string_view::npos ? at + 1 : at + begin.size() + close + end.size();
}

// The tags by which items are known, as this feed writes them.
struct ItemTags {
  std::string open, close;
};

// How far the item reaches that begins a text.
struct Extent {
  enum class End : uint8_t { open, closed, another };  // another item begins before the end
  End end = End::open;
  size_t size = 0;  // up to the end, or of what was looked at
};

Extent extent_of(std::string_view text, const ItemTags& tags) {
  const size_t open = text.find('>');
  if (open != std::string_view::npos && text[open - 1] == '/')
    return {Extent::End::closed, open + 1};
  for (size_t at = text.find('<', 1); at != std::string_view::npos;
       at = text.find('<', behind_verbatim(text, at))) {
    if (is_tag_at(text, at, tags.open)) return {Extent::End::another, at};
    if (!is_tag_at(text, at, tags.close)) continue;
    const size_t end = text.find('>', at);
    if (end != std::string_view::npos) return {Extent::End::closed, end + 1};
  }
  return {Extent::End::open, text.size()};
}

class FeedSource : public RecordSource {
 public:
  FeedSource(ByteWindow window, std::string file, uint64_t max_bytes)
      : window_(std::move(window)), file_(std::move(file)), max_bytes_(max_bytes) {}

  std::optional<Result<RawInput>> next() override {
    if (!channel_) {
      if (const auto read = read_head(); !read) return stop(read.error());
    }
    if (done_) return std::nullopt;
    const auto found = find_open();
    if (!found) return stop(found.error());
    if (!*found) return std::nullopt;
    ++record_;
    return item();
  }

 private:
  Failure stop(Error error) {
    done_ = true;
    return Failure(std::move(error));
  }

  Failure refuse(Code code, std::string message) const {
    return fail(code, std::move(message), file_, record_, static_cast<int64_t>(window_.position()));
  }

  Result<bool> read_head() {
    size_t begin = std::string_view::npos;
    while (begin == std::string_view::npos && window_.ahead().size() < kLongestHead) {
      choose_tags();
      begin = first_open(window_.ahead());
      if (begin != std::string_view::npos) break;
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (!*more) break;
    }
    auto bytes = std::string(window_.ahead().substr(0, std::min(begin, kLongestHead)));
    const std::string encoding = declared_xml_encoding(bytes);
    auto head = to_utf8(bytes, encoding);
    const std::string address = file_.find("://") == std::string::npos ? std::string() : file_;
    auto channel = read_channel(head ? *head : valid_utf8(std::move(bytes)), address);
    channel.encoding = encoding;
    channel_ = std::make_shared<const Channel>(std::move(channel));
    return true;
  }

  // <item> of RSS or <entry> of Atom, with the prefix of the root if that has one.
  void choose_tags() {
    const auto head = window_.ahead();
    for (size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
      const size_t end = std::min(head.find_first_of(" \t\r\n>/", at + 1), head.size());
      const std::string name(head.substr(at + 1, end - at - 1));
      const size_t colon = name.find(':');
      const std::string local = lower_ascii(name.substr(colon + 1));  // npos + 1 is 0
      if (local != "feed" && local != "rss" && local != "rdf") continue;
      const bool atom = local == "feed";
      const std::string prefix =
          colon != std::string::npos && atom ? name.substr(0, colon + 1) : std::string();
      tags_ = {"<" + prefix + (atom ? "entry" : "item"), "</" + prefix + (atom ? "entry" : "item")};
      return;
    }
    tags_ = {"<item", "</item"};
  }

  size_t first_open(std::string_view text) const {
    for (size_t at = text.find('<'); at != std::string_view::npos;
         at = text.find('<', behind_verbatim(text, at))) {
      if (is_tag_at(text, at, tags_.open)) return at;
    }
    return std::string_view::npos;
  }

  // Takes what stands before the next item; false: there is none.
  Result<bool> find_open() {
    for (;;) {
      const size_t at = first_open(window_.ahead());
      const bool sure =
          at != std::string_view::npos && window_.ahead().size() > at + tags_.open.size();
      if (sure) {
        window_.take(at);
        return true;
      }
      if (at == std::string_view::npos && window_.ahead().size() > max_bytes_)
        window_.take(window_.ahead().size() - tags_.open.size());
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (*more) continue;
      done_ = true;
      return false;
    }
  }

  // The window begins with an item's start tag.
  std::optional<Result<RawInput>> item() {
    for (;;) {
      const Extent extent = extent_of(window_.ahead(), tags_);
      if (extent.end == Extent::End::closed && extent.size <= max_bytes_) return taken(extent.size);
      if (extent.end == Extent::End::another) {
        Failure refused = refuse(Code::malformed, "the item is not closed");
        window_.take(extent.size);
        return refused;
      }
      if (extent.size > max_bytes_) return too_large(extent);
      const auto more = window_.more();
      if (!more) return stop(more.error());
      if (*more) continue;
      done_ = true;
      return refuse(Code::malformed, "the item is not closed");
    }
  }

  // The next item is looked for behind it, or where it has no end in sight, within it.
  Failure too_large(const Extent& extent) {
    Failure refused = refuse(Code::too_large,
                             "larger than the limit of " + std::to_string(max_bytes_) + " bytes");
    window_.take(extent.end == Extent::End::closed ? extent.size : tags_.open.size());
    return refused;
  }

  RawInput taken(size_t size) {
    RawInput raw{.kind = RawInput::Kind::feed_item, .file = file_};
    raw.bytes = std::string(window_.ahead().substr(0, size));
    raw.record = record_;
    raw.position = static_cast<int64_t>(window_.position());
    raw.channel = channel_;
    window_.take(size);
    return raw;
  }

  ByteWindow window_;
  std::string file_;
  uint64_t max_bytes_;
  ItemTags tags_;
  std::shared_ptr<const Channel> channel_;
  int64_t record_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> xml_feed(ByteWindow window, std::string file, uint64_t max_bytes) {
  return std::make_unique<FeedSource>(std::move(window), std::move(file), max_bytes);
}

}  // namespace sitrep
