// The MMU as guest code sees it: rights, accessed and dirty bits, and what a flush makes visible.
#include "emu/cpu/mmu.hpp"

#include <gtest/gtest.h>

#include "tests/support/bare_cpu.hpp"

namespace mm32::emu {
namespace {

using test::BareCpu;
using Kind = Trap::Kind;

constexpr std::uint32_t kPage = 0x00800000;
constexpr std::uint32_t kUserCode = 0x00400000;

class MmuTest : public testing::TestWithParam<PagingMode> {
 protected:
  BareCpu m{GetParam()};

  static Registers at_page(std::uint32_t offset = 0) {
    Registers r = BareCpu::start();
    r.ebx = kPage + offset;
    r.ecx = 0x11223344;
    return r;
  }
  // mov eax,[ebx] and mov [ebx],ecx, each with hlt.
  Trap load() { return m.run_code({0x8b, 0x03, 0xf4}, at_page()); }
  Trap store() { return m.run_code({0x89, 0x0b, 0xf4}, at_page()); }
};
INSTANTIATE_TEST_SUITE_P(Modes, MmuTest, testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

TEST_P(MmuTest, AReadSetsAccessedAWriteSetsDirty) {
  m.page(kPage, BareCpu::kRw);
  EXPECT_FALSE(m.accessed(kPage));
  EXPECT_EQ(load().kind, Kind::kHalted);
  EXPECT_TRUE(m.accessed(kPage));
  EXPECT_FALSE(m.dirty(kPage));
  EXPECT_EQ(store().kind, Kind::kHalted);
  EXPECT_TRUE(m.dirty(kPage));
}

TEST_P(MmuTest, AWriteBehindAReadInTheSameRunSetsDirty) {
  m.page(kPage, BareCpu::kRw);
  m.run_code({0x8b, 0x03, 0x8b, 0x03, 0x89, 0x0b, 0xf4}, at_page());
  EXPECT_TRUE(m.dirty(kPage));
}

TEST_P(MmuTest, ATranslationIsAskedForOnce) {
  m.page(kPage, BareCpu::kRw);
  load();
  const std::uint64_t fills = m.cpu->mmu().fills();
  m.run_code({0x8b, 0x03, 0x8b, 0x03, 0x8b, 0x43, 0x10, 0xf4}, at_page());
  EXPECT_EQ(m.cpu->mmu().fills(), fills);
}

TEST_P(MmuTest, AReadOnlyPageRefusesTheSupervisor) {
  m.page(kPage, BareCpu::kRo);
  EXPECT_EQ(load().kind, Kind::kHalted);
  const Trap trap = store();
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 3u);
  EXPECT_FALSE(m.dirty(kPage));
}

TEST_P(MmuTest, WithoutWriteProtectionTheSupervisorWritesAnywhere) {
  m.page(kPage, BareCpu::kRo);
  // mov eax,cr0; and eax,~WP; mov cr0,eax; mov [ebx],ecx; or eax,WP; mov cr0,eax; mov [ebx],ecx
  const Registers r = at_page();
  const Trap trap =
      m.run_code({0x0f, 0x20, 0xc0, 0x25, 0xff, 0xff, 0xfe, 0xff, 0x0f, 0x22, 0xc0, 0x89,
                  0x0b, 0x0d, 0x00, 0x00, 0x01, 0x00, 0x0f, 0x22, 0xc0, 0x89, 0x0b, 0xf4},
                 r);
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 3u);
  EXPECT_EQ(m.cpu->registers().eip, r.eip + 21);
  EXPECT_EQ(m.word(kPage), r.ecx);
  EXPECT_TRUE(m.dirty(kPage));
}

TEST_P(MmuTest, WithoutWriteProtectionRing3IsStillRefused) {
  m.page(kPage, BareCpu::kUserRo);
  m.page(kUserCode, BareCpu::kUserRo);
  m.put(kUserCode, {0x89, 0x0b, 0xf4});
  ASSERT_EQ(
      m.run_code({0x0f, 0x20, 0xc0, 0x25, 0xff, 0xff, 0xfe, 0xff, 0x0f, 0x22, 0xc0, 0xf4}).kind,
      Kind::kHalted);
  Registers r = at_page();
  r.eip = kUserCode;
  const Trap trap = m.run_user(r);
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 7u);
  EXPECT_EQ(trap.address.raw(), kPage);
}

