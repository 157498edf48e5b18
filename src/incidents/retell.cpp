#include "incidents/retell.h"

#include <algorithm>
#include <optional>

#include "incidents/corrections.h"
#include "incidents/face.h"
#include "incidents/group.h"

namespace sitrep {

namespace {

using namespace incidents;  // NOLINT(google-build-using-namespace): the room's own

// What the ledger gave it.
void keep_identity(const Incident& stored, Incident& out) {
  out.id = stored.id;
  out.revision = stored.revision;
  out.merged_from = stored.merged_from;
  out.background = stored.background;
  out.recalls = stored.recalls;
  out.grade = stored.grade;  // how far it can be trusted does not hang on the rule
}

}  // namespace

Retelling::Retelling(std::span<const Coding> codings, const knowledge::Lexicon& lexicon, Rule rule)
    : lexicon_(lexicon), rule_(rule) {
  for (const Coding& coding : codings) codings_.emplace(coding.report.id, &coding);
}

Incident Retelling::operator()(const Incident& stored) const {
  Group group;
  group.lexicon = &lexicon_;
  group.rule = rule_;
  for (const std::string& id : stored.members) {
    const size_t slash = id.rfind('/');
    const auto coding = codings_.find(std::string_view(id).substr(0, slash));
    if (slash == std::string::npos || coding == codings_.end()) return stored;
    const auto& events = coding->second->events;
    const auto event = std::ranges::find(events, id.substr(slash + 1), &Event::id);
    if (event == events.end()) return stored;
    group.members.push_back({coding->second, &*event, 0, published_day(coding->second->report)});
  }
  if (group.members.empty()) return stored;
  find_sources(group);
  find_shared_claims(group);
  Incident out = merged_incident(group);
  keep_identity(stored, out);
  return apply(stored.corrections, std::move(out), lexicon_);
}

}  // namespace sitrep
