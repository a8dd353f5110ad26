#include "mm/slab/kmalloc.hpp"

#include <array>

#include "mm/slab/cache_registry.hpp"
#include "mm/slab/slub_report.hpp"

namespace mm32 {
namespace {

constexpr const char* kAllocFunction = "__kmem_cache_alloc_node";
constexpr const char* kFreeFunction = "__kmem_cache_free";

// Index of the class for sizes up to 192, by eight bytes.
constexpr std::array<std::uint8_t, 24> kSmallIndex{3, 4, 5, 5, 6, 6, 6, 6, 1, 1, 1, 1,
                                                   7, 7, 7, 7, 2, 2, 2, 2, 2, 2, 2, 2};

}  // namespace

KmallocType Kmalloc::type_of(Gfp gfp) {
  if (!has(gfp, Gfp::kDma | Gfp::kReclaimable | Gfp::kAccount)) [[likely]]
    return KmallocType::kNormal;
  if (has(gfp, Gfp::kDma)) return KmallocType::kDma;
  return has(gfp, Gfp::kReclaimable) ? KmallocType::kReclaim : KmallocType::kCgroup;
}

unsigned Kmalloc::index_of(std::uint32_t size) {
  return size <= 192 ? kSmallIndex[(size - 1) / 8]
                     : static_cast<unsigned>(std::bit_width(size - 1));
}

Outcome<VirtAddr> Kmalloc::alloc(std::uint32_t size, Gfp gfp) {
  if (size - 1 >= kKmallocMaxCacheSize) [[unlikely]]
    return size == 0 ? Outcome<VirtAddr>(VirtAddr(kZeroSizePtr)) : alloc_large(size, gfp);
  const GuestPtr<KmemCache> cache =
      ctx_.kmalloc_cache(static_cast<unsigned>(type_of(gfp)), index_of(size));
  KmemCache* s = ctx_.view.object(cache);
  if (s == nullptr) [[unlikely]]
    return page_fault(cache.va(), kAllocFunction);
  return alloc_from(*s, size, gfp);
}

Outcome<VirtAddr> Kmalloc::alloc_from(KmemCache& s, std::uint32_t size, Gfp gfp) {
  const std::uint32_t object = slub_.alloc_fast(s, gfp);
  if (object == 0) [[unlikely]]
    return alloc_slow(s, size, gfp);
  ctx_.events.emit(event::Kmalloc{VirtAddr(object), Bytes(size), Bytes(s.size), gfp});
  return VirtAddr(object);
}

Outcome<VirtAddr> Kmalloc::alloc_slow(KmemCache& s, std::uint32_t size, Gfp gfp) {
  MM_TRY_ASSIGN(Allocated got, slub_.alloc(s, gfp, size, kAllocFunction));
  if (got.to_construct) {
    // A kmalloc cache has no constructor: a guest wrote one into it.
    MM_TRY(slub_.publish(s, got.to_construct));
    MM_TRY_ASSIGN(got, slub_.alloc(s, gfp, size, kAllocFunction));
  }
  if (got.object.raw() != 0)
    ctx_.events.emit(event::Kmalloc{got.object, Bytes(size), Bytes(s.size), gfp});
  return got.object;
}

Outcome<VirtAddr> Kmalloc::alloc_large(std::uint32_t size, Gfp gfp) {
  const Order order(order_for(size));
  if (has(gfp, Gfp::kDma32 | Gfp::kHighmem | Gfp(~kGfpBitsMask))) gfp = fix_flags(ctx_, gfp);
  const auto pfn = ctx_.view.pages().alloc_pages(gfp | Gfp::kComp, order);
  if (!pfn) return VirtAddr();
  ctx_.view.pages().add_node_stat(NodeStat::kSlabUnreclaimable,
                                  static_cast<std::int32_t>(order.pages().raw()));
  const VirtAddr object = direct_map_va(phys_of(*pfn));
  ctx_.events.emit(event::Kmalloc{object, Bytes(size), order.bytes(), gfp});
  return object;
}

VirtAddr Kmalloc::page_address_of(VirtAddr object) const {
  const Page& first = ctx_.view.pages().page(Pfn(0));
  const std::uint32_t pfn = pfn_of(direct_map_pa(object)).raw();
  return VirtAddr(guest_ptr(first).raw + pfn * static_cast<std::uint32_t>(sizeof(Page)));
}

// Linux: virt_to_head_page reads compound_head of mem_map[pfn], wherever that is.
tl::unexpected<Stop> Kmalloc::no_page(VirtAddr object, const char* function) const {
  return page_fault(page_address_of(object) + Bytes(offsetof(Page, compound_head)), function);
}

Outcome<Done> Kmalloc::free(VirtAddr object) {
  if (object.raw() <= kZeroSizePtr) [[unlikely]]
    return Done();
  Page* head = ctx_.view.head_page(object);
  if (head == nullptr) [[unlikely]]
    return free_without_page(object);
  if (!head->test(PageFlag::kSlab)) [[unlikely]]
    return free_large(*head, object);
  KmemCache* s = ctx_.view.object(GuestPtr<KmemCache>(head->slab_cache));
  if (s == nullptr) [[unlikely]]
    return page_fault(VirtAddr(head->slab_cache), kFreeFunction);
  if (!slub_.free_fast(*s, *head, object)) [[unlikely]]
    MM_TRY(slub_.free(*s, *head, object, kFreeFunction));
  ctx_.events.emit(event::Kfree{object});
  return Done();
}

void Kmalloc::warn_order_0(VirtAddr object) {
  if (first_time(ctx_.root(), WarnOnce::kLargeOrder0))
    ctx_.diagnostics.warning({"mm/slab_common.c", 904, "free_large_kmalloc"}, {});
  if (first_time(ctx_.root(), WarnOnce::kObjectPointer))
    ctx_.log(LogLevel::kWarning, fmt::format("object pointer: 0x{:08x}", object.raw()));
}

Outcome<Done> Kmalloc::free_large(Page& head, VirtAddr object) {
  const Order order = ctx_.view.order_of(head);
  if (order == Order(0)) warn_order_0(object);
  ctx_.events.emit(event::Kfree{object});
  ctx_.view.pages().add_node_stat(NodeStat::kSlabUnreclaimable,
                                  -static_cast<std::int32_t>(order.pages().raw()));
  // A page that is free already only loses a reference: put_page_testzero does not see zero.
  if (head.refcount <= 0)
    --head.refcount;
  else
    ctx_.view.pages().free_pages(ctx_.view.pages().pfn_of_page(guest_ptr(head)), order);
  return Done();
}

bool Kmalloc::reads_as_no_slab(VirtAddr object) const {
  constexpr std::uint32_t kBehindMemMap = 0x13b000;
  const std::uint32_t at = page_address_of(object).raw();
  const std::uint32_t end = page_address_of(ctx_.view.lowmem_end()).raw();
  return at - end < kBehindMemMap;
}

// An address that no struct page describes (vmalloc, modules, user space, fixmap): the kernel takes
// what lies at mem_map[pfn] for one. Where nothing is mapped there it faults; else it finds no
// slab, warns, and faults on the memory cgroup that it reads there.
Outcome<Done> Kmalloc::free_without_page(VirtAddr object) {
  constexpr VirtAddr kNodeOfNoMemcg(0x2b8);
  if (!reads_as_no_slab(object)) return no_page(object, "kfree");
  warn_order_0(object);
  return page_fault(kNodeOfNoMemcg, "__mod_lruvec_page_state");
}

Outcome<std::uint32_t> Kmalloc::ksize(VirtAddr object) {
  if (object.raw() <= kZeroSizePtr) return 0u;
  Page* head = ctx_.view.head_page(object);
  if (head == nullptr && !reads_as_no_slab(object)) return no_page(object, "__ksize");
  if (head == nullptr) {
    ctx_.diagnostics.warning({"mm/slab_common.c", 1014, "__ksize"}, {});
    return 0u;
  }
  if (!head->test(PageFlag::kSlab)) return large_size(*head, object);
  const KmemCache* s = ctx_.view.object(GuestPtr<KmemCache>(head->slab_cache));
  if (s == nullptr) return page_fault(VirtAddr(head->slab_cache + 4), "ksize");
  return slab_ksize(*s);
}

std::uint32_t Kmalloc::large_size(const Page& head, VirtAddr object) {
  const Bytes size = ctx_.view.order_of(head).bytes();
  const bool too_small = size.raw() <= kKmallocMaxCacheSize;
  if (!too_small && object == ctx_.view.address_of(head))
    return static_cast<std::uint32_t>(size.raw());
  ctx_.diagnostics.warning({"mm/slab_common.c", too_small ? 1014u : 1016u, "__ksize"}, {});
  return 0;
}

std::uint32_t Kmalloc::size_roundup(std::uint32_t size) const {
  if (size == 0 || size == 0xffffffff) return size;
  if (size <= kKmallocMaxCacheSize) return kmalloc_size(index_of(size));
  // Truncated as on Linux: the order of more than 2 GB overflows the word.
  return static_cast<std::uint32_t>(std::uint64_t{kPageSize} << order_for(size));
}

std::uint32_t slab_ksize(const KmemCache& s) {
  if (any(s.flags & (SlabFlags::kRedZone | SlabFlags::kPoison))) return s.object_size;
  if (any(s.flags & (SlabFlags::kTypesafeByRcu | SlabFlags::kStoreUser))) return s.inuse;
  return s.size;
}

}  // namespace mm32