TEST_P(MmuTest, Ring3IsRefusedASupervisorPageThatRing0HasInTheTlb) {
  m.page(kPage, BareCpu::kRw);
  m.page(kUserCode, BareCpu::kUserRo);
  m.put(kUserCode, {0x8b, 0x03});
  load();
  Registers r = at_page();
  r.eip = kUserCode;
  const Trap trap = m.run_user(r);
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 5u);
}

TEST_P(MmuTest, AFailedWalkMarksTheTablesAboveTheEntryThatStoppedIt) {
  m.page(kPage + kPageSize, BareCpu::kRw);  // its neighbour is absent, the table is there
  const Walk before = m.cpu->mmu().walk_now(VirtAddr(kPage), Access::kRead, Ring::kSupervisor);
  ASSERT_FALSE(before.ok());
  const WalkStep& table = before.steps[before.step_count - 2];
  std::uint32_t entry = 0;
  const auto clear = ~static_cast<std::uint32_t>(raw(PteFlags::kAccessed));
  std::memcpy(&entry, m.ram.base() + table.entry_pa.raw(), 4);
  entry &= clear;
  std::memcpy(m.ram.base() + table.entry_pa.raw(), &entry, 4);
  ASSERT_EQ(load().vector, vector::kPageFault);
  std::memcpy(&entry, m.ram.base() + table.entry_pa.raw(), 4);
  EXPECT_TRUE(has(entry, PteFlags::kAccessed));
}

TEST_P(MmuTest, InvlpgMakesAChangeOfTheTablesVisible) {
  std::byte* first = m.page(kPage, BareCpu::kRw);
  std::byte* second = m.page(kPage + kPageSize, BareCpu::kRw);
  std::memset(first, 0x11, 4);
  std::memset(second, 0x22, 4);
  // The guest itself copies one entry over the other: mov esi,[ebx]; mov eax,[edi+n]; mov [edi],eax
  // (and its upper half); invlpg [ebx]; mov edx,[ebx]; hlt
  Registers r = at_page();
  const std::uint64_t pa = m.tables.lookup(VirtAddr(kPage)).entry_pa.raw();
  ASSERT_LT(pa, 8u << 20);
  m.page(0x00c00000, BareCpu::kRw);  // so that the table of tables is complete
  r.edi = 0x00d00000;
  ASSERT_TRUE(
      m.tables.map(VirtAddr(r.edi), PhysAddr(pa & ~std::uint64_t{0xfff}), Pages(1), BareCpu::kRw));
  r.edi += static_cast<std::uint32_t>(pa & 0xfff);
  const unsigned next = GetParam() == PagingMode::kPae ? 8 : 4;
  const Trap trap =
      m.run_code({0x8b, 0x33, 0x8b, 0x47, next, 0x89, 0x07, 0x0f, 0x01, 0x3b, 0x8b, 0x13, 0xf4}, r);
  EXPECT_EQ(trap.kind, Kind::kHalted);
  EXPECT_EQ(m.cpu->registers().esi, 0x11111111u);
  EXPECT_EQ(m.cpu->registers().edx, 0x22222222u);
}

TEST_P(MmuTest, ReloadingCr3MakesAChangeOfTheTablesVisible) {
  m.page(kPage, BareCpu::kRw);
  load();
  const EntryRef entry = m.tables.lookup(VirtAddr(kPage));
  std::memset(m.ram.base() + entry.entry_pa.raw(), 0, 4);
  // mov eax,cr3; mov cr3,eax; mov eax,[ebx]
  const Trap trap = m.run_code({0x0f, 0x20, 0xd8, 0x0f, 0x22, 0xd8, 0x8b, 0x03, 0xf4}, at_page());
  EXPECT_EQ(trap.vector, vector::kPageFault);
  EXPECT_EQ(trap.error_code, 0u);
}

TEST_P(MmuTest, AnUnmapFlushes) {
  m.page(kPage, BareCpu::kRw);
  store();
  m.unmap(kPage);
  EXPECT_EQ(load().vector, vector::kPageFault);
}

