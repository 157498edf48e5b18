#include "cli/watch_desk.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <exception>

#include "core/dates.h"
#include "core/json.h"
#include "intake/reader.h"

namespace sitrep::cli {

// A page on its way.
struct WatchDesk::Piece {
  Result<Coding> coding = fail(Code::malformed, "not read");
  bool known = false;
  std::string uri, outlet, title, published;  // of the report, for its line
  fetch::Outcome outcome;
};

namespace {

// What is known of a page outside of it.
std::string sidecar_of(const fetch::FetchedPage& page) {
  std::string json;
  JsonWriter w(json);
  w.begin_object();
  w.field("uri", page.uri);
  if (parse_day(page.published)) w.field("published", page.published);
  w.end_object();
  return json;
}

Result<Report> report_of(const fetch::FetchedPage& page, const InputOptions& options) {
  Result<Report> report = fail(Code::empty_input, "no text in it", page.uri);
  if (!page.bytes.empty()) {
    RawInput raw{.file = page.uri, .bytes = page.bytes};
    raw.sidecar_file = page.uri;
    raw.sidecar = sidecar_of(page);
    report = to_report(std::move(raw), options);
  }
  if (!report && !page.own.empty()) {
    RawInput own{.kind = RawInput::Kind::json, .file = page.uri, .bytes = page.own};
    if (auto instead = to_report(std::move(own), options)) return instead;
  }
  if (report && report->outlet.empty()) report->outlet = page.outlet;
  return report;
}

}  // namespace

WatchDesk::Piece WatchDesk::read(const fetch::FetchedPage& page) {
  Piece piece;
  try {
    auto report = report_of(page, {.lexicon = &parts_.knowledge.lexicon()});
    if (!report) {
      piece.coding = Failure(report.error());
      return piece;
    }
    piece.uri = report->uri;
    piece.outlet = report->outlet;
    piece.title = report->title;
    if (report->published && report->published->start)
      piece.published = iso(*report->published->start);
    piece.outcome = {true, report->sha256};
    piece.coding = parts_.coders.code(std::move(*report));
  } catch (const std::exception& e) {
    piece.coding = fail(Code::malformed, std::string("can't be coded: ") + e.what(), page.uri);
    piece.outcome = {};
  }
  return piece;
}

Result<std::vector<fetch::Outcome>> WatchDesk::take(const std::vector<fetch::FetchedPage>& pages) {
  std::vector<Piece> pieces(pages.size());
  tbb::parallel_for(size_t{0}, pages.size(), [&](size_t i) { pieces[i] = read(pages[i]); });
  if (const auto added = add(pieces); !added) return Failure(added.error());
  std::vector<fetch::Outcome> outcomes;
  for (size_t i = 0; i < pages.size(); ++i) {
    tell(pieces[i], pages[i]);
    outcomes.push_back(pieces[i].outcome);
  }
  parts_.console.out().flush();
  return outcomes;
}

Result<bool> WatchDesk::add(std::vector<Piece>& pieces) {
  std::vector<Coding> codings;
  for (Piece& piece : pieces) {
    if (!piece.coding) continue;
    const Report& report = piece.coding->report;
    const auto known = parts_.ledger.has_report(report.id, report.sha256);
    if (!known) return known;
    piece.known = *known;
    if (!piece.known) codings.push_back(*piece.coding);
  }
  if (codings.empty()) return true;
  const auto recode = [&](Report report) { return parts_.coders.code(std::move(report)); };
  const auto added = parts_.ledger.add(std::move(codings), parts_.knowledge, recode);
  if (!added) return Failure(added.error());
  sum_.added += added->added;
  sum_.known += added->known;
  sum_.revised += added->revised;
  sum_.incidents = added->incidents;
  return true;
}

void WatchDesk::tell(const Piece& piece, const fetch::FetchedPage& page) {
  if (!piece.coding) return refused(piece.coding.error());
  if (piece.known) return;
  parts_.console.out().write(fmt::format(
      "{}\t{}\t{}\t{}\t{}\n", page.sha256.empty() ? "added" : "revised",
      piece.published.empty() ? "-" : piece.published, piece.outlet, piece.title, piece.uri));
}

void WatchDesk::refused(const Error& error) { parts_.console.note(describe(error)); }

BuildSummary WatchDesk::take_sum() {
  BuildSummary sum = sum_;
  sum_ = {};
  sum_.incidents = sum.incidents;
  return sum;
}

}  // namespace sitrep::cli
