// Rounds of a watch without a network and without a clock.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <map>

#include "core/sha256.h"
#include "fetch/watcher.h"
#include "intake/test_folder.h"

namespace sitrep::fetch {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Answers by address, the last of them again and again; time goes on by what is waited for.
class FakeClient : public Client {
 public:
  explicit FakeClient(Time& now) : now_(now) {}

  void answer(const std::string& address, Answer answer) {
    answers_[address].push_back(std::move(answer));
  }

  void start(Request request) override {
    asked.push_back(request.address);
    requests.push_back(request);
    waiting_.push_back(std::move(request));
  }

  std::vector<Answer> wait(std::chrono::milliseconds most) override {
    now_ += waiting_.empty() ? most : Span(50);
    if (waiting_.empty()) return {};
    const Request request = std::move(waiting_.front());
    waiting_.pop_front();
    Answer answer;
    answer.status = 404;
    if (auto found = answers_.find(request.address); found != answers_.end()) {
      answer = found->second.front();
      if (found->second.size() > 1) found->second.pop_front();
    }
    answer.id = request.id;
    return {answer};
  }

  void cancel() override { waiting_.clear(); }

  std::vector<std::string> asked;
  std::vector<Request> requests;

 private:
  Time& now_;
  std::deque<Request> waiting_;
  std::map<std::string, std::deque<Answer>> answers_;
};

class FakeDesk : public Desk {
 public:
  Result<std::vector<Outcome>> take(const std::vector<FetchedPage>& pages) override {
    if (fails) return fail(Code::busy, "another process is writing to it");
    std::vector<Outcome> outcomes;
    for (const FetchedPage& page : pages) {
      taken.push_back(page);
      outcomes.push_back({page.bytes != "no article", sha256_hex(page.bytes)});
    }
    return outcomes;
  }
  void refused(const Error& error) override { said.push_back(describe(error)); }

  bool fails = false;
  std::vector<FetchedPage> taken;
  std::vector<std::string> said;
};

Answer good(std::string body, std::string etag = {}) {
  Answer answer;
  answer.status = 200;
  answer.body = std::move(body);
  answer.etag = std::move(etag);
  return answer;
}

Answer status(long number, std::string location = {}) {
  Answer answer;
  answer.status = number;
  answer.location = std::move(location);
  return answer;
}

std::string feed_of(const std::vector<std::string>& links, const std::string& title = "News") {
  std::string feed = "<rss><channel><title>Velm Post</title>";
  for (const std::string& link : links)
    feed += "<item><title>" + title + "</title><link>" + link + "</link></item>";
  return feed + "</channel></rss>";
}

const std::string kFeed = "https://feeds.example/rss";

class RoundTest : public testing::Test {
 protected:
  RoundSummary round() {
    settings_.clock = [this] { return now_; };
    settings_.chance = [] { return 1.0; };
    auto done = Watcher(store_, client_, desk_, settings_).round({kFeed}, stop_);
    if (!done) {
      failure_ = done.error();
      return {};
    }
    return *done;
  }

  const Request& last_request(const std::string& address) const {
    const Request* last = nullptr;
    for (const Request& request : client_.requests) {
      if (request.address == address) last = &request;
    }
    return *last;
  }

  std::vector<std::string> taken() const {
    std::vector<std::string> uris;
    for (const FetchedPage& page : desk_.taken) uris.push_back(page.uri);
    return uris;
  }

  const TestFolder folder_;
  Time now_{1'700'000'000'000ms};
  Store store_ = *Store::open(folder_ / "state");
  FakeClient client_{now_};
  FakeDesk desk_;
  WatchSettings settings_;
  std::atomic<bool> stop_ = false;
  std::optional<Error> failure_;
};

TEST_F(RoundTest, FeedThenRobotsThenPage) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"}), "\"7\""));
  client_.answer("https://a.example/1", good("page"));
  const RoundSummary sum = round();
  EXPECT_THAT(client_.asked,
              ElementsAre(kFeed, "https://a.example/robots.txt", "https://a.example/1"));
  EXPECT_THAT(taken(), ElementsAre("https://a.example/1"));
  EXPECT_EQ(desk_.taken[0].outlet, "Velm Post");
  EXPECT_EQ(sum.feeds, 1u);
  EXPECT_EQ(sum.fetched, 1u);
  EXPECT_EQ(store_.feed(kFeed).etag, "\"7\"");
}

TEST_F(RoundTest, WhatIsKnownIsNotAskedAgain) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer(kFeed, status(304));
  client_.answer("https://a.example/1", good("page"));
  round();
  EXPECT_EQ(round().unchanged, 1u);
  EXPECT_EQ(client_.asked.size(), 4u);
}

