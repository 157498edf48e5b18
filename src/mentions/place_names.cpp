#include "mentions/place_names.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep::placing {

namespace {

using knowledge::Kind;
using knowledge::PlaceKind;
using knowledge::Word;

constexpr size_t kMostWords = 6;
constexpr uint32_t kMetropolis = 2'000'000;
constexpr std::string_view kEndings[] = {"iyyah", "iyya", "iyah", "iyeh", "iya", "ieh",
                                         "ia",    "ah",   "eh",   "a",    "e"};

Word word_of(Key k) { return {k, k, false}; }
Word word_of(std::string_view normal_form) { return word_of(key(normal_form)); }

bool same(const Sense& a, const Sense& b) {
  return a.entry == b.entry && a.kind == b.kind && a.gazetteer == b.gazetteer;
}

// The ends that mean the same: -iya and its kin, or -a and its kin.
std::span<const std::string_view> kin_of(std::string_view ending) {
  const std::span<const std::string_view> all(kEndings);
  return ending.front() == 'i' ? all.first(7) : all.subspan(7);
}

std::string_view ending_of(std::string_view word) {
  for (const auto ending : kEndings) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return ending;
  }
  return {};
}

std::span<const std::string_view> facility_phrases(PlaceKind kind) {
  static constexpr std::string_view kAirport[] = {"airport", "international airport", "airfield"};
  static constexpr std::string_view kBase[] = {"base", "air base", "airbase", "military base",
                                               "airfield"};
  static constexpr std::string_view kPort[] = {"port", "seaport"};
  static constexpr std::string_view kPrison[] = {"prison", "central prison"};
  static constexpr std::string_view kRefinery[] = {"refinery", "oil refinery"};
  static constexpr std::string_view kDam[] = {"dam"};
  static constexpr std::string_view kEmbassy[] = {"embassy"};
  static constexpr std::string_view kPlant[] = {"power plant", "nuclear power plant",
                                                "nuclear plant"};
  switch (kind) {
    case PlaceKind::airport:
      return kAirport;
    case PlaceKind::base:
      return kBase;
    case PlaceKind::port:
      return kPort;
    case PlaceKind::prison:
      return kPrison;
    case PlaceKind::refinery:
      return kRefinery;
    case PlaceKind::dam:
      return kDam;
    case PlaceKind::embassy:
      return kEmbassy;
    case PlaceKind::power_plant:
      return kPlant;
    default:
      return {};
  }
}

}  // namespace

bool is_joiner(std::string_view word) {
  if (word == "\u2013" || word == "\u2014" || word == "\u2019" || word == "\u2018") return true;
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return c == '-' || c == '\'' || c == '/'; });
}

bool is_place_kind(Kind kind) {
  return kind == Kind::place || kind == Kind::country || kind == Kind::division ||
         kind == Kind::adjective || kind == Kind::people;
}

bool is_facility(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::base:
    case PlaceKind::camp:
    case PlaceKind::airport:
    case PlaceKind::port:
    case PlaceKind::crossing:
    case PlaceKind::dam:
    case PlaceKind::oil_field:
    case PlaceKind::refinery:
    case PlaceKind::power_plant:
    case PlaceKind::prison:
    case PlaceKind::compound:
    case PlaceKind::embassy:
      return true;
    default:
      return false;
  }
}

Key other_spelling(Key word) {
  static constexpr std::pair<Key, Key> kSpellings[] = {
      {key("st"), key("saint")}, {key("mt"), key("mount")}, {key("ft"), key("fort")}};
  for (const auto& [brief, whole] : kSpellings) {
    if (word == brief) return whole;
    if (word == whole) return brief;
  }
  return kNoKey;
}

Word word_at(const Document& document, uint32_t token) {
  const Token& t = document.tokens[token];
  return {t.form, t.lemma == kNoKey ? t.form : t.lemma, is_joiner(document.word(token))};
}

Key name_key(const Document& document, TokenRange tokens) {
  Key whole = kNoKey;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!is_joiner(document.word(i))) whole = extend(whole, document.tokens[i].form);
  }
  return whole;
}

