#include "cli/app.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <sstream>

#include "cli/call.h"
#include "cli/commands.h"
#include "cli/console.h"

#ifndef SITREP_VERSION
#define SITREP_VERSION "unknown"
#endif

namespace sitrep::cli {

namespace {

using Command = std::function<int(const Call&, Console&)>;

constexpr auto kAbout =
    "Sitrep reads what many outlets report and writes down what happened: one record for each\n"
    "incident, each value tied to the sentence that says it.";

constexpr auto kExample =
    "Start with:\n"
    "  sitrep build week.sitrep reports/     read a folder of reports into a ledger\n"
    "  sitrep brief week.sitrep              the situation report, with its sources\n"
    "  sitrep why week.sitrep 3f2 killed     the sentences behind a value";

constexpr auto kInputs =
    "Files or folders (text, HTML, mail, PDF, CSV, JSON Lines, codings, WARC, zip, tar; packed or\n"
    "not), or - for standard input";

constexpr auto kChanges =
    "Values to set: type, outcome, phase, damage (their words); killed, wounded, abducted (5, 5+,\n"
    "3-7, 3/5/7, unknown); when (2022-01-05, \"2022-01-05 night\", 2022-01,\n"
    "2022-01-03/2022-01-09); where (Mosul, \"Paris, Texas\", 36.34,43.13); perpetrators\n"
    "(\"ISIS (claimed); a gang (suspected)\", none)";

// The commands and where they leave what they read.
class Parser {
 public:
  explicit Parser(Call& call) : call_(call) {
    app_.require_subcommand(1);
    app_.footer(kExample);
    app_.set_version_flag("--version", SITREP_VERSION);
    app_.get_formatter()->column_width(34);
    app_.failure_message(
        [](const CLI::App*, const CLI::Error& e) { return std::string(e.what()); });
    add_reading_commands();
    add_watching_command();
    add_looking_commands();
    add_correcting_commands();
    add_writing_commands();
  }
  CLI::App& app() { return app_; }
  const Command& chosen() const { return chosen_; }

 private:
  CLI::App* add(const char* name, const char* about, const char* example, Command command) {
    CLI::App* sub = app_.add_subcommand(name, about);
    sub->footer(std::string("Example:\n  ") + example);
    sub->add_option("--knowledge", call_.knowledge,
                    "Compiled dictionaries and models (default: beside the program, or "
                    "$SITREP_KNOWLEDGE)")
        ->type_name("FILE");
    sub->callback([this, command = std::move(command)] { chosen_ = command; });
    return sub;
  }

  CLI::App* add_on_ledger(const char* name, const char* about, const char* example,
                          Command command) {
    CLI::App* sub = add(name, about, example, std::move(command));
    sub->add_option("ledger", call_.ledger, "The ledger's file")->required()->type_name("LEDGER");
    return sub;
  }

  void add_inputs(CLI::App* sub) {
    sub->add_option("inputs", call_.inputs, kInputs)->required()->type_name("INPUT");
    sub->add_option("--columns", call_.columns,
                    "Columns of a table, such as text=Body,published=When (default: by name)")
        ->type_name("FIELD=COLUMN")
        ->delimiter(',')
        ->allow_extra_args(false);
  }

  void add_coding(CLI::App* sub) {
    add_inputs(sub);
    add_threads(sub);
    add_gazetteers(sub);
  }

  void add_gazetteers(CLI::App* sub) {
    sub->add_option("--gazetteer", call_.gazetteers,
                    "More places: a file in the format of GeoNames (may be given several times)")
        ->type_name("FILE")
        ->allow_extra_args(false);
  }

