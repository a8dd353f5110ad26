#include "mm/base/ram.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "mm/abi/list.hpp"

namespace mm32 {
namespace {

using namespace literals;

TEST(RamTest, BaseIsAlignedToFourGib) {
  const Ram ram = Ram::create(160_MiB).value();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(ram.base()) & 0xffffffffu, 0u);
}

TEST(RamTest, GuestPointersConvertBothWays) {
  const Ram ram = Ram::create(160_MiB).value();
  auto& word = ram.at<std::uint32_t>(VirtAddr(0xC1234568));
  word = 0xdecafbad;
  EXPECT_EQ(guest_ptr(word).raw, 0xC1234568u);
  std::uint32_t seen = 0;
  std::memcpy(&seen, ram.host(PhysAddr(0x1234568), Bytes(4)), 4);
  EXPECT_EQ(seen, 0xdecafbadu);
}

TEST(RamTest, AnyThirtyTwoBitPointerCanBeReadAndWritten) {
  const Ram ram = Ram::create(16_MiB).value();
  for (const std::uint32_t wild : {0u, 0x12345678u, 0xBFFFFFFFu, 0xC0FFFFFEu, 0xFFFFFFFFu}) {
    auto& words = ram.at<std::array<std::uint8_t, 64>>(VirtAddr(wild));
    words[63] = 1;
    EXPECT_EQ(words[63], 1) << std::hex << wild;
  }
}

TEST(RamTest, HostRefusesRangesThatLeaveRam) {
  const Ram ram = Ram::create(16_MiB).value();
  EXPECT_NE(ram.host(PhysAddr((16u << 20) - 4), Bytes(4)), nullptr);
  EXPECT_EQ(ram.host(PhysAddr((16u << 20) - 4), Bytes(5)), nullptr);
  EXPECT_EQ(ram.host(PhysAddr(~std::uint64_t{0}), Bytes(2)), nullptr);
}

TEST(RamTest, UntouchedRamCostsNoHostMemoryAndDiscardGivesItBack) {
  const Ram ram = Ram::create(4_GiB).value();
  EXPECT_LT(ram.resident().raw(), 64u << 10);
  std::memset(ram.host(PhysAddr(1 << 20), 1_MiB), 1, 1 << 20);
  EXPECT_GE(ram.resident().raw(), 1u << 20);
  ram.discard(PhysAddr(1 << 20), 1_MiB);
  EXPECT_LT(ram.resident().raw(), 64u << 10);
}

TEST(ListTest, RemovalRefusesDamagedLinks) {
  const Ram ram = Ram::create(1_MiB).value();
  auto& head = ram.at<ListHead>(VirtAddr(0xC0001000));
  auto& a = ram.at<ListHead>(VirtAddr(0xC0002000));
  auto& b = ram.at<ListHead>(VirtAddr(0xC0003000));
  list_init(head);
  list_push_front(ram, head, a);
  list_push_back(ram, head, b);
  EXPECT_EQ(head.next, guest_ptr(a));
  EXPECT_EQ(head.prev, guest_ptr(b));
  const GuestPtr<ListHead> good = b.prev;
  b.prev = GuestPtr<ListHead>(0xdeadbeef);
  EXPECT_FALSE(list_remove(ram, b));
  EXPECT_EQ(head.prev, guest_ptr(b));
  b.prev = good;
  EXPECT_TRUE(list_remove(ram, b));
  EXPECT_EQ(b.next.raw, kListPoison1);
  EXPECT_TRUE(list_remove(ram, a));
  EXPECT_TRUE(list_empty(head));
}

}  // namespace
}  // namespace mm32
