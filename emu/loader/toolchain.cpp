#include "emu/loader/toolchain.hpp"

#include <fmt/format.h>

#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

constexpr bool kHostIsX86 =
#if defined(__x86_64__) || defined(__i386__)
    true;
#else
    false;
#endif

struct Candidate {
  const char* program;
  const char* target;  // flag that selects i386; nullptr: none needed
  Toolchain::Family family;
  bool on_any_host;
};

constexpr Candidate kCandidates[] = {
    {"gcc", "-m32", Toolchain::Family::kGcc, false},
    {"i686-linux-gnu-gcc", nullptr, Toolchain::Family::kGcc, true},
    {"clang", "--target=i386-linux-gnu", Toolchain::Family::kClang, true},
};

std::string identify(const std::filesystem::path& program) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(program, error);
  const auto size = std::filesystem::file_size(real, error);
  const auto time = std::filesystem::last_write_time(real, error);
  return fmt::format("{} {} {}", real.string(), size, time.time_since_epoch().count());
}

}  // namespace

Loaded<Toolchain> Toolchain::find() {
  for (const Candidate& candidate : kCandidates) {
    if (!candidate.on_any_host && !kHostIsX86) continue;
    const auto program = find_program(candidate.program);
    if (!program) continue;
    Toolchain toolchain;
    toolchain.family_ = candidate.family;
    toolchain.command_.push_back(program->string());
    if (candidate.target != nullptr) toolchain.command_.emplace_back(candidate.target);
    toolchain.identity_ = identify(*program);
    return toolchain;
  }
  return load_error(
      "no C compiler for i386 was found: install gcc, or gcc-i686-linux-gnu, or clang",
      Errno::kNoEnt);
}

std::vector<std::string> Toolchain::kernel_flags() const {
  std::vector<std::string> flags = {
      "-std=gnu11", "-ffreestanding", "-nostdinc", "-O2", "-g", "-gz=none",
      // Calling convention and instruction set of the guest ABI (design D3).
      "-mregparm=3", "-freg-struct-return", "-march=i686", "-mno-mmx", "-mno-sse", "-mno-sse2",
      "-mno-80387", "-msoft-float",
      // The C that kernel code is written in.
      "-fno-strict-aliasing", "-fno-strict-overflow", "-fno-delete-null-pointer-checks",
      "-fgnu89-inline", "-fno-common", "-fshort-wchar", "-fno-pic", "-fno-pie",
      "-fcf-protection=none", "-fno-stack-protector",
      // Call traces follow frame pointers.
      "-fno-omit-frame-pointer", "-fno-optimize-sibling-calls", "-fno-asynchronous-unwind-tables",
      // Warnings that Linux's own build turns off as well: fixed addresses are no mistake there.
      "-Wall", "-Wno-unused", "-Wno-pointer-sign", "-Wno-main", "-Wno-array-bounds",
      "-Wno-stringop-overflow", "-Wno-stringop-truncation", "-Wno-format-overflow",
      "-Wno-format-truncation", "-Wno-restrict", "-Wno-address-of-packed-member",
      "-Werror=implicit-function-declaration", "-D__KERNEL__", "-DMODULE"};
  if (family_ == Family::kGcc) {
    for (const char* flag : {"-mpreferred-stack-boundary=2", "-fconserve-stack",
                             "-ftrivial-auto-var-init=zero", "-Wno-maybe-uninitialized"})
      flags.emplace_back(flag);
  } else {
    for (const char* flag : {"-mstack-alignment=4", "-Wno-unknown-warning-option"})
      flags.emplace_back(flag);
  }
  return flags;
}

Loaded<std::string> Toolchain::own_headers(const std::filesystem::path& scratch) const {
  std::vector<std::string> arguments = command_;
  arguments.emplace_back("-print-file-name=include");
  auto process = Process::start(arguments, scratch / "headers");
  if (!process) return load_error(command_.front() + ": cannot be started", Errno::kNoEnt);
  ProcessResult result = process->wait();
  while (!result.output.empty() && result.output.back() == '\n') result.output.pop_back();
  if (result.exit_status != 0 || result.output.empty())
    return load_error(command_.front() + ": does not say where its headers are");
  return std::move(result.output);
}

}  // namespace mm32::emu