  void add_filters(CLI::App* sub) {
    auto* filters = sub->add_option_group("Filters");
    filters->add_option("--since", call_.filter.since, "First day")->type_name("YYYY-MM-DD");
    filters->add_option("--until", call_.filter.until, "Last day, inclusive")
        ->type_name("YYYY-MM-DD");
    const auto choices = [&](const char* option, std::vector<std::string>& into,
                             const char* about) {
      return filters->add_option(option, into, about)->allow_extra_args(false);
    };
    auto& filter = call_.filter;
    choices("--country", filter.countries, "Name or two-letter code")->type_name("COUNTRY");
    choices("--type", filter.types, "Type of incident, such as shelling")->type_name("TYPE");
    choices("--grade", filter.grades,
            "How far the record can be trusted: confirmed, fair, weak, contested or discounted")
        ->type_name("GRADE");
    choices("--actor", filter.actors, "Of the perpetrators: a name, or an id of the dictionary")
        ->type_name("ACTOR");
    choices("--outlet", filter.outlets, "That tells of it")->type_name("NAME");
    filters->add_option("--min-killed", filter.min_killed, "At least so many dead")->type_name("N");
    filters->add_flag("--disputed", filter.disputed, "Only what reports disagree on");
    filters->add_option("--text", call_.filter.text, "Words of a name, the summary or a report")
        ->type_name("WORDS");
    filters->add_flag("--rejected", call_.filter.rejected, "Also what was rejected as no incident");
  }

  void add_rule(CLI::App* sub) {
    sub->add_option("--rule", call_.rule,
                    "By which of the reports' values to tell it: conservative, representative, "
                    "informative or latest")
        ->type_name("RULE")
        ->check(CLI::IsMember(
            std::vector<std::string>(Names<Rule>::kAll.begin(), Names<Rule>::kAll.end())))
        ->capture_default_str();
  }

  void add_file(CLI::App* sub) {
    sub->add_option("-o,--output", call_.file, "File to write (default: standard output)")
        ->type_name("FILE");
  }

  void add_reading_commands() {
    CLI::App* only = add("read", "Show what is read from inputs, before anything is coded",
                         "sitrep read --why page.html", read);
    add_inputs(only);
    only->add_flag("--why", call_.why, "Also where title, byline, outlet and date were found");
    only->add_flag("--json", call_.json, "A record for each report, as JSON Lines");
    add_coding(add("code", "Code each report by itself, as JSON Lines on standard output",
                   "sitrep code reports/ > codings.jsonl", code));
    add_coding(add_on_ledger("build", "Read reports into a ledger and reconcile its incidents",
                             "sitrep build week.sitrep reports/ more.jsonl.gz", build));
  }

  void add_watching_command() {
    CLI::App* sub = add_on_ledger(
        "watch", "Ask news feeds again and again, and read the pages that are new into a ledger",
        "sitrep watch week.sitrep feeds.opml --every 15 --contact desk@example.org", watch);
    sub->add_option("feeds", call_.inputs,
                    "OPML, a list of addresses (one a line), or a feed's address")
        ->required()
        ->type_name("FEEDS");
    sub->add_flag("--once", call_.once, "One round, then end");
    add_number(sub, "--every", call_.every, "Minutes from round to round, and the longest one");
    add_number(sub, "--revisit", call_.revisit,
               "Minutes until a page is asked for again whose feed says that it changed");
    add_number(sub, "--delay", call_.delay, "Seconds between two requests to a host");
    add_number(sub, "--timeout", call_.timeout, "Seconds that a request may take");
    sub->add_option("--contact", call_.contact,
                    "Address of mail or page, told to the sites in the User-Agent")
        ->type_name("TEXT");
    sub->add_option("--proxy", call_.proxy, "Such as socks5h://127.0.0.1:9050")
        ->type_name("ADDRESS");
    sub->add_flag("--allow-private", call_.allow_private,
                  "Also pages on loopback and private networks");
    add_threads(sub);
    add_gazetteers(sub);
  }

  void add_number(CLI::App* sub, const char* name, double& to, const char* about) {
    constexpr double kMost = 1e6;
    sub->add_option(name, to, about)
        ->type_name("N")
        ->check(CLI::Range(0.0, kMost))
        ->capture_default_str();
  }

