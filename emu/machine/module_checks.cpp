// What load_module looks at before a module may run: what taints the kernel, symbols that it may
// not use, symbols that it may not define. The lines in the log are Linux's. Linux 6.1:
// kernel/module/main.c check_modinfo, simplify_symbols, verify_exported_symbols.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "emu/loader/gpl_only_exports.hpp"
#include "emu/loader/module_signature.hpp"
#include "emu/machine/machine.hpp"
#include "emu/machine/module_resolver.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

// Symbols that Linux has in modules of its library. The resident kernel has them too, so that what
// needs them runs without; a module may still bring its own.
bool is_of_library_module(std::string_view symbol) {
  static constexpr std::array<std::string_view, 9> kPrefixes = {
      "crc16", "crc32c", "crc64", "crc7", "crc8", "crc_itu_t", "crc_t10dif", "objagg_", "parman_"};
  return std::ranges::any_of(kPrefixes, [&](auto prefix) { return symbol.starts_with(prefix); });
}

}  // namespace

// The lines are those of Debian's kernel; the classic machine is silent about what every module
// that a user brings would say.
void Modules::note_taints(Module& module, const ElfObject& object) {
  const ModInfo& info = object.modinfo();
  Reporter& reporter = machine_.reporter();
  const bool as_debian = machine_.config().layout == LayoutName::kLinux61;
  enum class Say : std::uint8_t { kOnce, kAlways };
  const auto taint = [&](char letter, Say when, LogLevel level, const std::string& line) {
    module.taints += letter;
    if (!line.empty() && (when == Say::kAlways || !reporter.is_tainted(letter)))
      machine_.log().line(level, fmt::format("{}: {}", module.name, line));
    reporter.taint_letter(letter);
  };
  if (!info.first("intree"))
    taint('O', Say::kOnce, LogLevel::kWarning,
          as_debian ? "loading out-of-tree module taints kernel." : "");
  if (info.first("staging"))
    taint('C', Say::kAlways, LogLevel::kWarning,
          "module is from the staging directory, the quality is unknown, you have been warned.");
  const std::string_view licence = info.first("license").value_or("unspecified");
  if (!is_gpl_compatible(licence)) {
    taint('P', Say::kOnce, LogLevel::kWarning,
          fmt::format("module license '{}' taints kernel.", licence));
    reporter.stop_lock_debugging();
  }
  if (info.first("test"))
    taint('N', Say::kOnce, LogLevel::kWarning, "loading test module taints kernel.");
  if (as_debian && !is_signed_by_kernel_build(object.bytes()))
    taint('E', Say::kOnce, LogLevel::kNotice,
          "module verification failed: signature and/or required key missing - tainting kernel");
  std::ranges::sort(module.taints, {},
                    [](char letter) { return taint_bits(std::string_view(&letter, 1)); });
}

void Modules::log_unresolved(const Module& module, const ModuleResolver& resolver) {
  for (const Unresolved& symbol : resolver.unresolved()) {
    if (symbol.error == Errno::kInval)
      machine_.log().line(
          LogLevel::kErr,
          fmt::format("{}: module uses symbol ({}) from namespace {}, but does not import it.",
                      module.name, symbol.name, symbol.name_space));
    machine_.log().line(LogLevel::kWarning,
                        fmt::format("{}: Unknown symbol {} (err -{})", module.name, symbol.name,
                                    static_cast<int>(symbol.error)));
  }
}

// A module of Linux's own tree defines what is not in the kernel there, though it may be here.
Loaded<void> Modules::check_exports(const Module& module, const ElfObject& object) {
  const bool in_tree = object.modinfo().first("intree").has_value();
  for (const ExportedSymbol& symbol : module.linked->exports) {
    const auto other = exported(symbol.name);
    const bool in_kernel = machine_.image().offered().contains(symbol.name) && !in_tree &&
                           !is_of_library_module(symbol.name);
    if (!other && !in_kernel) continue;
    const std::string what = fmt::format("exports duplicate symbol {} (owned by {})", symbol.name,
                                         in_kernel ? "kernel" : other->module->name);
    machine_.log().line(LogLevel::kErr, fmt::format("{}: {}", module.name, what));
    return load_error(fmt::format("{}: {}", object.file_name(), what));
  }
  return {};
}

bool Modules::is_gpl_export(std::string_view name) const {
  if (const auto found = exported(name)) return found->symbol->licence == ExportLicence::kGplOnly;
  return is_gpl_only_in_kernel(name);
}

}  // namespace mm32::emu
