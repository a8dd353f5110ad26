// libFuzzer target: any bytes as the deeds of a guest that allocates, frees and writes over the
// slab allocator's structures. The first byte chooses the machine's options.
//
// Build with the preset `fuzz`: build/fuzz/tests/fuzz/slab_fuzz -max_total_time=60
#include <cstddef>
#include <cstdint>

#include "tests/support/slab_scribbler.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mm32;
  if (size == 0) return 0;
  const auto layout = (data[0] & 1) != 0 ? LayoutName::kLinux61 : LayoutName::kClassic;
  const SlabMachine::Params params =
      (data[0] & 2) != 0 ? SlabMachine::Params{{"slub_debug", "FZPU"}} : SlabMachine::Params{};
  SlabMachine machine(layout, params, Bytes(24u << 20));
  test::SlabScribbler(machine).run({data + 1, size - 1});
  return 0;
}
