// The MMU: answers the engine's TLB misses with mm's page walk, and is the Tlb that page-table
// editing flushes.
//
// The walk that fills the TLB is the walk that the tools show. A refused fill records the walk; the
// CPU turns it into a page fault. Write permission is granted only once the dirty bit is set, and
// execute permission only to a fetch (data pages that are not executable are faster to store to).
// The paging registers are read from the engine at each fill, because guest code may write them.
// event::Walk is a fill of the guest's TLB: what the engine has only forgotten and asks for again
// is none (FilledPages), so that the same run has the same events.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>

#include "emu/cpu/engine.hpp"
#include "emu/cpu/tlb_checker.hpp"
#include "mm/base/events.hpp"
#include "mm/base/tlb.hpp"
#include "mm/paging/walk.hpp"

namespace mm32::emu {

/// A fill that was refused: what the CPU tried, and the walk that said no.
struct RefusedFill {
  VirtAddr page;
  Access access;
  Ring ring;
  Walk walk;
  bool bus_fetch = false;  // the walk succeeded, but there is no memory to execute from
  bool guard = false;      // the walk succeeded, but the frame is a stack's guard
};

/// Told before the CPU gets a translation to a frame of a watched range. Used for memory whose
/// contents are made when they are first looked at.
class FrameWatcher {
 public:
  virtual ~FrameWatcher() = default;
  virtual void before_access(PhysAddr frame) = 0;
};

class FilledPages;

class Mmu final : public Tlb {
 public:
  Mmu(const Engine& engine, const Ram& ram, EventStream& events);
  ~Mmu() override;

  /// Adds the fill callback to the engine. `this` must not move afterwards.
  Expected<void> attach();

  void flush_range(VirtAddr begin, Pages pages) override;
  void flush_all() override;

  /// Makes the engine forget code that it translated from those pages of [begin, begin + pages)
  /// that ring 0 may execute.
  void forget_code(VirtAddr begin, Pages pages);

  /// The paging registers as they are now.
  PagingState state() const;
  /// Walks `va` as the CPU would.
  Walk walk_now(VirtAddr va, Access access, Ring ring) const;

  /// The first fill that was refused since the last call.
  std::optional<RefusedFill> take_refused();
  /// Ring 3's next fill of `page` is one that the CPU makes for itself (a descriptor): it has the
  /// supervisor's rights. The engine does not say so.
  void expect_descriptor_access(VirtAddr page) { descriptor_page_ = page; }
  /// The guest is going to execute INVLPG for this page.
  void expect_invlpg(VirtAddr page);
  std::uint64_t fills() const { return fills_; }
  /// What the CPU tries in the fill that it is doing, or did last: for who hears of event::Walk.
  struct Fill {
    VirtAddr address{};
    Access access = Access::kRead;
    Ring ring = Ring::kSupervisor;
  };
  const Fill& last_fill() const { return last_fill_; }

  /// Ring 0 is refused this frame from now on: the guard page below a kernel stack.
  void guard_frame(PhysAddr frame);
  void unguard_frame(PhysAddr frame) { guards_.erase(frame); }
  bool is_guard_frame(PhysAddr frame) const { return guards_.contains(frame); }

  /// Tells `checker` of every translation that the CPU gets and of every flush.
  void check_with(TlbChecker& checker) { checker_ = &checker; }

  /// The CPU gets `window` where page tables say `frame`.
  void redirect(PhysAddr frame, PhysAddr window) { redirected_ = Redirect{frame, window}; }
  void watch_frames(PhysAddr begin, PhysAddr end, FrameWatcher& watcher);

 private:
  static bool on_fill(uc_engine*, std::uint64_t va, uc_mem_type type, uc_tlb_entry* result,
                      void* self);
  bool fill(VirtAddr va, Access access, uc_tlb_entry& result);
  bool refuse(const PagingState& paging, const RefusedFill& refused);
  struct Control {
    PagingState paging;
    bool paging_on;
    Ring ring;
  };
  Control control() const;

  const Engine& engine_;
  const Ram& ram_;
  EventStream& events_;
  std::optional<RefusedFill> refused_;
  std::optional<VirtAddr> descriptor_page_;
  std::uint64_t fills_ = 0;
  Fill last_fill_{};
  std::unique_ptr<FilledPages> filled_;
  PhysAddr cr3_{};
  std::set<PhysAddr> guards_;
  struct Redirect {
    PhysAddr frame;
    PhysAddr window;
  };
  std::optional<Redirect> redirected_;
  PhysAddr watch_begin_{};
  PhysAddr watch_end_{};
  FrameWatcher* watcher_ = nullptr;
  TlbChecker* checker_ = nullptr;
};

}  // namespace mm32::emu
