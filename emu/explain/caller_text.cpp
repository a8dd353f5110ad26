#include "emu/explain/caller_text.hpp"

#include "emu/explain/allocation_text.hpp"

namespace mm32::emu {

std::string module_caller_text(Machine& machine, const Registers& registers, TopFrame top) {
  const auto trace =
      backtrace(machine.cpu().memory(), machine.symbols(), registers, machine.current_stack(), top);
  for (const TraceEntry& entry : trace) {
    const auto symbol = machine.symbols().find(VirtAddr(entry.address.raw() - 1));
    if (symbol && !symbol->module.empty() && entry.reliable)
      return return_place_text(machine, entry.address);
  }
  return place_text(machine, VirtAddr(registers.eip));
}

}  // namespace mm32::emu
