#include "emu/cpu/engine.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

// 32 MiB: a full flush of the translation buffer costs time in proportion to its size.
constexpr std::uint32_t kTranslationBufferBytes = 32u << 20;
constexpr std::uint64_t kTopTwoLevel = std::uint64_t{1} << 32;
constexpr std::uint64_t kTopPae = std::uint64_t{1} << 36;

// The segment registers in the register context: ES, CS, SS, DS, FS, GS, and in front of them the
// mode word that holds the ring and what the segments' sizes and bases imply.
constexpr std::size_t kSegments = 6;
constexpr std::size_t kSegmentBytes = 24;
constexpr std::size_t kCsIndex = 1;
constexpr std::size_t kSsIndex = 2;
constexpr std::size_t kModeBytes = 8;
constexpr std::uint32_t kModeOfSegments = 0x73;  // ring, 32-bit code and stack, segments with base

std::uint64_t read_nothing(uc_engine*, std::uint64_t, unsigned size, void*) {
  return size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
}

std::uint32_t word(std::span<const std::byte> bytes, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

void write_nothing(uc_engine*, std::uint64_t, unsigned, std::uint64_t, void*) {}

// How a device is asked for `size` bytes at `offset`: in pieces of 1, 2 or 4 aligned bytes.
unsigned piece(std::uint64_t offset, unsigned size) {
  if (size >= 4 && offset % 4 == 0) return 4;
  return size >= 2 && offset % 2 == 0 ? 2 : 1;
}

std::uint64_t read_device(uc_engine*, std::uint64_t offset, unsigned size, void* device) {
  std::uint64_t value = 0;
  for (unsigned done = 0; done < size;) {
    const unsigned bytes = piece(offset + done, size - done);
    const std::uint64_t part =
        static_cast<Device*>(device)->read(static_cast<std::uint32_t>(offset + done), bytes);
    value |= part << (8 * done);
    done += bytes;
  }
  return value;
}

void write_device(uc_engine*, std::uint64_t offset, unsigned size, std::uint64_t value,
                  void* device) {
  for (unsigned done = 0; done < size;) {
    const unsigned bytes = piece(offset + done, size - done);
    const std::uint64_t part = (value >> (8 * done)) & ((std::uint64_t{1} << (8 * bytes)) - 1);
    static_cast<Device*>(device)->write(static_cast<std::uint32_t>(offset + done), bytes,
                                        static_cast<std::uint32_t>(part));
    done += bytes;
  }
}

struct Mapping {
  std::uint64_t begin;
  std::uint64_t end;
  std::byte* ram;  // nullptr: a device's
  Device* device;
};

// RAM and devices in the order of their addresses.
std::vector<Mapping> mappings(const Ram& ram, std::span<const PhysRange> ranges, Devices devices) {
  std::vector<Mapping> all;
  for (const PhysRange& range : ranges) {
    std::byte* const host = ram.host(range.begin, range.end - range.begin);
    MM_CHECK(host != nullptr);
    all.push_back({range.begin.raw(), range.end.raw(), host, nullptr});
  }
  for (const auto& device : devices)
    all.push_back(
        {device->base().raw(), (device->base() + device->size()).raw(), nullptr, device.get()});
  std::ranges::sort(all, {}, &Mapping::begin);
  return all;
}

// The last page below `top` at which nothing is.
std::optional<PhysAddr> last_page_of_holes(std::span<const Mapping> maps, std::uint64_t top) {
  std::optional<PhysAddr> last;
  std::uint64_t at = 0;
  const auto see_hole = [&](std::uint64_t end) {
    if (end >= at + kPageSize) last = PhysAddr(end - kPageSize);
  };
  for (const Mapping& m : maps) {
    see_hole(m.begin);
    at = m.end;
  }
  see_hole(top);
  return last;
}

}  // namespace