TEST_F(RoundTest, APauseBetweenPagesOfAHost) {
  settings_.pause = 5s;
  client_.answer(kFeed, good(feed_of({"https://a.example/1", "https://a.example/2"})));
  for (const auto page : {"https://a.example/1", "https://a.example/2"})
    client_.answer(page, good("page"));
  const Time begun = now_;
  round();
  EXPECT_GE(now_ - begun, 10s);
  EXPECT_EQ(taken().size(), 2u);
}

TEST_F(RoundTest, WhatWaitsBehindASlowHostStaysForTheNextRound) {
  settings_.longest_round = 60s;
  client_.answer(
      kFeed, good(feed_of({"https://a.example/1", "https://a.example/2", "https://a.example/3"})));
  client_.answer("https://a.example/robots.txt", good("User-agent: *\nCrawl-delay: 45\n"));
  for (const auto page : {"https://a.example/1", "https://a.example/2", "https://a.example/3"})
    client_.answer(page, good("page"));
  EXPECT_EQ(round().waiting, 1u) << "at 0 and 45 seconds, and not at 90";
  EXPECT_EQ(round().waiting, 0u);
  EXPECT_EQ(taken().size(), 3u);
}

TEST_F(RoundTest, GivesAPageUpAfterFiveTries) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1", "https://a.example/2"})));
  client_.answer("https://a.example/1", status(500));
  client_.answer("https://a.example/2", good("page"));
  for (int i = 0; i < 5; ++i) {
    round();
    now_ += 24h;
  }
  EXPECT_THAT(taken(), ElementsAre("https://a.example/2")) << "a 500 holds no other page up";
  EXPECT_THAT(desk_.said.back(), HasSubstr("the server answers 500, five times"));
  EXPECT_EQ(store_.page("https://a.example/1")->stage, PageState::Stage::refused);
}

TEST_F(RoundTest, AHostThatWantsRestGetsIt) {
  Answer busy = status(503);
  busy.retry_after = 600s;
  client_.answer(kFeed, good(feed_of({"https://a.example/1", "https://a.example/2"})));
  client_.answer("https://a.example/1", busy);
  client_.answer("https://a.example/1", good("page"));
  client_.answer("https://a.example/2", good("page"));
  EXPECT_EQ(round().waiting, 2u);
  const size_t asked = client_.asked.size();
  now_ += 599s;
  round();
  EXPECT_EQ(client_.asked.size(), asked + 1) << "only the feed, which lies elsewhere";
  now_ += 61s;  // a tenth more, by chance
  round();
  EXPECT_EQ(taken().size(), 2u);
  EXPECT_EQ(store_.host("a.example").failures, 0);
}

TEST_F(RoundTest, RobotsTxtThatCannotBeReadClosesTheSite) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer("https://a.example/robots.txt", status(502));
  client_.answer("https://a.example/robots.txt", status(404));
  client_.answer("https://a.example/1", good("page"));
  EXPECT_EQ(round().waiting, 1u);
  EXPECT_THAT(taken(), IsEmpty());
  now_ += 24h;
  round();
  EXPECT_EQ(taken().size(), 1u);
}

TEST_F(RoundTest, RobotsTxtIsKeptForADay) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer(kFeed, good(feed_of({"https://a.example/2"})));
  client_.answer(kFeed, good(feed_of({"https://a.example/3"})));
  round();
  round();
  const auto robots = [&] {
    return std::ranges::count(client_.asked, "https://a.example/robots.txt");
  };
  EXPECT_EQ(robots(), 1);
  now_ += 25h;
  round();
  EXPECT_EQ(robots(), 2);
}

TEST_F(RoundTest, ARedirectToAnotherSiteAsksItsRobotsTxt) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer("https://a.example/1", status(301, "https://b.example/1#x"));
  client_.answer("https://b.example/robots.txt", good("User-agent: sitrep\nDisallow: /"));
  client_.answer("https://b.example/1", good("page"));
  round();
  EXPECT_THAT(taken(), IsEmpty());
  EXPECT_THAT(desk_.said.back(), HasSubstr("robots.txt"));
  EXPECT_THAT(client_.asked, testing::Not(testing::Contains("https://b.example/1")));
}

