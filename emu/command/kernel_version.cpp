#include "emu/command/kernel_version.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace mm32::emu {

std::optional<KernelVersion> KernelVersion::parse(std::string_view text) {
  std::array<std::uint32_t, 3> part{};
  std::size_t count = 0;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  while (count < part.size()) {
    const auto [next, error] = std::from_chars(at, end, part[count]);
    if (error != std::errc()) return std::nullopt;
    at = next;
    ++count;
    if (at == end || *at != '.') break;
    ++at;
  }
  const KernelVersion version{part[0], part[1], part[2], true};
  const bool in_range = version.major <= 6 &&
                        (version.major > 2 || (version.major == 2 && version.minor >= 4)) &&
                        version.minor <= 99 && version.patch <= 255;
  if (at != end || count < 2 || !in_range || (count == 3 && text.back() == '.'))
    return std::nullopt;
  return version;
}

std::string KernelVersion::release() const {
  return fmt::format("{}.{}.{}-mm32", major, minor, patch);
}

std::vector<std::string> KernelVersion::flags() const {
  if (is_default()) return {};
  return {fmt::format("-DLINUX_VERSION_CODE={}", (major << 16) + (minor << 8) + patch),
          fmt::format("-DUTS_RELEASE=\"{}\"", release())};
}

}  // namespace mm32::emu
