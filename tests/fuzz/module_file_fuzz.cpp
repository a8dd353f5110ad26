// libFuzzer target: any bytes as a module file, through reading, ordering, planning, linking,
// parameters and the look-up of lines.
//
// Build with the preset `fuzz`; run with copies of tests/data as the seed corpus and
// -detect_leaks=0: libdw forgets 32 bytes when it refuses damaged DWARF.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "emu/loader/imports.hpp"
#include "emu/loader/line_table.hpp"
#include "emu/loader/load_order.hpp"
#include "emu/loader/module_linker.hpp"
#include "emu/loader/module_parameters.hpp"
#include "emu/loader/symbol_table.hpp"
#include "tests/fuzz/elf_mutator.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace mm32;
using namespace mm32::emu;

constexpr std::uint32_t kLargeImage = 1u << 20;  // linking more finds nothing and only takes time
constexpr VirtAddr kCore{0xE0840000};
constexpr VirtAddr kInit{0xE0940000};
constexpr VirtAddr kParameterOps{0xC1000000};

class Resolver : public SymbolResolver {
 public:
  std::optional<VirtAddr> resolve(std::string_view name) override {
    if (name.starts_with("param_")) return kParameterOps + Bytes(16 * name.size());
    if (name.size() % 4 == 0) return std::nullopt;
    return kParameterOps;
  }
};

// The linked module as guest memory.
class Target : public ParameterTarget {
 public:
  explicit Target(LinkedModule& module) : module_(module) {}

  bool read(VirtAddr from, std::span<std::byte> to) override {
    const auto source = memory(from, to.size());
    std::ranges::copy(source, to.begin());
    return !source.empty();
  }
  bool write(VirtAddr to, std::span<const std::byte> from) override {
    const auto place = memory(to, from.size());
    if (!place.empty()) std::ranges::copy(from, place.begin());
    return !place.empty();
  }
  Result<VirtAddr> allocate(Bytes) override { return kCore; }
  Result<std::int32_t> set_in_guest(VirtAddr, const std::optional<std::string>&) override {
    return 0;
  }
  void taint_by_user() override {}
  void log(LogLevel, std::string_view) override {}

 private:
  std::span<std::byte> memory(VirtAddr at, std::size_t size) {
    const std::uint32_t offset = at.raw() - kCore.raw();
    if (offset >= module_.core.size() || size > module_.core.size() - offset) return {};
    return std::span(module_.core).subspan(offset, size);
  }

  LinkedModule& module_;
};

void use_linked(const ElfObject& object, const ModulePlan& plan, LinkedModule& linked,
                SymbolResolver& resolver, const ModuleBases& bases) {
  SymbolTable table;
  table.add(module_symbols(object.module_name(), linked, plan, bases));
  static_cast<void>(table.format(kCore + Bytes(16)));
  static_cast<void>(table.address_of("init_module"));
  Target target(linked);
  const ParameterOps ops = standard_parameter_ops(resolver);
  static_cast<void>(set_parameters(
      linked, "x", "count=1 arr=1,2,3 who=abc flag text=\"a b\" cb=2 names=a,b nosuch=1 -- rest",
      ops, target));
  const LineTable lines(object, linked.section_addresses);
  static_cast<void>(lines.frames(kCore + Bytes(32)));
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  std::mt19937 random(seed);
  const std::span<std::uint8_t> file(data, size);
  bool changed = false;
  for (unsigned changes = 1 + static_cast<unsigned>(random() % 3); changes != 0; --changes)
    changed |= random() % 8 != 0 && mm32::fuzz::mutate_elf(file, random);
  return changed ? size : LLVMFuzzerMutate(data, size, most);
}

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
  static_cast<void>(collect_imports(*object));
  static_cast<void>(collect_exports(*object));
  static_cast<void>(dependency_files(*object));
  static_cast<void>(describe_parameters(object->modinfo()));
  const ModulePlan plan = plan_module(*object);
  if (plan.core.size > kLargeImage || plan.init.size > kLargeImage) return 0;
  const ModuleBases bases{kCore, kInit, VirtAddr(0x100)};
  Resolver resolver;
  auto linked = link_module(*object, plan, bases, resolver);
  if (linked) use_linked(*object, plan, *linked, resolver, bases);
  return 0;
}
