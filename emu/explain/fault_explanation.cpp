#include "emu/explain/fault_explanation.hpp"

#include <fmt/format.h>

#include <array>

#include "emu/command/errno_name.hpp"
#include "emu/explain/nearest_allocation.hpp"
#include "emu/explain/used_pointer.hpp"
#include "emu/leaks/leak_report.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kMaxErrno = 4095;

struct Poison {
  std::uint32_t value;
  std::string_view meaning;
};

// Pointers made of the bytes with which Linux fills memory (include/linux/poison.h).
constexpr std::array kPoisons = {
    Poison{0x6b6b6b6b,
           "the pointer is made of 0x6b, with which SLUB fills freed objects: it was "
           "read from an object after that was freed"},
    Poison{0x5a5a5a5a,
           "the pointer is made of 0x5a, with which SLUB fills new objects: it was read "
           "before anything was stored there"},
    Poison{0xaaaaaaaa,
           "the pointer is made of 0xaa, with which free pages are filled: it was read "
           "from a page after that was freed"},
    Poison{0xbbbbbbbb,
           "the pointer is made of 0xbb, the red zone of a free object: it was read "
           "past the end of one"},
    Poison{0xcccccccc,
           "the pointer is made of 0xcc, the red zone of an object: it was read past "
           "the end of one"},
};

std::string_view level_name(unsigned level) {
  return level == 3   ? "page-directory-pointer entry"
         : level == 2 ? "page-directory entry"
                      : "page-table entry";
}

std::string_view check_text(WalkCheck check) {
  switch (check) {
    case WalkCheck::kPresent:
      return "it is not present";
    case WalkCheck::kReserved:
      return "a reserved bit is set in it";
    case WalkCheck::kUser:
      return "it belongs to the kernel and user code may not pass";
    case WalkCheck::kWritable:
      return "it is read-only";
    case WalkCheck::kExecutable:
      return "it is marked no-execute";
    case WalkCheck::kNone:
      break;
  }
  return "it allows the access by now";
}

bool is_jump(const ReportedFault& fault) {
  return (fault.error_code & fault_code::kInstruction) != 0 || fault.address == fault.instruction;
}

std::string_view access_noun(const ReportedFault& fault) {
  if (is_jump(fault)) return "jump to";
  return (fault.error_code & fault_code::kWrite) != 0 ? "write to" : "read of";
}

// Which check failed at which level.
std::string walk_sentence(Machine& machine, const ReportedFault& fault) {
  std::string text = fmt::format("the {} {:08x}", access_noun(fault), fault.address.raw());
  if (fault.address != fault.instruction) {
    text += " in " + machine.symbols().format(fault.instruction);
    if (const std::string line = machine.source_line(fault.instruction); !line.empty())
      text += " (" + line + ")";
  }
  if (fault.walk.step_count == 0) return text + " was refused.";
  const bool failed = !fault.walk.ok();
  const WalkStep& step = failed ? fault.walk.steps[fault.walk.failed_step] : fault.walk.leaf();
  return text + fmt::format(" was refused at the {} (level {}, value {:#x}): {}.",
                            level_name(step.level), step.level, step.entry,
                            check_text(fault.walk.failed));
}

std::string place(const CallStacks& stacks, StackId id) {
  for (const FrameText& frame : stacks.frames(id))
    if (!frame.module.empty()) return frame.line.empty() ? frame.text : frame.line;
  return {};
}

std::string_view noun(const Allocation& a) {
  switch (a.kind) {
    case AllocationKind::kPages:
      return "block of pages";
    case AllocationKind::kArea:
    case AllocationKind::kRamMap:
      return "area";
    case AllocationKind::kKmap:
    case AllocationKind::kKmapLocal:
      return "mapping of a page";
    default:
      return "object";
  }
}

bool is_mapping(const Allocation& a) {
  return a.kind == AllocationKind::kKmap || a.kind == AllocationKind::kKmapLocal;
}

std::string count_text(std::uint64_t bytes) {
  return bytes == 1 ? "1 byte" : fmt::format("{} bytes", bytes);
}

