#include "mentions/times_words.h"

#include <array>
#include <charconv>

#include "core/text.h"

namespace sitrep::times {

namespace {

struct Entry {
  std::string_view words;  // separated by spaces
  W w;
  int value = 0;
  uint8_t flags = 0;
};

constexpr int unit(TimeUnit u) { return static_cast<int>(u); }
constexpr int part(PartOfDay p) { return static_cast<int>(p); }

// clang-format off
constexpr Entry kEntries[] = {
    {"january", W::month, 1}, {"jan", W::month, 1, kShort},
    {"february", W::month, 2}, {"feb febr", W::month, 2, kShort},
    {"march", W::month, 3, kAmbiguous}, {"mar", W::month, 3, kShort},
    {"april", W::month, 4}, {"apr", W::month, 4, kShort},
    {"may", W::month, 5, kAmbiguous},
    {"june", W::month, 6}, {"jun", W::month, 6, kShort},
    {"july", W::month, 7}, {"jul", W::month, 7, kShort},
    {"august", W::month, 8}, {"aug", W::month, 8, kShort},
    {"september", W::month, 9}, {"sept sep", W::month, 9, kShort},
    {"october", W::month, 10}, {"oct", W::month, 10, kShort},
    {"november", W::month, 11}, {"nov", W::month, 11, kShort},
    {"december", W::month, 12}, {"dec", W::month, 12, kShort},

    {"monday", W::weekday, 1}, {"mondays", W::weekday, 1, kPlural}, {"mon", W::weekday, 1, kShort},
    {"tuesday", W::weekday, 2}, {"tuesdays", W::weekday, 2, kPlural},
    {"tue tues", W::weekday, 2, kShort},
    {"wednesday", W::weekday, 3}, {"wednesdays", W::weekday, 3, kPlural},
    {"wed", W::weekday, 3, kShort},
    {"thursday", W::weekday, 4}, {"thursdays", W::weekday, 4, kPlural},
    {"thu thur thurs", W::weekday, 4, kShort},
    {"friday", W::weekday, 5}, {"fridays", W::weekday, 5, kPlural}, {"fri", W::weekday, 5, kShort},
    {"saturday", W::weekday, 6}, {"saturdays", W::weekday, 6, kPlural},
    {"sat", W::weekday, 6, kShort},
    {"sunday", W::weekday, 7}, {"sundays", W::weekday, 7, kPlural}, {"sun", W::weekday, 7, kShort},

    {"seconds secs", W::unit, unit(TimeUnit::second), kPlural},
    {"minute min", W::unit, unit(TimeUnit::minute)},
    {"minutes mins", W::unit, unit(TimeUnit::minute), kPlural},
    {"hour hr", W::unit, unit(TimeUnit::hour)},
    {"hours hrs", W::unit, unit(TimeUnit::hour), kPlural},
    {"day", W::unit, unit(TimeUnit::day)}, {"days", W::unit, unit(TimeUnit::day), kPlural},
    {"weekend", W::unit, unit(TimeUnit::weekend)},
    {"weekends", W::unit, unit(TimeUnit::weekend), kPlural},
    {"week", W::unit, unit(TimeUnit::week)}, {"weeks", W::unit, unit(TimeUnit::week), kPlural},
    {"fortnight", W::unit, unit(TimeUnit::fortnight)},
    {"fortnights", W::unit, unit(TimeUnit::fortnight), kPlural},
    {"month", W::unit, unit(TimeUnit::month)}, {"months", W::unit, unit(TimeUnit::month), kPlural},
    {"quarter", W::unit, unit(TimeUnit::quarter)},
    {"quarters", W::unit, unit(TimeUnit::quarter), kPlural},
    {"year", W::unit, unit(TimeUnit::year)},
    {"years yrs", W::unit, unit(TimeUnit::year), kPlural},
    {"decade", W::unit, unit(TimeUnit::decade)},
    {"decades", W::unit, unit(TimeUnit::decade), kPlural},
    {"century", W::unit, unit(TimeUnit::century)},
    {"centuries", W::unit, unit(TimeUnit::century), kPlural},

    {"spring", W::season, 0, kAmbiguous}, {"springtime", W::season, 0},
    {"summer summertime", W::season, 1}, {"summers", W::season, 1, kPlural},
    {"autumn", W::season, 2}, {"fall", W::season, 2, kAmbiguous},
    {"winter wintertime", W::season, 3}, {"winters", W::season, 3, kPlural},

    {"morning", W::part, part(PartOfDay::morning)},
    {"mornings", W::part, part(PartOfDay::morning), kPlural},
    {"afternoon", W::part, part(PartOfDay::afternoon)},
    {"afternoons", W::part, part(PartOfDay::afternoon), kPlural},
    {"evening", W::part, part(PartOfDay::evening)},
    {"evenings", W::part, part(PartOfDay::evening), kPlural},
    {"night nighttime", W::part, part(PartOfDay::night)},
    {"nights", W::part, part(PartOfDay::night), kPlural},
    {"noon midday noontime", W::point, 720}, {"midnight", W::point, 0},
    {"dawn daybreak sunrise predawn pre-dawn", W::point, part(PartOfDay::early_morning), kDim},
    {"dusk sunset nightfall sundown", W::point, part(PartOfDay::evening), kDim},

    {"zero oh", W::cardinal, 0}, {"one", W::cardinal, 1}, {"two", W::cardinal, 2},
    {"three", W::cardinal, 3}, {"four", W::cardinal, 4}, {"five", W::cardinal, 5},
    {"six", W::cardinal, 6}, {"seven", W::cardinal, 7}, {"eight", W::cardinal, 8},
    {"nine", W::cardinal, 9}, {"ten", W::cardinal, 10}, {"eleven", W::cardinal, 11},
    {"twelve dozen", W::cardinal, 12}, {"thirteen", W::cardinal, 13}, {"fourteen", W::cardinal, 14},
    {"fifteen", W::cardinal, 15}, {"sixteen", W::cardinal, 16}, {"seventeen", W::cardinal, 17},
    {"eighteen", W::cardinal, 18}, {"nineteen", W::cardinal, 19}, {"twenty", W::cardinal, 20},
    {"thirty", W::cardinal, 30}, {"forty", W::cardinal, 40}, {"fifty", W::cardinal, 50},
    {"sixty", W::cardinal, 60}, {"seventy", W::cardinal, 70}, {"eighty", W::cardinal, 80},
    {"ninety", W::cardinal, 90}, {"hundred", W::scale, 100}, {"thousand", W::scale, 1000},
    {"\xC2\xBD", W::fraction, 1},

    {"first", W::ordinal, 1}, {"second", W::ordinal, 2}, {"third", W::ordinal, 3},
    {"fourth", W::ordinal, 4}, {"fifth", W::ordinal, 5}, {"sixth", W::ordinal, 6},
    {"seventh", W::ordinal, 7}, {"eighth", W::ordinal, 8}, {"ninth", W::ordinal, 9},
    {"tenth", W::ordinal, 10}, {"eleventh", W::ordinal, 11}, {"twelfth", W::ordinal, 12},
    {"thirteenth", W::ordinal, 13}, {"fourteenth", W::ordinal, 14}, {"fifteenth", W::ordinal, 15},
    {"sixteenth", W::ordinal, 16}, {"seventeenth", W::ordinal, 17},
    {"eighteenth", W::ordinal, 18}, {"nineteenth", W::ordinal, 19}, {"twentieth", W::ordinal, 20},
    {"thirtieth", W::ordinal, 30}, {"fortieth", W::ordinal, 40}, {"fiftieth", W::ordinal, 50},

    {"twenties", W::decade, 20}, {"thirties", W::decade, 30}, {"forties", W::decade, 40},
    {"fifties", W::decade, 50}, {"sixties", W::decade, 60}, {"seventies", W::decade, 70},
    {"eighties", W::decade, 80}, {"nineties", W::decade, 90},

    {"today", W::deictic, 0}, {"yesterday", W::deictic, -1}, {"tomorrow", W::deictic, 1},
    {"tonight", W::tonight}, {"overnight", W::overnight},

    {"currently presently nowadays", W::vague, 0},
    {"recently lately", W::vague, 1}, {"now", W::now},

    {"am", W::ampm, 0}, {"pm", W::ampm, 720}, {"oclock", W::oclock},
    {"gmt utc zulu", W::zone, 0}, {"bst cet", W::zone, 60}, {"cest eet", W::zone, 120},
    {"eest msk", W::zone, 180}, {"est", W::zone, -300}, {"edt", W::zone, -240},
    {"cst", W::zone, -360}, {"cdt", W::zone, -300}, {"mst", W::zone, -420},
    {"mdt", W::zone, -360}, {"pst", W::zone, -480}, {"pdt", W::zone, -420},
    {"jst", W::zone, 540}, {"local", W::local},

    {"the", W::the}, {"a an", W::a}, {"this", W::this_}, {"that", W::that},
    {"these those", W::these}, {"each every", W::each}, {"all", W::all},
    {"its his her their our", W::its},
    {"last", W::last}, {"past", W::past}, {"previous preceding prior", W::previous},
    {"next", W::next}, {"coming upcoming", W::coming}, {"following subsequent", W::following},
    {"same", W::same}, {"current", W::current}, {"recent", W::recent}, {"latest", W::latest},
    {"few several many", W::few}, {"couple", W::couple},

    {"of", W::of}, {"on", W::on}, {"in during", W::in}, {"at", W::at}, {"to through thru", W::to},
    {"and", W::and_}, {"or", W::or_}, {"so", W::so}, {"from", W::from}, {"between", W::between},
    {"until till", W::until}, {"by", W::by}, {"since", W::since}, {"for within", W::for_},
    {"per", W::per}, {"ago", W::ago}, {"earlier", W::earlier},
    {"later afterwards afterward", W::later},
    {"before", W::before}, {"prior", W::before}, {"after", W::after}, {"hence", W::hence},
    {"early", W::early}, {"late", W::late}, {"mid", W::mid},
    {"beginning start outset", W::begin}, {"middle", W::middle}, {"end close", W::end},
    {"half", W::half},
    {"about around approximately roughly nearly almost some circa", W::about},
    {"more", W::more}, {"less fewer", W::less}, {"than", W::than}, {"least", W::least},
    {"most", W::most}, {"up", W::up}, {"over", W::over},
    {"full whole entire straight consecutive successive additional extra trading business working "
     "calendar long single very other crucial",
     W::filler},
    {"fiscal financial", W::fiscal}, {"period term", W::period}, {"time moment", W::time},
    {"future", W::future}, {"old olds", W::old}, {"times twice once", W::times}, {"eve", W::eve},
    {"anniversary anniversaries", W::anniversary},
    {"mark marks marked marking", W::mark},
    {"-", W::hyphen}, {"\xE2\x80\x93", W::hyphen}, {"\xE2\x80\x94", W::hyphen},
    {"\xE2\x80\x91", W::hyphen}, {"\xE2\x80\x90", W::hyphen},
    {",", W::comma}, {".", W::dot}, {"(", W::open}, {")", W::close}, {"s", W::s},
    {"$", W::money}, {"\xC2\xA3", W::money}, {"\xE2\x82\xAC", W::money},
    {"%", W::percent}, {"percent", W::percent},
    {"hourly", W::regular, unit(TimeUnit::hour)},
    {"daily nightly", W::regular, unit(TimeUnit::day)},
    {"weekly", W::regular, unit(TimeUnit::week)}, {"monthly", W::regular, unit(TimeUnit::month)},
    {"annually yearly", W::regular, unit(TimeUnit::year)},
};
// clang-format on

// Open addressing over the keys of kEntries, filled when the program is compiled.
struct Slot {
  Key key = kNoKey;
  Lex lex;
};
constexpr size_t kSlots = 1024;
using Table = std::array<Slot, kSlots>;

constexpr size_t find_slot(const Table& table, Key k) {
  size_t i = k % kSlots;
  while (table[i].key != kNoKey && table[i].key != k) i = (i + 1) % kSlots;
  return i;
}

constexpr void put(Table& table, Key k, Lex lex) {
  const size_t i = find_slot(table, k);
  if (table[i].key == k) {
    table[i].lex.flags |= lex.flags;
  } else {
    table[i] = {k, lex};
  }
}

constexpr std::string_view next_word(std::string_view& words) {
  const size_t space = words.find(' ');
  const std::string_view word = words.substr(0, space);
  words = space == std::string_view::npos ? std::string_view() : words.substr(space + 1);
  return word;
}

// clang-format off
constexpr NamedDay kNamedDays[] = {
    {"new year s day", DayRule::fixed, 1, 1}, {"new year day", DayRule::fixed, 1, 1},
    {"new years day", DayRule::fixed, 1, 1},
    {"new year s eve", DayRule::fixed, 12, 31},
    {"new years eve", DayRule::fixed, 12, 31}, {"new year eve", DayRule::fixed, 12, 31},
    {"new year s", DayRule::fixed, 1, 1},
    {"epiphany", DayRule::fixed, 1, 6},
    {"orthodox christmas", DayRule::fixed, 1, 7}, {"coptic christmas", DayRule::fixed, 1, 7},
    {"martin luther king day", DayRule::nth_weekday, 1, 3, 1},
    {"martin luther king jr day", DayRule::nth_weekday, 1, 3, 1},
    {"australia day", DayRule::fixed, 1, 26},
    {"groundhog day", DayRule::fixed, 2, 2},
    {"valentine s day", DayRule::fixed, 2, 14},
    {"valentines day", DayRule::fixed, 2, 14},
    {"presidents day", DayRule::nth_weekday, 2, 3, 1},
    {"president s day", DayRule::nth_weekday, 2, 3, 1},
    {"international women s day", DayRule::fixed, 3, 8},
    {"women s day", DayRule::fixed, 3, 8},
    {"st patrick s day", DayRule::fixed, 3, 17}, {"saint patrick s day", DayRule::fixed, 3, 17},
    {"nowruz", DayRule::fixed, 3, 21},
    {"newroz", DayRule::fixed, 3, 21}, {"norouz", DayRule::fixed, 3, 21},
    {"land day", DayRule::fixed, 3, 30}, {"april fools day", DayRule::fixed, 4, 1},
    {"april fool s day", DayRule::fixed, 4, 1}, {"anzac day", DayRule::fixed, 4, 25},
    {"may day", DayRule::fixed, 5, 1},
    {"victory day", DayRule::fixed, 5, 9},
    {"nakba day", DayRule::fixed, 5, 15},
    {"mother s day", DayRule::nth_weekday, 5, 2, 7},
    {"memorial day", DayRule::nth_weekday, 5, -1, 1},
    {"father s day", DayRule::nth_weekday, 6, 3, 7}, {"juneteenth", DayRule::fixed, 6, 19},
    {"canada day", DayRule::fixed, 7, 1},
    {"bastille day", DayRule::fixed, 7, 14}, {"independence day", DayRule::unknown},
    {"republic day", DayRule::unknown}, {"army day", DayRule::unknown},
    {"labor day", DayRule::nth_weekday, 9, 1, 1},
    {"labour day", DayRule::fixed, 5, 1},
    {"columbus day", DayRule::nth_weekday, 10, 2, 1},
    {"halloween", DayRule::fixed, 10, 31},
    {"all saints day", DayRule::fixed, 11, 1},
    {"all souls day", DayRule::fixed, 11, 2}, {"guy fawkes night", DayRule::fixed, 11, 5},
    {"election day", DayRule::nth_weekday, 11, 1, 2},  // the Tuesday after the first Monday
    {"veterans day", DayRule::fixed, 11, 11},
    {"armistice day", DayRule::fixed, 11, 11},
    {"remembrance day", DayRule::fixed, 11, 11},
    {"remembrance sunday", DayRule::nth_weekday, 11, 2, 7},
    {"thanksgiving day", DayRule::nth_weekday, 11, 4, 4},
    {"thanksgiving", DayRule::nth_weekday, 11, 4, 4},
    {"christmas eve", DayRule::fixed, 12, 24},
    {"christmas day", DayRule::fixed, 12, 25},
    {"boxing day", DayRule::fixed, 12, 26},
    {"christmas", DayRule::fixed, 12, 25}, {"xmas", DayRule::fixed, 12, 25},
    {"shrove tuesday", DayRule::easter, -47},
    {"mardi gras", DayRule::easter, -47},
    {"ash wednesday", DayRule::easter, -46},
    {"palm sunday", DayRule::easter, -7},
    {"maundy thursday", DayRule::easter, -3},
    {"good friday", DayRule::easter, -2}, {"holy saturday", DayRule::easter, -1},
    {"easter monday", DayRule::easter, 1},
    {"easter sunday", DayRule::easter, 0},
    {"orthodox easter", DayRule::orthodox, 0},
    {"easter", DayRule::easter, 0},
    {"ascension day", DayRule::easter, 39},
    {"pentecost", DayRule::easter, 49},
    {"whit monday", DayRule::easter, 50},
    {"corpus christi day", DayRule::easter, 60},
    {"islamic new year", DayRule::islamic, 1, 1, 1},
    {"ashura", DayRule::islamic, 1, 10, 1}, {"ashoura", DayRule::islamic, 1, 10, 1},
    {"arbaeen", DayRule::islamic, 2, 20, 1}, {"arbain", DayRule::islamic, 2, 20, 1},
    {"mawlid", DayRule::islamic, 3, 12, 1}, {"milad un nabi", DayRule::islamic, 3, 12, 1},
    {"ramadan", DayRule::islamic, 9, 1, 30}, {"ramadhan", DayRule::islamic, 9, 1, 30},
    {"ramazan", DayRule::islamic, 9, 1, 30},
    {"eid al fitr", DayRule::islamic, 10, 1, 3}, {"eid ul fitr", DayRule::islamic, 10, 1, 3},
    {"eid al adha", DayRule::islamic, 12, 10, 4}, {"eid ul adha", DayRule::islamic, 12, 10, 4},
    {"eid", DayRule::unknown},
    {"purim", DayRule::hebrew, 12, 14, 1},
    {"passover", DayRule::hebrew, 1, 15, 8},
    {"shavuot", DayRule::hebrew, 3, 6, 1},
    {"tisha b av", DayRule::hebrew, 5, 9, 1},
    {"rosh hashanah", DayRule::hebrew, 7, 1, 2}, {"rosh hashana", DayRule::hebrew, 7, 1, 2},
    {"yom kippur", DayRule::hebrew, 7, 10, 1},
    {"sukkot", DayRule::hebrew, 7, 15, 7},
    {"hanukkah", DayRule::hebrew, 9, 25, 8}, {"hanukah", DayRule::hebrew, 9, 25, 8},
    {"chanukah", DayRule::hebrew, 9, 25, 8},
    {"diwali", DayRule::unknown}, {"holi", DayRule::unknown}, {"vesak", DayRule::unknown},
    {"lunar new year", DayRule::unknown},
    {"chinese new year", DayRule::unknown},
    {"tet", DayRule::unknown},
    {"9/11", DayRule::once, 2001, 9, 11},
};
// clang-format on

consteval Table build() {
  Table table{};
  for (const Entry& e : kEntries) {
    for (std::string_view rest = e.words; !rest.empty();) {
      put(table, key(next_word(rest)), {e.w, e.flags, e.value});
    }
  }
  for (const NamedDay& day : kNamedDays) {
    std::string_view rest = day.phrase;
    put(table, key(next_word(rest)), {W::none, kNamed, 0});
  }
  return table;
}

constexpr Table kTable = build();

// Digits and what is written together with them; `value` is the leading number, `rest` what follows
// it.
Lex clock_lex(int hour, std::string_view rest) {
  int minute = 0;
  const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), minute);
  rest.remove_prefix(static_cast<size_t>(end - rest.data()));
  if (error != std::errc() || minute > 59 || hour > 24) return {W::digits};
  if (rest.empty() || rest[0] == ':') return {W::clock, 0, hour * 60 + minute};
  if (rest[0] == '.') return {W::digits};
  const char c = to_lower(rest[0]);
  if (hour > 12 || (c != 'a' && c != 'p')) return {W::clock, 0, hour * 60 + minute};
  return {W::hour12, 0, hour % 12 * 60 + minute + (c == 'p' ? 720 : 0)};
}

