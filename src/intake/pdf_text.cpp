// Lines of pages to paragraphs.
#include <algorithm>
#include <map>
#include <set>

#include "core/text.h"
#include "intake/date_text.h"
#include "intake/pdf_pages.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr double kEdge = 0.1;  // of the page's height: where running heads and feet stand
constexpr size_t kLongestRunning = 100;
constexpr double kLargeLetters = 1.35;  // times those of the text: a headline's
constexpr size_t kLongestHeadline = 250;
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// "Page 3 of 12" and "Page 4 of 12" are one running line.
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : lower_ascii(line)) {
    if (!is_digit(c)) {
      shape += c;
    } else if (!shape.ends_with('#')) {
      shape += '#';
    }
  }
  return shape;
}

bool is_at_edge(const PdfLine& line, const PdfPage& page) {
  return line.text.size() <= kLongestRunning &&
         (line.bottom < page.height * kEdge || line.top > page.height * (1 - kEdge));
}

bool is_page_number(const std::string& shape) {
  return shape == "#" || shape == "- # -" || shape == "page #" || shape == "page # of #" ||
         shape == "# of #" || shape == "#/#" || shape == "# | page";
}

// What stands at the edge of most pages is no text.
class RunningLines {
 public:
  explicit RunningLines(const std::vector<PdfPage>& pages) : pages_(pages.size()) {
    for (const auto& page : pages) {
      std::set<std::string> here;
      for (const auto& block : page.blocks) {
        for (const auto& line : block) {
          if (is_at_edge(line, page)) here.insert(shape_of(line.text));
        }
      }
      for (const auto& shape : here) ++seen_[shape];
    }
  }

  bool holds(const PdfLine& line, const PdfPage& page) const {
    if (!is_at_edge(line, page)) return false;
    const std::string shape = shape_of(line.text);
    if (is_page_number(shape)) return true;
    const auto found = seen_.find(shape);
    return pages_ > 1 && found != seen_.end() && found->second * 2 > pages_;
  }

 private:
  size_t pages_;
  std::map<std::string, size_t> seen_;
};

bool begins_item(std::string_view line) {
  if (line.starts_with("\xE2\x80\xA2") || line.starts_with("- ") || line.starts_with("* "))
    return true;
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < 4 && line.substr(digits).starts_with(". ");
}

// Where the lines of a block stand, one below the other.
struct Setting {
  double left = 1e9, right = 0;
  double pitch = 0;  // from line to line: the median

  explicit Setting(const PdfBlock& block) {
    std::vector<double> steps;
    for (size_t i = 0; i < block.size(); ++i) {
      left = std::min(left, block[i].left);
      right = std::max(right, block[i].right);
      if (i > 0) steps.push_back(block[i].top - block[i - 1].top);
    }
    if (steps.empty()) return;
    std::nth_element(steps.begin(), steps.begin() + steps.size() / 2, steps.end());
    pitch = steps[steps.size() / 2];
  }

  bool ends_between(const PdfLine& line, const PdfLine& next) const {
    const double size = std::min(line.height(), next.height());
    if (begins_item(next.text) || read_date(line.text) || read_date(next.text)) return true;
    if (std::max(line.height(), next.height()) > size * 1.15) return true;
    if (next.top - line.top > pitch * 1.2) return true;
    if (next.left > left + size * 0.6 && line.left < next.left - size * 0.5) return true;
    const bool fits = line.right + size * 0.3 + next.first_word < right - size * 0.3;
    if (ends_sentence(line.text)) return fits;
    if (line.text.ends_with('-') || line.text.ends_with(',')) return false;
    return line.right < left + (right - left) * 0.6 && !is_lower(next.text[0]);
  }
};

class Paragraphs {
 public:
  void add(const PdfBlock& block) {
    const Setting setting(block);
    for (size_t i = 0; i < block.size(); ++i) {
      const bool goes_on =
          i == 0 ? goes_on_in(block[0].text) : !setting.ends_between(block[i - 1], block[i]);
      if (goes_on) {
        append(out_.back(), block[i].text);
      } else {
        out_.push_back(block[i].text);
      }
    }
  }

