// The walker against Unicorn's own MMU: random page tables, random accesses; the same result,
// fault, error code, accessed and dirty bits. MM32_DIFFERENTIAL_CASES sets how many cases a mode
// gets.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <random>

#include "tests/differential/unicorn_mmu.hpp"

namespace mm32::test {
namespace {

using namespace literals;

constexpr std::uint32_t kRoot = 0x100000;
constexpr std::uint32_t kTables = 0x101000;  // a few tables that entries may point to
constexpr unsigned kTableCount = 6;
constexpr std::uint32_t kDataBegin = 0x200000;
constexpr std::uint32_t kDataPages = 64;

unsigned case_count() {
  const char* const text = std::getenv("MM32_DIFFERENTIAL_CASES");
  return text != nullptr ? static_cast<unsigned>(std::atoi(text)) : 400;
}

class Generator {
 public:
  explicit Generator(unsigned seed) : engine_(seed) {}
  std::uint32_t operator()(std::uint32_t below) {
    return static_cast<std::uint32_t>(engine_() % below);
  }
  bool one_in(std::uint32_t n) { return (*this)(n) == 0; }

 private:
  std::mt19937 engine_;
};

class Case {
 public:
  Case(Generator& random, PagingMode mode) : random_(random) {
    AccessCase& c = access;
    c.state.cr3 = PhysAddr(kRoot);
    c.state.mode = mode;
    static const unsigned phys_bits = chip_phys_bits();
    c.state.phys_bits = phys_bits;
    c.state.wp = !random.one_in(3);
    c.state.pse = mode == PagingMode::kPae || !random.one_in(3);
    c.state.pge = random.one_in(2);
    c.state.nxe = mode == PagingMode::kPae && !random.one_in(3);
    c.access = static_cast<Access>(random(3));
    c.ring = static_cast<Ring>(random(2));
    // A few directories, so that tables get shared; never the oracle's region.
    c.address = VirtAddr(random(4) << 30 | random(3) << 22 | random(2) << 21 | random(8) << 12 |
                         random(1024) << 2);
    if (c.address >= kOracleVa) c.address = VirtAddr(c.address.raw() - 0xC0000000u);
  }

  void fill(const Ram& ram) {
    with_policy(access.state.mode, [&]<PagingPolicy P>() { fill_tables<P>(ram); });
    add_oracle_mapping(ram, access.state);
  }

  AccessCase access{};

 private:
  template <PagingPolicy P>
  void fill_tables(const Ram& ram) {
    if (P::kLevels == 3)
      for (unsigned i = 0; i < 3; ++i)
        write_entry<P>(ram, PhysAddr(kRoot + 8 * i), pointer_entry());
    else
      fill_table<P>(ram, kRoot, 2);
    for (unsigned t = 0; t < kTableCount; ++t)
      fill_table<P>(ram, kTables + t * kPageSize, P::kLevels == 3 && t < 3 ? 2 : 1);
  }
  template <PagingPolicy P>
  void fill_table(const Ram& ram, std::uint32_t table, unsigned level) {
    constexpr unsigned kShiftTop = P::kLevels == 3 ? 9 : 10;
    for (unsigned i = 0; i < (1u << kShiftTop); ++i) {
      // Only the entries that the addresses of this test can reach.
      const bool reachable = level == 1 ? i < 16 : (i & 0xff) < 8;
      const std::uint64_t entry = reachable ? (level == 1 ? leaf<P>() : directory<P>()) : 0;
      write_entry<P>(ram, PhysAddr(table + i * sizeof(typename P::Entry)), entry);
    }
  }

  std::uint64_t low_flags() {
    std::uint64_t flags = random_(512);
    if (!random_.one_in(6)) flags |= 1;
    if (!random_.one_in(3)) flags |= 4;
    if (!random_.one_in(3)) flags |= 2;
    return flags;
  }
  template <PagingPolicy P>
  std::uint64_t high_flags() {
    if (P::kLevels != 3) return 0;
    std::uint64_t flags = 0;
    if (random_.one_in(4)) flags |= raw(PteFlags::kNx);
    if (random_.one_in(24)) flags |= std::uint64_t{1} << (52 + random_(11));
    if (random_.one_in(24)) flags |= std::uint64_t{1} << (33 + random_(19));
    return flags;
  }
  template <PagingPolicy P>
  std::uint64_t leaf() {
    return (kDataBegin + random_(kDataPages) * kPageSize) | low_flags() | high_flags<P>();
  }
  template <PagingPolicy P>
  std::uint64_t directory() {
    std::uint64_t flags = low_flags() | high_flags<P>();
    if (!random_.one_in(3)) flags &= ~raw(PteFlags::kLarge);
    const bool large = has(flags, PteFlags::kLarge) && access.state.pse;
    const unsigned first = P::kLevels == 3 ? 3 : 0;
    // Tables lie in RAM: what the engine reads elsewhere is no model of a chip. So the high address
    // bits of an entry that is no page stay clear.
    if (!large) flags &= ~bit_range(32, 52);
    std::uint64_t address = kTables + (first + random_(kTableCount - first)) * kPageSize;
    if (large) {
      address = 0;
      if (random_.one_in(5)) address |= std::uint64_t{1} << (13 + random_(8));  // PSE-36, reserved
      if (random_.one_in(8)) address |= std::uint64_t{1} << (12 + random_(10));
    }
    return address | flags;
  }
  std::uint64_t pointer_entry() {
    std::uint64_t entry = kTables + random_(3) * kPageSize;
    if (!random_.one_in(8)) entry |= 1;
    if (random_.one_in(16)) entry |= raw(PteFlags::kNx);
    if (random_.one_in(24)) entry |= std::uint64_t{1} << (52 + random_(11));
    return entry;
  }

