// The kernel's mappings under any stream of operations, right and wrong, and scribbled structures.
#include <cstdio>
#include <cstdlib>

#include "tests/support/kernel_map_session.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using mm32::test::KernelMapSession;
  mm32::test::ByteStream in(data, size);
  const auto mode = (in.byte() & 1) != 0 ? mm32::PagingMode::kPae : mm32::PagingMode::kTwoLevel;
  const std::string wrong =
      KernelMapSession(mode, KernelMapSession::Scribbling::kSometimes).run(in);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
