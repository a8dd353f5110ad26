// The machine's random numbers: a fixed sequence for each --seed (design D5).
//
// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): the state
// is one counter, so a machine's position in the sequence is easy to save.
#pragma once

#include <cstdint>

namespace mm32::emu {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint32_t next() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return static_cast<std::uint32_t>((z ^ (z >> 31)) >> 16);
  }

 private:
  std::uint64_t state_;
};

}  // namespace mm32::emu
