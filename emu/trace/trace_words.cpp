#include "emu/trace/trace_words.hpp"

#include "mm/page_alloc/flag_names.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kNameBytes = 64;

}  // namespace

void TraceWords::drop_old_code() {
  if (symbols_ == machine_.symbols().changes()) return;
  sites_.clear();
  names_.clear();
  symbols_ = machine_.symbols().changes();
}

const TraceWord& TraceWords::call_site() {
  drop_old_code();
  const VirtAddr site = machine_.executor().serving() == 0 ? VirtAddr() : machine_.call_site();
  return sites_.get(site.raw(), [&] {
    return site.raw() == 0 ? std::string("0x0") : machine_.symbols().format(site);
  });
}

const TraceWord& TraceWords::name_of(VirtAddr address) {
  drop_old_code();
  return names_.get(address.raw(), [&] { return machine_.symbols().format_name(address); });
}

const TraceWord& TraceWords::gfp(Gfp gfp) {
  return gfp_.get(raw(gfp), [&] { return gfp_text(gfp); });
}

const TraceWord& TraceWords::cache_name(VirtAddr cache) {
  return caches_.get(cache.raw(), [&] {
    const GuestMemory memory = machine_.cpu().memory();
    const auto name = memory.load<std::uint32_t>(cache + Bytes(offsetof(KmemCache, name)));
    return name ? memory.load_string(VirtAddr(*name), kNameBytes).value_or("?") : std::string("?");
  });
}

VirtAddr TraceWords::page_struct(Pfn pfn) {
  return VirtAddr(machine_.mm().pages().page_ptr(pfn).raw);
}
VirtAddr TraceWords::instruction() { return VirtAddr(machine_.cpu().registers().eip); }

}  // namespace mm32::emu
