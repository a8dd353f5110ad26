// The machine's time: nanoseconds since power-on, counted by what the guest does and by nothing
// else.
//
// It advances by a fixed amount for each export call, each exception and each line of the log, so
// that the same run shows the same times (design D5). It lives in the mailbox in guest RAM.
#pragma once

#include <cstdint>

#include "emu/cpu/cpu.hpp"
#include "emu/export/mailbox.hpp"

namespace mm32::emu {

class VirtualClock {
 public:
  static constexpr std::uint64_t kExportNs = 100;
  static constexpr std::uint64_t kExceptionNs = 1000;
  static constexpr std::uint64_t kLogLineNs = 10000;

  static constexpr std::uint64_t kNsPerJiffy = 4'000'000;  // HZ = 250

  /// `jiffies` is the guest's jiffies_64, whose present value is that of time 0.
  void attach(Mailbox& mailbox, std::uint64_t& jiffies) {
    mailbox_ = &mailbox;
    jiffies_ = &jiffies;
    first_jiffy_ = jiffies;
  }
  std::uint64_t now_ns() const { return mailbox_ != nullptr ? mailbox_->clock_ns : 0; }
  void advance(std::uint64_t ns) {
    if (mailbox_ == nullptr) return;
    mailbox_->clock_ns += ns;
    if (mailbox_->clock_ns >= next_tick_ns_) [[unlikely]] {
      *jiffies_ = first_jiffy_ + mailbox_->clock_ns / kNsPerJiffy;
      next_tick_ns_ = (mailbox_->clock_ns / kNsPerJiffy + 1) * kNsPerJiffy;
    }
  }
  /// 1 GHz, and every look moves it on, so that code that waits for it gets there.
  std::uint64_t read_tsc() {
    advance(kExportNs);
    return now_ns();
  }

 private:
  Mailbox* mailbox_ = nullptr;
  std::uint64_t* jiffies_ = nullptr;
  std::uint64_t first_jiffy_ = 0;
  std::uint64_t next_tick_ns_ = kNsPerJiffy;
};

}  // namespace mm32::emu
