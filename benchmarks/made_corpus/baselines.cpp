// made_baselines CODINGS.jsonl TRUTH.tsv: how far simple groupings of a made corpus come, so that
// nobody takes it for easier than it is: all apart, same day and town, the same of one type, and
// clusters of like words, with the threshold that turns out best.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include "core/dates.h"
#include "core/hash.h"
#include "core/records_json.h"
#include "core/text.h"

namespace {

using namespace sitrep;  // NOLINT(google-build-using-namespace): a program

using Words = std::vector<std::pair<uint32_t, float>>;  // word, weight; of length 1

struct Told {
  uint32_t truth = 0;
  int day = 0;  // of the event, else of the report
  int published = 0;
  std::string town;  // empty: not known
  EventType type = EventType::any;
  Words words;
};

class Counter {
 public:
  uint32_t number(const std::string& name) {
    return numbers_.emplace(name, static_cast<uint32_t>(numbers_.size())).first->second;
  }
  size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, uint32_t> numbers_;
};

// ---- reading

std::unordered_map<std::string, uint32_t> read_truth(const char* path) {
  std::unordered_map<std::string, uint32_t> truth;
  Counter incidents;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    truth[line.substr(0, tab)] = incidents.number(line.substr(tab + 1));
  }
  return truth;
}

// All of a report that tells of one event, else the sentences of the event's claims.
std::string text_of(const Coding& coding, const Event& event) {
  if (coding.events.size() == 1) return coding.report.text;
  std::vector<std::string> sentences;
  for (const Claim& claim : event.claims) sentences.push_back(claim.evidence.text);
  std::ranges::sort(sentences);
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  std::string text;
  for (const std::string& sentence : sentences) text.append(sentence).append("\n");
  return text;
}

Words count_words(const std::string& text, Counter& dictionary) {
  std::vector<uint32_t> all;
  std::string word;
  for (const char c : text + " ") {
    if (is_lower(to_lower(c)) || is_digit(c) || (c & 0x80) != 0) {
      word += to_lower(c);
    } else if (!word.empty()) {
      all.push_back(dictionary.number(word));
      word.clear();
    }
  }
  std::ranges::sort(all);
  Words words;
  for (const uint32_t w : all) {
    if (words.empty() || words.back().first != w) words.emplace_back(w, 0.0F);
    words.back().second += 1;
  }
  return words;
}

int number_of(std::optional<Day> day) {
  return day ? static_cast<int>(day->time_since_epoch().count()) : 0;
}

std::vector<Told> read_events(const char* path,
                              const std::unordered_map<std::string, uint32_t>& truth) {
  std::vector<Told> events;
  Counter dictionary;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto coding = coding_from_json(line);
    if (!coding) continue;
    for (const Event& event : coding->events) {
      Told& told = events.emplace_back();
      told.truth = truth.at(coding->report.id + '/' + event.id);
      told.published = number_of(coding->report.published->start);
      told.day = event.when.start ? number_of(event.when.start) : told.published;
      if (event.where.precision >= PlacePrecision::city) told.town = event.where.gazetteer_id;
      told.type = event.type;
      told.words = count_words(text_of(*coding, event), dictionary);
    }
  }
  return events;
}

void weigh(std::vector<Told>& events) {
  std::unordered_map<uint32_t, uint32_t> with;
  for (const Told& told : events) {
    for (const auto& [word, n] : told.words) ++with[word];
  }
  const auto all = static_cast<float>(events.size());
  for (Told& told : events) {
    float square = 0;
    for (auto& [word, weight] : told.words) {
      weight = (1 + std::log(weight)) * std::log(all / static_cast<float>(with[word]));
      square += weight * weight;
    }
    for (auto& [word, weight] : told.words) weight /= std::sqrt(std::max(square, 1e-9F));
  }
}

// ---- grouping

using Groups = std::vector<uint32_t>;  // of each event