Lex letters_lex(int value, size_t digits, std::string_view rest) {
  const char a = to_lower(rest[0]);
  const char b = rest.size() > 1 ? to_lower(rest[1]) : ' ';
  const bool decade = value % 10 == 0 && (digits == 4 || digits == 2);
  if (a == 's' && rest.size() == 1 && decade) return {W::decade, 0, value};
  if ((a == 'a' || a == 'p') && (b == 'm' || b == '.') && value <= 12) {
    return {W::hour12, 0, value % 12 * 60 + (a == 'p' ? 720 : 0)};
  }
  const bool ordinal = (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') ||
                       (a == 't' && b == 'h');
  return ordinal && rest.size() == 2 ? Lex{W::ordinal, 0, value} : Lex{};
}

Lex slash_lex(int value, std::string_view rest) {
  if (rest == "/2" && value <= 3) return {W::fraction, 0, value};
  return {W::digits};
}

// 1,200 and 2.5: the amount is read again where it matters.
Lex grouped_lex(std::string_view word) {
  int value = 0;
  for (char c : word) {
    if (c == '.') break;
    if (is_digit(c) && value < 100000000) value = value * 10 + (c - '0');
  }
  return {W::number, kPlural, value};
}

Lex digits_lex(std::string_view word) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc()) return {};
  const auto digits = static_cast<size_t>(end - word.data());
  std::string_view rest = word.substr(digits);
  if (rest.starts_with("'")) rest.remove_prefix(1);
  if (rest.empty()) return {W::number, 0, value};
  switch (rest[0]) {
    case ':':
      return clock_lex(value, rest);
    case ',':
      return grouped_lex(word);
    case '.':
      return rest.size() > 3 ? clock_lex(value, rest) : grouped_lex(word);
    case '/':
      return slash_lex(value, rest);
    case '-':
      return {W::digits};
    default:
      return letters_lex(value, digits, rest);
  }
}

