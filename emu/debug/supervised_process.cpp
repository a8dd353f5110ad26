#include "emu/debug/supervised_process.hpp"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <new>

namespace mm32::emu {
namespace {

using SharedPid = std::atomic<pid_t>;
static_assert(SharedPid::is_always_lock_free);

enum class Interrupt : int { kNone, kOfTerminal, kSent };

// Set by the signal handler, which has no other way to say it.
std::atomic<Interrupt> interrupt_seen{Interrupt::kNone};

// The terminal interrupts all processes by itself.
void on_interrupt(int, siginfo_t* info, void*) {
  interrupt_seen.store(info->si_code <= 0 ? Interrupt::kSent : Interrupt::kOfTerminal);
}

void watch_signals() {
  struct sigaction action {};
  action.sa_sigaction = &on_interrupt;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGINT, &action, nullptr);
  std::signal(SIGCHLD, SIG_IGN);  // copies are not waited for one by one
}

int wait_for_result(int from, const SharedPid& worker, int lost) {
  watch_signals();
  int result = lost;
  bool interrupted = false;
  ssize_t n = 0;
  for (;;) {
    n = read(from, &result, sizeof result);
    const Interrupt seen = interrupt_seen.exchange(Interrupt::kNone);
    interrupted = interrupted || seen != Interrupt::kNone;
    if (seen == Interrupt::kSent) kill(worker.load(), SIGINT);
    if (n >= 0 || errno != EINTR) break;
  }
  close(from);
  if (n == sizeof result) return result;
  std::signal(SIGINT, SIG_DFL);
  if (interrupted) raise(SIGINT);
  return lost;
}

SharedPid* share_pid() {
  void* const page =
      mmap(nullptr, sizeof(SharedPid), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? nullptr : new (page) SharedPid(0);
}

}  // namespace

Supervision::Supervision(SharedPid& worker) : worker_(worker), supervisor_(getppid()) {
  take_over();
}

void Supervision::take_over() const { worker_.store(getpid()); }

int run_supervised(const std::function<int(const Supervision*)>& work, int lost) {
  std::array<int, 2> ends{};
  SharedPid* const worker = share_pid();
  if (worker == nullptr || pipe(ends.data()) != 0) return work(nullptr);
  std::fflush(nullptr);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  const pid_t supervisor = getpid();
  const pid_t pid = fork();
  if (pid < 0) return work(nullptr);
  if (pid > 0) {
    worker->store(pid);
    close(ends[1]);
    return wait_for_result(ends[0], *worker, lost);
  }
  close(ends[0]);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervisor) _exit(lost);
  const Supervision supervision(*worker);
  const int result = work(&supervision);
  std::fflush(nullptr);
  (void)!write(ends[1], &result, sizeof result);
  _exit(result);
}

}  // namespace mm32::emu
