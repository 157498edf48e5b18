// What a noun phrase of a report is about, by its words alone: its head, its number, whether it
// takes an article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep::output {

class Phrase {
 public:
  explicit Phrase(std::string_view text);  // one line of plain text; the phrase keeps no view of it

  bool empty() const { return words_.empty(); }
  const std::string& text() const { return text_; }
  std::string head() const;  // in lower case: "sites" of "rocket launch sites near the border"
  bool plural() const;       // "police", "oil fields"
  bool proper() const;       // "Silver Lantern", "Jund al-Nahr"
  bool named() const;        // "Silver Lantern base": there is only one
  bool mass() const;         // "tear gas": neither article nor plural
  bool determined() const;   // begins with an article, a number, "its"
  bool counted() const;      // the same, but for articles
  std::string with_article() const;     // "a US base", "an airport"
  std::string with_indefinite() const;  // the same for names: "a Katyusha"
  std::string pluralised() const;       // "rocket launch sites", "oil fields near Homs"
  Phrase without_article() const;
  bool holds(const Phrase& other) const;  // all its words: "Silver Lantern base" holds "base"

 private:
  void find_head();
  std::string text_;
  std::vector<std::string> words_;
  size_t head_ = 0;
};

// A phrase as it stands inside a sentence: capitals of headlines and of sentence beginnings taken
// back.
std::string tidied(
    std::string_view phrase);  // "FUEL TANK" to "fuel tank", "Four guards" to "four guards"
std::string tidied_name(
    std::string_view phrase);  // "TRIPOLI" to "Tripoli", "Officials" to "officials"

}  // namespace sitrep::output
