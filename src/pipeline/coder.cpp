#include <array>
#include <cmath>

#include "events/extract.h"
#include "mentions/entities.h"
#include "pipeline/report_reader.h"
#include "pipeline/unknown_day.h"
#include "sitrep/pipeline.h"

namespace sitrep {

Coder::Coder(std::unique_ptr<ReportReader> reader, std::string_view version)
    : reader_(std::move(reader)), knowledge_version_(version) {}
Coder::Coder(Coder&&) noexcept = default;
Coder& Coder::operator=(Coder&&) noexcept = default;
Coder::~Coder() = default;

Result<Coder> Coder::create(const Knowledge& knowledge) {
  auto reader = ReportReader::create(knowledge);
  if (!reader) return Failure(reader.error());
  if (knowledge.model("events").empty())
    return fail(Code::bad_knowledge, "no model of events in it");
  return Coder(std::make_unique<ReportReader>(std::move(*reader)), knowledge.version());
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

}  // namespace

Coding Coder::code(Report report) {
  Coding coding;
  coding.report = std::move(report);
  coding.knowledge_version = knowledge_version_;
  const CodePoints points(coding.report.text);
  const Reading reading = reader_->read(coding.report);
  const Document& document = reading.document;
  coding.events = extract_events(reading, points);
  if (reader_->undated()) forget_unknown_days(coding.events);
  add_times(document, reader_->times_said(), points, coding);
  add_places(document, reading.mentions.places, points, coding);
  add_actors(document, reading.mentions.phrases, points, coding);
  add_entities(document, find_entities(document, reading.lexicon, reading.mentions), points,
               coding);
  add_sentences(document, points, coding);
  return coding;
}

}  // namespace sitrep
