// MM_CHECK: our own invariants, always on, O(1).
//
// A failed check means that mm32 itself is wrong (or that a guest damaged a structure in a way that
// the reports do not cover). It throws InvariantBroken, which the machine catches at its outermost
// host frame: that machine is aborted with a report, the process and other machines go on. The
// exception never crosses a frame of the CPU engine: the export dispatcher and the engine callbacks
// catch it first.
#pragma once

#include <stdexcept>
#include <string>

namespace mm32 {

class InvariantBroken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void invariant_broken(const char* condition, const char* file, int line,
                                          const std::string& detail = {}) {
  throw InvariantBroken(std::string(file) + ":" + std::to_string(line) +
                        ": invariant broken: " + condition + (detail.empty() ? "" : ": " + detail));
}

}  // namespace mm32

#define MM_CHECK(condition)                                     \
  do {                                                          \
    if (!(condition)) [[unlikely]]                              \
      ::mm32::invariant_broken(#condition, __FILE__, __LINE__); \
  } while (false)
