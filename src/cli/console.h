// Standard output and standard error. No other file of the project writes to either.
#pragma once

#include <string>
#include <string_view>

#include "sitrep/result.h"

namespace sitrep::cli {

// Exit statuses of the contract.
constexpr int kDone = 0;
constexpr int kRefused = 1;    // some inputs refused, or the work could not be done
constexpr int kWrongCall = 2;  // the call itself is wrong

// Large buffered writes to a file descriptor. The first failure is kept and all later writes are
// dropped.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  bool write(std::string_view text);  // false once anything failed
  bool flush();
  const std::string& failure() const { return failure_; }  // the system's reason, empty: none

 private:
  static constexpr size_t kBuffer = 1u << 20;
  int descriptor_;
  std::string buffer_;
  std::string failure_;
};

class Console {
 public:
  Console();
  Output& out() { return out_; }
  bool colours() const { return colours_; }  // standard output is a terminal that wants them
  bool shows_progress() const { return progress_; }  // standard error is a terminal
  unsigned width() const;                            // columns of the terminal, 0: not a terminal

  void note(std::string_view line);  // a line on standard error, control characters taken out
  void progress(
      std::string_view line);  // replaces the last progress line; nothing without a terminal
  void end_progress();
  int complain(const Error& error);  // notes it; the exit status that goes with it

 private:
  Output out_{1};
  bool colours_ = false;
  bool progress_ = false;
  bool pending_ = false;  // a progress line stands on the screen
};

// Writes a whole file, through a neighbour that is renamed over it: never a half-written one.
Result<bool> write_file(const std::string& path, std::string_view content);

// Descriptors 0 to 2 are taken, so that no file opened later can be mistaken for them, and a closed
// pipe is an error of the write, not the end of the process.
void prepare_descriptors();

}  // namespace sitrep::cli
