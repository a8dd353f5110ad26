#include "emu/view/walk_view.hpp"

#include <fmt/format.h>

#include "emu/view/address_facts.hpp"
#include "emu/view/frame_facts.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostMappings = 4;

Fact also_fact(const std::vector<VirtAddr>& mappings) {
  std::vector<std::string> texts;
  for (const VirtAddr va : mappings) texts.push_back(fmt::format("0x{:08x}", va.raw()));
  return Fact{"also", fmt::format("mapped at {}", fmt::join(texts, " ")), texts};
}

}  // namespace

std::string_view access_name(Access access) {
  return access == Access::kRead ? "read" : access == Access::kWrite ? "write" : "execute";
}

std::string_view table_name(unsigned level) {
  return level == 3 ? "page directory pointer" : level == 2 ? "page directory" : "page table";
}

std::string_view check_text(WalkCheck check) {
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

std::vector<std::string> entry_flags(std::uint64_t entry, unsigned level, PagingMode mode) {
  struct Name {
    PteFlags flag;
    const char* name;
  };
  static constexpr Name kNames[] = {{PteFlags::kWrite, "writable"},
                                    {PteFlags::kUser, "user"},
                                    {PteFlags::kWriteThrough, "write-through"},
                                    {PteFlags::kNoCache, "cache-disable"},
                                    {PteFlags::kAccessed, "accessed"},
                                    {PteFlags::kDirty, "dirty"},
                                    {PteFlags::kLarge, "large"},
                                    {PteFlags::kGlobal, "global"},
                                    {PteFlags::kSoftware1, "software1"},
                                    {PteFlags::kSoftware2, "software2"},
                                    {PteFlags::kSoftware3, "software3"},
                                    {PteFlags::kNx, "no-execute"}};
  // Intel SDM vol. 3 §4.3 and §4.4.2: the CPU looks at nothing else of such entries.
  if (!has(entry, PteFlags::kPresent)) return {};
  const bool is_pointer = level == 3;
  const bool is_table = level == 2 && !has(entry, PteFlags::kLarge);
  std::vector<std::string> names{"present"};
  for (const Name& n : kNames) {
    if (!has(entry, n.flag) || (n.flag == PteFlags::kNx && mode != PagingMode::kPae)) continue;
    const bool is_cache = n.flag == PteFlags::kWriteThrough || n.flag == PteFlags::kNoCache;
    const bool is_software = n.flag == PteFlags::kSoftware1 || n.flag == PteFlags::kSoftware2 ||
                             n.flag == PteFlags::kSoftware3;
    if (is_pointer && !is_cache && !is_software)
      names.push_back(fmt::format("{}(reserved)", n.name));
    else if (is_table && (n.flag == PteFlags::kDirty || n.flag == PteFlags::kGlobal))
      names.push_back(fmt::format("{}(ignored)", n.name));
    else
      names.emplace_back(n.flag == PteFlags::kLarge && level == 1 ? "pat" : n.name);
  }
  if (level == 2 && !is_table && has(entry, PteFlags::kLargePat)) names.emplace_back("pat");
  return names;
}

std::vector<AccessAnswer> WalkViewer::answers(VirtAddr address) const {
  std::vector<AccessAnswer> all;
  for (const Ring ring : {Ring::kSupervisor, Ring::kUser})
    for (const Access access : {Access::kRead, Access::kWrite, Access::kExecute}) {
      const Walk w = walk(machine_.ram(), paging_, address, access, ring);
      all.push_back({access, ring, w.ok(), w.error_code});
    }
  return all;
}

void WalkViewer::add_frame_facts(WalkView& view) const {
  const Walk& w = view.walk;
  const AddressSpace& space = machine_.mm().space();
  std::vector<VirtAddr> names{view.address};
  if (w.has_leaf()) {
    const Pfn pfn = w.frame();
    const bool has_page =
        w.physical.raw() >> kPageShift <= ~0u && machine_.mm().pages().pfn_valid(pfn);
    if (has_page) {
      view.facts.push_back(page_fact(machine_, pfn));
      if (auto fact = owner_fact(machine_, pfn)) view.facts.push_back(std::move(*fact));
      if (auto fact = object_fact(machine_, w.physical)) view.facts.push_back(std::move(*fact));
    }
    std::vector<VirtAddr> also = mappings_of(machine_, view.paging, pfn, kMostMappings + 1);
    if (has_page && pfn < space.max_low_pfn)
      also.insert(also.begin(), direct_map_va(PhysAddr(w.page_pa().raw())));
    std::erase(also, page_floor(view.address));
    for (const VirtAddr va : also) names.push_back(va + Bytes(page_offset_of(view.address)));
    if (also.size() > kMostMappings) also.resize(kMostMappings);
    if (!also.empty()) view.facts.push_back(also_fact(also));
  }
  if (auto fact = allocations_.find(names)) view.facts.push_back(std::move(*fact));
}

WalkView WalkViewer::view(VirtAddr address) const {
  WalkView view{.address = address,
                .region = region_name(machine_.mm().space(), address),
                .paging = paging_,
                .walk = walk(machine_.ram(), paging_, address, Access::kRead, Ring::kSupervisor),
                .answers = answers(address),
                .facts = address_facts(machine_, address)};
  add_frame_facts(view);
  return view;
}

WalkView view_walk(Machine& machine, VirtAddr address) { return WalkViewer(machine).view(address); }

}  // namespace mm32::emu
