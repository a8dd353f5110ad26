#include "emu/debug/line_cache.hpp"

#include "emu/machine/modules.hpp"

namespace mm32::emu {

const LineCache::Line& LineCache::at(Machine& machine, std::uint32_t eip) {
  const auto [entry, is_new] = lines_.try_emplace(eip);
  Line& line = entry->second;
  if (!is_new) return line;
  const VirtAddr address(eip);
  if (const auto symbol = machine.symbols().find(address)) line.function = eip - symbol->offset;
  const LineTable* table = machine.modules().lines_of(address);
  const auto place = table != nullptr ? table->find(address) : std::nullopt;
  if (!place) return line;
  line.file = &files_.try_emplace(place->file.string()).first->first;
  line.line = place->line;
  line.begins_statement = table->begins_statement(address);
  return line;
}

}  // namespace mm32::emu
