#include "output/testimony.h"

#include <algorithm>

#include "core/text.h"
#include "output/nouns.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

struct InWords {
  Field field;
  const Countries& countries;

  std::string operator()(const std::monostate&) const { return "nobody"; }
  std::string operator()(const std::string& text) const {
    if (field == Field::type) {
      if (const auto type = parse<EventType>(text)) return type_noun(*type);
    }
    std::string plain = printable(text);
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return plain;
  }
  std::string operator()(const When& when) const {
    const auto part = part_text(when.part_of_day);
    if (!when.known() && !part.empty()) return std::string(part);
    return when_text(when) + (part.empty() ? "" : " " + std::string(part));
  }
  std::string operator()(const Where& where) const {
    const std::string place = place_phrase(where, countries);
    return place.empty() ? "place not stated" : place;
  }
  std::string operator()(const Party& party) const { return party_noun(party).text; }
  std::string operator()(const Item& item) const { return item_noun(item).text; }
  std::string operator()(const Quantity& quantity) const {
    const std::string words = quantity_words(quantity);
    return words.empty() ? "number not stated" : words;
  }
};

// "ERBIL, Iraq, Oct 15 (Agency) - " is not part of what is said.
std::string_view without_dateline(std::string_view text) {
  constexpr size_t kLongest = 90;
  for (const std::string_view dash : {" - ", " – ", " — ", " -- "}) {
    const size_t at = text.substr(0, kLongest).find(dash);
    if (at == std::string_view::npos) continue;
    const std::string_view head = text.substr(0, at);
    const std::string_view first = head.substr(0, head.find_first_of(" ,("));
    const bool capitals = first.size() > 2 && std::none_of(first.begin(), first.end(), is_lower);
    if (capitals || head.ends_with(')')) return text.substr(at + dash.size());
  }
  return text;
}

// A body speaks through somebody; a person has a role.
bool is_body(const Party& party, const Noun& noun) {
  return party.kind != PartyKind::unknown || noun.plural || noun.text.starts_with("the ");
}

}  // namespace

Texts::Texts(std::span<const Coding> codings) {
  for (const Coding& coding : codings) codings_.emplace(coding.report.id, &coding);
}

std::string Texts::sentence(const Evidence& evidence) const {
  const auto found = codings_.find(evidence.report);
  if (found == codings_.end()) return printable(evidence.text);
  const Coding& coding = *found->second;
  const auto& all = coding.sentences;
  const auto after = std::upper_bound(all.begin(), all.end(), evidence.start,
                                      [](uint32_t at, const auto& s) { return at < s.first; });
  if (after == all.begin()) return printable(evidence.text);
  const auto& range = *(after - 1);
  if (evidence.end > range.second) return printable(evidence.text);
  const CodePoints points(coding.report.text);
  const uint32_t begin = points.byte_of(range.first);
  return printable(
      std::string_view(coding.report.text).substr(begin, points.byte_of(range.second) - begin));
}

std::string quoted(std::string_view sentence, size_t bytes) {
  std::string_view text = without_dateline(sentence);
  const auto strip = [&](std::string_view open, std::string_view close) {
    const bool whole =
        text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close);
    if (whole) text = text.substr(open.size(), text.size() - open.size() - close.size());
  };
  strip("“", "”");
  strip("\"", "\"");
  return "“" + shortened(text, bytes) + "”";
}

std::string outlet_name(const ReportRef& report) {
  if (!report.outlet.empty()) return printable(report.outlet);
  std::string_view uri = report.uri;
  while (uri.ends_with('/')) uri.remove_suffix(1);
  const std::string_view file = uri.substr(uri.rfind('/') + 1);
  const size_t dot = file.rfind('.');
  return printable(dot > 0 && dot != std::string_view::npos ? file.substr(0, dot) : file);
}

const ReportRef* report_of(const Incident& incident, std::string_view id) {
  const auto found = std::find_if(incident.reports.begin(), incident.reports.end(),
                                  [&](const ReportRef& r) { return r.id == id; });
  return found == incident.reports.end() ? nullptr : &*found;
}

std::string speaker_name(const Speaker& speaker) {
  const Noun noun = party_noun(speaker.party);
  const std::string role = printable(speaker.role);
  if (!noun) return role.empty() ? "an unnamed source" : with_article(role);
  if (role.empty() || contains_ignoring_case(noun.text, role)) return noun.text;
  if (is_body(speaker.party, noun)) return with_article(role) + " of " + noun.text;
  return noun.text + " (" + role + ")";
}

std::string who_says(const Incident& incident, const Claim& claim) {
  if (claim.speaker) return speaker_name(*claim.speaker);
  const ReportRef* report = report_of(incident, claim.evidence.report);
  return report ? outlet_name(*report) : "a report";
}

std::string value_words(Field field, const ClaimValue& value, const Countries& countries) {
  return std::visit(InWords{field, countries}, value);
}

std::string_view field_title(Field field) {
  switch (field) {
    case Field::type:
      return "Type";
    case Field::outcome:
      return "Outcome";
    case Field::when:
      return "Date";
    case Field::where:
      return "Place";
    case Field::perpetrators:
      return "Responsible";
    case Field::instruments:
      return "Weapons";
    case Field::physical_targets:
      return "Targets";
    case Field::human_targets:
      return "People targeted";
    case Field::killed:
      return "Killed";
    case Field::wounded:
      return "Wounded";
    case Field::abducted:
      return "Abducted";
    case Field::damage:
      return "Damage";
  }
  return "";
}

std::string_view field_topic(Field field) {
  switch (field) {
    case Field::type:
      return "what kind of attack it was";
    case Field::outcome:
      return "how it ended";
    case Field::when:
      return "the date";
    case Field::where:
      return "the place";
    case Field::perpetrators:
      return "who was responsible";
    case Field::instruments:
      return "the weapons used";
    case Field::physical_targets:
      return "what was hit";
    case Field::human_targets:
      return "who was hit";
    case Field::killed:
      return "the number killed";
    case Field::wounded:
      return "the number wounded";
    case Field::abducted:
      return "the number abducted";
    case Field::damage:
      return "the damage";
  }
  return "";
}

std::string certainty_words(const Claim& claim) {
  if (claim.polarity == Polarity::denied) return "denied";
  if (claim.certainty == Certainty::stated) return "";
  if (claim.certainty == Certainty::declined) return "declined to say";
  return std::string(name(claim.certainty));
}

}  // namespace sitrep::output