Expected<Engine> Engine::create(const Ram& ram, std::span<const PhysRange> ranges, PagingMode mode,
                                Devices devices) {
  Engine e;
  uc_engine* handle = nullptr;
  if (const uc_err err = uc_open(UC_ARCH_X86, UC_MODE_32, &handle); err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine does not start: ") + uc_strerror(err));
  e.engine_.reset(handle);
  // Pentium III: PSE, PAE, PGE, CMOV and no NX; N270 is the smallest model that has NX.
  const int model = mode == PagingMode::kPae ? UC_CPU_X86_N270 : UC_CPU_X86_PENTIUM3;
  uc_ctl_set_cpu_model(handle, model);
  uc_ctl_set_tcg_buffer_size(handle, kTranslationBufferBytes);
  if (auto mapped = e.map_physical(ram, ranges, mode, devices); !mapped)
    return tl::make_unexpected(mapped.error());
  uc_ctl_tlb_mode(handle, UC_TLB_VIRTUAL);
  e.context_size_ = uc_context_size(handle);
  e.scratch_ = e.allocate_context();
  e.ring0_ = e.allocate_context();
  return e;
}

Expected<void> Engine::map_physical(const Ram& ram, std::span<const PhysRange> ranges,
                                    PagingMode mode, Devices devices) {
  const std::uint64_t top = mode == PagingMode::kPae ? kTopPae : kTopTwoLevel;
  const auto maps = mappings(ram, ranges, devices);
  spare_page_ = mode == PagingMode::kPae ? last_page_of_holes(maps, top) : PhysAddr(top);
  std::uint64_t at = 0;
  uc_err err = UC_ERR_OK;
  const auto map_hole = [&](std::uint64_t end) {
    if (spare_page_ && spare_page_->raw() + kPageSize == end) end -= kPageSize;
    if (end > at && err == UC_ERR_OK)
      err = uc_mmio_map(raw(), at, end - at, read_nothing, nullptr, write_nothing, nullptr);
  };
  for (const Mapping& m : maps) {
    MM_CHECK(m.begin >= at);
    map_hole(m.begin);
    if (err != UC_ERR_OK) break;
    err = m.ram != nullptr ? uc_mem_map_ptr(raw(), m.begin, m.end - m.begin, UC_PROT_ALL, m.ram)
                           : uc_mmio_map(raw(), m.begin, m.end - m.begin, read_device, m.device,
                                         write_device, m.device);
    at = m.end;
  }
  map_hole(top);
  if (err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine refuses the guest's memory: ") + uc_strerror(err));
  return {};
}

Engine::ContextPtr Engine::allocate_context() const {
  uc_context* context = nullptr;
  uc_context_alloc(raw(), &context);
  MM_CHECK(context != nullptr);
  uc_context_save(raw(), context);
  return ContextPtr(context);
}

std::uint32_t Engine::read(int uc_register) const {
  std::uint64_t value = 0;
  uc_reg_read(raw(), uc_register, &value);
  return static_cast<std::uint32_t>(value);
}

void Engine::write(int uc_register, std::uint32_t value) const {
  const std::uint64_t wide = value;
  uc_reg_write(raw(), uc_register, &wide);
}

void Engine::write_table(int uc_register, std::uint16_t selector, std::uint32_t base,
                         std::uint32_t limit, std::uint32_t flags) const {
  const uc_x86_mmr table{selector, base, limit, flags};
  uc_reg_write(raw(), uc_register, &table);
}

Registers Engine::read_all() const {
  static constexpr std::array<int, 20> kIds = {
      UC_X86_REG_EAX, UC_X86_REG_ECX, UC_X86_REG_EDX, UC_X86_REG_EBX, UC_X86_REG_ESP,
      UC_X86_REG_EBP, UC_X86_REG_ESI, UC_X86_REG_EDI, UC_X86_REG_EIP, UC_X86_REG_EFLAGS,
      UC_X86_REG_CS,  UC_X86_REG_SS,  UC_X86_REG_DS,  UC_X86_REG_ES,  UC_X86_REG_FS,
      UC_X86_REG_GS,  UC_X86_REG_CR0, UC_X86_REG_CR2, UC_X86_REG_CR3, UC_X86_REG_CR4};
  std::array<std::uint64_t, kIds.size()> v{};
  std::array<void*, kIds.size()> out{};
  for (std::size_t i = 0; i < v.size(); ++i) out[i] = &v[i];
  uc_reg_read_batch(raw(), const_cast<int*>(kIds.data()), out.data(), static_cast<int>(v.size()));
  const auto u32 = [&](std::size_t i) { return static_cast<std::uint32_t>(v[i]); };
  const auto u16 = [&](std::size_t i) { return static_cast<std::uint16_t>(v[i]); };
  return Registers{u32(0),  u32(1),  u32(2),  u32(3),  u32(4),  u32(5),  u32(6),
                   u32(7),  u32(8),  u32(9),  u16(10), u16(11), u16(12), u16(13),
                   u16(14), u16(15), u32(16), u32(17), u32(18), u32(19)};
}

void Engine::write_general(const Registers& r) const {
  write(UC_X86_REG_EAX, r.eax);
  write(UC_X86_REG_ECX, r.ecx);
  write(UC_X86_REG_EDX, r.edx);
  write(UC_X86_REG_EBX, r.ebx);
  write(UC_X86_REG_ESP, r.esp);
  write(UC_X86_REG_EBP, r.ebp);
  write(UC_X86_REG_ESI, r.esi);
  write(UC_X86_REG_EDI, r.edi);
  write(UC_X86_REG_EFLAGS, r.eflags);
  write(UC_X86_REG_EIP, r.eip);
}

void Engine::remember_ring0() { uc_context_save(raw(), ring0_.get()); }

void Engine::enter_ring0(DataSegments data) const {
  MM_CHECK(segment_slots_known());
  uc_context_save(raw(), scratch_.get());
  auto* to = reinterpret_cast<std::byte*>(scratch_.get());
  const auto* from = reinterpret_cast<const std::byte*>(ring0_.get());
  for (std::size_t i = 0; i < kSegments; ++i) {
    const std::size_t at = segment_slot_ + i * kSegmentBytes;
    if (data == DataSegments::kKernel || i == kCsIndex || i == kSsIndex)
      std::memcpy(to + at, from + at, kSegmentBytes);
  }
  const std::size_t mode = segment_slot_ - kModeBytes;
  const std::uint32_t merged = (word({to, context_size_}, mode) & ~kModeOfSegments) |
                               (word({from, context_size_}, mode) & kModeOfSegments);
  std::memcpy(to + mode, &merged, sizeof merged);
  uc_context_restore(raw(), scratch_.get());
}

std::vector<std::byte> Engine::context_bytes() const {
  uc_context_save(raw(), scratch_.get());
  std::vector<std::byte> bytes(context_size_);
  std::memcpy(bytes.data(), scratch_.get(), context_size_);
  return bytes;
}

void Engine::learn_exception_slot(std::span<const std::byte> before,
                                  std::span<const std::byte> after_de) {
  for (std::size_t at = 0; at + 4 <= std::min(before.size(), after_de.size()); at += 4)
    if (word(before, at) == ~0u && word(after_de, at) == vector::kDivideError)
      old_exception_slot_ = at;
}

void Engine::learn_error_code_slot(std::span<const std::byte> before,
                                   std::span<const std::byte> after_gp, std::uint32_t error_code) {
  for (std::size_t at = 0; at + 4 <= std::min(before.size(), after_gp.size()); at += 4)
    if (word(before, at) != error_code && word(after_gp, at) == error_code) error_code_slot_ = at;
}

// The flag lies behind the error code.
void Engine::learn_software_interrupt_slot(std::span<const std::byte> before,
                                           std::span<const std::byte> after_int) {
  const std::size_t at = error_code_slot_ + 4;
  if (error_code_slot_ != kUnknown && at + 4 <= before.size() && word(before, at) == 0 &&
      word(after_int, at) == 1)
    software_interrupt_slot_ = at;
}

bool Engine::was_software_interrupt() const {
  uc_context_save(raw(), scratch_.get());
  const auto* bytes = reinterpret_cast<const std::byte*>(scratch_.get());
  return word({bytes, context_size_}, software_interrupt_slot_) != 0;
}

void Engine::learn_segment_slots(const Registers& r) {
  const std::array<std::uint32_t, kSegments> selectors = {r.es, r.cs, r.ss, r.ds, r.fs, r.gs};
  const auto bytes = context_bytes();
  const auto matches = [&](std::size_t at) {
    for (std::size_t i = 0; i < kSegments; ++i)
      if (word(bytes, at + i * kSegmentBytes) != selectors[i]) return false;
    return true;
  };
  for (std::size_t at = kModeBytes; at + kSegments * kSegmentBytes <= bytes.size(); at += 4)
    if (matches(at)) segment_slot_ = at;
}

void Engine::learn_cr2_slot() {
  constexpr std::uint32_t kPattern = 0x2bad5107;
  const std::uint32_t cr3 = read(UC_X86_REG_CR3);
  const auto before = context_bytes();
  write(UC_X86_REG_CR2, kPattern);
  write(UC_X86_REG_CR3, cr3);
  const auto after = context_bytes();
  for (std::size_t at = 0; at + 4 <= std::min(before.size(), after.size()); at += 4)
    if (word(before, at) != kPattern && word(after, at) == kPattern) cr2_slot_ = at;
  write_cr2(0);
}

void Engine::write_cr2(std::uint32_t value) const {
  if (cr2_slot_ == kUnknown) {
    const std::uint32_t cr3 = read(UC_X86_REG_CR3);
    write(UC_X86_REG_CR2, value);
    return write(UC_X86_REG_CR3, cr3);
  }
  uc_context_save(raw(), scratch_.get());
  std::memcpy(reinterpret_cast<std::byte*>(scratch_.get()) + cr2_slot_, &value, sizeof value);
  uc_context_restore(raw(), scratch_.get());
}

std::uint32_t Engine::acknowledge_exception() const {
  if (old_exception_slot_ == kUnknown) return 0;
  uc_context_save(raw(), scratch_.get());
  auto* bytes = reinterpret_cast<std::byte*>(scratch_.get());
  const std::uint32_t none = ~0u;
  std::memcpy(bytes + old_exception_slot_, &none, sizeof none);
  std::uint32_t error_code = 0;
  if (error_code_slot_ != kUnknown)
    std::memcpy(&error_code, bytes + error_code_slot_, sizeof error_code);
  uc_context_restore(raw(), scratch_.get());
  return error_code;
}

}  // namespace mm32::emu
