#include "emu/machine/watchdog.hpp"

namespace mm32::emu {

Watchdog::Watchdog(Cpu& cpu, std::chrono::milliseconds limit) : cpu_(cpu) {
  if (limit.count() > 0) thread_ = std::thread([this, limit] { watch(limit); });
}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Watchdog::watch(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  if (changed_.wait_for(lock, limit, [this] { return done_; })) return;
  expired_ = true;
  // The CPU may be between two runs when the request comes: repeat until it is heard.
  do {
    cpu_.request_stop();
  } while (!changed_.wait_for(lock, std::chrono::milliseconds(5), [this] { return done_; }));
}

}  // namespace mm32::emu
