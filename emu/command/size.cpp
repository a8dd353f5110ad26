#include "emu/command/size.hpp"

#include <fmt/format.h>

#include <charconv>

namespace mm32::emu {

std::optional<Bytes> parse_size(std::string_view text) {
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  }
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value, base);
  if (error != std::errc() || rest == text.data()) return std::nullopt;
  unsigned shift = 0;
  if (rest != end) {
    constexpr std::string_view kSuffixes = "kmgt";
    const auto at = kSuffixes.find(static_cast<char>(*rest | 0x20));
    if (at == std::string_view::npos || rest + 1 != end) return std::nullopt;
    shift = 10 * (static_cast<unsigned>(at) + 1);
  }
  if (shift != 0 && value >> (64 - shift) != 0) return std::nullopt;
  return Bytes(value << shift);
}

std::string format_size(Bytes size) {
  const std::uint64_t n = size.raw();
  if (n != 0 && n % (1u << 30) == 0) return fmt::format("{} GB", n >> 30);
  if (n != 0 && n % (1u << 20) == 0) return fmt::format("{} MB", n >> 20);
  if (n != 0 && n % (1u << 10) == 0) return fmt::format("{} KB", n >> 10);
  return fmt::format("{} bytes", n);
}

}  // namespace mm32::emu
