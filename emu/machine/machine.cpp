#include "emu/machine/machine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "emu/device/test_device.hpp"
#include "emu/leaks/allocation_tracker.hpp"
#include "emu/machine/guest_reclaim.hpp"
#include "emu/machine/modules.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

// guest/kernel/segments.h
constexpr std::uint16_t kKernelCs = 0x60;
constexpr std::uint16_t kKernelDs = 0x68;
constexpr std::uint16_t kUserDs = 0x7b;
constexpr std::uint16_t kTssSelector = 0x80;
constexpr std::uint16_t kPercpuSelector = 0xd8;
constexpr std::uint32_t kGdtBytes = 32 * 8;
constexpr std::uint32_t kIdtBytes = 256 * 8;
constexpr std::uint32_t kTssBytes = 104;
constexpr std::uint32_t kTssEsp0 = 4;
constexpr std::uint32_t kTssSs0 = 8;

constexpr std::uint32_t kUtsRelease = 2 * 65;            // struct new_utsname
constexpr std::uint32_t kPreemptCountMask = 0x7fffffff;  // without PREEMPT_NEED_RESCHED
constexpr std::uint32_t kInterruptMask = 0x00ffff00;     // in_interrupt()
constexpr std::int32_t kFirstPid = 83;  // what insmod gets on a freshly booted lab machine
// What guest code does not emit when it maps a page for a moment (guest/kernel/kvm.c).
constexpr EventMask kKmapEvents = events_of<event::KmapSet, event::KmapClear, event::PteSet>();
constexpr std::uint64_t kHighRam = std::uint64_t{4} << 30;

// RAM as the memory controller sees it: what firmware keeps for itself is RAM too.
std::vector<PhysRange> ram_ranges(const E820Map& map) {
  std::vector<PhysRange> ranges{{PhysAddr(0), map.low_ram_top()}};
  for (const E820Entry& entry : map.entries())
    if (entry.type == E820Type::kRam && entry.begin.raw() >= kHighRam)
      ranges.push_back({entry.begin, entry.end()});
  return ranges;
}

std::string boot_error(Errno error, const MachineConfig& config) {
  if (error == Errno::kNoMem)
    return fmt::format("a machine of {} MB has too little memory for the kernel's own structures",
                       config.mem.raw() >> 20);
  return "the machine's options contradict each other (--reserved, --movablecore, --cma, "
         "--highmem or a --param)";
}

}  // namespace

Machine::Machine(MachineOptions options)
    : options_(std::move(options)), random_(options_.config.seed) {}

Machine::~Machine() = default;

Expected<std::unique_ptr<Machine>> Machine::boot(MachineOptions options) {
  std::unique_ptr<Machine> machine(new Machine(std::move(options)));
  try {
    MM_TRY(machine->start_hardware());
    MM_TRY(machine->start_memory());
    MM_TRY(machine->install_image());
    MM_TRY(machine->start_first_task());
  } catch (const InvariantBroken& broken) {
    return failure(ExitStatus::kInternalFault, broken.what());
  }
  return machine;
}

Expected<void> Machine::start_hardware() {
  MachineConfig& config = options_.config;
  MM_TRY_ASSIGN(const GuestFiles files, GuestFiles::locate(config.paging, options_.share));
  exports_ = all_exports();
  MM_TRY_ASSIGN(KernelImage image, KernelImage::load(files.image, exports_));
  image_.emplace(std::move(image));
  image_->place(config);
  map_.emplace(E820Map::of(config));
  auto ram = Ram::create(map_->span());
  if (!ram)
    return failure(ExitStatus::kBudgetSpent, "the host has no address space for the guest's RAM");
  ram_.emplace(std::move(*ram));
  MM_TRY(add_devices());
  MM_TRY_ASSIGN(cpu_, Cpu::create(*ram_, ram_ranges(*map_), config.paging, events_, devices_));
  log_.emplace(*ram_, clock_);
  log_->set_console(options_.console);
  const ReportScene& scene = *this;
  reporter_ = std::make_unique<Reporter>(*cpu_, symbols_, *log_, scene);
  context_ = std::make_unique<KernelContext>(*cpu_, clock_, symbols_, *log_, *reporter_, random_);
  executor_ = std::make_unique<Executor>(*context_, exports_);
  return {};
}

