// A story as the coding that a good, not perfect, coder makes of it: its marks become spans, its
// versions the events' values, each with a claim and the sentence behind it.
#include <fmt/format.h>

#include <algorithm>

#include "core/dates.h"
#include "core/sha256.h"
#include "core/text.h"
#include "made_corpus/story.h"

namespace sitrep::made {

namespace {

using Blame = Version::Blame;

class StoryCoder {
 public:
  StoryCoder(const Story& story, const std::string& id) : story_(story) {
    coding_.report.id = id;
    coding_.knowledge_version = "made";
  }

  Coding run() {
    write_text();
    const CodePoints points(coding_.report.text);
    points_ = &points;
    set_report();
    for (size_t i = 0; i < story_.events.size(); ++i) add_event(i);
    for (size_t i = 0; i < begins_.size(); ++i) read_sentence(i);
    return std::move(coding_);
  }

 private:
  const Sentence& sentence(size_t i) const {
    return i == 0 ? story_.title : story_.sentences[i - 1];
  }

  // Title, then two sentences a paragraph.
  void write_text() {
    std::string& text = coding_.report.text;
    for (size_t i = 0; i <= story_.sentences.size(); ++i) {
      if (i > 0) text += i % 2 == 1 ? "\n\n" : " ";
      begins_.push_back(static_cast<uint32_t>(text.size()));
      text += sentence(i).text;
    }
  }

  void set_report() {
    Report& report = coding_.report;
    report.uri = fmt::format("https://{}/{}", story_.outlet->domain, report.id);
    report.outlet = story_.outlet->name;
    report.title = story_.title.text;
    const Day day(std::chrono::days(story_.minute / kMinutesPerDay));
    report.published = day_when(day, Basis::stated);
    report.published_minute = static_cast<int>(story_.minute % kMinutesPerDay);
    report.sha256 = sha256_hex(report.text);
  }

  void add_event(size_t i) {
    const Version& version = story_.events[i].version;
    Event& event = coding_.events.emplace_back();
    event.id = fmt::format("e{}", i + 1);
    event.type = version.type;
    event.phase = version.phase;
  }

