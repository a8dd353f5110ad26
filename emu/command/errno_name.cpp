#include "emu/command/errno_name.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace mm32::emu {
namespace {

constexpr int kMaxErrno = 4095;

struct KernelErrno {
  int number;
  const char* name;
  const char* meaning;
};

// Errors that only the kernel itself knows (include/linux/errno.h). Their names are Linux's.
constexpr std::array kKernelErrnos = {
    KernelErrno{512, "ERESTARTSYS", "the call is to be restarted"},
    KernelErrno{513, "ERESTARTNOINTR", "the call is to be restarted"},
    KernelErrno{514, "ERESTARTNOHAND", "the call is to be restarted if no handler ran"},
    KernelErrno{515, "ENOIOCTLCMD", "no such ioctl command"},
    KernelErrno{516, "ERESTART_RESTARTBLOCK", "the call is to be restarted by its own function"},
    KernelErrno{517, "EPROBE_DEFER", "the driver asks to be probed later"},
    KernelErrno{518, "EOPENSTALE", "the open found a stale handle"},
    KernelErrno{519, "ENOPARAM", "the parameter is not supported"},
    KernelErrno{521, "EBADHANDLE", "illegal NFS file handle"},
    KernelErrno{522, "ENOTSYNC", "the update does not match"},
    KernelErrno{523, "EBADCOOKIE", "the cookie is stale"},
    KernelErrno{524, "ENOTSUPP", "the operation is not supported"},
    KernelErrno{525, "ETOOSMALL", "the buffer or request is too small"},
    KernelErrno{526, "ESERVERFAULT", "an error that cannot be translated"},
    KernelErrno{527, "EBADTYPE", "the type is not supported by the server"},
    KernelErrno{528, "EJUKEBOX", "the request was begun and will take a while"},
    KernelErrno{529, "EIOCBQUEUED", "the request is queued"},
    KernelErrno{530, "ERECALLCONFLICT", "a conflict with a recalled state"},
};

const KernelErrno* kernel_errno(int number) {
  const auto found = std::ranges::find(kKernelErrnos, number, &KernelErrno::number);
  return found == kKernelErrnos.end() ? nullptr : &*found;
}

}  // namespace

// i386 and x86-64 Linux number their errors alike, so the C library's names serve.
std::string errno_symbol(int number) {
  if (const char* name = strerrorname_np(number)) return name;
  const KernelErrno* kernel = kernel_errno(number);
  return kernel != nullptr ? kernel->name : "errno " + std::to_string(number);
}

std::string errno_meaning(int number) {
  if (strerrorname_np(number) != nullptr) return strerrordesc_np(number);
  const KernelErrno* kernel = kernel_errno(number);
  return kernel != nullptr ? kernel->meaning : "Unknown error " + std::to_string(number);
}

std::string errno_name(int number) {
  const bool known = strerrorname_np(number) != nullptr || kernel_errno(number) != nullptr;
  return known ? errno_symbol(number) + ", " + errno_meaning(number) : errno_symbol(number);
}

std::optional<int> parse_errno(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number > 0)
    return number <= kMaxErrno ? std::optional(number) : std::nullopt;
  if (!text.starts_with('E')) return std::nullopt;
  for (number = 1; number < kKernelErrnos.front().number; ++number)
    if (const char* name = strerrorname_np(number); name != nullptr && text == name) return number;
  for (const KernelErrno& kernel : kKernelErrnos)
    if (text == kernel.name) return kernel.number;
  return std::nullopt;
}

}  // namespace mm32::emu
