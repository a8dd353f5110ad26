#include "emu/explain/slab_explanation.hpp"

#include <fmt/format.h>

#include "emu/explain/allocation_text.hpp"

namespace mm32::emu {
namespace {

// "bytes 64 to 67 of" with the object's own numbering; negative in front of it.
std::string range_text(const SlabDamage& d) {
  const auto first = static_cast<std::int64_t>(d.begin.raw()) - d.object.raw();
  const auto last = static_cast<std::int64_t>(d.end.raw()) - d.object.raw() - 1;
  if (first == last) return fmt::format("byte {}", first);
  return fmt::format("bytes {} to {}", first, last);
}

std::string_view cause_of(const SlabDamage& d) {
  if (d.reason.starts_with("Poison") || d.reason.starts_with("End Poison"))
    return "a write through a pointer that was kept after the object was freed";
  if (d.reason.starts_with("Right Redzone")) return "a write that runs over the end of the object";
  if (d.reason.starts_with("Left Redzone"))
    return "a write in front of the object: a negative index, or an overrun of the one below";
  if (d.reason.starts_with("Alignment padding") || d.reason.starts_with("Object padding"))
    return "a write far behind the end of the object";
  if (d.reason.starts_with("Object already free") || d.reason.starts_with("Slab has"))
    return "a double free";
  if (d.reason.starts_with("Invalid object pointer"))
    return "a free of a pointer that is not the beginning of an object";
  if (d.reason.starts_with("Objects remaining"))
    return "objects were not freed before their cache was destroyed";
  if (d.reason.starts_with("Freepointer") || d.reason.starts_with("Freechain") ||
      d.reason.starts_with("Freelist"))
    return "a write to a free object, over the link to the next one";
  return "something has written over the slab's own data";
}

}  // namespace

std::string explain_slab_damage(Machine& machine, const SlabDamage& d) {
  std::string text = fmt::format("SLUB found in cache {}: {}. ", d.cache, d.reason);
  while (text.ends_with("\n. ")) text.replace(text.size() - 3, 3, ". ");
  if (d.object != VirtAddr()) {
    const std::string object = inside_text(machine, d.object);
    const std::string whose =
        object.empty() ? fmt::format("the {}-byte object at {:08x}", d.bytes, d.object.raw())
                       : object;
    text += d.begin == d.end ? fmt::format("It is {}. ", whose)
                             : fmt::format("Changed: {} of {}. ", range_text(d), whose);
  }
  return text + fmt::format("Likely cause: {}.", cause_of(d));
}

}  // namespace mm32::emu
