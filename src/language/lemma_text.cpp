// Lemmas by rule, for words outside texts (dictionary phrases, displays) where no model is at hand.
// The analyser itself uses the learnt Lemmatiser; on regular words and common irregular ones the
// two agree.
#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>

#include "core/text.h"
#include "language/analyser.h"

namespace sitrep {

namespace {

struct Irregular {
  std::string_view form;
  std::string_view lemma;
};

constexpr auto kVerbs = std::to_array<Irregular>({{"added", "add"},
                                                  {"adding", "add"},
                                                  {"agreeing", "agree"},
                                                  {"am", "be"},
                                                  {"are", "be"},
                                                  {"ate", "eat"},
                                                  {"beaten", "beat"},
                                                  {"became", "become"},
                                                  {"been", "be"},
                                                  {"began", "begin"},
                                                  {"begun", "begin"},
                                                  {"being", "be"},
                                                  {"bent", "bend"},
                                                  {"bitten", "bite"},
                                                  {"bled", "bleed"},
                                                  {"blew", "blow"},
                                                  {"blown", "blow"},
                                                  {"born", "bear"},
                                                  {"borne", "bear"},
                                                  {"bought", "buy"},
                                                  {"bound", "bind"},
                                                  {"broke", "break"},
                                                  {"broken", "break"},
                                                  {"brought", "bring"},
                                                  {"built", "build"},
                                                  {"burnt", "burn"},
                                                  {"came", "come"},
                                                  {"caught", "catch"},
                                                  {"chose", "choose"},
                                                  {"chosen", "choose"},
                                                  {"crept", "creep"},
                                                  {"dealt", "deal"},
                                                  {"did", "do"},
                                                  {"died", "die"},
                                                  {"does", "do"},
                                                  {"done", "do"},
                                                  {"drawn", "draw"},
                                                  {"drew", "draw"},
                                                  {"driven", "drive"},
                                                  {"drove", "drive"},
                                                  {"drowned", "drown"},
                                                  {"dug", "dig"},
                                                  {"dying", "die"},
                                                  {"eaten", "eat"},
                                                  {"fallen", "fall"},
                                                  {"fed", "feed"},
                                                  {"fell", "fall"},
                                                  {"felt", "feel"},
                                                  {"fled", "flee"},
                                                  {"fleeing", "flee"},
                                                  {"flew", "fly"},
                                                  {"flown", "fly"},
                                                  {"focused", "focus"},
                                                  {"focuses", "focus"},
                                                  {"focusing", "focus"},
                                                  {"forced", "force"},
                                                  {"forgot", "forget"},
                                                  {"forgotten", "forget"},
                                                  {"fought", "fight"},
                                                  {"found", "find"},
                                                  {"freed", "free"},
                                                  {"freeing", "free"},
                                                  {"froze", "freeze"},
                                                  {"frozen", "freeze"},
                                                  {"gave", "give"},
                                                  {"given", "give"},
                                                  {"gone", "go"},
                                                  {"got", "get"},
                                                  {"gotten", "get"},
                                                  {"grew", "grow"},
                                                  {"grown", "grow"},
                                                  {"had", "have"},
                                                  {"has", "have"},
                                                  {"heard", "hear"},
                                                  {"held", "hold"},
                                                  {"hid", "hide"},
                                                  {"hidden", "hide"},
                                                  {"hit", "hit"},
                                                  {"hung", "hang"},
                                                  {"is", "be"},
                                                  {"kept", "keep"},
                                                  {"knew", "know"},
                                                  {"known", "know"},
                                                  {"laid", "lay"},
                                                  {"lay", "lie"},
                                                  {"led", "lead"},
                                                  {"left", "leave"},
                                                  {"lent", "lend"},
                                                  {"lied", "lie"},
                                                  {"lit", "light"},
                                                  {"lost", "lose"},
                                                  {"lying", "lie"},
                                                  {"made", "make"},
                                                  {"meant", "mean"},
                                                  {"met", "meet"},
                                                  {"overran", "overrun"},
                                                  {"overthrew", "overthrow"},
                                                  {"overthrown", "overthrow"},
                                                  {"paid", "pay"},
                                                  {"proven", "prove"},
                                                  {"ran", "run"},
                                                  {"rang", "ring"},
                                                  {"rebuilt", "rebuild"},
                                                  {"retaken", "retake"},
                                                  {"retook", "retake"},
                                                  {"ridden", "ride"},
                                                  {"risen", "rise"},
                                                  {"rode", "ride"},
                                                  {"rose", "rise"},
                                                  {"said", "say"},
                                                  {"sank", "sink"},
                                                  {"sat", "sit"},
                                                  {"saw", "see"},
                                                  {"seeing", "see"},
                                                  {"seen", "see"},
                                                  {"sent", "send"},
                                                  {"shaken", "shake"},
                                                  {"shook", "shake"},
                                                  {"shot", "shoot"},
                                                  {"shown", "show"},
                                                  {"shut", "shut"},
                                                  {"slain", "slay"},
                                                  {"slept", "sleep"},
                                                  {"slew", "slay"},
                                                  {"slid", "slide"},
                                                  {"sold", "sell"},
                                                  {"sought", "seek"},
                                                  {"spent", "spend"},
                                                  {"spoke", "speak"},
                                                  {"spoken", "speak"},
                                                  {"spun", "spin"},
                                                  {"stole", "steal"},
                                                  {"stolen", "steal"},
                                                  {"stood", "stand"},
                                                  {"struck", "strike"},
                                                  {"stuck", "stick"},
                                                  {"sung", "sing"},
                                                  {"sunk", "sink"},
                                                  {"swept", "sweep"},
                                                  {"sworn", "swear"},
                                                  {"swung", "swing"},
                                                  {"taken", "take"},
                                                  {"taught", "teach"},
                                                  {"thought", "think"},
                                                  {"threw", "throw"},
                                                  {"thrown", "throw"},
                                                  {"tied", "tie"},
                                                  {"told", "tell"},
                                                  {"took", "take"},
                                                  {"tore", "tear"},
                                                  {"torn", "tear"},
                                                  {"tying", "tie"},
                                                  {"undergone", "undergo"},
                                                  {"understood", "understand"},
                                                  {"undertaken", "undertake"},
                                                  {"undertook", "undertake"},
                                                  {"used", "use"},
                                                  {"using", "use"},
                                                  {"was", "be"},
                                                  {"went", "go"},
                                                  {"were", "be"},
                                                  {"withdrawn", "withdraw"},
                                                  {"withdrew", "withdraw"},
                                                  {"withheld", "withhold"},
                                                  {"woke", "wake"},
                                                  {"won", "win"},
                                                  {"wore", "wear"},
                                                  {"worn", "wear"},
                                                  {"wounded", "wound"},
                                                  {"written", "write"},
                                                  {"wrote", "write"}});

constexpr auto kNouns = std::to_array<Irregular>({{"analyses", "analysis"},
                                                  {"buses", "bus"},
                                                  {"children", "child"},
                                                  {"clothes", "clothes"},
                                                  {"countrymen", "countryman"},
                                                  {"crises", "crisis"},
                                                  {"feet", "foot"},
                                                  {"fishermen", "fisherman"},
                                                  {"geese", "goose"},
                                                  {"gentlemen", "gentleman"},
                                                  {"goods", "goods"},
                                                  {"grandchildren", "grandchild"},
                                                  {"guardsmen", "guardsman"},
                                                  {"gunmen", "gunman"},
                                                  {"halves", "half"},
                                                  {"headquarters", "headquarters"},
                                                  {"hypotheses", "hypothesis"},
                                                  {"knives", "knife"},
                                                  {"leaves", "leaf"},
                                                  {"lives", "life"},
                                                  {"loaves", "loaf"},
                                                  {"means", "means"},
                                                  {"media", "media"},
                                                  {"men", "man"},
                                                  {"mice", "mouse"},
                                                  {"militiamen", "militiaman"},
                                                  {"movies", "movie"},
                                                  {"news", "news"},
                                                  {"people", "people"},
                                                  {"policemen", "policeman"},
                                                  {"politics", "politics"},
                                                  {"proceedings", "proceedings"},
                                                  {"series", "series"},
                                                  {"servicemen", "serviceman"},
                                                  {"shelves", "shelf"},
                                                  {"shoes", "shoe"},
                                                  {"species", "species"},
                                                  {"spokesmen", "spokesman"},
                                                  {"teeth", "tooth"},
                                                  {"thanks", "thanks"},
                                                  {"thieves", "thief"},
                                                  {"wives", "wife"},
                                                  {"wolves", "wolf"},
                                                  {"women", "woman"}});

static_assert(std::is_sorted(kVerbs.begin(), kVerbs.end(),
                             [](auto a, auto b) { return a.form < b.form; }));
static_assert(std::is_sorted(kNouns.begin(), kNouns.end(),
                             [](auto a, auto b) { return a.form < b.form; }));

template <typename Table>
std::string_view irregular(const Table& table, std::string_view form) {
  const auto at =
      std::lower_bound(table.begin(), table.end(), form,
                       [](const Irregular& i, std::string_view f) { return i.form < f; });
  return at != table.end() && at->form == form ? at->lemma : std::string_view();
}

bool ends(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool has_vowel(std::string_view stem) {
  return std::any_of(stem.begin(), stem.end(), [](char c) { return is_vowel(c) || c == 'y'; });
}

// Whether a plural or third person in -es has its e from the ending: "clashes", "boxes".
bool hissing(std::string_view stem) {
  return ends(stem, "s")
             ? ends(stem, "ss")
             : ends(stem, "x") || ends(stem, "ch") || ends(stem, "sh") || ends(stem, "zz");
}

std::string without_s(std::string_view word) {
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (ends(word, "ies") && word.size() > 4)
    return std::string(word.substr(0, word.size() - 3)) + "y";
  if (ends(word, "es") && hissing(word.substr(0, word.size() - 2)))
    return std::string(word.substr(0, word.size() - 2));
  if (ends(word, "oes")) return std::string(word.substr(0, word.size() - 2));
  return std::string(stem);
}

// Whether a stem lost a silent e before -ed or -ing: "fir-ing" did, "attack-ing" did not.
bool lost_e(std::string_view stem) {
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"v",  "c",  "u",  "dg", "rg", "ng", "ag", "eg", "ug", "iz", "yz", "as", "is", "us", "ls",
       "ns", "ps", "rs", "os", "ys", "bl", "cl", "dl", "fl", "gl", "pl", "tl", "kl", "at", "ut",
       "iv", "ir", "ur", "ar", "or", "id", "ud", "ad", "od", "ik", "ak", "ok", "uk", "im", "am",
       "um", "in", "un", "ap", "ip", "op", "yp", "ot", "ol", "ul", "al", "il", "ib", "ob"});
  const bool two_vowels =
      stem.size() > 2 && is_vowel(stem[stem.size() - 2]) && is_vowel(stem[stem.size() - 3]);
  const bool keeps =
      ends(stem, "ing") || ends(stem, "ang") || ends(stem, "ong") || ends(stem, "ung");
  if (keeps || (two_vowels && !ends(stem, "s") && !ends(stem, "z") && !ends(stem, "v")))
    return false;
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view e) { return ends(stem, e); });
}

