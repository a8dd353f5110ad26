#include "mm/page_alloc/flag_names.hpp"

#include <fmt/format.h>

#include <array>

#include "mm/abi/page.hpp"

namespace mm32 {
namespace {

constexpr std::array<const char*, 24> kPageFlagNames = {
    "locked",     "referenced", "uptodate",    "dirty",     "lru",          "active",
    "workingset", "waiters",    "error",       "slab",      "owner_priv_1", "arch_1",
    "reserved",   "private",    "private_2",   "writeback", "head",         "mappedtodisk",
    "reclaim",    "swapbacked", "unevictable", "mlocked",   "uncached",     "hwpoison"};

struct GfpName {
  std::uint32_t bits;
  const char* name;
};
// Compound names first: a name is taken when all of its bits are still there.
constexpr GfpName kGfpNames[] = {
    {0x1c24ca, "GFP_TRANSHUGE"},
    {0x1c20ca, "GFP_TRANSHUGE_LIGHT"},
    {0x100cca, "GFP_HIGHUSER_MOVABLE"},
    {0x100cc2, "GFP_HIGHUSER"},
    {0x100cc0, "GFP_USER"},
    {0x400cc0, "GFP_KERNEL_ACCOUNT"},
    {0xcc0, "GFP_KERNEL"},
    {0xc40, "GFP_NOFS"},
    {0xa20, "GFP_ATOMIC"},
    {0xc00, "GFP_NOIO"},
    {0x800, "GFP_NOWAIT"},
    {0x1, "GFP_DMA"},
    {0x2, "__GFP_HIGHMEM"},
    {0x4, "GFP_DMA32"},
    {0x20, "__GFP_HIGH"},
    {0x200, "__GFP_ATOMIC"},
    {0x40, "__GFP_IO"},
    {0x80, "__GFP_FS"},
    {0x2000, "__GFP_NOWARN"},
    {0x4000, "__GFP_RETRY_MAYFAIL"},
    {0x8000, "__GFP_NOFAIL"},
    {0x10000, "__GFP_NORETRY"},
    {0x40000, "__GFP_COMP"},
    {0x100, "__GFP_ZERO"},
    {0x80000, "__GFP_NOMEMALLOC"},
    {0x20000, "__GFP_MEMALLOC"},
    {0x100000, "__GFP_HARDWALL"},
    {0x200000, "__GFP_THISNODE"},
    {0x10, "__GFP_RECLAIMABLE"},
    {0x8, "__GFP_MOVABLE"},
    {0x400000, "__GFP_ACCOUNT"},
    {0x1000, "__GFP_WRITE"},
    {0xc00, "__GFP_RECLAIM"},
    {0x400, "__GFP_DIRECT_RECLAIM"},
    {0x800, "__GFP_KSWAPD_RECLAIM"},
    {0x800000, "__GFP_ZEROTAGS"},
};

}  // namespace

std::string page_flags_text(std::uint32_t flags) {
  std::string text = fmt::format("{:#x}(", flags);
  for (std::size_t i = 0; i < kPageFlagNames.size(); ++i)
    if ((flags >> i) & 1u) text += fmt::format("{}|", kPageFlagNames[i]);
  return text + fmt::format("zone={})", flags >> kZonesPageShift);
}

std::string gfp_text(Gfp gfp) {
  std::string text;
  std::uint32_t left = raw(gfp);
  for (const GfpName& n : kGfpNames) {
    if ((left & n.bits) != n.bits) continue;
    left &= ~n.bits;
    text += n.name;
    if (left != 0) text += '|';
  }
  if (left != 0) text += fmt::format("{:#x}", left);
  return text;
}

}  // namespace mm32
