#include "emu/leaks/allocation_tracker.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace mm32::emu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Exports 1 to 5 are of the families of the same numbers.
const std::vector<HandsOut> kRoles = {HandsOut::kPages, HandsOut::kObjects, HandsOut::kAreas,
                                      HandsOut::kKmaps, HandsOut::kNothing};

class FakeCall final : public GuestCall {
 public:
  std::uint32_t export_index() const override { return index; }
  std::uint64_t serial() const override { return calls; }
  std::span<const VirtAddr> return_addresses() override { return trace; }
  /// Begins a call of the export.
  void begin(HandsOut role) {
    index = static_cast<std::uint32_t>(std::ranges::find(kRoles, role) - kRoles.begin()) + 1;
    ++calls;
  }

  std::uint32_t index = 0;
  std::uint64_t calls = 0;
  std::vector<LocalMap> local_maps() override { return slots; }

  std::vector<VirtAddr> trace{VirtAddr(0xf8000010)};
  std::vector<LocalMap> slots{};
};

class AllocationTrackerTest : public testing::Test {
 protected:
  template <class E>
  void during(HandsOut role, const E& event) {
    call.begin(role);
    tracker.on_event(event);
  }
  std::vector<std::uint32_t> keys() const {
    std::vector<std::uint32_t> result;
    for (const Allocation& a : tracker.live()) result.push_back(a.key);
    return result;
  }

  FakeCall call;
  AllocationTracker tracker{call, kRoles, [](VirtAddr a) {
                              return FrameText{fmt::format("f{}", a.raw() & 0xff),
                                               a.raw() >= 0xf8000000 ? "mod" : "", ""};
                            }};
};

constexpr Gfp kGfp = Gfp::kKernel;

TEST_F(AllocationTrackerTest, AnObjectLivesUntilItIsFreed) {
  during(HandsOut::kObjects, event::Kmalloc{VirtAddr(0xc1000000), Bytes(100), Bytes(128), kGfp});
  ASSERT_THAT(keys(), ElementsAre(0xc1000000));
  EXPECT_EQ(tracker.live()[0].bytes, 100u);
  during(HandsOut::kObjects, event::Kfree{VirtAddr(0xc1000000)});
  EXPECT_THAT(keys(), IsEmpty());
  ASSERT_EQ(tracker.recently_freed().size(), 1u);
}

TEST_F(AllocationTrackerTest, TheHostsOwnAllocationsAreNotRecorded) {
  tracker.on_event(event::Kmalloc{VirtAddr(0xc1000000), Bytes(100), Bytes(128), kGfp});
  EXPECT_THAT(keys(), IsEmpty());
}

TEST_F(AllocationTrackerTest, OnlyWhatTheFamilyHandsOutIsRecorded) {
  call.begin(HandsOut::kAreas);
  tracker.on_event(event::Kmalloc{VirtAddr(0xc1000000), Bytes(40), Bytes(64), kGfp});
  tracker.on_event(event::VmapAlloc{VirtAddr(0xf9000000), Bytes(8192)});
  tracker.on_event(event::VmapAlloc{VirtAddr(0xf9400000), Bytes(8192)});  // the page array
  tracker.on_event(event::PageAlloc{Pfn(0x1000), Order(0), kGfp, 0});
  EXPECT_THAT(keys(), ElementsAre(0xf9000000));
}

TEST_F(AllocationTrackerTest, ABlockFreedInPartsLeavesItsOtherParts) {
  during(HandsOut::kPages, event::PageAlloc{Pfn(0x100), Order(3), kGfp, 0});
  during(HandsOut::kPages, event::PageFree{Pfn(0x102), Order(0)});
  EXPECT_THAT(keys(), ElementsAre(0x100, 0x103, 0x104));
  during(HandsOut::kPages, event::PageFree{Pfn(0x104), Order(2)});
  during(HandsOut::kPages, event::PageFree{Pfn(0x103), Order(0)});
  during(HandsOut::kPages, event::PageFree{Pfn(0x101), Order(0)});
  EXPECT_THAT(keys(), ElementsAre(0x100));
  during(HandsOut::kPages, event::PageFree{Pfn(0x100), Order(0)});
  EXPECT_THAT(keys(), IsEmpty());
}