// Stems with a silent e that their last letters don't tell.
bool silent_e(std::string_view stem) {
  static constexpr auto kStems = std::to_array<std::string_view>(
      {"welcom", "creat",    "recreat", "ignor",   "evacuat", "graduat", "invoic", "becom",
       "com",    "overcom",  "phon",    "chang",   "exchang", "rang",    "arrang", "writ",
       "cit",    "incit",    "excit",   "bit",     "invit",   "unit",    "reunit", "ignit",
       "despit", "extradit", "expedit", "complet", "delet",   "compet",  "tast",   "wast",
       "past",   "quot",     "not",     "vot",     "devot",   "promot",  "adher",  "interfer",
       "sever",  "persever", "evad",    "shap",    "typ",     "hop",     "cop",    "rul",
       "fil",    "condon",   "postpon", "defin",   "requir",  "acquir",  "inquir", "wir",
       "hir",    "tir",      "stag",    "forc",    "announc", "dynamit", "straf",  "knif",
       "ston",   "rak"});
  return std::find(kStems.begin(), kStems.end(), stem) != kStems.end();
}

// Stems of several syllables whose last is weak take no e: "target-ed", "happen-ed", "visit-ed".
bool weak_end(std::string_view stem) {
  static constexpr auto kWeak = std::to_array<std::string_view>(
      {"on", "it", "et", "en", "er", "or", "el", "om", "op", "ain", "ow", "ish", "eal"});
  const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
  return vowels > 1 &&
         std::any_of(kWeak.begin(), kWeak.end(), [&](std::string_view e) { return ends(stem, e); });
}

