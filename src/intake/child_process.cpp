#include "intake/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "core/text.h"

namespace sitrep {

namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  Descriptor() = default;
  // Above 2, so that it can't be mistaken for one of the child's three.
  explicit Descriptor(int number) : number_(number) {
    if (number < 0 || number > 2) return;
    number_ = fcntl(number, F_DUPFD_CLOEXEC, 3);
    ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

// Memory that the child can seek in; nothing of the input touches a disk.
int memory_file(std::string_view bytes) {
  const int file = memfd_create("sitrep-input", MFD_CLOEXEC);
  if (file >= 0 && write_all(file, bytes) && lseek(file, 0, SEEK_SET) == 0) return file;
  if (file >= 0) ::close(file);
  return -1;
}

struct Spawning {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  Spawning() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;
  ~Spawning() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }

  void prepare(int input, int output) {
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setpgroup(&attributes, 0);  // a group of its own, to be killed as one
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
};

// 0 where the program can't be started.
pid_t start(const std::vector<std::string>& command, int input, int output) {
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char path[] = "PATH=/usr/bin:/bin";
  char locale[] = "LC_ALL=C.UTF-8";
  char* environment[] = {path, locale, nullptr};
  Spawning spawning;
  spawning.prepare(input, output);
  pid_t child = 0;
  const int failed = posix_spawn(&child, command[0].c_str(), &spawning.actions,
                                 &spawning.attributes, arguments.data(), environment);
  return failed == 0 ? child : 0;
}

void limit(pid_t child, const ChildLimits& limits) {
  const auto set = [&](auto which, rlim_t most) {
    const rlimit both{most, most};
    prlimit(child, which, &both, nullptr);
  };
  set(RLIMIT_AS, limits.memory);
  set(RLIMIT_CPU, static_cast<rlim_t>(limits.time.count()));
  set(RLIMIT_CORE, 0);
  set(RLIMIT_FSIZE, 0);  // it has no file to write
}

class Child {
 public:
  Child(pid_t pid, Clock::time_point deadline) : pid_(pid), deadline_(deadline) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!ended_) end();
  }

  // Empty: all is read; else why not.
  std::optional<Error> read(int from, size_t most, std::string& to) {
    for (;;) {
      pollfd ready{from, POLLIN, 0};
      const int left = milliseconds_left();
      const int got = left > 0 ? poll(&ready, 1, left) : 0;
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return Error{Code::unreadable, "takes too long", {}};
      char buffer[64 * 1024];
      const ssize_t n = ::read(from, buffer, sizeof buffer);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) return std::nullopt;
      to.append(buffer, static_cast<size_t>(n));
      if (to.size() > most) return Error{Code::too_large, "gives more than can be read", {}};
    }
  }

  int wait() {
    int status = 0;
    for (;;) {
      const pid_t got = waitpid(pid_, &status, WNOHANG);
      if (got < 0 && errno == EINTR) continue;
      if (got != 0) break;
      if (milliseconds_left() <= 0) return end();
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ended_ = true;
    return code_of(status);
  }

 private:
  static int code_of(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  int milliseconds_left() const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left.count(), 0));
  }

  int end() {
    kill(-pid_, SIGKILL);
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    ended_ = true;
    return code_of(status);
  }

  pid_t pid_;
  Clock::time_point deadline_;
  bool ended_ = false;
};

}  // namespace

std::optional<std::string> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  for (const auto folder : split(path == nullptr ? "" : path, ':')) {
    if (folder.empty()) continue;
    std::string program = std::string(folder).append("/").append(name);
    if (access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

Result<ChildResult> run_child(const std::vector<std::string>& command, std::string_view input,
                              const ChildLimits& limits) {
  const auto failed = [&](const char* what) {
    return fail(Code::unreadable, command[0] + ": " + what + ": " + std::strerror(errno));
  };
  const Descriptor in(memory_file(input));
  if (in.number() < 0) return failed("no memory for its input");
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return failed("no pipe");
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  const pid_t pid = start(command, in.number(), to.number());
  if (pid == 0) return failed("can't be started");
  Child child(pid, Clock::now() + limits.time);
  limit(pid, limits);
  to.close();
  ChildResult result;
  if (auto error = child.read(from.number(), limits.output, result.output)) {
    error->message = command[0] + " " + error->message;
    return Failure(std::move(*error));
  }
  result.status = child.wait();
  return result;
}

}  // namespace sitrep