Groups by_name(const std::vector<Told>& events, bool with_type) {
  Counter names;
  Groups groups;
  for (size_t i = 0; i < events.size(); ++i) {
    const Told& told = events[i];
    const std::string type(with_type ? name(told.type) : "");
    groups.push_back(names.number(told.town.empty()
                                      ? fmt::format("alone {}", i)
                                      : fmt::format("{} {} {}", told.town, told.day, type)));
  }
  return groups;
}

// Each event goes to the group of the last days whose events are most like it on average, where
// that reaches the threshold.
class LikeWords {
 public:
  LikeWords(const std::vector<Told>& events, double threshold)
      : events_(events), threshold_(threshold) {}

  Groups run() {
    for (uint32_t i = 0; i < events_.size(); ++i) place(i);
    return std::move(groups_);
  }

 private:
  static constexpr int kDays = 7;
  static constexpr float kLightest = 0.04F;  // words that weigh less are left out of the search

  void place(uint32_t i) {
    std::unordered_map<uint32_t, float> alike;
    for (const auto& [word, weight] : events_[i].words) {
      if (weight < kLightest) continue;
      auto& bucket = holders_[word];
      for (auto j = bucket.rbegin(); j != bucket.rend(); ++j) {
        if (events_[j->first].published + kDays < events_[i].published) break;
        alike[groups_[j->first]] += weight * j->second;
      }
      bucket.emplace_back(i, weight);
    }
    groups_.push_back(best_of(alike));
    ++sizes_[groups_.back()];
  }

  uint32_t best_of(const std::unordered_map<uint32_t, float>& alike) {
    uint32_t best = static_cast<uint32_t>(sizes_.size());
    double most = threshold_;
    for (const auto& [group, sum] : alike) {
      const double mean = sum / static_cast<float>(sizes_[group]);
      if (mean > most || (mean == most && group < best)) most = mean, best = group;
    }
    if (best == sizes_.size()) sizes_.push_back(0);
    return best;
  }

  const std::vector<Told>& events_;
  double threshold_;
  std::unordered_map<uint32_t, std::vector<std::pair<uint32_t, float>>> holders_;
  Groups groups_;
  std::vector<uint32_t> sizes_;
};

// ---- scoring

struct Score {
  double precision, recall;
  double f1() const { return 2 * precision * recall / (precision + recall); }
};

Score b_cubed(const std::vector<Told>& events, const Groups& groups) {
  std::unordered_map<uint64_t, double> both;
  std::unordered_map<uint32_t, double> group_size, truth_size;
  for (size_t i = 0; i < events.size(); ++i) {
    ++both[uint64_t{groups[i]} << 32 | events[i].truth];
    ++group_size[groups[i]], ++truth_size[events[i].truth];
  }
  Score score{0, 0};
  for (const auto& [key, n] : both) {
    score.precision += n * n / group_size[static_cast<uint32_t>(key >> 32)];
    score.recall += n * n / truth_size[static_cast<uint32_t>(key)];
  }
  const auto all = static_cast<double>(events.size());
  return {score.precision / all, score.recall / all};
}

void print(std::string_view grouping, const Score& score) {
  fmt::print("{:<28} precision {:.3f} recall {:.3f} F1 {:.3f}\n", grouping, score.precision,
             score.recall, score.f1());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "made_baselines CODINGS.jsonl TRUTH.tsv\n";
    return 2;
  }
  std::vector<Told> events = read_events(argv[1], read_truth(argv[2]));
  weigh(events);
  Groups apart(events.size());
  for (uint32_t i = 0; i < apart.size(); ++i) apart[i] = i;
  print("all apart", b_cubed(events, apart));
  print("same day, same town", b_cubed(events, by_name(events, false)));
  print("same day, town and type", b_cubed(events, by_name(events, true)));
  Score best{0, 0};
  double at = 0;
  for (int step = 0; step < 11; ++step) {
    const double threshold = 0.06 + 0.04 * step;
    const Score score = b_cubed(events, LikeWords(events, threshold).run());
    if (best.recall == 0 || score.f1() > best.f1()) best = score, at = threshold;
  }
  print(fmt::format("like words (TF-IDF, {:.2f})", at), best);
  return 0;
}
