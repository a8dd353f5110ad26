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

  void attach(Mailbox& mailbox) { mailbox_ = &mailbox; }
  std::uint64_t now_ns() const { return mailbox_ != nullptr ? mailbox_->clock_ns : 0; }
  void advance(std::uint64_t ns) {
    if (mailbox_ != nullptr) mailbox_->clock_ns += ns;
  }
  /// 1 GHz, and every look moves it on, so that code that waits for it gets there.
  std::uint64_t read_tsc() {
    advance(kExportNs);
    return now_ns();
  }

 private:
  Mailbox* mailbox_ = nullptr;
};

}  // namespace mm32::emu
