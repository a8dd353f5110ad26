// The test device (--test-device): registers and a frame buffer for drivers to map.
//
//   0xe0000000  registers, one page; 32 bits each, little endian:
//     0x00 ID        r   0x32334d4d ("MM32")
//     0x04 VERSION   r   1
//     0x08 SCRATCH   rw  keeps what is written
//     0x0c COUNTER   r   how often it was read before; a write sets it
//     0x10 COMMAND   w   1: clear the frame buffer, 2: add 1 to each of its bytes
//     0x14 CHECKSUM  r   xxh32 of the frame buffer, seed 0
//     0x18 WIDTH     r   512 pixels
//     0x1c HEIGHT    r   512 lines
//     0x20 BASE      r   physical address of the frame buffer
//     0x24 ACCESSES  r   reads and writes of the frame buffer so far
//   0xe0100000  frame buffer, 1 MB: 512 lines of 512 pixels of 4 bytes
//
// What has no register reads as 0 and ignores writes. Byte and word accesses see and change their
// part of a register. The checksum makes what a driver wrote visible to a test.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "emu/device/device.hpp"
#include "mm/config.hpp"

namespace mm32::emu {

/// Whether the machine has a test device: parameter test_device.
bool has_test_device(const MachineConfig& config);

/// What both of its ranges share.
class TestDevice {
 public:
  static constexpr PhysAddr kRegisters{0xe0000000};
  static constexpr Bytes kRegisterBytes{0x1000};
  static constexpr PhysAddr kFrameBuffer{0xe0100000};
  static constexpr Bytes kFrameBufferBytes{0x100000};

  TestDevice() : pixels_(kFrameBufferBytes.raw()) {}

  std::uint32_t read_register(std::uint32_t index);
  void write_register(std::uint32_t index, std::uint32_t value);
  std::uint32_t read_pixels(std::uint32_t offset, unsigned bytes);
  void write_pixels(std::uint32_t offset, unsigned bytes, std::uint32_t value);

 private:
  std::uint32_t checksum() const;

  std::uint32_t scratch_ = 0;
  std::uint32_t counter_ = 0;
  std::uint32_t accesses_ = 0;
  std::vector<std::uint8_t> pixels_;
};

/// The device's two ranges.
std::vector<std::unique_ptr<Device>> make_test_device();

}  // namespace mm32::emu
