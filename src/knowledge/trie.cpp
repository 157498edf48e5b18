#include "knowledge/trie.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

namespace sitrep::knowledge {

namespace {

struct Counts {
  uint64_t edges = 0;  // a power of two
  uint64_t nodes = 0;
  uint64_t postings = 0;
  uint64_t marks = 0;  // words of 64 bits, a power of two
};

constexpr uint64_t kBits = 64;

uint64_t mark_of(Key edge, uint64_t marks) { return (edge >> 32) & (marks * kBits - 1); }

template <typename T>
void append(std::string& out, const std::vector<T>& items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
}

template <typename T>
bool take(std::string_view& bytes, uint64_t count, std::span<const T>& out) {
  if (count > bytes.size() / sizeof(T)) return false;
  out = {reinterpret_cast<const T*>(bytes.data()), static_cast<size_t>(count)};
  bytes.remove_prefix(count * sizeof(T));
  return true;
}

}  // namespace

bool Trie::open(std::string_view bytes, Trie& trie) {
  Counts counts;
  if (bytes.size() < sizeof counts) return false;
  std::memcpy(&counts, bytes.data(), sizeof counts);
  bytes.remove_prefix(sizeof counts);
  return std::has_single_bit(counts.edges) && std::has_single_bit(counts.marks) &&
         take(bytes, counts.edges, trie.edges_) && take(bytes, counts.nodes, trie.nodes_) &&
         take(bytes, counts.postings, trie.postings_) && take(bytes, counts.marks, trie.marks_);
}

Trie::Step Trie::child(Key edge) const {
  const size_t mask = edges_.size() - 1;
  for (size_t i = edge & mask;; i = (i + 1) & mask) {
    if (edges_[i].key == edge) return {edges_[i].child, edges_[i].ends != 0};
    if (edges_[i].key == kNoKey) return {0, true};
  }
}

bool Trie::marked(Key edge) const {
  const uint64_t mark = mark_of(edge, marks_.size());
  return (marks_[mark / kBits] >> (mark % kBits)) & 1;
}

Trie::Ways Trie::ways(uint32_t node, const Word& word) const {
  const auto way = [&](Key to) {
    const Key edge = edge_key(node, to);
    return marked(edge) ? edge : kNoKey;
  };
  const bool second = word.other != kNoKey && word.other != word.lemma && word.other != word.form;
  return {way(word.form), word.lemma == word.form ? kNoKey : way(word.lemma),
          second ? way(word.other) : kNoKey};
}

Trie::Ways Trie::ways_from_root(const Word& word) const {
  const Ways all = ways(0, word);
  for (const Key edge : all) {
    if (edge != kNoKey) __builtin_prefetch(&edges_[edge & (edges_.size() - 1)]);
  }
  return all;
}

void Trie::walk(std::span<const Word> words, uint32_t first, uint32_t at, const Ways& ways_here,
                std::vector<Hit>& hits) const {
  for (const Key edge : ways_here) {
    if (edge == kNoKey) continue;
    const Step next = child(edge);
    if (next.node == 0) continue;
    const Node& found = nodes_[next.node];
    for (const Posting& p : postings_.subspan(found.first, found.count)) {
      hits.push_back({first, at + 1, p.entry, p.kind, p.acronym != 0});
    }
    uint32_t behind = at + 1;
    while (behind < words.size() && words[behind].skip) ++behind;
    if (!next.ends && behind < words.size())
      walk(words, first, behind, ways(next.node, words[behind]), hits);
  }
}

void Trie::find(std::span<const Word> words, std::vector<Hit>& hits) const {
  constexpr uint32_t kAhead = 8;
  if (edges_.empty()) return;
  std::array<Ways, kAhead> ahead;  // of the words to come, by their place modulo kAhead
  for (uint32_t i = 0; i < std::min<size_t>(kAhead, words.size()); ++i)
    ahead[i] = ways_from_root(words[i]);
  for (uint32_t i = 0; i < words.size(); ++i) {
    const Ways here = ahead[i % kAhead];
    if (i + kAhead < words.size()) ahead[i % kAhead] = ways_from_root(words[i + kAhead]);
    if (words[i].skip || here == Ways{}) continue;
    const size_t before = hits.size();
    walk(words, i, i, here, hits);
    if (hits.size() < before + 2) continue;
    std::sort(hits.begin() + static_cast<ptrdiff_t>(before), hits.end(),
              [](const Hit& a, const Hit& b) {
                return std::tuple(b.last, a.kind, a.entry) < std::tuple(a.last, b.kind, b.entry);
              });
  }
}

void TrieBuilder::add(std::span<const Key> phrase, Posting posting) {
  uint32_t node = 0;
  for (const Key word : phrase) {
    const auto [edge, added] =
        edges_.try_emplace({node, word}, static_cast<uint32_t>(postings_.size()));
    if (added) postings_.emplace_back();
    node = edge->second;
  }
  if (node == 0) return;
  auto& here = postings_[node];
  const bool known = std::any_of(here.begin(), here.end(), [&](const Posting& p) {
    return p.entry == posting.entry && p.kind == posting.kind;
  });
  if (!known) here.push_back(posting);
}

std::string TrieBuilder::bytes() const {
  constexpr uint64_t kSparse = 8;  // marks for each edge, about
  Counts counts{std::bit_ceil(edges_.size() * 2 + 2), postings_.size(), 0,
                std::bit_ceil(edges_.size() * kSparse / kBits + 1)};
  std::vector<Trie::Edge> slots(counts.edges, {kNoKey, 0, 0});
  std::vector<bool> leads_on(postings_.size(), false);
  for (const auto& [edge, node] : edges_) leads_on[edge.first] = true;
  std::vector<uint64_t> marks(counts.marks, 0);
  for (const auto& [edge, node] : edges_) {
    const Key wanted = Trie::edge_key(edge.first, edge.second);
    const uint64_t mark = mark_of(wanted, counts.marks);
    marks[mark / kBits] |= uint64_t{1} << (mark % kBits);
    size_t i = wanted & (slots.size() - 1);
    while (slots[i].key != kNoKey) i = (i + 1) & (slots.size() - 1);
    slots[i] = {wanted, node, !leads_on[node]};
  }
  std::vector<Trie::Node> nodes;
  std::vector<Posting> flat;
  for (const auto& list : postings_) {
    nodes.push_back({static_cast<uint32_t>(flat.size()), static_cast<uint32_t>(list.size())});
    flat.insert(flat.end(), list.begin(), list.end());
  }
  counts.postings = flat.size();
  std::string out(reinterpret_cast<const char*>(&counts), sizeof counts);
  append(out, slots);
  append(out, nodes);
  append(out, flat);
  append(out, marks);
  return out;
}

}  // namespace sitrep::knowledge
