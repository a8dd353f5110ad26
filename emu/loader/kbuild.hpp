// What modules a folder makes, by its Kbuild file or Makefile.
//
//   obj-m := a.o b.o sub/          modules a and b, and those of the folder sub
//   a-objs := x.o y.o  (a-y)       the sources of a; without this line a.c
//   ccflags-y := -DX               flags for all, EXTRA_CFLAGS is the old name
//   CFLAGS_x.o := -DY              flags for one source; CFLAGS_REMOVE_x.o, ccflags-remove-y:
//   without
//
// Kbuild goes before Makefile, as in the kernel. KERNELRELEASE is set, so the part of a Makefile
// that calls the kernel's make is not read. obj-$(CONFIG_X) counts as obj-m: nothing is configured
// here.
#pragma once

#include <filesystem>
#include <vector>

#include "emu/loader/compiler.hpp"

namespace mm32::emu {

/// The modules of a folder in the order of obj-m. Errors: one line that starts with the name of the
/// folder, or of the file that asks for something mm32 does not know.
Loaded<std::vector<ModuleSources>> read_kbuild(const std::filesystem::path& folder);

}  // namespace mm32::emu
