// Uses the emulator: reads what a module says about itself, and links the CPU engine.
#include <cstdio>
#include <span>
#include <string_view>

#include "emu/cpu/cpu.hpp"
#include "emu/loader/modinfo.hpp"

int main() {
  using namespace std::string_view_literals;
  constexpr auto kSection = "license=GPL\0name=three_allocators\0"sv;
  const auto info = mm32::emu::ModInfo::parse(std::as_bytes(std::span(kSection)));
  const bool linked = &mm32::emu::Cpu::create != nullptr;
  std::printf("module %s\n", std::string(info.name()).c_str());
  return linked && info.name() == "three_allocators" ? 0 : 1;
}
