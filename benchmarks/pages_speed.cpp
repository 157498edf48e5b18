// pages_speed FOLDER [PAGES [ROUNDS]]: how fast web pages are read, beside the HTML parsers gumbo
// and libxml2 and beside counting words, all in one run. The HTML files of FOLDER are repeated in
// memory until there are PAGES (2000); all ways take turns on one thread and on two, and the best
// of ROUNDS (5) counts, by the clock and by processor time. The knowledge file lies beside the
// program.
#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/text.h"
#include "intake/html.h"
#include "intake/reader.h"
#include "knowledge/lexicon.h"
#include "pages_inputs.h"
#include "sitrep/knowledge.h"

namespace {

using namespace sitrep;
using benchmarks::Pages;

constexpr size_t kThreads = 2;
constexpr size_t kTypicalPage = 80'000;

// A way to read one page; gives the bytes of text, or the words, that it found.
using Way = std::function<size_t(const std::string& page)>;

struct NamedWay {
  const char* name;
  Way read;
};

// ---- The baselines: a tree of the whole page, and the text of all its nodes.

bool holds_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

// Without recursion: pages nest deep.
std::string text_of(const GumboNode* root) {
  std::string text;
  std::vector<const GumboNode*> open{root};
  while (!open.empty()) {
    const GumboNode& node = *open.back();
    open.pop_back();
    if (holds_text(node)) text += node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) continue;
    const GumboVector& inner = node.v.element.children;
    for (unsigned i = inner.length; i-- > 0;)
      open.push_back(static_cast<const GumboNode*>(inner.data[i]));
  }
  return text;
}

size_t read_with_gumbo(const std::string& page) {
  GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  const size_t bytes = text_of(tree->root).size();
  gumbo_destroy_output(&kGumboDefaultOptions, tree);
  return bytes;
}

std::string text_of(const xmlNode* root) {
  std::string text;
  std::vector<const xmlNode*> open{root};
  while (!open.empty()) {
    const xmlNode* node = open.back();
    open.pop_back();
    if (node == nullptr) continue;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      text += reinterpret_cast<const char*>(node->content);
    open.push_back(node->next);
    if (node->type == XML_ELEMENT_NODE) open.push_back(node->children);
  }
  return text;
}

size_t read_with_libxml2(const std::string& page) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  xmlDoc* tree =
      htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions);
  if (tree == nullptr) return 0;
  const size_t bytes = text_of(xmlDocGetRootElement(tree)).size();
  xmlFreeDoc(tree);
  return bytes;
}

