// A failure that ends a command: one line for the user and the exit status it deserves.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace mm32::emu {

/// Exit statuses of the command (design §5).
enum class ExitStatus : int {
  kSuccess = 0,
  kGuestMisbehaved = 1,  // oops, BUG, leak, failed test
  kUsage = 2,            // wrong usage or an unreadable file
  kBudgetSpent = 3,      // time or memory
  kInternalFault = 4,    // a fault of mm32 itself
};

struct Failure {
  ExitStatus status;
  std::string message;
};

template <class T>
using Expected = tl::expected<T, Failure>;

inline tl::unexpected<Failure> failure(ExitStatus status, std::string message) {
  return tl::unexpected<Failure>(Failure{status, std::move(message)});
}

}  // namespace mm32::emu
