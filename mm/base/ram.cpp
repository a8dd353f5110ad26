#include "mm/base/ram.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <utility>
#include <vector>

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
  // Huge pages would make a sparse guest's memory a multiple of what it touches.
  constexpr int kReadWrite = PROT_READ | PROT_WRITE;
  if (mprotect(ram.base_, ram.reserved_.raw(), kReadWrite) != 0) return fail(Errno::kNoMem);
  (void)madvise(ram.base_, ram.reserved_.raw(), MADV_NOHUGEPAGE);
  return ram;
}

Ram::Ram(Ram&& other) noexcept
    : base_(std::exchange(other.base_, nullptr)),
      size_(std::exchange(other.size_, Bytes())),
      reserved_(std::exchange(other.reserved_, Bytes())) {}

Ram& Ram::operator=(Ram&& other) noexcept {
  if (this != &other) {
    release();
    base_ = std::exchange(other.base_, nullptr);
    size_ = std::exchange(other.size_, Bytes());
    reserved_ = std::exchange(other.reserved_, Bytes());
  }
  return *this;
}

Ram::~Ram() { release(); }

void Ram::release() {
  if (base_ != nullptr) munmap(base_, reserved_.raw());
  base_ = nullptr;
}

void Ram::back(PhysAddr pa, Bytes length) const {
#ifdef MADV_POPULATE_WRITE
  const std::uint64_t begin = align_down(pa.raw(), kPageSize);
  const std::uint64_t end = std::min(align_up(pa.raw() + length.raw(), kPageSize), size_.raw());
  if (begin < end) (void)madvise(base_ + begin, end - begin, MADV_POPULATE_WRITE);
#else
  (void)pa, (void)length;
#endif
}

void Ram::discard(PhysAddr pa, Bytes length) const {
  const std::uint64_t begin = align_up(pa.raw(), kPageSize);
  const std::uint64_t end = align_down(std::min(pa.raw() + length.raw(), size_.raw()), kPageSize);
  if (begin < end) madvise(base_ + begin, end - begin, MADV_DONTNEED);
}

Bytes Ram::resident() const {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 30;
  std::vector<unsigned char> pages(kPiece / kPageSize);
  std::uint64_t count = 0;
  for (std::uint64_t at = 0; at < size_.raw(); at += kPiece) {
    const std::uint64_t length = std::min(kPiece, size_.raw() - at);
    if (mincore(base_ + at, length, pages.data()) != 0) return Bytes();
    count += static_cast<std::uint64_t>(
        std::ranges::count_if(std::span(pages).first(length / kPageSize),
                              [](unsigned char page) { return (page & 1u) != 0; }));
  }
  return Bytes(count * kPageSize);
}

}  // namespace mm32
