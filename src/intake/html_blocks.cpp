#include "intake/html_blocks.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/html_entities.h"
#include "intake/name_set.h"

namespace sitrep {

namespace {

constexpr size_t kDeepest = 400;
constexpr size_t kLongestCell = 120;

constexpr NameSet kBadNames(std::to_array<std::string_view>(
    {"share",         "social",          "related",      "recommend",    "sidebar",
     "side-bar",      "footer",          "navbar",       "navigation",   "menu",
     "promo",         "advert",          "sponsor",      "newsletter",   "subscri",
     "signup",        "sign-up",         "widget",       "popup",        "modal",
     "cookie",        "consent",         "breadcrumb",   "trending",     "popular",
     "most-read",     "mostread",        "read-more",    "readmore",     "more-stories",
     "morestories",   "outbrain",        "taboola",      "toolbar",      "masthead",
     "copyright",     "author-bio",      "authorbio",    "about-author", "tag-list",
     "taglist",       "post-tags",       "article-tags", "topics",       "byline",
     "pagination",    "pager",           "skip",         "print-only",   "printonly",
     "screen-reader", "visually-hidden", "sr-only",      "gallery",      "slideshow",
     "carousel",      "lightbox",        "overlay",      "paywall",      "login",
     "rating",        "donat",           "feedback",     "disclaimer",   "teaser",
     "hidden",        "dropdown",        "follow",       "alert-bar",    "ticker",
     "timestamp",     "dateline-",       "video-player", "infobox",      "read-next",
     "readnext",      "next-article",    "up-next",      "rss",          "metadata",
     "article-meta",  "post-meta",       "entry-meta"}));

constexpr NameSet kGoodNames(std::to_array<std::string_view>(
    {"article-body",   "articlebody",      "article_body",    "article__body", "article-content",
     "articlecontent", "article__content", "article_content", "article-text",  "articletext",
     "article_text",   "story-body",       "storybody",       "story__body",   "story_body",
     "story-content",  "storycontent",     "story-text",      "storytext",     "entry-content",
     "entry__content", "post-content",     "postcontent",     "post-body",     "post_body",
     "post__content",  "post-text",        "body-text",       "bodytext",      "body-copy",
     "bodycopy",       "main-content",     "content-body",    "content__body", "news-text",
     "news-body",      "news-content",     "text-content",    "rich-text",     "richtext",
     "article-main",   "node-body",        "field-name-body"}));

constexpr NameSet kCommentNames(std::to_array<std::string_view>({"comment", "disqus", "respond"}));

// What stands in these is never the article's text.
bool is_skipped(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::footer:
    case Tag::aside:
    case Tag::button:
    case Tag::select:
    case Tag::option:
    case Tag::noscript:
    case Tag::svg:
    case Tag::template_:
    case Tag::object:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
    case Tag::menu:
    case Tag::dialog:
    case Tag::head:
      return true;
    default:
      return false;
  }
}

bool is_hidden(std::string_view attributes) {
  if (attribute(attributes, "hidden")) return true;
  const std::string style = lower_ascii(attribute(attributes, "style").value_or(""));
  return style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos;
}

bool is_menu_role(std::string_view role) {
  return role == "navigation" || role == "complementary" || role == "contentinfo" ||
         role == "dialog" || role == "menu" || role == "search" || role == "alertdialog";
}

class BlockCutter {
 public:
  PageBlocks run(std::string_view page) {
    out_.containers.push_back({});
    HtmlTokens tokens(page);
    for (HtmlToken token; tokens.next(token);) take(token);
    flush();
    out_.facts = facts_.facts();
    return std::move(out_);
  }

 private:
  struct Open {
    Tag tag = Tag::none;
    uint32_t container = 0;
    bool skipped = false;
    bool caption = false;
    bool link = false;
    bool pre = false;
  };

  void take(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlToken::Kind::text:
        return text(token.text);
      case HtmlToken::Kind::raw:
        return facts_.raw(token.tag, token.text);
      case HtmlToken::Kind::open:
        facts_.open(token.tag, token.text);
        return open(token);
      case HtmlToken::Kind::close:
        return close(token.tag);
    }
  }

  const Open& top() const {
    static const Open kPage;
    return open_.empty() ? kPage : open_.back();
  }

  void text(std::string_view raw) {
    if (top().skipped) return;
    decoded_.clear();
    append_decoded(decoded_, raw);
    const size_t before = text_.size();
    append_collapsed(decoded_);
    if (top().link) link_bytes_ += static_cast<uint32_t>(text_.size() - before);
  }

