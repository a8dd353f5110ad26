#include "emu/debug/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "emu/debug/expression.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostClones = 16;

std::optional<std::uint32_t> decimal(std::string_view text) {
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || rest != end || error != std::errc()) return std::nullopt;
  return value;
}

bool is_symbol_name(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == ':';
  };
  return !text.empty() && (text[0] < '0' || text[0] > '9') && std::ranges::all_of(text, allowed);
}

// A statement may begin at several places of a function: the first is meant.
std::vector<VirtAddr> first_in_each_function(Machine& machine, std::vector<VirtAddr> begins) {
  std::set<std::uint32_t> seen;
  std::erase_if(begins, [&](VirtAddr at) {
    const auto symbol = machine.symbols().find(at);
    return !seen.insert(symbol ? at.raw() - symbol->offset : at.raw()).second;
  });
  return begins;
}

std::vector<VirtAddr> addresses_of_line(Machine& machine, std::string_view file, unsigned line) {
  LineTable::CodeOfLine best;
  const auto consider = [&](const LineTable& table) {
    LineTable::CodeOfLine code = table.code_of(file, line);
    if (code.begins.empty()) return;
    if (best.begins.empty() || code.line.line < best.line.line) best = std::move(code);
  };
  for (const auto& module : machine.modules().all())
    if (module->lines) consider(*module->lines);
  if (best.begins.empty()) consider(machine.image().lines());
  // Code that is gone (init, once it has run) has no symbol any more.
  std::erase_if(best.begins, [&](VirtAddr at) { return !machine.symbols().in_text(at); });
  return first_in_each_function(machine, std::move(best.begins));
}

}  // namespace

Expected<Location> Location::parse(Machine& machine, std::string_view text,
                                   const std::string& present_file) {
  if (text.empty())
    return failure(ExitStatus::kUsage, "a place is missing: SYMBOL, *ADDRESS or FILE:LINE");
  if (text.starts_with("*")) {
    MM_TRY_ASSIGN(const std::uint32_t at, evaluate(machine, text.substr(1)));
    return Location{Kind::kAddress, at, {}};
  }
  const std::size_t colon = text.rfind(':');
  if (colon + 1 == text.size() || text.ends_with(":0"))
    return failure(ExitStatus::kUsage,
                   fmt::format("'{}' lacks the line: FILE:LINE, counted from 1", text));
  if (colon != std::string_view::npos)
    if (const auto line = decimal(text.substr(colon + 1)))
      return Location{Kind::kLine, *line, std::string(text.substr(0, colon))};
  if (const auto line = decimal(text); line && text.size() < 6) {
    if (present_file.empty())
      return failure(ExitStatus::kUsage, "there is no present source file: say FILE:LINE");
    return Location{Kind::kLine, *line, present_file};
  }
  const std::size_t plus = text.find('+');
  const std::string_view name = text.substr(0, plus);
  std::uint32_t offset = 0;
  if (plus != std::string_view::npos) {
    MM_TRY_ASSIGN(offset, evaluate(machine, text.substr(plus + 1)));
  }
  if (machine.symbols().address_of(name)) return Location{Kind::kSymbol, offset, std::string(name)};
  if (const auto at = evaluate(machine, text)) return Location{Kind::kAddress, *at, {}};
  if (is_symbol_name(name)) return Location{Kind::kSymbol, offset, std::string(name)};
  return failure(ExitStatus::kUsage,
                 fmt::format("'{}' is no place: say SYMBOL, *ADDRESS or FILE:LINE", text));
}

std::vector<VirtAddr> Location::resolve(Machine& machine) const {
  if (kind == Kind::kAddress) return {VirtAddr(value)};
  if (kind == Kind::kLine) return addresses_of_line(machine, name, value);
  if (const auto base = machine.symbols().address_of(name)) return {VirtAddr(base->raw() + value)};
  // What the compiler made of it: NAME.isra.0, NAME.constprop.0.
  std::vector<VirtAddr> clones;
  for (const std::string& clone : machine.symbols().names_beginning(name + ".", kMostClones))
    if (const auto base = machine.symbols().address_of(clone))
      if (machine.symbols().in_text(*base)) clones.emplace_back(base->raw() + value);
  return clones;
}

std::string Location::text() const {
  if (kind == Kind::kAddress) return fmt::format("*{:08x}", value);
  if (kind == Kind::kLine) return fmt::format("{}:{}", name, value);
  return value == 0 ? name : fmt::format("{}+{:#x}", name, value);
}

}  // namespace mm32::emu
