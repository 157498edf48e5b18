#include <algorithm>

#include "core/dates.h"
#include "core/sha256.h"
#include "core/text.h"
#include "intake/address.h"
#include "intake/article.h"
#include "intake/encoding.h"
#include "intake/feed.h"
#include "intake/html.h"
#include "intake/language_guess.h"
#include "intake/metadata.h"
#include "intake/reader.h"
#include "intake/shapes.h"
#include "intake/sniff.h"
#include "knowledge/outlets.h"

namespace sitrep {

namespace {

Failure at_record(Error error, const RawInput& raw) {
  if (error.file.empty()) error.file = raw.file;
  if (error.record == 0) error.record = raw.record;
  if (error.position >= 0) error.position += raw.position;
  return Failure(std::move(error));
}

Failure empty_report(const RawInput& raw) {
  return fail(Code::empty_input, "no text in it", raw.file, raw.record);
}

// The record's or the sidecar's fields, and the body as UTF-8 in `text` or `html`.
Result<Metadata> read_json(RawInput& raw) {
  auto json = to_utf8(std::move(raw.bytes));
  if (!json) return at_record(json.error(), raw);
  auto data = parse_metadata(*json);
  if (!data) return at_record(data.error(), raw);
  if (!data->text && !data->html) {
    return fail(Code::malformed, "neither \"text\" nor \"html\"", raw.file, raw.record,
                raw.position);
  }
  return data;
}

Result<Metadata> read_document(RawInput& raw) {
  const Sniffed sniffed = sniff(raw.bytes);
  if (sniffed.content == Content::binary || sniffed.content == Content::gzip) {
    return fail(Code::binary_input, std::string(sniffed.reason), raw.file);
  }
  const bool html = sniffed.content == Content::html;
  const std::string declared = html ? declared_encoding(raw.bytes) : std::string();
  auto text = to_utf8(std::move(raw.bytes), declared);
  if (!text) return at_record(text.error(), raw);
  Metadata data;
  (html ? data.html : data.text) = std::move(*text);
  if (raw.sidecar_file.empty()) return data;
  auto sidecar = parse_metadata(raw.sidecar);
  if (!sidecar) {
    sidecar.error().file = raw.sidecar_file;
    return Failure(sidecar.error());
  }
  sidecar->text.reset();
  sidecar->html.reset();
  return overlaid(std::move(data), std::move(*sidecar));
}

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

// Of a summary the page itself may come, too: it is another report, and neither replaces the other.
std::string address_of(const FeedItem& item) {
  const bool summary = item.text.kind == FeedText::Kind::summary;
  return item.address.empty() || !summary ? item.address : item.address + "#summary";
}

Result<Metadata> read_feed_item(RawInput& raw, Page& page) {
  const Channel& channel = *raw.channel;
  auto utf8 = to_utf8(std::move(raw.bytes), channel.encoding);
  if (!utf8) return at_record(utf8.error(), raw);
  auto item = read_item(*utf8, channel);
  if (!item) return at_record(item.error(), raw);
  FeedParagraphs paragraphs = paragraphs_of(item->text);
  if (const auto reason = teaser_reason(paragraphs.text); !reason.empty()) {
    const std::string behind = item->address.empty() ? "" : "; the report is at " + item->address;
    return fail(Code::not_an_article, std::string(reason) + behind, raw.file, raw.record);
  }
  page.site = item->source.empty() ? channel.title : item->source;
  page.captions = std::move(paragraphs.captions);
  Metadata data;
  data.uri = unless_empty(address_of(*item));
  data.title = unless_empty(std::move(item->title));
  data.byline = unless_empty(std::move(item->byline));
  data.published = unless_empty(std::move(item->published));
  data.text = std::move(paragraphs.text);
  return data;
}

Result<Metadata> read_fields(RawInput& raw, Page& page) {
  switch (raw.kind) {
    case RawInput::Kind::json:
      return read_json(raw);
    case RawInput::Kind::feed_item:
      return read_feed_item(raw, page);
    default:
      return read_document(raw);
  }
}

// What a report's text and page tell besides its fields.
struct Found {
  Article article;
  std::string address;  // where it was published, as far as known
  std::string site;
};

struct Published {
  std::optional<When> when;
  std::optional<int> minute;
};

Published stated(const DateText& date) { return {day_when(date.day, Basis::stated), date.minute}; }

// Statements are signed and dated at their end: the last of the closing lines that is a date.
std::optional<Day> closing_day(std::string_view body) {
  constexpr int kLines = 3;
  for (int line = 0; line < kLines && !trim(body).empty(); ++line) {
    body = trim(body);
    const size_t begin = body.rfind('\n');
    const std::string_view last = begin == body.npos ? body : body.substr(begin + 1);
    if (const auto date = read_date(trim(last))) return date->day;
    body = begin == body.npos ? std::string_view() : body.substr(0, begin);
  }
  return std::nullopt;
}

Published find_published(const Metadata& data, const Found& found, const std::string& uri) {
  const Article& article = found.article;
  if (data.published) {
    if (const auto date = read_date(trim(*data.published))) return stated(*date);
    if (const auto day = latest_date_in(*data.published))
      return {day_when(*day, Basis::stated), {}};
  }
  if (article.date) return stated(*article.date);
  for (const auto& address : {found.address, uri}) {
    if (const auto day = date_in_address(address)) return {day_when(*day, Basis::inferred), {}};
  }
  if (article.caption_day) return {day_when(*article.caption_day, Basis::inferred), {}};
  if (const auto day = closing_day(article.body)) return {day_when(*day, Basis::stated), {}};
  return {};
}

std::string find_outlet(const Metadata& data, const Found& found, const std::string& uri,
                        const knowledge::Lexicon* lexicon) {
  const std::string& credit = found.article.credit;
  if (data.outlet) return *data.outlet;
  if (lexicon == nullptr) return found.site.empty() ? credit : found.site;
  for (const auto host : {knowledge::host_of(uri), knowledge::host_of(found.address)}) {
    const auto* outlet = lexicon->outlet_of_domain(lower_ascii(host));
    if (outlet != nullptr) return std::string(outlet->name);
  }
  const std::string& name = found.site.empty() ? credit : found.site;
  const auto* outlet = name.empty() ? nullptr : lexicon->outlet_named(name);
  return outlet == nullptr ? name : std::string(outlet->name);
}

std::string one_line(const std::string& text) {
  std::string out;
  const std::string clean = cleaned(text);
  for (auto word : split(clean, ' ')) {
    for (auto part : split(word, '\n')) {
      if (part.empty()) continue;
      if (!out.empty()) out += ' ';
      out += part;
    }
  }
  return out;
}

std::string without_by(const std::string& byline) {
  return lower_ascii(byline.substr(0, 3)) == "by " ? byline.substr(3) : byline;
}

std::string uri_of(const RawInput& raw, const Metadata& data, const knowledge::Lexicon* lexicon) {
  if (data.uri && !data.uri->empty()) return canonical_address(*data.uri, lexicon);
  if (raw.kind == RawInput::Kind::document) return raw.file;
  return raw.file + '#' + (data.id && !data.id->empty() ? *data.id : std::to_string(raw.record));
}

std::string text_of(const Article& article) {
  if (article.title.empty()) return article.body;
  return article.body.empty() ? article.title : article.title + "\n\n" + article.body;
}

void sign(Report& report, const Metadata& data) {
  report.sha256 = sha256_hex(report.text);
  const bool given = data.id && !data.id->empty();
  report.id = given ? *data.id
                    : 'r' + Sha256().add(report.uri).add("\n").add(report.text).hex().substr(0, 12);
}

Report make_report(const RawInput& raw, const Metadata& data, Found found,
                   const knowledge::Lexicon* lexicon) {
  Article& article = found.article;
  Report report;
  report.uri = uri_of(raw, data, lexicon);
  const Published published = find_published(data, found, report.uri);
  report.published = published.when;
  report.published_minute = published.minute;
  report.outlet = find_outlet(data, found, report.uri, lexicon);
  report.text = text_of(article);
  report.title = std::move(article.title);
  report.byline = data.byline ? without_by(one_line(*data.byline)) : std::move(article.byline);
  report.captions = std::move(article.captions);
  report.dateline = std::move(article.dateline);
  report.language = data.language && !data.language->empty()
                        ? *data.language
                        : std::string(guess_language(report.text));
  sign(report, data);
  return report;
}

}  // namespace

Result<Report> to_report(RawInput raw, const InputOptions& options) {
  Page page;
  auto data = read_fields(raw, page);
  if (!data) return Failure(data.error());
  if (data->html && !data->text) {
    page = read_html(*data->html);
    if (page.text.empty())
      return fail(Code::not_an_article, "a page without an article", raw.file, raw.record);
    data = overlaid(std::move(page.data), std::move(*data));
  }
  const std::string text = cleaned(std::move(data->text ? *data->text : page.text));
  const std::string title = data->title ? one_line(*data->title) : std::string();
  Article article = read_article(text, title, options.lexicon);
  article.captions.insert(article.captions.end(), page.captions.begin(), page.captions.end());
  if (article.body.empty() && (article.title.empty() || !data->text)) return empty_report(raw);
  Found found{std::move(article), std::move(page.address), std::move(page.site)};
  return make_report(raw, *data, std::move(found), options.lexicon);
}

}  // namespace sitrep
