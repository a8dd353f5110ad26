// mem_map: the array of struct page, one for every frame from 0, in guest lowmem.
//
// Entries are initialised section by section (1024 frames, one block of the largest order), so that
// a machine with much RAM starts quickly and costs no host memory for frames that nobody touches.
// A section is kReady, or wholly free and untouched (kFree), or wholly without RAM (kHole); the
// states are a byte array in guest RAM. Who initialises and when: FreeLists.
//
//   mem_map  |0        |1024     |2048    …  capacity(): max_mapnr rounded up to a section
//   states   [ kReady ][ kFree  ][ kHole ]…
//
// P1  the array is page-aligned; a section's 40 KiB are whole pages.
// Linux: mm/page_alloc.c (memmap_init, deferred_init_pages), FLATMEM.
#pragma once

#include "mm/abi/list_damage.hpp"
#include "mm/abi/zone.hpp"
#include "mm/base/check.hpp"
#include "mm/boot/memblock.hpp"

namespace mm32 {

inline constexpr std::uint32_t kSectionPages = 1u << kMaxOrder;

enum class SectionState : std::uint8_t { kReady = 0, kFree = 1, kHole = 2 };

enum class PageInit : std::uint8_t {
  kFree,      // about to become free memory: no references
  kReserved,  // the kernel's own, or no RAM: PG_reserved, one reference
};

class MemMap {
 public:
  /// Takes space for frames [0, max_pfn) from `memblock`. kNoMem if lowmem cannot hold it.
  static Result<MemMap> create(const Ram& ram, Memblock& memblock);

  /// Any frame number gives a place inside of the RAM window (32-bit arithmetic, see ram.hpp R2);
  /// it is an entry of the array if the frame is below capacity().
  Page& at(Pfn pfn) const {
    return *reinterpret_cast<Page*>(
        base_ + (offset_ + pfn.raw() * static_cast<std::uint32_t>(sizeof(Page))));
  }
  Pfn pfn_of(const Page& page) const {
    const auto distance = reinterpret_cast<const std::byte*>(&page) - base_ - offset_;
    return Pfn(static_cast<std::uint32_t>(distance) / static_cast<std::uint32_t>(sizeof(Page)));
  }
  /// The entry whose `lru` is `node`; a link that points elsewhere is damage.
  Page& of_lru(GuestPtr<ListHead> node) const {
    const std::uint32_t offset =
        node.raw - first_.raw - static_cast<std::uint32_t>(offsetof(Page, lru));
    const std::uint32_t index = offset / sizeof(Page);
    if (index >= capacity_ || index * sizeof(Page) != offset) [[unlikely]]
      report_wild_link(node);
    return at(Pfn(index));
  }
  /// The same without the test that the link points at the beginning of an entry.
  Page& at_lru(GuestPtr<ListHead> node) const {
    const std::uint32_t offset =
        node.raw - first_.raw - static_cast<std::uint32_t>(offsetof(Page, lru));
    if (offset >= capacity_ * static_cast<std::uint32_t>(sizeof(Page))) [[unlikely]]
      report_wild_link(node);
    return *reinterpret_cast<Page*>(base_ + offset_ + offset);
  }
  /// The frame of a struct page, rounded down; anything outside of the array gives a frame that is
  /// not valid().
  Pfn pfn_of(GuestPtr<Page> page) const {
    return Pfn((page.raw - first_.raw) / static_cast<std::uint32_t>(sizeof(Page)));
  }
  GuestPtr<Page> ptr(Pfn pfn) const {
    return GuestPtr<Page>(first_.raw + pfn.raw() * static_cast<std::uint32_t>(sizeof(Page)));
  }
  /// Linux: pfn_valid.
  bool valid(Pfn pfn) const { return pfn < end_; }
  Pfn end() const { return end_; }
  std::uint32_t capacity() const { return capacity_; }
  GuestPtr<Page> first() const { return first_; }
  GuestPtr<std::uint8_t> states() const { return states_ptr_; }

  /// The state of the section that holds `pfn`; frames past capacity() are ready.
  SectionState state(Pfn pfn) const {
    return pfn.raw() < capacity_ ? SectionState(states_[pfn.raw() >> kMaxOrder])
                                 : SectionState::kReady;
  }
  void set_state(Pfn pfn, SectionState s) {
    states_[pfn.raw() >> kMaxOrder] = static_cast<std::uint8_t>(s);
  }
  /// Writes fresh entries for the frames of `range`.
  void init(PfnRange range, ZoneIndex zone, PageInit kind);

 private:
  std::byte* base_ = nullptr;  // of RAM
  std::uint32_t offset_ = 0;   // of the array in RAM
  std::uint8_t* states_ = nullptr;
  std::uint32_t capacity_ = 0;
  Pfn end_{};
  GuestPtr<Page> first_{};
  GuestPtr<std::uint8_t> states_ptr_{};
};

}  // namespace mm32
