#include "intake/near_duplicates.h"

#include <gtest/gtest.h>

#include <string>

#include "core/text.h"

namespace sitrep {
namespace {

std::string words(size_t from, size_t to) {
  std::string text;
  for (size_t i = from; i < to; ++i) text += "word" + std::to_string(i * 7919 % 100003) + ' ';
  return text;
}

TEST(NearDuplicates, TheSameWordsAreTheSame) {
  const std::string text = "Rebels seized the town's radio station on Monday, witnesses said.";
  EXPECT_DOUBLE_EQ(similarity(fingerprint(text), fingerprint(text)), 1);
  std::string caps = text;
  for (char& c : caps) c = is_lower(c) ? static_cast<char>(c - 32) : c;
  EXPECT_DOUBLE_EQ(similarity(fingerprint(text), fingerprint(caps)), 1);
}

TEST(NearDuplicates, ShapesOfApostrophesDoNotMatter) {
  EXPECT_EQ(fingerprint("the town's only bridge was blown up overnight"),
            fingerprint("the town\xE2\x80\x99s only bridge was \xE2\x80\x9C"
                        "blown up\xE2\x80\x9D overnight"));
}

TEST(NearDuplicates, EstimatesTheSharedPart) {
  const auto all = fingerprint(words(0, 1000));
  EXPECT_NEAR(similarity(all, fingerprint(words(0, 500))), 0.5, 0.15);
  EXPECT_NEAR(similarity(all, fingerprint(words(500, 1500))), 0.333, 0.15);
  EXPECT_LT(similarity(all, fingerprint(words(2000, 3000))), 0.05);
}

TEST(NearDuplicates, RunsWithATellingWordAreTheLeast) {
  const auto telling = [](std::string_view word) { return word == "Marjah"; };
  const auto runs = [&](const std::string& before, const std::string& town) {
    const std::string told = "a bomb went off in " + town + " on Monday at noon ";
    return least_runs(before + told + words(40, 80), 5, telling);
  };
  EXPECT_EQ(runs(words(0, 40), "Marjah"), runs(words(80, 120), "Marjah"));
  EXPECT_NE(runs(words(0, 40), "Herat"), runs(words(80, 120), "Herat"));
  EXPECT_EQ(least_runs(words(0, 40), 5, telling).size(), 5u);
}

TEST(NearDuplicates, EmptyAndShortTexts) {
  EXPECT_DOUBLE_EQ(similarity(fingerprint(""), fingerprint("")), 0);
  EXPECT_DOUBLE_EQ(similarity(fingerprint("two words"), fingerprint("two words")), 1);
  EXPECT_DOUBLE_EQ(similarity(fingerprint("two words"), fingerprint("other words")), 0);
}

}  // namespace
}  // namespace sitrep
