#include "emu/command/address.hpp"

#include <fmt/format.h>

#include <charconv>

namespace mm32::emu {
namespace {

constexpr std::uint64_t kMaxPages = 4096;
constexpr std::uint64_t kTop = std::uint64_t{1} << 32;

enum class Hex { kNo, kYes, kTooLarge };

Hex parse_hex(std::string_view text, std::uint64_t& value) {
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, 16);
  if (rest != end || text.empty()) return Hex::kNo;
  return error == std::errc() && value <= kTop ? Hex::kYes : Hex::kTooLarge;
}

Expected<std::uint64_t> parse_one(std::string_view text, const SymbolTable& symbols) {
  std::uint64_t value = 0;
  // A symbol may be called "add" or "dead"; an address may be written with 0x.
  if (const auto named = symbols.address_of(text)) return named->raw();
  switch (parse_hex(text, value)) {
    case Hex::kYes:
      return value;
    case Hex::kTooLarge:
      return failure(ExitStatus::kUsage,
                     fmt::format("'{}' is not a 32-bit address (0 to ffffffff)", text));
    case Hex::kNo:
      break;
  }
  const std::size_t plus = text.find('+');
  std::uint64_t offset = 0;
  const std::string_view first = text.substr(0, plus);
  if (const auto base = symbols.address_of(first))
    value = base->raw();
  else if (parse_hex(first, value) != Hex::kYes || plus == std::string_view::npos)
    return failure(ExitStatus::kUsage,
                   fmt::format("'{}' is neither an address in hexadecimal nor a symbol", text));
  if (plus != std::string_view::npos && parse_hex(text.substr(plus + 1), offset) != Hex::kYes)
    return failure(ExitStatus::kUsage, fmt::format("'{}': '{}' is no offset in hexadecimal", text,
                                                   text.substr(plus + 1)));
  return (value + offset) & (kTop - 1);
}

}  // namespace

Expected<std::vector<VirtAddr>> parse_addresses(std::string_view text, const SymbolTable& symbols) {
  const auto point = [](std::uint64_t v) { return VirtAddr(static_cast<std::uint32_t>(v)); };
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash == 0 || dash + 1 == text.size()) {
    MM_TRY_ASSIGN(const std::uint64_t value, parse_one(text, symbols));
    if (value == kTop)
      return failure(ExitStatus::kUsage,
                     fmt::format("'{}' is not a 32-bit address (0 to ffffffff)", text));
    return std::vector<VirtAddr>{point(value)};
  }
  MM_TRY_ASSIGN(const std::uint64_t begin, parse_one(text.substr(0, dash), symbols));
  MM_TRY_ASSIGN(const std::uint64_t end, parse_one(text.substr(dash + 1), symbols));
  if (end < begin)
    return failure(ExitStatus::kUsage, fmt::format("the range '{}' ends before it begins", text));
  if (end == begin)
    return failure(ExitStatus::kUsage, fmt::format("the range '{}' is empty", text));
  const std::uint64_t first = align_down(begin, kPageSize);
  if ((end - first) / kPageSize > kMaxPages)
    return failure(ExitStatus::kUsage,
                   fmt::format("the range '{}' has more than {} pages", text, kMaxPages));
  std::vector<VirtAddr> pages{point(begin)};
  for (std::uint64_t va = first + kPageSize; va < end; va += kPageSize) pages.push_back(point(va));
  return pages;
}

}  // namespace mm32::emu
