// Sizes as users write them: 4096, 0x1000, 512K, 160M, 4G. Powers of 1024, as the kernel's
// memparse.
#pragma once

#include <optional>
#include <string_view>

#include "mm/base/types.hpp"

namespace mm32::emu {

/// Nothing when the text is not a number with an optional suffix K, M, G or T, or is too large.
std::optional<Bytes> parse_size(std::string_view text);
/// "160 MB", "4 KB", "100 bytes": the largest unit that divides it.
std::string format_size(Bytes size);

}  // namespace mm32::emu
