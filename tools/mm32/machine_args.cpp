#include "machine_args.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "emu/command/kernel_parameters.hpp"
#include "emu/command/size.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

constexpr double kMostSeconds = 1e9;
constexpr Bytes kLeastMem{std::uint64_t{16} << 20};
constexpr Bytes kMostMem{std::uint64_t{4} << 30};
constexpr Bytes kMostMemPae{std::uint64_t{64} << 30};

Expected<Bytes> size_option(const char* option, const std::string& text) {
  if (const auto size = emu::parse_size(text)) return *size;
  return failure(ExitStatus::kUsage,
                 fmt::format("{} takes a size such as 160M or 4G, not '{}'", option, text));
}

Expected<Bytes> memory_size(const MachineArgs& args) {
  MM_TRY_ASSIGN(const Bytes size, size_option("--mem", args.mem));
  if (size < kLeastMem)
    return failure(ExitStatus::kUsage,
                   fmt::format("--mem {} is too small: a machine has at least 16M", args.mem));
  if (args.pae && size > kMostMemPae)
    return failure(
        ExitStatus::kUsage,
        fmt::format("--mem {} is too large: with --pae a machine has at most 64G", args.mem));
  if (!args.pae && size > kMostMem)
    return failure(ExitStatus::kUsage,
                   fmt::format("--mem {} is too large: more than 4G needs --pae", args.mem));
  return Bytes(align_down(size.raw(), kPageSize));
}

Expected<void> parse_reserved(const std::string& text,
                              std::map<std::string, std::uint32_t>& reserved) {
  const auto bad = [&] {
    return failure(ExitStatus::kUsage,
                   fmt::format("--reserved takes ZONE=PAGES,… with zones DMA, Normal, HighMem "
                               "and Movable, not '{}'",
                               text));
  };
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string item = text.substr(at, comma - at);
    const std::size_t equals = item.find('=');
    if (equals == std::string::npos) return bad();
    const std::string zone = item.substr(0, equals);
    std::uint32_t pages = 0;
    const char* const end = item.data() + item.size();
    const auto [rest, error] = std::from_chars(item.data() + equals + 1, end, pages);
    if (error != std::errc() || rest != end) return bad();
    if (zone != "DMA" && zone != "Normal" && zone != "HighMem" && zone != "Movable") return bad();
    reserved[zone] = pages;
    at = comma + 1;
  }
  return {};
}

Expected<std::uint64_t> seed_option(const std::string& text) {
  std::uint64_t seed = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, seed);
  if (error == std::errc() && rest == end) return seed;
  return failure(ExitStatus::kUsage,
                 fmt::format("--seed takes a whole number below 2^64, not '{}'", text));
}

Expected<std::chrono::milliseconds> timeout_option(const std::string& text) {
  double seconds = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, seconds);
  if (error == std::errc() && rest == end && seconds >= 0 && seconds <= kMostSeconds)
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000)));
  return failure(ExitStatus::kUsage,
                 fmt::format("--timeout takes a number of seconds from 0 to {:.0f}, not '{}'",
                             kMostSeconds, text));
}

Expected<void> one_of(const char* option, const std::string& text, const char* first,
                      const char* second) {
  if (text == first || text == second) return {};
  return failure(ExitStatus::kUsage,
                 fmt::format("{} takes {} or {}, not '{}'", option, first, second, text));
}

Expected<void> parse_params(const MachineArgs& args, MachineConfig& config) {
  for (const std::string& param : args.params) {
    const std::size_t equals = param.find('=');
    if (equals == 0)
      return failure(ExitStatus::kUsage, fmt::format("--param takes NAME=VALUE, not '{}'", param));
    const std::string value = equals == std::string::npos ? "" : param.substr(equals + 1);
    MM_TRY(emu::set_kernel_parameter(config, param.substr(0, equals), value));
  }
  if (args.slub_debug) MM_TRY(emu::set_kernel_parameter(config, "slub_debug", *args.slub_debug));
  if (!args.init_on_alloc.empty()) {
    MM_TRY(one_of("--init-on-alloc", args.init_on_alloc, "0", "1"));
    MM_TRY(emu::set_kernel_parameter(config, "init_on_alloc", args.init_on_alloc));
  }
  if (args.page_poison) MM_TRY(emu::set_kernel_parameter(config, "page_poison", "1"));
  if (args.debug_pagealloc) MM_TRY(emu::set_kernel_parameter(config, "debug_pagealloc", "1"));
  if (args.check_tlb) MM_TRY(emu::set_kernel_parameter(config, "check_tlb", "1"));
  if (args.test_device) MM_TRY(emu::set_kernel_parameter(config, "test_device", "1"));
  if (args.vmalloc_debug) MM_TRY(emu::set_kernel_parameter(config, "vmalloc_debug", "1"));
  return {};
}

}  // namespace

// A word with a dot or a slash is a file to run, no value of this option.
void complete_slub_debug(std::vector<std::string>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    const bool bare = *word == "--slub-debug";
    if (!bare && *word != "--slub-debug=") continue;
    const auto value = std::next(word);
    const bool follows = bare && value != words.end() && !value->starts_with("--") &&
                         value->find_first_of("./") == std::string::npos;
    if (!follows) *word = "--slub-debug=FZPU";
  }
}

