#include "mm/base/ram.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace mm32 {
namespace {

constexpr std::uint64_t kWindow = std::uint64_t{4} << 30;
constexpr std::uint64_t kGuard = 64 << 10;

// Reserves `length` bytes of address space aligned to 4 GiB; nullptr when there is none.
std::byte* reserve_aligned(std::uint64_t length) {
  const std::uint64_t padded = length + kWindow;
  void* raw = mmap(nullptr, padded, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (raw == MAP_FAILED) return nullptr;
  const auto begin = reinterpret_cast<std::uintptr_t>(raw);
  const std::uintptr_t aligned = align_up(begin, kWindow);
  if (aligned != begin) munmap(raw, aligned - begin);
  munmap(reinterpret_cast<void*>(aligned + length), begin + padded - aligned - length);
  return reinterpret_cast<std::byte*>(aligned);
}

}  // namespace

Result<Ram> Ram::create(Bytes size) {
  Ram ram;
  ram.size_ = Bytes(align_up(size.raw(), kPageSize));
  const std::uint64_t window = std::max(kWindow, ram.size_.raw());
  ram.reserved_ = Bytes(window + kGuard);
  ram.base_ = reserve_aligned(ram.reserved_.raw());
  if (ram.base_ == nullptr) return fail(Errno::kNoMem);
  ram.fd_ = memfd_create("mm32-ram", MFD_CLOEXEC);
  if (ram.fd_ < 0 || ftruncate(ram.fd_, static_cast<off_t>(ram.size_.raw())) != 0)
    return fail(Errno::kNoMem);
  constexpr int kReadWrite = PROT_READ | PROT_WRITE;
  if (mmap(ram.base_, ram.size_.raw(), kReadWrite, MAP_SHARED | MAP_FIXED | MAP_NORESERVE, ram.fd_,
           0) == MAP_FAILED)
    return fail(Errno::kNoMem);
  const std::uint64_t rest = ram.reserved_.raw() - ram.size_.raw();
  if (mmap(ram.base_ + ram.size_.raw(), rest, kReadWrite,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) == MAP_FAILED)
    return fail(Errno::kNoMem);
  return ram;
}

Ram::Ram(Ram&& other) noexcept
    : base_(std::exchange(other.base_, nullptr)),
      size_(std::exchange(other.size_, Bytes())),
      reserved_(std::exchange(other.reserved_, Bytes())),
      fd_(std::exchange(other.fd_, -1)) {}

Ram& Ram::operator=(Ram&& other) noexcept {
  if (this != &other) {
    release();
    base_ = std::exchange(other.base_, nullptr);
    size_ = std::exchange(other.size_, Bytes());
    reserved_ = std::exchange(other.reserved_, Bytes());
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

Ram::~Ram() { release(); }

void Ram::release() {
  if (base_ != nullptr) munmap(base_, reserved_.raw());
  if (fd_ >= 0) close(fd_);
  base_ = nullptr;
  fd_ = -1;
}

void Ram::discard(PhysAddr pa, Bytes length) const {
  const std::uint64_t begin = align_up(pa.raw(), kPageSize);
  const std::uint64_t end = align_down(std::min(pa.raw() + length.raw(), size_.raw()), kPageSize);
  if (begin < end) madvise(base_ + begin, end - begin, MADV_REMOVE);
}

Bytes Ram::resident() const {
  struct stat info {};
  if (fd_ < 0 || fstat(fd_, &info) != 0) return Bytes();
  return Bytes(static_cast<std::uint64_t>(info.st_blocks) * 512);
}

}  // namespace mm32
