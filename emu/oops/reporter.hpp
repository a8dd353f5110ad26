// Linux-style reports of what a guest did wrong, into the kernel's log.
//
// Serves memory management as its Diagnostics and the exception path with die(). The texts are
// those of Linux 6.1 (arch/x86/mm/fault.c, arch/x86/kernel/dumpstack.c, kernel/panic.c), so that
// logs can be compared; source lines from DWARF are added in parentheses behind a symbol, where
// Linux prints none.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "emu/cpu/cpu.hpp"
#include "emu/loader/symbol_table.hpp"
#include "emu/machine/kernel_log.hpp"
#include "emu/machine/task.hpp"
#include "emu/oops/backtrace.hpp"
#include "emu/oops/misbehaviour.hpp"
#include "mm/base/diagnostics.hpp"

namespace mm32::emu {

/// What the reporter asks of the machine around it.
class ReportScene {
 public:
  virtual ~ReportScene() = default;
  virtual Task current() const = 0;
  /// End the export call being served without its result: its caller waits, or the machine stops.
  /// Nothing happens when none is served.
  virtual void block_caller(std::string_view waits_for) const = 0;
  virtual void stop_machine(std::string_view panic) const = 0;
  /// Linux: try_to_free_pages for what the guest's shrinkers hold; false: they do not run.
  virtual bool shrink_first(std::uint32_t gfp, unsigned order) const = 0;
  virtual bool is_repeated() const = 0;
  virtual StackBounds current_stack() const = 0;
  /// "name(OE+) other(O)": the loaded modules, for "Modules linked in:".
  virtual std::string modules_linked_in() const = 0;
  /// "file.c:12" of a code address; empty when no line is known.
  virtual std::string source_line(VirtAddr address) const = 0;
  /// Registers of the guest function that made the export call being served; EIP is the export.
  virtual Registers calling_registers() const = 0;
  /// Whether the running task must not take page faults. Linux: faulthandler_disabled().
  virtual bool faults_disabled() const = 0;
  /// "6.1.0-mm32", as uname -r prints it.
  virtual std::string release() const = 0;
};

/// Whether the line "[ cut here ]" is still to be printed.
enum class CutHere : std::uint8_t { kPrint, kPrinted };

class Reporter final : public Diagnostics {
 public:
  Reporter(const Cpu& cpu, const SymbolTable& symbols, KernelLog& log, const ReportScene& scene)
      : cpu_(cpu), symbols_(symbols), log_(log), scene_(scene) {}

  void print(LogLevel level, std::string_view line) override;
  void warning(const WarnSite& site, std::string_view message) override;
  void dump_stack(LogLevel level) override;
  void taint(Taint flag) override;
  std::string current_comm() const override { return scene_.current().comm(); }
  std::int32_t current_pid() const override { return scene_.current().pid(); }
  void wait_for(std::string_view what) override { scene_.block_caller(what); }
  bool shrink_first(std::uint32_t gfp, unsigned order) override {
    return scene_.shrink_first(gfp, order);
  }
  bool is_repeated() const override { return scene_.is_repeated(); }
  bool is_reclaiming() const override { return scene_.current().is_reclaiming(); }
  void panic(std::string_view message) override;
  void print_modules() override;
  std::uint64_t uptime_ms() const override;
  void taint_letter(char letter);
  /// Says so the first time. Linux: add_taint with LOCKDEP_NOW_UNRELIABLE.
  void stop_lock_debugging();
  void slab_damaged(const SlabDamage& damage) override { note(damage); }

  /// A WARN in guest code: the place is `registers.eip`. `site` may lack the function.
  void warning_at(const Registers& registers, const WarnSite& site, CutHere cut_here);

  /// The whole report of a page fault that nothing handles. `walk` is the one that refused.
  void page_fault(const Registers& registers, VirtAddr address, std::uint32_t error_code,
                  const Walk& walk);
  /// The whole report of another exception, e.g. "divide error".
  void exception(std::string_view name, const ReportedException& exception);
  /// The kernel stack of the running task grew into its guard page.
  void stack_overflow(const Registers& registers, VirtAddr address);
  /// "kernel BUG at file:line!" and the rest.
  void bug(const Registers& registers, std::string_view file, unsigned line);
  /// A symbol that nobody provides was called (kCalled) or accessed.
  void missing_symbol(std::string_view name, const Registers& registers, TopFrame top);
  /// A fault that host code met on behalf of the calling guest: `oops` of an export.
  void export_oops(const Oops& oops, const PagingState& paging);
  /// An access through a translation that nobody flushed (--check-tlb); the guest goes on.
  void stale_translation(const StaleUse& use);
  /// The CPU has halted for ever: nothing is printed, but a panic of guest code is noted.
  void halted(const Registers& registers);
  /// The hung-task report: the caller of the current export can never go on.
  void hung_task(std::string_view waits_for);

  /// Is told of each oops, and of other damage, behind its report. Must not change the guest.
  using Listener = std::function<void(const Misbehaviour&)>;
  void set_listener(Listener listener) { listener_ = std::move(listener); }

  /// The missing symbol that was reported last, once.
  std::optional<std::string> take_missing_symbol() {
    return std::exchange(missing_symbol_, std::nullopt);
  }

  bool is_tainted(char letter) const;
  /// Reports that begin with "BUG": bad pages, slab corruption, faults.
  unsigned bug_count() const { return bug_count_; }
  unsigned oops_count() const { return oops_count_; }
  unsigned warning_count() const { return warning_count_; }
  /// "G" or "P", then one letter or blank for each flag, as print_tainted() does.
  std::string tainted() const;

 private:
  void note(const Misbehaviour& what) const {
    if (listener_) listener_(what);
  }
  std::string last_line() const;
  void die(std::string_view what, std::uint32_t error_code, const Registers& registers);
  void print_cpu_line(LogLevel level);
  /// `function` is the kernel function that stands behind an export, as Linux prints it; empty
  /// where EIP says it all.
  void show_registers(LogLevel level, const Registers& r, std::string_view function);
  void show_code(LogLevel level, std::uint32_t eip);
  /// With a `function` behind the export at EIP, the export is the first one in the trace.
  void show_trace(LogLevel level, const Registers& r, TopFrame top, std::string_view function = {});
  void fault_lines(VirtAddr address, std::uint32_t error_code, const Walk& walk);
  void oops_body(const Registers& r, TopFrame top, std::optional<VirtAddr> cr2,
                 std::string_view function = {});
  std::string_view behind_export(const Registers& r, std::string_view function) const;
  bool in_piece_of(const Registers& r, std::string_view function) const;
  void begin_oops(std::string_view what, std::uint32_t error_code);
  std::string symbol(VirtAddr address) const;
  std::string return_symbol(VirtAddr address) const;

  const Cpu& cpu_;
  const SymbolTable& symbols_;
  KernelLog& log_;
  const ReportScene& scene_;
  Listener listener_;
  std::optional<std::string> missing_symbol_;
  std::uint32_t taint_mask_ = 0;
  bool lock_debugging_ = true;
  bool panicked_ = false;
  unsigned bug_count_ = 0;
  unsigned oops_count_ = 0;
  unsigned warning_count_ = 0;
};

}  // namespace mm32::emu
