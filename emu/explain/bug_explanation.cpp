#include "emu/explain/bug_explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "emu/debug/source_text.hpp"
#include "emu/explain/allocation_text.hpp"
#include "emu/explain/caller_text.hpp"
#include "emu/explain/telling_pointer.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostAddresses = 3;

struct KnownBug {
  std::string_view file;
  unsigned line;  // 0: any of the file's
  std::string_view cause;
};

// What the kernel's own checks behind exports mean for their callers.
constexpr std::array kKnownBugs = {
    KnownBug{"mm/slub.c", 419,
             "the object is the first one on its free list already. Likely cause: a double free"},
    KnownBug{"mm/slub.c", 0,
             "what SLUB keeps in a slab makes no sense. Likely cause: a write after free, over the "
             "links of free objects, or over a struct kmem_cache"},
    KnownBug{"mm/highmem.c", 309,
             "the slot's reference count is too low. Likely cause: kunmap was called too often"},
    KnownBug{
        "mm/highmem.c", 358,
        "the page has no slot. Likely cause: kunmap of a page that was never mapped with kmap, "
        "or of an address instead of its page"},
    KnownBug{"mm/highmem.c", 368,
             "the slot has no user left. Likely cause: kunmap was called twice"},
    KnownBug{"mm/highmem.c", 467,
             "the task has used up its 16 slots. Likely cause: kunmap_local or kunmap_atomic is "
             "missing"},
    KnownBug{"mm/highmem.c", 479,
             "there is no local mapping left to undo. Likely cause: kunmap_local or kunmap_atomic "
             "was called once too often"},
    KnownBug{"mm/vmalloc.c", 0,
             "the address is none that vm_map_ram or alloc_vm_area gave. Likely cause: an unmap of "
             "another address, of another length, or for the second time"},
    KnownBug{"include/asm-generic/fixmap.h", 0,
             "the address or index is outside of the fixmap. Likely cause: a wrong argument"},
    KnownBug{"arch/x86/mm/pgtable.c", 693,
             "the index is outside of the fixmap. Likely cause: a wrong argument"},
};

// The 32-bit numbers in hexadecimal that a line of the log names, in its order.
std::vector<VirtAddr> addresses_in(std::string_view line) {
  std::vector<VirtAddr> found;
  const auto is_digit = [](char c) {
    return std::string_view("0123456789abcdef").find(c) != std::string_view::npos;
  };
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    std::uint32_t value = 0;
    if (end - at == 8 &&
        std::from_chars(line.data() + at, line.data() + end, value, 16).ec == std::errc())
      found.emplace_back(value);
    at = end + 1;
  }
  return found;
}

std::string_view list_cause(std::string_view said) {
  const auto says = [said](std::string_view text) {
    return said.find(text) != std::string_view::npos;
  };
  if (says("LIST_POISON")) return "list_del of an entry that was removed from its list before";
  if (says("double add")) return "list_add of an entry that is in the list already";
  if (says("is NULL"))
    return "an entry or a list head that was never initialised (INIT_LIST_HEAD), or cleared since";
  if (says("list_add"))
    return "a neighbour in the list was freed or written over while it was in the list, or the "
           "entry was added twice";
  return "the entry or its neighbour was freed or written over while it was in the list";
}

// What the addresses that the report names belong to.
std::string owners(Machine& machine, std::string_view said) {
  std::string text;
  std::vector<VirtAddr> seen;
  for (const VirtAddr address : addresses_in(said)) {
    if (std::ranges::find(seen, address) != seen.end() || seen.size() == kMostAddresses) continue;
    seen.push_back(address);
    std::string what = inside_text(machine, address);
    if (what.empty() && machine.symbols().find(address)) what = machine.symbols().format(address);
    if (!what.empty()) {
      text += fmt::format("{:08x} is {}. ", address.raw(), what);
    } else if (const std::string telling = telling_pointer(address, address);
               !telling.empty() && address.raw() >= kPageSize) {
      text += fmt::format("Of {:08x}: {} ", address.raw(), telling);
    }
  }
  return text;
}

std::string list_text(Machine& machine, const ReportedBug& bug, const std::string& caller) {
  return fmt::format("the links of a list are damaged, as {} found. {}Likely cause: {}.", caller,
                     owners(machine, bug.said), list_cause(bug.said));
}

// The condition as the programmer wrote it, when its file can be read.
std::string source_quote(Machine& machine, const ReportedBug& bug) {
  SourceText sources;
  std::string file = bug.file;
  for (const SourceFrame& frame : machine.modules().source_frames(VirtAddr(bug.registers.eip)))
    if (frame.place.line == bug.line) file = frame.place.file.string();
  auto line = sources.line(file, bug.line);
  if (!line) return {};
  const std::size_t first = line->find_first_not_of(" \t");
  return first == std::string::npos ? std::string() : fmt::format(": `{}`", line->substr(first));
}

// What the export was given as its first argument or two (regparm: EAX, EDX), where that is an
// allocation.
std::string argument_text(Machine& machine, const ReportedBug& bug) {
  for (const std::uint32_t argument : {bug.registers.eax, bug.registers.edx})
    if (const std::string what = inside_text(machine, VirtAddr(argument)); !what.empty())
      return fmt::format(" {:08x} is {}.", argument, what);
  return {};
}

}  // namespace

std::string explain_bug(Machine& machine, const ReportedBug& bug) {
  const std::string caller = module_caller_text(
      machine, bug.registers, bug.function.empty() ? TopFrame::kInterrupted : TopFrame::kCalled);
  if (bug.file == "lib/list_debug.c" || bug.file.ends_with("/list_debug.c"))
    return list_text(machine, bug, caller);
  for (const KnownBug& known : kKnownBugs)
    if (!bug.function.empty() && known.file == bug.file &&
        (known.line == 0 || known.line == bug.line))
      return fmt::format("{}, called by {}, refuses: {}.{}", bug.function, caller, known.cause,
                         argument_text(machine, bug));
  if (!bug.function.empty())
    return fmt::format("{} was called by {} and found a state that must not be ({}:{}).",
                       bug.function, caller, bug.file, bug.line);
  return fmt::format(
      "the code itself says that it must not get here: a BUG() or BUG_ON() whose condition was "
      "true at {}:{}{}. Nothing is wrong with memory at this point; look for who broke the "
      "assumption.",
      bug.file, bug.line, source_quote(machine, bug));
}

}  // namespace mm32::emu
