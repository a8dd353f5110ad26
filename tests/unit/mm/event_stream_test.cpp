#include <gtest/gtest.h>

#include <array>
#include <bit>

#include "mm/base/events.hpp"
#include "tests/support/kvm_machine.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

class Counter final : public EventSink {
 public:
  void on_event(const Event& event) override { ++seen[event.index()]; }
  template <class E>
  unsigned count() const {
    return seen[static_cast<std::size_t>(std::countr_zero(events_of<E>()))];
  }

 private:
  std::array<unsigned, std::variant_size_v<Event>> seen{};
};

TEST(EventStreamTest, ASinkIsGivenWhatItWants) {
  EventStream events;
  Counter pages;
  Counter all;
  EXPECT_FALSE(events.active());
  events.subscribe(pages, events_of<event::PageAlloc, event::PageFree>());
  events.emit(event::Kfree{});
  events.emit(event::PageFree{});
  events.subscribe(all);
  events.emit(event::Kfree{});
  EXPECT_EQ(pages.count<event::PageFree>(), 1u);
  EXPECT_EQ(pages.count<event::Kfree>(), 0u);
  EXPECT_EQ(all.count<event::Kfree>(), 1u);
  events.unsubscribe(all);
  events.emit(event::Kfree{});
  EXPECT_EQ(all.count<event::Kfree>(), 1u);
  EXPECT_TRUE(events.active());
  events.unsubscribe(pages);
  EXPECT_FALSE(events.active());
}

TEST(EventStreamTest, AMergedCacheIsCreatedAndDestroyedAsOftenAsAskedFor) {
  SlabMachine m;
  Counter counter;
  m.events.subscribe(counter);
  const VirtAddr first = m.create("first", 200);
  const VirtAddr second = m.create("second", 200);
  ASSERT_EQ(first, second);
  EXPECT_EQ(counter.count<event::CacheCreate>(), 2u);
  ASSERT_TRUE(m.slab->kmem_cache_destroy(first));
  ASSERT_TRUE(m.slab->kmem_cache_destroy(second));
  EXPECT_EQ(counter.count<event::CacheDestroy>(), 2u);
}

TEST(EventStreamTest, PiecesOfAVmMapRamBlockAreToldApart) {
  test::KvmMachine m(Bytes(256u << 20), PagingMode::kTwoLevel);
  Counter counter;
  m.events.subscribe(counter);
  const VirtAddr array = m.objects.alloc_object(Bytes(4), Gfp::kKernel).value();
  const Pfn pfn = m.pages.alloc_pages(Gfp::kKernel, Order(0)).value();
  m.ram.at<std::uint32_t>(array) = guest_ptr(m.pages.page(pfn)).raw;
  const VirtAddr one = m.vmalloc->vm_map_ram(array, Pages(1)).value();
  const VirtAddr two = m.vmalloc->vm_map_ram(array, Pages(1)).value();
  EXPECT_EQ(counter.count<event::VmapAlloc>(), 1u);
  EXPECT_EQ(counter.count<event::VmMapRam>(), 2u);
  ASSERT_TRUE(m.vmalloc->vm_unmap_ram(one, Pages(1)));
  ASSERT_TRUE(m.vmalloc->vm_unmap_ram(two, Pages(1)));
  EXPECT_EQ(counter.count<event::VmUnmapRam>(), 2u);
}

}  // namespace
}  // namespace mm32