Expected<void> Machine::add_devices() {
  if (!has_test_device(options_.config)) return {};
  if (map_->low_ram_top() > TestDevice::kRegisters)
    return failure(ExitStatus::kUsage,
                   fmt::format("the test device lies at {:#x}, where this machine has RAM: "
                               "--test-device needs less --mem",
                               TestDevice::kRegisters.raw()));
  devices_ = make_test_device();
  return {};
}

Expected<void> Machine::start_memory() {
  const MmContext context{*ram_, options_.config, events_, *reporter_, cpu_->mmu()};
  Caller& calls = *this;
  auto mm = MmKernel::boot(context, *map_, calls);
  if (!mm) return failure(ExitStatus::kUsage, boot_error(mm.error(), options_.config));
  mm_ = std::move(*mm);
  return {};
}

Expected<void> Machine::install_image() {
  image_->offer("kmalloc_caches", mm_->slab().kmalloc_caches());
  image_->offer("swapper_pg_dir", direct_map_va(mm_->tables().root()));
  for (const PageAllocator::Variable& v : mm_->pages().variables())
    image_->offer(v.name, v.address);
  MM_TRY(image_->install(*ram_));
  symbols_.add(image_->symbol_ranges(), [this] { return image_->symbol_image(); });
  Mailbox& mailbox = ram_->at<Mailbox>(image_->symbol("mm32_mailbox"));
  const VirtAddr jiffies = image_->symbol("jiffies_64");
  MM_CHECK(jiffies == page_floor(jiffies));
  clock_.attach(mailbox, ram_->at<std::uint64_t>(jiffies));
  jiffies_reads_.emplace(cpu_->engine(), cpu_->mmu());
  MM_TRY(jiffies_reads_->open(direct_map_pa(jiffies), &ram_->at<std::byte>(jiffies), clock_));
  log_->attach(image_->log_area());
  context_->attach(*mm_, mailbox, mm_->space().high_memory);
  executor_->set_return_address(image_->stubs().return_address());

  const VirtAddr tss = image_->symbol("cpu_tss");
  fill_descriptor_tables(tss);
  cpu_->enter_protected(mm_->tables().root(), {.gdt = image_->symbol("cpu_gdt_table"),
                                               .gdt_limit = kGdtBytes - 1,
                                               .idt = image_->symbol("idt_table"),
                                               .idt_limit = kIdtBytes - 1,
                                               .tss = tss,
                                               .tss_selector = kTssSelector,
                                               .code_selector = kKernelCs,
                                               .stack_selector = kKernelDs,
                                               .data_selector = kUserDs,
                                               .fs_selector = kPercpuSelector});
  MM_TRY(check_tlb());
  if (options_.instructions != nullptr) {
    MM_TRY(cpu_->observe_instructions(*options_.instructions));
  }
  MM_TRY(cpu_->attach_stubs(image_->stubs().stubs(), image_->stubs().stub_count(), *executor_));

  PageAllocator& pages = mm_->pages();
  set_image_word("mem_map", pages.page_ptr(Pfn(0)).raw);
  set_image_word("high_memory", mm_->space().high_memory.raw());
  set_image_word("max_mapnr", mm_->space().max_pfn.raw());
  set_image_word("max_low_pfn", mm_->space().max_low_pfn.raw());
  set_image_word("init_on_alloc", pages.state().init_on_alloc);
  set_image_word("_page_poisoning_enabled", pages.state().page_poison);
  set_image_word("__mm32_text_begin", direct_map_va(config().image_begin).raw());
  set_image_word("__mm32_text_end", direct_map_va(config().image_text_end).raw());
  set_image_word("__mm32_rodata_end", direct_map_va(config().image_rodata_end).raw());
  set_image_word("__mm32_init_on_alloc", mm_->slab().context().options.init_on_alloc ? 1 : 0);
  if (const auto it = config().params.find("no_hash_pointers"); it != config().params.end())
    ram_->at<bool>(image_->symbol("no_hash_pointers")) = it->second != "0";
  set_image_word("max_pfn", mm_->space().max_pfn.raw());
  set_image_word("__mm32_pkmap_base", mm_->space().pkmap_base.raw());
  set_image_word("__mm32_vmalloc_start", mm_->space().vmalloc_start.raw());
  constexpr Bytes kPgd{28};  // offsetof(struct mm_struct, pgd)
  ram_->at<std::uint32_t>(image_->symbol("init_mm") + kPgd) =
      direct_map_va(mm_->tables().root()).raw();
  set_image_word("__mm32_vmalloc_end", mm_->space().vmalloc_end.raw());
  set_image_word("__mm32_pkmap_base", mm_->space().pkmap_base.raw());
  set_image_word("zero_pfn", pfn_of(direct_map_pa(image_->symbol("empty_zero_page"))).raw());
  const std::string name = release();
  std::copy_n(name.c_str(), name.size() + 1,
              &ram_->at<char>(image_->symbol("init_uts_ns") + Bytes(kUtsRelease)));
  const PhysAddr map_begin = direct_map_pa(pages.page_ptr(Pfn(0)).va());
  cpu_->mmu().watch_frames(
      map_begin, map_begin + Bytes(std::uint64_t{mm_->space().max_pfn.raw()} * sizeof(Page)),
      static_cast<FrameWatcher&>(*this));
  return {};
}

