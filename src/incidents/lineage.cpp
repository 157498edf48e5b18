#include "incidents/lineage.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/dateline.h"
#include "knowledge/outlets.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kLongestName = 5;  // words

struct Word {
  std::string_view text;  // without the marks around it
  bool bracketed = false;
};

bool is_mark(char c) {
  return !is_digit(c) && !is_upper(c) && !is_lower(c) && (c & 0x80) == 0 && c != '&';
}

Word word_of(std::string_view raw) {
  Word word{raw, raw.starts_with('(')};
  while (!word.text.empty() && is_mark(word.text.front())) word.text.remove_prefix(1);
  while (!word.text.empty() && is_mark(word.text.back())) word.text.remove_suffix(1);
  if (word.text.ends_with("'s")) word.text.remove_suffix(2);
  return word;
}

std::vector<Word> words_of(std::string_view sentence) {
  std::vector<Word> words;
  for (const std::string_view raw : split(sentence, ' ')) {
    if (const Word word = word_of(raw); !word.text.empty()) words.push_back(word);
  }
  return words;
}

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, lower_ascii(word)) != list.end();
}

constexpr std::array<std::string_view, 12> kBefore = {
    "citing", "quoting", "told",   "via",    "cited",     "quoted",
    "tells",  "telling", "credit", "source", "according", "interview"};
constexpr std::array<std::string_view, 12> kBehind = {"reported", "reports", "reporting", "said",
                                                      "says",     "quoted",  "quotes",    "cited",
                                                      "cites",    "wrote",   "report",    "adds"};
constexpr std::array<std::string_view, 8> kBy = {"reported", "quoted",   "cited",    "published",
                                                 "carried",  "obtained", "verified", "seen"};
constexpr std::array<std::string_view, 14> kMedia = {
    "radio",   "newspaper", "daily",   "television", "tv",    "broadcaster", "newswire",
    "website", "magazine",  "channel", "gazette",    "press", "news",        "wire"};
constexpr std::array<std::string_view, 10> kAnaphors = {
    "the agency", "the news agency", "the newspaper", "the paper",        "the broadcaster",
    "the wire",   "the station",     "the website",   "the wire service", "the channel"};

// "according to the state agency NAME", "NAME quoted police", "reported by NAME", "(NAME)".
bool credits(const std::vector<Word>& words, size_t first, size_t last) {
  if (words[first].bracketed) return true;
  const size_t reach = first > 5 ? first - 5 : 0;
  for (size_t i = first; i-- > reach;) {
    const bool by = lower_ascii(words[i].text) == "by";
    if (by && i > 0 && is_one_of(words[i - 1].text, kBy)) return true;
    if (by || is_one_of(words[i].text, kBehind)) break;
    if (is_one_of(words[i].text, kBefore)) return true;
  }
  for (size_t i = last; i < std::min(last + 3, words.size()); ++i) {
    if (is_one_of(words[i].text, kBehind)) return true;
  }
  return false;
}

std::string phrase(const std::vector<Word>& words, size_t first, size_t last) {
  const char* begin = words[first].text.data();
  const char* end = words[last - 1].text.data() + words[last - 1].text.size();
  return {begin, end};
}

// "Star" in "Star Hotel" is another name.
bool goes_on(const std::vector<Word>& words, size_t last) {
  if (last >= words.size() || !is_upper(words[last].text[0]) || words[last].bracketed) return false;
  const char* end = words[last - 1].text.data() + words[last - 1].text.size();
  return words[last].text.data() == end + 1;
}

// Of "local radio station Radio Khyber" the part that is a name.
std::string_view name_in(std::string_view speaker) {
  const auto words = words_of(speaker);
  const auto named = std::ranges::find_if(words, [](const Word& w) { return is_upper(w.text[0]); });
  return named == words.end()
             ? std::string_view()
             : speaker.substr(static_cast<size_t>(named->text.data() - speaker.data()));
}

// "Radio Khyber", "Indus News"; no "Press Secretary Ann Lisle" of a ministry.
bool is_called_medium(std::string_view name) {
  const auto words = words_of(name);
  return !words.empty() &&
         (is_one_of(words.front().text, kMedia) || is_one_of(words.back().text, kMedia));
}

bool is_medium(const Speaker& speaker, const Outlets& outlets) {
  const Party& party = speaker.party;
  const std::string_view name = name_in(party.name);
  if (name.empty()) return false;
  if (party.kind == PartyKind::media || outlets.known(party.name) || outlets.known(name))
    return true;
  const bool other = party.kind != PartyKind::unknown || !party.actor_id.empty();
  return !other && speaker.role.empty() && is_called_medium(name);
}

// A sentence that tells of the event, with those who say it.
struct Telling {
  std::string_view text;
  std::vector<const Speaker*> speakers;
};

std::vector<Telling> tellings_of(std::span<const Member> members) {
  std::map<uint32_t, Telling> by_place;
  for (const Member& m : members) {
    for (const Claim& claim : m.event->claims) {
      if (claim.evidence.text.empty()) continue;
      Telling& telling = by_place[claim.evidence.start];
      telling.text = claim.evidence.text;
      if (claim.speaker) telling.speakers.push_back(&*claim.speaker);
    }
  }
  by_place.erase(0);  // the title
  std::vector<Telling> out;
  out.reserve(by_place.size());
  for (auto& [place, telling] : by_place) out.push_back(std::move(telling));
  return out;
}

