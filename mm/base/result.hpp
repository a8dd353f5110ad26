// The two ways in which an operation can end early, kept apart by type (design D6).
//
// Result<T>:  an expected failure; the error is an errno value and becomes NULL or -errno at the
//             export boundary. A failed call leaves the state as it was unless its doc says
//             otherwise.
// Outcome<T>: an operation for a guest that may also have to stop that guest. The error is a Stop:
//             either WouldBlock (nothing changed, call again later) or an Oops (the guest
//             misbehaved; the report is printed and the task dies).
// Faults of mm32 itself are neither: see check.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <variant>

#include "mm/base/types.hpp"

namespace mm32 {

/// errno values of i386 Linux (include/uapi/asm-generic/errno-base.h, errno.h).
enum class Errno : int {
  kPerm = 1,
  kNoEnt = 2,
  kIo = 5,
  kNoExec = 8,
  kBadF = 9,
  kAgain = 11,
  kNoMem = 12,
  kAccess = 13,
  kFault = 14,
  kBusy = 16,
  kExist = 17,
  kNoDev = 19,
  kInval = 22,
  kNoSpc = 28,
  kDom = 33,
  kRange = 34,
  kNoSys = 38,
};

template <class T>
using Result = tl::expected<T, Errno>;

/// The operation cannot complete now; it changed nothing. `what` names what it waits for.
struct WouldBlock {
  std::string what;
};

/// A guest broke a rule of the kernel in a way that kills the running task.
struct Oops {
  enum class Kind : std::uint8_t {
    kBug,        // Linux: BUG() at `file`:`line`
    kPageFault,  // the kernel function touched `address`, which has no usable mapping
  };
  Kind kind = Kind::kBug;
  std::string file{};       // kBug: Linux's file of the check, e.g. "mm/slub.c"
  unsigned line = 0;        // kBug: Linux's line of the check
  VirtAddr address{};       // kPageFault
  bool is_write = false;    // kPageFault
  std::string function{};   // the kernel function that detects it, e.g. "__kmem_cache_free"
  unsigned locks_held = 0;  // spinlocks that it holds there: the task dies in atomic context
};

using Stop = std::variant<WouldBlock, Oops>;

template <class T>
using Outcome = tl::expected<T, Stop>;

inline tl::unexpected<Errno> fail(Errno error) { return tl::unexpected<Errno>(error); }
inline tl::unexpected<Stop> stop(Stop reason) { return tl::unexpected<Stop>(std::move(reason)); }

/// Linux: BUG() at file:line inside `function`, which holds `locks_held` spinlocks there.
inline tl::unexpected<Stop> bug(std::string file, unsigned line, std::string function,
                                unsigned locks_held = 0) {
  return stop(Oops{.kind = Oops::Kind::kBug,
                   .file = std::move(file),
                   .line = line,
                   .function = std::move(function),
                   .locks_held = locks_held});
}

}  // namespace mm32

#define MM_CONCAT_(a, b) a##b
#define MM_CONCAT(a, b) MM_CONCAT_(a, b)

/// Evaluates `expression` (a Result or Outcome); returns its error from the enclosing function, or
/// binds its value to `declaration`.
#define MM_TRY_ASSIGN(declaration, expression)                        \
  auto&& MM_CONCAT(mm_try_, __LINE__) = (expression);                 \
  if (!MM_CONCAT(mm_try_, __LINE__)) [[unlikely]]                     \
    return tl::make_unexpected(MM_CONCAT(mm_try_, __LINE__).error()); \
  declaration = *std::move(MM_CONCAT(mm_try_, __LINE__))

/// As MM_TRY_ASSIGN for an expression whose value is not wanted.
#define MM_TRY(expression)                                            \
  do {                                                                \
    if (auto mm_try_value = (expression); !mm_try_value) [[unlikely]] \
      return tl::make_unexpected(std::move(mm_try_value).error());    \
  } while (false)
