// A machine with RAM, a page allocator and a slab allocator, for tests and benchmarks.
#pragma once

#include <string>

#include "mm/base/check.hpp"
#include "mm/slab/slab.hpp"
#include "tests/unit/mm/page_alloc_fixture.hpp"

namespace mm32 {

/// A guest whose call chain and clock the test sets.
class ScriptedCalls final : public CallSite {
 public:
  VirtAddr caller() override { return trace.empty() ? VirtAddr() : trace.front(); }
  std::span<const VirtAddr> stack_trace() override { return trace; }
  std::string symbol(VirtAddr address) override {
    return fmt::format("f{}+0x1/0x10 [m]", address.raw() & 0xff);
  }
  std::uint32_t jiffies() override { return now; }
  std::uint32_t pid() override { return 83; }
  std::string tainted() override { return "Tainted: G           OE     "; }

  std::vector<VirtAddr> trace{VirtAddr(0xf8000001), VirtAddr(0xf8000002)};
  std::uint32_t now = 1000;
};

struct SlabMachine : PageAllocMachine {
  using Params = std::map<std::string, std::string>;

  explicit SlabMachine(LayoutName layout = LayoutName::kClassic, Params params = {},
                       Bytes mem = Bytes(64u << 20))
      : PageAllocMachine(config_of(layout, std::move(params), mem)),
        slab(Slab::create(context, *pages, calls).value()) {}

  static MachineConfig config_of(LayoutName layout, Params params, Bytes mem) {
    MachineConfig c;
    c.mem = mem;
    c.layout = layout;
    c.params = std::move(params);
    return c;
  }

  VirtAddr alloc(std::uint64_t size, Gfp gfp = Gfp::kKernel) {
    return slab->kmalloc(Bytes(size), gfp).value();
  }
  VirtAddr create(const std::string& name, std::uint32_t size, std::uint32_t align = 0,
                  SlabFlags flags = SlabFlags::kNone, std::uint32_t ctor = 0) {
    return slab->kmem_cache_create({name, size, align, flags, ctor, 0, 0}).value();
  }
  /// An object, its slab's constructors "run" by `construct(address)`.
  template <class Construct>
  VirtAddr cache_alloc(VirtAddr cache, Construct construct, Gfp gfp = Gfp::kKernel) {
    for (;;) {
      const CacheObject got = slab->kmem_cache_alloc(cache, gfp).value();
      if (!got.needs_ctor) return got.object;
      for (std::uint32_t i = 0; i < got.needs_ctor->objects; ++i)
        construct(VirtAddr(got.needs_ctor->first.raw() + i * got.needs_ctor->stride));
      MM_CHECK(slab->ctors_done(cache, got.needs_ctor->slab).has_value());
    }
  }
  VirtAddr cache_alloc(VirtAddr cache, Gfp gfp = Gfp::kKernel) {
    return cache_alloc(
        cache, [](VirtAddr) {}, gfp);
  }
  /// Frames that belong to slabs.
  std::uint32_t slab_frames() {
    std::uint32_t frames = 0;
    for (std::uint32_t pfn = 0; pfn < pages->lowmem_end().raw(); ++pfn)
      if (const Page& page = pages->page(Pfn(pfn)); page.test(PageFlag::kSlab))
        frames += slab->context().view.order_of(page).pages().raw();
    return frames;
  }
  std::byte* bytes(VirtAddr va) { return ram.base() + (va.raw() - kPageOffset); }
  KmemCache& cache(VirtAddr at) { return ram.at<KmemCache>(at); }
  KmemCache& cache_of(VirtAddr object) {
    return cache(VirtAddr(slab->context().view.head_page(object)->slab_cache));
  }
  std::string name_of(const KmemCache& s) {
    return guest_string(slab->context().view, VirtAddr(s.name));
  }

  ScriptedCalls calls;
  std::unique_ptr<Slab> slab;
};

}  // namespace mm32
