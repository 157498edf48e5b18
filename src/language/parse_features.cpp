// The parser's features: after Zhang and Nivre (2011), for the stack's top three (s0, s1, s2), the
// buffer's first three (b0, b1, b2) and their outer dependents. Forms (w), tags (t), both (wt),
// relations, valencies, distances.
#include <algorithm>

#include "language/parser.h"

namespace sitrep {

namespace {

class Sink {
 public:
  explicit Sink(ParseFeatures& features) : features_(features) { features_.size = 0; }
  void add(uint64_t a, uint64_t b = 0, uint64_t c = 0) {
    features_.hash[features_.size++] = feature_hash(number_++, a, b, c);
  }

 private:
  ParseFeatures& features_;
  uint32_t number_ = 1000;
};

// A word in the state, or none.
struct View {
  uint64_t w = 2;
  uint64_t l = 2;
  uint64_t t = 0xFFFE;
  uint64_t wt = 2;
  uint64_t rel = 0;
};

uint64_t join(uint64_t w, uint64_t t) { return (w << 16) | t; }

struct Views {
  View s0, s1, s2, b0, b1, b2;
  View s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, b0l, b0l2;
  const Node *n0, *n1, *nb;
  uint64_t distance = 0;  // s0 to b0
  uint64_t gap = 0;       // s1 to s0
};

class Viewer {
 public:
  Viewer(const ArcHybrid& state, const std::vector<ParseWord>& words)
      : state_(state), words_(words) {}

  View at(int32_t word) const {
    if (word == kNoWord) return {};
    const ParseWord& w = words_[static_cast<size_t>(word)];
    return {w.form, w.lemma, w.tags, join(w.form, w.tags),
            static_cast<uint64_t>(state_.node(word).rel)};
  }
  const Node& node(int32_t word) const { return word == kNoWord ? none_ : state_.node(word); }

