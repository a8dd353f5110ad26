#include "emu/command/errno_name.hpp"

#include <cstring>

namespace mm32::emu {

// i386 and x86-64 Linux number their errors alike, so the C library's names serve.
std::string errno_name(int number) {
  const char* name = strerrorname_np(number);
  if (name == nullptr) return "errno " + std::to_string(number);
  return std::string(name) + ", " + strerrordesc_np(number);
}

}  // namespace mm32::emu
