#include "intake/html_choice.h"

#include <algorithm>

#include "core/text.h"
#include "intake/furniture.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr double kMostLinks = 0.5;  // share of a paragraph's text
constexpr size_t kLeastArticle = 80;
constexpr size_t kLeastGood = 150;  // running text in a container for its name to count
constexpr size_t kLongestTeaser = 900;

double link_share(const Block& block) {
  return block.text.empty()
             ? 0
             : static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
}

// Scripts without spaces between words are counted by their bytes.
bool has_many_words(std::string_view text) {
  return count_words(text, 10) >= 10 || (text.size() >= 90 && count_words(text) * 30 < text.size());
}

bool is_running_text(const Block& block) {
  if (block.caption || is_heading(block.tag)) return false;
  const bool links = link_share(block) > kMostLinks;
  if (links && (block.text.size() < block.link_bytes + 60 || !ends_sentence(block.text)))
    return false;
  return block.text.size() >= 60 ? has_many_words(block.text) || ends_sentence(block.text)
                                 : is_sentence(block.text);
}

class Chooser {
 public:
  Chooser(const PageBlocks& page, std::string_view title) : page_(page), title_(title) {
    measure();
    mark_bad();
    mark_teasers();
  }

  void run(Page& out) {
    const uint32_t best = best_container();
    std::vector<const Block*> chosen;
    for (const auto& block : page_.blocks) {
      if (!within(block.container, best) || is_bad(block.container)) continue;
      if (block.caption) {
        if (block.text.size() >= 15 && link_share(block) < kMostLinks)
          out.captions.push_back(block.text);
      } else {
        chosen.push_back(&block);
      }
    }
    begin_at_headline(chosen);
    trim_ends(chosen);
    for (const auto* block : chosen) append(*block, out.text);
    if (out.text.size() < kLeastArticle) out.text.clear();
  }

 private:
  bool within(uint32_t container, uint32_t outer) const {
    while (container > outer) container = page_.containers[container].parent;
    return container == outer;
  }

  bool is_bad(uint32_t container) const { return bad_[container]; }

  // The running text of each container with all in it.
  void measure() {
    running_.assign(page_.containers.size(), 0);
    for (const auto& block : page_.blocks) {
      if (is_running_text(block)) running_[block.container] += block.text.size();
    }
    for (size_t i = running_.size(); i-- > 1;) running_[page_.containers[i].parent] += running_[i];
    holds_good_.assign(running_.size(), false);
    for (size_t i = running_.size(); i-- > 1;) {
      const bool good = page_.containers[i].good && running_[i] >= kLeastGood;
      if (good || holds_good_[i]) holds_good_[page_.containers[i].parent] = true;
    }
  }

  // A container whose names sound bad, yet that holds most words of the page, or of the article
  // around it, is the article.
  bool is_forgiven(size_t i, size_t article) const {
    if (page_.containers[i].comments) return running_[i] * 10 > running_[0] * 9;
    if (article == 0 && holds_good_[0]) return false;
    return running_[i] * 5 > running_[article] * 2;
  }

  void mark_bad() {
    bad_.assign(page_.containers.size(), false);
    std::vector<size_t> article(bad_.size(),
                                0);  // the nearest container of a good name around each
    for (size_t i = 1; i < bad_.size(); ++i) {
      const Container& container = page_.containers[i];
      const bool bad = container.bad && (!holds_good_[i] || container.comments);
      bad_[i] = bad_[container.parent] || (bad && !is_forgiven(i, article[container.parent]));
      article[i] = container.good && running_[i] >= kLeastGood ? i : article[container.parent];
    }
  }

  // A heading that is a link, with a little text beside it, announces another article.
  void mark_teasers() {
    for (const auto& block : page_.blocks) {
      if (!is_heading(block.tag) || link_share(block) < 0.7) continue;
      uint32_t at = block.container;
      for (int up = 0; up < 4 && at > 0 && running_[at] == 0; ++up)
        at = page_.containers[at].parent;
      if (at > 0 && running_[at] > 0 && running_[at] * 4 < running_[0] &&
          running_[at] < kLongestTeaser)
        bad_[at] = true;
    }
    for (size_t i = 1; i < bad_.size(); ++i) bad_[i] = bad_[i] || bad_[page_.containers[i].parent];
  }

  // What stands above the headline is no part of the article, if most of it stands below.
  void begin_at_headline(std::vector<const Block*>& chosen) const {
    size_t above = 0;
    size_t all = 0;
    auto begin = chosen.begin();
    for (auto it = chosen.begin(); it != chosen.end(); ++it) {
      if (is_heading((*it)->tag) && same_words((*it)->text, title_)) {
        begin = it;
        above = all;
      }
      if (is_running_text(**it)) all += (*it)->text.size();
    }
    if (above * 2 < all) chosen.erase(chosen.begin(), begin);
  }

  double value_of(const Block& block) const {
    const auto size = static_cast<double>(block.text.size());
    if (is_bad(block.container)) return -0.2 * std::min(size, 100.0);
    if (block.caption) return 0;
    const double links = static_cast<double>(block.link_bytes);
    if (is_running_text(block)) return size - 2 * links;
    if (is_heading(block.tag)) return links > 0 ? -30 : 0;
    const bool row = block.tag == Tag::td || block.tag == Tag::tr || block.tag == Tag::th;
    if (links == 0) return row ? 0 : -10;
    return -(20 + links + 0.3 * std::min(size, 200.0));
  }

  // The values of all inner blocks together; of equals the innermost.
  uint32_t best_container() const {
    const size_t count = page_.containers.size();
    std::vector<double> value(count, 0);
    for (const auto& block : page_.blocks) value[block.container] += value_of(block);
    for (size_t i = count; i-- > 1;) {
      const Container& container = page_.containers[i];
      value[container.parent] += value[i];
    }
    size_t best = 0;
    double most = -1e18;
    for (size_t i = 0; i < count; ++i) {
      const Container& container = page_.containers[i];
      const double bonus = container.good                                                ? 1.6
                           : container.tag == Tag::article || container.tag == Tag::main ? 1.1
                                                                                         : 1.0;
      const double score = value[i] * bonus;
      if (score >= most) {
        most = score;
        best = i;
      }
    }
    return static_cast<uint32_t>(best);
  }

  // What stands before the first and behind the last running text is no part of it.
  static void trim_ends(std::vector<const Block*>& chosen) {
    const auto runs = [](const Block* b) { return is_running_text(*b); };
    const auto first = std::find_if(chosen.begin(), chosen.end(), runs);
    const auto last = std::find_if(chosen.rbegin(), chosen.rend(), runs).base();
    chosen = first < last ? std::vector<const Block*>(first, last) : std::vector<const Block*>();
  }

  void append(const Block& block, std::string& text) const {
    if (link_share(block) > (block.text.size() > 60 ? 0.7 : 0.5)) return;
    if (block.tag == Tag::h1 || same_words(block.text, title_)) return;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }

  const PageBlocks& page_;
  std::string_view title_;
  std::vector<size_t> running_;
  std::vector<bool> bad_;
  std::vector<bool> holds_good_;  // a container of a good name within
};

}  // namespace

void choose_article(const PageBlocks& page, std::string_view title, Page& out) {
  Chooser(page, title).run(out);
}

}  // namespace sitrep
