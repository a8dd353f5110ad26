#include "emu/explain/fault_explanation.hpp"

#include <fmt/format.h>

#include "emu/explain/allocation_text.hpp"
#include "emu/explain/telling_pointer.hpp"
#include "emu/explain/used_pointer.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

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

// Who called what is no code: the word on the stack, when it is a return address.
std::string jumper(Machine& machine, const Registers& registers) {
  const auto word = machine.cpu().memory().load<std::uint32_t>(VirtAddr(registers.esp));
  if (!word || !machine.symbols().in_text(VirtAddr(*word))) return {};
  return " by " + return_place_text(machine, VirtAddr(*word));
}

// Which check failed at which level.
std::string walk_sentence(Machine& machine, const ReportedFault& fault) {
  std::string text = fmt::format("the {} {:08x}", access_noun(fault), fault.address.raw());
  if (fault.address != fault.instruction)
    text += " in " + place_text(machine, fault.instruction);
  else
    text += jumper(machine, fault.registers);
  if (fault.walk.step_count == 0) return text + " was refused.";
  const bool failed = !fault.walk.ok();
  const WalkStep& step = failed ? fault.walk.steps[fault.walk.failed_step] : fault.walk.leaf();
  return text + fmt::format(" was refused at the {} (level {}, value {:#x}): {}.",
                            level_name(step.level), step.level, step.entry,
                            check_text(fault.walk.failed));
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

// Addresses that tell by their value where they come from.
std::string telling_value(Machine& machine, const ReportedFault& fault) {
  const std::uint32_t at = fault.address.raw();
  if (is_jump(fault) && at < kPageSize && jumper(machine, fault.registers).empty())
    return "No call led there. Likely cause: a return address that was written over on the stack: "
           "a write that runs over the end of a local array.";
  if (is_jump(fault) && at < kPageSize)
    return "Likely cause: a function pointer is NULL: a member of an operations structure, say, "
           "that was not set.";
  const auto pointer = used_pointer(machine.cpu(), fault.instruction, fault.address);
  if (std::string text = telling_pointer(pointer.value_or(fault.address), fault.address);
      !text.empty())
    return text;
  if (at >= kPageSize) return {};
  if (at == 0) return "Likely cause: a pointer is NULL: was the result of an allocation checked?";
  return fmt::format(
      "Likely cause: a pointer is NULL, and what is {} behind it was used: the member at offset "
      "{:#x} of a structure, or an element of an array.",
      count_text(at), at);
}

// The CPU ran into something that is no code: then the access itself says little.
std::string lost_sentences(Machine& machine, const ReportedFault& fault) {
  if (is_jump(fault) || machine.symbols().find(fault.instruction)) return {};
  if (std::string gone = former_code_sentences(machine, fault.instruction); !gone.empty())
    return gone;
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
  if (const std::string gone = former_code_sentences(machine, fault.address); !gone.empty())
    return text + gone;
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
