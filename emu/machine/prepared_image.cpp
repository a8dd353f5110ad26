#include "emu/machine/prepared_image.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cstring>

#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kFnvBasis = 2166136261;
constexpr std::uint32_t kFnvPrime = 16777619;
constexpr std::uint64_t kWideBasis = 14695981039346656037u;
constexpr std::uint64_t kWidePrime = 1099511628211;

bool inside(const PreparedTable& table, std::size_t entry, std::size_t bytes) {
  return table.at % alignof(std::uint32_t) == 0 && table.at <= bytes &&
         table.count <= (bytes - table.at) / entry;
}

}  // namespace

std::uint32_t prepared_hash(std::string_view name) {
  std::uint32_t hash = kFnvBasis;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
  return hash;
}

std::uint64_t exports_hash(std::span<const KernelExport> exports) {
  std::uint64_t hash = kWideBasis;
  for (const KernelExport& one : exports) {
    for (const char c : one.name) hash = (hash ^ static_cast<unsigned char>(c)) * kWidePrime;
    hash *= kWidePrime;  // as for a NUL between them
  }
  return hash;
}

std::optional<PreparedImage> PreparedImage::open(const std::filesystem::path& file,
                                                 std::uint64_t exports) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  struct stat status {};
  const bool known = fstat(fd, &status) == 0 && status.st_size > 0;
  const auto bytes = known ? static_cast<std::size_t>(status.st_size) : 0;
  void* const at = known ? mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
  close(fd);
  if (at == MAP_FAILED) return std::nullopt;
  const Storage storage(static_cast<const std::byte*>(at),
                        [at, bytes](const std::byte*) { munmap(at, bytes); });
  auto image = check(storage, bytes);
  if (!image || image->header().exports_hash != exports) return std::nullopt;
  return image;
}

std::optional<PreparedImage> PreparedImage::of(std::vector<std::byte> bytes) {
  const std::size_t size = bytes.size();
  const auto kept = std::make_shared<std::vector<std::byte>>(std::move(bytes));
  return check(Storage(kept, kept->data()), size);
}

std::optional<PreparedImage> PreparedImage::check(Storage storage, std::size_t bytes) {
  if (bytes < sizeof(PreparedHeader)) return std::nullopt;
  PreparedImage image;
  image.storage_ = std::move(storage);
  image.header_ = reinterpret_cast<const PreparedHeader*>(image.storage_.get());
  const PreparedHeader& h = *image.header_;
  if (h.magic != PreparedHeader::kMagic || h.file_bytes != bytes) return std::nullopt;
  bool whole = h.core_at <= bytes && h.stored <= bytes - h.core_at && h.stored <= h.core_size &&
               h.text_end <= h.data_begin && h.data_begin <= h.core_size &&
               h.core_size % kPageSize == 0 && h.mailbox <= h.core_size;
  for (const PreparedTable& table : h.fixups) whole &= inside(table, sizeof(std::uint32_t), bytes);
  whole &= inside(h.variables, sizeof(PreparedVariable), bytes);
  whole &= inside(h.sections, sizeof(PreparedSection), bytes);
  whole &= inside(h.symbols, sizeof(PreparedName), bytes) && std::has_single_bit(h.symbols.count);
  whole &= inside(h.offers, sizeof(PreparedName), bytes) && std::has_single_bit(h.offers.count);
  whole &= inside(h.texts, 1, bytes) && h.texts.count != 0;
  if (!whole || image.storage_.get()[h.texts.at + h.texts.count - 1] != std::byte{0})
    return std::nullopt;
  return image;
}

std::string_view PreparedImage::text(std::uint32_t offset) const {
  if (offset >= header_->texts.count) return {};
  return reinterpret_cast<const char*>(storage_.get() + header_->texts.at + offset);
}

void PreparedImage::add_to(std::byte* core, std::uint32_t offset, std::uint32_t value) const {
  std::uint32_t word = 0;
  if (offset > header_->stored || header_->stored - offset < sizeof word) return;
  std::memcpy(&word, core + offset, sizeof word);
  word += value;
  std::memcpy(core + offset, &word, sizeof word);
}

std::byte* PreparedImage::copy_core(const Ram& ram, const Place& place) const {
  const PhysAddr to = direct_map_pa(place.core);
  std::byte* const core = ram.host(to, Bytes(header_->core_size));
  MM_CHECK(core != nullptr);
  ram.back(to, Bytes(header_->stored));
  std::memcpy(core, storage_.get() + header_->core_at, header_->stored);
  const std::uint32_t base = place.core.raw();
  const std::uint32_t added[kPreparedFixups] = {base, place.stubs.raw(), place.stubs.raw() - base,
                                                0 - base};
  for (std::size_t kind = 0; kind < kPreparedFixups; ++kind)
    for (const std::uint32_t offset : entries<std::uint32_t>(header_->fixups[kind]))
      add_to(core, offset, added[kind]);
  return core;
}

std::optional<VirtAddr> PreparedImage::find(const PreparedTable& table, std::string_view name,
                                            const Place& place) const {
  const auto slots = entries<PreparedName>(table);
  const std::uint32_t mask = table.count - 1;
  std::uint32_t at = prepared_hash(name) & mask;
  for (std::uint32_t asked = 0; asked <= mask && slots[at].name != 0; ++asked) {
    if (text(slots[at].name) == name) return address_of(slots[at], place);
    at = (at + 1) & mask;
  }
  return std::nullopt;
}

}  // namespace mm32::emu
