#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class HostArray final : public ObjectArray {
 public:
  explicit HostArray(std::vector<VirtAddr> given) : objects(std::move(given)) {}
  std::uint32_t size() const override { return static_cast<std::uint32_t>(objects.size()); }
  Outcome<VirtAddr> get(std::uint32_t index) override { return objects.at(index); }
  Outcome<void> set(std::uint32_t index, VirtAddr object) override {
    objects.at(index) = object;
    return {};
  }
  std::vector<VirtAddr> objects;
};

std::vector<VirtAddr> take(SlabMachine& m, VirtAddr cache, int count) {
  std::vector<VirtAddr> objects;
  for (int i = 0; i < count; ++i) objects.push_back(m.cache_alloc(cache));
  return objects;
}

TEST(BulkFreeTest, TheLastOfTheArrayComesOutFirst) {
  SlabMachine m;
  const VirtAddr cache = m.create("bulk", 1000, 0, SlabFlags::kNoMerge);
  HostArray array(take(m, cache, 4));
  const std::vector<VirtAddr> given = array.objects;
  ASSERT_TRUE(m.slab->free_bulk(cache, array).has_value());
  EXPECT_EQ(array.objects, given);
  EXPECT_THAT(take(m, cache, 4), ElementsAre(given[3], given[2], given[1], given[0]));
}

TEST(BulkFreeTest, EntriesOfOtherSlabsStayInTheArrayUntilTheirTurn) {
  SlabMachine m;
  const VirtAddr a = m.alloc(100), b = m.alloc(1000), c = m.alloc(20000), d = m.alloc(100);
  const VirtAddr class_128 = guest_ptr(m.cache_of(a)).va();
  HostArray array({a, b, c, d});
  ASSERT_TRUE(m.slab->free_bulk(VirtAddr(), array).has_value());
  EXPECT_THAT(array.objects, ElementsAre(c, b, a, d));
  EXPECT_THAT(take(m, class_128, 2), ElementsAre(d, a));
}

TEST(BulkFreeTest, TheSameObjectTwiceInARowIsTheKernelsBug) {
  SlabMachine m;
  const VirtAddr cache = m.create("bulk", 1000, 0, SlabFlags::kNoMerge);
  const VirtAddr object = m.cache_alloc(cache);
  HostArray array({object, object});
  const auto freed = m.slab->free_bulk(cache, array);
  ASSERT_FALSE(freed.has_value());
  EXPECT_EQ(std::get<Oops>(freed.error()).line, 419u);
}

TEST(BulkFreeTest, DebuggedCachesCheckEveryObject) {
  SlabMachine m;
  const VirtAddr cache =
      m.create("bulk", 100, 0, SlabFlags::kConsistencyChecks | SlabFlags::kRedZone);
  HostArray array(take(m, cache, 3));
  m.bytes(array.objects[1])[100] = std::byte{7};
  ASSERT_TRUE(m.slab->free_bulk(cache, array).has_value());
  EXPECT_THAT(m.diagnostics.lines,
              ::testing::Contains(HasSubstr("BUG bulk (Tainted: G           OE     ): Right "
                                            "Redzone overwritten")));
  EXPECT_THAT(m.diagnostics.lines, ::testing::Contains(HasSubstr("FIX bulk: Object at 0x")));
}

TEST(BulkFreeTest, AnEmptyArrayIsNothing) {
  SlabMachine m;
  HostArray array({});
  EXPECT_TRUE(m.slab->free_bulk(VirtAddr(), array).has_value());
}

}  // namespace
}  // namespace mm32