  Generator& random_;
};

// Every word of the data area holds its own physical address.
void paint(const Ram& ram) {
  for (std::uint32_t pa = 0; pa < ram.size().raw(); pa += 4)
    std::memcpy(ram.base() + pa, &pa, sizeof pa);
}

class WalkDifferentialTest : public testing::TestWithParam<PagingMode> {
 protected:
  WalkDifferentialTest() {
    paint(chip_);
    paint(ours_);
  }

  static std::string describe(const AccessCase& c, const Walk& w, const ChipAnswer& chip) {
    std::string text = fmt::format(
        "va {:08x} access {} ring {} wp {} pse {} nxe {}; chip: kind {} code {:x} detail {}; "
        "ours: check {} code {:x}; entries",
        c.address.raw(), int(c.access), int(c.ring), c.state.wp, c.state.pse, c.state.nxe,
        int(chip.kind), chip.error_code, chip.detail, int(w.failed), w.error_code);
    for (unsigned i = 0; i < w.step_count; ++i) text += fmt::format(" {:x}", w.steps[i].entry);
    return text;
  }

  static bool in_tables(PhysAddr pa) {
    return pa.raw() >= kRoot && pa.raw() < kTables + kTableCount * kPageSize;
  }
  void store(PhysAddr pa, std::uint32_t value) {
    for (const Ram* ram : {&chip_, &ours_})
      if (std::byte* at = ram->host(pa, Bytes(4))) std::memcpy(at, &value, sizeof value);
  }
  // The engine walked its own mapping as well; that is not part of the case.
  void forget_oracle_bits() {
    const std::uint64_t entry = kRoot + (GetParam() == PagingMode::kPae ? 3 * 8 : 768 * 4);
    std::memcpy(ours_.base() + entry, chip_.base() + entry, 4);
  }

  void run_case(Generator& random) {
    Case c(random, GetParam());
    c.fill(chip_);
    std::memcpy(ours_.base() + kRoot, chip_.base() + kRoot,
                kTables - kRoot + kTableCount * kPageSize);
    const AccessCase& a = c.access;
    const Walk w = walk(ours_, a.state, a.address, a.access, a.ring);
    const bool in_ram = w.ok() && ours_.contains(w.physical, Bytes(4));
    if (in_ram && (in_tables(w.physical) || pfn_of(w.physical) >= kOracleFrame)) return;
    if (in_ram && a.access == Access::kExecute) store(w.physical, 0xF4);
    mark_accessed_dirty(ours_, a.state, w, a.access);
    if (in_ram && a.access == Access::kWrite)
      std::memcpy(ours_.base() + w.physical.raw(), "\xFE\x5A\xFE\x5A", 4);

    const ChipAnswer chip = ask_chip(chip_, a);
    SCOPED_TRACE(describe(a, w, chip));
    ++compared_;
    if (!w.ok()) {
      EXPECT_EQ(chip.kind, ChipAnswer::Kind::kPageFault);
      EXPECT_EQ(chip.error_code, w.error_code);
      EXPECT_EQ(chip.cr2, a.address);
    } else if (!in_ram) {
      EXPECT_EQ(chip.kind, ChipAnswer::Kind::kNoMemory);
    } else {
      EXPECT_EQ(chip.kind, ChipAnswer::Kind::kDone);
      if (a.access == Access::kRead) {
        EXPECT_EQ(chip.value, static_cast<std::uint32_t>(w.physical.raw()));
      }
      if (a.access == Access::kWrite) {
        EXPECT_EQ(std::memcmp(chip_.base() + w.physical.raw(), ours_.base() + w.physical.raw(), 4),
                  0);
      }
    }
    forget_oracle_bits();
    EXPECT_EQ(std::memcmp(chip_.base() + kRoot, ours_.base() + kRoot,
                          kTables - kRoot + kTableCount * kPageSize),
              0)
        << "accessed and dirty bits differ";
    if (in_ram) store(w.physical, static_cast<std::uint32_t>(w.physical.raw()));
  }

  Ram chip_ = Ram::create(16_MiB).value();
  Ram ours_ = Ram::create(16_MiB).value();
  unsigned compared_ = 0;
};

TEST_P(WalkDifferentialTest, TheWalkerAnswersAsTheChip) {
  Generator random(GetParam() == PagingMode::kPae ? 2 : 1);
  for (unsigned i = 0; i < case_count() && !HasFailure(); ++i) run_case(random);
  EXPECT_GT(compared_, case_count() / 2);
}

INSTANTIATE_TEST_SUITE_P(Modes, WalkDifferentialTest,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32::test
