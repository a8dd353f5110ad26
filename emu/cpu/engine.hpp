// The Unicorn engine as an i386 with paging: creation, registers, and the quirks that need a
// remedy.
//
// Owns the uc_engine. Physical memory is the guest's Ram, mapped once, and the ranges of devices;
// everything else in the physical address space reads as all ones and ignores writes, like the bus
// of a PC.
// Quirks kept here: after an exception that Unicorn calls contributory (#DE, #GP, …) it remembers
// it for ever and turns the next one into a double fault; and its register interface can neither
// change the ring nor tell INT n from an exception. All three lie in the opaque register context;
// their places are found at start-up by the self-test.
#pragma once

#include <unicorn/unicorn.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "emu/cpu/registers.hpp"
#include "emu/device/device.hpp"
#include "emu/failure.hpp"
#include "mm/base/ram.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

/// A run of physical addresses that is RAM.
struct PhysRange {
  PhysAddr begin;
  PhysAddr end;
};

using Devices = std::span<const std::unique_ptr<Device>>;

/// What an entry into ring 0 does with DS, ES, FS and GS.
enum class DataSegments : std::uint8_t {
  kKernel,  // the kernel's
  kKeep,    // unchanged, as the hardware does
};

class Engine {
 public:
  /// A CPU of the kind that `mode` needs, with `ranges` of `ram` and `devices` mapped. RAM and
  /// devices must not overlap; the devices must outlive the engine. Fails with kInternalFault.
  static Expected<Engine> create(const Ram& ram, std::span<const PhysRange> ranges, PagingMode mode,
                                 Devices devices);

  uc_engine* raw() const { return engine_.get(); }
  /// A page of the physical address space that nothing is mapped at, for one device.
  std::optional<PhysAddr> spare_page() const { return spare_page_; }

  std::uint32_t read(int uc_register) const;
  void write(int uc_register, std::uint32_t value) const;
  /// Loads a descriptor-table register or TR without a memory access.
  void write_table(int uc_register, std::uint16_t selector, std::uint32_t base, std::uint32_t limit,
                   std::uint32_t flags) const;
  Registers read_all() const;
  /// Writes the general registers, EIP and EFLAGS; segments and control registers are not touched.
  void write_general(const Registers& r) const;

  /// Remembers the segments of the present register context as those of ring 0.
  void remember_ring0();
  /// Puts the CPU into ring 0: CS and SS become the remembered ones, with kKernel the data segments
  /// too. Everything else stays, the floating-point state included.
  void enter_ring0(DataSegments data) const;

  /// Learn where the engine keeps its last contributory exception and the last error code, from
  /// register contexts taken around exceptions that the start-up self-test forces.
  void learn_exception_slot(std::span<const std::byte> before, std::span<const std::byte> after_de);
  void learn_error_code_slot(std::span<const std::byte> before, std::span<const std::byte> after_gp,
                             std::uint32_t error_code);
  /// Learns whether the context tells INT n from exceptions; `after_int` was taken behind an INT n.
  void learn_software_interrupt_slot(std::span<const std::byte> before,
                                     std::span<const std::byte> after_int);
  /// Finds the segment registers in the context; `r` are the present ones. ES, CS, SS, DS, FS, GS
  /// must not all be alike.
  void learn_segment_slots(const Registers& r);
  /// Learns where CR2 lies in the context: writing it through the engine's interface overwrites CR3
  /// as well (2.1.1), so later writes go through the context.
  void learn_cr2_slot();
  void write_cr2(std::uint32_t value) const;
  std::vector<std::byte> context_bytes() const;
  bool exception_slots_known() const { return old_exception_slot_ != kUnknown; }
  bool software_interrupts_known() const { return software_interrupt_slot_ != kUnknown; }
  bool segment_slots_known() const { return segment_slot_ != kUnknown; }
  /// Whether the interrupt just reported was INT n, INT3 or INTO.
  bool was_software_interrupt() const;
  /// Makes the engine forget the exception it just raised; returns that exception's error code.
  std::uint32_t acknowledge_exception() const;

 private:
  struct Close {
    void operator()(uc_engine* e) const { uc_close(e); }
  };
  struct FreeContext {
    void operator()(uc_context* c) const { uc_context_free(c); }
  };
  using ContextPtr = std::unique_ptr<uc_context, FreeContext>;
  static constexpr std::size_t kUnknown = ~std::size_t{0};

  Engine() = default;
  Expected<void> map_physical(const Ram& ram, std::span<const PhysRange> ranges, PagingMode mode,
                              Devices devices);
  ContextPtr allocate_context() const;

  std::unique_ptr<uc_engine, Close> engine_;
  ContextPtr ring0_;
  ContextPtr scratch_;
  std::size_t context_size_ = 0;
  std::size_t old_exception_slot_ = kUnknown;
  std::size_t error_code_slot_ = kUnknown;
  std::size_t cr2_slot_ = kUnknown;
  std::size_t software_interrupt_slot_ = kUnknown;
  std::size_t segment_slot_ = kUnknown;
  std::optional<PhysAddr> spare_page_;
};

}  // namespace mm32::emu