std::string restored(std::string_view stem) {
  const size_t n = stem.size();
  const bool doubled = n > 2 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1]);
  if (doubled && stem[n - 1] != 'l' && stem[n - 1] != 's' && stem[n - 1] != 'z')
    return std::string(stem.substr(0, n - 1));
  if (doubled)
    return std::string(ends(stem, "roll") || ends(stem, "cell") || ends(stem, "vell") ||
                               ends(stem, "pell")
                           ? stem.substr(0, n - 1)
                           : stem);
  if (silent_e(stem) || ends(stem, "iat")) return std::string(stem) + "e";
  if (weak_end(stem)) return std::string(stem);
  return lost_e(stem) ? std::string(stem) + "e" : std::string(stem);
}

std::string verb_lemma(std::string_view word) {
  if (const auto known = irregular(kVerbs, word); !known.empty()) return std::string(known);
  if (ends(word, "eed"))
    return std::string(ends(word, "greed") || ends(word, "nteed") ? word.substr(0, word.size() - 1)
                                                                  : word);
  if (ends(word, "ied") && word.size() > 4)
    return std::string(word.substr(0, word.size() - 3)) + "y";
  for (std::string_view ending : {"ing", "ed"}) {
    const std::string_view stem =
        word.substr(0, word.size() - std::min(word.size(), ending.size()));
    if (ends(word, ending) && stem.size() > 1 && has_vowel(stem)) return restored(stem);
  }
  return ends(word, "s") && !ends(word, "ss") ? without_s(word) : std::string(word);
}

