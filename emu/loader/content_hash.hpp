// 128-bit content hashes (XXH3) as hexadecimal text, to name and check files of the cache.
#pragma once

#include <string>
#include <string_view>

namespace mm32::emu {

std::string content_hash(std::string_view text);

}  // namespace mm32::emu
