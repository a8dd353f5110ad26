#include "emu/debug/checkpoints.hpp"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <span>
#include <utility>

namespace mm32::emu {
namespace {

constexpr std::uint64_t kLongestOrder = 256u << 20;
constexpr int kPollsForSupervisor = 10000;  // of 100 us

// All of the bytes, or false.
bool send_all(int to, std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

bool receive_all(int from, std::span<char> bytes) {
  while (!bytes.empty()) {
    const ssize_t n = recv(from, bytes.data(), bytes.size(), 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

bool send_order(int to, const std::string& order) {
  const std::uint64_t length = order.size();
  return send_all(to, {reinterpret_cast<const char*>(&length), sizeof length}) &&
         send_all(to, order);
}

// Whether less than an eighth of the host's memory is to be had.
bool memory_is_short() {
  std::ifstream in("/proc/meminfo");
  std::uint64_t total = 0;
  std::uint64_t available = 0;
  std::string name;
  std::uint64_t value = 0;
  for (std::string unit; in >> name >> value && std::getline(in, unit);) {
    if (name == "MemTotal:") total = value;
    if (name == "MemAvailable:") available = value;
  }
  return total != 0 && available < total / 8;
}

}  // namespace

Checkpoints::~Checkpoints() {
  for (const Copy& copy : copies_) close(copy.control);
}

std::optional<std::string> Checkpoints::leave(Moment now, unsigned tag) {
  next_due_ = now.instructions + distance_;
  while (waitpid(-1, nullptr, WNOHANG) > 0) {
  }
  const bool is_there = std::ranges::any_of(
      copies_, [&](const Copy& copy) { return copy.at == now && copy.tag == tag; });
  if (supervision_ == nullptr || is_there || memory_is_short()) return std::nullopt;
  if (copies_.size() == kMost) thin_out();
  return make_copy(now, tag);
}

// Returns an order in a copy that was woken, for each time that it is: see K2.
std::optional<std::string> Checkpoints::make_copy(Moment now, unsigned tag) {
  std::optional<std::string> order;
  for (;;) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return order;
    std::fflush(nullptr);
    const pid_t pid = fork();
    if (pid != 0) {
      close(ends[1]);
      if (pid < 0) {
        close(ends[0]);
      } else {
        const auto later = std::ranges::upper_bound(copies_, now, {}, &Copy::at);
        copies_.insert(later, {now, tag, ends[0]});
      }
      return order;
    }
    close(ends[0]);
    order = sleep(ends[1]);
    close(ends[1]);
    join_supervisor();
  }
}

// In the copy: waits for its order. Ends the process when it is not wanted any more.
std::string Checkpoints::sleep(int control) {
  std::uint64_t length = 0;
  if (!receive_all(control, {reinterpret_cast<char*>(&length), sizeof length}) || length == 0 ||
      length > kLongestOrder)
    _exit(0);
  std::string order(length, '\0');
  if (!receive_all(control, order)) _exit(0);
  return order;
}

// The process that woke this one ends now, and the supervisor becomes the parent. Should that die,
// nobody waits for this process.
void Checkpoints::join_supervisor() const {
  for (int i = 0; i < kPollsForSupervisor && getppid() != supervision_->supervisor(); ++i)
    usleep(100);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != supervision_->supervisor()) _exit(0);
  supervision_->take_over();
}

void Checkpoints::wake(Moment latest, unsigned tag, const std::string& order) {
  for (auto it = copies_.rbegin(); it != copies_.rend(); ++it) {
    if (it->at > latest || it->tag != tag) continue;
    std::fflush(nullptr);
    if (send_order(it->control, order)) _exit(0);
  }
}

std::optional<Moment> Checkpoints::latest(Moment bound, unsigned tag) const {
  std::optional<Moment> found;
  for (const Copy& copy : copies_)
    if (copy.at <= bound && copy.tag == tag) found = copy.at;
  return found;
}

void Checkpoints::give_up(const Copy& copy) {
  (void)send_order(copy.control, {});
  close(copy.control);
}

void Checkpoints::forget_after(Moment moment) {
  const auto later = std::ranges::upper_bound(copies_, moment, {}, &Copy::at);
  std::for_each(later, copies_.end(), &give_up);
  copies_.erase(later, copies_.end());
}

void Checkpoints::thin_out() {
  std::vector<Copy> kept;
  for (std::size_t i = 0; i < copies_.size(); ++i) {
    if (i % 2 == 1)
      kept.push_back(copies_[i]);
    else
      give_up(copies_[i]);
  }
  copies_ = std::move(kept);
  distance_ *= 2;
}

}  // namespace mm32::emu
