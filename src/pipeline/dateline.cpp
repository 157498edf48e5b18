#include "pipeline/dateline.h"

#include <algorithm>

#include "core/hash.h"
#include "core/text.h"

namespace sitrep {

namespace {

constexpr uint32_t kLongestName = 6;  // tokens: "Port-au-Prince, Haiti"
constexpr uint32_t kFewest = 4;       // tokens of the sentence behind a bare one
constexpr size_t kLastParagraph = 4;  // in which one may stand, behind title and byline
constexpr uint32_t kLastSentence = 8;

// Its place, and all up to the dash.
TokenRange range_of(const Document& document, std::string_view said) {
  constexpr size_t kTop = 600;  // bytes from the start within which a dateline stands
  constexpr size_t kLength = 120;
  const size_t at = said.empty()
                        ? std::string_view::npos
                        : document.text.substr(0, kTop).find(said.substr(0, said.find(',')));
  if (at == std::string_view::npos) return {};
  const std::string_view rest = document.text.substr(at, said.size() + kLength);
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

bool is_dash(const Document& document, uint32_t token) {
  const std::string_view word = document.word(token);
  const TextSpan span = document.tokens[token].span;
  const auto spaced = [&](size_t at) {
    return at < document.text.size() && is_ascii_space(document.text[at]);
  };
  const bool plain = word == "-" || word == "\u2013" || word == "--" || word == "\u2014";
  return plain && span.begin > 0 && spaced(span.begin - 1) && spaced(span.end);
}

bool is_name(const Document& document, uint32_t token) {
  return document.tokens[token].tag == Tag::PROPN && is_upper(document.word(token).front());
}

// The tokens of a name or two and the dash behind them, where they begin at `first`.
TokenRange bare_at(const Document& document, const knowledge::Gazetteer& gazetteer,
                   uint32_t first) {
  const auto& tokens = document.tokens;
  Key name = kNoKey;
  bool named = false;  // the first name is one of a place
  for (uint32_t i = first; i < tokens.size() && i - first <= kLongestName; ++i) {
    const bool dash = is_dash(document, i);
    const bool comma = document.word(i) == ",";
    if ((dash || comma) && name != kNoKey && !named) {
      if (gazetteer.find(name).empty()) return {};
      named = true;
    }
    if (dash) return named ? TokenRange{first, i + 1} : TokenRange{};
    if (comma && named) continue;
    if (!is_name(document, i)) return {};
    if (!named) name = extend(name, tokens[i].form);
  }
  return {};
}

TokenRange bare(const Document& document, const knowledge::Gazetteer& gazetteer, uint32_t first) {
  const TokenRange range = bare_at(document, gazetteer, first);
  if (range.size() == 0 || range.last >= document.tokens.size()) return {};
  const Sentence& sentence = document.sentences[document.sentence_of(range.last)];
  return sentence.last - range.last >= kFewest ? range : TokenRange{};
}

}  // namespace

DatelineFound find_dateline(const Document& document, const knowledge::Gazetteer& gazetteer,
                            std::string_view said) {
  DatelineFound found{range_of(document, said), {}};
  if (found.tokens.size() > 0) {  // "BOGOTA, 11 SEP 89 -- MEDELLIN -- "
    const TokenRange second = bare(document, gazetteer, found.tokens.last);
    if (second.size() > 0) found.tokens.last = second.last;
    return found;
  }
  size_t paragraphs = 0;
  for (uint32_t s = 0; s < std::min<size_t>(document.sentences.size(), kLastSentence); ++s) {
    if (!document.sentences[s].paragraph_start) continue;
    if (++paragraphs > kLastParagraph) break;
    const TokenRange range = bare(document, gazetteer, document.sentences[s].first);
    if (range.size() == 0) continue;
    found.tokens = range;
    found.place = trim(document.slice({range.first, range.last - 1}));
    break;
  }
  return found;
}

}  // namespace sitrep
