// What a round does with the answers for pages, and how these become reports.
#include "fetch/round.h"
#include "intake/address.h"
#include "intake/encoding.h"

namespace sitrep::fetch {

using Stage = PageState::Stage;

namespace {

constexpr size_t kMostAtOnce = 32u << 20;  // bytes of pages in memory to be coded

}  // namespace

void Round::page_answered(const Task& task, Answer& answer, const Verdict& verdict) {
  auto page = store_.page(task.key);
  if (!page) return;
  switch (verdict.kind) {
    case Verdict::Kind::good:
      return page_fetched(std::move(*page), task, answer);
    case Verdict::Kind::unchanged:
      page->stage = page->sha256.empty() ? Stage::refused : Stage::added;
      page->asked = now();
      page->own.clear();
      return store_.save(*page);
    case Verdict::Kind::hold:
      return page_later(task.key, verdict.reason, store_.host(host_of(task.address)).next);
    case Verdict::Kind::later:
      return page_later(task.key, verdict.reason, after_failures(page->tries + 1, answer));
    default:
      return page_refused(task.key, verdict.reason);
  }
}

void Round::page_fetched(PageState page, const Task& task, Answer& answer) {
  page.stage = Stage::fetched;
  page.tries = 0;
  page.asked = now();
  page.etag = answer.etag;
  page.modified = answer.modified;
  const std::string address = canonical_address(task.address, settings_.input.lexicon);
  store_.save_fetched(page, {address, answer.charset, std::move(answer.body)});
  ++sum_.fetched;
  ++to_hand_over_;
  if (address == page.address || store_.page(address)) return;
  PageState reached{.address = address, .feed = page.feed};  // other links may lead there, too
  reached.stage = Stage::added;
  reached.asked = now();
  store_.save(store_.feed(page.feed), {reached}, now());
}

void Round::page_later(const std::string& address, const std::string& reason, Time next) {
  constexpr int kMostTries = 5;
  auto page = store_.page(address);
  if (!page) return;
  if (++page->tries >= kMostTries) return page_refused(address, reason + ", five times");
  page->next = next;
  store_.save(*page);
  desk_.refused({Code::unreadable, reason + "; it is tried again later", address});
}

// The feed's own text stands for it, where that is a report.
void Round::page_refused(const std::string& address, const std::string& reason) {
  auto page = store_.page(address);
  if (!page) return;
  page->asked = now();
  page->tries = 0;
  if (page->own.empty()) {
    page->stage = page->sha256.empty() ? Stage::refused : Stage::added;
    store_.save(*page);
    ++sum_.refused;
  } else {
    page->stage = Stage::fetched;
    store_.save_fetched(*page, {address, {}, {}});
    ++to_hand_over_;
  }
  const std::string instead = page->own.empty() ? "" : "; the feed's own text is read";
  desk_.refused({Code::unreadable, reason + instead, address});
}

// Links that lead to one page: it is asked for once, by its own address where a feed names it.
bool Round::is_known_elsewhere(const Task& task, const std::string& location) {
  const std::string address = canonical_address(location, settings_.input.lexicon);
  if (address == task.key) return false;
  auto page = store_.page(task.key);
  if (!page || !store_.page(address)) return false;
  page->stage = Stage::added;
  page->asked = now();
  store_.save(*page);
  return true;
}

// ---- reports

// All that is fetched and not coded yet, also by a round that was killed.
Result<void> Round::hand_over() {
  to_hand_over_ = 0;
  for (;;) {
    std::vector<FetchedPage> pages;
    std::vector<PageState> states;
    size_t bytes = 0;
    for (const std::string& address : store_.fetched(settings_.batch)) {
      if (bytes > kMostAtOnce) break;
      if (read_back(address, pages.emplace_back(), states.emplace_back())) {
        bytes += pages.back().bytes.size();
        continue;
      }
      pages.pop_back();
      states.pop_back();
    }
    if (pages.empty()) return {};
    const auto outcomes = desk_.take(pages);
    if (!outcomes) return Failure(outcomes.error());
    for (size_t i = 0; i < states.size(); ++i) settle(std::move(states[i]), (*outcomes)[i]);
  }
}

bool Round::read_back(const std::string& address, FetchedPage& page, PageState& state) {
  auto known = store_.page(address);
  auto body = store_.body(address);
  if (!known || !body) return false;
  if (!body->charset.empty()) {
    if (auto utf8 = to_utf8(body->bytes, body->charset)) body->bytes = std::move(*utf8);
  }
  state = std::move(*known);
  page = {body->address, std::move(body->bytes), state.published, state.outlet, state.own,
          state.sha256};
  return true;
}

void Round::settle(PageState state, const Outcome& outcome) {
  state.stage = outcome.added ? Stage::added : Stage::refused;
  if (outcome.added) state.sha256 = outcome.sha256;
  state.own.clear();
  sum_.refused += !outcome.added;
  store_.save(state);
}

}  // namespace sitrep::fetch
