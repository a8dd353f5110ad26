// A CPU over 16 MB of RAM with page tables, GDT, IDT and TSS made by hand, and no kernel.
//
//   0xC0000000 + pa   the first 4 MB of RAM, supervisor, read-write, executable
//     kCodeVa         where run_code() puts instructions, kHandlerVa + 16 v the 256 handlers (hlt)
//     kStackTop       top of the ring-0 stack, also TSS.esp0
//   anywhere else     what a test maps with page(); frames from physical 8 MB upwards
//
// The IDT has interrupt gates of DPL 0, but for vectors 3, 4 and 0x80 (DPL 3).
#pragma once

#include <cstring>
#include <initializer_list>

#include "emu/cpu/delivery.hpp"
#include "mm/paging/direct_map.hpp"
#include "mm/paging/page_tables.hpp"
#include "tests/support/fakes.hpp"

namespace mm32::test {

class BareCpu {
 public:
  static constexpr std::uint32_t kRamBytes = 16u << 20;
  static constexpr std::uint32_t kGdtVa = 0xC0100000;
  static constexpr std::uint32_t kIdtVa = 0xC0101000;
  static constexpr std::uint32_t kTssVa = 0xC0102000;
  static constexpr std::uint32_t kCodeVa = 0xC0103000;
  static constexpr std::uint32_t kIretVa = 0xC0104FF0;
  static constexpr std::uint32_t kHandlerVa = 0xC0105000;
  static constexpr std::uint32_t kStackTop = 0xC0109000;
  static constexpr std::uint32_t kFirstFrame = 0x800;
  static constexpr std::uint16_t kKernelCs = 0x60;
  static constexpr std::uint16_t kKernelDs = 0x68;
  static constexpr std::uint16_t kUserCs = 0x73;
  static constexpr std::uint16_t kUserDs = 0x7b;
  static constexpr std::uint16_t kFs = 0xd8;
  static constexpr std::uint16_t kAbsentSegment = 0xe0;  // a descriptor with P = 0
  static constexpr PteFlags kRo = PteFlags::kPresent;
  static constexpr PteFlags kRw = PteFlags::kPresent | PteFlags::kWrite;
  static constexpr PteFlags kUserRo = PteFlags::kPresent | PteFlags::kUser;
  static constexpr PteFlags kUserRw = PteFlags::kPresent | PteFlags::kWrite | PteFlags::kUser;

  explicit BareCpu(PagingMode mode = PagingMode::kTwoLevel, std::uint32_t fs_base = 0)
      : ram(Ram::create(Bytes(kRamBytes)).value()),
        table_source(ram, Pfn(0x400)),
        tables(ram, mode, create_root(table_source).value(), table_source, events) {
    MM_CHECK(make_cpu(whole_ram(), mode));
    const std::uint32_t large = mode == PagingMode::kPae ? 2u << 20 : 4u << 20;
    for (std::uint32_t pa = 0; pa < 4u << 20; pa += large)
      MM_CHECK(tables.map_large(VirtAddr(kPageOffset + pa), PhysAddr(pa), kRw));
    fill_gdt(fs_base);
    for (unsigned v = 0; v < 256; ++v) {
      set_gate(v, handler(v), 0x8e00 | (v == 3 || v == 4 || v == 0x80 ? 0x6000 : 0));
      put(handler(v), {0xf4});
    }
    put(kIretVa, {0xcf});
    put_word(kTssVa + 4, kStackTop);
    put_word(kTssVa + 8, kKernelDs);
    enter(*cpu);
  }

  static std::vector<emu::PhysRange> whole_ram() { return {{PhysAddr(0), PhysAddr(kRamBytes)}}; }
  bool make_cpu(const std::vector<emu::PhysRange>& ranges, PagingMode mode) {
    auto made = emu::Cpu::create(ram, ranges, mode, events);
    if (made) cpu = std::move(*made);
    return made.has_value();
  }
  emu::Cpu::Tables descriptor_tables() const {
    return {.gdt = VirtAddr(kGdtVa),
            .gdt_limit = 0xff,
            .idt = VirtAddr(kIdtVa),
            .idt_limit = 0x7ff,
            .tss = VirtAddr(kTssVa),
            .tss_selector = 0x80,
            .code_selector = kKernelCs,
            .stack_selector = kKernelDs,
            .data_selector = kUserDs,
            .fs_selector = kFs};
  }
  void enter(emu::Cpu& c) const { c.enter_protected(tables.root(), descriptor_tables()); }

  static constexpr std::uint32_t handler(unsigned v) { return kHandlerVa + v * 16; }
  void set_gate(unsigned v, std::uint32_t offset, std::uint32_t type,
                std::uint16_t selector = kKernelCs) const {
    put_word(kIdtVa + v * 8, (offset & 0xffff) | std::uint32_t{selector} << 16);
    put_word(kIdtVa + v * 8 + 4, (offset & 0xffff0000) | type);
  }