  void add_looking_commands() {
    CLI::App* all = add_on_ledger("list", "List incidents, a line each",
                                  "sitrep list week.sitrep --country IQ --since 2022-01-03", list);
    add_filters(all);
    add_rule(all);
    all->add_flag("--json", call_.json, "The contract's records, as JSON Lines");

    CLI::App* one =
        add_on_ledger("show", "Show all that is known of an incident, agreement and disagreement",
                      "sitrep show week.sitrep 3f2", show);
    add_incident(one);
    add_rule(one);
    one->add_flag("--json", call_.json, "The contract's record");

    CLI::App* reasons = add_on_ledger(
        "why", "Show the sentences, and the dictionary line, rule or model behind each value",
        "sitrep why week.sitrep 3f2 killed", why);
    add_incident(reasons);
    reasons->add_option("field", call_.field, "Only this field, such as killed or where")
        ->type_name("[FIELD]");
    reasons->add_flag("--json", call_.json, "The claims, as JSON Lines");

    CLI::App* texts =
        add_on_ledger("versions", "Show the versions of a report, and the sentences that changed",
                      "sitrep versions week.sitrep r334f325e6ab1", versions);
    texts->add_option("report", call_.report, "Its id or address")->required()->type_name("REPORT");
    texts->add_flag("--json", call_.json, "A line for each version, as JSON Lines");
  }

  void add_incident(CLI::App* sub) {
    sub->add_option("incident", call_.incident, "Its id, or the first letters of it")
        ->required()
        ->type_name("INCIDENT");
  }

  void add_signature(CLI::App* sub, bool reason_needed) {
    auto* reason = sub->add_option("--reason", call_.reason, "Why, for the log")->type_name("TEXT");
    if (reason_needed) reason->required();
    sub->add_option("--by", call_.by, "Who says so (default: $USER, or the login name)")
        ->type_name("NAME");
  }

  CLI::App* add_correction(const char* name, const char* about, const char* example,
                           Command command) {
    CLI::App* sub = add_on_ledger(name, about, example, std::move(command));
    add_incident(sub);
    add_signature(sub, true);
    return sub;
  }

  void add_correcting_commands() {
    add_correction("correct", "Set values of an incident, whatever its reports say",
                   "sitrep correct week.sitrep 3f2 killed=7 where=\"Paris, Texas\" "
                   "--reason \"the ministry's list\"",
                   correct)
        ->add_option("changes", call_.changes, kChanges)
        ->required()
        ->type_name("FIELD=VALUE");
    add_correction("merge", "Make incidents one, for good",
                   "sitrep merge week.sitrep 3f2 a71 --reason \"one attack, told twice\"", merge)
        ->add_option("others", call_.others, "The incidents that go into the first")
        ->required()
        ->type_name("OTHER");
    add_correction("split", "Take reports, or single events of them, out of an incident, for good",
                   "sitrep split week.sitrep 3f2 r8 r9/e2 --reason \"another market\"", split)
        ->add_option("others", call_.others, "Reports, by id, or members of the incident's record")
        ->required()
        ->type_name("REPORT[/EVENT]");
    add_correction("reject", "Hide what is no incident from lists, exports and the brief",
                   "sitrep reject week.sitrep 3f2 --reason \"a drill\"", reject);
    add_log_commands();
  }

  void add_log_commands() {
    CLI::App* back = add_on_ledger("undo", "Take a correction back: the last, or one by its number",
                                   "sitrep undo week.sitrep 4", undo);
    back->add_option("number", call_.number, "Its number in the log")
        ->type_name("[NUMBER]")
        ->check(CLI::PositiveNumber);
    add_signature(back, false);
    CLI::App* all = add_on_ledger("log", "Show who corrected what, when, why and in place of what",
                                  "sitrep log week.sitrep 3f2", log);
    all->add_option("incident", call_.incident, "Only of this incident")->type_name("[INCIDENT]");
    all->add_flag("--json", call_.json, "As JSON Lines");
    CLI::App* again = add_on_ledger(
        "recode", "Code reports again that were coded with other dictionaries or models",
        "sitrep recode week.sitrep --dry-run", recode);
    again->add_flag("--dry-run", call_.dry_run, "Tell what would change, and change nothing");
    again->add_flag("--all", call_.all, "Also those coded with the same (by another program)");
    add_threads(again);
    add_gazetteers(again);
  }