TEST_P(MmuTest, TakingTheWriteRightAwayFlushes) {
  m.page(kPage, BareCpu::kRw);
  store();
  m.set_flags(kPage, BareCpu::kRo);
  EXPECT_EQ(store().error_code, 3u);
}

TEST_P(MmuTest, ALargePageGetsItsBits) {
  const std::uint32_t va = 0x01000000;
  ASSERT_TRUE(m.tables.map_large(VirtAddr(va), PhysAddr(8u << 20), BareCpu::kRw));
  Registers r = BareCpu::start();
  r.ebx = va + 0x123454;
  m.run_code({0x8b, 0x03, 0xf4}, r);
  EXPECT_TRUE(m.accessed(va));
  EXPECT_FALSE(m.dirty(va));
  m.run_code({0x89, 0x43, 0x04, 0xf4}, r);
  EXPECT_TRUE(m.dirty(va));
}

class Remapper final : public StubHandler {
 public:
  explicit Remapper(BareCpu& machine) : machine_(machine) {}
  void on_stub(std::uint32_t index) override {
    called.push_back(index);
    machine_.unmap(kPage);
    std::memset(machine_.page(kPage, BareCpu::kRw), 0x33, 4);
  }
  std::vector<std::uint32_t> called{};

 private:
  BareCpu& machine_;
};

TEST_P(MmuTest, AFlushInTheMiddleOfARunIsSeenByTheNextInstruction) {
  const std::uint32_t stubs = BareCpu::kCodeVa + 0x800;
  Remapper remapper(m);
  ASSERT_TRUE(m.cpu->attach_stubs(VirtAddr(stubs), 4, remapper));
  m.put(stubs + 2 * Cpu::kStubBytes, {0xc3});
  std::memset(m.page(kPage, BareCpu::kRw), 0x11, 4);
  // mov esi,[ebx]; call stub 2; mov edi,[ebx]; hlt
  m.put(BareCpu::kCodeVa, {0x8b, 0x33, 0xe8});
  m.put_word(BareCpu::kCodeVa + 3, stubs + 2 * Cpu::kStubBytes - (BareCpu::kCodeVa + 7));
  m.put(BareCpu::kCodeVa + 7, {0x8b, 0x3b, 0xf4});
  EXPECT_EQ(m.run_ring0(at_page()).kind, Kind::kHalted);
  EXPECT_EQ(remapper.called, std::vector<std::uint32_t>{2});
  EXPECT_EQ(m.cpu->registers().esi, 0x11111111u);
  EXPECT_EQ(m.cpu->registers().edi, 0x33333333u);
}

TEST_P(MmuTest, AWatchedFrameIsAnnouncedBeforeItsTranslation) {
  struct Watcher final : FrameWatcher {
    void before_access(PhysAddr frame) override {
      ++seen;
      std::memset(base + frame.raw(), 0x44, 4);
    }
    std::byte* base = nullptr;
    unsigned seen = 0;
  } watcher;
  watcher.base = m.ram.base();
  m.page(kPage, BareCpu::kRw);
  const PhysAddr pa = m.tables.lookup(VirtAddr(kPage)).physical;
  m.cpu->mmu().watch_frames(pa, pa + Bytes(kPageSize), watcher);
  load();
  EXPECT_EQ(watcher.seen, 1u);
  EXPECT_EQ(m.cpu->registers().eax, 0x44444444u);
}

TEST_P(MmuTest, EveryWalkIsAnEvent) {
  struct Sink final : EventSink {
    void on_event(const Event& event) override {
      if (const auto* walk = std::get_if<event::Walk>(&event)) walks.push_back(*walk);
    }
    std::vector<event::Walk> walks{};
  } sink;
  m.events.subscribe(sink);
  m.page(kPage, BareCpu::kRw);
  load();
  m.unmap(kPage);
  load();
  m.events.unsubscribe(sink);
  ASSERT_FALSE(sink.walks.empty());
  EXPECT_EQ(sink.walks.back().address.raw() & ~(kPageSize - 1), kPage);
  EXPECT_TRUE(sink.walks.back().refused);
}

}  // namespace
}  // namespace mm32::emu
