// Whether the guest's shrinkers run before an allocation goes to the OOM killer.
//
// State: struct mm32_reclaim in the kernel image (guest/kernel/mm/shrinker.c). The host, whose
// calls never run guest code (design D2), ends the allocation without a result; the guest runs the
// shrinkers on the stack of the caller and then makes the same call again. That call is known by
// its time: it is the first one after the end of the shrinkers. R1  one allocation runs the
// shrinkers again only after they freed something, and kMaxRounds times. Linux 6.1 mm/page_alloc.c
// __alloc_pages_direct_reclaim, should_reclaim_retry.
#pragma once

#include "emu/machine/virtual_clock.hpp"
#include "mm/base/ram.hpp"

namespace mm32::emu {

class GuestReclaim {
 public:
  GuestReclaim(const Ram& ram, VirtAddr state) : state_(ram.at<State>(state)) {}

  /// True when they are to run now, for a call made at `now_ns`.
  bool may_run(std::uint64_t now_ns) const {
    if (state_.shrinkers == 0) return false;
    if (now_ns != state_.done_ns + VirtualClock::kExportNs) {
      state_.rounds = 1;
      return true;
    }
    return state_.freed_pages != 0 && state_.rounds++ < kMaxRounds;
  }

 private:
  static constexpr std::uint32_t kMaxRounds = 16;  // Linux: MAX_RECLAIM_RETRIES

  struct State {
    std::uint64_t done_ns;
    std::uint32_t shrinkers;
    std::uint32_t rounds;
    std::uint32_t freed_pages;
  };

  State& state_;
};

}  // namespace mm32::emu
