// The kernel that module files were built for, found before the machine exists (design D3).
//
// A .ko names its kernel in its vermagic. Constants of that kernel's headers are compiled into it,
// so the machine has to have that kernel's layout and its kind of page tables.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emu/failure.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

struct TargetKernel {
  std::string release;  // "6.1.0-50-686"
  PagingMode paging;
  std::filesystem::path file;  // the first module that names it
};

/// The Debian 6.1 kernel for i386 that a vermagic names; nothing for any other kernel.
std::optional<TargetKernel> debian_kernel(std::string_view vermagic);

/// The kernel that the .ko and .o files among `files` need; nothing when they need none. Files that
/// cannot be read are passed over. Fails with kUsage when two of them exclude each other.
Expected<std::optional<TargetKernel>> kernel_of_files(
    const std::vector<std::filesystem::path>& files);

}  // namespace mm32::emu
