// Tags and text of a page, one after the other, in one pass and without copies.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

enum class Tag : uint8_t {
  none,
  a,
  abbr,
  address,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  dd,
  del,
  details,
  dialog,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  label,
  legend,
  li,
  link,
  main,
  map,
  menu,
  meta,
  nav,
  noscript,
  object,
  ol,
  option,
  p,
  picture,
  pre,
  q,
  s,
  script,
  section,
  select,
  small,
  source,
  span,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  u,
  ul,
  video,
  wbr,
  other,
};

bool is_block(Tag tag);  // begins a line of its own
bool is_void(Tag tag);   // has no end tag
bool is_heading(Tag tag);

struct HtmlToken {
  enum class Kind : uint8_t {
    text,
    open,
    close,
    raw
  };  // raw: what stands in script, style, title ...
  Kind kind = Kind::text;
  Tag tag = Tag::none;
  std::string_view text;  // of a text or raw token, undecoded; of an open tag its attributes
  bool closed = false;    // <tag/>
};

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) : page_(page) {}
  bool next(HtmlToken& token);

 private:
  bool read_markup(HtmlToken& token);
  bool read_tag(HtmlToken& token);
  bool skip_to(std::string_view end);
  std::string_view page_;
  size_t at_ = 0;
  Tag raw_ = Tag::none;  // the element whose raw text comes next
};

// The decoded value of an attribute; empty: none such.
std::optional<std::string> attribute(std::string_view attributes, std::string_view lower_name);

}  // namespace sitrep
