#include "intake/clues.h"

#include "core/dates.h"
#include "core/text.h"
#include "intake/encoding.h"
#include "intake/local_day.h"
#include "knowledge/outlets.h"

namespace sitrep {

namespace {

Published on(Day day, Basis basis, std::string from) {
  return {day_when(day, basis), {}, std::move(from)};
}

Published stated(const DateText& date, std::string from) {
  return {day_when(date.day, Basis::stated), date.minute, std::move(from)};
}

// A date as a field holds it: alone, or somewhere in the words.
Published in_field(const std::string& text, std::string from) {
  if (const auto date = read_date(trim(text))) return stated(*date, std::move(from));
  if (const auto day = latest_date_in(text)) return on(*day, Basis::stated, std::move(from));
  return {};
}

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

const knowledge::Outlet* outlet_at(std::string_view host, const knowledge::Lexicon* lexicon) {
  return lexicon == nullptr || host.empty() ? nullptr
                                            : lexicon->outlet_of_domain(lower_ascii(host));
}

// A known outlet sends what it publishes on that day; of anybody else it only says when.
Published when_sent(const Clues& clues, const knowledge::Lexicon* lexicon) {
  Published published = in_field(clues.hints.sent, clues.hints.from);
  if (published.when && outlet_at(clues.hints.host, lexicon) == nullptr)
    published.when->basis = Basis::inferred;
  return published;
}

Published from_address(const Clues& clues) {
  for (const auto& address : {clues.page.address, clues.uri}) {
    if (const auto day = date_in_address(address)) return on(*day, Basis::inferred, "the address");
  }
  return {};
}

// The outlet's own day, where its page has a moment in UTC and shows another day for it.
Published in_local_time(Published published, const Clues& clues) {
  if (!is_in_utc(*clues.page.data.published)) return published;
  const DateText utc{.day = *published.when->start, .minute = published.minute};
  const auto take = [&](const DateText& local, std::string_view by) {
    const auto minute = local.updated ? std::nullopt : local.minute;
    return stated({.day = local.day, .minute = minute},
                  published.from + "; the day by " + std::string(by));
  };
  const auto& shown = clues.page.shown;
  if (shown && is_neighbouring_day(utc, *shown)) return take(*shown, "the line below its headline");
  const auto by_page = day_of_path(clues.page.address);
  const auto day = by_page ? by_page : day_of_path(clues.uri);
  const bool other = !shown || shown->day != utc.day;
  if (other && day && is_neighbouring_day(utc, {.day = *day}))
    return take({.day = *day}, "the address");
  return published;
}

Published from_page(const Clues& clues) {
  const Page& page = clues.page;
  if (page.data.published) {
    const auto published = in_field(*page.data.published, page.published_from);
    if (published.when) return in_local_time(published, clues);
  }
  return page.shown ? stated(*page.shown, "a line below the page's headline") : Published();
}

Published from_fields(const Clues& clues) {
  Published published;
  if (clues.given.published) published = in_field(*clues.given.published, "the field published");
  if (published.when) published.when->basis = clues.given.published_basis;
  return published;
}

Published when_made(const Hints& hints) {
  Published published = in_field(hints.made, hints.from);
  if (published.when) published.when->basis = Basis::inferred;
  return published;
}

// Who writes from an outlet's address is its reporter, unless it is the outlet itself.
Name sent_by(const Hints& hints, const knowledge::Lexicon* lexicon) {
  if (hints.byline.empty() || outlet_at(hints.host, lexicon) == nullptr) return {};
  if (lexicon->outlet_named(hints.byline) != nullptr) return {};
  return {one_line(hints.byline), hints.from};
}

std::string without_by(const std::string& byline) {
  return lower_ascii(byline.substr(0, 3)) == "by " ? byline.substr(3) : byline;
}

}  // namespace

Published find_published(const Clues& clues, const knowledge::Lexicon* lexicon) {
  const Article& article = clues.article;
  if (const auto published = from_fields(clues); published.when) return published;
  if (const auto published = from_page(clues); published.when) return published;
  if (article.date)
    return stated(*article.date,
                  article.dated_by_dateline ? "the dateline" : "a date line of the text");
  if (const auto published = when_sent(clues, lexicon); published.when) return published;
  if (const auto published = from_address(clues); published.when) return published;
  if (article.caption_day) return on(*article.caption_day, Basis::inferred, "a picture's caption");
  if (const auto day = closing_day(article.body))
    return on(*day, Basis::stated, "a date at the end of the text");
  return when_made(clues.hints);
}

Name find_outlet(const Clues& clues, const knowledge::Lexicon* lexicon) {
  if (clues.given.outlet) return {*clues.given.outlet, "the field outlet"};
  for (const auto host : {knowledge::host_of(clues.uri), knowledge::host_of(clues.page.address)}) {
    if (const auto* outlet = outlet_at(host, lexicon))
      return {std::string(outlet->name), "the address, by outlets.tsv"};
  }
  if (const auto* outlet = outlet_at(clues.hints.host, lexicon))
    return {std::string(outlet->name), clues.hints.from + ", by outlets.tsv"};
  const auto known = [&](const std::string& name, std::string from) -> Name {
    if (name.empty()) return {};
    const auto* outlet = lexicon == nullptr ? nullptr : lexicon->outlet_named(name);
    return {outlet == nullptr ? name : std::string(outlet->name), std::move(from)};
  };
  if (!clues.page.site.empty()) return known(clues.page.site, "the page's name of its site");
  if (!clues.article.credit.empty()) return known(clues.article.credit, "the dateline");
  if (!clues.hints.outlet.empty()) return known(clues.hints.outlet, clues.hints.from);
  const auto* sender = lexicon == nullptr || clues.hints.byline.empty()
                           ? nullptr
                           : lexicon->outlet_named(clues.hints.byline);
  return sender == nullptr ? Name() : Name{std::string(sender->name), clues.hints.from};
}

Name find_title(const Clues& clues) {
  const std::string& title = clues.article.title;
  if (!title.empty() && title == one_line(clues.hints.title)) return {title, clues.hints.from};
  if (clues.given.title && !clues.given.title->empty()) return {title, "the field title"};
  if (clues.page.data.title) return {title, clues.page.title_from};
  return {title, "the first line of the text"};
}

Name find_byline(const Clues& clues, const knowledge::Lexicon* lexicon) {
  if (clues.given.byline) return {without_by(one_line(*clues.given.byline)), "the field byline"};
  if (clues.page.data.byline)
    return {without_by(one_line(*clues.page.data.byline)), "the page's head"};
  if (!clues.article.byline.empty()) return {clues.article.byline, "a line of the text"};
  return sent_by(clues.hints, lexicon);
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

}  // namespace sitrep
