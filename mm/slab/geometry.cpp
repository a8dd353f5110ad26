#include "mm/slab/geometry.hpp"

#include <algorithm>
#include <bit>

namespace mm32 {
namespace {

constexpr std::uint32_t kWord = 4;
constexpr std::uint32_t kMinPartial = 5;   // MIN_PARTIAL
constexpr std::uint32_t kMaxPartial = 10;  // MAX_PARTIAL

// As the kernel's ALIGN does it, also for an alignment that is not a power of two.
std::uint64_t mask_up(std::uint64_t value, std::uint32_t alignment) {
  const std::uint64_t mask = alignment - 1;
  return (value + mask) & ~mask;
}

// The first order up to max_order whose waste is at most 1/fraction of the slab; max_order + 1 if
// none is.
unsigned slab_order(const SlabOptions& options, std::uint32_t size, std::uint32_t min_objects,
                    unsigned max_order, std::uint32_t fraction) {
  if (order_objects(options.min_order, size) > kMaxObjsPerSlab)
    return order_for(std::uint64_t{size} * kMaxObjsPerSlab) - 1;
  unsigned order = std::max(options.min_order, order_for(std::uint64_t{min_objects} * size));
  for (; order <= max_order; ++order) {
    const std::uint32_t slab = kPageSize << order;
    if (slab % size <= slab / fraction) break;
  }
  return order;
}

ReciprocalValue reciprocal_of(std::uint32_t d) {
  const auto l = static_cast<unsigned>(std::bit_width(d - 1));
  const std::uint64_t m = ((std::uint64_t{1} << 32) * ((std::uint64_t{1} << l) - d)) / d + 1;
  ReciprocalValue r{};
  r.m = static_cast<std::uint32_t>(m);
  r.sh1 = static_cast<std::uint8_t>(std::min(l, 1u));
  r.sh2 = static_cast<std::uint8_t>(l > 0 ? l - 1 : 0);
  return r;
}

bool has(const KmemCache& cache, SlabFlags flags) { return any(cache.flags & flags); }

// Sets inuse, offset and red_left_pad; the slot size before its final rounding.
std::uint64_t lay_out_slot(KmemCache& cache) {
  const bool poisons_object =
      has(cache, SlabFlags::kPoison) && !has(cache, SlabFlags::kTypesafeByRcu) && cache.ctor == 0;
  cache.flags = poisons_object ? cache.flags | SlabFlags::kObjectPoison
                               : cache.flags & ~SlabFlags::kObjectPoison;
  std::uint64_t size = align_up(cache.object_size, kWord);
  if (has(cache, SlabFlags::kRedZone) && size == cache.object_size) size += kWord;
  cache.inuse = static_cast<std::uint32_t>(size);
  const bool outside = has(cache, SlabFlags::kTypesafeByRcu | SlabFlags::kPoison) ||
                       (has(cache, SlabFlags::kRedZone) && cache.object_size < kWord) ||
                       cache.ctor != 0;
  if (outside) {
    cache.offset = cache.inuse;
    size += kWord;
  } else {
    cache.offset = cache.object_size / 2 / kWord * kWord;
  }
  if (has(cache, SlabFlags::kStoreUser)) {
    size += 2 * kTrackSize;
    if (has(cache, SlabFlags::kKmalloc)) size += kWord;
  }
  if (has(cache, SlabFlags::kRedZone)) {
    cache.red_left_pad = static_cast<std::uint32_t>(mask_up(kWord, cache.align));
    size += kWord + cache.red_left_pad;
  }
  return mask_up(size, cache.align);
}

void set_cpu_partial(KmemCache& cache) {
  std::uint32_t objects = 120;
  if (has(cache, kSlabDebugFlags))
    objects = 0;
  else if (cache.size >= kPageSize)
    objects = 6;
  else if (cache.size >= 1024)
    objects = 24;
  else if (cache.size >= 256)
    objects = 52;
  cache.cpu_partial = objects;
  const std::uint32_t per_slab = std::max(cache.oo.objects(), 1u);
  cache.cpu_partial_slabs = (objects * 2 + per_slab - 1) / per_slab;
}

Gfp alloc_flags_of(const KmemCache& cache, unsigned order) {
  Gfp flags = order > 0 ? Gfp::kComp : Gfp::kNone;
  if (has(cache, SlabFlags::kCacheDma)) flags = flags | Gfp::kDma;
  if (has(cache, SlabFlags::kCacheDma32)) flags = flags | Gfp::kDma32;
  if (has(cache, SlabFlags::kReclaimAccount)) flags = flags | Gfp::kReclaimable;
  return flags;
}

}  // namespace

std::uint32_t calculate_alignment(const SlabOptions& options, SlabFlags flags, std::uint32_t align,
                                  std::uint32_t size) {
  if (any(flags & SlabFlags::kHwcacheAlign)) {
    std::uint32_t line = options.cache_line;
    while (line > 1 && size <= line / 2) line /= 2;
    align = std::max(align, line);
  }
  align = std::max(align, kKmallocMinAlign);
  return static_cast<std::uint32_t>(mask_up(align, kWord));
}

Result<unsigned> calculate_order(const SlabOptions& options, std::uint32_t size) {
  std::uint32_t min_objects = options.min_objects;
  if (min_objects == 0)
    min_objects = 4 * (static_cast<std::uint32_t>(std::bit_width(options.cpus)) + 1);
  min_objects = std::min(min_objects, order_objects(options.max_order, size));
  for (; min_objects > 1; --min_objects) {
    for (const std::uint32_t fraction : {16u, 8u, 4u}) {
      const unsigned order = slab_order(options, size, min_objects, options.max_order, fraction);
      if (order <= options.max_order) return order;
    }
  }
  unsigned order = slab_order(options, size, 1, options.max_order, 1);
  if (order <= options.max_order) return order;
  order = slab_order(options, size, 1, kMaxPageOrder, 1);
  if (order <= kMaxPageOrder) return order;
  return fail(Errno::kInval);
}

Result<void> calculate_sizes(const SlabOptions& options, KmemCache& cache) {
  if (cache.align == 0) return fail(Errno::kInval);
  const auto size = static_cast<std::uint32_t>(lay_out_slot(cache));  // a word: 4 GB is 0
  if (size == 0) return fail(Errno::kDom);
  if (size > kKmallocMaxSize) return fail(Errno::kInval);
  cache.size = size;
  cache.reciprocal_size = reciprocal_of(cache.size);
  const auto order = calculate_order(options, cache.size);
  if (!order) return fail(order.error());
  cache.allocflags = alloc_flags_of(cache, *order);
  cache.oo = OrderObjects::make(*order, order_objects(*order, cache.size));
  const unsigned least = order_for(cache.size);
  cache.min = OrderObjects::make(least, order_objects(least, cache.size));
  const auto log2 = static_cast<std::uint32_t>(std::bit_width(cache.size)) - 1;
  cache.min_partial = std::clamp(log2 / 2, kMinPartial, kMaxPartial);
  set_cpu_partial(cache);
  return {};
}

}  // namespace mm32