  Evidence span(size_t begin, size_t end) const {
    return make_evidence(coding_.report.id, coding_.report.text, *points_,
                         {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  }

  void read_sentence(size_t i) {
    const Sentence& from = sentence(i);
    const size_t begin = begins_[i];
    whole_ = span(begin, begin + from.text.size());
    coding_.sentences.emplace_back(whole_.start, whole_.end);
    if (from.event == kNoEvent) return;
    event_ = &coding_.events[from.event];
    told_ = &story_.events[from.event];
    if (event_->claims.empty()) claim(Field::type, std::string(name(event_->type)));
    for (const Mark& mark : from.marks)
      read(mark, span(begin + mark.begin, begin + mark.end), from.blame);
    if (from.blame == Blame::none)
      claim(Field::perpetrators, {}, Polarity::denied, Certainty::claimed);
  }

  void claim(Field field, ClaimValue value, Polarity polarity = Polarity::affirmed,
             Certainty certainty = Certainty::stated) {
    Claim claim;
    claim.id = fmt::format("{}/c{}", event_->id, event_->claims.size() + 1);
    claim.field = field;
    claim.value = std::move(value);
    claim.polarity = polarity;
    claim.certainty = certainty;
    claim.evidence = whole_;
    claim.why = "made";
    event_->claims.push_back(std::move(claim));
  }

  void read(const Mark& mark, Evidence at, Blame blame) {
    const Version& version = told_->version;
    switch (mark.kind) {
      case Mark::Kind::trigger:
        claim(Field::type, std::string(name(event_->type)));
        return event_->triggers.push_back(std::move(at));
      case Mark::Kind::when:
        return read_when(std::move(at));
      case Mark::Kind::where:
        event_->where = version.where;
        coding_.places.push_back({std::move(at), version.where, 0.9});
        return claim(Field::where, version.where);
      case Mark::Kind::toll:
        return read_tolls();
      case Mark::Kind::actor:
        return read_actor(std::move(at), blame);
      case Mark::Kind::weapon:
        return read_weapon(std::move(at));
      default:
        return read_target(mark.kind, std::move(at));
    }
  }

  void read_when(Evidence at) {
    const When& when = told_->version.when;
    event_->when = when;
    std::string value = when.start ? iso(*when.start) : std::string();
    coding_.times.push_back({std::move(at), "DATE", std::move(value), when});
    claim(Field::when, when);
  }

  void read_toll(Quantity Event::*field, Field of, const Quantity& value) {
    if (!value.known()) return;
    event_->*field = value;
    claim(of, value);
  }

  void read_tolls() {
    read_toll(&Event::killed, Field::killed, told_->version.killed);
    read_toll(&Event::wounded, Field::wounded, told_->version.wounded);
  }

  void read_actor(Evidence at, Blame blame) {
    struct Use {
      Status status;
      Certainty certainty;
    };
    constexpr Use kUses[] = {
        {Status::reported, Certainty::stated},     {Status::reported, Certainty::stated},
        {Status::suspected, Certainty::suspected}, {Status::accused, Certainty::accused},
        {Status::claimed, Certainty::claimed},     {Status::denied, Certainty::stated}};
    const Use use = kUses[static_cast<size_t>(blame)];
    const Party& party = *told_->version.actor;
    coding_.actors.push_back({at, party});
    if (event_->perpetrators.empty()) {
      Perpetrator p;
      p.party = party;
      p.status = use.status;
      p.accused_by_authorities = blame == Blame::accused;
      event_->perpetrators.push_back(std::move(p));
    }
    event_->perpetrators[0].mentions.push_back(std::move(at));
    const bool denied = blame == Blame::denied;
    claim(Field::perpetrators, party, denied ? Polarity::denied : Polarity::affirmed,
          use.certainty);
  }

  Item item(std::string name, std::string description, std::string kind) const {
    Item out;
    out.name = std::move(name);
    out.description = std::move(description);
    out.kind = std::move(kind);
    return out;
  }

  void read_weapon(Evidence at) {
    const Version& version = told_->version;
    Item weapon = item({}, version.weapon, version.weapon_kind);
    const bool counted = at.text.size() > version.weapon.size();
    if (counted) {
      const int64_t n = told_->truth->weapons;
      weapon.count = {.low = n, .best = n, .high = n, .text = written_number(n)};
    }
    put(event_->instruments, std::move(weapon), std::move(at), Field::instruments);
  }

  void read_target(Mark::Kind kind, Evidence at) {
    const Truth& truth = *told_->truth;
    const Version& version = told_->version;
    const std::string text = at.text;
    if (kind == Mark::Kind::thing || kind == Mark::Kind::facility) {
      const std::string facility = kind == Mark::Kind::facility ? text : std::string();
      return put(event_->physical_targets, item(facility, truth.thing, truth.target_kind),
                 std::move(at), Field::physical_targets);
    }
    if (truth.abducted > 0 && version.abducted.known()) {
      event_->abducted = version.abducted;
      claim(Field::abducted, version.abducted);
    }
    Item people = item({}, truth.group, "civilian");
    if (kind == Mark::Kind::victim) people = item(text, truth.group, "civilian");
    people.effect = truth.abducted > 0  ? Effect::abducted
                    : truth.killed > 0  ? Effect::killed
                    : truth.wounded > 0 ? Effect::wounded
                                        : Effect::unknown;
    put(event_->human_targets, std::move(people), std::move(at), Field::human_targets);
  }

  // Into the list, or to the same item there.
  void put(std::vector<Item>& items, Item item, Evidence at, Field field) {
    auto same = std::ranges::find_if(items, [&](const Item& other) {
      return other.name == item.name && other.description == item.description;
    });
    if (same == items.end()) same = items.insert(items.end(), item);
    item.mentions = {at};
    same->mentions.push_back(std::move(at));
    claim(field, std::move(item));
  }

  const Story& story_;
  Coding coding_;
  std::vector<uint32_t> begins_;  // of the sentences, title first; bytes
  const CodePoints* points_ = nullptr;
  Evidence whole_;  // the sentence being read
  Event* event_ = nullptr;
  const Told* told_ = nullptr;
};

}  // namespace

Coding code(const Story& story, const std::string& id) { return StoryCoder(story, id).run(); }

}  // namespace sitrep::made
