#include "pipeline/report_reader.h"

#include <algorithm>

#include "core/dates.h"
#include "events/extract.h"
#include "grounding/atlas.h"
#include "grounding/calendar.h"
#include "pipeline/outlet_home.h"
#include "pipeline/unknown_day.h"

namespace sitrep {

namespace {

// Where the dateline stands: its place, and all up to the dash or bracket that ends it.
TokenRange dateline_range(const Document& document, std::string_view dateline) {
  constexpr size_t kTop = 600;  // bytes from the start within which a dateline stands
  constexpr size_t kLength = 120;
  const size_t at =
      dateline.empty() ? std::string_view::npos
                       : document.text.substr(0, kTop).find(dateline.substr(0, dateline.find(',')));
  if (at == std::string_view::npos) return {};
  const std::string_view rest = document.text.substr(at, dateline.size() + kLength);
  size_t end = std::string_view::npos;
  for (const std::string_view mark : {"\u2014", "\u2013", " - ", " -- ", "--"}) {
    const size_t found = rest.find(mark);
    if (found != std::string_view::npos) end = std::min(end, found + mark.size());
  }
  if (end == std::string_view::npos) return {};
  TokenRange range;
  for (uint32_t i = 0; i < document.tokens.size() && document.tokens[i].span.begin < at + end;
       ++i) {
    if (document.tokens[i].span.begin < at) range.first = i + 1;
    range.last = i + 1;
  }
  return range;
}

}  // namespace

Result<ReportReader> ReportReader::create(const Knowledge& knowledge) {
  auto analyser = Analyser::create(
      {knowledge.model("tagger"), knowledge.model("lemmatiser"), knowledge.model("parser")});
  if (!analyser) return Failure(analyser.error());
  ReportReader reader(knowledge, std::move(*analyser));
  if (auto opened = reader.open_model(); !opened) return Failure(opened.error());
  return reader;
}

Result<void> ReportReader::open_model() {
  const std::string_view blob = knowledge_->model("events");
  if (blob.empty()) return {};
  auto model = EventModel::open(blob);
  if (!model) return Failure(model.error());
  model_ = std::make_unique<const EventModel>(std::move(*model));
  return {};
}

void ReportReader::find_all_mentions(uint32_t dateline_end) {
  const knowledge::Lexicon& lexicon = knowledge_->lexicon();
  words_.find(document_, lexicon, mentions_);
  const std::vector<bool> earns = earns_tree(document_, mentions_, lexicon);
  for (uint32_t s = 0; s < earns.size(); ++s) {
    if (earns[s]) analyser_.parse(document_, s, dateline_end);
  }
  words_.find_again(document_, lexicon, mentions_);
  find_phrases(document_, {lexicon, knowledge_->gazetteer()}, mentions_);
}

std::optional<Day> ReportReader::ground_all_times(const Report& report) {
  std::optional<Day> published = report.published ? report.published->start : std::nullopt;
  ground_times(document_, {published, report.published_minute}, mentions_.times);
  undated_ = !published;
  if (!undated_) return published;
  times_said_ = mentions_.times;
  published = unknown_day(mentions_.times);
  ground_times(document_, {published, report.published_minute}, mentions_.times);
  return published;
}

Reading ReportReader::read(const Report& report) {
  const knowledge::Lexicon& lexicon = knowledge_->lexicon();
  analyser_.analyse(report.text, document_);
  const TokenRange dateline = dateline_range(document_, report.dateline);
  find_all_mentions(dateline.last);
  const std::optional<Day> published = ground_all_times(report);
  const knowledge::OutletHome home = outlet_home(*knowledge_, report, document_, mentions_);
  ground_places(document_, lexicon, knowledge_->gazetteer(), {home, report.dateline},
                mentions_.places);
  return {report,        document_,      mentions_,    lexicon,
          dateline.last, dateline.first, model_.get(), published};
}

}  // namespace sitrep
