// golden CASE_DIR SITREP_BINARY: codes CASE_DIR/input.txt (or input.jsonl), writes the events one
// value a line and compares them with CASE_DIR/expected.txt. With SITREP_UPDATE=1 it writes that
// file instead: read the difference before it is committed.

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "core/dates.h"
#include "core/records_json.h"

namespace fs = std::filesystem;

namespace sitrep {

namespace {

void line(std::string& out, std::string_view field, std::string_view value) {
  if (value.empty()) return;
  out += "  ";
  out += field;
  out.append(field.size() < 12 ? 12 - field.size() : 1, ' ');
  out += value;
  out += '\n';
}

std::string number(const std::optional<int64_t>& n) { return n ? std::to_string(*n) : "-"; }

// "5", or "5 low, 5 best, - high" where the three differ.
std::string rendered(const Quantity& q) {
  if (!q.known()) return {};
  if (q.low == q.best && q.best == q.high) return number(q.best);
  return number(q.low) + " low, " + number(q.best) + " best, " + number(q.high) + " high";
}

std::string rendered(const When& when) {
  if (!when.known()) return "unknown";
  std::string text = iso(*when.start);
  if (when.end && when.end != when.start) text += " to " + iso(*when.end);
  text += ", ";
  text += name(when.precision);
  if (when.part_of_day != PartOfDay::none) text += ", " + std::string(name(when.part_of_day));
  return text + ", " + std::string(name(when.basis));
}

std::string rendered(const Where& where) {
  std::string text = where.name.empty() ? "unknown" : where.name;
  if (!where.admin1.empty()) text += ", " + where.admin1;
  if (!where.country.empty()) text += ", " + where.country;
  return text + ", " + std::string(name(where.precision));
}

std::string rendered(const Perpetrator& p) {
  std::string text = p.party.name;
  if (!p.party.actor_id.empty()) text += " = " + p.party.actor_id;
  text += ", " + std::string(name(p.party.kind)) + ", " + std::string(name(p.status));
  return p.accused_by_authorities ? text + " by authorities" : text;
}

std::string rendered(const Item& item, bool with_effect) {
  std::string text = item.description;
  if (!item.name.empty() && item.name != item.description)
    text += (text.empty() ? "" : " = ") + item.name;
  if (!item.kind.empty()) text += ", " + item.kind;
  if (item.count.known()) text += ", count " + rendered(item.count);
  return with_effect ? text + ", " + std::string(name(item.effect)) : text;
}

// Only what contradicts or holds back; the rest shows in the values.
std::string rendered(const Claim& claim) {
  if (claim.polarity == Polarity::affirmed && claim.certainty != Certainty::declined) return {};
  std::string value;
  append_json(value, claim.value);
  const std::string_view kept =
      std::holds_alternative<std::string>(claim.value) ? std::string_view(value) : "";
  std::string text = std::string(name(claim.field)) + (kept.empty() ? "" : " ") + std::string(kept);
  text += ", " + std::string(name(claim.polarity)) + ", " + std::string(name(claim.certainty));
  return claim.speaker ? text + ", by " + claim.speaker->party.name : text;
}

void render(std::string& out, const Event& event) {
  out += "event " + std::string(name(event.type)) + '\n';
  line(out, "phase", name(event.phase));
  line(out, "outcome", name(event.outcome));
  line(out, "when", rendered(event.when));
  line(out, "where", rendered(event.where));
  for (const auto& p : event.perpetrators) line(out, "perpetrator", rendered(p));
  for (const auto& i : event.instruments) line(out, "instrument", rendered(i, false));
  for (const auto& i : event.physical_targets) line(out, "thing", rendered(i, true));
  for (const auto& i : event.human_targets) line(out, "people", rendered(i, true));
  line(out, "killed", rendered(event.killed));
  line(out, "wounded", rendered(event.wounded));
  line(out, "abducted", rendered(event.abducted));
  line(out, "damage", event.damage ? name(*event.damage) : std::string_view());
  for (const auto& c : event.claims) line(out, "claim", rendered(c));
}

std::string render(const Coding& coding) {
  std::string out = "published " +
                    (coding.report.published ? rendered(*coding.report.published) : "unknown") +
                    '\n';
  for (const Event& event : coding.events) render(out, event);
  return out;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string text;
  char buffer[1 << 14];
  for (size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
  if (const int status = pclose(pipe); status != 0) {
    throw std::runtime_error(command + " ended with status " + std::to_string(status));
  }
  return text;
}

fs::path input_of(const fs::path& folder) {
  for (const char* file : {"input.txt", "input.jsonl"}) {
    if (fs::exists(folder / file)) return folder / file;
  }
  throw std::runtime_error("no input.txt and no input.jsonl in " + folder.string());
}

std::string found_in(const fs::path& folder, const fs::path& binary) {
  const std::string codings = output_of(quoted(binary) + " code " + quoted(input_of(folder)));
  std::string out;
  for (size_t at = 0; at < codings.size();) {
    const size_t end = std::min(codings.find('\n', at), codings.size());
    const auto coding = coding_from_json(std::string_view(codings).substr(at, end - at));
    if (!coding) throw std::runtime_error(describe(coding.error()));
    if (!out.empty()) out += '\n';
    out += render(*coding);
    at = end + 1;
  }
  return out;
}

// diff's own words and status: 0 alike, 1 not.
int compare(const fs::path& expected, const std::string& found) {
  FILE* pipe = popen(("diff -u " + quoted(expected) + " -").c_str(), "w");
  if (!pipe) throw std::runtime_error("cannot run diff");
  fwrite(found.data(), 1, found.size(), pipe);
  return pclose(pipe) == 0 ? 0 : 1;
}

int run(const fs::path& folder, const fs::path& binary) {
  const std::string found = found_in(folder, binary);
  const fs::path expected = folder / "expected.txt";
  const char* update = std::getenv("SITREP_UPDATE");
  if (update && std::string_view(update) == "1") {
    std::ofstream(expected) << found;
    return 0;
  }
  return compare(expected, found);
}

}  // namespace

}  // namespace sitrep

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "golden CASE_DIR SITREP_BINARY\n";
    return 2;
  }
  try {
    return sitrep::run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "golden: " << error.what() << '\n';
    return 2;
  }
}