class Reading {
 public:
  Reading(std::string own, const Outlets& outlets) : own_(std::move(own)), outlets_(outlets) {}

  void read(const std::vector<Telling>& tellings) {
    for (const Telling& telling : tellings) {
      const auto outlet = credit_of(telling);
      if (&telling == tellings.data()) lead_ = outlet;
      if (outlet && !first_) first_ = outlet;
      outlet ? ++credited_ : telling.speakers.empty() ? ++plain_ : ++spoken_;
    }
  }

  // A lead that credits lends its word to what follows, unless the report asks more people itself.
  std::optional<std::string> verdict() const {
    if (lead_ && spoken_ <= credited_) return lead_;
    if (first_ && credited_ > plain_ + spoken_) return first_;
    return std::nullopt;
  }

 private:
  std::optional<std::string> credit_of(const Telling& telling) const {
    for (const Speaker* speaker : telling.speakers) {
      const std::string& name = speaker->party.name;
      if (first_ && is_one_of(name, kAnaphors)) return first_;
      if (!is_medium(*speaker, outlets_)) continue;
      const std::string named(outlets_.known(name) ? name : name_in(name));
      if (outlets_.key_of(named) != own_) return named;
    }
    return credited_in(telling.text, own_, outlets_);
  }

  std::string own_;
  const Outlets& outlets_;
  std::optional<std::string> lead_;
  std::optional<std::string> first_;
  int credited_ = 0;
  int spoken_ = 0;
  int plain_ = 0;
};

// "By NAME", "NAME, Islamabad": a part of the byline that is another outlet.
std::optional<std::string> in_byline(std::string_view byline, std::string_view own,
                                     const Outlets& outlets) {
  const auto words = words_of(byline);
  for (size_t first = 0; first < words.size(); ++first) {
    for (size_t last = std::min(first + kLongestName, words.size()); last > first; --last) {
      const std::string name = phrase(words, first, last);
      if (is_upper(name[0]) && outlets.known(name) && outlets.key_of(name) != own) return name;
    }
  }
  return std::nullopt;
}

std::optional<std::string> in_frame(const Report& report, std::string_view own,
                                    const Outlets& outlets) {
  if (auto outlet = in_byline(report.byline, own, outlets)) return outlet;
  std::string_view last;
  size_t lines = 0;
  for (const std::string_view line : split(report.text, '\n')) {
    const std::string_view body = trim(line);
    if (body.empty()) continue;
    last = body;
    if (++lines > 3) continue;
    const auto dateline = read_dateline(body);
    if (dateline && outlets.known(dateline->credit) && outlets.key_of(dateline->credit) != own)
      return dateline->credit;
  }
  if (last.ends_with(')')) last.remove_prefix(std::min(last.rfind('('), last.size()));
  while (!last.empty() && is_mark(last.front())) last.remove_prefix(1);
  while (!last.empty() && is_mark(last.back())) last.remove_suffix(1);
  if (outlets.known(last) && outlets.key_of(last) != own) return std::string(last);
  return std::nullopt;
}

}  // namespace

Outlets::Outlets(const Group& group) : lexicon_(group.lexicon) {
  for (const Member& m : group.members) {
    if (!m.coding->report.outlet.empty()) keys_.insert(key_of(m.coding->report.outlet));
  }
}

std::string Outlets::key_of(std::string_view name) const {
  if (const size_t bracket = name.find(" ("); bracket != std::string_view::npos && bracket > 0)
    name = name.substr(0, bracket);
  const bool address = name.find('.') != std::string_view::npos;
  if (const auto* outlet =
          address ? knowledge::find_outlet(*lexicon_, name, {}) : lexicon_->outlet_named(name))
    return normal(outlet->name);
  std::string key = normal(trim(name));
  return key.starts_with("the ") ? key.substr(4) : key;
}

bool Outlets::known(std::string_view name) const {
  return !name.empty() && (keys_.contains(key_of(name)) || lexicon_->outlet_named(name) != nullptr);
}

std::optional<std::string> credited_in(std::string_view sentence, std::string_view own,
                                       const Outlets& outlets) {
  const auto words = words_of(sentence);
  for (size_t first = 0; first < words.size(); ++first) {
    if (!is_upper(words[first].text[0])) continue;
    for (size_t last = std::min(first + kLongestName, words.size()); last > first; --last) {
      const std::string name = phrase(words, first, last);
      if (!outlets.known(name) || goes_on(words, last)) continue;
      if (outlets.key_of(name) != own && credits(words, first, last)) return name;
      break;
    }
  }
  return std::nullopt;
}

std::optional<std::string> rests_on(std::span<const Member> members, const Outlets& outlets) {
  const Report& report = members.front().coding->report;
  const std::string own = outlets.key_of(report.outlet);
  if (auto outlet = in_frame(report, own, outlets)) return outlet;
  Reading reading(own, outlets);
  reading.read(tellings_of(members));
  return reading.verdict();
}

}  // namespace sitrep::incidents
