// A booted machine that keeps its log, and modules for it from C text.
#pragma once

#include <string>
#include <string_view>

#include "emu/loader/compiler.hpp"
#include "emu/loader/process.hpp"
#include "emu/machine/machine.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::test {

class BootedMachine {
 public:
  explicit BootedMachine(emu::MachineOptions options = {}) {
    options.console = [this](const emu::LogLine& line) { log += line.text + "\n"; };
    auto booted = emu::Machine::boot(std::move(options));
    if (!booted) throw std::runtime_error(booted.error().message);
    machine = std::move(*booted);
  }

  /// Compiles `source` (no #include needed) and loads it.
  const emu::Module& load(const std::string& source) { return load(compile(source)); }
  const emu::Module& load(std::vector<std::byte> object) {
    auto parsed = emu::ElfObject::parse("probe.ko", std::move(object));
    if (!parsed) throw std::runtime_error(parsed.error().lines.front());
    auto loaded = machine->modules().load(std::move(*parsed), {});
    if (!loaded) throw std::runtime_error(loaded.error().lines.front());
    return **loaded;
  }
  static std::vector<std::byte> compile(const std::string& source) {
    const auto folder = emu::TemporaryFolder::create().value();
    const auto file = folder.path() / "probe.c";
    if (!emu::write_text_file(file, "#include <linux/module.h>\n#include <linux/kernel.h>\n" +
                                        source + "\nMODULE_LICENSE(\"GPL\");\n"))
      throw std::runtime_error("cannot write the probe");
    emu::CompilerOptions options;
    options.include_folders = {emu::GuestFiles::locate(PagingMode::kTwoLevel).value().include};
    options.cache_folder.clear();
    const auto compiled = emu::Compiler(options).compile(emu::module_of(file));
    if (!compiled) {
      std::string text;
      for (const std::string& line : compiled.error().lines) text += line + "\n";
      throw std::runtime_error(text);
    }
    return compiled->object;
  }
  emu::CallOutcome call(const emu::Module& module, std::string_view function,
                        std::uint32_t argument = 0) {
    return machine->call(module.linked->find_symbol(function).value(), {argument, 0, 0});
  }
  bool logged(std::string_view text) const { return log.find(text) != std::string::npos; }

  std::string log{};
  std::unique_ptr<emu::Machine> machine{};
};

}  // namespace mm32::test