std::string allocation_text(Machine& machine, const NearestAllocation& near) {
  const CallStacks& stacks = machine.allocations()->stacks();
  const Allocation& a = near.allocation;
  std::string text =
      fmt::format("the {}-byte {} from {}", a.bytes, noun(a), allocation_call(machine, a));
  const std::string_view made = is_mapping(a) ? "mapped" : "allocated";
  const std::string_view undone = is_mapping(a) ? "unmapped" : "freed";
  if (const std::string at = place(stacks, a.stack); !at.empty())
    text += fmt::format(", {} at {}", made, at);
  if (!near.is_freed) return text;
  const std::string at = place(stacks, near.freed_by);
  return text +
         (at.empty() ? fmt::format(", {} since", undone) : fmt::format(", {} at {}", undone, at));
}

std::string_view inside_cause(const NearestAllocation& near, const ReportedFault& fault) {
  if (near.is_freed)
    return is_mapping(near.allocation) ? "a use after the page was unmapped" : "a use after free";
  if (is_jump(fault)) return "a function pointer that points to data, or was written over";
  return "the mapping was changed since, or the memory is not meant for this kind of access";
}

std::string allocation_sentences(Machine& machine, const NearestAllocation& near,
                                 const ReportedFault& fault) {
  using Relation = NearestAllocation::Relation;
  const std::string text = allocation_text(machine, near);
  switch (near.relation) {
    case Relation::kInside:
      return fmt::format(
          "The address is {} {}. Likely cause: {}.",
          near.distance == 0 ? "the first byte of" : count_text(near.distance) + " into", text,
          inside_cause(near, fault));
    case Relation::kPastEnd:
      return fmt::format(
          "The address is {} past the end of {}. Likely cause: an index or a length "
          "that runs over the end.",
          near.distance == 0 ? "the first byte" : count_text(near.distance), text);
    case Relation::kBefore:
      break;
  }
  return fmt::format(
      "The address is {} before {}. Likely cause: a negative index, or an overrun from "
      "below.",
      count_text(near.distance), text);
}

// The error code that a pointer is, if the kernel has one of that number. Linux: IS_ERR.
std::string error_sentences(std::uint32_t pointer) {
  if (pointer <= 0u - kMaxErrno - 1) return {};
  const int error = static_cast<int>(0u - pointer);
  const std::string name = errno_name(error);
  if (!name.starts_with("E")) return {};
  return fmt::format(
      "The pointer that was used is the error code -{} ({}). Likely cause: a result was used as a "
      "pointer without asking IS_ERR.",
      error, name);
}

// Addresses that tell by their value where they come from.
std::string telling_value(Machine& machine, const ReportedFault& fault) {
  const std::uint32_t at = fault.address.raw();
  if (is_jump(fault) && at < kPageSize)
    return "Likely cause: a function pointer is NULL: a member of an operations structure, say, "
           "that was not set.";
  const auto pointer = used_pointer(machine.cpu(), fault.instruction, fault.address);
  for (const VirtAddr value : {pointer.value_or(fault.address), fault.address})
    if (std::string error = error_sentences(value.raw()); !error.empty()) return error;
  if (at == 0x100 || at == 0x104 || at == 0x122 || at == 0x126)
    return "The address is LIST_POISON, which list_del leaves in an entry. Likely cause: the entry "
           "was removed from its list twice.";
  if (at < kPageSize)
    return at == 0 ? "Likely cause: a pointer is NULL: was the result of an allocation checked?"
                   : fmt::format(
                         "Likely cause: a pointer is NULL, and what is {} behind it was "
                         "used: a member of a structure or an element of an array.",
                         count_text(at));
  for (const Poison& poison : kPoisons)
    if (at - poison.value < kPageSize || poison.value - at < kPageSize)
      return fmt::format("Likely cause: {}.", poison.meaning);
  return {};
}

