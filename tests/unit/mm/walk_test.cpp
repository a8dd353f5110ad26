#include "mm/paging/walk.hpp"

#include <gtest/gtest.h>

namespace mm32 {
namespace {

using namespace literals;
using enum Access;
using enum Ring;

// Tables at 0x1000 (top), 0x2000, 0x3000; data frame 0x5000.
struct WalkTest : testing::Test {
  Ram ram = Ram::create(16_MiB).value();
  PagingState state{PhysAddr(0x1000)};

  void put32(std::uint64_t pa, std::uint32_t v) { write_entry<TwoLevel>(ram, PhysAddr(pa), v); }
  void put64(std::uint64_t pa, std::uint64_t v) { write_entry<Pae>(ram, PhysAddr(pa), v); }
  std::uint32_t get32(std::uint64_t pa) {
    return static_cast<std::uint32_t>(read_entry<TwoLevel>(ram, PhysAddr(pa)));
  }
  void two_level(std::uint32_t pde_flags, std::uint32_t pte_flags) {
    put32(0x1000 + 4 * 0x300, 0x2000 | pde_flags);
    put32(0x2000 + 4 * 5, 0x5000 | pte_flags);
  }
  void pae(std::uint64_t pdpte, std::uint64_t pde, std::uint64_t pte) {
    state.mode = PagingMode::kPae;
    state.nxe = true;
    put64(0x1000 + 8 * 3, 0x2000 | pdpte);
    put64(0x2000 + 8 * 0, 0x3000 | pde);
    put64(0x3000 + 8 * 5, 0x5000 | pte);
  }
  Walk at(std::uint32_t va, Access access = kRead, Ring ring = kSupervisor) {
    return walk(ram, state, VirtAddr(va), access, ring);
  }
};

constexpr std::uint32_t kVa = 0xC0005678;

TEST_F(WalkTest, TwoLevelWalkShowsEachStep) {
  two_level(0x67, 0x163);
  const Walk w = at(kVa);
  ASSERT_TRUE(w.ok());
  ASSERT_EQ(w.step_count, 2u);
  EXPECT_EQ(w.steps[0].level, 2u);
  EXPECT_EQ(w.steps[0].index, 0x300u);
  EXPECT_EQ(w.steps[0].entry_pa.raw(), 0x1C00u);
  EXPECT_EQ(w.steps[0].entry, 0x2067u);
  EXPECT_EQ(w.steps[1].entry_pa.raw(), 0x2014u);
  EXPECT_EQ(w.leaf().entry, 0x5163u);
  EXPECT_EQ(w.physical.raw(), 0x5678u);
  EXPECT_EQ(w.frame(), Pfn(5));
  EXPECT_EQ(w.page_size, 4_KiB);
  EXPECT_TRUE(w.writable && !w.user && w.executable && w.global && w.dirty);
}

TEST_F(WalkTest, PaeWalkHasThreeSteps) {
  pae(1, 0x67, 0x163);
  const Walk w = at(kVa);
  ASSERT_TRUE(w.ok());
  EXPECT_EQ(w.step_count, 3u);
  EXPECT_EQ(w.steps[0].level, 3u);
  EXPECT_EQ(w.physical.raw(), 0x5678u);
}

TEST_F(WalkTest, LargePagesMapTheirWholeSize) {
  put32(0x1000 + 4 * 0x301, 0x00800000 | 0x1e3);
  Walk w = at(0xC0412345);
  ASSERT_TRUE(w.ok());
  EXPECT_EQ(w.physical.raw(), 0x812345u);
  EXPECT_EQ(w.page_size, 4_MiB);
  put32(0x1000 + 4 * 0x301, 0x00800000 | 0x1e3 | (3u << 13));  // PSE-36: bits 33:32
  EXPECT_EQ(at(0xC0412345).physical.raw(), 0x300812345u);
  state.pse = false;  // now it is a table at 0x800000, which is empty
  w = at(0xC0412345);
  EXPECT_EQ(w.failed, WalkCheck::kPresent);
  pae(1, 0x67, 0x63);
  put64(0x2000 + 8, 0x400000 | 0xe3);
  EXPECT_EQ(at(0xC0212345).physical.raw(), 0x412345u);
  EXPECT_EQ(at(0xC0212345).page_size, 2_MiB);
}

struct FaultCase {
  const char* what;
  std::uint32_t pde, pte;
  Access access;
  Ring ring;
  bool wp;
  std::uint32_t code;  // ~0: no fault
  WalkCheck check;
  unsigned step;
};

TEST_F(WalkTest, FaultsCarryTheChipsErrorCode) {
  constexpr std::uint32_t kOk = ~0u;
  constexpr auto kPresent = WalkCheck::kPresent;
  constexpr auto kWritable = WalkCheck::kWritable;
  constexpr auto kNone = WalkCheck::kNone;
  constexpr auto kUserCheck = WalkCheck::kUser;
  const FaultCase cases[] = {
      {"no table", 0, 0, kRead, kSupervisor, true, 0, kPresent, 0},
      {"no page", 0x67, 0, kWrite, kSupervisor, true, 2, kPresent, 1},
      {"no page, user fetch", 0x67, 0x62, kExecute, kUser, true, 4, kPresent, 1},
      {"read-only, wp", 0x67, 0x61, kWrite, kSupervisor, true, 3, kWritable, 1},
      {"read-only, no wp", 0x67, 0x61, kWrite, kSupervisor, false, kOk, kNone, 0},
      {"read-only user page, no wp", 0x67, 0x65, kWrite, kUser, false, 7, kWritable, 1},
      {"directory read-only", 0x65, 0x67, kWrite, kUser, true, 7, kWritable, 0},
      {"supervisor page", 0x67, 0x63, kRead, kUser, true, 5, kUserCheck, 1},
      {"supervisor directory", 0x63, 0x67, kRead, kUser, true, 5, kUserCheck, 0},
      {"user page", 0x67, 0x67, kWrite, kUser, true, kOk, kNone, 0},
      {"no NX in two levels", 0x67, 0x67, kExecute, kUser, true, kOk, kNone, 0},
  };
  for (const FaultCase& c : cases) {
    SCOPED_TRACE(c.what);
    two_level(c.pde, c.pte);
    state.wp = c.wp;
    const Walk w = at(kVa, c.access, c.ring);
    EXPECT_EQ(w.failed, c.check);
    if (c.code == kOk) continue;
    EXPECT_EQ(w.error_code, c.code);
    EXPECT_EQ(w.failed_step, c.step);
  }
}

TEST_F(WalkTest, PaeFaults) {
  constexpr std::uint64_t kNx = std::uint64_t{1} << 63;
  pae(1, 0x67, 0x67 | kNx);
  EXPECT_EQ(at(kVa, kExecute, kUser).error_code, 0x15u);
  EXPECT_EQ(at(kVa, kExecute, kUser).failed, WalkCheck::kExecutable);
  EXPECT_TRUE(at(kVa, kRead, kUser).ok());
  state.nxe = false;  // the bit is reserved then
  EXPECT_EQ(at(kVa, kRead, kUser).error_code, 0xdu);
  pae(1, 0x67, 0x67 | (std::uint64_t{1} << 36));
  EXPECT_EQ(at(kVa, kRead, kSupervisor).error_code, 0x9u);
  pae(0x3, 0x67, 0x67);  // bit 1 of a directory pointer is reserved
  EXPECT_EQ(at(kVa).failed, WalkCheck::kReserved);
  EXPECT_EQ(at(kVa).step_count, 1u);
}

TEST_F(WalkTest, ReservedBitOfALargePage) {
  put32(0x1000 + 4 * 0x301, 0x00800000 | 0x1e3 | (1u << 21));
  EXPECT_EQ(at(0xC0400000).error_code, 0x9u);
}

TEST_F(WalkTest, AccessedAndDirtyBitsAsTheChipSetsThem) {
  two_level(0x7, 0x7);
  mark_accessed_dirty(ram, state, at(kVa), kRead);
  EXPECT_EQ(get32(0x1C00), 0x2027u);
  EXPECT_EQ(get32(0x2014), 0x5027u);
  mark_accessed_dirty(ram, state, at(kVa, kWrite), kWrite);
  EXPECT_EQ(get32(0x1C00), 0x2027u);
  EXPECT_EQ(get32(0x2014), 0x5067u);
  two_level(0x7, 0x5);  // a refused write marks the directory only
  mark_accessed_dirty(ram, state, at(kVa, kWrite), kWrite);
  EXPECT_EQ(get32(0x1C00), 0x2027u);
  EXPECT_EQ(get32(0x2014), 0x5005u);
  pae(1, 7, 7);
  mark_accessed_dirty(ram, state, at(kVa, kWrite), kWrite);
  EXPECT_EQ(read_entry<Pae>(ram, PhysAddr(0x1018)), 0x2001u);
  EXPECT_EQ(read_entry<Pae>(ram, PhysAddr(0x2000)), 0x3027u);
  EXPECT_EQ(read_entry<Pae>(ram, PhysAddr(0x3028)), 0x5067u);
}

TEST_F(WalkTest, TablesOutsideRamReadAsAllOnes) {
  state.cr3 = PhysAddr(0xFFFFF000);  // a present large page with its reserved bit set
  Walk w = at(kVa);
  EXPECT_EQ(w.failed, WalkCheck::kReserved);
  EXPECT_EQ(w.steps[0].entry, 0xFFFFFFFFu);
  mark_accessed_dirty(ram, state, w, kRead);
  state.cr3 = PhysAddr(0x1000);
  put32(0x1C00, 0x80000067);  // table outside RAM
  w = at(kVa);
  ASSERT_TRUE(w.ok());
  EXPECT_EQ(w.physical.raw(), 0xFFFFF678u);
}

}  // namespace
}  // namespace mm32
