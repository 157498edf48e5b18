#include <algorithm>
#include <array>
#include <cmath>

#include "core/dates.h"
#include "events/extract.h"
#include "grounding/atlas.h"
#include "grounding/calendar.h"
#include "language/analyser.h"
#include "mentions/entities.h"
#include "mentions/finder.h"
#include "pipeline/unknown_day.h"
#include "sitrep/pipeline.h"

namespace sitrep {

struct Coder::State {
  const Knowledge& knowledge;
  Analyser analyser;
  Document document;
  Mentions mentions;
};

Coder::Coder(std::unique_ptr<State> state) : state_(std::move(state)) {}
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;
Coder::~Coder() = default;

Result<Coder> Coder::create(const Knowledge& knowledge) {
  auto analyser = Analyser::create(
      {knowledge.model("tagger"), knowledge.model("lemmatiser"), knowledge.model("parser")});
  if (!analyser) return Failure(analyser.error());
  return Coder(std::make_unique<State>(State{knowledge, std::move(*analyser), {}, {}}));
}

namespace {

void add_times(const Document& document, const std::vector<TimeMention>& times,
               const CodePoints& points, Coding& coding) {
  constexpr std::array<const char*, 4> kTypes = {"DATE", "TIME", "DURATION", "SET"};
  for (const TimeMention& time : times) {
    coding.times.push_back(
        {make_evidence(coding.report.id, document.text, points, document.span_of(time.tokens)),
         kTypes[static_cast<size_t>(time.type)], time.value, time.when});
  }
}

void add_places(const Document& document, const std::vector<PlaceMention>& places,
                const CodePoints& points, Coding& coding) {
  for (const PlaceMention& place : places) {
    if (place.unnamed) continue;
    coding.places.push_back(
        {make_evidence(coding.report.id, document.text, points, document.span_of(place.tokens)),
         place.where, std::round(place.confidence * 100) / 100});
  }
}

void add_actors(const Document& document, const std::vector<NounPhrase>& phrases,
                const CodePoints& points, Coding& coding) {
  for (const NounPhrase& phrase : phrases) {
    const bool actor = phrase.nature == Nature::party && !phrase.pronoun &&
                       (phrase.named || !phrase.party.actor_id.empty());
    if (actor)
      coding.actors.push_back(
          {make_evidence(coding.report.id, document.text, points, document.span_of(phrase.tokens)),
           phrase.party});
  }
}

void add_entities(const Document& document, const std::vector<EntitySpan>& entities,
                  const CodePoints& points, Coding& coding) {
  for (const EntitySpan& entity : entities) {
    coding.entities.push_back(
        {make_evidence(coding.report.id, document.text, points, document.span_of(entity.tokens)),
         entity.kind});
  }
}

void add_sentences(const Document& document, const CodePoints& points, Coding& coding) {
  for (const Sentence& s : document.sentences)
    coding.sentences.emplace_back(points.at(s.span.begin), points.at(s.span.end));
}

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

std::string outlet_country(const knowledge::Lexicon& lexicon, const Report& report) {
  const knowledge::Outlet* outlet =
      report.outlet.empty() ? nullptr : lexicon.outlet_named(report.outlet);
  if (!outlet && !report.outlet.empty()) outlet = lexicon.outlet_of_domain(report.outlet);
  return outlet ? std::string(outlet->country) : std::string();
}

}  // namespace

Coding Coder::code(Report report) {
  const knowledge::Lexicon& lexicon = state_->knowledge.lexicon();
  Document& document = state_->document;
  Mentions& mentions = state_->mentions;
  Coding coding;
  coding.report = std::move(report);
  coding.knowledge_version = state_->knowledge.version();
  const Report& r = coding.report;
  const CodePoints points(r.text);

  state_->analyser.analyse(r.text, document);
  const TokenRange dateline = dateline_range(document, r.dateline);
  find_words(document, lexicon, mentions);
  const std::vector<bool> earns = earns_tree(document, mentions, lexicon);
  for (uint32_t s = 0; s < earns.size(); ++s) {
    if (earns[s]) state_->analyser.parse(document, s, dateline.last);
  }
  find_words_again(document, lexicon, mentions);
  find_phrases(document, {lexicon, state_->knowledge.gazetteer()}, mentions);

  std::optional<Day> published = r.published ? r.published->start : std::nullopt;
  ground_times(document, {published, r.published_minute}, mentions.times);
  add_times(document, mentions.times, points, coding);
  const bool undated = !published;
  if (undated) {
    published = unknown_day(mentions.times);
    ground_times(document, {published, r.published_minute}, mentions.times);
  }
  const std::string home = outlet_country(lexicon, r);
  ground_places(document, lexicon, state_->knowledge.gazetteer(), {home, r.dateline},
                mentions.places);
  coding.events = extract_events(
      {r, document, mentions, lexicon, dateline.last, dateline.first, published}, points);
  if (undated) forget_unknown_days(coding.events);
  add_places(document, mentions.places, points, coding);
  add_actors(document, mentions.phrases, points, coding);
  add_entities(document, find_entities(document, lexicon, mentions), points, coding);
  add_sentences(document, points, coding);
  return coding;
}

}  // namespace sitrep
