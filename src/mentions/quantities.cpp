#include "mentions/quantities.h"

#include <algorithm>
#include <charconv>

#include "core/text.h"

namespace sitrep {

namespace {

enum class Bound : uint8_t { exact, at_least, at_most };

constexpr Key kAt = key("at"), kLeast = key("least"), kMost = key("most"), kMore = key("more"),
              kThan = key("than"), kOver = key("over"), kUp = key("up"), kTo = key("to"),
              kLess = key("less"), kFewer = key("fewer"), kNearly = key("nearly"),
              kAlmost = key("almost"), kUnder = key("under"), kAnd = key("and"), kOf = key("of"),
              kOr = key("or"), kAnother = key("another"), kDash = key("-"), kEnDash = key("\u2013");

std::optional<int64_t> digits_of(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c == ',') continue;
    if (!is_digit(c)) return std::nullopt;
    plain += c;
  }
  int64_t value = 0;
  if (plain.empty() || plain.size() > 12) return std::nullopt;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

// One number word or digit token; `scale` for hundred, thousand, dozen, million.
struct Piece {
  Quantity quantity;
  bool multiplies = false;
};

bool is_scale(const Quantity& q) {
  return q.best && (*q.best == 12 || *q.best == 20 || *q.best >= 100);
}

// The longest number phrase at a token; of "dozens" its own line, not that of "dozen".
const knowledge::Hit* number_hit(const Document& document, const knowledge::Lexicon& lexicon,
                                 const std::vector<knowledge::Hit>& hits, uint32_t token) {
  const auto size_of = [](const knowledge::Hit& h) { return h.last - h.first; };
  const auto verbatim = [&](const knowledge::Hit& h) {
    return normal(lexicon.numbers()[h.entry].word) == normal(document.slice({h.first, h.last}));
  };
  const knowledge::Hit* best = nullptr;
  auto hit = std::lower_bound(hits.begin(), hits.end(), token,
                              [](const knowledge::Hit& h, uint32_t t) { return h.first < t; });
  for (; hit != hits.end() && hit->first == token; ++hit) {
    if (hit->kind != knowledge::Kind::number) continue;
    const bool better = !best || size_of(*hit) > size_of(*best) ||
                        (size_of(*hit) == size_of(*best) && verbatim(*hit) && !verbatim(*best));
    if (better) best = &*hit;
  }
  return best;
}

std::optional<Piece> piece_at(const Document& document, const knowledge::Lexicon& lexicon,
                              const std::vector<knowledge::Hit>& hits, uint32_t token,
                              uint32_t& length) {
  length = 1;
  if (document.tokens[token].shape & kNumeric) {
    if (const auto value = digits_of(document.word(token)))
      return Piece{{*value, *value, *value, {}}, false};
    return std::nullopt;
  }
  const knowledge::Hit* hit = number_hit(document, lexicon, hits, token);
  if (!hit) return std::nullopt;
  length = hit->last - hit->first;
  const Quantity q = lexicon.numbers()[hit->entry].quantity;
  return Piece{q, is_scale(q)};
}

void combine(Quantity& sum, const Piece& piece) {
  if (!sum.known()) {
    sum = piece.quantity;
  } else if (piece.multiplies && sum.best && piece.quantity.best) {
    const int64_t value = *sum.best * *piece.quantity.best;
    sum = {value, value, value, {}};
  } else if (sum.best && piece.quantity.best && *piece.quantity.best < 100 && *sum.best >= 20) {
    const int64_t value = *sum.best + *piece.quantity.best;  // twenty-one, two hundred five
    sum = {value, value, value, {}};
  }
}

Bound bound_before(const Document& document, uint32_t token) {
  const auto word = [&](uint32_t back) {
    return token >= back ? document.tokens[token - back].form : kNoKey;
  };
  if (word(2) == kAt && word(1) == kLeast) return Bound::at_least;
  if (word(2) == kMore && word(1) == kThan) return Bound::at_least;
  if (word(1) == kOver) return Bound::at_least;
  if (word(2) == kAt && word(1) == kMost) return Bound::at_most;
  if (word(2) == kUp && word(1) == kTo) return Bound::at_most;
  if ((word(2) == kLess || word(2) == kFewer) && word(1) == kThan) return Bound::at_most;
  if (word(1) == kUnder || word(1) == kNearly || word(1) == kAlmost) return Bound::at_most;
  return Bound::exact;
}

void apply(Bound bound, Quantity& q) {
  if (bound == Bound::at_least) q.high.reset();
  if (bound == Bound::at_most) q.low.reset();
}

// "four per cent", "10 %": a share counts nobody.
bool is_share(const Document& document, uint32_t token) {
  if (token >= document.tokens.size()) return false;
  constexpr Key kShares[] = {key("percent"), key("%"), key("per"), key("pc"), key("percentage")};
  return std::find(std::begin(kShares), std::end(kShares), document.tokens[token].form) !=
         std::end(kShares);
}

// "16-year-old", "five-hour", "16 years old": a measure of what follows counts nobody; "a 12-strong
// patrol" does.
bool is_measured(const Document& document, uint32_t token) {
  constexpr Key kCounting[] = {key("strong"), key("man"), key("member"), key("person")};
  const auto form = [&](uint32_t i) {
    return i < document.tokens.size() ? document.tokens[i].form : kNoKey;
  };
  const bool dash = form(token) == kDash || form(token) == kEnDash;
  if (!dash) return form(token + 1) == key("old") || form(token + 2) == key("old");
  if (token + 1 >= document.tokens.size()) return false;
  const char first = document.word(token + 1)[0];
  return (is_lower(first) || is_upper(first)) &&
         std::find(std::begin(kCounting), std::end(kCounting), form(token + 1)) ==
             std::end(kCounting);
}

// "Falaq-1", "Kh-101": a number that a dash ties to a word is part of a name.
bool is_designation(const Document& document, uint32_t token) {
  if (token < 2 || !(document.tokens[token].shape & kNumeric)) return false;
  const Token& dash = document.tokens[token - 1];
  const Token& word = document.tokens[token - 2];
  const bool tied = word.span.end == dash.span.begin &&
                    dash.span.end == document.tokens[token].span.begin && dash.form == kDash;
  return tied && is_upper(document.word(token - 2)[0]);
}

// "Between 10 and 15 people": ten, before the number at a token.
std::optional<Quantity> least_of_range(const Document& document, const knowledge::Lexicon& lexicon,
                                       const std::vector<knowledge::Hit>& hits, uint32_t token) {
  if (token < 3 || document.tokens[token - 1].form != kAnd ||
      document.tokens[token - 3].form != key("between"))
    return std::nullopt;
  uint32_t length = 1;
  const auto piece = piece_at(document, lexicon, hits, token - 2, length);
  return piece && piece->quantity.low ? std::optional(piece->quantity) : std::nullopt;
}

// "Image 7 of 14", "Channel 4": a number that names something counts nobody.
bool is_label(const Document& document, uint32_t token) {
  constexpr Key kLabelled[] = {key("image"), key("photo"),   key("picture"), key("slide"),
                               key("page"),  key("channel"), key("figure"),  key("video")};
  uint32_t i = token;
  if (i >= 2 && document.tokens[i - 1].form == kOf && document.tokens[i - 2].tag == Tag::NUM)
    i -= 2;
  return i > 0 && one_of(document.tokens[i - 1].form, kLabelled);
}

// "Gold worth $20 million": a price counts nothing.
bool is_price(const Document& document, uint32_t token) {
  constexpr Key kCurrencies[] = {key("$"), key("\u00a3"), key("\u20ac"), key("us$")};
  return token > 0 && one_of(document.tokens[token - 1].form, kCurrencies);
}

bool joins_numbers(Key form) {
  return form == kAnd || form == kOf || form == kDash || form == kEnDash;
}
bool makes_range(Key form) {
  return form == kTo || form == kOr || form == kDash || form == kEnDash;
}

}  // namespace

