// A guest that uses the slab allocator and writes over its structures, driven by bytes: for the
// fuzz target and the property tests. Whatever it does, the host must neither crash nor hang.
#pragma once

#include <span>

#include "mm/abi/list_damage.hpp"
#include "mm/slab/verify.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32::test {

class SlabScribbler {
 public:
  explicit SlabScribbler(SlabMachine& machine) : m_(machine) {}

  /// Does what the bytes say. A damaged list of the page allocator, whose structures lie beside the
  /// slabs', ends the run as it ends a guest task; a broken invariant is an error.
  void run(std::span<const std::uint8_t> input) {
    input_ = input;
    try {
      while (!input_.empty()) {
        step();
        m_.diagnostics.lines.clear();
      }
    } catch (const ListDamage&) {
      m_.diagnostics.lines.clear();
    }
  }

 private:
  std::uint8_t byte() {
    if (input_.empty()) return 0;
    const std::uint8_t value = input_.front();
    input_ = input_.subspan(1);
    return value;
  }
  std::uint32_t word() {
    std::uint32_t value = byte();
    value |= std::uint32_t{byte()} << 8;
    return value | std::uint32_t{byte()} << 16;
  }
  VirtAddr pick(const std::vector<VirtAddr>& from) {
    return from.empty() ? VirtAddr() : from[byte() % from.size()];
  }

  // A pointer that nobody should free: into what is no direct map, near one's own objects, small.
  VirtAddr wild() {
    const std::uint32_t lowmem_end = m_.slab->context().view.lowmem_end().raw();
    switch (byte() % 8) {
      case 0:
        return VirtAddr(byte());
      case 1:
        return VirtAddr(word() * 181u);  // user space
      case 2:
        return VirtAddr(kPageOffset + word() * 4u);
      case 3:
        return VirtAddr(lowmem_end + word() * 64u);  // the gap, vmalloc, modules, highmem frames
      case 4:
        return VirtAddr(0xffffffffu - word());  // fixmap, pkmap
      case 5:
        return VirtAddr(pick(objects_).raw() + word() % 20000);
      case 6:
        return VirtAddr(pick(caches_).raw() + byte());
      default:
        return VirtAddr(lowmem_end - byte());
    }
  }
  VirtAddr any_object() { return byte() % 8 == 0 ? wild() : pick(objects_); }
  VirtAddr any_cache() { return byte() % 16 == 0 ? wild() : pick(caches_); }

  void step() {
    switch (byte() % 14) {
      case 0:
      case 1:
      case 2:
        keep(m_.slab->kmalloc(Bytes(word() % 20000), kFlags[byte() % 4]));
        break;
      case 3:
      case 4:
        static_cast<void>(m_.slab->kfree(any_object()));
        break;
      case 5:
        create();
        break;
      case 6:
        cache_alloc(pick(caches_), byte() % 24u);
        break;
      case 7:
        static_cast<void>(m_.slab->kmem_cache_free(any_cache(), any_object()));
        break;
      case 8:
        cache_operation();
        break;
      case 9:
        free_bulk();
        break;
      default:
        scribble();
    }
  }

  void keep(const Outcome<VirtAddr>& got) {
    if (got && got->raw() > kZeroSizePtr) objects_.push_back(*got);
    if (objects_.size() > 64) objects_.erase(objects_.begin());
  }

  void create() {
    const CacheRequest request{"fuzz",
                               word() % 5000,
                               std::uint32_t{byte()},
                               kCacheFlags[byte() % 6],
                               byte() % 3 == 0 ? 0xc1000000u : 0u,
                               0,
                               0};
    const auto cache = m_.slab->kmem_cache_create(request);
    if (cache && cache->raw() != 0) caches_.push_back(*cache);
  }

  void cache_alloc(VirtAddr cache, unsigned count) {
    for (unsigned attempt = 0; attempt < count + 3; ++attempt) {
      const auto got = m_.slab->kmem_cache_alloc(cache, kFlags[byte() % 4]);
      if (!got) return;
      if (got->needs_ctor)
        static_cast<void>(m_.slab->ctors_done(cache, got->needs_ctor->slab));
      else
        keep(Outcome<VirtAddr>(got->object));
    }
  }

  // Linux: kmem_cache_free_bulk, or kfree_bulk when there is no cache.
  void free_bulk() {
    HostArray array;
    for (unsigned left = byte() % 24u; left != 0; --left) array.objects.push_back(any_object());
    static_cast<void>(m_.slab->free_bulk(byte() % 2 == 0 ? VirtAddr() : any_cache(), array));
  }