  void add_threads(CLI::App* sub) {
    sub->add_option("-j,--threads", call_.threads, "Threads (default: one a core)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
  }

  void add_format(CLI::App* sub, std::vector<std::string> formats) {
    sub->add_option("--format", call_.format, "Format")
        ->type_name("NAME")
        ->check(CLI::IsMember(std::move(formats)));
  }

  void add_writing_commands() {
    CLI::App* page = add_on_ledger("brief", "Write the situation report",
                                   "sitrep brief week.sitrep --format html -o week.html", brief);
    add_filters(page);
    add_rule(page);
    add_file(page);
    add_format(page, {"md", "html"});

    CLI::App* records =
        add_on_ledger("export", "Export incidents as JSON Lines, CSV or GeoJSON",
                      "sitrep export week.sitrep --format csv -o week.csv", export_records);
    add_filters(records);
    add_rule(records);
    add_file(records);
    add_format(records, {"jsonl", "csv", "geojson"});

    add_serving_command();
  }

  void add_serving_command() {
    CLI::App* site = add_on_ledger("serve", "Open a ledger in the browser: the workbench",
                                   "sitrep serve week.sitrep --port 8320", serve);
    site->add_option("--port", call_.port, "Port, 0 for any free one")->capture_default_str();
    site->add_option("--address", call_.address,
                     "Where to listen; one that is no loopback address needs a token and TLS")
        ->capture_default_str();
    site->add_option("--token", call_.tokens,
                     "Asked of everybody (a --token-file is seen by fewer)")
        ->allow_extra_args(false)
        ->type_name("TOKEN");
    site->add_option("--token-file", call_.token_file, "Lines of TOKEN, or NAME TOKEN of a user")
        ->type_name("FILE");
    site->add_option("--tls-cert", call_.certificate, "The certificate chain, PEM")
        ->type_name("FILE");
    site->add_option("--tls-key", call_.key, "Its key, PEM")->type_name("FILE");
    site->add_option("--insecure", call_.insecure,
                     "What may be missing on an address that others reach: plain-http, no-token")
        ->allow_extra_args(false)
        ->type_name("WORD")
        ->check(CLI::IsMember({"plain-http", "no-token"}));
    site->add_option("--host", call_.hosts, "Another name that it is reached by")
        ->allow_extra_args(false)
        ->type_name("NAME");
    site->add_option("--user", call_.by, "Who corrects, where no token says so (default: $USER)")
        ->type_name("NAME");
    site->add_flag("--read-only", call_.read_only, "Nobody corrects or brings in files");
  }

  CLI::App app_{kAbout, "sitrep"};
  Call& call_;
  Command chosen_;
};

int parse_failed(const CLI::App& app, const CLI::ParseError& error, Console& console) {
  if (error.get_exit_code() == 0) {  // help and version
    std::ostringstream text;
    app.exit(error, text, text);
    console.out().write(text.str());
    return kDone;
  }
  const auto chosen = app.get_subcommands();
  const std::string name = chosen.empty() ? "sitrep" : "sitrep " + chosen.front()->get_name();
  console.note("sitrep: " + std::string(error.what()));
  console.note("Run `" + name + " --help` for its use.");
  return kWrongCall;
}

// Whatever was printed must have arrived.
int finish(int status, Console& console) {
  if (console.out().flush()) return status;
  console.note("sitrep: standard output: " + console.out().failure());
  return kRefused;
}

}  // namespace

int run(int argc, char** argv) {
  prepare_descriptors();
  Console console;
  Call call;
  try {
    Parser parser(call);
    try {
      parser.app().parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return finish(parse_failed(parser.app(), error, console), console);
    }
    return finish(parser.chosen()(call, console), console);
  } catch (const std::exception& error) {
    console.note(std::string("sitrep: ") + error.what());
    return kRefused;
  }
}

}  // namespace sitrep::cli
