// The I/O ports of the PC: which devices of the board have some, and what a read of a port answers.
//
// Nothing is behind the ports: writes are lost. A port of a device of the board reads 0, which such
// devices' status registers mean as idle; one that no device has reads all ones, as a bus that
// nobody drives does. A wide read is made of its bytes.
// Source: /proc/ioports and inb() on a PC without add-on cards.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mm32::emu {

struct BoardPorts {
  std::uint16_t begin;
  std::uint16_t end;  // exclusive
  std::string_view name;
};

/// In ascending order.
std::span<const BoardPorts> board_ports();

/// What `in` of 1, 2 or 4 bytes reads.
std::uint32_t read_port(std::uint32_t port, unsigned bytes);

}  // namespace mm32::emu