TEST_F(AllocationTrackerTest, PagesFreedUnderALargeObjectTakeItAlong) {
  during(HandsOut::kObjects,
         event::Kmalloc{VirtAddr(0xc1000000), Bytes(100000), Bytes(131072), kGfp});
  during(HandsOut::kPages, event::PageFree{Pfn(0x1000), Order(5)});
  EXPECT_THAT(keys(), IsEmpty());
}

TEST_F(AllocationTrackerTest, KmapsOfOnePageAreCounted) {
  call.begin(HandsOut::kKmaps);
  tracker.on_event(event::Kmap{VirtAddr(0xff800000), Pfn(0x40000)});
  during(HandsOut::kKmaps, event::Kmap{VirtAddr(0xff800000), Pfn(0x40000)});
  EXPECT_EQ(keys().size(), 2u);
  during(HandsOut::kKmaps, event::Kunmap{VirtAddr(0xff800000), Pfn(0x40000)});
  EXPECT_EQ(keys().size(), 1u);
  during(HandsOut::kKmaps, event::Kunmap{VirtAddr(0xff800000), Pfn(0x40000)});
  EXPECT_THAT(keys(), IsEmpty());
}

TEST_F(AllocationTrackerTest, TemporaryMappingsAreTakenFromTheGuestWhenAskedFor) {
  const VirtAddr slot(0xfff80000);
  call.slots = {{slot, VirtAddr(0xf8000020), VirtAddr(), true},
                {slot - Bytes(4096), {}, {}, false}};
  EXPECT_THAT(keys(), IsEmpty());
  tracker.note_local_maps();
  tracker.note_local_maps();
  ASSERT_THAT(keys(), ElementsAre(0xfff80000));
  EXPECT_EQ(tracker.stacks().frames(tracker.live()[0].stack)[0].text, "f32");
  call.slots[0] = {slot, VirtAddr(0xf8000020), VirtAddr(0xf8000030), false};
  tracker.note_local_maps();
  tracker.note_local_maps();
  EXPECT_THAT(keys(), IsEmpty());
  ASSERT_EQ(tracker.recently_freed().size(), 1u);
  EXPECT_EQ(tracker.stacks().frames(tracker.recently_freed()[0].freed_by)[0].text, "f48");
}

TEST_F(AllocationTrackerTest, APieceOfVmMapRamIsNotTheAreaThatHoldsIt) {
  call.begin(HandsOut::kAreas);
  tracker.on_event(event::VmapAlloc{VirtAddr(0xf9000000), Bytes(0x40000)});
  tracker.on_event(event::VmMapRam{VirtAddr(0xf9000000), Bytes(8192)});
  during(HandsOut::kAreas, event::VmMapRam{VirtAddr(0xf9002000), Bytes(4096)});
  EXPECT_THAT(keys(), ElementsAre(0xf9000000, 0xf9002000));
  during(HandsOut::kAreas, event::VmUnmapRam{VirtAddr(0xf9000000), Bytes(8192)});
  EXPECT_THAT(keys(), ElementsAre(0xf9002000));
}

TEST_F(AllocationTrackerTest, MergedCachesAreCounted) {
  during(HandsOut::kObjects, event::CacheCreate{VirtAddr(0xc1000000)});
  during(HandsOut::kObjects, event::CacheCreate{VirtAddr(0xc1000000)});
  during(HandsOut::kObjects, event::CacheDestroy{VirtAddr(0xc1000000)});
  EXPECT_EQ(keys().size(), 1u);
}