TEST_F(RoundTest, OnlyAFeedItselfMayLieOnAPrivateNetwork) {
  client_.answer(kFeed, status(302, "https://feeds.example/new"));
  client_.answer("https://feeds.example/new", status(302, "https://other.example/rss"));
  client_.answer("https://other.example/rss", good(feed_of({"https://a.example/1"})));
  round();
  std::vector<bool> guarded;
  for (const Request& request : client_.requests) guarded.push_back(request.public_only);
  EXPECT_THAT(guarded, ElementsAre(false, false, true, true, true));
}

TEST_F(RoundTest, LinksAreRelativeToWhereTheFeedIs) {
  client_.answer(kFeed, status(301, "https://moved.example/news/rss"));
  client_.answer("https://moved.example/news/rss", good(feed_of({"story/1"})));
  client_.answer("https://moved.example/news/story/1", good("page"));
  round();
  EXPECT_THAT(taken(), ElementsAre("https://moved.example/news/story/1"));
}

TEST_F(RoundTest, WhenTheLedgerIsBusyNothingIsLost) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer("https://a.example/1", good("page"));
  desk_.fails = true;
  round();
  ASSERT_TRUE(failure_.has_value());
  EXPECT_EQ(failure_->code, Code::busy);
  desk_.fails = false;
  round();
  EXPECT_THAT(taken(), ElementsAre("https://a.example/1"));
  EXPECT_EQ(std::ranges::count(client_.asked, "https://a.example/1"), 1);
}

TEST_F(RoundTest, AFeedThatTellsAnotherThingOfAPage) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer(kFeed, good(feed_of({"https://a.example/1"}, "Toll rises")));
  client_.answer("https://a.example/1", good("page", "\"1\""));
  client_.answer("https://a.example/1", status(304));
  round();
  round();
  EXPECT_EQ(std::ranges::count(client_.asked, "https://a.example/1"), 1) << "too soon";
  now_ += 61min;
  round();
  EXPECT_EQ(std::ranges::count(client_.asked, "https://a.example/1"), 2);
  EXPECT_EQ(last_request("https://a.example/1").etag, "\"1\"");
  EXPECT_EQ(store_.page("https://a.example/1")->stage, PageState::Stage::added);
}

TEST_F(RoundTest, AFeedsOwnTextForAPageThatIsGone) {
  client_.answer(kFeed, good("<rss><channel><title>P</title><item><link>https://a.example/1</link>"
                             "<description>Gunmen shot two guards in Velm on Monday.</description>"
                             "</item></channel></rss>"));
  client_.answer("https://a.example/1", status(410));
  round();
  ASSERT_EQ(desk_.taken.size(), 1u);
  EXPECT_EQ(desk_.taken[0].bytes, "");
  EXPECT_THAT(desk_.taken[0].own, HasSubstr("Gunmen shot two guards"));
  EXPECT_THAT(desk_.said.back(), HasSubstr("the feed's own text is read"));
}

TEST_F(RoundTest, APageThatWaitedAndIsNamedAgainIsAskedForOnce) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer(kFeed, good(feed_of({"https://a.example/1"}, "Toll rises")));
  client_.answer("https://a.example/1", status(500));
  client_.answer("https://a.example/1", good("page"));
  round();
  now_ += 24h;
  round();
  EXPECT_EQ(std::ranges::count(client_.asked, "https://a.example/1"), 2);
}

TEST_F(RoundTest, AFeedThatFailsIsPutOff) {
  client_.answer(kFeed, status(500));
  EXPECT_EQ(round().failed, 1u);
  EXPECT_EQ(round().early, 1u);
  now_ += 61s;
  EXPECT_EQ(round().failed, 1u);
  EXPECT_EQ(store_.feed(kFeed).failures, 2);
}

TEST_F(RoundTest, PagesThatNoFeedNamesAreForgotten) {
  client_.answer(kFeed, good(feed_of({"https://a.example/1"})));
  client_.answer(kFeed, status(304));
  client_.answer(kFeed, good(feed_of({"https://a.example/2"})));
  round();
  now_ += 24h * 60;
  round();  // unchanged: it names the page still
  now_ += 24h * 60;
  round();
  EXPECT_TRUE(store_.page("https://a.example/1").has_value());
  now_ += 24h * 91;
  round();
  EXPECT_FALSE(store_.page("https://a.example/1").has_value());
}

TEST_F(RoundTest, OneProcessAtATime) {
  const auto second = Store::open(folder_ / "state");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::busy);
}

TEST(Store, WhatIsNoStateIsLeftAlone) {
  const TestFolder folder;
  const auto text = Store::open(folder.write("text", std::string(5000, 'x')));
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().code, Code::corrupt_ledger);
}

}  // namespace
}  // namespace sitrep::fetch
