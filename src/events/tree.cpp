#include "events/tree.h"

#include <algorithm>
#include <cmath>

namespace sitrep {

namespace {

constexpr int kMaxClimb = 200;  // longer paths are cycles of a damaged tree

constexpr Key kNegations[] = {key("not"), key("no"),      key("never"), key("n't"),
                              key("nt"),  key("neither"), key("nor")};

bool is_negation(Key form) {
  return std::find(std::begin(kNegations), std::end(kNegations), form) != std::end(kNegations);
}

bool starts_clause(Rel rel) {
  switch (rel) {
    case Rel::root:
    case Rel::ccomp:
    case Rel::advcl:
    case Rel::acl_relcl:
    case Rel::parataxis:
    case Rel::csubj:
    case Rel::acl:
      return true;
    default:
      return false;
  }
}

}  // namespace

Tree::Tree(const Document& document, uint32_t sentence)
    : document_(document), sentence_(document.sentences[sentence]) {
  const uint32_t n = sentence_.last - sentence_.first;
  first_child_.assign(n + 1, 0);
  child_list_.resize(n);
  for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
    if (const auto p = parent(i)) ++first_child_[*p - sentence_.first + 1];
  }
  for (uint32_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
  std::vector<uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (uint32_t i = sentence_.first; i < sentence_.last; ++i) {
    if (const auto p = parent(i)) child_list_[next[*p - sentence_.first]++] = i;
  }
}

std::optional<uint32_t> Tree::parent(uint32_t token) const {
  const int32_t head = document_.tokens[token].head;
  if (head < static_cast<int32_t>(sentence_.first) || head >= static_cast<int32_t>(sentence_.last))
    return std::nullopt;
  return static_cast<uint32_t>(head);
}

std::span<const uint32_t> Tree::children(uint32_t token) const {
  const uint32_t i = token - sentence_.first;
  return std::span(child_list_).subspan(first_child_[i], first_child_[i + 1] - first_child_[i]);
}

std::optional<uint32_t> Tree::child(uint32_t head, Rel rel) const {
  for (const uint32_t c : children(head)) {
    if (token(c).rel == rel) return c;
  }
  return std::nullopt;
}

bool Tree::passive(uint32_t verb) const {
  if (child(verb, Rel::aux_pass)) return true;
  if (bare_object(verb) || active_after_all(verb)) return false;
  if (child(verb, Rel::nsubj_pass)) return true;
  const Token& t = token(verb);
  if (shares_voice(verb)) return true;
  if (headline_patient(verb)) return true;
  if (t.fine != Fine::VBN) return false;
  if (raised(verb)) return true;
  if (t.rel == Rel::acl || t.rel == Rel::amod) return true;  // "rockets fired at"
  return child(verb, Rel::nsubj) && !child(verb, Rel::aux);  // "forty miners killed"
}

// The parser may take "teenager shot in Omaha", "found a man shot to death" for a compound, as in
// "drive-by shot".
std::optional<uint32_t> Tree::headline_patient(uint32_t verb) const {
  const Token& t = token(verb);
  const auto noun = child(verb, Rel::compound);
  const bool killed = verb + 2 < sentence_.last && token(verb + 1).form == key("to") &&
                      token(verb + 2).form == key("death");
  const bool bare = (t.fine == Fine::VBN || killed) && !child(verb, Rel::aux) &&
                    !child(verb, Rel::nsubj) && !child(verb, Rel::obj);
  return bare && noun && *noun + 1 == verb ? noun : std::nullopt;
}

// "A bomb wounded three soldiers", read as if the soldiers were wounded three: no participle stands
// between a noun and the article or number of another.
bool Tree::active_after_all(uint32_t verb) const {
  if (token(verb).rel != Rel::amod || verb <= sentence().first || verb + 1 >= sentence().last)
    return false;
  const Tag before = token(verb - 1).tag, next = token(verb + 1).tag;
  return (before == Tag::NOUN || before == Tag::PROPN) && (next == Tag::NUM || next == Tag::DET);
}

// "A teacher was dragged out and beheaded", "two were killed and three wounded".
bool Tree::shares_voice(uint32_t verb) const {
  const Token& t = token(verb);
  const auto up = parent(verb);
  if (t.rel != Rel::conj || !up || *up > verb || !child(*up, Rel::aux_pass)) return false;
  if (child(verb, Rel::aux) || child(verb, Rel::obj)) return false;
  const auto subject = child(verb, Rel::nsubj);
  const bool number = subject && token(*subject).tag == Tag::NUM;  // "and 20 hurt"
  return (t.fine == Fine::VBN && !subject) || (t.fine == Fine::VBD && number);
}

// "The engineers they seized": a relative clause with a subject of its own and no object.
bool Tree::lacks_object(uint32_t verb) const {
  const auto subject = child(verb, Rel::nsubj);
  if (!subject || child(verb, Rel::xcomp) || child(verb, Rel::ccomp)) return false;
  const auto helper = child(verb, Rel::aux);
  const bool perfect = helper && token(*helper).lemma == key("have") && !child(verb, Rel::aux_pass);
  return !relative(*subject) && token(*subject).form != key("that") &&
         (token(verb).fine != Fine::VBN || perfect);
}

// "Eight people were found shot", "left him tied up": who is found is whom it befell.
bool Tree::raised(uint32_t verb) const {
  constexpr Key kFinders[] = {key("find"), key("leave"), key("discover"), key("see"), key("lie")};
  const Token& t = token(verb);
  const auto up = parent(verb);
  return t.fine == Fine::VBN && t.rel == Rel::xcomp && up && !child(verb, Rel::aux) &&
         std::find(std::begin(kFinders), std::end(kFinders), token(*up).lemma) !=
             std::end(kFinders);
}

// The "and" of a joined verb, which may hang on its subject, as in "a man died and three others ...
// were hurt".
std::optional<uint32_t> Tree::joint_before(uint32_t verb) const {
  const uint32_t up = *parent(verb);
  for (uint32_t i = verb; i-- > up + 1;) {
    if (token(i).rel != Rel::cc) continue;
    const auto of = parent(i);
    const bool beside = of && token(*of).rel == Rel::conj && parent(*of) == up;
    return of == verb || beside ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

// "Four were killed and another critically injured", "a man died and three others, two of them
// children, were hurt", "and at least ten more wounded": whom a joined participle befell, where the
// tree hangs him elsewhere. The last word of what stands between "and" and the first comma, adverb
// or auxiliary.
std::optional<uint32_t> Tree::gapped_patient(uint32_t verb) const {
  const Token& t = token(verb);
  const auto up = parent(verb);
  if (t.rel != Rel::conj || t.fine != Fine::VBN || !up || *up > verb) return std::nullopt;
  const auto joint = joint_before(verb);
  if (!joint) return std::nullopt;
  constexpr Key kBounds[] = {key("at"),    key("least"),  key("more"), key("than"),
                             key("up"),    key("to"),     key("as"),   key("many"),
                             key("about"), key("nearly"), key("some"), key("over")};
  std::optional<uint32_t> last;
  for (uint32_t i = *joint + 1; i < verb; ++i) {
    if (!last && i + 1 < verb && one_of(token(i).form, kBounds)) continue;
    const Tag tag = token(i).tag;
    const bool part = tag == Tag::DET || tag == Tag::NUM || tag == Tag::ADJ || tag == Tag::NOUN ||
                      tag == Tag::PROPN || tag == Tag::PRON || token(i).rel == Rel::punct;
    if (!part || document_.word(i) == ",") break;
    last = i;
  }
  return last;
}

// "Jones and two other people died", with both hung on the verb.
std::vector<uint32_t> Tree::second_subjects(uint32_t first) const {
  const Rel rel = token(first).rel;
  const auto up = parent(first);
  std::vector<uint32_t> found;
  if (!up || (rel != Rel::nsubj && rel != Rel::nsubj_pass)) return found;
  for (const uint32_t c : children(*up)) {
    if (c > first && token(c).rel == rel && child(c, Rel::cc)) found.push_back(c);
  }
  return found;
}

bool Tree::perfect(uint32_t verb) const {
  for (const uint32_t c : children(verb)) {
    const Token& t = token(c);
    if (t.rel == Rel::aux && t.lemma == key("have") && t.fine != Fine::VBD) return true;
  }
  return false;
}

// "Gunmen killed at least five soldiers", read as if "killed" were a participle or the soldiers no
// object: a noun without preposition behind it gives the verb away as active.
std::optional<uint32_t> Tree::bare_object(uint32_t verb) const {
  for (const uint32_t c : children(verb)) {
    const Token& t = token(c);
    const bool loose = t.rel == Rel::obl && !child(c, Rel::case_);  // times are obl:unmarked
    if (c > verb && t.tag == Tag::NOUN && (t.rel == Rel::obj || loose)) return c;
  }
  return std::nullopt;
}

bool Tree::relative(uint32_t i) const {
  return token(i).fine == Fine::WDT || token(i).fine == Fine::WP;
}

// "Who" of a relative clause is the noun that the clause's verb hangs on.
std::optional<uint32_t> Tree::meant_by(uint32_t word, uint32_t verb) const {
  return relative(word) && parent(verb) ? parent(verb) : std::optional(word);
}

// "Were the first to open fire", "was the last to shoot"; not "guards are the first to die".
bool Tree::ranks(uint32_t word) const {
  constexpr Key kRanks[] = {key("first"), key("last")};
  const auto copula = child(word, Rel::cop);
  return copula && one_of(token(word).form, kRanks) && token(*copula).fine == Fine::VBD;
}

std::optional<uint32_t> Tree::subject(uint32_t verb) const {
  uint32_t at = verb;
  for (int i = 0; i < kMaxClimb; ++i) {
    auto found = child(at, Rel::nsubj);
    if (!found && !passive(at)) found = child(at, Rel::nsubj_pass);
    if (found) return meant_by(*found, at);
    const Rel rel = token(at).rel;
    const auto up = parent(at);
    if (!up || passive(at)) return std::nullopt;
    if (ranks(*up)) {
      at = *up;
      continue;
    }
    if (rel == Rel::acl || rel == Rel::acl_relcl) return up;  // "drones targeting a base"
    if (rel != Rel::conj && rel != Rel::xcomp && rel != Rel::advcl) return std::nullopt;
    const Fine fine = token(at).fine;
    const bool finite = fine == Fine::VBD || fine == Fine::VBZ || fine == Fine::VBP;
    if (rel == Rel::advcl && finite) return std::nullopt;  // "when a car blew up": its own subject
    if (child(at, Rel::mark) || child(at, Rel::case_))
      return std::nullopt;  // "for attacking": somebody else may
    if (passive(*up)) return child(*up, Rel::nsubj_pass);
    at = *up;
  }
  return std::nullopt;
}

// The object; in "accusations that its men had shot villagers" not the word "that".
std::optional<uint32_t> Tree::object(uint32_t verb) const {
  const auto first = child(verb, Rel::obj);
  for (const uint32_t c : children(verb)) {
    if (first && relative(*first) && token(c).rel == Rel::obj && !relative(c)) return c;
  }
  return first;
}

// What a participle stands with: of "a girl and 23-year-old woman wounded by gunfire" the girl,
// with whom the woman is joined.
std::optional<uint32_t> Tree::described(uint32_t participle) const {
  const auto noun = parent(participle);
  if (!noun || token(*noun).rel != Rel::conj || *noun > participle) return noun;
  const auto first = parent(*noun);
  const bool one_article = first && token(*first).tag == Tag::NOUN && child(*first, Rel::det) &&
                           !child(*noun, Rel::det) && !child(*noun, Rel::nummod) &&
                           !child(*noun, Rel::nmod_poss) && child(*noun, Rel::cc);
  return one_article ? first : noun;
}

// "After being shot, the man drove off", "she is expected to live after being shot": of the clause
// that it belongs to.
std::optional<uint32_t> Tree::subject_above(uint32_t verb) const {
  constexpr int kMostSteps = 4;
  auto up = parent(verb);
  for (int step = 0; up && step < kMostSteps; ++step) {
    if (const auto found = child(*up, Rel::nsubj_pass)) return found;
    if (const auto found = child(*up, Rel::nsubj)) return found;
    if (token(*up).rel != Rel::xcomp) break;
    up = parent(*up);
  }
  return std::nullopt;
}

std::optional<uint32_t> Tree::patient(uint32_t verb) const {
  if (const auto found = child(verb, Rel::nsubj_pass); found && child(verb, Rel::aux_pass))
    return meant_by(*found, verb);
  if (const auto found = object(verb)) return found;
  if (const auto found = bare_object(verb); found && !child(verb, Rel::aux_pass)) return found;
  if (!passive(verb) && token(verb).rel == Rel::acl)
    return std::nullopt;  // what follows is taken for its object
  if (const auto found = child(verb, Rel::nsubj_pass)) return meant_by(*found, verb);
  const Token& t = token(verb);
  if (t.fine == Fine::VBN && (t.rel == Rel::acl || t.rel == Rel::amod)) return described(verb);
  if (raised(verb)) {
    const uint32_t finder = *parent(verb);
    const auto seen = passive(finder) ? child(finder, Rel::nsubj_pass) : child(finder, Rel::obj);
    return seen ? seen : child(finder, Rel::nsubj);
  }
  if (!child(verb, Rel::aux) && child(verb, Rel::nsubj) && passive(verb))
    return child(verb, Rel::nsubj);
  if (const auto found = headline_patient(verb); found && passive(verb)) return found;
  if (t.rel == Rel::acl_relcl && lacks_object(verb)) return parent(verb);
  if (const auto own = gapped_patient(verb)) return own;
  const bool shared =
      child(verb, Rel::aux_pass) || (shares_voice(verb) && !child(verb, Rel::nummod));
  if (t.rel == Rel::conj && parent(verb) && t.fine == Fine::VBN && shared) {
    const auto of_first = child(*parent(verb), Rel::nsubj_pass);
    return of_first ? of_first : child(*parent(verb), Rel::nsubj);
  }
  return t.rel == Rel::advcl && child(verb, Rel::aux_pass) ? subject_above(verb) : std::nullopt;
}

std::optional<uint32_t> Tree::agent(uint32_t head) const {
  if (const auto found = child(head, Rel::obl_agent)) return found;
  std::optional<uint32_t> found;
  prepositions(head, [&](Key preposition, uint32_t object) {
    if (preposition == key("by") && !found) found = object;
  });
  return found;
}

bool Tree::negated(uint32_t i) const {
  for (const uint32_t c : children(i)) {
    if (is_negation(token(c).form)) return true;
  }
  const auto marker = child(i, Rel::mark) ? child(i, Rel::mark) : child(i, Rel::case_);
  if (marker && token(*marker).form == key("without")) return true;
  const auto up = parent(i);
  return up && token(i).rel == Rel::xcomp && negated(*up);
}

bool Tree::is_under(uint32_t i, uint32_t ancestor) const {
  for (int step = 0; step < kMaxClimb; ++step) {
    if (i == ancestor) return true;
    const auto up = parent(i);
    if (!up) return false;
    i = *up;
  }
  return false;
}

uint32_t Tree::clause(uint32_t i) const {
  for (int step = 0; step < kMaxClimb; ++step) {
    const auto up = parent(i);
    if (!up || starts_clause(token(i).rel)) return i;
    if (token(i).rel == Rel::conj && token(i).tag == Tag::VERB) return i;
    i = *up;
  }
  return i;
}

double Tree::climb_cost(uint32_t i) const {
  switch (token(i).rel) {
    case Rel::conj:
      return 2.5;
    case Rel::ccomp:
    case Rel::parataxis:
      return 3;
    case Rel::advcl:
      return 2.5;
    case Rel::acl_relcl:
    case Rel::acl:
      return 1.5;
    default:
      return 1;
  }
}

double Tree::distance(uint32_t a, uint32_t b) const {
  double cost = 0.02 * std::abs(static_cast<double>(a) - static_cast<double>(b));
  std::vector<std::pair<uint32_t, double>> above;  // a and its ancestors with the cost to each
  double so_far = 0;
  std::optional<uint32_t> at = a;
  for (int step = 0; at && step < kMaxClimb; ++step) {
    above.emplace_back(*at, so_far);
    so_far += climb_cost(*at);
    at = parent(*at);
  }
  so_far = 0;
  at = b;
  for (int step = 0; at && step < kMaxClimb; ++step) {
    const auto meet =
        std::find_if(above.begin(), above.end(), [&](const auto& p) { return p.first == *at; });
    if (meet != above.end()) return cost + so_far + meet->second;
    so_far += climb_cost(*at);
    at = parent(*at);
  }
  return cost + so_far + 50;
}

bool of_others(const Tree& tree, TokenRange words) {
  constexpr Key kElse[] = {key("else"), key("other"), key("others")};
  const uint32_t last = std::min(words.last + 1, tree.sentence().last);
  for (uint32_t i = words.first; i < last; ++i) {
    if (one_of(tree.token(i).form, kElse)) return true;
  }
  return false;
}

}  // namespace sitrep
