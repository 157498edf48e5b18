#include "ledger/sheet.h"

#include <simdjson.h>
#include <tbb/parallel_for.h>

#include "core/json.h"
#include "core/records_json.h"
#include "core/sha256.h"
#include "core/text.h"
#include "incidents/sketch.h"
#include "ledger/failures.h"
#include "ledger/pack.h"

namespace sitrep::ledger {

namespace {

// Bytes that are no UTF-8 (a file's name can hold any) become U+FFFD, one each; code points count
// as before.
void mend(std::string& text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return;
  std::string out;
  for (size_t i = 0; i < text.size();) append_utf8(out, next_code_point(text, i));
  text = std::move(out);
}

void mend(Report& report) {
  for (std::string* text : {&report.id, &report.uri, &report.outlet, &report.title, &report.byline,
                            &report.text, &report.dateline}) {
    mend(*text);
  }
  if (report.sha256.empty()) report.sha256 = sha256_hex(report.text);
  report.duplicate_of.clear();
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string out;
  JsonWriter w(out);
  w.begin_array();
  for (const std::string& text : texts) w.value(text);
  w.end_array();
  mend(out);
  return out;
}

std::vector<std::string> texts_of(const std::string& json_array) {
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  if (parser.parse(json_array).get(items)) throw damaged("the captions of a report");
  std::vector<std::string> out;
  for (const auto item : items) out.emplace_back(item.get_string().value_unsafe());
  return out;
}

void read_sheet(Filed& row) {
  Report& report = row.coding.report;
  report.dateline = std::move(row.dateline);
  report.captions = texts_of(row.captions);
  row.coding = unpack_coding(row.packed, report);
  if (!row.packed_again.empty()) row.recoding = unpack_coding(row.packed_again, row.coding.report);
}

}  // namespace

std::string pack_coding(Coding& coding) {
  const std::string text = std::exchange(coding.report.text, {});
  std::string json;
  append_json(json, coding);
  coding.report.text = text;
  mend(json);
  return pack(json);
}

Coding unpack_coding(const std::string& packed, const Report& like) {
  auto coding = coding_from_json(unpack(packed));
  if (!coding) throw damaged("the coding of a report: " + coding.error().message);
  coding->report.text = like.text;
  coding->report.dateline = like.dateline;
  coding->report.captions = like.captions;
  coding->report.published_minute = like.published_minute;
  return std::move(*coding);
}

Sheet make_sheet(Coding coding, const knowledge::Lexicon& lexicon) {
  mend(coding.report);
  std::string sketch = incidents::pack_sketch(incidents::make_sketch(coding, lexicon));
  std::string packed = pack_coding(coding);
  std::string captions = json_array(coding.report.captions);
  return {std::move(coding.report), std::move(coding.knowledge_version), std::move(captions),
          std::move(packed), std::move(sketch)};
}

Sheets make_sheets(std::vector<Coding> codings, const knowledge::Lexicon& lexicon) {
  Sheets sheets(codings.size());
  tbb::parallel_for(size_t{0}, codings.size(), [&](size_t i) {
    sheets[i] = std::make_shared<const Sheet>(make_sheet(std::move(codings[i]), lexicon));
  });
  return sheets;
}

void read_sheets(std::vector<Filed>& rows) {
  tbb::parallel_for(size_t{0}, rows.size(), [&](size_t i) { read_sheet(rows[i]); });
}

}  // namespace sitrep::ledger
