#include "emu/debug/register_names.hpp"

#include <array>

namespace mm32::emu {
namespace {

struct NamedRegister {
  std::string_view name;
  std::uint32_t Registers::*value;
};

constexpr std::array kGeneral = {
    NamedRegister{"eax", &Registers::eax}, NamedRegister{"ecx", &Registers::ecx},
    NamedRegister{"edx", &Registers::edx}, NamedRegister{"ebx", &Registers::ebx},
    NamedRegister{"esp", &Registers::esp}, NamedRegister{"ebp", &Registers::ebp},
    NamedRegister{"esi", &Registers::esi}, NamedRegister{"edi", &Registers::edi},
    NamedRegister{"eip", &Registers::eip}, NamedRegister{"eflags", &Registers::eflags},
    NamedRegister{"pc", &Registers::eip},  NamedRegister{"sp", &Registers::esp},
    NamedRegister{"fp", &Registers::ebp}};

constexpr std::array kControl = {
    NamedRegister{"cr0", &Registers::cr0}, NamedRegister{"cr2", &Registers::cr2},
    NamedRegister{"cr3", &Registers::cr3}, NamedRegister{"cr4", &Registers::cr4}};

struct NamedSegment {
  std::string_view name;
  std::uint16_t Registers::*value;
};

constexpr std::array kSegments = {
    NamedSegment{"cs", &Registers::cs}, NamedSegment{"ss", &Registers::ss},
    NamedSegment{"ds", &Registers::ds}, NamedSegment{"es", &Registers::es},
    NamedSegment{"fs", &Registers::fs}, NamedSegment{"gs", &Registers::gs}};

}  // namespace

std::optional<std::uint32_t> register_named(const Registers& registers, std::string_view name) {
  for (const NamedRegister& r : kGeneral)
    if (r.name == name) return registers.*r.value;
  for (const NamedRegister& r : kControl)
    if (r.name == name) return registers.*r.value;
  for (const NamedSegment& s : kSegments)
    if (s.name == name) return registers.*s.value;
  return std::nullopt;
}

bool set_register(Registers& registers, std::string_view name, std::uint32_t value) {
  for (const NamedRegister& r : kGeneral)
    if (r.name == name) {
      registers.*r.value = value;
      return true;
    }
  return false;
}

}  // namespace mm32::emu
