#include "mm/boot/e820.hpp"

#include <gtest/gtest.h>

namespace mm32 {
namespace {

MachineConfig machine(std::uint64_t mem, PagingMode paging) {
  MachineConfig config;
  config.mem = Bytes(mem);
  config.paging = paging;
  return config;
}

TEST(E820Test, RamThatMovesBehindTheAddressLimitIsLost) {
  const std::uint64_t limit = std::uint64_t{64} << 30;
  const E820Map map = E820Map::of(machine(limit, PagingMode::kPae));
  EXPECT_EQ(map.span().raw(), limit);
  EXPECT_EQ(map.end_pfn().raw(), limit >> kPageShift);
}

TEST(E820Test, RamAboveTheDeviceHoleMovesBehindFourGib) {
  const E820Map map = E820Map::of(machine(std::uint64_t{4} << 30, PagingMode::kPae));
  EXPECT_EQ(map.low_ram_top().raw(), 0xc0000000u);
  EXPECT_EQ(map.span().raw(), std::uint64_t{5} << 30);
  EXPECT_FALSE(map.overlaps_ram(PhysAddr(0xc0000000), Bytes(std::uint64_t{1} << 30)));
}

TEST(E820Test, WithoutPaeNothingLiesBehindFourGib) {
  const E820Map map = E820Map::of(machine(std::uint64_t{4} << 30, PagingMode::kTwoLevel));
  EXPECT_LE(map.span().raw(), std::uint64_t{1} << 32);
}

}  // namespace
}  // namespace mm32
