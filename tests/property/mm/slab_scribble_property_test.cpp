// Guests that write over free objects, caches, slabs and the root: the host goes on.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

#include "tests/support/slab_scribbler.hpp"

namespace mm32 {
namespace {

void scribble(LayoutName layout, const SlabMachine::Params& params) {
  const auto seed = *rc::gen::arbitrary<std::uint32_t>();
  std::mt19937 random(seed);
  std::vector<std::uint8_t> deeds(4000);
  for (std::uint8_t& deed : deeds) deed = static_cast<std::uint8_t>(random());
  SlabMachine machine(layout, params, Bytes(24u << 20));
  test::SlabScribbler(machine).run(deeds);
}

TEST(SlabScribbleProperty, NoDamageStopsTheHost) {
  EXPECT_TRUE(rc::check([] { scribble(LayoutName::kClassic, {}); }));
}

TEST(SlabScribbleProperty, NoDamageStopsTheHostWithDebiansOptions) {
  EXPECT_TRUE(rc::check([] { scribble(LayoutName::kLinux61, {}); }));
}

TEST(SlabScribbleProperty, NoDamageStopsTheHostWithFullDebugging) {
  EXPECT_TRUE(rc::check([] { scribble(LayoutName::kLinux61, {{"slub_debug", "FZPU"}}); }));
}

}  // namespace
}  // namespace mm32