 private:
  const ArcHybrid& state_;
  const std::vector<ParseWord>& words_;
  static inline const Node none_{};
};

uint64_t bucket(int32_t from, int32_t to) {
  if (from == kNoWord || to == kNoWord) return 0;
  const int32_t d = to - from;
  return static_cast<uint64_t>(d < 5 ? d : d < 8 ? 5 : d < 13 ? 6 : 7);
}

void look(const ArcHybrid& state, const Viewer& viewer, Views& v) {
  const int32_t s0 = state.stack(0), s1 = state.stack(1), b0 = state.buffer(0);
  v.n0 = &viewer.node(s0);
  v.n1 = &viewer.node(s1);
  v.nb = &viewer.node(b0);
  v.s0 = viewer.at(s0), v.s1 = viewer.at(s1), v.s2 = viewer.at(state.stack(2));
  v.b0 = viewer.at(b0), v.b1 = viewer.at(state.buffer(1)), v.b2 = viewer.at(state.buffer(2));
  v.s0l = viewer.at(v.n0->left[0]), v.s0r = viewer.at(v.n0->right[0]);
  v.s0l2 = viewer.at(v.n0->left[1]), v.s0r2 = viewer.at(v.n0->right[1]);
  v.s1l = viewer.at(v.n1->left[0]), v.s1r = viewer.at(v.n1->right[0]);
  v.s1r2 = viewer.at(v.n1->right[1]);
  v.b0l = viewer.at(v.nb->left[0]), v.b0l2 = viewer.at(v.nb->left[1]);
  v.distance = bucket(s0, b0);
  v.gap = bucket(s1, s0);
}

void add_single(Sink& sink, const Views& v) {
  for (const View* x : {&v.s0, &v.s1, &v.b0, &v.b1}) {
    sink.add(x->wt);
    sink.add(x->w);
    sink.add(x->t);
    sink.add(x->l);
  }
  sink.add(v.s2.wt);
  sink.add(v.s2.t);
  sink.add(v.b2.wt);
  sink.add(v.b2.t);
}

// Two words: `a` on the stack, `b` elsewhere.
void add_pair(Sink& sink, const View& a, const View& b) {
  sink.add(a.wt, b.wt);
  sink.add(a.wt, b.t);
  sink.add(a.t, b.wt);
  sink.add(a.w, b.w);
  sink.add(a.l, b.l);
  sink.add(a.t, b.t);
}

void add_triples(Sink& sink, const Views& v) {
  sink.add(v.b0.t, v.b1.t, v.b2.t);
  sink.add(v.s0.t, v.b0.t, v.b1.t);
  sink.add(v.s1.t, v.s0.t, v.b0.t);
  sink.add(v.s2.t, v.s1.t, v.s0.t);
  sink.add(v.s1.t, v.s0.t, join(v.b0.t, v.b1.t));
  sink.add(v.s1.l, v.s0.t, v.b0.t);
  sink.add(v.s1.t, v.s0.l, v.b0.t);
  sink.add(v.s1.t, v.s0.t, v.b0.l);
  sink.add(v.s0.w, v.b0.t, v.b1.t);
  sink.add(v.s0.t, v.b0.w, v.b1.t);
  sink.add(v.b0.wt, v.b1.t);
  sink.add(v.b0.t, v.b1.wt);
}

void add_dependents(Sink& sink, const Views& v) {
  sink.add(v.s0.t, v.s0l.t, v.b0.t);
  sink.add(v.s0.t, v.s0r.t, v.b0.t);
  sink.add(v.s0.t, v.b0.t, v.b0l.t);
  sink.add(v.s1.t, v.s1l.t, v.s0.t);
  sink.add(v.s1.t, v.s1r.t, v.s0.t);
  sink.add(v.s1.t, v.s0.t, v.s0l.t);
  sink.add(v.s1.t, v.s0.t, v.s0r.t);
  sink.add(v.s1.l, v.s1r.rel, v.s0.t);
  sink.add(v.s0.l, v.s0r.rel, v.b0.t);
  sink.add(v.s0.l, v.s0l.rel, v.b0.t);
  for (const View* x : {&v.s0l, &v.s0r, &v.s1l, &v.s1r, &v.b0l}) {
    sink.add(x->wt);
    sink.add(x->rel, x->t);
  }
  for (const View* x : {&v.s0l2, &v.s0r2, &v.s1r2, &v.b0l2}) sink.add(x->rel, x->t);
  sink.add(v.s0.t, v.s0r.t, v.s0r2.t);
  sink.add(v.s0.t, v.s0l.t, v.s0l2.t);
  sink.add(v.s1.t, v.s1r.t, v.s1r2.t);
}

// What marks a phrase: its first word, usually a preposition or conjunction.
void add_marks(Sink& sink, const Views& v) {
  sink.add(v.s1.l, v.s0l.l);
  sink.add(v.s1.t, v.s0l.l, v.s0.t);
  sink.add(v.s1.l, v.s0l.l, v.s0.l);
  sink.add(v.s1.l, v.s0l.l, v.s0.t);
  sink.add(v.s0.l, v.b0l.l);
  sink.add(v.s0.t, v.b0l.l, v.b0.t);
  sink.add(v.s2.t, v.s0l.l, v.s0.t);
  sink.add(v.s2.l, v.s0l.l);
  sink.add(v.s2.l, v.s1.t, v.s0.t);
  sink.add(v.s2.t, v.s0.t, v.b0.t);
  sink.add(v.s1.t, v.s0.t, v.n0->left_rels);
  sink.add(v.s2.t, v.s0.t, v.n0->left_rels);
  sink.add(v.s1.t, v.n1->right_rels, v.b0.t);
  sink.add(v.s1.l, v.n1->left_rels, v.s0.t);
  sink.add(v.s1.t, v.s0.t, v.n1->left_rels);
}

// Which of two words on the stack a marked phrase in the buffer goes with.
void add_attachment(Sink& sink, const Views& v) {
  const uint64_t lefts = v.nb->left_rels;
  sink.add(v.s1.l, v.b0l.l);
  sink.add(v.s1.t, v.b0l.l, v.b0.t);
  sink.add(v.s1.t, v.s0.t, v.b0l.l);
  sink.add(v.s0.l, v.b0l.l, v.b0.l);
  sink.add(v.s1.l, v.b0l.l, v.b0.l);
  sink.add(v.s0.t, v.b0l2.l, v.b0.t);
  sink.add(v.s0.t, v.b0.t, lefts);
  sink.add(v.s1.t, v.b0.t, lefts);
  sink.add(v.s0.l, v.b0.t, lefts);
  sink.add(v.s1.l, v.b0.t, lefts);
  sink.add(join(v.s1.t, v.s0.t), v.b0.t, lefts);
  sink.add(join(v.s1.t, v.s0.t), v.n1->right_rels, v.b0.t);
  sink.add(join(v.s1.t, v.s0.t), v.n0->right_rels, v.b0.t);
}

void add_counts(Sink& sink, const Views& v) {
  const uint64_t l0 = std::min<uint64_t>(v.n0->lefts, 5), r0 = std::min<uint64_t>(v.n0->rights, 5);
  const uint64_t r1 = std::min<uint64_t>(v.n1->rights, 5), lb = std::min<uint64_t>(v.nb->lefts, 5);
  sink.add(v.s0.w, l0, r0);
  sink.add(v.s0.t, l0, r0);
  sink.add(v.s1.w, r1);
  sink.add(v.s1.t, r1);
  sink.add(v.b0.w, lb);
  sink.add(v.b0.t, lb);
  sink.add(v.s0.t, v.b0.t, v.distance);
  sink.add(v.s0.w, v.distance);
  sink.add(v.b0.w, v.distance);
  sink.add(v.s1.t, v.s0.t, v.gap);
  sink.add(v.s1.w, v.gap);
  sink.add(v.s0.t, v.n0->left_rels);
  sink.add(v.s0.t, v.n0->right_rels);
  sink.add(v.s1.t, v.n1->right_rels);
  sink.add(v.s1.t, v.n1->left_rels);
  sink.add(v.b0.t, v.nb->left_rels);
  sink.add(v.s0.l, v.n0->right_rels);
  sink.add(v.s1.l, v.n1->right_rels, v.s0.t);
}

}  // namespace

void parse_features(const ArcHybrid& state, const std::vector<ParseWord>& words,
                    ParseFeatures& features) {
  const Viewer viewer(state, words);
  Views v;
  look(state, viewer, v);
  Sink sink(features);
  add_single(sink, v);
  add_pair(sink, v.s0, v.b0);
  add_pair(sink, v.s1, v.s0);
  add_pair(sink, v.s1, v.b0);
  add_triples(sink, v);
  add_dependents(sink, v);
  add_marks(sink, v);
  add_attachment(sink, v);
  add_counts(sink, v);
}

}  // namespace sitrep
