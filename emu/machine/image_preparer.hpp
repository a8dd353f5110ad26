// Links the resident kernel for no place in particular: makes the bytes of a PreparedImage.
//
// Done when mm32 is built, by mm32_prepare_image; at run time only where that file is missing or
// older than the command.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "emu/export/context.hpp"
#include "emu/loader/elf_object.hpp"

namespace mm32::emu {

/// The bytes, or why the image cannot be linked. Symbols that are neither in the image nor exports
/// are taken for variables of the running machine.
Loaded<std::vector<std::byte>> prepare_image(const ElfObject& object,
                                             std::span<const KernelExport> exports);

}  // namespace mm32::emu
