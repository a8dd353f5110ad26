// Ends a run that takes too much wall-clock time (--timeout).
//
// The only place where real time enters: it can end a run, never change what a run prints before.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

class Watchdog {
 public:
  /// Counts from now. `limit` zero: never expires.
  Watchdog(Cpu& cpu, std::chrono::milliseconds limit);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  bool expired() const { return expired_.load(); }

 private:
  void watch(std::chrono::milliseconds limit);

  Cpu& cpu_;
  std::atomic<bool> expired_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace mm32::emu
