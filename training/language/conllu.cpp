#include "conllu.h"

#include <charconv>

#include "core/text.h"
#include "language/word_traits.h"
#include "text_file.h"

namespace sitrep::training {

namespace {

int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

// The end of a multiword token's range "3-4"; 0 when it is none.
int range_end(std::string_view id) {
  const size_t dash = id.find('-');
  return dash == std::string_view::npos ? 0 : number(id.substr(dash + 1));
}

class Reader {
 public:
  void line(std::string_view text) {
    if (text.empty()) return finish();
    if (text[0] == '#') {
      all_marked_ |= text == "# mentions = all";
      return;
    }
    const auto cells = split(text, '\t');
    if (cells.size() != 10) return;
    const bool glued = cells[9].find("SpaceAfter=No") != std::string_view::npos;
    if (const int end = range_end(cells[0]); end > 0) {
      inside_ = end;
      glued_behind_ = glued;
      return;
    }
    const int id = number(cells[0]);
    if (id > 0) word(cells, id, glued);
  }
  void finish() {
    if (!tree_.empty()) trees.push_back(std::move(tree_));
    tree_.clear();
    inside_ = 0;
    glued_ = false;
    all_marked_ = false;
  }
  std::vector<Tree> trees;

 private:
  std::optional<EntityKind> kind_of(std::string_view notes) const {
    constexpr std::string_view kMark = "Kind=";
    if (!all_marked_) return std::nullopt;
    const size_t at = notes.find(kMark);
    if (at == notes.npos) return EntityKind::none;
    const std::string_view rest = notes.substr(at + kMark.size());
    return parse<EntityKind>(rest.substr(0, rest.find('|')));
  }
  void word(const std::vector<std::string_view>& cells, int id, bool glued) {
    Word w{.form = std::string(cells[1]),
           .lemma = std::string(cells[2]),
           .features = std::string(cells[5]),
           .tag = parse_tag(cells[3]),
           .fine = parse_fine(cells[4]),
           .head = number(cells[6]) - 1,
           .rel = parse_rel(cells[7]),
           .space_before = !glued_,
           .kind = kind_of(cells[9])};
    tree_.push_back(std::move(w));
    glued_ = id < inside_ || (id == inside_ ? glued_behind_ : glued);
  }

  Tree tree_;
  bool all_marked_ = false;
  int inside_ = 0;  // last word of the multiword token we are in
  bool glued_ = false;
  bool glued_behind_ = false;
};

void capitalise(std::string& form) {
  if (is_lower(form[0]) && form.size() > 3) form[0] = static_cast<char>(form[0] - 32);
}

void shout(std::string& form) {
  for (char& c : form) {
    if (is_lower(c)) c = static_cast<char>(c - 32);
  }
}

}  // namespace

std::vector<Tree> parse_conllu(std::string_view text) {
  Reader reader;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    reader.line(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  reader.finish();
  return std::move(reader.trees);
}

Result<std::vector<Tree>> read_conllu(const std::string& file) {
  const auto text = read_text(file);
  if (!text) return tl::unexpected(text.error());
  return parse_conllu(*text);
}

void fill_document(const Tree& tree, std::string& text, Document& document) {
  text.clear();
  document.clear();
  for (const Word& word : tree) {
    if (!text.empty() && word.space_before) text += ' ';
    Token token;
    token.span.begin = static_cast<uint32_t>(text.size());
    text += word.form;
    token.span.end = static_cast<uint32_t>(text.size());
    if (word.space_before) token.shape = kSpaceBefore;
    document.tokens.push_back(token);
  }
  document.text = text;
  std::string scratch;
  for (Token& token : document.tokens) describe_token(document, token, scratch);
  Sentence sentence;
  sentence.last = static_cast<uint32_t>(tree.size());
  sentence.span.end = static_cast<uint32_t>(text.size());
  describe_sentence(document, sentence);
  document.sentences.push_back(sentence);
}

Tree in_case(const Tree& tree, CaseVariant variant) {
  Tree copy = tree;
  for (Word& word : copy) {
    switch (variant) {
      case CaseVariant::as_is:
        break;
      case CaseVariant::upper:
        shout(word.form);
        break;
      case CaseVariant::lower:
        word.form = lower_ascii(word.form);
        break;
      case CaseVariant::title:
        capitalise(word.form);
        break;
    }
  }
  return copy;
}

}  // namespace sitrep::training
