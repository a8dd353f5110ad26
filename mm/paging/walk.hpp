// The page walk: the one translation that the CPU's TLB fill, the tools and the tests share.
//
// It reads the tables in guest RAM and touches nothing else; mark_accessed_dirty writes the bits
// that the chip would write. It does not allocate and serves every TLB miss (budget: 100 ns a
// fill).
// W1  Any table contents are answered: an entry outside RAM reads as all ones, as on a PC without
//     memory there; the walk has at most kMaxSteps steps.
// W2  A fault carries the error code that the CPU pushes and the step whose check failed.
//
// Source: Intel SDM vol. 3 §4.3, §4.4, §4.6 (access rights), §4.7 (error code), §4.8 (A and D).
// As on QEMU, reserved bits of page-directory-pointer entries are checked at each walk; a chip
// checks them when CR3 is loaded.
#pragma once

#include <array>
#include <cstring>

#include "mm/base/ram.hpp"
#include "mm/paging/policy.hpp"

namespace mm32 {

enum class Access : std::uint8_t { kRead, kWrite, kExecute };
enum class Ring : std::uint8_t { kSupervisor, kUser };

/// Bits of the page-fault error code. Linux: enum x86_pf_error_code.
namespace fault_code {
inline constexpr std::uint32_t kProtection = 1;  // the page was present
inline constexpr std::uint32_t kWrite = 2;
inline constexpr std::uint32_t kUser = 4;
inline constexpr std::uint32_t kReserved = 8;
inline constexpr std::uint32_t kInstruction = 16;
}  // namespace fault_code

enum class WalkCheck : std::uint8_t {
  kNone,        // no fault
  kPresent,     // an entry is not present
  kReserved,    // a reserved bit is set
  kUser,        // ring 3 on a supervisor page
  kWritable,    // a write to a read-only page
  kExecutable,  // a fetch from a no-execute page
};

struct WalkStep {
  unsigned level;  // 3 or 2 at the top, 1 = page table
  unsigned index;
  PhysAddr entry_pa;
  std::uint64_t entry;  // raw value, as it was before the accessed bits
};

struct Walk {
  static constexpr unsigned kMaxSteps = 3;

  VirtAddr address{};
  std::array<WalkStep, kMaxSteps> steps;
  unsigned step_count = 0;
  WalkCheck failed = WalkCheck::kNone;
  std::uint8_t failed_step = 0;  // index in steps, when failed
  // Combined over all levels; valid once a leaf was found.
  bool writable = true;
  bool user = true;
  bool executable = true;
  bool global = false;
  bool dirty = false;            // the leaf's D bit before this access
  PhysAddr physical{};           // of `address`, when there is a leaf
  Bytes page_size{};             // 0: no leaf
  std::uint32_t error_code = 0;  // when failed

