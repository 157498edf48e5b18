#include "cli/console.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "output/wording.h"

namespace sitrep::cli {

namespace {

// Empty: all is written. Else the reason.
std::string write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return std::strerror(errno);
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return {};
}

bool wants_colours() {
  const char* no = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return isatty(1) && !(no && *no) && !(term && std::strcmp(term, "dumb") == 0);
}

}  // namespace

bool Output::write(std::string_view text) {
  if (!failure_.empty()) return false;
  buffer_ += text;
  return buffer_.size() < kBuffer || flush();
}

bool Output::flush() {
  if (failure_.empty()) failure_ = write_all(descriptor_, buffer_);
  buffer_.clear();
  return failure_.empty();
}

Console::Console() : colours_(wants_colours()), progress_(isatty(2)) {}

unsigned Console::width() const {
  winsize size{};
  if (!isatty(1) || ioctl(1, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

void Console::note(std::string_view line) {
  end_progress();
  write_all(2, output::printable(line) + "\n");
}

void Console::progress(std::string_view line) {
  if (!progress_) return;
  write_all(2, "\r\x1b[K" + std::string(line));
  pending_ = true;
}

void Console::end_progress() {
  if (pending_) write_all(2, "\r\x1b[K");
  pending_ = false;
}

int Console::complain(const Error& error) {
  note("sitrep: " + describe(error));
  return error.code == Code::usage ? kWrongCall : kRefused;
}

Result<bool> write_file(const std::string& path, std::string_view content) {
  const std::string part = path + ".part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return fail(Code::io_failed, std::strerror(errno), path);
  std::string reason = write_all(file, content);
  if (::close(file) != 0 && reason.empty()) reason = std::strerror(errno);
  if (reason.empty() && std::rename(part.c_str(), path.c_str()) != 0) reason = std::strerror(errno);
  if (reason.empty()) return true;
  ::unlink(part.c_str());
  return fail(Code::io_failed, reason, path);
}

void prepare_descriptors() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on files (ulimit -f) fails the write like a full disk
  for (int descriptor = 0; descriptor < 3; ++descriptor) {
    // open gives the lowest free number; read-only for 1 and 2, so that writes fail and are
    // reported.
    if (fcntl(descriptor, F_GETFD) < 0) ::open("/dev/null", O_RDONLY);
  }
}

}  // namespace sitrep::cli
