// The machine's time: nanoseconds since power-on, counted by what the guest does and by nothing
// else.
//
// It advances by a fixed amount for each export call, each exception and each line of the log, so
// that the same run shows the same times (design D5). It lives in the mailbox in guest RAM.
#pragma once

#include <algorithm>
#include <cstdint>

#include "emu/cpu/cpu.hpp"
#include "emu/cpu/read_window.hpp"
#include "emu/export/mailbox.hpp"

namespace mm32::emu {

class VirtualClock final : public ReadObserver {
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
  /// A look at jiffies. Code that does nothing but look waits for time to pass: the longer it
  /// looks, the faster time goes, to a quarter of a tick a look.
  void before_read() override {
    looks_ = now_ns() == last_look_ns_ ? looks_ + 1 : 0;
    advance(std::min(kExportNs << std::min(looks_ / kLooksPerDoubling, 16u), kNsPerJiffy / 4));
    last_look_ns_ = now_ns();
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
  static constexpr unsigned kLooksPerDoubling = 64;
  std::uint64_t last_look_ns_ = 0;
  unsigned looks_ = 0;
};

}  // namespace mm32::emu
