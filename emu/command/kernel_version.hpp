// The version of Linux that module sources are compiled for.
//
// Sources ask LINUX_VERSION_CODE which form of an API to use. The headers of mm32 accept the old
// and the new form of most calls whatever the version; where one of them can only be told by the
// version, they ask the same macro. The release is what UTS_RELEASE and the vermagic say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

struct KernelVersion {
  std::uint32_t major = 6;
  std::uint32_t minor = 1;
  std::uint32_t patch = 0;
  bool chosen = false;  // by the user

  /// "2.6.32" or "5.10", from 2.4 to 6.99; nullopt for anything else.
  static std::optional<KernelVersion> parse(std::string_view text);
  bool is_default() const { return !chosen; }
  bool operator==(const KernelVersion&) const = default;

  /// "2.6.32-mm32"
  std::string release() const;
  /// What the compiler has to be told; nothing for the default, which the headers know.
  std::vector<std::string> flags() const;
};

}  // namespace mm32::emu