Key area_key(const knowledge::Lexicon& lexicon, std::string_view name) {
  Key whole = kNoKey;
  std::string word;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find_first_of(" -", begin), name.size());
    word.clear();
    append_normal(word, name.substr(begin, end - begin));
    const Key k = key(word);
    const bool counts = !(lexicon.place_use(k) & (knowledge::kPrefix | knowledge::kAreaNoun));
    if (counts && !word.empty()) whole = extend(whole, k);
    begin = end + 1;
  }
  return whole;
}

// Written with a capital, after a comma, a full stop of its own or two capitals.
std::optional<uint32_t> abbreviation_at(const knowledge::Lexicon& lexicon, const Document& document,
                                        TokenRange tokens) {
  const uint32_t i = tokens.first;
  if (i < 2 || document.word(i - 1) != "," || !(document.tokens[i].shape & kCapitalised)) return {};
  const std::string_view word = document.word(i);
  const bool stopped = tokens.size() == 2 && document.word(i + 1) == ".";
  const bool dotted = tokens.size() == 1 && word.ends_with('.');
  const bool postal =
      tokens.size() == 1 && word.size() == 2 && (document.tokens[i].shape & kAllUpper);
  if (!stopped && !dotted && !postal) return {};
  Key form = document.tokens[i].form;
  if (dotted && word.find('.') + 1 == word.size())
    form = key(normal(word.substr(0, word.size() - 1)));
  return lexicon.abbreviated_division(form);
}

void NameFinder::take_words(const Document& document, TokenRange tokens) {
  words_.clear();
  for (uint32_t i = tokens.first; i < tokens.last && words_.size() < kMostWords; ++i) {
    const Word word = word_at(document, i);
    if (!word.skip) words_.push_back(word);
  }
  last_.clear();
  append_normal(last_, document.word(tokens.last - 1));
}

void NameFinder::look_up(std::span<const Word> words) {
  hits_.clear();
  lexicon_.find(words, hits_);
  for (const knowledge::Hit& hit : hits_) {
    if (hit.first != 0) break;
    if (hit.last == words.size() && is_place_kind(hit.kind))
      senses_.push_back({hit.entry, hit.kind, false});
  }
  Key whole = kNoKey;
  for (const Word& word : words) whole = extend(whole, word.form);
  for (const uint32_t row : gazetteer_.find(whole)) senses_.push_back({row, Kind::place, true});
}

// "Georgia" and "Washington" are states, too, that dictionaries call "Georgia state"; "New York" is
// "New York City".
void NameFinder::look_up_with(std::string_view noun) {
  trial_.assign(words_.begin(), words_.end());
  trial_.push_back(word_of(noun));
  const size_t before = senses_.size();
  look_up(trial_);
  std::erase_if(senses_, [&](const Sense& sense) {
    if (&sense - senses_.data() < static_cast<ptrdiff_t>(before)) return false;
    if (noun == "state") return sense.gazetteer || sense.kind != Kind::division;
    return !sense.gazetteer || gazetteer_.row(sense.entry).population < kMetropolis;
  });
}

// "St. Paul", which the gazetteer calls Saint Paul in Minnesota and St. Paul in Alberta.
void NameFinder::look_up_spelled_out() {
  const Key other = words_.size() > 1 ? other_spelling(words_.front().form) : kNoKey;
  if (other == kNoKey) return;
  trial_.assign(words_.begin(), words_.end());
  trial_.front() = word_of(other);
  const size_t before = senses_.size();
  look_up(trial_);
  for (size_t i = senses_.size(); i-- > before;) {
    const bool known =
        std::any_of(senses_.begin(), senses_.begin() + static_cast<ptrdiff_t>(before),
                    [&](const Sense& s) { return same(s, senses_[i]); });
    if (known) senses_.erase(senses_.begin() + static_cast<ptrdiff_t>(i));
  }
}

