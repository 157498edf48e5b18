#include "made_corpus/phrases.h"

#include "made_corpus/tables.h"

namespace sitrep::made {

namespace {

// (a|b|) choice, [a|b] trigger, {slot}. Choices do not nest; slots and triggers may stand in them.
class PieceReader {
 public:
  explicit PieceReader(std::string_view text) : text_(text) {}

  Pieces read(std::string_view ends) {
    Pieces out;
    while (at_ < text_.size() && ends.find(text_[at_]) == ends.npos) {
      const char c = text_[at_];
      if (c == '{') {
        out.push_back({Piece::Kind::slot, until("}"), {}});
        ++at_;
      } else if (c == '(' || c == '[') {
        out.push_back(options(c == '(' ? Piece::Kind::choice : Piece::Kind::trigger));
      } else {
        const size_t end = text_.find_first_of("{([|)]", at_);
        out.push_back({Piece::Kind::words, std::string(text_.substr(at_, end - at_)), {}});
        at_ = end == text_.npos ? text_.size() : end;
      }
    }
    return out;
  }

 private:
  std::string until(std::string_view end) {
    const size_t from = ++at_;
    at_ = text_.find(end, from);
    return std::string(text_.substr(from, at_ - from));
  }

  Piece options(Piece::Kind kind) {
    Piece piece{kind, {}, {}};
    const char close = kind == Piece::Kind::choice ? ')' : ']';
    do {
      ++at_;
      piece.options.push_back(read("|)]"));
    } while (at_ < text_.size() && text_[at_] != close);
    ++at_;
    return piece;
  }

  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace

Result<Phrases> Phrases::open(const std::string& tables) {
  const auto rows = read_rows_of(tables + "/sentences.tsv", "role when text");
  if (!rows) return Failure(rows.error());
  Phrases phrases;
  for (const auto& row : *rows) {
    for (const std::string& when : parts(row[1], ' '))
      phrases.by_use_[row[0] + '/' + when].push_back(PieceReader(row[2]).read(""));
  }
  return phrases;
}

const Pieces* Phrases::pick(std::string_view role, std::string_view when, Random& random) const {
  const std::string base = std::string(role) + '/';
  const auto own = by_use_.find(base + std::string(when));
  const auto any = by_use_.find(base + '*');
  const size_t owns = own == by_use_.end() ? 0 : own->second.size();
  const size_t all = owns + (any == by_use_.end() ? 0 : any->second.size());
  if (all == 0) return nullptr;
  const size_t chosen = random.below(all);
  return chosen < owns ? &own->second[chosen] : &any->second[chosen - owns];
}

}  // namespace sitrep::made
