// Files that distributions keep compressed: .ko.xz, .ko.zst, .ko.gz.
//
// The content says how it is compressed, not the name. What comes out is bounded, so that a small
// file cannot take all memory. liblzma, libzstd and zlib do the work.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "emu/loader/load_error.hpp"

namespace mm32::emu {

enum class Compression : std::uint8_t { kNone, kXz, kZstd, kGzip, kBzip2 };
Compression compression_of(std::span<const std::byte> bytes);

/// The unpacked bytes, or `bytes` as they are when they are not compressed. `name` is what the
/// error calls the file; kNoExec when it is damaged, kFBig when more than `most` bytes come out.
Loaded<std::vector<std::byte>> decompress(const std::string& name, std::vector<std::byte> bytes,
                                          std::size_t most);

}  // namespace mm32::emu