  void cache_operation() {
    const VirtAddr cache = any_cache();
    switch (byte() % 8) {
      case 0:
        static_cast<void>(m_.slab->kmem_cache_destroy(cache));
        break;
      case 1:
        static_cast<void>(m_.slab->kmem_cache_shrink(cache));
        break;
      case 2:
        static_cast<void>(m_.slab->ksize(any_object()));
        break;
      case 3:
        static_cast<void>(m_.slab->kmem_cache_size(cache));
        break;
      case 4:
        keep(m_.slab->kmalloc_trace(cache, kFlags[byte() % 4], Bytes(byte())));
        break;
      case 5:
        cache_alloc(wild(), 0);
        break;
      case 6:
        static_cast<void>(m_.slab->ctors_done(cache, GuestPtr<Page>(wild().raw())));
        break;
      default:
        static_cast<void>(audit(*m_.slab));
    }
  }

  // A value that a confused guest would write: small numbers, pointers of its own, noise.
  std::uint32_t value() {
    switch (byte() % 6) {
      case 0:
        return byte();
      case 1:
        return 0xffffffffu - byte();
      case 2:
        return pick(objects_).raw() + byte() % 16u;
      case 3:
        return pick(caches_).raw() + byte();
      case 4:
        return m_.slab->root().raw() + word() % kPageSize;
      default:
        return word() * 2654435761u;
    }
  }

  // The cache that an object or a creation names, if it still looks like one.
  const KmemCache* some_cache(const Page* slab) {
    const GuestView& view = m_.slab->context().view;
    const VirtAddr cache =
        slab != nullptr && byte() % 2 == 0 ? VirtAddr(slab->slab_cache) : pick(caches_);
    return view.object(GuestPtr<KmemCache>(cache));
  }

  std::uint32_t target() {
    const GuestView& view = m_.slab->context().view;
    const VirtAddr object = pick(objects_);
    const Page* page = view.head_page(object);
    const KmemCache* s = some_cache(page);
    const unsigned what = byte() % 11;
    if (what <= 1) return object.raw() + word() % 4096;
    if (what == 2) return m_.slab->root().raw() + word() % kPageSize;
    if (what <= 5 && page != nullptr)  // its own words, those of tails, those of neighbours
      return guest_ptr(*page).raw + 4u * (byte() % (what == 3 ? 10u : 40u));
    if (s == nullptr) return 0;
    if (what == 6) return guest_ptr(*s).raw + byte() % 140u;
    if (what == 7) return s->node.raw + byte() % 32u;
    if (what == 8) return s->cpu_slab.raw + byte() % 16u;
    if (what == 9) return object.raw() + s->offset;  // its free pointer
    return object.raw() + s->inuse + byte() % 64u;   // tracks, paddings, the next object
  }

  // Writes over a word of an object, a cache, what a cache points to, a struct page, or the root.
  void scribble() {
    const GuestView& view = m_.slab->context().view;
    const VirtAddr at(target());
    if (view.mapped(at, 4)) view.store32(at, value());
  }

  static constexpr Gfp kFlags[] = {
      Gfp::kKernel | Gfp::kNoWarn, Gfp::kKernel | Gfp::kZero | Gfp::kNoWarn,
      Gfp::kKernel | Gfp::kDma | Gfp::kNoWarn, Gfp::kKernelAccount | Gfp::kNoWarn};
  static constexpr SlabFlags kCacheFlags[] = {SlabFlags::kNone,
                                              SlabFlags::kHwcacheAlign,
                                              SlabFlags::kTypesafeByRcu,
                                              SlabFlags::kRedZone | SlabFlags::kPoison,
                                              SlabFlags::kStoreUser | SlabFlags::kConsistencyChecks,
                                              SlabFlags::kRedZone | SlabFlags::kPoison |
                                                  SlabFlags::kStoreUser |
                                                  SlabFlags::kConsistencyChecks};

  struct HostArray final : ObjectArray {
    std::uint32_t size() const override { return static_cast<std::uint32_t>(objects.size()); }
    Outcome<VirtAddr> get(std::uint32_t index) override { return objects.at(index); }
    Outcome<void> set(std::uint32_t index, VirtAddr object) override {
      objects.at(index) = object;
      return {};
    }
    std::vector<VirtAddr> objects{};
  };

  SlabMachine& m_;
  std::span<const std::uint8_t> input_{};
  std::vector<VirtAddr> objects_{};
  std::vector<VirtAddr> caches_{};
};

}  // namespace mm32::test
