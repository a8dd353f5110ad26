// The C compiler for guest code and the flags that kernel code needs.
//
// The first of these that PATH has: `gcc -m32` (on an x86 host), `i686-linux-gnu-gcc`,
// `clang --target=i386-linux-gnu`. Finding it starts no program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "emu/loader/load_error.hpp"

namespace mm32::emu {

class Toolchain {
 public:
  enum class Family : std::uint8_t { kGcc, kClang };

  /// One line that says what to install when there is no compiler.
  static Loaded<Toolchain> find();

  Family family() const { return family_; }
  /// The compiler and the flag that selects i386.
  const std::vector<std::string>& command() const { return command_; }
  /// What tells this compiler from another one or another version: path, size, time.
  const std::string& identity() const { return identity_; }
  /// Flags for freestanding kernel code; headers come from `-I` flags only, which are not included.
  std::vector<std::string> kernel_flags() const;
  /// Where the compiler keeps its own headers (stdarg.h, stddef.h). Runs the compiler once.
  Loaded<std::string> own_headers(const std::filesystem::path& scratch) const;

 private:
  Toolchain() = default;

  Family family_ = Family::kGcc;
  std::vector<std::string> command_;
  std::string identity_;
};

}  // namespace mm32::emu
