// Source lines of instructions, asked once for each: a step by lines looks at every instruction.
//
// The answers hold until modules come or go (SymbolTable::changes).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

class LineCache {
 public:
  struct Line {
    const std::string* file = nullptr;  // nullptr: no line is known; lives as long as the cache
    unsigned line = 0;
    std::uint32_t function = 0;     // where the symbol around it begins
    bool begins_statement = false;  // of the line table

    bool known() const { return file != nullptr; }
    bool same_line(const Line& other) const {
      return file == other.file && line == other.line && function == other.function;
    }
  };

  const Line& at(Machine& machine, std::uint32_t eip);
  void clear() { lines_.clear(); }

 private:
  std::unordered_map<std::uint32_t, Line> lines_;
  std::unordered_map<std::string, std::uint32_t> files_;  // its nodes do not move
};

}  // namespace mm32::emu
