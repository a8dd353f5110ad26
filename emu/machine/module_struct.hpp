// struct module of a module: the fields that Linux's loader fills in, which other code may read.
//
// The structure is part of the module's own data (.gnu.linkonce.this_module); the compiler has
// filled in name, init and exit. Modules of other kernels have one of another size: nothing is
// written there, and nobody is told of them. The list and the use count are kept by guest code
// (guest/kernel/module.c).
// Linux 6.1: include/linux/module.h; kernel/module/main.c find_module_sections, setup_modinfo.
#pragma once

#include <string_view>

#include "emu/loader/module_linker.hpp"

namespace mm32::emu {

inline constexpr std::uint32_t kModuleStructBytes = 576;  // consts: sizeof(struct module)

/// Strings of the module that live as long as it does; 0: none.
struct ModuleStrings {
  VirtAddr args{};
  VirtAddr version{};
  VirtAddr source_version{};
};

/// Whether the module has a struct module of this kernel.
bool has_module_struct(const LinkedModule& module);

/// Fills in the structure inside `module`'s bytes, before they are copied to the guest.
void fill_module_struct(LinkedModule& module, const ModulePlan& plan, const ModuleBases& bases,
                        const ModuleStrings& strings);

/// The value of `taints` for letters such as "OE".
std::uint32_t taint_bits(std::string_view letters);
inline constexpr Bytes kModuleTaints{352};
/// Where the layout of the init region stands; zero once that is freed.
inline constexpr Bytes kModuleInitLayout{304};

}  // namespace mm32::emu
