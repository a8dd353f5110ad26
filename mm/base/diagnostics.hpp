// How memory management speaks to the outside without knowing printing.
//
// The machine implements this over the guest's kernel log; unit tests collect the lines. Everything
// here is for guest misbehaviour and for the kernel's own notices: expected failures are Results,
// faults that kill the task are Oops values (result.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mm/base/types.hpp"

namespace mm32 {

/// printk levels. Linux: include/linux/kern_levels.h.
enum class LogLevel : std::uint8_t {
  kEmerg = 0,
  kAlert = 1,
  kCrit = 2,
  kErr = 3,
  kWarning = 4,
  kNotice = 5,
  kInfo = 6,
  kDebug = 7,
};

/// Taint flags that memory management sets. Linux: include/linux/panic.h.
enum class Taint : std::uint8_t {
  kBadPage = 5,  // 'B'
  kWarn = 9,     // 'W'
};

/// The place of a WARN_ON: Linux's own file, line and function, because logs are compared by them.
struct WarnSite {
  std::string_view file;
  unsigned line;
  std::string_view function;
};

/// What SLUB's checks found wrong, as facts for tools that explain it.
struct SlabDamage {
  std::string cache;
  std::string reason;       // "Poison overwritten", "Object already free"
  VirtAddr object{};        // 0: not known
  std::uint32_t bytes = 0;  // of the object, without metadata
  VirtAddr begin{};         // the bytes that were changed: [begin, end); none when equal
  VirtAddr end{};
};

class Diagnostics {
 public:
  virtual ~Diagnostics() = default;

  /// One line of the kernel log, without a newline.
  virtual void print(LogLevel level, std::string_view line) = 0;

  /// Linux: WARN_ON / WARN. The whole report: "------------[ cut here ]------------", `message`
  /// when there is one, "WARNING: CPU: 0 PID: … at file:line function", registers, call trace of
  /// the calling guest. The guest goes on.
  virtual void warning(const WarnSite& site, std::string_view message) = 0;

  /// Linux: dump_stack(). "CPU: … PID: … Comm: …" and the call trace of the calling guest.
  virtual void dump_stack(LogLevel level) = 0;

  /// Linux: add_taint().
  virtual void taint(Taint flag) = 0;

  /// Behind SLUB's report of a damaged object or slab.
  virtual void slab_damaged(const SlabDamage& /*damage*/) {}

  /// The name of the running task. Linux: current->comm.
  virtual std::string current_comm() const { return "swapper/0"; }

  /// The running task's number; 0 while there is none. Linux: current->pid.
  virtual std::int32_t current_pid() const { return 0; }

  /// The request being served cannot be met before others have freed memory: its caller sleeps and
  /// calls again. What the request returns is not seen.
  virtual void wait_for(std::string_view /*what*/) {}

  /// Guest code that can free memory runs first (shrinkers), then the request is made again: what
  /// it returns now is not seen, and nothing is printed. False: nobody can, or it has not helped.
  virtual bool shrink_first(std::uint32_t /*gfp*/, unsigned /*order*/) { return false; }

  /// Whether the request being served is going to be made again.
  virtual bool is_repeated() const { return false; }

  /// Whether the running task frees memory already, and may use every reserve. Linux: PF_MEMALLOC.
  virtual bool is_reclaiming() const { return false; }

  /// Linux: panic(). Reports; the machine stops when the request being served returns.
  virtual void panic(std::string_view message) {
    print(LogLevel::kEmerg, "Kernel panic - not syncing: " + std::string(message));
  }

  /// Linux: print_modules(). "Modules linked in: …".
  virtual void print_modules() { print(LogLevel::kWarning, "Modules linked in:"); }

  /// Virtual time since boot, for the rate limits of reports.
  virtual std::uint64_t uptime_ms() const { return 0; }
};

}  // namespace mm32
