#include "emu/gdb/target_description.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace mm32::emu::gdb {
namespace {

constexpr std::array<std::string_view, 16> kCoreNames = {
    "eax", "ecx",    "edx", "ebx", "esp", "ebp", "esi", "edi",
    "eip", "eflags", "cs",  "ss",  "ds",  "es",  "fs",  "gs"};
constexpr std::array<std::string_view, 8> kFloatControl = {"fctrl", "fstat", "ftag",  "fiseg",
                                                           "fioff", "foseg", "fooff", "fop"};
constexpr std::array<std::string_view, 4> kControl = {"cr0", "cr2", "cr3", "cr4"};
constexpr unsigned kFloatRegisters = 8;
constexpr unsigned kFirstFloat = kCoreRegisters;
constexpr unsigned kFirstFloatControl = kFirstFloat + kFloatRegisters;
constexpr unsigned kFirstControl = kFirstFloatControl + 8;
constexpr unsigned kRegisters = kFirstControl + 4;

std::array<std::uint32_t, kCoreRegisters> core_of(const Registers& r) {
  return {r.eax, r.ecx,    r.edx, r.ebx, r.esp, r.ebp, r.esi, r.edi,
          r.eip, r.eflags, r.cs,  r.ss,  r.ds,  r.es,  r.fs,  r.gs};
}

std::string word_hex(std::uint32_t value) {
  return fmt::format("{:02x}{:02x}{:02x}{:02x}", value & 0xff, (value >> 8) & 0xff,
                     (value >> 16) & 0xff, value >> 24);
}

std::string_view type_of(std::string_view name) {
  if (name == "eip") return "code_ptr";
  return name == "esp" || name == "ebp" ? "data_ptr" : "int32";
}

}  // namespace

std::string target_xml() {
  std::string text =
      "<?xml version=\"1.0\"?><!DOCTYPE target SYSTEM \"gdb-target.dtd\"><target version=\"1.0\">"
      "<architecture>i386</architecture><osabi>none</osabi>"
      "<feature name=\"org.gnu.gdb.i386.core\">";
  for (const std::string_view name : kCoreNames)
    text += fmt::format("<reg name=\"{}\" bitsize=\"32\" type=\"{}\"/>", name, type_of(name));
  for (unsigned i = 0; i < kFloatRegisters; ++i)
    text += fmt::format("<reg name=\"st{}\" bitsize=\"80\" type=\"i387_ext\"/>", i);
  for (const std::string_view name : kFloatControl)
    text += fmt::format("<reg name=\"{}\" bitsize=\"32\" type=\"int\" group=\"float\"/>", name);
  text += "</feature><feature name=\"org.mm32.control\">";
  for (const std::string_view name : kControl)
    text += fmt::format("<reg name=\"{}\" bitsize=\"32\" type=\"int32\" group=\"system\"/>", name);
  return text + "</feature></target>";
}

std::optional<std::string> register_hex(const Registers& r, std::uint64_t number) {
  if (number < kCoreRegisters) return word_hex(core_of(r)[number]);
  if (number < kFirstFloatControl) return std::string(20, 'x');
  if (number < kFirstControl) return std::string(8, 'x');
  if (number >= kRegisters) return std::nullopt;
  return word_hex(std::array{r.cr0, r.cr2, r.cr3, r.cr4}[number - kFirstControl]);
}

std::string registers_hex(const Registers& r) {
  std::string text;
  for (unsigned i = 0; i < kRegisters; ++i) text += *register_hex(r, i);
  return text;
}

std::string unknown_registers_hex() { return std::string(registers_hex(Registers{}).size(), 'x'); }

bool set_register(Registers& r, std::uint64_t number, std::uint32_t value) {
  static constexpr std::array kSettable = {
      &Registers::eax, &Registers::ecx, &Registers::edx, &Registers::ebx, &Registers::esp,
      &Registers::ebp, &Registers::esi, &Registers::edi, &Registers::eip, &Registers::eflags};
  if (number >= kSettable.size()) return false;
  r.*kSettable[number] = value;
  return true;
}

}  // namespace mm32::emu::gdb
