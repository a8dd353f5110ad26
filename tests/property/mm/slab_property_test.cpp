// Random allocations from kmalloc and from random caches against a naive model: a map of address
// ranges and what was written there.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "mm/slab/verify.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32 {
namespace {

using Params = SlabMachine::Params;

constexpr std::uint8_t kConstructed = 0xc7;

struct Live {
  std::uint32_t size;
  std::uint8_t fill;
  VirtAddr cache;  // 0: kmalloc
};

struct OwnCache {
  VirtAddr address;
  std::uint32_t size;
  std::uint32_t align;
  bool has_ctor;
  std::uint32_t live = 0;
};

class Model {
 public:
  Model(LayoutName layout, Params params)
      : machine(layout, std::move(params)), slab(*machine.slab) {
    used_at_start_ = audit(slab).used;
  }

  void kmalloc(std::uint32_t size, Gfp gfp) {
    const VirtAddr p = machine.alloc(size, gfp);
    if (p.raw() == 0 || p.raw() == kZeroSizePtr) return;
    RC_ASSERT(slab.ksize(p).value() >= size);
    RC_ASSERT(p.raw() % 8 == 0u);
    if ((size & (size - 1)) == 0) RC_ASSERT(p.raw() % std::min(size, 4096u) == 0u);
    if (has(gfp, Gfp::kDma)) RC_ASSERT(direct_map_pa(p).raw() < 16u << 20);
    take(p, size, VirtAddr());
  }

  void create(std::uint32_t size, std::uint32_t align, SlabFlags flags, bool with_ctor) {
    const VirtAddr at = machine.create(fmt::format("c{}", names_++), size, align, flags,
                                       with_ctor ? 0xc1000000 : 0);
    if (at.raw() != 0) caches_.push_back({at, size, align, with_ctor});
  }

  void cache_alloc(std::size_t n) {
    if (caches_.empty()) return;
    OwnCache& c = caches_[n % caches_.size()];
    const VirtAddr p = machine.cache_alloc(c.address, [&](VirtAddr object) {
      std::memset(machine.bytes(object), kConstructed, c.size);
    });
    if (p.raw() == 0) return;
    RC_ASSERT(p.raw() % std::max(c.align, 8u) == 0u);
    if (c.has_ctor) check(p, c.size, kConstructed);
    take(p, c.size, c.address);
    ++c.live;
  }

  void free_nth(std::size_t n) {
    if (live_.empty()) return;
    auto at = live_.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(n % live_.size()));
    const auto [address, object] = *at;
    live_.erase(at);
    const VirtAddr p(address);
    check(p, object.size, object.fill);
    if (object.cache.raw() == 0) {
      RC_ASSERT(slab.kfree(p).has_value());
      return;
    }
    const auto c = std::find_if(caches_.begin(), caches_.end(),
                                [&, cache = object.cache](const OwnCache& candidate) {
                                  return candidate.address == cache && candidate.live != 0;
                                });
    RC_ASSERT(c != caches_.end());
    if (c->has_ctor) std::memset(machine.bytes(p), kConstructed, object.size);
    RC_ASSERT(slab.kmem_cache_free(object.cache, p).has_value());
    --c->live;
  }

  void destroy(std::size_t n) {
    if (caches_.empty()) return;
    const auto at = caches_.begin() + static_cast<std::ptrdiff_t>(n % caches_.size());
    if (at->live != 0) return;
    RC_ASSERT(slab.kmem_cache_destroy(at->address).has_value());
    caches_.erase(at);
  }

  void shrink(std::size_t n) {
    if (!caches_.empty())
      RC_ASSERT(slab.kmem_cache_shrink(caches_[n % caches_.size()].address).has_value());
  }

  void verify() {
    const SlabAudit a = audit(slab);
    for (const std::string& line : a.broken) RC_LOG() << line << "\n";
    RC_ASSERT(a.broken.empty());
    for (const std::string& line : machine.diagnostics.lines) RC_LOG() << line << "\n";
    RC_ASSERT(machine.diagnostics.lines.empty());
  }

  void free_all() {
    while (!live_.empty()) free_nth(live_.size() - 1);
    while (!caches_.empty()) {
      caches_.front().live = 0;
      destroy(0);
    }
    RC_ASSERT(audit(slab).used == used_at_start_);
  }

  SlabMachine machine;
  Slab& slab;

 private:
  void check(VirtAddr p, std::uint32_t size, std::uint8_t fill) {
    const std::byte* bytes = machine.bytes(p);
    RC_ASSERT(std::all_of(bytes, bytes + size, [&](std::byte b) { return b == std::byte{fill}; }));
  }

  void take(VirtAddr p, std::uint32_t size, VirtAddr cache) {
    const auto next = live_.lower_bound(p.raw());
    if (next != live_.end()) RC_ASSERT(p.raw() + size <= next->first);
    if (next != live_.begin()) {
      const auto before = std::prev(next);
      RC_ASSERT(before->first + before->second.size <= p.raw());
    }
    const auto fill = static_cast<std::uint8_t>(++fills_);
    std::memset(machine.bytes(p), fill, size);
    live_[p.raw()] = {size, fill, cache};
  }

  std::map<std::uint32_t, Live> live_{};
  std::vector<OwnCache> caches_{};
  std::uint32_t used_at_start_ = 0;
  unsigned names_ = 0;
  unsigned fills_ = 0;
};

constexpr Gfp kFlags[] = {Gfp::kKernel,
                          Gfp::kAtomic,
                          Gfp::kKernelAccount,
                          Gfp::kKernel | Gfp::kReclaimable,
                          Gfp::kKernel | Gfp::kDma,
                          Gfp::kKernel | Gfp::kZero};
constexpr SlabFlags kCacheFlags[] = {SlabFlags::kNone, SlabFlags::kHwcacheAlign,
                                     SlabFlags::kReclaimAccount, SlabFlags::kTypesafeByRcu,
                                     SlabFlags::kNoMerge};

void step(Model& model) {
  const auto pick = *rc::gen::inRange(0, 100);
  const auto n = static_cast<std::size_t>(*rc::gen::inRange(0, 10000));
  if (pick < 30) {
    const auto bits = *rc::gen::inRange(1u, 15u);
    model.kmalloc(*rc::gen::inRange(1u, 1u << bits), kFlags[n % std::size(kFlags)]);
  } else if (pick < 55) {
    model.cache_alloc(n);
  } else if (pick < 92) {
    model.free_nth(n);
  } else if (pick < 96) {
    model.create(*rc::gen::inRange(1u, 3000u), 1u << *rc::gen::inRange(0, 8),
                 kCacheFlags[n % std::size(kCacheFlags)], n % 3 == 0);
  } else if (pick < 98) {
    model.destroy(n);
  } else {
    model.shrink(n);
  }
}

void run(LayoutName layout, const Params& params) {
  Model model(layout, params);
  const int steps = *rc::gen::inRange(1, 600);
  for (int i = 0; i < steps; ++i) step(model);
  model.verify();
  model.free_all();
  model.verify();
}

TEST(SlabProperty, ObjectsDoNotOverlapAndKeepTheirContents) {
  EXPECT_TRUE(rc::check([] { run(LayoutName::kClassic, {}); }));
}

TEST(SlabProperty, TheSameWithDebiansOptions) {
  EXPECT_TRUE(rc::check([] { run(LayoutName::kLinux61, {}); }));
}

TEST(SlabProperty, TheSameWithFullDebugging) {
  EXPECT_TRUE(rc::check([] { run(LayoutName::kLinux61, {{"slub_debug", "FZPU"}}); }));
}

}  // namespace
}  // namespace mm32