  void append_collapsed(std::string_view text) {
    for (char c : text) {
      if (top().pre && c == '\n') {
        text_ += '\n';
      } else if (!is_ascii_space(c)) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
        text_ += ' ';
      }
    }
  }

  void open(const HtmlToken& token) {
    const Tag tag = token.tag;
    if (tag == Tag::br) return line_break();
    if (tag == Tag::img || tag == Tag::wbr) return;
    part(tag);
    if (is_void(tag)) return;
    imply_ends(tag);
    if (open_.size() >= kDeepest) return;
    Open next = top();
    next.tag = tag;
    if (tag == Tag::a) next.link = true;
    if (is_block(tag) || tag == Tag::span) enter(next, token.text);
    open_.push_back(next);
  }

  void enter(Open& next, std::string_view attributes) {
    const Tag tag = next.tag;
    next.skipped = next.skipped || is_skipped(tag) || is_hidden(attributes) ||
                   is_menu_role(attribute(attributes, "role").value_or(""));
    next.caption = next.caption || tag == Tag::figcaption || tag == Tag::figure;
    next.pre = tag == Tag::pre;
    if (tag == Tag::span || next.skipped) return;
    const std::string names = lower_ascii(attribute(attributes, "class").value_or("") + ' ' +
                                          attribute(attributes, "id").value_or(""));
    const std::string role = attribute(attributes, "itemprop").value_or("");
    const bool good = role == "articleBody" || kGoodNames.any_in(names);
    const bool page = tag == Tag::body || tag == Tag::html;
    const bool comments = !good && !page && kCommentNames.any_in(names);
    const bool bad = comments || (!good && !page && kBadNames.any_in(names));
    if (names.find("caption") != std::string::npos && tag != Tag::body) next.caption = true;
    if (tag == Tag::p && !bad) return;
    out_.containers.push_back({next.container, tag, good, bad, comments});
    next.container = static_cast<uint32_t>(out_.containers.size() - 1);
  }

  // <p> ends a paragraph that is still open, <li> an item, and so on.
  void imply_ends(Tag tag) {
    const auto top_is = [&](auto... tags) {
      return !open_.empty() && ((open_.back().tag == tags) || ...);
    };
    if (is_block(tag) && in_paragraph()) close(Tag::p);
    if (tag == Tag::li && top_is(Tag::li, Tag::p)) close(Tag::li);
    if ((tag == Tag::td || tag == Tag::th) && top_is(Tag::td, Tag::th)) close(open_.back().tag);
    if (tag == Tag::tr && top_is(Tag::td, Tag::th)) close(open_.back().tag);
    if (tag == Tag::tr && top_is(Tag::tr)) close(Tag::tr);
    if ((tag == Tag::dd || tag == Tag::dt) && top_is(Tag::dd, Tag::dt)) close(open_.back().tag);
    if (tag == Tag::body && top_is(Tag::head)) close(Tag::head);
    if (tag == Tag::a && top_is(Tag::a)) close(Tag::a);
  }

  // Is a paragraph open with nothing but inline elements in it?
  bool in_paragraph() const {
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == Tag::p) return true;
      if (is_block(open_[i].tag)) return false;
    }
    return false;
  }

  void close(Tag tag) {
    part(tag);
    if (tag == Tag::other) return close_other();
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == tag) {
        open_.resize(i);
        return;
      }
      // A stray end tag of an inline element or paragraph does not end the blocks around it.
      const bool wall =
          open_[i].tag == Tag::td || open_[i].tag == Tag::table || open_[i].tag == Tag::body;
      if ((!is_block(tag) || tag == Tag::p) && is_block(open_[i].tag)) return;
      if (wall && tag != Tag::table && tag != Tag::tr && tag != Tag::html && tag != Tag::body)
        return;
    }
  }

  void close_other() {
    if (!open_.empty() && open_.back().tag == Tag::other) open_.pop_back();
  }

  // Blocks end at block elements; the short cells of one table row make one block.
  void part(Tag tag) {
    const bool cell = tag == Tag::td || tag == Tag::th;
    if (cell && text_.size() <= kLongestCell && text_.find('\n') == std::string::npos) {
      if (!text_.empty() && text_.back() != ' ') text_ += ' ';
    } else if (is_block(tag)) {
      flush();
    }
  }

  // Two breaks part paragraphs, one is only a line's end.
  void line_break() {
    while (text_.ends_with(' ')) text_.pop_back();
    if (text_.ends_with('\n')) {
      text_.pop_back();
      flush();
    } else if (!text_.empty()) {
      text_ += '\n';
    }
  }

  Tag block_tag() const {
    for (size_t i = open_.size(); i-- > 0;) {
      if (is_block(open_[i].tag)) return open_[i].tag;
    }
    return Tag::none;
  }

  void flush() {
    while (!text_.empty() && is_ascii_space(text_.back())) text_.pop_back();
    if (!text_.empty()) {
      out_.blocks.push_back(
          {std::move(text_), top().container, link_bytes_, block_tag(), top().caption});
    }
    text_.clear();
    link_bytes_ = 0;
  }

  PageBlocks out_;
  FactReader facts_;
  std::vector<Open> open_;
  std::string text_;
  std::string decoded_;
  uint32_t link_bytes_ = 0;
};

}  // namespace

PageBlocks cut_blocks(std::string_view page) { return BlockCutter().run(page); }

}  // namespace sitrep