  /// Maps the page at `va` to a fresh zero frame; returns the host's view of it.
  std::byte* page(std::uint32_t va, PteFlags flags) {
    const Pfn pfn(next_frame_++);
    MM_CHECK(tables.map(page_floor(VirtAddr(va)), phys_of(pfn), Pages(1), flags));
    return ram.frame(pfn).data();
  }
  void unmap(std::uint32_t va, std::uint32_t pages = 1) {
    FlushBatch batch(cpu->mmu());
    MM_CHECK(tables.unmap(page_floor(VirtAddr(va)), Pages(pages), batch));
    batch.commit();
  }
  /// Replaces the entry of a mapped page, frame kept, without a flush.
  void set_flags(std::uint32_t va, PteFlags flags) {
    const EntryRef entry = tables.lookup(VirtAddr(va));
    FlushBatch batch(cpu->mmu());
    MM_CHECK(tables.set_pte(page_floor(VirtAddr(va)), page_floor_pa(entry.physical) | raw(flags),
                            batch));
    batch.commit();
  }
  std::uint64_t pte(std::uint32_t va) const { return tables.lookup(VirtAddr(va)).entry; }
  bool accessed(std::uint32_t va) const { return has(pte(va), PteFlags::kAccessed); }
  bool dirty(std::uint32_t va) const { return has(pte(va), PteFlags::kDirty); }

  // Through the tables, whatever the rights.
  void put(std::uint32_t va, std::initializer_list<unsigned> bytes) const {
    for (const unsigned b : bytes) *host(va++) = static_cast<std::byte>(b);
  }
  void put_word(std::uint32_t va, std::uint32_t word) const {
    for (unsigned i = 0; i < 4; ++i) *host(va + i) = static_cast<std::byte>(word >> (8 * i));
  }
  std::uint32_t word(std::uint32_t va) const {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i)
      value |= std::to_integer<std::uint32_t>(*host(va + i)) << (8 * i);
    return value;
  }
  std::byte* host(std::uint32_t va) const {
    const auto pa = tables.translate(VirtAddr(va));
    MM_CHECK(pa.has_value());
    return ram.base() + pa->raw();
  }

  static emu::Registers start(std::uint32_t eip = kCodeVa) {
    emu::Registers r{};
    r.eip = eip;
    r.esp = kStackTop - 0x100;
    r.eflags = emu::eflags::kReserved1;
    return r;
  }
  /// Places `bytes` at r.eip, makes the engine forget what was there, and runs in ring 0.
  emu::Trap run_code(std::initializer_list<unsigned> bytes, const emu::Registers& r = start()) {
    put(r.eip, bytes);
    return run_ring0(r);
  }
  emu::Trap run_ring0(const emu::Registers& r) {
    cpu->mmu().forget_code(page_floor(VirtAddr(r.eip)), Pages(2));
    cpu->set_registers_ring0(r);
    return cpu->run();
  }
  /// Enters ring 3 at r.eip by an iret, all data segments the user's, and runs.
  emu::Trap run_user(const emu::Registers& r) {
    const emu::Registers enter = user_entry(r);
    cpu->mmu().forget_code(page_floor(VirtAddr(r.eip)), Pages(1));
    cpu->set_registers_ring0(enter);
    return cpu->run();
  }
  /// The registers with which ring 0 goes to `r` in ring 3; writes the frame that its iret pops.
  emu::Registers user_entry(const emu::Registers& r) const {
    const std::uint32_t frame = kStackTop - 0x200;
    const std::uint32_t words[] = {r.eip, kUserCs, r.eflags, r.esp, kUserDs};
    for (unsigned i = 0; i < 5; ++i) put_word(frame + 4 * i, words[i]);
    emu::Registers enter = r;
    enter.eip = kIretVa;
    enter.esp = frame;
    enter.eflags = emu::eflags::kReserved1;
    return enter;
  }
  emu::Delivered deliver(const emu::Trap& trap) {
    using emu::InterruptSource;
    if (trap.kind == emu::Trap::Kind::kSoftwareInt)
      return emu::ExceptionDelivery(*cpu).deliver(trap.vector, std::nullopt,
                                                  InterruptSource::kSoftware);
    if (trap.vector == emu::vector::kPageFault) cpu->set_cr2(trap.address);
    const bool has_code = emu::vector::has_error_code(trap.vector);
    return emu::ExceptionDelivery(*cpu).deliver(
        trap.vector, has_code ? std::optional(trap.error_code) : std::nullopt,
        InterruptSource::kHardware);
  }

  Ram ram;
  EventStream events{};
  FakeTables table_source;
  PageTables tables;
  std::unique_ptr<emu::Cpu> cpu{};

 private:
  static std::uint64_t page_floor_pa(PhysAddr pa) {
    return pa.raw() & ~std::uint64_t{kPageSize - 1};
  }
  void descriptor(std::uint16_t selector, std::uint32_t base, std::uint32_t access) const {
    const std::uint32_t at = kGdtVa + (selector & ~7u);
    put_word(at, 0xffff | base << 16);
    put_word(at + 4, (base >> 16 & 0xff) | access << 8 | 0xcf0000 | (base & 0xff000000));
  }
  void fill_gdt(std::uint32_t fs_base) const {
    descriptor(kKernelCs, 0, 0x9b);
    descriptor(kKernelDs, 0, 0x93);
    descriptor(kUserCs, 0, 0xfb);
    descriptor(kUserDs, 0, 0xf3);
    descriptor(kFs, fs_base, 0xf3);
    descriptor(kAbsentSegment, 0, 0x73);
  }

  std::uint32_t next_frame_ = kFirstFrame;
};

}  // namespace mm32::test