Quantity read_quantity(const Document& document, const knowledge::Lexicon& lexicon,
                       const std::vector<knowledge::Hit>& hits, TokenRange range) {
  Quantity sum;
  Quantity low;  // the first of "10 to 12"
  uint32_t begin = 0;
  uint32_t end = 0;
  for (uint32_t i = range.first, length = 1; i < range.last; i += length) {
    const auto piece = piece_at(document, lexicon, hits, i, length);
    if (piece && end != 0 && is_measured(document, i + length)) break;  // "two 18-year-olds"
    if (piece && !sum.known() && is_price(document, i)) return {};
    if (piece && !sum.known() && (is_designation(document, i) || is_label(document, i))) continue;
    uint32_t behind = 1;  // "another seven": seven
    if (document.tokens[i].form == kAnother && i + 1 < range.last &&
        piece_at(document, lexicon, hits, i + 1, behind))
      continue;
    if (piece) {
      const bool ranged = sum.known() && i > 0 && makes_range(document.tokens[i - 1].form) &&
                          !piece->multiplies && sum.best && piece->quantity.best &&
                          *piece->quantity.best > *sum.best && *sum.best < 1000 &&
                          !(*sum.best % 10 == 0 && *piece->quantity.best < 10);
      if (ranged)
        low = std::exchange(sum, piece->quantity);
      else
        combine(sum, *piece);
      if (end == 0) begin = i;
      end = i + length;
    } else if (end != 0 && !joins_numbers(document.tokens[i].form) &&
               !makes_range(document.tokens[i].form)) {
      break;
    }
  }
  if (!sum.known() || is_share(document, end) || is_measured(document, end)) return {};
  apply(bound_before(document, begin), sum);
  if (const auto least = least_of_range(document, lexicon, hits, begin)) low = *least;
  if (low.known()) sum = {low.low, sum.best, sum.high, {}};
  sum.text = std::string(document.slice({begin, end}));
  return sum;
}

}  // namespace sitrep