bool NameFinder::look_up_abbreviation(const Document& document, TokenRange tokens) {
  const auto division = abbreviation_at(lexicon_, document, tokens);
  if (division) senses_.push_back({*division, Kind::division, false});
  return division.has_value();
}

void NameFinder::try_endings() {
  const std::string_view ending = ending_of(last_);
  if (ending.empty()) return;
  std::string changed(last_, 0, last_.size() - ending.size());
  const size_t stem = changed.size();
  for (const auto other : kin_of(ending)) {
    if (other == ending || !senses_.empty()) continue;
    changed.resize(stem);
    changed += other;
    trial_.back() = word_of(changed);
    look_up(trial_);
  }
}

void NameFinder::try_articles(size_t first) {
  const std::span<const Word> stem = std::span<const Word>(words_).subspan(first);
  trial_.assign(stem.begin(), stem.end());
  if (first > 0) look_up(trial_);
  if (senses_.empty()) try_endings();
  for (const Key article : lexicon_.place_prefixes()) {
    if (!senses_.empty()) return;
    trial_.assign(1, word_of(article));
    trial_.insert(trial_.end(), stem.begin(), stem.end());
    look_up(trial_);
    if (senses_.empty()) try_endings();
  }
}

// "Jalal Abad" for Jalalabad, "Azizabad" for Aziz Abad.
void NameFinder::try_joined(const Document& document, TokenRange tokens) {
  constexpr std::string_view kSecondWords[] = {"abad", "stan", "pur", "kot", "gah", "dagh"};
  std::string whole;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (!is_joiner(document.word(i))) append_normal(whole, document.word(i));
  }
  if (words_.size() == 2) {
    trial_.assign(1, word_of(whole));
    return look_up(trial_);
  }
  if (words_.size() != 1) return;
  for (const auto second : kSecondWords) {
    if (!whole.ends_with(second) || whole.size() < second.size() + 3) continue;
    trial_.assign(1, word_of(std::string_view(whole).substr(0, whole.size() - second.size())));
    trial_.push_back(word_of(second));
    return look_up(trial_);
  }
}

void NameFinder::try_variants() {
  const bool has_article =
      words_.size() > 1 && lexicon_.place_use(words_.front().form) & knowledge::kPrefix;
  try_articles(has_article ? 1 : 0);
  const Word last = words_.back();
  for (size_t i = 1; i < last_.size() && senses_.empty(); ++i) {  // each doubled letter made single
    if (last_[i] != last_[i - 1]) continue;
    const std::string whole = last_;
    last_.erase(i, 1);
    words_.back() = word_of(last_);
    look_up(words_);
    if (senses_.empty()) try_articles(has_article ? 1 : 0);
    last_ = whole;
    words_.back() = last;
  }
}

std::span<const Sense> NameFinder::find(const Document& document, TokenRange tokens,
                                        bool variants) {
  senses_.clear();
  take_words(document, tokens);
  if (words_.empty() || look_up_abbreviation(document, tokens)) return senses_;
  look_up(words_);
  look_up_spelled_out();
  if (!senses_.empty()) look_up_with("state"), look_up_with("city");
  if (!senses_.empty() || !variants || last_.size() <= 3) return senses_;
  try_joined(document, tokens);
  if (senses_.empty()) try_variants();
  return senses_;
}

std::span<const Sense> NameFinder::find_county(const Document& document, TokenRange tokens) {
  senses_.clear();
  take_words(document, tokens);
  if (words_.empty()) return senses_;
  words_.push_back(word_of("county"));
  look_up(words_);
  return senses_;
}

std::span<const Sense> NameFinder::find_facility(const Document& document, TokenRange city,
                                                 PlaceKind kind) {
  senses_.clear();
  take_words(document, city);
  for (const auto phrase : facility_phrases(kind)) {
    trial_.assign(words_.begin(), words_.end());
    for (const auto word : split(phrase, ' ')) trial_.push_back(word_of(word));
    look_up(trial_);
    if (!senses_.empty()) break;
  }
  return senses_;
}

}  // namespace sitrep::placing