Expected<void> Machine::check_tlb() {
  const auto found = config().params.find("check_tlb");
  if (found == config().params.end() || found->second == "0") return {};
  tlb_checker_ = std::make_unique<TlbChecker>(
      cpu_->engine(), *ram_, config().paging,
      [this](const StaleUse& use) { reporter_->stale_translation(use); });
  MM_TRY(tlb_checker_->attach());
  cpu_->mmu().check_with(*tlb_checker_);
  executor_->set_tlb_checker(tlb_checker_.get());
  return {};
}

void Machine::fill_descriptor_tables(VirtAddr tss) const {
  const std::uint64_t base = tss.raw();
  const std::uint64_t descriptor =
      (kTssBytes - 1) | (base & 0xffffff) << 16 | std::uint64_t{0x89} << 40 | (base >> 24) << 56;
  ram_->at<std::uint64_t>(image_->symbol("cpu_gdt_table") + Bytes(kTssSelector)) = descriptor;
  ram_->at<std::uint32_t>(tss + Bytes(kTssSs0)) = kKernelDs;
}

void Machine::set_image_word(std::string_view symbol, std::uint32_t value) {
  ram_->at<std::uint32_t>(image_->symbol(symbol)) = value;
}

Expected<void> Machine::start_first_task() {
  const Gfp gfp = Gfp::kKernel | Gfp::kZero;
  const auto task = mm_->pages().alloc_pages(gfp | Gfp::kComp, Order(1));
  const auto stack = allocate_stack();
  if (!task || !stack || !preallocate_user_tables(mm_->tables()))
    return failure(ExitStatus::kUsage, boot_error(Errno::kNoMem, config()));
  const VirtAddr task_va = direct_map_va(phys_of(*task));
  const VirtAddr stack_va = direct_map_va(phys_of(*stack));
  Task first(*ram_, task_va);
  first.init_links();
  first.set_pid(kFirstPid);
  first.set_comm("insmod");
  first.set_stack(stack_va);
  current_task_variable_ = image_->symbol("current_task");
  set_image_word("current_task", task_va.raw());
  first_task_ = task_va;
  ram_->at<std::uint32_t>(image_->symbol("cpu_tss") + Bytes(kTssEsp0)) = current_stack().top.raw();
  modules_ = std::make_unique<Modules>(*this);
  context_->attach(*modules_);
  watchdog_ = std::make_unique<Watchdog>(*cpu_, options_.timeout);
  executor_->set_watchdog(watchdog_.get());
  executor_->set_undertaker(static_cast<Undertaker*>(this));
  if (options_.track_allocations == TrackAllocations::kYes) track_allocations();
  const CallOutcome started = call(image_->symbol("start_kernel"));
  if (started.kind != CallOutcome::Kind::kReturned)
    return failure(ExitStatus::kInternalFault,
                   "the resident kernel did not start: " + started.detail);
  return {};
}

void Machine::track_allocations() {
  guest_call_ = std::make_unique<MachineCall>(*this);
  allocations_ = std::make_unique<AllocationTracker>(
      *guest_call_, export_roles(),
      [this](VirtAddr address) { return describe_return_address(*this, address); });
  events_.subscribe(*allocations_, AllocationTracker::wanted_events());
}