  std::string joined() const {
    std::string text;
    for (const auto& paragraph : out_) text += (text.empty() ? "" : "\n\n") + paragraph;
    return text;
  }

 private:
  // A column or a page ended in the middle of a sentence.
  bool goes_on_in(std::string_view line) const {
    if (out_.empty() || ends_sentence(out_.back())) return false;
    return count_words(out_.back(), 9) > 8 && is_lower(line[0]);
  }

  // "se-" and "curity" are one word; but "counter-" and "terrorism" keep a hyphen that the text has
  // elsewhere, and so does "Al-", whatever follows.
  void append(std::string& paragraph, std::string_view line) const {
    if (paragraph.ends_with(kSoftHyphen)) {
      paragraph.resize(paragraph.size() - kSoftHyphen.size());
    } else if (paragraph.size() > 1 && paragraph.ends_with('-') &&
               is_word_byte(paragraph[paragraph.size() - 2])) {
      const auto word = std::string_view(paragraph).substr(paragraph.rfind(' ') + 1);
      if (is_lower(word[0]) && is_lower(line[0]) && !is_compound(word, line)) paragraph.pop_back();
    } else {
      paragraph += ' ';
    }
    paragraph += line;
  }

  bool is_compound(std::string_view head, std::string_view line) const {
    size_t size = 0;
    while (size < line.size() && is_word_byte(line[size])) ++size;
    return compounds_.contains(std::string(head).append(line.substr(0, size)));
  }

 public:
  // Words with a hyphen within a line.
  void learn(const PdfBlock& block) {
    for (const auto& line : block) {
      for (auto word : split(line.text, ' ')) {
        while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
        if (word.find('-') != word.npos) compounds_.insert(std::string(word));
      }
    }
  }

 private:
  std::vector<std::string> out_;
  std::set<std::string> compounds_;
};

// A date stays where it first stands: it is the issue's.
std::vector<PdfBlock> text_blocks(const std::vector<PdfPage>& pages) {
  const RunningLines running(pages);
  std::vector<PdfBlock> blocks;
  for (const auto& page : pages) {
    for (PdfBlock block : page.blocks) {
      std::erase_if(block, [&](const PdfLine& line) {
        const bool issue = &page == &pages.front() && read_date(line.text);
        return running.holds(line, page) && !issue;
      });
      if (!block.empty()) blocks.push_back(std::move(block));
    }
  }
  return blocks;
}

// The height of most letters.
double text_height(const std::vector<PdfPage>& pages) {
  std::map<int, size_t> bytes;  // by tenths of a point
  for (const auto& page : pages) {
    for (const auto& block : page.blocks) {
      for (const auto& line : block)
        bytes[static_cast<int>(line.height() * 10)] += line.text.size();
    }
  }
  const auto most = std::max_element(bytes.begin(), bytes.end(),
                                     [](auto a, auto b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : most->first / 10.0;
}

}  // namespace

std::string paragraphs_of(const std::vector<PdfPage>& pages) {
  const auto blocks = text_blocks(pages);
  Paragraphs paragraphs;
  for (const auto& block : blocks) paragraphs.learn(block);
  for (const auto& block : blocks) paragraphs.add(block);
  return paragraphs.joined();
}

std::string headline_of(const std::vector<PdfPage>& pages) {
  if (pages.empty()) return {};
  const double least = text_height(pages) * kLargeLetters;
  double largest = 0;
  for (const auto& block : pages[0].blocks) {
    for (const auto& line : block) {
      if (count_words(line.text, 3) > 2) largest = std::max(largest, line.height());
    }
  }
  if (largest < least) return {};
  for (const auto& block : pages[0].blocks) {
    std::string headline;
    for (const auto& line : block) {
      if (line.height() < largest * 0.9) continue;
      headline += (headline.empty() ? "" : " ") + line.text;
    }
    if (!headline.empty() && headline.size() <= kLongestHeadline) return headline;
  }
  return {};
}

}  // namespace sitrep
