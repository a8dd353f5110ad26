#include "emu/view/walk_view.hpp"

#include <fmt/format.h>

#include <array>

namespace mm32::emu {
namespace {

constexpr std::array<std::string_view, 24> kPageFlagNames = {
    "locked",     "referenced", "uptodate",    "dirty",     "lru",          "active",
    "workingset", "waiters",    "error",       "slab",      "owner_priv_1", "arch_1",
    "reserved",   "private",    "private_2",   "writeback", "head",         "mappedtodisk",
    "reclaim",    "swapbacked", "unevictable", "mlocked",   "uncached",     "hwpoison"};
constexpr std::array<std::string_view, 4> kZoneNames = {"DMA", "Normal", "HighMem", "Movable"};

std::string join(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string_view access_name(Access a) {
  return a == Access::kRead ? "read" : a == Access::kWrite ? "write" : "execute";
}

std::string_view table_name(unsigned level) {
  return level == 3 ? "page directory pointer" : level == 2 ? "page directory" : "page table";
}

std::string check_text(WalkCheck check) {
  switch (check) {
    case WalkCheck::kNone:
      return "none";
    case WalkCheck::kPresent:
      return "the entry is not present";
    case WalkCheck::kReserved:
      return "a reserved bit is set";
    case WalkCheck::kUser:
      return "a supervisor page, accessed from ring 3";
    case WalkCheck::kWritable:
      return "a read-only page, written to";
    case WalkCheck::kExecutable:
      return "a no-execute page, executed";
  }
  return "";
}

std::string size_text(Bytes size) {
  return size.raw() >= (1u << 20) ? fmt::format("{} MB", size.raw() >> 20)
                                  : fmt::format("{} KB", size.raw() >> 10);
}

std::string answer_text(const AccessAnswer& a) {
  return a.allowed ? std::string("yes") : fmt::format("#PF({:x})", a.error_code);
}

std::string answers_text(const WalkView& view, Ring ring) {
  std::vector<std::string> words;
  for (const AccessAnswer& a : view.answers)
    if (a.ring == ring)
      words.push_back(fmt::format("{} {}", access_name(a.access), answer_text(a)));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string page_text(const WalkView& view) {
  const Page& p = *view.page;
  const std::vector<std::string> flags = page_flag_names(p.flags);
  return fmt::format("zone {}, refcount {}, mapcount {}, flags 0x{:08x}{}", view.page_zone,
                     p.refcount, p.mapcount + 1, p.flags,
                     flags.empty() ? "" : " (" + join(flags) + ")");
}

}  // namespace

std::vector<std::string> entry_flags(std::uint64_t entry, unsigned level, PagingMode mode) {
  struct Name {
    PteFlags flag;
    const char* name;
  };
  static constexpr Name kNames[] = {{PteFlags::kPresent, "present"},
                                    {PteFlags::kWrite, "writable"},
                                    {PteFlags::kUser, "user"},
                                    {PteFlags::kWriteThrough, "write-through"},
                                    {PteFlags::kNoCache, "cache-disable"},
                                    {PteFlags::kAccessed, "accessed"},
                                    {PteFlags::kDirty, "dirty"},
                                    {PteFlags::kLarge, "large"},
                                    {PteFlags::kGlobal, "global"},
                                    {PteFlags::kNx, "no-execute"}};
  std::vector<std::string> names;
  for (const Name& n : kNames) {
    if (!has(entry, n.flag) || (n.flag == PteFlags::kNx && mode != PagingMode::kPae)) continue;
    names.emplace_back(n.flag == PteFlags::kLarge && level == 1 ? "pat" : n.name);
  }
  return names;
}

std::vector<std::string> page_flag_names(std::uint32_t flags) {
  std::vector<std::string> names;
  for (std::size_t bit = 0; bit < kPageFlagNames.size(); ++bit)
    if ((flags >> bit) & 1u) names.emplace_back(kPageFlagNames[bit]);
  return names;
}

std::string region_name(const AddressSpace& space, VirtAddr va) {
  if (va < space.page_offset) return "user space";
  if (space.in_lowmem(va)) return "lowmem direct map";
  if (va < space.vmalloc_start) return "gap before vmalloc";
  if (space.in_vmalloc(va)) return "vmalloc, ioremap and modules";
  if (space.in_pkmap(va)) return "pkmap";
  if (space.in_fixmap(va)) return "fixmap";
  return "reserved";
}

WalkView view_walk(Machine& machine, VirtAddr address) {
  const Cpu& cpu = machine.cpu();
  WalkView view{.address = address,
                .region = region_name(machine.mm().space(), address),
                .paging = cpu.mmu().state(),
                .walk = cpu.mmu().walk_now(address, Access::kRead, Ring::kSupervisor),
                .answers = {},
                .page = std::nullopt,
                .page_zone = {}};
  for (const Ring ring : {Ring::kSupervisor, Ring::kUser})
    for (const Access access : {Access::kRead, Access::kWrite, Access::kExecute}) {
      const Walk w = cpu.mmu().walk_now(address, access, ring);
      view.answers.push_back({access, ring, w.ok(), w.error_code});
    }
  PageAllocator& pages = machine.mm().pages();
  if (view.walk.has_leaf() && pages.pfn_valid(view.walk.frame())) {
    view.page = pages.page(view.walk.frame());
    view.page_zone = kZoneNames[view.page->zone_index()];
  }
  return view;
}

std::string to_text(const WalkView& view) {
  const Walk& w = view.walk;
  const bool pae = view.paging.mode == PagingMode::kPae;
  const int digits = pae ? 16 : 8;
  std::string out = fmt::format("0x{:08x} ({})\n", view.address.raw(), view.region);
  out += fmt::format("  CR3     0x{:08x}{}\n", view.paging.cr3.raw(),
                     pae ? "  PAE, three levels" : "  two levels");
  for (unsigned i = 0; i < w.step_count; ++i) {
    const WalkStep& s = w.steps[i];
    const auto names = entry_flags(s.entry, s.level, view.paging.mode);
    out +=
        fmt::format("  level {} {}[{}] at 0x{:08x} (virtual 0x{:08x}) = 0x{:0{}x}  {}\n", s.level,
                    table_name(s.level), s.index, s.entry_pa.raw(), direct_map_va(s.entry_pa).raw(),
                    s.entry, digits, names.empty() ? "not present" : join(names));
  }
  if (w.has_leaf())
    out += fmt::format("  frame   0x{:x}, {} page, physical address 0x{:08x}\n", w.frame().raw(),
                       size_text(w.page_size), w.physical.raw());
  else
    out += fmt::format("  fault   #PF({:x}): {} (level {})\n", w.error_code, check_text(w.failed),
                       w.steps[w.failed_step].level);
  out += "  ring 0  " + answers_text(view, Ring::kSupervisor) + "\n";
  out += "  ring 3  " + answers_text(view, Ring::kUser) + "\n";
  if (view.page) out += "  page    " + page_text(view) + "\n";
  return out;
}

nlohmann::ordered_json to_json(const WalkView& view) {
  using Json = nlohmann::ordered_json;
  const auto hex = [](std::uint64_t v) { return fmt::format("0x{:x}", v); };
  const Walk& w = view.walk;
  Json steps = Json::array();
  for (unsigned i = 0; i < w.step_count; ++i) {
    const WalkStep& s = w.steps[i];
    steps.push_back({{"level", s.level},
                     {"table", std::string(table_name(s.level))},
                     {"index", s.index},
                     {"entry_physical", hex(s.entry_pa.raw())},
                     {"entry_virtual", hex(direct_map_va(s.entry_pa).raw())},
                     {"entry", hex(s.entry)},
                     {"flags", entry_flags(s.entry, s.level, view.paging.mode)}});
  }
  Json access = Json::array();
  for (const AccessAnswer& a : view.answers)
    access.push_back({{"ring", a.ring == Ring::kUser ? 3 : 0},
                      {"access", std::string(access_name(a.access))},
                      {"allowed", a.allowed},
                      {"error_code", a.allowed ? Json(nullptr) : Json(a.error_code)}});
  Json json = {{"address", fmt::format("0x{:08x}", view.address.raw())},
               {"region", view.region},
               {"cr3", hex(view.paging.cr3.raw())},
               {"mode", view.paging.mode == PagingMode::kPae ? "pae" : "two-level"},
               {"steps", steps},
               {"mapped", w.has_leaf()}};
  if (w.has_leaf()) {
    json["frame"] = hex(w.frame().raw());
    json["physical"] = hex(w.physical.raw());
    json["page_size"] = w.page_size.raw();
  } else {
    json["fault"] = {{"error_code", w.error_code},
                     {"level", w.steps[w.failed_step].level},
                     {"reason", check_text(w.failed)}};
  }
  json["access"] = access;
  if (view.page)
    json["page"] = {{"zone", view.page_zone},
                    {"flags", hex(view.page->flags)},
                    {"flag_names", page_flag_names(view.page->flags)},
                    {"refcount", view.page->refcount},
                    {"mapcount", view.page->mapcount + 1}};
  return json;
}

}  // namespace mm32::emu