// A stack aligned to its size, with its guard page below it:  [free] guard | stack
Result<Pfn> Machine::allocate_stack() {
  const Pages size = pages_for(options_.kernel_stack);
  const Order order(size == Pages(1) ? 1 : 2);
  MM_TRY_ASSIGN(const Pfn block, mm_->pages().alloc_pages(Gfp::kKernel | Gfp::kZero, order));
  mm_->pages().split_page(block, order);
  const Pfn stack = block + (order.pages() - size);
  const Pfn guard = stack - Pages(1);
  if (guard != block) mm_->pages().free_pages(block, Order(0));
  cpu_->mmu().guard_frame(phys_of(guard));
  return stack;
}

// guest/kernel/mm/kmap_local.c maps and unmaps by itself unless somebody follows the events of it.
void Machine::set_kmap_words() {
  const VirtAddr top = fix_to_virt(FixmapIndex::kKmapBegin);
  const VirtAddr entry = direct_map_va(mm_->tables().lookup(top).entry_pa);
  const VirtAddr in_use = image_->symbol("__mm32_kmap_in_use");
  const Bytes entry_size(config().paging == PagingMode::kPae ? 8 : 4);
  const bool watched = events_.wants(kKmapEvents);
  const VirtAddr last_in_use = in_use + Bytes((KmapCtrl::kMax - 1) * entry_size.raw());
  set_image_word("__mm32_kmap_pte", entry.raw());
  set_image_word("__mm32_kmap_top", top.raw());
  set_image_word("__mm32_kmap_free_pte", watched ? last_in_use.raw() : entry.raw());
  set_image_word("__mm32_kmap_end", watched ? 0 : top.raw() + kPageSize - 1);
}

CallOutcome Machine::call(VirtAddr function, const std::array<std::uint32_t, 3>& args) {
  set_kmap_words();
  set_image_word("current_task", first_task_.raw());
  CallOutcome outcome = executor_->call(function, args, current_stack().top);
  if (outcome.kind == CallOutcome::Kind::kDied) bury_task(outcome.locks_held);
  return outcome;
}

// Linux: oops_end, make_task_dead.
std::optional<VirtAddr> Machine::bury(const CallOutcome& died) {
  if ((preempt_count() & kInterruptMask) != 0) return image_->symbol("mm32_fatal_interrupt");
  if (current().address() == first_task_) return std::nullopt;
  // One that dies while it dies, or whose structure is no task's, cannot be taken away.
  constexpr Bytes kFlags(28);  // task_struct.flags
  constexpr std::uint32_t kExiting = 4;
  auto& flags = ram_->at<std::uint32_t>(current().address() + kFlags);
  if ((flags & kExiting) != 0) return std::nullopt;
  flags |= kExiting;
  bury_task(died.locks_held);
  return image_->symbol("mm32_thread_died");
}

std::uint32_t Machine::preempt_count() const {
  return ram_->at<std::uint32_t>(image_->symbol("__preempt_count")) & kPreemptCountMask;
}

bool Machine::faults_disabled() const {
  return preempt_count() != 0 || current().pagefault_disabled(config().paging) != 0;
}

// Linux: make_task_dead. The next call is a new task's: it is not in atomic context and has no
// temporary mappings.
void Machine::bury_task(unsigned locks_held) {
  const Task task = current();
  if (const std::uint32_t count = preempt_count() + locks_held; count != 0)
    reporter_->print(LogLevel::kInfo, fmt::format("note: {}[{}] exited with preempt_count {}",
                                                  task.comm(), task.pid(), count));
  set_image_word("__preempt_count", 0);
  task.pagefault_disabled(config().paging) = 0;
  mm_->highmem().forget_local_mappings(task.kmap_ctrl());
}

Task Machine::current() const {
  return Task(*ram_, VirtAddr(ram_->at<std::uint32_t>(current_task_variable_)));
}

StackBounds Machine::current_stack() const {
  const VirtAddr bottom = current().stack();
  return {bottom, bottom + options_.kernel_stack};
}

