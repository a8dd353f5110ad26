// libFuzzer target: any bytes as a module file, through reading, planning and linking.
//
// Build with the preset `fuzz`; run with copies of tests/data as the seed corpus and
// -detect_leaks=0: libdw forgets 32 bytes when it refuses damaged DWARF.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "emu/loader/imports.hpp"
#include "emu/loader/module_linker.hpp"
#include "emu/loader/symbol_table.hpp"

namespace {

using namespace mm32;
using namespace mm32::emu;

constexpr std::uint32_t kLargeImage = 1u << 20;  // linking more finds nothing and only takes time

class Resolver : public SymbolResolver {
 public:
  std::optional<VirtAddr> resolve(std::string_view name) override {
    if (name.size() % 4 == 0) return std::nullopt;
    return VirtAddr(0xC1000000);
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto object = ElfObject::parse("x.ko", {bytes.begin(), bytes.end()});
  if (!object) return 0;
  if (object->kind() == ElfObject::Kind::kKernelImage) {
    SymbolTable table;
    table.add(kernel_symbols(*object));
    static_cast<void>(table.format(VirtAddr(0xC1000010)));
    return 0;
  }
  const ModulePlan plan = plan_module(*object);
  if (plan.core.size > kLargeImage || plan.init.size > kLargeImage) return 0;
  const ModuleBases bases{VirtAddr(0xE0840000), VirtAddr(0xE0940000), VirtAddr(0x100)};
  Resolver resolver;
  const auto linked = link_module(*object, plan, bases, resolver);
  if (!linked) return 0;
  SymbolTable table;
  table.add(module_symbols(object->module_name(), *linked, plan, bases));
  static_cast<void>(table.format(VirtAddr(0xE0840010)));
  return 0;
}
