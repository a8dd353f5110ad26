// Exports of vmalloc and what builds on it (Linux 6.1 mm/vmalloc.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

constexpr std::array kExports = {
    make_export<&Vmalloc::vmalloc_gfp>("__vmalloc"),
    make_export<&Vmalloc::is_vmalloc_addr>("is_vmalloc_addr"),
    make_export<&Vmalloc::vmalloc>("vmalloc"),
    make_export<&Vmalloc::vzalloc>("vzalloc"),
    make_export<&Vmalloc::vfree>("vfree"),
};

}  // namespace

std::span<const KernelExport> vmalloc_exports() { return kExports; }

}  // namespace mm32::emu