void Machine::block_caller(std::string_view waits_for) const {
  if (executor_ != nullptr && executor_->serving() != 0)
    context_->stop(WouldBlock{std::string(waits_for)});
}

bool Machine::shrink_first(std::uint32_t gfp, unsigned order) const {
  if (executor_ == nullptr || executor_->serving() == 0) return false;
  if (!GuestReclaim(*ram_, image_->symbol("mm32_reclaim")).may_run(clock_.now_ns())) return false;
  context_->call_first({.function = image_->symbol("mm32_reclaim_entry"),
                        .call = image_->stubs().entry(executor_->serving()),
                        .eax = gfp,
                        .edx = order});
  return true;
}

void Machine::stop_machine(std::string_view panic) const {
  if (executor_ != nullptr && executor_->serving() != 0) context_->stop_for_panic(panic);
}

std::string Machine::modules_linked_in() const { return modules_->linked_in(); }

std::string Machine::source_line(VirtAddr address) const {
  if (modules_ == nullptr) return {};  // the allocators start first, and may trace what they do
  const auto line = modules_->line_of(address);
  if (!line) return {};
  return fmt::format("{}:{}", line->file.filename().string(), line->line);
}

VirtAddr Machine::caller() {
  return context_->booted() ? context_->frame().return_address() : VirtAddr();
}

std::span<const VirtAddr> Machine::stack_trace() {
  trace_.clear();
  if (!context_->booted() || modules_ == nullptr) return trace_;
  for (const TraceEntry& entry :
       backtrace(cpu_->memory(), symbols_, calling_registers(), current_stack(), TopFrame::kCalled))
    if (entry.reliable) trace_.push_back(entry.address);
  return trace_;
}

std::uint32_t Machine::jiffies() {
  constexpr std::uint32_t kInitialJiffies = -300u * 250u;  // INITIAL_JIFFIES, until the image runs
  return context_->booted() ? ram_->at<std::uint32_t>(image_->symbol("jiffies_64"))
                            : kInitialJiffies;
}

// Linux prints this with CONFIG_DEBUG_ATOMIC_SLEEP, which Debian's kernel does not have.
void Machine::might_sleep(std::string_view file, unsigned line) {
  if (config().layout != LayoutName::kClassic || modules_ == nullptr) return;
  const std::uint32_t count = preempt_count();
  if (count == 0) return;
  const Task task = current();
  reporter_->print(
      LogLevel::kErr,
      fmt::format("BUG: sleeping function called from invalid context at {}:{}", file, line));
  reporter_->print(
      LogLevel::kErr,
      fmt::format("in_atomic(): 1, irqs_disabled(): {}, non_block: 0, pid: {}, name: {}",
                  (cpu_->registers().eflags & eflags::kIf) == 0 ? 1 : 0, task.pid(), task.comm()));
  reporter_->print(LogLevel::kErr, fmt::format("preempt_count: {:x}, expected: 0", count));
  reporter_->dump_stack(LogLevel::kErr);
}

Registers Machine::calling_registers() const {
  Registers r = cpu_->registers();
  if (context_->booted()) r.esp = context_->mailbox().esp;
  // EIP is at a hooked stub; reports name the export it belongs to.
  const VirtAddr stubs = image_->stubs().stubs();
  const std::uint32_t index = (r.eip - stubs.raw()) / Cpu::kStubBytes;
  if (index == 0 || index >= image_->stubs().stub_count()) return r;
  r.eip = image_->stubs().entry(index).raw();
  // A call of the resident kernel that has no name in Linux is part of the function that makes it.
  const auto outer = executor_->exports()[index - 1].name.starts_with("mm32_")
                         ? cpu_->memory().load<std::uint32_t>(VirtAddr(r.esp))
                         : tl::make_unexpected(AccessFault{});
  if (outer) {
    r.eip = *outer;
    r.esp += 4;
  }
  return r;
}

std::string Machine::release() const {
  if (options_.config.layout == LayoutName::kClassic) return "6.1.0-mm32";
  return options_.config.paging == PagingMode::kPae ? "6.1.0-50-686-pae" : "6.1.0-50-686";
}

void Machine::before_access(PhysAddr frame) {
  mm_->pages().ensure_section_of(direct_map_va(frame));
}

}  // namespace mm32::emu
