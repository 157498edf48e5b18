#include "ledger/words.h"

#include <algorithm>
#include <set>

namespace sitrep::ledger {

namespace {

void add_line(std::string& out, std::string_view text) {
  if (!text.empty()) out.append(text) += '\n';
}

void add_items(std::string& out, const std::vector<Item>& items) {
  for (const Item& item : items) {
    add_line(out, item.name);
    add_line(out, item.description);
  }
}

void add_names(std::string& out, const Incident& incident) {
  add_line(out, incident.where.name);
  add_line(out, incident.where.admin1);
  for (const IncidentPerpetrator& p : incident.perpetrators) add_line(out, p.party.name);
  add_items(out, incident.instruments);
  add_items(out, incident.physical_targets);
  add_items(out, incident.human_targets);
}

// The sentence that holds a code point; the evidence itself where none does.
std::pair<uint32_t, uint32_t> sentence_around(const Coding& coding, const Evidence& evidence) {
  const auto after = std::ranges::upper_bound(coding.sentences, evidence.start, {},
                                              &std::pair<uint32_t, uint32_t>::first);
  if (after == coding.sentences.begin() || std::prev(after)->second < evidence.end) {
    return {evidence.start, evidence.end};
  }
  return *std::prev(after);
}

// In quotation marks nothing is an operator.
void add_phrase(std::string& query, std::string_view words) {
  if (std::ranges::none_of(words, is_word_byte)) return;
  if (!query.empty()) query += ' ';
  query += '"';
  for (const char c : words) query += c == '\0' || c == '"' ? ' ' : c;
  query += '"';
}

void add_words(std::string& query, std::string_view words) {
  while (!words.empty()) {
    const auto end = std::ranges::find_if(words, is_ascii_space);
    const auto size = static_cast<size_t>(end - words.begin());
    add_phrase(query, words.substr(0, size));
    words.remove_prefix(std::min(size + 1, words.size()));
  }
}

}  // namespace

WordsOf::WordsOf(const std::vector<Coding>& codings) {
  for (const Coding& coding : codings)
    texts_.try_emplace(coding.report.id, Text{&coding, CodePoints(coding.report.text)});
}

std::string WordsOf::operator()(const Incident& incident) const {
  std::string out;
  add_line(out, incident.summary);
  add_names(out, incident);
  add_sentences(incident, out);
  return out;
}

void WordsOf::add_sentences(const Incident& incident, std::string& out) const {
  std::set<std::tuple<std::string_view, uint32_t, uint32_t>> done;
  for (const Claim& claim : incident.claims) {
    const auto found = texts_.find(claim.evidence.report);
    if (found == texts_.end()) continue;
    const Text& text = found->second;
    const auto [begin, end] = sentence_around(*text.coding, claim.evidence);
    if (begin >= end || !done.emplace(found->first, begin, end).second) continue;
    const std::string& all = text.coding->report.text;
    const uint32_t first = text.points.byte_of(begin);
    add_line(out, std::string_view(all).substr(first, text.points.byte_of(end) - first));
  }
}

std::string words_query(std::string_view typed) {
  std::string query;
  for (bool quoted = false; !typed.empty(); quoted = !quoted) {
    const std::string_view part = typed.substr(0, typed.find('"'));
    quoted ? add_phrase(query, part) : add_words(query, part);
    typed.remove_prefix(std::min(part.size() + 1, typed.size()));
  }
  return query;
}

}  // namespace sitrep::ledger
