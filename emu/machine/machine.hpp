// One whole machine: RAM, CPU, memory management, the resident kernel, and what runs on them.
//
// The composition root: wires the parts and forwards; a machine is an object, tests make many.
// Start order: RAM, CPU (with its self-test), memory management, kernel image, descriptor tables,
// the first task, guest start_kernel().
#pragma once

#include <chrono>
#include <memory>

#include "emu/machine/executor.hpp"
#include "emu/machine/guest_files.hpp"
#include "emu/machine/kernel_image.hpp"
#include "emu/machine/kernel_log.hpp"
#include "emu/machine/task.hpp"
#include "emu/oops/reporter.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {

/// Whether the machine keeps a record of what guest code has allocated (emu/leaks).
enum class TrackAllocations : std::uint8_t { kNo, kYes };

struct MachineOptions {
  MachineConfig config{};
  Bytes kernel_stack{8192};  // --kstack: 8k or 4k
  std::chrono::milliseconds timeout{0};
  TrackAllocations track_allocations = TrackAllocations::kNo;
  KernelLog::Console console{};
  InstructionObserver* instructions = nullptr;  // a debugger; must outlive the machine
  std::filesystem::path share{};  // where the guest's files lie; empty: see GuestFiles
};

class AllocationTracker;
class MachineCall;
class Modules;

class Machine final : private ReportScene,
                      private FrameWatcher,
                      private Caller,
                      private Undertaker {
 public:
  /// A booted machine. Fails with kUsage when the options contradict each other, kInternalFault
  /// when mm32's own parts do not work.
  static Expected<std::unique_ptr<Machine>> boot(MachineOptions options);
  ~Machine() override;
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  /// Runs a guest function on the first task's kernel stack.
  CallOutcome call(VirtAddr function, const std::array<std::uint32_t, 3>& args = {});

  const MachineConfig& config() const { return options_.config; }
  MmKernel& mm() { return *mm_; }
  Cpu& cpu() { return *cpu_; }
  const Ram& ram() const { return *ram_; }
  KernelLog& log() { return *log_; }
  Reporter& reporter() { return *reporter_; }
  SymbolTable& symbols() { return symbols_; }
  KernelImage& image() { return *image_; }
  Modules& modules() { return *modules_; }
  Executor& executor() { return *executor_; }
  EventStream& events() { return events_; }
  VirtualClock& clock() { return clock_; }
  KernelContext& context() { return *context_; }
  /// The record of what guest code has allocated; nullptr when none is kept.
  AllocationTracker* allocations() { return allocations_.get(); }
  /// Where the export call being served returns to; 0 when none is.
  VirtAddr call_site() { return caller(); }
  Task current() const override;
  StackBounds current_stack() const override;
  std::string source_line(VirtAddr address) const override;

 private:
  explicit Machine(MachineOptions options);
  Expected<void> start_hardware();
  Expected<void> add_devices();
  Expected<void> start_memory();
  Expected<void> install_image();
  Expected<void> start_first_task();
  Result<Pfn> allocate_stack();
  void set_image_word(std::string_view symbol, std::uint32_t value);
  void set_kmap_words();
  void fill_descriptor_tables(VirtAddr tss) const;

  void track_allocations();
  void block_caller(std::string_view waits_for) const override;
  bool shrink_first(std::uint32_t gfp, unsigned order) const override;
  bool is_repeated() const override { return context_ != nullptr && context_->is_repeated(); }
  void stop_machine(std::string_view panic) const override;
  Expected<void> check_tlb();
  std::string modules_linked_in() const override;
  Registers calling_registers() const override;
  bool faults_disabled() const override;
  std::uint32_t preempt_count() const;
  std::optional<VirtAddr> bury(const CallOutcome& died) override;
  // What is left of a task that died in the middle of something.
  void bury_task(unsigned locks_held);
  VirtAddr caller() override;
  std::span<const VirtAddr> stack_trace() override;
  std::string symbol(VirtAddr address) override { return symbols_.format(address); }
  std::uint32_t jiffies() override;
  std::uint32_t pid() override { return static_cast<std::uint32_t>(current().pid()); }
  std::string tainted() override { return reporter_->tainted(); }
  void might_sleep(std::string_view file, unsigned line) override;
  std::string release() const override;
  void before_access(PhysAddr frame) override;

  MachineOptions options_;
  EventStream events_;
  std::optional<E820Map> map_;
  std::optional<Ram> ram_;
  std::vector<std::unique_ptr<Device>> devices_;
  std::unique_ptr<Cpu> cpu_;
  VirtualClock clock_;
  std::optional<ReadWindow> jiffies_reads_;
  Random random_;
  SymbolTable symbols_;
  std::optional<KernelLog> log_;
  std::unique_ptr<Reporter> reporter_;
  std::unique_ptr<KernelContext> context_;
  std::unique_ptr<MmKernel> mm_;
  std::vector<KernelExport> exports_;
  std::optional<KernelImage> image_;
  std::unique_ptr<TlbChecker> tlb_checker_;
  std::unique_ptr<Executor> executor_;
  std::unique_ptr<Modules> modules_;
  std::unique_ptr<Watchdog> watchdog_;
  std::unique_ptr<MachineCall> guest_call_;
  std::unique_ptr<AllocationTracker> allocations_;
  VirtAddr current_task_variable_{};
  VirtAddr first_task_{};
  std::vector<VirtAddr> trace_;
};

}  // namespace mm32::emu
