// Shared by the loader's tests: the modules of tests/data and a resolver that knows every name.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "emu/loader/elf_object.hpp"
#include "emu/loader/symbol_resolver.hpp"

namespace mm32::emu {

inline std::filesystem::path data_file(const std::string& name) {
  return std::filesystem::path(MM32_SOURCE_DIR) / "tests" / "data" / name;
}

inline std::vector<std::byte> data_bytes(const std::string& name) {
  std::ifstream file(data_file(name), std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

inline ElfObject data_object(const std::string& name) {
  return ElfObject::open(data_file(name)).value();
}

/// Gives every name an address of its own, 16 bytes apart, but for those in `unknown`.
class FakeKernel : public SymbolResolver {
 public:
  std::optional<VirtAddr> resolve(std::string_view name) override {
    if (unknown.contains(name)) return std::nullopt;
    const auto next = VirtAddr(0xC1000000u + 16 * static_cast<std::uint32_t>(symbols.size()));
    return symbols.try_emplace(std::string(name), next).first->second;
  }

  std::map<std::string, VirtAddr, std::less<>> symbols;
  std::map<std::string, int, std::less<>> unknown;
};

}  // namespace mm32::emu
