// Any bytes as a module file: reading and planning end in a result or in one line of complaint.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "emu/loader/module_plan.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto* const bytes = reinterpret_cast<const std::byte*>(data);
  const auto object = mm32::emu::ElfObject::parse("fuzz.ko", {bytes, bytes + size});
  if (!object || object->kind() != mm32::emu::ElfObject::Kind::kModule) return 0;
  const mm32::emu::ModulePlan plan = mm32::emu::plan_module(*object);
  if (plan.sections.size() != object->sections().size()) std::abort();
  return 0;
}
