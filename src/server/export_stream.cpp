#include "server/export_stream.h"

#include <algorithm>
#include <array>

#include "core/records_json.h"
#include "output/csv.h"
#include "output/geojson.h"

namespace sitrep::server {

namespace {

constexpr size_t kAtOnce = 200;  // incidents

// httplib would pack what is "text/", slowly; to a client the case makes no difference.
constexpr std::array kFormats = std::to_array<ExportFormat>({
    {"jsonl", "JSON Lines", "application/x-ndjson; charset=utf-8", ".jsonl",
     "Nothing: the complete record of each incident, with claims, disagreements and codes."},
    {"csv", "CSV", "Text/csv; charset=utf-8", ".csv",
     "Claims with their sentences and speakers, the positions of disagreements, wordings and "
     "counts "
     "of weapons and targets."},
    {"geojson", "GeoJSON", "application/geo+json", ".geojson",
     "Claims, disagreements, codes, the growth of tolls and the grades; a point where no more than "
     "a "
     "province or a country is known."},
});

std::string json_lines(std::span<const Incident> incidents) {
  std::string text;
  for (const Incident& incident : incidents) {
    append_json(text, incident);
    text += '\n';
  }
  return text;
}

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

const ExportFormat* export_format(std::string_view format) {
  const auto found = std::ranges::find(kFormats, format, &ExportFormat::format);
  return found == kFormats.end() ? nullptr : &*found;
}

ExportStream::ExportStream(Api& api, const ExportFormat& format, Rule rule,
                           std::vector<std::string> ids, LedgerPool::Lease ledger)
    : api_(api), format_(format), rule_(rule), ids_(std::move(ids)), ledger_(std::move(ledger)) {}

std::string ExportStream::written(std::span<const Incident> incidents) {
  if (format_.format == "csv") return output::csv_rows(incidents);
  if (format_.format == "jsonl") return json_lines(incidents);
  std::string text = any_ && !incidents.empty() ? "," : "";
  any_ |= !incidents.empty();
  return text + output::geojson_features(incidents);
}

Outcome<std::optional<std::string>> ExportStream::next() {
  if (ended_) return std::optional<std::string>();
  std::string text;
  if (!begun_ && format_.format == "csv") text = output::csv_head();
  if (!begun_ && format_.format == "geojson") text = output::geojson_head();
  begun_ = true;
  const size_t size = std::min(kAtOnce, ids_.size() - done_);
  const std::span<const std::string> some(ids_.data() + done_, size);
  done_ += size;
  auto incidents = ledger_->incidents_named(std::vector<std::string>(some.begin(), some.end()));
  if (!incidents) return Trouble(Problem(incidents.error()));
  if (const auto told = tell_by_rule(api_, *ledger_, rule_, *incidents); !told)
    return Trouble(told.error());
  text += written(*incidents);
  ended_ = done_ == ids_.size();
  if (ended_ && format_.format == "geojson") text += output::geojson_tail();
  return std::optional(std::move(text));
}

}  // namespace sitrep::server