Lex lex_of(const Document& document, const Token& token) {
  const std::string_view text =
      document.text.substr(token.span.begin, token.span.end - token.span.begin);
  Lex lex = kTable[find_slot(kTable, token.form)].lex;
  if (!text.empty() && is_digit(text[0])) {
    const uint8_t named = lex.flags;
    lex = digits_lex(text);
    lex.flags |= named;
    return lex;
  }
  const std::string_view rest = without_mid(text);
  if (lex.w != W::none || rest.size() == text.size()) return lex;
  lex =
      is_digit(rest[0]) ? digits_lex(rest) : kTable[find_slot(kTable, key(lower_ascii(rest)))].lex;
  lex.flags |= kMid;
  return lex;
}

}  // namespace

std::string_view without_mid(std::string_view word) {
  const bool mid = word.size() > 5 && to_lower(word[0]) == 'm' && to_lower(word[1]) == 'i' &&
                   to_lower(word[2]) == 'd' && word[3] == '-';
  return mid ? word.substr(4) : word;
}

std::optional<int> ordinal_at(const Document& document, uint32_t token) {
  const Lex lex = lex_of(document, document.tokens[token]);
  return lex.w == W::ordinal ? std::optional(lex.value) : std::nullopt;
}

void classify(const Document& document, std::vector<Lex>& lexes) {
  lexes.resize(document.tokens.size());
  for (size_t i = 0; i < lexes.size(); ++i) lexes[i] = lex_of(document, document.tokens[i]);
}

std::span<const NamedDay> named_days() { return kNamedDays; }

}  // namespace sitrep::times
