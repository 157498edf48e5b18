#include "server/table_cache.h"

#include "core/sha256.h"
#include "output/table.h"

namespace sitrep::server {

namespace {

constexpr size_t kMostKept = 8;

}  // namespace

ContentPtr TableCache::find(const std::string& revision, const std::string& asked) {
  std::erase_if(kept_, [&](const Kept& kept) { return kept.revision != revision; });
  for (auto kept = kept_.begin(); kept != kept_.end(); ++kept) {
    if (kept->asked != asked) continue;
    kept_.splice(kept_.begin(), kept_, kept);
    return kept_.front().content;
  }
  return nullptr;
}

Result<ContentPtr> TableCache::get(const std::string& asked, const IncidentFilter& filter) {
  const auto set = rows_.present();
  if (!set) return Failure(set.error());
  const std::string& revision = (*set)->revision;
  const std::lock_guard lock(mutex_);
  if (auto known = find(revision, asked)) return known;
  const auto chosen = rows_.select(**set, filter);
  if (!chosen) return Failure(chosen.error());
  const std::string etag = '"' + revision + '-' + sha256_hex(asked).substr(0, 12) + '"';
  auto content = make_content(output::table_json(*chosen, revision, countries_), kJson, etag);
  kept_.push_front({revision, asked, content});
  if (kept_.size() > kMostKept) kept_.pop_back();
  return content;
}

}  // namespace sitrep::server
