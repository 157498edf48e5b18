#include "pipeline/stream.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>
#include <memory>
#include <optional>
#include <thread>

#include "intake/raw_reader.h"
#include "intake/reader.h"
#include "intake/to_coding.h"
#include "sitrep/pipeline.h"

namespace sitrep {

namespace {

struct Token {
  std::string input;  // for errors without a name of their own
  std::optional<RawInput> raw;
  std::optional<Report> report;
  std::optional<Coding> coding;  // instead of the report: the input was one
  std::optional<Coded> coded;    // set early where there is nothing to code
  bool skipped = false;
};
using TokenPtr = std::shared_ptr<Token>;

void refuse(Token& token, Error error) {
  if (error.file.empty()) error.file = token.input;
  token.coded = Coded{Failure(std::move(error)), {}};
}

class Stream {
 public:
  Stream(const StreamOptions& options, const Knowledge& knowledge, const StreamSteps& steps)
      : steps_(steps),
        anew_(options.codings == StreamOptions::Codings::anew),
        called_(options.called),
        input_options_{.lexicon = &knowledge.lexicon(), .columns = options.columns},
        reader_(options.inputs, input_options_),
        coders_([&knowledge] { return Coder::create(knowledge); }) {}

  Result<bool> run(size_t threads) {
    if (const auto& first = coders_.local(); !first) return Failure(first.error());
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    while (!ended_ && !stopped_) {
      resting_ = false;
      flow(threads);
      if (resting_ && !stopped_ && !steps_.rest()) stopped_ = true;
    }
    if (error_) return Failure(*error_);
    return true;
  }

 private:
  using Step = void (Stream::*)(Token&);

  void flow(size_t threads) {
    using Mode = tbb::filter_mode;
    tbb::parallel_pipeline(
        threads * 4,
        tbb::make_filter<void, TokenPtr>(Mode::serial_in_order,
                                         [this](tbb::flow_control& flow) { return read(flow); }) &
            stage(Mode::parallel, &Stream::read_report) &
            stage(Mode::serial_in_order, &Stream::choose) & stage(Mode::parallel, &Stream::code) &
            tbb::make_filter<TokenPtr, void>(Mode::serial_in_order,
                                             [this](const TokenPtr& t) { hand_over(*t); }));
  }

  tbb::filter<TokenPtr, TokenPtr> stage(tbb::filter_mode mode, Step step) {
    return tbb::make_filter<TokenPtr, TokenPtr>(mode, [this, step](TokenPtr token) {
      if (!token->coded && !token->skipped) guarded(*token, step);
      return token;
    });
  }

  // Whatever goes wrong in a step refuses that input and no other.
  void guarded(Token& token, Step step) {
    try {
      (this->*step)(token);
    } catch (const std::exception& e) {
      refuse(token, Error{Code::malformed, std::string("can't be coded: ") + e.what(), {}});
    }
  }

  void stop(const Error& error) {
    error_ = error;
    stopped_ = true;
  }

  TokenPtr read(tbb::flow_control& flow) {
    auto next = stopped_ || resting_ ? std::nullopt : reader_.next();
    if (!next) {
      ended_ = !resting_;
      flow.stop();
      return nullptr;
    }
    auto token = std::make_shared<Token>();
    if (*next) {
      rename((*next)->file);
      rename((*next)->sidecar_file);
      token->input = (*next)->file;
      token->raw = std::move(**next);
    } else {
      rename(next->error().file);
      refuse(*token, std::move(next->error()));
    }
    return token;
  }

  void rename(std::string& file) const {
    if (called_ && !file.empty()) file = called_(file);
  }

  void read_report(Token& token) {
    if (auto coding = to_coding(*token.raw)) return accept(token, std::move(*coding));
    auto report = to_report(std::move(*token.raw), input_options_);
    token.raw.reset();
    if (!report) return refuse(token, report.error());
    token.report = std::move(*report);
  }

  void accept(Token& token, Result<Coding> coding) {
    token.raw.reset();
    if (!coding) return refuse(token, coding.error());
    if (anew_) {
      token.report = std::move(coding->report);
    } else {
      token.coding = std::move(*coding);
    }
  }

  void choose(Token& token) {
    if (stopped_ || !steps_.wanted) return;
    const auto wanted = steps_.wanted(token.coding ? token.coding->report : *token.report);
    token.skipped = !wanted || !*wanted;
    if (!wanted) stop(wanted.error());
  }

  void code(Token& token) {
    if (stopped_) return;
    if (!token.coding) {
      auto& coder = coders_.local();
      if (!coder) return refuse(token, coder.error());
      token.coding = coder->code(std::move(*token.report));
    }
    Coded coded{std::move(*token.coding), {}};
    if (steps_.prepare) steps_.prepare(coded);
    token.coded = std::move(coded);
  }

  void hand_over(Token& token) {
    if (!token.coded || stopped_) return;
    const Then then = steps_.take(std::move(*token.coded));
    if (then == Then::rest) resting_ = true;
    if (then == Then::end) stopped_ = true;
  }

  const StreamSteps& steps_;
  const bool anew_;
  const std::function<std::string(const std::string&)> called_;
  InputOptions input_options_;
  RawReader reader_;
  tbb::enumerable_thread_specific<Result<Coder>> coders_;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> resting_ = false;
  bool ended_ = false;  // all inputs are read
  std::optional<Error> error_;
};

}  // namespace

Result<bool> code_inputs(const StreamOptions& options, const Knowledge& knowledge,
                         const StreamSteps& steps) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  return Stream(options, knowledge, steps).run(options.threads ? options.threads : cores);
}

}  // namespace sitrep