TEST_F(AllocationTrackerTest, OnlyTheLastFreesAreRemembered) {
  for (std::uint32_t i = 0; i < AllocationTracker::kRemembered + 10; ++i) {
    const VirtAddr at(0xc1000000 + 8 * i);
    during(HandsOut::kObjects, event::Kmalloc{at, Bytes(8), Bytes(8), kGfp});
    during(HandsOut::kObjects, event::Kfree{at});
  }
  const auto freed = tracker.recently_freed();
  ASSERT_EQ(freed.size(), AllocationTracker::kRemembered);
  EXPECT_EQ(freed[0].allocation.key, 0xc1000000 + 8 * (AllocationTracker::kRemembered + 9));
  EXPECT_EQ(freed[1].allocation.key, 0xc1000000 + 8 * (AllocationTracker::kRemembered + 8));
}

TEST(CallStacksTest, EqualTracesShareANumberUntilTheirCodeGoes) {
  unsigned generation = 1;
  CallStacks stacks([&](VirtAddr) { return FrameText{fmt::format("f{}", generation), "m", ""}; });
  const std::vector<VirtAddr> trace{VirtAddr(0xf8000010), VirtAddr(0xf8000020)};
  const StackId first = stacks.intern(trace);
  EXPECT_EQ(stacks.intern(trace), first);
  stacks.code_going(VirtAddr(0xf8000000), VirtAddr(0xf8001000));
  generation = 2;
  const StackId second = stacks.intern(trace);
  EXPECT_NE(second, first);
  EXPECT_EQ(stacks.frames(first)[0].text, "f1");
  EXPECT_EQ(stacks.frames(second)[0].text, "f2");
}

TEST(CallStacksTest, FramesEndWithTheOutermostOfAModule) {
  CallStacks stacks([](VirtAddr a) {
    return FrameText{fmt::format("f{}", a.raw() & 0xf), a.raw() >= 0xf8000000 ? "m" : "", ""};
  });
  const StackId id =
      stacks.intern(std::vector{VirtAddr(0xc1000001), VirtAddr(0xf8000002), VirtAddr(0xc1000003)});
  ASSERT_EQ(stacks.frames(id).size(), 2u);
  EXPECT_EQ(stacks.frames(id)[1].text, "f2");
  EXPECT_EQ(stacks.module(id), "m");
  EXPECT_THAT(stacks.frames(kUnknownStack), IsEmpty());
}

TEST(CallStacksTest, ManyTracesAreToldApart) {
  CallStacks stacks([](VirtAddr) { return FrameText{.text = "f", .module = "m"}; });
  std::vector<StackId> ids;
  for (std::uint32_t i = 0; i < 5000; ++i)
    ids.push_back(stacks.intern(std::vector{VirtAddr(0xf8000000 + i), VirtAddr(0xf9000000)}));
  for (std::uint32_t i = 0; i < 5000; ++i)
    EXPECT_EQ(stacks.intern(std::vector{VirtAddr(0xf8000000 + i), VirtAddr(0xf9000000)}), ids[i]);
}

TEST(AddressTableTest, AgreesWithAMapUnderRandomOperations) {
  struct Record {
    std::uint32_t key;
    std::uint32_t value;
  };
  AddressTable<Record> table;
  std::unordered_map<std::uint32_t, std::uint32_t> model;
  std::mt19937 random(1);
  for (unsigned i = 0; i < 200'000; ++i) {
    const auto key = static_cast<std::uint32_t>(8 * (1 + random() % 4000));
    if (random() % 2 == 0) {
      table.insert({key, i});
      model[key] = i;
    } else if (Record* found = table.find(key)) {
      ASSERT_EQ(model.erase(key), 1u);
      table.erase(found);
    }
    const auto other = static_cast<std::uint32_t>(8 * (1 + random() % 4000));
    const Record* found = table.find(other);
    ASSERT_EQ(found != nullptr, model.contains(other));
    if (found != nullptr) {
      ASSERT_EQ(found->value, model[other]);
    }
    ASSERT_EQ(table.size(), model.size());
  }
}

}  // namespace
}  // namespace mm32::emu
