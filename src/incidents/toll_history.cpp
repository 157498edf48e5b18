// How a toll stood from report to report, and what the schemes that count deaths make of it.
#include "incidents/toll_history.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text.h"
#include "incidents/tolls.h"

namespace sitrep::incidents {

namespace {

bool one_step(const TollStep& step, const Count& count) {
  const Quantity& q = *count.quantity;
  return step.published == count.member->published && step.value.low == q.low &&
         step.value.best == q.best && step.value.high == q.high;
}

auto time_of(const TollStep& step) {
  return std::tuple(step.published.value_or(Day::max()), step.minute.value_or(-1),
                    step.value.best.value_or(0));
}

void add(TollStep& step, const Count& count, std::set<uint32_t>& sources) {
  const auto minute = count.member->coding->report.published_minute;
  if (minute) step.minute = std::min(step.minute.value_or(*minute), *minute);
  if (step.reports.empty() || step.reports.back() != count.member->report())
    step.reports.push_back(count.member->report());
  sources.insert(count.member->source);
  step.sources = static_cast<int>(sources.size());
}

std::vector<TollStep> steps_of(const Group& group, const TollField& field) {
  std::vector<TollStep> steps;
  std::vector<std::set<uint32_t>> sources;
  for (const Count& count : counts_of(group, field)) {
    const auto fits = [&](const TollStep& step) { return one_step(step, count); };
    auto step = std::ranges::find_if(steps, fits);
    if (step == steps.end()) {
      steps.push_back({.published = count.member->published,
                       .minute = {},
                       .value = *count.quantity,
                       .reports = {},
                       .sources = 0});
      sources.emplace_back();
      step = steps.end() - 1;
    }
    add(*step, count, sources[static_cast<size_t>(step - steps.begin())]);
  }
  std::ranges::stable_sort(steps, {}, time_of);
  return steps;
}

// ACLED takes such words for a number of its own.
std::optional<int64_t> acled_word(std::string_view text) {
  const std::string words = " " + lower_ascii(text) + " ";
  const auto says = [&](std::string_view word) {
    return words.find(" " + std::string(word) + " ") != std::string::npos;
  };
  if (says("hundreds")) return 100;
  if (says("dozens")) return 12;
  for (const std::string_view few : {"several", "some", "many", "few", "multiple"}) {
    if (says(few)) return 3;
  }
  return std::nullopt;
}

bool has_figure(std::string_view text) { return std::ranges::any_of(text, is_digit); }

int64_t acled_count(const Count& count) {
  const std::string& text = count.quantity->text;
  const auto word = has_figure(text) ? std::nullopt : acled_word(text);
  return word.value_or(count.quantity->low.value_or(count.best));
}

}  // namespace

TollHistory toll_history(const Group& group) {
  return {steps_of(group, kKilled), steps_of(group, kWounded), steps_of(group, kAbducted)};
}

int64_t acled_fatalities(const Group& group) {
  const auto counts = counts_of(group, kKilled);
  std::optional<int64_t> least;
  for (const bool sure : {true, false}) {
    for (const Count& count : counts) {
      if (superseded(count, counts) || (sure && count.unsure)) continue;
      least = std::min(least.value_or(acled_count(count)), acled_count(count));
    }
    if (least) break;
  }
  return least.value_or(0);
}

Quantity ucdp_deaths(const Quantity& killed) {
  const int64_t most = std::max(killed.best.value_or(0), killed.high.value_or(0));
  if (most == 0) return {};
  return {.low = killed.low.value_or(0), .best = killed.best, .high = most, .text = {}};
}

}  // namespace sitrep::incidents