void add_machine_options(CLI::App& command, MachineArgs& args) {
  const char* group = "Machine";
  command.add_option("--mem", args.mem, "RAM: 16M to 4G, with --pae to 64G")
      ->capture_default_str()
      ->group(group);
  command.add_flag("--pae", args.pae, "three-level page tables with NX")->group(group);
  command
      .add_option("--layout", args.layout,
                  "address space: classic or linux-6.1 (default: as the module asks, else classic)")
      ->type_name("TEXT:{classic,linux-6.1}")
      ->group(group);
  command.add_option("--vmalloc", args.vmalloc, "size of the vmalloc area, as vmalloc=")
      ->group(group);
  command.add_option("--highmem", args.highmem, "amount of highmem, as highmem=")->group(group);
  command.add_option("--cma", args.cma, "size of the CMA area")->group(group);
  command.add_option("--movablecore", args.movablecore, "memory for ZONE_MOVABLE")->group(group);
  command.add_flag("--thp", args.thp, "raise min_free_kbytes as khugepaged does")->group(group);
  command
      .add_option("--reserved", args.reserved,
                  "pages of zones that image and boot take, ZONE=PAGES,…")
      ->group(group);
  command.add_option("--seed", args.seed, "seed of the machine's random numbers")
      ->capture_default_str()
      ->group(group);
  command.add_option("--timeout", args.timeout, "seconds a run may take; 0: no limit")
      ->capture_default_str()
      ->group(group);
  command.add_option("--kstack", args.kstack, "kernel stack: 8k or 4k")
      ->type_name("TEXT:{8k,4k}")
      ->capture_default_str()
      ->group(group);
  command
      .add_option("--slub-debug", args.slub_debug,
                  "debug slab caches, as slub_debug=: letters of FZPUT, then ,CACHE…;\n"
                  "without a value FZPU")
      ->group(group);
  command.add_flag("--page-poison", args.page_poison, "fill free pages, check them when given out")
      ->group(group);
  command
      .add_flag("--debug-pagealloc", args.debug_pagealloc,
                "unmap free lowmem pages, so that touching one faults")
      ->group(group);
  command
      .add_flag("--vmalloc-debug", args.vmalloc_debug,
                "flush the TLB at each vfree, so that a use after it faults")
      ->group(group);
  command
      .add_flag("--check-tlb", args.check_tlb,
                "report accesses through translations that should have been flushed (slow)")
      ->group(group);
  command
      .add_flag("--test-device", args.test_device,
                "a device to map: registers at 0xe0000000, a frame buffer at 0xe0100000")
      ->group(group);
  command.add_option("--init-on-alloc", args.init_on_alloc, "clear all that is allocated: 0 or 1")
      ->group(group);
  command.add_option("--trace", args.trace, "write the event stream of the run to this file")
      ->group(group);
  command
      .add_option("--trace-format", args.trace_format,
                  "jsonl, chrome or ftrace; else by the file's extension (.jsonl, .json, other)")
      ->group(group);
  command
      .add_option("--trace-event", args.trace_events,
                  "trace only these: kmalloc, kmem:*, tlb_flush, … (may be repeated)")
      ->delimiter(',')
      ->take_all()
      ->type_size(1)
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--param", args.params, "kernel parameter or sysctl, NAME=VALUE")
      ->take_all()
      ->type_size(1)
      ->allow_extra_args(false)
      ->group(group);
}

Expected<std::optional<emu::TraceOptions>> trace_options(const MachineArgs& args) {
  if (args.trace.empty()) {
    if (args.trace_format.empty() && args.trace_events.empty()) return std::nullopt;
    return failure(ExitStatus::kUsage, "--trace-format and --trace-event need --trace FILE");
  }
  emu::TraceOptions options{args.trace, emu::trace_format_of(args.trace)};
  if (!args.trace_format.empty()) {
    const auto format = emu::trace_format_named(args.trace_format);
    if (!format)
      return failure(
          ExitStatus::kUsage,
          fmt::format("--trace-format takes jsonl, chrome or ftrace, not '{}'", args.trace_format));
    options.format = *format;
  }
  if (!args.trace_events.empty()) options.events = 0;
  for (const std::string& pattern : args.trace_events) {
    const EventMask selected = emu::select_events(pattern);
    if (selected == 0) {
      std::string names;
      for (const emu::TraceEventName& name : emu::trace_event_names())
        names += fmt::format(" {}:{}", name.system, name.name);
      return failure(ExitStatus::kUsage,
                     fmt::format("there is no trace event '{}'; there are{}", pattern, names));
    }
    options.events |= selected;
  }
  return options;
}

Expected<emu::MachineOptions> machine_options(const MachineArgs& args) {
  emu::MachineOptions options;
  MachineConfig& config = options.config;
  if (!args.layout.empty()) {
    MM_TRY(one_of("--layout", args.layout, "classic", "linux-6.1"));
  }
  MM_TRY(one_of("--kstack", args.kstack, "8k", "4k"));
  MM_TRY_ASSIGN(config.mem, memory_size(args));
  config.paging = args.pae ? PagingMode::kPae : PagingMode::kTwoLevel;
  config.layout = args.layout == "linux-6.1" ? LayoutName::kLinux61 : LayoutName::kClassic;
  if (!args.vmalloc.empty()) {
    MM_TRY_ASSIGN(config.vmalloc, size_option("--vmalloc", args.vmalloc));
  }
  if (!args.highmem.empty()) {
    MM_TRY_ASSIGN(config.highmem, size_option("--highmem", args.highmem));
  }
  if (!args.cma.empty()) {
    MM_TRY_ASSIGN(config.cma, size_option("--cma", args.cma));
  }
  if (!args.movablecore.empty()) {
    MM_TRY_ASSIGN(config.movablecore, size_option("--movablecore", args.movablecore));
  }
  config.thp = args.thp;
  MM_TRY_ASSIGN(config.seed, seed_option(args.seed));
  MM_TRY(parse_reserved(args.reserved, config.reserved));
  MM_TRY(parse_params(args, config));
  options.kernel_stack = Bytes(args.kstack == "4k" ? 4096 : 8192);
  MM_TRY_ASSIGN(options.timeout, timeout_option(args.timeout));
  return options;
}

}  // namespace mm32::tool
