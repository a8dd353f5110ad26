// A page of RAM whose reads somebody is told about before they happen.
//
// The MMU gives out a translation to a page of device memory beyond RAM in place of the frame; the
// device answers from the frame. Only accesses to that page pay for it. It lies behind everything
// that RAM can be in two-level mode, so no guest page table reaches it by chance; in PAE mode it is
// the last page at which nothing else is.
#pragma once

#include <cstdint>

#include "emu/cpu/engine.hpp"
#include "emu/cpu/mmu.hpp"

namespace mm32::emu {

class ReadObserver {
 public:
  virtual ~ReadObserver() = default;
  virtual void before_read() = 0;
};

class ReadWindow {
 public:
  ReadWindow(const Engine& engine, Mmu& mmu) : engine_(engine), mmu_(mmu) {}

  /// `page` is the host's view of `frame`. Neither this nor the observer may move afterwards.
  Expected<void> open(PhysAddr frame, std::byte* page, ReadObserver& observer);

 private:
  static std::uint64_t on_read(uc_engine*, std::uint64_t offset, unsigned size, void* self);
  static void on_write(uc_engine*, std::uint64_t offset, unsigned size, std::uint64_t value,
                       void* self);

  const Engine& engine_;
  Mmu& mmu_;
  std::byte* page_ = nullptr;
  ReadObserver* observer_ = nullptr;
};

}  // namespace mm32::emu
