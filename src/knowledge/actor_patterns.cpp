#include "knowledge/actor_patterns.h"

#include <map>

#include "core/text.h"
#include "knowledge/table.h"

namespace sitrep::knowledge {

namespace {

struct Pattern {
  std::string_view pattern, name, kind, slug;
};

struct State {
  std::string_view code, name, aliases, adjectives, seats;
};

std::string replaced(std::string_view pattern, std::string_view mark, std::string_view by) {
  std::string out(pattern);
  if (const size_t at = out.find(mark); at != std::string::npos) out.replace(at, mark.size(), by);
  return out;
}

void append_filled(std::string& aliases, std::string_view pattern, const State& state) {
  const bool by_adjective = pattern.find("{adj}") != std::string_view::npos;
  const std::string names = by_adjective
                                ? std::string(state.adjectives)
                                : std::string(state.name) + (state.aliases.empty() ? "" : "|") +
                                      std::string(state.aliases);
  for (const auto word : split(names, '|')) {
    if (!aliases.empty()) aliases += '|';
    aliases += replaced(pattern, by_adjective ? "{adj}" : "{country}", word);
  }
}

std::string first_filled(std::string_view pattern, const State& state) {
  const auto adjectives = split(state.adjectives, '|');
  const std::string_view adjective = adjectives.empty() ? state.name : adjectives.front();
  return replaced(replaced(pattern, "{adj}", adjective), "{country}", state.name);
}

void append_row(std::string& out, const State& state, std::string_view slug, std::string_view name,
                std::string_view aliases, std::string_view kind) {
  const std::string code = lower_ascii(state.code);
  out += slug.empty() ? code : code + '-' + std::string(slug);
  out.append("\t")
      .append(name)
      .append("\t")
      .append(aliases)
      .append("\t")
      .append(kind)
      .append("\t")
      .append(state.code);
  out.append("\t").append(slug.empty() ? "" : code).append("\t\t\n");
}

void append_state(std::string& out, const State& state, const std::vector<Pattern>& patterns) {
  append_row(out, state, {}, state.name, {}, "state");  // its names are countries.tsv's
  std::map<std::string_view, std::string> aliases;
  std::map<std::string_view, const Pattern*> first;
  for (const Pattern& p : patterns) {
    append_filled(aliases[p.slug], p.pattern, state);
    first.try_emplace(p.slug, &p);
  }
  aliases["government"] +=
      (aliases["government"].empty() || state.seats.empty() ? "" : "|") + std::string(state.seats);
  for (const auto& [slug, names] : aliases) {
    const Pattern* p = first.contains(slug) ? first[slug] : nullptr;
    append_row(out, state, slug,
               p ? first_filled(p->name, state) : std::string(state.name) + " government", names,
               p ? p->kind : "state");
  }
}

}  // namespace

std::string expand_actor_patterns(std::string_view countries, std::string_view patterns,
                                  std::vector<Error>& problems) {
  std::vector<Pattern> known;
  read_table(
      "actor_patterns.tsv", patterns, "pattern name kind slug",
      [&](const Row& row) -> std::string {
        if (row.cells[0].find('{') == std::string_view::npos)
          return "a pattern needs {adj} or {country}";
        known.push_back({row.cells[0], row.cells[1], row.cells[2], row.cells[3]});
        return {};
      },
      problems);
  std::string out =
      "# states, their forces and offices: made from countries.tsv and actor_patterns.tsv\n"
      "id\tname\taliases\tkind\tcountry\tparent\tfrom\tto\n";
  read_table(
      "countries.tsv", countries, "code name aliases adjectives people capital seats lat lon",
      [&](const Row& row) -> std::string {
        append_state(out, {row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[6]},
                     known);
        return {};
      },
      problems);
  return out;
}

}  // namespace sitrep::knowledge
