#include "emu/device/ports.hpp"

#include <algorithm>
#include <array>

namespace mm32::emu {
namespace {

constexpr std::array kBoard{
    BoardPorts{0x0000, 0x0020, "dma1"},     BoardPorts{0x0020, 0x0022, "pic1"},
    BoardPorts{0x0040, 0x0044, "timer0"},   BoardPorts{0x0050, 0x0054, "timer1"},
    BoardPorts{0x0060, 0x0061, "keyboard"}, BoardPorts{0x0064, 0x0065, "keyboard"},
    BoardPorts{0x0070, 0x0078, "rtc0"},     BoardPorts{0x0080, 0x0090, "dma page reg"},
    BoardPorts{0x00a0, 0x00a2, "pic2"},     BoardPorts{0x00c0, 0x00e0, "dma2"},
    BoardPorts{0x00f0, 0x0100, "fpu"},      BoardPorts{0x0cf8, 0x0d00, "PCI conf1"},
};

std::uint32_t read_byte(std::uint32_t port) {
  const bool on_board = std::ranges::any_of(
      kBoard, [port](const BoardPorts& p) { return port >= p.begin && port < p.end; });
  return on_board ? 0 : 0xff;
}

}  // namespace

std::span<const BoardPorts> board_ports() { return kBoard; }

std::uint32_t read_port(std::uint32_t port, unsigned bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < bytes && i < 4; ++i) value |= read_byte(port + i) << (8 * i);
  return value;
}

}  // namespace mm32::emu
