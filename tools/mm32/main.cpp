// The mm32 command: parses the command line and hands over to emu/command.
#include <malloc.h>

#include <cstdio>

#include "command_line.hpp"

namespace {

// A run is a few milliseconds long: memory comes in large pieces and goes back at the end. The one
// other thread, which watches the time, needs no arena of its own.
void spare_system_calls() {
#ifdef __GLIBC__
  constexpr int kMegabyte = 1 << 20;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 16 * kMegabyte);
  mallopt(M_TOP_PAD, 2 * kMegabyte);
  mallopt(M_TRIM_THRESHOLD, 256 * kMegabyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  spare_system_calls();
  return mm32::tool::run_command_line(argc, argv);
}