// As `wc -w` does in the C locale: markup and all.
size_t count_words(const std::string& page) {
  size_t words = 0;
  bool inside = false;
  for (const char c : page) {
    const bool space = is_ascii_space(c);
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

// ---- Ours.

size_t read_whole(const std::string& page, const InputOptions& options) {
  const auto reading = read_report(RawInput{.file = "page.html", .bytes = page}, options);
  return reading ? reading->report.text.size() : 0;
}

std::vector<NamedWay> ways(const knowledge::Lexicon& lexicon) {
  return {{"page to report (read_report)",
           [&](const std::string& page) { return read_whole(page, {.lexicon = &lexicon}); }},
          {"tags and article (read_html)",
           [&](const std::string& page) { return read_html(page, &lexicon).text.size(); }},
          {"gumbo, text of all nodes", read_with_gumbo},
          {"libxml2, text of all nodes", read_with_libxml2},
          {"words counted (wc -w)", count_words}};
}

// ---- Measuring.

struct Cost {
  double wall = 1e9;       // seconds
  double processor = 1e9;  // seconds, of all threads
};

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Tally {
  double processor = 0;
  size_t found = 0;
};

Tally read_some(const Way& way, const Pages& pages, std::atomic<size_t>& next) {
  const double begin = seconds_of(CLOCK_THREAD_CPUTIME_ID);
  Tally tally;
  for (size_t i = next++; i < pages.pages.size(); i = next++) tally.found += way(pages.pages[i]);
  tally.processor = seconds_of(CLOCK_THREAD_CPUTIME_ID) - begin;
  return tally;
}

Cost measure(const Way& way, const Pages& pages, size_t threads, size_t& found) {
  std::atomic<size_t> next{0};
  std::vector<Tally> tallies(threads);
  const double begin = seconds_of(CLOCK_MONOTONIC);
  std::vector<std::thread> team;
  for (Tally& tally : tallies) team.emplace_back([&] { tally = read_some(way, pages, next); });
  for (auto& thread : team) thread.join();
  Cost cost{.wall = seconds_of(CLOCK_MONOTONIC) - begin, .processor = 0};
  found = 0;
  for (const Tally& tally : tallies) {
    cost.processor += tally.processor;
    found += tally.found;
  }
  return cost;
}

void print(const char* name, size_t threads, const Pages& pages, const Cost& best, size_t found) {
  const auto count = static_cast<double>(pages.pages.size());
  const double megabytes = static_cast<double>(pages.bytes) / 1e6;
  std::printf("%-30s %7zu %10.0f %8.1f %14.0f %12.1f %12.0f\n", name, threads, count / best.wall,
              megabytes / best.wall, count / best.processor, megabytes / best.processor,
              static_cast<double>(found) / count);
}

void compare(const char* title, const Pages& pages, const std::vector<NamedWay>& all, int rounds) {
  std::printf("\n%s: %zu pages, %zu different, %.1f kB a page, %.0f MB; best of %d rounds\n", title,
              pages.pages.size(), pages.different, pages.mean_bytes() / 1e3,
              static_cast<double>(pages.bytes) / 1e6, rounds);
  std::printf("%-30s %7s %10s %8s %14s %12s %12s\n", "", "threads", "pages/s", "MB/s",
              "pages/cpu-s", "MB/cpu-s", "found/page");
  std::vector<Cost> best(all.size() * kThreads);
  std::vector<size_t> found(best.size());
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < best.size(); ++i) {
      const Cost cost = measure(all[i / kThreads].read, pages, i % kThreads + 1, found[i]);
      best[i].wall = std::min(best[i].wall, cost.wall);
      best[i].processor = std::min(best[i].processor, cost.processor);
    }
  }
  for (size_t i = 0; i < best.size(); ++i)
    print(all[i / kThreads].name, i % kThreads + 1, pages, best[i], found[i]);
  std::fflush(stdout);
}

size_t count_read(const std::vector<std::string>& pages, const Way& way) {
  return static_cast<size_t>(
      std::count_if(pages.begin(), pages.end(), [&](const auto& page) { return way(page) > 0; }));
}

int refuse(const std::string& reason) {
  std::fprintf(stderr, "pages_speed: %s\n", reason.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return refuse("usage: pages_speed FOLDER [PAGES [ROUNDS]]");
  const size_t count = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 2000;
  const int rounds = argc > 3 ? std::atoi(argv[3]) : 5;
  if (count == 0 || rounds < 1) return refuse("no pages or no rounds asked for");
  const auto knowledge = Knowledge::open_default();
  if (!knowledge) return refuse(describe(knowledge.error()));
  const auto pages = benchmarks::read_pages(argv[1]);
  if (pages.empty()) return refuse(std::string(argv[1]) + ": no HTML files in it");
  xmlInitParser();
  const auto all = ways(knowledge->lexicon());
  std::printf("%zu pages in %s, of which %zu give a report and the rest are refused\n",
              pages.size(), argv[1], count_read(pages, all.front().read));
  const auto typical = benchmarks::of_size(pages, kTypicalPage);
  if (!typical.empty())
    compare("Pages of 40 to 120 kB", benchmarks::repeated(typical, count), all, rounds);
  compare("All pages", benchmarks::repeated(pages, count), all, rounds);
  xmlCleanupParser();
  return 0;
}
