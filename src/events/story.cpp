#include "events/story.h"

#include "events/drafter.h"
#include "events/merge.h"
#include "events/phase.h"
#include "events/role_scorer.h"
#include "events/settle.h"
#include "events/weigh_events.h"

namespace sitrep {

std::vector<Draft> StoryReader::tell(uint32_t first, uint32_t last) {
  asides_.clear();
  Drafter drafter(reading_, voices_);
  AsideReader aside_reader(reading_, voices_);
  std::vector<Draft> drafts;
  std::optional<RoleScorer> scorer;
  if (reading_.model) scorer.emplace(reading_, *reading_.model);
  for (uint32_t s = first; s < last; ++s) {
    voices_.enter(s);
    if (!reading_.document.sentences[s].parsed) continue;
    const Tree tree(reading_.document, s);
    const size_t told = drafts.size();
    if (getenv("DBGT")) for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) fprintf(stderr, "DBG %u %s fine%d tag%d rel%d head %d ent%d ph %d\n", i, std::string(reading_.document.word(i)).c_str(), (int)tree.token(i).fine, (int)tree.token(i).tag, (int)tree.token(i).rel, tree.token(i).head, (int)tree.token(i).entity, reading_.mentions.phrase_at(i) ? (int)*reading_.mentions.phrase_at(i) : -1);
    if (getenv("DBGT")) for (auto& p : reading_.mentions.phrases) fprintf(stderr, "DBG ph [%s] nature %d armed %d person %d named %d kind %s nat %s pron %d role %s\n", std::string(reading_.document.slice(p.tokens)).c_str(), (int)p.nature, p.armed, p.person, p.named, p.kind.c_str(), p.party.nation.c_str(), p.pronoun, p.role.c_str());
    if (getenv("DBGT")) for (auto& p : reading_.mentions.speech) fprintf(stderr, "DBG speech [%s]\n", std::string(reading_.document.slice(p.tokens)).c_str());
    drafter.draft(tree, s, drafts);
    aside_reader.read(tree, s, asides_);
    Settler settler(reading_, voices_, tree);
    for (size_t d = told; d < drafts.size(); ++d) {
      if (scorer) scorer->weigh_near(drafts[d]);
      settler.settle(drafts[d]);
    }
  }
  if (getenv("DBG")) for (auto& d : drafts) { auto nm=[&](auto& v){std::string o; for(auto&f:v) o+="["+std::string(reading_.document.slice(reading_.mentions.phrases[f.phrase].tokens))+"]"; return o;}; fprintf(stderr,"DBG draft %s denied %d slight %d generic %d answer %d out %d P%s I%s T%s\n", std::string(reading_.document.slice(d.tellings[0].trigger)).c_str(), d.denied,d.slight,d.generic,d.answer,(int)d.outcome(), nm(d.perpetrators).c_str(), nm(d.instruments).c_str(), nm(d.targets).c_str()); }
  date_anniversaries(reading_, drafts);
  set_phases(reading_, drafts);
  return drafts;
}

std::vector<Draft> StoryReader::join(std::vector<Draft> drafts) const {
  std::vector<Draft> events = merge_drafts(reading_, std::move(drafts));
  set_phases(reading_, events);
  apply_asides(asides_, events);
  if (reading_.model) {
    RoleScorer scorer(reading_, *reading_.model);
    for (Draft& event : events) scorer.weigh_far(event);
  }
  for (Draft& event : events) groups_.add_to(event);
  return events;
}

void StoryReader::judge(std::vector<Draft>& events) const {
  if (!reading_.model) return;
  weigh_fillers(reading_, *reading_.model, events);
  weigh_events(reading_, *reading_.model, events);
}

}  // namespace sitrep
