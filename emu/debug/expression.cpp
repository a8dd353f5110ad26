#include "emu/debug/expression.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

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

std::optional<std::uint32_t> parse_number(std::string_view text) {
  int base = 16;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    text.remove_prefix(2);
  } else if (text.starts_with("0d")) {
    text.remove_prefix(2);
    base = 10;
  }
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, base);
  if (text.empty() || rest != end || error != std::errc()) return std::nullopt;
  return value;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

Expected<std::uint32_t> term(Machine& machine, std::string_view text) {
  text = trim(text);
  if (text.starts_with("*")) {
    MM_TRY_ASSIGN(const std::uint32_t at, term(machine, text.substr(1)));
    const auto word = machine.cpu().memory().load<std::uint32_t>(VirtAddr(at));
    if (!word)
      return failure(ExitStatus::kUsage, fmt::format("there is no memory mapped at {:08x}", at));
    return *word;
  }
  if (text.starts_with("&")) text.remove_prefix(1);
  if (text.starts_with("$")) {
    if (const auto value = register_named(machine.cpu().registers(), text.substr(1))) return *value;
    return failure(ExitStatus::kUsage, fmt::format("there is no register '{}'", text));
  }
  if (const auto symbol = machine.symbols().address_of(text)) return symbol->raw();
  if (const auto number = parse_number(text)) return *number;
  return failure(ExitStatus::kUsage,
                 fmt::format("'{}' is neither a number in hexadecimal nor a symbol", text));
}

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

Expected<std::uint32_t> evaluate(Machine& machine, std::string_view text) {
  text = trim(text);
  if (text.empty()) return failure(ExitStatus::kUsage, "an address or a value is missing");
  std::uint32_t sum = 0;
  char sign = '+';
  for (;;) {
    const std::size_t end = text.find_first_of("+-");
    MM_TRY_ASSIGN(const std::uint32_t value, term(machine, text.substr(0, end)));
    sum = sign == '+' ? sum + value : sum - value;
    if (end == std::string_view::npos) return sum;
    sign = text[end];
    text.remove_prefix(end + 1);
  }
}

}  // namespace mm32::emu
