// What an export function can reach: the parts of the machine, and the ways to stop its caller.
//
// One object a machine, wired by the composition root. An export takes `KernelContext&` first when
// it needs more than the one part whose member function it is.
#pragma once

#include <optional>
#include <span>
#include <variant>

#include "emu/export/call_frame.hpp"
#include "emu/export/export_table.hpp"
#include "emu/machine/random.hpp"
#include "emu/machine/virtual_clock.hpp"

namespace mm32 {
class MmKernel;
}

namespace mm32::emu {

class KernelLog;
class Modules;
class Reporter;
class SymbolTable;

/// The running task asked to end.
struct TaskExit {
  std::int32_t code;
};

/// The kernel panicked, which was reported: the machine stops.
struct Panic {
  std::string message;
};

/// Before the call is made again, the guest calls `function(eax, edx)`.
struct CallFirst {
  VirtAddr function;
  VirtAddr call;  // the entry of the export
  std::uint32_t eax;
  std::uint32_t edx;
};

class KernelContext {
 public:
  using Request = std::variant<WouldBlock, Oops, TaskExit, Panic, CallFirst>;

  KernelContext(Cpu& cpu, VirtualClock& clock, SymbolTable& symbols, KernelLog& log,
                Reporter& reporter, Random& random)
      : cpu_(cpu),
        clock_(clock),
        symbols_(symbols),
        log_(log),
        reporter_(reporter),
        random_(random) {}

  void attach(MmKernel& mm, Mailbox& mailbox, VirtAddr lowmem_end) {
    mm_ = &mm;
    mailbox_ = &mailbox;
    lowmem_end_ = lowmem_end;
  }
  void attach(Modules& modules) { modules_ = &modules; }

  Cpu& cpu() { return cpu_; }
  MmKernel& mm() { return *mm_; }
  VirtualClock& clock() { return clock_; }
  SymbolTable& symbols() { return symbols_; }
  KernelLog& log() { return log_; }
  Reporter& reporter() { return reporter_; }
  Modules& modules() { return *modules_; }
  Random& random() { return random_; }
  const Ram& ram() const { return cpu_.ram(); }
  const Mailbox& mailbox() const { return *mailbox_; }
  bool booted() const { return mailbox_ != nullptr; }

  /// The part that has the member function `F` of an export (see make_export).
  template <class C>
  C& get();

  CallFrame frame() { return CallFrame(*mailbox_, cpu_, lowmem_end_); }
  /// Ends the run at the stub: the caller blocks, oopses or exits.
  void stop(Stop reason);
  void stop_for_panic(std::string_view message) { request_ = Panic{std::string(message)}; }
  void exit_task(std::int32_t code) { request_ = TaskExit{code}; }
  void call_first(const CallFirst& what) { request_ = what; }
  bool is_repeated() const { return request_ && std::holds_alternative<CallFirst>(*request_); }
  /// Reads guest memory for an export; a fault there is an oops of the caller.
  Outcome<void> read(VirtAddr from, std::span<std::byte> to);
  Outcome<void> write(VirtAddr to, std::span<const std::byte> from);
  Outcome<std::string> read_string(VirtAddr from, std::size_t limit = 4096);
  template <class T>
  Outcome<T> load(VirtAddr from) {
    T value{};
    MM_TRY(read(from, std::as_writable_bytes(std::span(&value, 1))));
    return value;
  }

  bool has_request() const { return request_.has_value(); }
  std::optional<Request> take_request() { return std::exchange(request_, std::nullopt); }

 private:
  Cpu& cpu_;
  VirtualClock& clock_;
  SymbolTable& symbols_;
  KernelLog& log_;
  Reporter& reporter_;
  Random& random_;
  MmKernel* mm_ = nullptr;
  Modules* modules_ = nullptr;
  Mailbox* mailbox_ = nullptr;
  VirtAddr lowmem_end_{};
  std::optional<Request> request_;
};

using KernelExport = Export<KernelContext>;

/// One line an export: make_export<&function>("name").
template <auto F>
constexpr KernelExport make_export(std::string_view name) {
  return make_export_in<KernelContext, F>(name);
}

}  // namespace mm32::emu
