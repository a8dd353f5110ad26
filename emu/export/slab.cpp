// Exports of the slab allocator: kmalloc, kmem_cache and their families (Linux 6.1 mm/slub.c,
// mm/slab_common.c).
#include <array>

#include "emu/export/registry.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

constexpr std::array kExports = {
    make_export<&Slab::kmalloc>("__kmalloc"),
    make_export<&Slab::kmalloc_trace>("kmalloc_trace"),
    make_export<&Slab::kmalloc_large>("kmalloc_large"),
    make_export<&Slab::kfree>("kfree"),
    make_export<&Slab::ksize>("ksize"),
};

}  // namespace

std::span<const KernelExport> slab_exports() { return kExports; }

}  // namespace mm32::emu
