#include "emu/oops/reporter.hpp"

#include <fmt/format.h>

#include <array>

namespace mm32::emu {
namespace {

constexpr unsigned kCodeBefore = 42;
constexpr unsigned kCodeBytes = 64;
// Linux: taint_flags, kernel/panic.c: the letter of each bit, and what stands when it is clear.
constexpr std::string_view kTaintLetters = "PFSRMBUDAWCIOELKXTN";

constexpr std::array<char, 19> kClearLetters = {'G', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
                                                ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};

std::string access_word(std::uint32_t code) {
  if (code & fault_code::kInstruction) return "instruction fetch";
  return code & fault_code::kWrite ? "write access" : "read access";
}

std::string reason_word(std::uint32_t code) {
  if (!(code & fault_code::kProtection)) return "not-present page";
  return code & fault_code::kReserved ? "reserved bit violation" : "permissions violation";
}

// Linux: dump_pagetable(), arch/x86/mm/fault.c, 32-bit.
std::string page_table_line(const Walk& walk) {
  const bool pae = walk.step_count > 0 && walk.steps[0].level == 3;
  const int width = pae ? 16 : 8;
  std::string line;
  for (unsigned i = 0; i < walk.step_count; ++i) {
    const WalkStep& step = walk.steps[i];
    const char* name = step.level == 3 ? "pdpt" : step.level == 2 ? "pde" : "pte";
    line +=
        fmt::format("*{} = {:0{}x} ", name, step.entry, width);  // with Linux's blank at the end
  }
  return line;
}

// CR2 as the registers are printed: reading code that is not there has faulted just before.
// Linux: show_opcodes, copy_from_kernel_nofault (which does not try user addresses).
std::uint32_t cr2_after_reading_code(const Cpu& cpu, const Registers& r) {
  const VirtAddr begin(r.eip - kCodeBefore);
  const auto readable = [&cpu](VirtAddr va) {
    std::byte one{};
    return cpu.memory().read(va, std::span(&one, 1)).has_value();
  };
  if (begin.raw() < kPageOffset) return r.cr2;
  if (!readable(begin)) return begin.raw();
  const VirtAddr last = begin + Bytes(kCodeBytes - 1);
  return last < begin || readable(last) ? r.cr2 : page_floor(last).raw();
}

}  // namespace

void Reporter::print(LogLevel level, std::string_view line) {
  if (panicked_) return;  // nobody is left to speak
  if (scene_.is_repeated()) return;
  if (line.starts_with("BUG")) ++bug_count_;
  log_.line(level, line);
  if (line.starts_with("Out of memory")) note(ReportedShortage{});
}

void Reporter::taint(Taint flag) {
  // A bad page is the only one of these after which Linux no longer trusts its lock checker.
  if (flag == Taint::kBadPage) stop_lock_debugging();
  taint_mask_ |= 1u << static_cast<unsigned>(flag);
}

// An oops has stopped it before, without a word.
void Reporter::stop_lock_debugging() {
  if (lock_debugging_ && !is_tainted('D'))
    print(LogLevel::kWarning, "Disabling lock debugging due to kernel taint");
  lock_debugging_ = false;
}

void Reporter::print_modules() {
  print(LogLevel::kWarning, "Modules linked in: " + scene_.modules_linked_in());
}

void Reporter::panic(std::string_view message) {
  print(LogLevel::kEmerg, fmt::format("Kernel panic - not syncing: {}", message));
  dump_stack(LogLevel::kEmerg);
  print(LogLevel::kEmerg, fmt::format("---[ end Kernel panic - not syncing: {} ]---", message));
  panicked_ = true;
  note(ReportedPanic{std::string(message), scene_.calling_registers(), TopFrame::kCalled});
  scene_.stop_machine(message);
}

// Linux: panic() ends with this line; behind it the guest only halts.
void Reporter::halted(const Registers& r) {
  constexpr std::string_view kBegin = "---[ end Kernel panic - not syncing: ";
  constexpr std::string_view kEnd = " ]---";
  std::string line = last_line();
  if (!line.starts_with(kBegin) || !line.ends_with(kEnd)) return;
  line.erase(line.size() - kEnd.size());
  line.erase(0, kBegin.size());
  note(ReportedPanic{line, r, TopFrame::kInterrupted});
}

std::uint64_t Reporter::uptime_ms() const { return log_.now_ns() / 1000000; }

void Reporter::taint_letter(char letter) {
  if (const std::size_t bit = kTaintLetters.find(letter); bit != std::string_view::npos)
    taint_mask_ |= 1u << bit;
}

bool Reporter::is_tainted(char letter) const {
  const std::size_t bit = kTaintLetters.find(letter);
  return bit != std::string_view::npos && ((taint_mask_ >> bit) & 1u) != 0;
}

std::string Reporter::tainted() const {
  if (taint_mask_ == 0) return "Not tainted";
  std::string text = "Tainted: ";
  for (std::size_t bit = 0; bit < kTaintLetters.size(); ++bit)
    text += (taint_mask_ >> bit) & 1u ? kTaintLetters[bit] : kClearLetters[bit];
  return text;
}

std::string Reporter::symbol(VirtAddr address) const {
  const std::string line = scene_.source_line(address);
  return symbols_.format(address) + (line.empty() ? "" : " (" + line + ")");
}

std::string Reporter::return_symbol(VirtAddr address) const {
  const std::string line = scene_.source_line(VirtAddr(address.raw() - 1));
  return symbols_.format_return_address(address) + (line.empty() ? "" : " (" + line + ")");
}

void Reporter::print_cpu_line(LogLevel level) {
  const Task task = scene_.current();
  print(level, fmt::format("CPU: 0 PID: {} Comm: {} {} {} #1", task.pid(), task.comm(), tainted(),
                           scene_.release()));
  print(level, "Hardware name: mm32 virtual PC");
}

void Reporter::show_code(LogLevel level, std::uint32_t eip) {
  std::array<std::uint8_t, kCodeBytes> bytes{};
  const VirtAddr begin(eip - kCodeBefore);
  if (!cpu_.memory().read(begin, std::as_writable_bytes(std::span(bytes)))) {
    print(level, fmt::format("Code: Unable to access opcode bytes at 0x{:08x}.", begin.raw()));
    return;
  }
  std::string line = "Code:";
  for (unsigned i = 0; i < kCodeBytes; ++i)
    line +=
        i == kCodeBefore ? fmt::format(" <{:02x}>", bytes[i]) : fmt::format(" {:02x}", bytes[i]);
  print(level, line);
}

// `function` ("name+0x6d/0x2d0") when it is not the function at EIP itself.
std::string_view Reporter::behind_export(const Registers& r, std::string_view function) const {
  const std::size_t plus = function.find('+');
  if (plus == std::string_view::npos) return {};
  const std::string name = symbols_.format_name(VirtAddr(r.eip));
  return name == function.substr(0, plus) ? std::string_view() : function;
}

// NAME.part.0 is a piece of the function that the report names, and no caller of it.
bool Reporter::in_piece_of(const Registers& r, std::string_view function) const {
  return symbols_.format_name(VirtAddr(r.eip))
      .starts_with(std::string(function.substr(0, function.find('+'))) + '.');
}

void Reporter::show_registers(LogLevel level, const Registers& r, std::string_view function) {
  const bool behind = !function.empty();
  print(level, "EIP: " + (behind ? std::string(function) : symbol(VirtAddr(r.eip))));
  show_code(level, r.eip);
  print(level,
        fmt::format("EAX: {:08x} EBX: {:08x} ECX: {:08x} EDX: {:08x}", r.eax, r.ebx, r.ecx, r.edx));
  print(level,
        fmt::format("ESI: {:08x} EDI: {:08x} EBP: {:08x} ESP: {:08x}", r.esi, r.edi, r.ebp, r.esp));
  print(level, fmt::format("DS: {:04x} ES: {:04x} FS: {:04x} GS: {:04x} SS: {:04x} EFLAGS: {:08x}",
                           r.ds, r.es, r.fs, r.gs, r.ss, r.eflags));
  print(level, fmt::format("CR0: {:08x} CR2: {:08x} CR3: {:08x} CR4: {:08x}", r.cr0,
                           cr2_after_reading_code(cpu_, r), r.cr3, r.cr4));
}

void Reporter::show_trace(LogLevel level, const Registers& r, TopFrame top,
                          std::string_view function) {
  print(level, "Call Trace:");
  if (!function.empty()) print(level, fmt::format(" {}", symbol(VirtAddr(r.eip))));
  for (const TraceEntry& entry : backtrace(cpu_.memory(), symbols_, r, scene_.current_stack(), top))
    print(level, fmt::format(" {}{}", entry.reliable ? "" : "? ", return_symbol(entry.address)));
}

void Reporter::dump_stack(LogLevel level) {
  const Registers r = scene_.calling_registers();
  print_cpu_line(level);
  show_trace(level, r, TopFrame::kCalled, "dump_stack");
}

void Reporter::missing_symbol(std::string_view name, const Registers& r, TopFrame top) {
  log_.line(LogLevel::kWarning,
            fmt::format("mm32: {} the missing symbol {}",
                        top == TopFrame::kCalled ? "call of" : "access to", name));
  print_cpu_line(LogLevel::kWarning);
  if (top == TopFrame::kInterrupted) print(LogLevel::kWarning, "EIP: " + symbol(VirtAddr(r.eip)));
  show_trace(LogLevel::kWarning, r, top);
  missing_symbol_ = name;
}

void Reporter::warning(const WarnSite& site, std::string_view message) {
  if (scene_.is_repeated()) return;
  ++warning_count_;
  const Registers r = scene_.calling_registers();
  const Task task = scene_.current();
  print(LogLevel::kWarning, "------------[ cut here ]------------");
  if (!message.empty()) print(LogLevel::kWarning, message);
  print(LogLevel::kWarning,
        fmt::format(
            "WARNING: CPU: 0 PID: {} at {}:{} {}", task.pid(), site.file, site.line,
            site.function.empty() ? symbols_.format(VirtAddr(r.eip)) : std::string(site.function)));
  print(LogLevel::kWarning, "Modules linked in: " + scene_.modules_linked_in());
  print_cpu_line(LogLevel::kWarning);
  const std::string_view function = behind_export(r, site.function);
  show_registers(LogLevel::kWarning, r, function);
  show_trace(LogLevel::kWarning, r, TopFrame::kCalled,
             in_piece_of(r, function) ? std::string_view() : function);
  print(LogLevel::kWarning, "---[ end trace 0000000000000000 ]---");
  taint(Taint::kWarn);
}

void Reporter::warning_at(const Registers& r, const WarnSite& site, CutHere cut_here) {
  ++warning_count_;
  if (cut_here == CutHere::kPrint)
    print(LogLevel::kWarning, "------------[ cut here ]------------");
  const Task task = scene_.current();
  print(LogLevel::kWarning, fmt::format("WARNING: CPU: 0 PID: {} at {}:{} {}", task.pid(),
                                        site.file, site.line, symbols_.format(VirtAddr(r.eip))));
  print(LogLevel::kWarning, "Modules linked in: " + scene_.modules_linked_in());
  print_cpu_line(LogLevel::kWarning);
  show_registers(LogLevel::kWarning, r, {});
  show_trace(LogLevel::kWarning, r, TopFrame::kInterrupted);
  print(LogLevel::kWarning, "---[ end trace 0000000000000000 ]---");
  taint(Taint::kWarn);
}

void Reporter::fault_lines(VirtAddr address, std::uint32_t code, const Walk& walk) {
  const LogLevel level = LogLevel::kAlert;
  if ((code & fault_code::kInstruction) && (code & fault_code::kProtection))
    print(LogLevel::kCrit, "kernel tried to execute NX-protected page - exploit attempt? (uid: 0)");
  if (address.raw() < kPageSize)
    print(level,
          fmt::format("BUG: kernel NULL pointer dereference, address: {:08x}", address.raw()));
  else
    print(level,
          fmt::format("BUG: unable to handle page fault for address: {:08x}", address.raw()));
  print(level, fmt::format("#PF: {} {} in kernel mode",
                           code & fault_code::kUser ? "user" : "supervisor", access_word(code)));
  print(level, fmt::format("#PF: error_code(0x{:04x}) - {}", code, reason_word(code)));
  print(LogLevel::kInfo, page_table_line(walk));
}

void Reporter::begin_oops(std::string_view what, std::uint32_t code) {
  ++oops_count_;
  // Page-table isolation is on in Debian's kernel with PAE, and not built into the other.
  const bool isolated = cpu_.mmu().state().mode == PagingMode::kPae;
  print(LogLevel::kEmerg, fmt::format("{}: {:04x} [#{}] PREEMPT SMP{}", what, code, oops_count_,
                                      isolated ? " PTI" : ""));
}

void Reporter::oops_body(const Registers& r, TopFrame top, std::optional<VirtAddr> cr2,
                         std::string_view function) {
  const LogLevel level = LogLevel::kEmerg;
  print_cpu_line(level);
  show_registers(level, r, function);
  show_trace(level, r, top, function);
  print(level, "Modules linked in: " + scene_.modules_linked_in());
  if (cr2) print(level, fmt::format("CR2: {:016x}", cr2->raw()));
  taint_letter('D');
  print(level, "---[ end trace 0000000000000000 ]---");
  show_registers(level, r, function);
  const Task task = scene_.current();
  // Linux 6.1: the handler of a fault in the kernel's own addresses, or where faults may not be
  // handled, never turns interrupts on.
  const bool stays_off = cr2 && (cr2->raw() >= kPageOffset || scene_.faults_disabled());
  if (stays_off || !(r.eflags & eflags::kIf))
    print(LogLevel::kInfo,
          fmt::format("note: {}[{}] exited with irqs disabled", task.comm(), task.pid()));
}

void Reporter::page_fault(const Registers& r, VirtAddr address, std::uint32_t code,
                          const Walk& walk) {
  fault_lines(address, code, walk);
  begin_oops("Oops", code);
  oops_body(r, TopFrame::kInterrupted, address);
  note(ReportedFault{address, VirtAddr(r.eip), code, walk, r});
}

void Reporter::exception(std::string_view name, const ReportedException& exception) {
  die(name, exception.error_code, exception.registers);
  note(exception);
}

void Reporter::die(std::string_view what, std::uint32_t code, const Registers& r) {
  begin_oops(what, code);
  oops_body(r, TopFrame::kInterrupted, std::nullopt);
}

// Linux: handle_stack_overflow(), arch/x86/kernel/traps.c (64-bit; i386 has no guard pages).
void Reporter::stack_overflow(const Registers& r, VirtAddr address) {
  const StackBounds stack = scene_.current_stack();
  print(LogLevel::kEmerg,
        fmt::format("BUG: TASK stack guard page was hit at {:08x} (stack is {:08x}..{:08x})",
                    address.raw(), stack.bottom.raw(), stack.top.raw()));
  die("stack guard page", 0, r);
  note(ReportedStackOverflow{address, stack, r});
}

std::string Reporter::last_line() const {
  const std::vector<LogLine> lines = log_.lines();
  return lines.empty() ? std::string() : lines.back().text;
}

void Reporter::bug(const Registers& r, std::string_view file, unsigned line) {
  ReportedBug facts{std::string(file), line, {}, last_line(), r};
  print(LogLevel::kEmerg, "------------[ cut here ]------------");
  print(LogLevel::kEmerg, fmt::format("kernel BUG at {}:{}!", file, line));
  die("invalid opcode", 0, r);
  note(facts);
}

void Reporter::export_oops(const Oops& oops, const PagingState& paging) {
  const Registers r = scene_.calling_registers();
  if (oops.kind == Oops::Kind::kBug) {
    const ReportedBug facts{oops.file, oops.line, oops.function, last_line(), r};
    print(LogLevel::kEmerg, "------------[ cut here ]------------");
    print(LogLevel::kEmerg, fmt::format("kernel BUG at {}:{}!", oops.file, oops.line));
    begin_oops("invalid opcode", 0);
    oops_body(r, TopFrame::kCalled, std::nullopt, behind_export(r, oops.function));
    return note(facts);
  }
  const Walk w = walk(cpu_.ram(), paging, oops.address,
                      oops.is_write ? Access::kWrite : Access::kRead, Ring::kSupervisor);
  const std::uint32_t code = w.ok() ? (oops.is_write ? fault_code::kWrite : 0) : w.error_code;
  fault_lines(oops.address, code, w);
  begin_oops("Oops", code);
  Registers shown = r;
  shown.cr2 = oops.address.raw();
  oops_body(shown, TopFrame::kCalled, oops.address, behind_export(r, oops.function));
  note(ReportedFault{oops.address, VirtAddr(r.eip), code, w, r});
}

void Reporter::stale_translation(const StaleUse& use) {
  const LogLevel level = LogLevel::kErr;
  print(level, fmt::format("BUG: stale TLB entry: {} {:08x} by {}",
                           use.access == Access::kWrite     ? "write to"
                           : use.access == Access::kExecute ? "execution of"
                                                            : "read of",
                           use.address.raw(), symbol(use.instruction)));
  print(level,
        fmt::format("its level {} entry at {:#x} was {:#x}, is now {:#x}, and was not flushed",
                    use.entry.level, use.entry.entry_pa.raw(), use.entry.entry, use.entry_now));
  const bool by_guest = use.change.export_name.empty();
  print(level, fmt::format("changed by {}",
                           by_guest ? symbol(use.change.by)
                                    : fmt::format("{}, called from {}", use.change.export_name,
                                                  return_symbol(use.change.by))));
}

void Reporter::hung_task(std::string_view waits_for) {
  const Task task = scene_.current();
  const LogLevel level = LogLevel::kErr;
  print(level, fmt::format("INFO: task {}:{} blocked for more than 120 seconds.", task.comm(),
                           task.pid()));
  print(level, fmt::format("      {} {} #1", tainted(), scene_.release()));
  print(level, "\"echo 0 > /proc/sys/kernel/hung_task_timeout_secs\" disables this message.");
  print(level, fmt::format("task:{:<15} state:D stack:0     pid:{:<5} ppid:1      flags:0x00000000",
                           task.comm(), task.pid()));
  show_trace(level, scene_.calling_registers(), TopFrame::kCalled);
  print(level, fmt::format("{}:{} waits for {}, and no other task can run", task.comm(), task.pid(),
                           waits_for));
}

}  // namespace mm32::emu
