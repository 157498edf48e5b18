#include <algorithm>

#include "core/sha256.h"
#include "core/text.h"
#include "intake/address.h"
#include "intake/clues.h"
#include "intake/encoding.h"
#include "intake/feed.h"
#include "intake/language_guess.h"
#include "intake/pdf.h"
#include "intake/reader.h"
#include "intake/shapes.h"
#include "intake/sniff.h"

namespace sitrep {

namespace {

using Kind = RawInput::Kind;

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

Result<Metadata> with_sidecar(Metadata data, const RawInput& raw) {
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

Result<Metadata> read_pdf_document(RawInput& raw) {
  auto pdf = read_pdf(raw.bytes);
  if (!pdf) return at_record(pdf.error(), raw);
  raw.hints.title = std::move(pdf->headline.empty() ? pdf->title : pdf->headline);
  raw.hints.made = std::move(pdf->made);
  raw.hints.from = "the PDF's headline or properties";
  Metadata data;
  data.text = std::move(pdf->text);
  return data;
}

Result<Metadata> read_document(RawInput& raw) {
  const Sniffed sniffed = sniff(raw.bytes);
  if (sniffed.content == Content::pdf) return read_pdf_document(raw);
  if (!sniffed.reason.empty()) {
    return fail(Code::binary_input, std::string(sniffed.reason), raw.file, raw.record);
  }
  const bool html = sniffed.content == Content::html;
  std::string declared = raw.fetched.charset;  // outranks what the page says, as in browsers
  if (html && declared.empty()) declared = declared_encoding(raw.bytes);
  auto text = to_utf8(std::move(raw.bytes), declared);
  if (!text) return at_record(text.error(), raw);
  Metadata data;
  (html ? data.html : data.text) = std::move(*text);
  return data;
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

Result<Metadata> read_one(RawInput& raw, Page& page) {
  switch (raw.kind) {
    case Kind::json:
      return read_json(raw);
    case Kind::fields:
      return std::move(raw.fields);
    case Kind::feed_item:
      return read_feed_item(raw, page);
    default:
      return read_document(raw);
  }
}

// `page`: what the feed round an item says.
Result<Metadata> read_fields(RawInput& raw, Page& page) {
  auto data = read_one(raw, page);
  if (!data) return data;
  return with_sidecar(std::move(*data), raw);
}

std::string uri_of(const RawInput& raw, const Metadata& data, const knowledge::Lexicon* lexicon) {
  if (data.uri && !data.uri->empty()) return canonical_address(*data.uri, lexicon);
  if (!raw.fetched.uri.empty()) return canonical_address(raw.fetched.uri, lexicon);
  if (raw.record == 0) return raw.file;
  return raw.file + '#' + (data.id && !data.id->empty() ? *data.id : std::to_string(raw.record));
}

std::string text_of(const Report& report, const Article& article) {
  if (report.title.empty()) return article.body;
  return article.body.empty() ? report.title : report.title + "\n\n" + article.body;
}

void sign(Report& report, const Metadata& data) {
  report.sha256 = sha256_hex(report.text);
  const bool given = data.id && !data.id->empty();
  report.id = given ? *data.id
                    : 'r' + Sha256().add(report.uri).add("\n").add(report.text).hex().substr(0, 12);
}

SourcedReport make_sourced(Clues clues, const knowledge::Lexicon* lexicon) {
  SourcedReport reading;
  Report& report = reading.report;
  Origins& from = reading.origins;
  Published published = find_published(clues, lexicon);
  report.published = published.when;
  report.published_minute = published.minute;
  from.published = std::move(published.from);
  const auto take = [](Name name, std::string& to, std::string& its_origin) {
    to = std::move(name.text);
    its_origin = to.empty() ? std::string() : std::move(name.from);
  };
  take(find_outlet(clues, lexicon), report.outlet, from.outlet);
  take(find_title(clues), report.title, from.title);
  take(find_byline(clues, lexicon), report.byline, from.byline);
  report.uri = std::move(clues.uri);
  report.text = text_of(report, clues.article);
  report.captions = std::move(clues.article.captions);
  report.dateline = std::move(clues.article.dateline);
  const auto& language = clues.given.language;
  report.language =
      language && !language->empty() ? *language : std::string(guess_language(report.text));
  sign(report, clues.given);
  return reading;
}

// A title that is only hinted at counts where it stands at the head of the text.
std::string known_title(const Clues& clues, std::string_view text) {
  if (clues.given.title) return one_line(*clues.given.title);
  if (clues.page.data.title) return one_line(*clues.page.data.title);
  const std::string hint = one_line(clues.hints.title);
  const auto lines = split(text.substr(0, 2000), '\n');
  return std::any_of(lines.begin(), lines.end(),
                     [&](std::string_view line) { return same_words(line, hint); })
             ? hint
             : std::string();
}

// The text that is given, else that of the page. A mail has both, to the same end: its page is
// read, if it holds an article.
Result<std::string> text_to_read(Clues& clues, const RawInput& raw,
                                 const knowledge::Lexicon* lexicon) {
  const Metadata& given = clues.given;
  if (given.text && (!given.html || raw.kind != Kind::fields)) return *given.text;
  if (!given.html) return std::string();
  clues.page = read_html(*given.html, lexicon);
  const PageKind kind = clues.page.kind;
  if (kind == PageKind::article) return clues.page.text;
  if (!given.text || kind != PageKind::no_article)
    return fail(Code::not_an_article, std::string(reason_of(kind)), raw.file, raw.record);
  clues.page = {};
  return *given.text;
}

// A clock may be ahead of UTC, not by more than a day.
void drop_later_day(SourcedReport& reading, std::optional<Day> fetched) {
  Report& report = reading.report;
  if (!fetched || !report.published || !report.published->known()) return;
  if (*report.published->start <= *fetched + std::chrono::days(1)) return;
  report.published.reset();
  report.published_minute.reset();
  reading.origins.published.clear();
}

}  // namespace

Result<SourcedReport> read_report(RawInput raw, const InputOptions& options) {
  Page page;
  auto data = read_fields(raw, page);
  if (!data) return Failure(data.error());
  Clues clues{.given = std::move(*data), .page = std::move(page), .hints = std::move(raw.hints)};
  auto text = text_to_read(clues, raw, options.lexicon);
  if (!text) return Failure(text.error());
  const std::string clean = cleaned(std::move(*text));
  clues.article = read_article(clean, known_title(clues, clean), options.lexicon);
  Article& article = clues.article;
  article.captions.insert(article.captions.end(), clues.page.captions.begin(),
                          clues.page.captions.end());
  if (article.body.empty() && (article.title.empty() || !clues.given.text))
    return empty_report(raw);
  clues.uri = uri_of(raw, clues.given, options.lexicon);
  SourcedReport reading = make_sourced(std::move(clues), options.lexicon);
  drop_later_day(reading, raw.fetched.day);
  return reading;
}

Result<Report> to_report(RawInput raw, const InputOptions& options) {
  auto reading = read_report(std::move(raw), options);
  if (!reading) return Failure(reading.error());
  return std::move(reading->report);
}

}  // namespace sitrep