std::string noun_lemma(std::string_view word) {
  if (const auto known = irregular(kNouns, word); !known.empty()) return std::string(known);
  const bool decade = word.size() > 1 && is_digit(word[word.size() - 2]);
  const bool plural =
      !decade && ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is");
  return plural ? without_s(word) : std::string(word);
}

bool is_plural_or_unknown(Tag tag, Fine fine) {
  return fine == Fine::NNS || fine == Fine::NNPS || (tag == Tag::NOUN && fine == Fine::none);
}

}  // namespace

std::string lemma_text(std::string_view word, Tag tag, Fine fine) {
  const std::string lower = lower_ascii(word);
  if (tag == Tag::VERB || tag == Tag::AUX) {
    return fine == Fine::VB || fine == Fine::MD ? lower : verb_lemma(lower);
  }
  return is_plural_or_unknown(tag, fine) ? noun_lemma(lower) : lower;
}

Key irregular_verb(Key form) {
  static const auto verbs = [] {
    boost::unordered_flat_map<Key, Key> map;
    for (const Irregular& verb : kVerbs) map.emplace(key(verb.form), key(verb.lemma));
    return map;
  }();
  const auto found = verbs.find(form);
  return found == verbs.end() ? kNoKey : found->second;
}

}  // namespace sitrep
