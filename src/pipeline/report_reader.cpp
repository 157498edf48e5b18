#include "pipeline/report_reader.h"

#include "core/dates.h"
#include "events/extract.h"
#include "grounding/atlas.h"
#include "grounding/calendar.h"
#include "pipeline/dateline.h"
#include "pipeline/nations.h"
#include "pipeline/outlet_home.h"
#include "pipeline/unknown_day.h"

namespace sitrep {

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
  const DatelineFound dateline = find_dateline(document_, knowledge_->gazetteer(), report.dateline);
  find_all_mentions(dateline.tokens.last);
  const std::optional<Day> published = ground_all_times(report);
  const knowledge::OutletHome home = outlet_home(*knowledge_, report, document_, mentions_);
  const std::string_view origin = dateline.place.empty() ? report.dateline : dateline.place;
  const std::string_view publisher =
      home.country.empty() ? country_in_name(*knowledge_, report.outlet) : std::string_view();
  ground_places(document_, lexicon, knowledge_->gazetteer(),
                {home, origin, nations_of(lexicon, mentions_), publisher}, mentions_.places);
  return {report,       document_, mentions_, lexicon, dateline.tokens.last, dateline.tokens.first,
          model_.get(), published};
}

}  // namespace sitrep
