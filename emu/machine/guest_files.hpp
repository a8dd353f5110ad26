// Where the files of the guest side lie: the resident kernel image and the headers for modules.
//
// Looked for in this order: $MM32_SHARE, the folder that the caller names, ../share/mm32 beside the
// program, the build tree that the library was built in.
#pragma once

#include <filesystem>

#include "emu/failure.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

struct GuestFiles {
  std::filesystem::path image;    // the relocatable resident kernel
  std::filesystem::path include;  // headers for module sources

  /// kInternalFault when the files are nowhere.
  static Expected<GuestFiles> locate(PagingMode mode, const std::filesystem::path& share = {});
};

}  // namespace mm32::emu
