#include "mm/slab/slub_debug.hpp"

#include <algorithm>
#include <vector>

#include "mm/slab/geometry.hpp"

namespace mm32 {
namespace {

bool checks(const KmemCache& s) { return any(s.flags & SlabFlags::kConsistencyChecks); }

SlabCounters counters_of(const Page& slab) { return SlabCounters::of(slab.slab_counters); }

void set_inuse(Page& slab, std::uint32_t inuse) {
  SlabCounters counters = counters_of(slab);
  counters.inuse = inuse;
  slab.slab_counters = counters.pack();
}

}  // namespace

void SlubDebug::wipe_on_free(const KmemCache& s, VirtAddr object) const {
  if (s.ctor != 0 || any(s.flags & (SlabFlags::kTypesafeByRcu | SlabFlags::kPoison))) return;
  if (ctx_.view.mapped(object, s.object_size))
    std::memset(ctx_.view.bytes(object), 0, s.object_size);
}

void SlubDebug::set_track(const KmemCache& s, VirtAddr object, TrackKind kind) {
  if (!any(s.flags & SlabFlags::kStoreUser) || !debug_layout_plausible(s)) return;
  const Track t{calls_.caller().raw(), StackDepot(ctx_).save(calls_.stack_trace()), 0, calls_.pid(),
                calls_.jiffies()};
  std::memcpy(ctx_.view.bytes(track_address(s, object, kind)), &t, sizeof t);
}

void SlubDebug::track_alloc(const KmemCache& s, VirtAddr object) {
  set_track(s, object, TrackKind::kAlloc);
}

void SlubDebug::trace(const KmemCache& s, const Page& slab, VirtAddr object, const char* what) {
  if (!any(s.flags & SlabFlags::kTrace)) return;
  ctx_.log(LogLevel::kInfo,
           fmt::format("TRACE {} {} 0x{:08x} inuse={} fp=0x{:08x}", report_.name(s), what,
                       object.raw(), counters_of(slab).inuse, slab.slab_freelist));
  if (what[0] == 'f')
    report_.section(LogLevel::kInfo, "Object ", object.raw(), std::min(s.object_size, kPageSize));
  ctx_.diagnostics.dump_stack(LogLevel::kInfo);
}

std::uint32_t SlubDebug::max_objects(const KmemCache& s, const Page& slab) const {
  return std::min(order_objects(ctx_.view.order_of(slab).raw(), s.size), kMaxObjsPerSlab);
}

bool SlubDebug::valid_pointer(const KmemCache& s, const Page& slab, std::uint32_t object) const {
  if (object == 0) return true;
  const std::uint32_t base = ctx_.view.address_of(slab).raw();
  const std::uint32_t offset = object - left_pad(s) - base;
  return offset < std::uint64_t{counters_of(slab).objects} * s.size && offset % s.size == 0 &&
         ctx_.view.mapped(VirtAddr(base + offset), s.size);
}

bool SlubDebug::check_bytes(const KmemCache& s, const Page& slab, VirtAddr object, const char* what,
                            std::uint32_t begin, std::uint8_t value, std::uint32_t length) {
  if (!ctx_.view.mapped(VirtAddr(begin), length)) return true;
  std::byte* bytes = ctx_.view.bytes(VirtAddr(begin));
  const auto differs = [value](std::byte b) { return b != std::byte{value}; };
  std::byte* first = std::find_if(bytes, bytes + length, differs);
  if (first == bytes + length) return true;
  std::byte* last = bytes + length;
  while (!differs(last[-1])) --last;
  const VirtAddr from(begin + static_cast<std::uint32_t>(first - bytes));
  const VirtAddr to(begin + static_cast<std::uint32_t>(last - bytes));
  report_.overwritten(s, slab, object, what, from, to, value);
  report_.fix(s, fmt::format("Restoring {} 0x{:08x}-0x{:08x}=0x{:x}", what, from.raw(),
                             to.raw() - 1, value));
  std::fill(first, last, std::byte{value});
  return false;
}

bool SlubDebug::check_poison(const KmemCache& s, Page& slab, VirtAddr object, std::uint8_t red) {
  if (!any(s.flags & SlabFlags::kPoison)) return true;
  const std::uint32_t p = object.raw();
  if (red != kRedActive && any(s.flags & SlabFlags::kObjectPoison) &&
      (!check_bytes(s, slab, object, "Poison", p, kPoisonFree, s.object_size - 1) ||
       !check_bytes(s, slab, object, "End Poison", p + s.object_size - 1, kPoisonEnd, 1)))
    return false;
  const std::uint32_t padding = padding_offset(s);
  if (padding < size_from_object(s))
    check_bytes(s, slab, object, "Object padding", p + padding, kPoisonInuse,
                size_from_object(s) - padding);
  return true;
}

bool SlubDebug::check_object(const KmemCache& s, Page& slab, VirtAddr object, std::uint8_t red) {
  const std::uint32_t end = object.raw() + s.object_size;
  if (any(s.flags & SlabFlags::kRedZone)) {
    if (!check_bytes(s, slab, object, "Left Redzone", object.raw() - s.red_left_pad, red,
                     s.red_left_pad) ||
        !check_bytes(s, slab, object, "Right Redzone", end, red, s.inuse - s.object_size))
      return false;
  } else if (any(s.flags & SlabFlags::kPoison) && s.object_size < s.inuse) {
    check_bytes(s, slab, object, "Alignment padding", end, kPoisonInuse, s.inuse - s.object_size);
  }
  if (!check_poison(s, slab, object, red)) return false;
  if (s.offset < s.inuse && red == kRedActive) return true;  // the object overlaps its free pointer
  if (valid_pointer(s, slab, get_free_pointer(ctx_, s, object))) return true;
  report_.object_error(s, slab, object, "Freepointer corrupt");
  put_free_pointer(ctx_, s, object, 0);
  return false;
}

void SlubDebug::check_slab_padding(const KmemCache& s, Page& slab) {
  if (!any(s.flags & SlabFlags::kPoison)) return;
  const std::uint32_t base = ctx_.view.address_of(slab).raw();
  const auto length = static_cast<std::uint32_t>(ctx_.view.order_of(slab).bytes().raw());
  const std::uint32_t remainder = length % s.size;
  if (remainder == 0 || !ctx_.view.mapped(VirtAddr(base), length)) return;
  std::byte* pad = ctx_.view.bytes(VirtAddr(base + length - remainder));
  const auto differs = [](std::byte b) { return b != std::byte{kPoisonInuse}; };
  std::byte* first = std::find_if(pad, pad + remainder, differs);
  if (first == pad + remainder) return;
  std::byte* last = pad + remainder;
  while (!differs(last[-1])) --last;
  const std::uint32_t pad_va = base + length - remainder;
  const std::uint32_t from = pad_va + static_cast<std::uint32_t>(first - pad);
  const std::uint32_t to = pad_va + static_cast<std::uint32_t>(last - pad) - 1;
  report_.slab_error(
      s, slab,
      fmt::format("Padding overwritten. 0x{:08x}-0x{:08x} @offset={}", from, to, from - base));
  report_.section(LogLevel::kErr, "Padding ", pad_va, remainder);
  report_.fix(s, fmt::format("Restoring slab padding 0x{:08x}-0x{:08x}=0x5a", from, to));
  std::fill(first, last, std::byte{kPoisonInuse});
}

bool SlubDebug::check_slab(const KmemCache& s, Page& slab) {
  if (!slab.test(PageFlag::kSlab)) {
    report_.slab_error(s, slab, "Not a valid slab page");
    return false;
  }
  const SlabCounters counters = counters_of(slab);
  const std::uint32_t most = max_objects(s, slab);
  if (counters.objects > most) {
    report_.slab_error(s, slab, fmt::format("objects {} > max {}", counters.objects, most));
    return false;
  }
  if (counters.inuse > counters.objects) {
    report_.slab_error(s, slab, fmt::format("inuse {} > max {}", counters.inuse, counters.objects));
    return false;
  }
  check_slab_padding(s, slab);
  return true;
}

// Whether `search` is on the slab's free list; repairs the list and the counters on the way.
bool SlubDebug::on_freelist(const KmemCache& s, Page& slab, std::uint32_t search) {
  std::uint32_t count = 0;
  std::uint32_t previous = 0;
  std::uint32_t at = slab.slab_freelist;
  while (at != 0 && count <= counters_of(slab).objects) {
    if (at == search) return true;
    if (!valid_pointer(s, slab, at)) {
      if (previous == 0) {
        report_.slab_error(s, slab, "Freepointer corrupt");
        slab.slab_freelist = 0;
        set_inuse(slab, counters_of(slab).objects);
        report_.fix(s, "Freelist cleared");
        return false;
      }
      report_.object_error(s, slab, VirtAddr(previous), "Freechain corrupt");
      put_free_pointer(ctx_, s, VirtAddr(previous), 0);
      break;
    }
    previous = at;
    at = get_free_pointer(ctx_, s, VirtAddr(at));
    ++count;
  }
  SlabCounters counters = counters_of(slab);
  if (const std::uint32_t most = max_objects(s, slab); counters.objects != most) {
    report_.slab_error(
        s, slab,
        fmt::format("Wrong number of objects. Found {} but should be {}", counters.objects, most));
    counters.objects = most;
    slab.slab_counters = counters.pack();
    report_.fix(s, "Number of objects adjusted");
  }
  if (const std::uint32_t used = counters.objects - count; counters.inuse != used) {
    report_.slab_error(s, slab,
                       fmt::format("Wrong object count. Counter is {} but counted were {}",
                                   counters.inuse, static_cast<std::int32_t>(used)));
    set_inuse(slab, used);
    report_.fix(s, "Object count adjusted");
  }
  return search == 0;
}

bool SlubDebug::before_alloc(const KmemCache& s, Page& slab, VirtAddr object,
                             std::uint32_t orig_size) {
  if (!debug_layout_plausible(s)) return true;
  const auto acceptable = [&] {
    if (!check_slab(s, slab)) return false;
    if (valid_pointer(s, slab, object.raw())) return check_object(s, slab, object, kRedInactive);
    report_.object_error(s, slab, object, "Freelist Pointer check fails");
    return false;
  };
  if (checks(s) && !acceptable()) {
    if (slab.test(PageFlag::kSlab)) {
      report_.fix(s, "Marking all objects used");
      set_inuse(slab, counters_of(slab).objects);
      slab.slab_freelist = 0;
    }
    return false;
  }
  trace(s, slab, object, "alloc");
  if (any(s.flags & SlabFlags::kStoreUser) && any(s.flags & SlabFlags::kKmalloc))
    ctx_.view.store32(VirtAddr(object.raw() + padding_offset(s) - 4), orig_size);
  init_object(ctx_, s, object, kRedActive);
  return true;
}

bool SlubDebug::check_free(const KmemCache& s, Page& slab, VirtAddr object) {
  if (!valid_pointer(s, slab, object.raw())) {
    report_.slab_error(s, slab, fmt::format("Invalid object pointer 0x{:08x}", object.raw()));
    return false;
  }
  if (on_freelist(s, slab, object.raw())) {
    report_.object_error(s, slab, object, "Object already free");
    return false;
  }
  return check_object(s, slab, object, kRedActive);
}

// Each object of the chain in turn. False, with chain.head at the offender, when one is refused.
bool SlubDebug::take_back(const KmemCache& s, Page& slab, FreeChain& chain) {
  std::uint32_t found = 1;
  for (VirtAddr object = chain.head; found <= chain.count; ++found) {
    if (checks(s) && !check_free(s, slab, object)) {
      chain.head = object;
      return false;
    }
    set_track(s, object, TrackKind::kFree);
    trace(s, slab, object, "free");
    init_object(ctx_, s, object, kRedInactive);
    if (object == chain.tail) break;
    object = VirtAddr(get_free_pointer(ctx_, s, object));
    if (!ctx_.view.mapped(object, s.size)) break;
  }
  if (found == chain.count) return true;
  report_.slab_error(
      s, slab, fmt::format("Bulk free expected {} objects but found {}\n", chain.count, found));
  const bool shorter = found < chain.count;
  chain.count = found;
  return shorter;
}

bool SlubDebug::before_free(const KmemCache& s, Page& slab, FreeChain& chain) {
  if (!debug_layout_plausible(s)) return true;
  FreeChain checked = chain;
  const auto acceptable = [&] {
    if (checks(s) && !check_slab(s, slab)) return false;
    if (const std::uint32_t inuse = counters_of(slab).inuse; inuse < chain.count) {
      report_.slab_error(s, slab,
                         fmt::format("Slab has {} allocated objects but {} are to be freed\n",
                                     inuse, chain.count));
      return false;
    }
    return take_back(s, slab, checked);
  };
  if (!acceptable()) {
    report_.fix(s, fmt::format("Object at 0x{:08x} not freed", checked.head.raw()));
    return false;
  }
  chain.count = checked.count;
  return true;
}

void SlubDebug::before_release(const KmemCache& s, Page& slab) {
  if (!checks(s) || !debug_layout_plausible(s)) return;
  check_slab_padding(s, slab);
  const std::uint32_t first = pages_.first_object(s, slab).raw();
  const std::uint32_t count = std::min(counters_of(slab).objects, max_objects(s, slab));
  for (std::uint32_t i = 0; i < count; ++i)
    check_object(s, slab, VirtAddr(first + i * s.size), kRedInactive);
}

void SlubDebug::report_remaining(const KmemCache& s, const Page& slab) {
  report_.slab_error(
      s, slab, fmt::format("Objects remaining in {} on __kmem_cache_shutdown()", report_.name(s)));
  const std::uint32_t first = pages_.first_object(s, slab).raw();
  const std::uint32_t count = std::min(counters_of(slab).objects, max_objects(s, slab));
  std::vector<bool> free(count);
  std::uint32_t at = slab.slab_freelist;
  for (std::uint32_t step = 0; at != 0 && step < count && valid_pointer(s, slab, at); ++step) {
    if (const std::uint32_t index = (at - first) / s.size; index < count) free[index] = true;
    at = get_free_pointer(ctx_, s, VirtAddr(at));
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    if (free[i]) continue;
    const std::uint32_t object = first + i * s.size;
    report_.line(fmt::format("Object 0x{:08x} @offset={}", object,
                             object - ctx_.view.address_of(slab).raw()));
    report_.tracking(s, VirtAddr(object));
  }
}

}  // namespace mm32
