#include "mm/slab/debug_report.hpp"

#include <algorithm>

#include "mm/page_alloc/flag_names.hpp"

namespace mm32 {
namespace {

constexpr const char* kRule =
    "=============================================================================";
constexpr const char* kThinRule =
    "-----------------------------------------------------------------------------";

// One row of a hex dump: 16 bytes in hex, then as text from column 49 on.
std::string hex_row(const std::byte* bytes, std::uint32_t count) {
  std::string hex;
  std::string text;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto value = static_cast<unsigned char>(bytes[i]);
    hex += fmt::format("{}{:02x}", i == 0 ? "" : " ", value);
    text += value >= 0x20 && value < 0x7f ? static_cast<char>(value) : '.';
  }
  return fmt::format("{:<49}{}", hex, text);
}

}  // namespace

std::uint32_t padding_offset(const KmemCache& s) {
  std::uint32_t offset = info_end(s);
  if (any(s.flags & SlabFlags::kStoreUser)) {
    offset += 2 * static_cast<std::uint32_t>(sizeof(Track));
    if (any(s.flags & SlabFlags::kKmalloc)) offset += 4;
  }
  return offset;
}

void DebugReport::headline(const KmemCache& s, const std::string& reason) const {
  line(kRule);
  const bool ends_line = !reason.empty() && reason.back() == '\n';
  line(fmt::format("BUG {} ({}): {}", name(s), calls_.tainted(),
                   reason.substr(0, reason.size() - (ends_line ? 1 : 0))));
  if (ends_line) line("");
  line(kThinRule);
  line("");
}

void DebugReport::slab_info(const Page& slab) const {
  const SlabCounters counters = SlabCounters::of(slab.slab_counters);
  line(fmt::format("Slab 0x{:08x} objects={} used={} fp=0x{:08x} flags={}", guest_ptr(slab).raw,
                   counters.objects, counters.inuse, slab.slab_freelist,
                   page_flags_text(slab.flags)));
}

void DebugReport::section(LogLevel level, const char* label, std::uint32_t begin,
                          std::uint32_t length) const {
  for (std::uint32_t at = 0; at < length; at += 16) {
    const std::uint32_t count = std::min(length - at, 16u);
    const VirtAddr row(begin + at);
    if (!ctx_.view.mapped(row, count)) return;
    ctx_.log(level,
             fmt::format("{}{:08x}: {}", label, row.raw(), hex_row(ctx_.view.bytes(row), count)));
  }
}

void DebugReport::track(const char* verb, const Track& t) const {
  if (t.addr == 0) return;
  line(fmt::format("{} in {} age={} cpu={} pid={}", verb, calls_.symbol(VirtAddr(t.addr)),
                   calls_.jiffies() - t.when, t.cpu, static_cast<std::int32_t>(t.pid)));
  const std::vector<VirtAddr> trace = StackDepot(ctx_).fetch(t.handle);
  if (trace.empty()) line("object allocation/free stack trace missing");
  for (const VirtAddr address : trace) line(fmt::format(" {}", calls_.symbol(address)));
}

void DebugReport::tracking(const KmemCache& s, VirtAddr object) const {
  if (!any(s.flags & SlabFlags::kStoreUser)) return;
  const auto read = [&](TrackKind kind) {
    Track t{};
    const VirtAddr at = track_address(s, object, kind);
    if (ctx_.view.mapped(at, sizeof t)) std::memcpy(&t, ctx_.view.bytes(at), sizeof t);
    return t;
  };
  track("Allocated", read(TrackKind::kAlloc));
  track("Freed", read(TrackKind::kFree));
}

void DebugReport::trailer(const KmemCache& s, const Page& slab, VirtAddr object) const {
  const std::uint32_t base = ctx_.view.address_of(slab).raw();
  const std::uint32_t p = object.raw();
  tracking(s, object);
  slab_info(slab);
  line(fmt::format("Object 0x{:08x} @offset={} fp=0x{:08x}", p, static_cast<std::int32_t>(p - base),
                   get_free_pointer(ctx_, s, object)));
  line("");
  if (any(s.flags & SlabFlags::kRedZone))
    section(LogLevel::kErr, "Redzone  ", p - s.red_left_pad, s.red_left_pad);
  else if (p > base + 16)
    section(LogLevel::kErr, "Bytes b4 ", p - 16, 16);
  section(LogLevel::kErr, "Object   ", p, std::min(s.object_size, kPageSize));
  if (any(s.flags & SlabFlags::kRedZone))
    section(LogLevel::kErr, "Redzone  ", p + s.object_size, s.inuse - s.object_size);
  const std::uint32_t padding = padding_offset(s);
  if (padding < size_from_object(s))
    section(LogLevel::kErr, "Padding  ", p + padding, size_from_object(s) - padding);
  ctx_.diagnostics.dump_stack(LogLevel::kErr);
}

void DebugReport::object_error(const KmemCache& s, const Page& slab, VirtAddr object,
                               const std::string& reason) const {
  headline(s, reason);
  trailer(s, slab, object);
  ctx_.diagnostics.taint(Taint::kBadPage);
  ctx_.diagnostics.slab_damaged({name(s), reason, object, s.object_size, {}, {}});
}

void DebugReport::slab_error(const KmemCache& s, const Page& slab,
                             const std::string& reason) const {
  headline(s, reason);
  slab_info(slab);
  ctx_.diagnostics.dump_stack(LogLevel::kErr);
  ctx_.diagnostics.taint(Taint::kBadPage);
  ctx_.diagnostics.slab_damaged({name(s), reason, {}, s.object_size, {}, {}});
}

void DebugReport::overwritten(const KmemCache& s, const Page& slab, VirtAddr object,
                              const std::string& what, VirtAddr begin, VirtAddr end,
                              std::uint8_t expected) const {
  const std::string reason = what + " overwritten";
  headline(s, reason);
  const std::uint32_t base = ctx_.view.address_of(slab).raw();
  line(fmt::format("0x{:08x}-0x{:08x} @offset={}. First byte 0x{:x} instead of 0x{:x}", begin.raw(),
                   end.raw() - 1, begin.raw() - base,
                   static_cast<unsigned>(*ctx_.view.bytes(begin)), expected));
  trailer(s, slab, object);
  ctx_.diagnostics.taint(Taint::kBadPage);
  ctx_.diagnostics.slab_damaged({name(s), reason, object, s.object_size, begin, end});
}

void DebugReport::fix(const KmemCache& s, const std::string& what) const {
  line(fmt::format("FIX {}: {}", name(s), what));
}

}  // namespace mm32
