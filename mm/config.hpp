// What distinguishes one machine from another: the options of the command line, as values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "mm/base/types.hpp"

namespace mm32 {

enum class PagingMode : std::uint8_t {
  kTwoLevel,  // 32-bit entries, 4 MB large pages
  kPae,       // three levels, 64-bit entries, 2 MB large pages, NX
};

enum class LayoutName : std::uint8_t {
  kClassic,  // exactly 896 MB of lowmem
  kLinux61,  // the constants of Debian's 6.1 i386 kernel
};

struct MachineConfig {
  Bytes mem{std::uint64_t{160} << 20};
  PagingMode paging = PagingMode::kTwoLevel;
  LayoutName layout = LayoutName::kClassic;
  std::optional<Bytes> vmalloc{};  // kernel parameter vmalloc=
  std::optional<Bytes> highmem{};  // kernel parameter highmem=
  Bytes cma{};                     // --cma: size of the CMA area
  Bytes movablecore{};             // --movablecore
  bool thp = false;                // khugepaged's rule for min_free_kbytes
  // --reserved ZONE=PAGES: present - managed of a zone, by the zone's name ("DMA", "Normal").
  std::map<std::string, std::uint32_t> reserved{};
  // Kernel parameters and sysctls by name ("min_free_kbytes", "init_on_alloc", "slub_debug", …).
  std::map<std::string, std::string> params{};
  std::uint64_t seed = 1;
  // The kernel image: reserved and mapped read-only up to its data. Physical, page-aligned.
  PhysAddr image_begin{0x1000000};
  PhysAddr image_text_end{0x1000000};    // with NX only [begin, text_end) executes; empty: all
  PhysAddr image_rodata_end{0x1000000};  // [begin, rodata_end) is read-only (text and rodata)
  PhysAddr image_end{0x1000000};
  // From here to image_end nothing of the image lies: given to the zones where --reserved asks for
  // less than the machine would take. Equal to image_end, or 0, when there is no such part.
  PhysAddr image_spare{};
};

}  // namespace mm32