// The CPU ran into something that is no code: then the access itself says little.
std::string lost_sentences(Machine& machine, const ReportedFault& fault) {
  if (is_jump(fault) || machine.symbols().find(fault.instruction)) return {};
  return fmt::format(
      "The CPU was executing {:08x}, which is no code of the kernel or of a module. Likely cause: "
      "a jump through a damaged function pointer or return address.",
      fault.instruction.raw());
}

// Where what the address belongs to has a name, or the access says more than the place.
std::string special_sentences(Machine& machine, const ReportedFault& fault) {
  if (machine.symbols().find(fault.address)) {
    const std::string where =
        fmt::format("The address is {}. ", machine.symbols().format(fault.address));
    if (is_jump(fault)) return where + "Likely cause: a function pointer that points to data.";
    return where + "Likely cause: a write to code or to constant data.";
  }
  if (is_jump(fault))
    return "Likely cause: a damaged function pointer, or a return address that was written over on "
           "the stack.";
  const auto function = machine.symbols().find(fault.instruction);
  if (function && function->offset == 0 && function->module.empty())
    return fmt::format("Likely cause: {} was given a pointer that it cannot use.", function->name);
  return {};
}

std::string region_sentences(Machine& machine, const ReportedFault& fault) {
  const AddressSpace& space = machine.mm().space();
  const VirtAddr address = fault.address;
  if (address.raw() < kPageOffset)
    return "The address is in user space, where nothing is mapped now. Likely cause: a pointer "
           "that "
           "was never set, or a user pointer that must go through copy_from_user.";
  if (address < space.high_memory) {
    const Pfn pfn = pfn_of(direct_map_pa(address));
    const std::string where =
        fmt::format("The address is in the direct map of lowmem, page frame {:#x}", pfn.raw());
    if (machine.mm().pages().pfn_valid(pfn) && machine.mm().pages().page(pfn).refcount == 0)
      return where + ", which is free. Likely cause: a use after free.";
    return where +
           ". Likely cause: a write to the kernel's read-only memory, or rights that were "
           "changed by set_memory_*.";
  }
  if (address < space.vmalloc_start)
    return "The address is behind the end of lowmem, in the gap before the vmalloc area. Likely "
           "cause: an index that runs over the end, or __va of a highmem page.";
  if (address < space.vmalloc_end && fault.walk.failed != WalkCheck::kPresent)
    return "The address is in the vmalloc area, in a mapping with other rights. Likely cause: a "
           "write to what is mapped read-only, or set_memory_*.";
  if (address < space.vmalloc_end)
    return "The address is in the vmalloc area, where nothing is mapped now. Likely cause: a use "
           "after vfree, or of an address that was never returned.";
  if (space.in_pkmap(address))
    return "The address is in the kmap area, in a slot that maps nothing. Likely cause: a use "
           "after "
           "kunmap.";
  if (address >= space.fix_kmap_end_va && address <= space.fix_kmap_begin_va + Bytes(kPageSize - 1))
    return "The address is a slot of kmap_atomic and kmap_local that maps nothing. Likely cause: a "
           "use after kunmap_atomic.";
  return "The address is in the fixmap, where nothing is mapped. Likely cause: a damaged pointer.";
}

}  // namespace

std::string explain_fault(Machine& machine, const ReportedFault& fault) {
  std::string text = walk_sentence(machine, fault) + " ";
  if (const std::string lost = lost_sentences(machine, fault); !lost.empty()) return text + lost;
  if (const auto* symbol = machine.modules().stand_in_at(fault.address))
    return text + fmt::format(
                      "The address is {} bytes into {}, which nobody provides "
                      "(--run-missing).",
                      (fault.address - symbol->page).raw(), symbol->name);
  if (const std::string telling = telling_value(machine, fault); !telling.empty())
    return text + telling;
  if (machine.allocations() != nullptr) {
    machine.allocations()->note_local_maps();
    if (const auto near = nearest_allocation(*machine.allocations(), fault.address,
                                             machine.mm().space().high_memory))
      return text + allocation_sentences(machine, *near, fault);
  }
  if (const std::string special = special_sentences(machine, fault); !special.empty())
    return text + special;
  return text + region_sentences(machine, fault);
}

}  // namespace mm32::emu