  bool ok() const { return failed == WalkCheck::kNone; }
  bool has_leaf() const { return page_size.raw() != 0; }
  const WalkStep& leaf() const { return steps[step_count - 1]; }
  /// The 4 KB frame that `address` lies in, also inside a large page.
  Pfn frame() const { return pfn_of(physical); }
  /// The frame's physical page address; 64-bit in PAE, where a Pfn could be cut by garbage tables.
  PhysAddr page_pa() const { return PhysAddr(physical.raw() & ~std::uint64_t{kPageSize - 1}); }
};

/// The entry at `pa`; all ones outside RAM (W1).
template <PagingPolicy P>
inline std::uint64_t read_entry(const Ram& ram, PhysAddr pa) {
  typename P::Entry entry = static_cast<typename P::Entry>(~std::uint64_t{0});
  if (const std::byte* host = ram.host(pa, Bytes(sizeof entry))) [[likely]]
    std::memcpy(&entry, host, sizeof entry);
  return entry;
}

template <PagingPolicy P>
inline void write_entry(const Ram& ram, PhysAddr pa, std::uint64_t value) {
  const auto entry = static_cast<typename P::Entry>(value);
  if (std::byte* host = ram.host(pa, Bytes(sizeof entry))) [[likely]]
    std::memcpy(host, &entry, sizeof entry);
}

namespace walk_detail {

inline std::uint32_t base_error_code(const PagingState& s, Access access, Ring ring) {
  std::uint32_t code = ring == Ring::kUser ? fault_code::kUser : 0;
  if (access == Access::kWrite) code |= fault_code::kWrite;
  if (access == Access::kExecute && s.nxe && s.mode == PagingMode::kPae)
    code |= fault_code::kInstruction;
  return code;
}

inline void refuse(Walk& walk, const PagingState& s, Access access, Ring ring, WalkCheck check,
                   unsigned step) {
  walk.failed = check;
  walk.failed_step = static_cast<std::uint8_t>(step);
  walk.error_code = base_error_code(s, access, ring);
  if (check != WalkCheck::kPresent) walk.error_code |= fault_code::kProtection;
  if (check == WalkCheck::kReserved) walk.error_code |= fault_code::kReserved;
}

// The first step whose entry lacks `bit` (or has it, for NX): who denied the access.
template <PagingPolicy P>
unsigned denying_step(const Walk& walk, PteFlags bit, std::uint64_t wanted) {
  for (unsigned i = 0; i < walk.step_count; ++i)
    if (P::has_permissions(walk.steps[i].level) && (walk.steps[i].entry & raw(bit)) != wanted)
      return i;
  return walk.step_count - 1;
}

template <PagingPolicy P>
void check_rights(Walk& walk, const PagingState& s, Access access, Ring ring) {
  if (ring == Ring::kUser && !walk.user)
    return refuse(walk, s, access, ring, WalkCheck::kUser,
                  denying_step<P>(walk, PteFlags::kUser, raw(PteFlags::kUser)));
  if (access == Access::kWrite && !walk.writable && (ring == Ring::kUser || s.wp))
    return refuse(walk, s, access, ring, WalkCheck::kWritable,
                  denying_step<P>(walk, PteFlags::kWrite, raw(PteFlags::kWrite)));
  if (access == Access::kExecute && !walk.executable)
    return refuse(walk, s, access, ring, WalkCheck::kExecutable,
                  denying_step<P>(walk, PteFlags::kNx, 0));
}

template <PagingPolicy P>
inline Walk walk_tables(const Ram& ram, const PagingState& s, VirtAddr va, Access access,
                        Ring ring) {
  Walk walk;
  walk.address = va;
  PhysAddr table = P::root(s.cr3);
  for (unsigned level = P::kLevels;; --level) {
    const unsigned index = table_index<P>(va, level);
    const PhysAddr entry_pa = table + Bytes(index * sizeof(typename P::Entry));
    const std::uint64_t entry = read_entry<P>(ram, entry_pa);
    walk.steps[walk.step_count++] = {level, index, entry_pa, entry};
    if (!has(entry, PteFlags::kPresent)) [[unlikely]] {
      refuse(walk, s, access, ring, WalkCheck::kPresent, walk.step_count - 1);
      return walk;
    }
    if (entry & P::reserved_bits(entry, level, s)) [[unlikely]] {
      refuse(walk, s, access, ring, WalkCheck::kReserved, walk.step_count - 1);
      return walk;
    }
    if (P::has_permissions(level)) {
      walk.writable &= has(entry, PteFlags::kWrite);
      walk.user &= has(entry, PteFlags::kUser);
      walk.executable &= !has(entry, PteFlags::kNx);
    }
    table = P::address(entry, level, s);
    if (level == 1 || P::is_large(entry, level, s)) {
      walk.page_size = Bytes(std::uint64_t{1} << P::shift(level));
      walk.physical = table + Bytes(va.raw() & (walk.page_size.raw() - 1));
      walk.global = s.pge && has(entry, PteFlags::kGlobal);
      walk.dirty = has(entry, PteFlags::kDirty);
      check_rights<P>(walk, s, access, ring);
      return walk;
    }
  }
}

template <PagingPolicy P>
inline void mark(const Ram& ram, const Walk& walk, Access access) {
  const unsigned last = walk.step_count - 1;
  for (unsigned i = 0; i < walk.step_count; ++i) {
    const WalkStep& step = walk.steps[i];
    const bool is_last = i == last;
    if (!P::has_permissions(step.level) || (is_last && !walk.ok())) continue;
    std::uint64_t entry = step.entry | raw(PteFlags::kAccessed);
    if (is_last && access == Access::kWrite) entry |= raw(PteFlags::kDirty);
    if (entry != step.entry) write_entry<P>(ram, step.entry_pa, entry);
  }
}

}  // namespace walk_detail

/// Translates `va` for one access. Reads guest RAM, changes nothing. In two-level mode NX does not
/// exist, so every page is executable.
inline Walk walk(const Ram& ram, const PagingState& state, VirtAddr va, Access access, Ring ring) {
  return state.mode == PagingMode::kPae
             ? walk_detail::walk_tables<Pae>(ram, state, va, access, ring)
             : walk_detail::walk_tables<TwoLevel>(ram, state, va, access, ring);
}

/// Sets the bits that the chip sets during this walk: accessed in every entry that was used,
/// dirty in the leaf of a successful write. A walk that failed marks only the levels above the
/// entry that stopped it. Entries that have the bits already are not written.
inline void mark_accessed_dirty(const Ram& ram, const PagingState& state, const Walk& walk,
                                Access access) {
  if (state.mode == PagingMode::kPae)
    walk_detail::mark<Pae>(ram, walk, access);
  else
    walk_detail::mark<TwoLevel>(ram, walk, access);
}

}  // namespace mm32
