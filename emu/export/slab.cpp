// Exports of the slab allocator: kmalloc, kmem_cache and their families (Linux 6.1 mm/slub.c,
// mm/slab_common.c). What runs constructors is guest code (guest/kernel/mm/slab.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

// guest/kernel/mm/slab_host.h
constexpr std::uint32_t kNewSlab = 1;
struct GuestNewSlab {
  std::uint32_t slab;
  std::uint32_t ctor;
  std::uint32_t first;
  std::uint32_t stride;
  std::uint32_t objects;
};

Outcome<VirtAddr> kmalloc_node(KernelContext& k, Bytes size, Gfp gfp, std::int32_t) {
  return k.mm().slab().kmalloc(size, gfp);
}

Outcome<VirtAddr> kmalloc_node_trace(KernelContext& k, VirtAddr cache, Gfp gfp, std::int32_t,
                                     Bytes size) {
  return k.mm().slab().kmalloc_trace(cache, gfp, size);
}

Outcome<VirtAddr> kmalloc_large_node(KernelContext& k, Bytes size, Gfp gfp, std::int32_t) {
  return k.mm().slab().kmalloc_large(size, gfp);
}

Outcome<VirtAddr> kmalloc_track_caller(KernelContext& k, Bytes size, Gfp gfp, std::int32_t,
                                       VirtAddr caller) {
  const auto scope = k.mm().slab().on_behalf_of(caller);
  return k.mm().slab().kmalloc(size, gfp);
}

Outcome<VirtAddr> create(KernelContext& k, VirtAddr name, std::uint32_t size, std::uint32_t align,
                         SlabFlags flags, std::uint32_t useroffset, std::uint32_t usersize,
                         VirtAddr ctor) {
  MM_TRY_ASSIGN(std::string text, k.read_string(name));
  return k.mm().slab().kmem_cache_create(
      {std::move(text), size, align, flags, ctor.raw(), useroffset, usersize});
}

Outcome<VirtAddr> cache_alloc(KernelContext& k, VirtAddr cache, Gfp gfp, VirtAddr fresh,
                              VirtAddr caller) {
  const auto scope = k.mm().slab().on_behalf_of(caller);
  MM_TRY_ASSIGN(const CacheObject got, k.mm().slab().kmem_cache_alloc(cache, gfp));
  if (!got.needs_ctor) [[likely]]
    return got.object;
  const NeedsCtor& n = *got.needs_ctor;
  const GuestNewSlab told{n.slab.raw, n.ctor.raw(), n.first.raw(), n.stride, n.objects};
  MM_TRY(k.write(fresh, std::as_bytes(std::span(&told, 1))));
  return VirtAddr(kNewSlab);
}

class GuestArray final : public ObjectArray {
 public:
  GuestArray(KernelContext& k, VirtAddr begin, std::uint32_t size)
      : k_(k), begin_(begin), size_(size) {}
  std::uint32_t size() const override { return size_; }
  Outcome<VirtAddr> get(std::uint32_t index) override {
    MM_TRY_ASSIGN(const std::uint32_t object, k_.load<std::uint32_t>(entry(index)));
    return VirtAddr(object);
  }
  Outcome<void> set(std::uint32_t index, VirtAddr object) override {
    const std::uint32_t value = object.raw();
    return k_.write(entry(index), std::as_bytes(std::span(&value, 1)));
  }

 private:
  VirtAddr entry(std::uint32_t index) const { return VirtAddr(begin_.raw() + 4 * index); }

  KernelContext& k_;
  VirtAddr begin_;
  std::uint32_t size_;
};

// A null cache is kfree_bulk.
Outcome<void> free_bulk(KernelContext& k, VirtAddr cache, std::uint32_t count, VirtAddr objects) {
  GuestArray array(k, objects, count);
  return k.mm().slab().free_bulk(cache, array);
}

void place_kmalloc_caches(KernelContext& k, VirtAddr table) {
  static_cast<void>(k.mm().slab().place_kmalloc_caches(table));
}

constexpr std::array kExports = {
    make_export<&Slab::kmalloc>("__kmalloc"),
    make_export<&kmalloc_node>("__kmalloc_node"),
    make_export<&kmalloc_track_caller>("__kmalloc_node_track_caller"),
    make_export<&Slab::kmalloc_trace>("kmalloc_trace"),
    make_export<&kmalloc_node_trace>("kmalloc_node_trace"),
    make_export<&Slab::kmalloc_large>("kmalloc_large"),
    make_export<&kmalloc_large_node>("kmalloc_large_node"),
    make_export<&Slab::kfree>("kfree"),
    make_export<&Slab::ksize>("ksize"),
    make_export<&Slab::ksize>("__ksize"),
    make_export<&Slab::kmalloc_size_roundup>("kmalloc_size_roundup"),
    make_export<&create>("__kmem_cache_create"),
    make_export<&Slab::kmem_cache_destroy>("kmem_cache_destroy"),
    make_export<&Slab::kmem_cache_shrink>("kmem_cache_shrink"),
    make_export<&Slab::kmem_cache_size>("kmem_cache_size"),
    make_export<&Slab::kmem_cache_free>("kmem_cache_free"),
    make_export<&free_bulk>("kmem_cache_free_bulk"),
    make_export<&cache_alloc>("___slab_alloc"),
    make_export<&Slab::ctors_done>("mm32_ctors_done"),
    make_export<&place_kmalloc_caches>("mm32_place_kmalloc_caches"),
};

}  // namespace

std::span<const KernelExport> slab_exports() { return kExports; }

}  // namespace mm32::emu
