#include "language/parser.h"

#include <algorithm>
#include <limits>

namespace sitrep {

namespace {

Failure damaged() { return fail(Code::bad_knowledge, "language model: parser damaged"); }

bool has_every_move(const std::vector<Action>& actions) {
  bool seen[3] = {false, false, false};
  for (Action action : actions) seen[static_cast<size_t>(action.move)] = true;
  return seen[0] && seen[1] && seen[2];
}

}  // namespace

ParseWord parse_word(const Token& token) {
  return {.form = static_cast<uint32_t>(token.form),
          .lemma = static_cast<uint32_t>(token.lemma),
          .tags = static_cast<uint16_t>((static_cast<unsigned>(token.tag) << 8) |
                                        static_cast<unsigned>(token.fine))};
}

void fill_parse_words(const Document& document, const Sentence& sentence,
                      std::vector<ParseWord>& words) {
  words.clear();
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    words.push_back(parse_word(document.tokens[i]));
  }
  words.push_back({.form = 1, .lemma = 1, .tags = 0xFFFF});
}

Result<Parser> Parser::open(std::string_view blob) {
  auto reader = BlobReader::open(blob, BlobKind::parser);
  if (!reader) return tl::unexpected(reader.error());
  auto model = LinearModel::open(reader->section(0), reader->section(1));
  if (!model) return tl::unexpected(model.error());
  Parser parser;
  parser.model_ = *model;
  const std::string_view actions = reader->section(2);
  if (actions.size() % 2 != 0 || actions.size() / 2 > kMaxClasses) return damaged();
  for (size_t i = 0; i < actions.size(); i += 2) {
    const auto move = static_cast<uint8_t>(actions[i]);
    const auto rel = static_cast<uint8_t>(actions[i + 1]);
    if (move > 2 || rel > static_cast<uint8_t>(Rel::csubj_outer)) return damaged();
    parser.actions_.push_back({static_cast<Move>(move), static_cast<Rel>(rel)});
  }
  if (!has_every_move(parser.actions_)) return damaged();
  return parser;
}

Action Parser::choose() {
  const bool only_left = state_.buffer(0) == state_.root() && state_.stack_size() == 1;
  if (only_left) return {Move::left, Rel::root};
  if (state_.stack_size() == 0) return {Move::shift, Rel::none};
  parse_features(state_, words_, features_);
  Scores scores{};
  model_.add({features_.hash.data(), features_.size}, scores);
  const std::array<bool, 3> allowed = {state_.allowed(Move::shift), state_.allowed(Move::left),
                                       state_.allowed(Move::right)};
  Action best;
  int32_t best_score = std::numeric_limits<int32_t>::min();
  for (size_t i = 0; i < actions_.size(); ++i) {
    if (!allowed[static_cast<size_t>(actions_[i].move)] || scores[i] <= best_score) continue;
    best = actions_[i];
    best_score = scores[i];
  }
  return best;
}

void Parser::parse(Document& document, Sentence& sentence) {
  if (sentence.parsed) return;
  fill_parse_words(document, sentence, words_);
  state_.reset(sentence.last - sentence.first);
  while (!state_.done()) state_.apply(choose());
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Node& node = state_.node(static_cast<int32_t>(i - sentence.first));
    const bool root = node.head == state_.root();
    document.tokens[i].head = root ? kNoHead : static_cast<int32_t>(sentence.first) + node.head;
    document.tokens[i].rel = node.rel;
  }
  sentence.parsed = true;
}

}  // namespace sitrep
