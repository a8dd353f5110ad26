// A guest that uses the slab allocator and writes over its structures, driven by bytes: for the
// fuzz target and the property tests. Whatever it does, the host must neither crash nor hang.
#pragma once

#include <span>

#include "mm/slab/verify.hpp"
#include "tests/unit/mm/slab_fixture.hpp"

namespace mm32::test {

class SlabScribbler {
 public:
  explicit SlabScribbler(SlabMachine& machine) : m_(machine) {}

  /// Does what the bytes say. A checked abort by the page allocator, whose structures lie beside
  /// the slabs', ends the run; one by the slab allocator is an error.
  void run(std::span<const std::uint8_t> input) {
    input_ = input;
    try {
      while (!input_.empty()) {
        step();
        m_.diagnostics.lines.clear();
      }
    } catch (const InvariantBroken& broken) {
      if (std::string_view(broken.what()).find("mm/slab/") != std::string_view::npos) throw;
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

  void step() {
    switch (byte() % 12) {
      case 0:
      case 1:
      case 2:
        keep(m_.slab->kmalloc(Bytes(word() % 20000), kFlags[byte() % 4]));
        break;
      case 3:
      case 4:
        static_cast<void>(m_.slab->kfree(pick(objects_)));
        break;
      case 5:
        create();
        break;
      case 6:
        cache_alloc();
        break;
      case 7:
        static_cast<void>(m_.slab->kmem_cache_free(pick(caches_), pick(objects_)));
        break;
      case 8:
        cache_operation();
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

  void cache_alloc() {
    const VirtAddr cache = pick(caches_);
    for (int attempt = 0; attempt < 3; ++attempt) {
      const auto got = m_.slab->kmem_cache_alloc(cache, kFlags[byte() % 4]);
      if (!got) return;
      if (!got->needs_ctor) return keep(Outcome<VirtAddr>(got->object));
      static_cast<void>(m_.slab->ctors_done(cache, got->needs_ctor->slab));
    }
  }

  void cache_operation() {
    const VirtAddr cache = pick(caches_);
    switch (byte() % 4) {
      case 0:
        static_cast<void>(m_.slab->kmem_cache_destroy(cache));
        break;
      case 1:
        static_cast<void>(m_.slab->kmem_cache_shrink(cache));
        break;
      case 2:
        static_cast<void>(m_.slab->ksize(pick(objects_)));
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

  // Writes over a word of an object, a cache, what a cache points to, a struct page, or the root.
  void scribble() {
    const KmemCache* s = m_.slab->context().view.object(GuestPtr<KmemCache>(pick(caches_)));
    const Page* page = m_.slab->context().view.head_page(pick(objects_));
    std::uint32_t target = 0;
    switch (byte() % 8) {
      case 0:
      case 1:
        target = pick(objects_).raw() + word() % 4096;
        break;
      case 2:
        target = pick(caches_).raw() + byte() % 140u;
        break;
      case 3:
        if (s != nullptr) target = s->node.raw + byte() % 32u;
        break;
      case 4:
        if (s != nullptr) target = s->cpu_slab.raw + byte() % 16u;
        break;
      case 5:
        if (page != nullptr) target = guest_ptr(*page).raw + 4u * (1u + byte() % 5u);
        break;
      case 6:
        if (page != nullptr) target = page->slab_cache + byte() % 140u;
        break;
      default:
        target = m_.slab->root().raw() + word() % kPageSize;
    }
    if (m_.slab->context().view.mapped(VirtAddr(target), 4))
      m_.slab->context().view.store32(VirtAddr(target), value());
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

  SlabMachine& m_;
  std::span<const std::uint8_t> input_{};
  std::vector<VirtAddr> objects_{};
  std::vector<VirtAddr> caches_{};
};

}  // namespace mm32::test
