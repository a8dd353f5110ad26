// Runs guest programs of tests/guest on a machine and keeps what they and mm32 said.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "emu/command/run_session.hpp"

namespace mm32::test {

class RunMachine {
 public:
  explicit RunMachine(emu::MachineOptions options) {
    options.console = [this](const emu::LogLine& line) { log.push_back(line.text); };
    auto booted = emu::Machine::boot(std::move(options));
    if (!booted) throw std::runtime_error(booted.error().message);
    machine = std::move(*booted);
  }

  static emu::MachineOptions tracking(std::uint64_t mem = std::uint64_t{160} << 20) {
    emu::MachineOptions options;
    options.config.mem = Bytes(mem);
    options.track_allocations = emu::TrackAllocations::kYes;
    return options;
  }

  /// Loads and runs the files of tests/guest, then unloads them.
  emu::ExitStatus run(const std::vector<std::string>& files) {
    emu::CompilerOptions compiler;
    compiler.include_folders = {emu::GuestFiles::locate(machine->config().paging).value().include};
    if (machine->config().paging == PagingMode::kPae)
      compiler.flags.emplace_back("-DCONFIG_X86_PAE=1");
    emu::RunSession session(
        *machine, compiler,
        [this](emu::MessageOrigin, const std::string& line) { said.push_back(line); });
    std::vector<emu::RunFile> paths;
    for (const std::string& file : files)
      paths.push_back({std::string(MM32_SOURCE_DIR "/tests/guest/") + file, {}});
    session.start(paths);
    session.finish();
    return session.status();
  }

  std::vector<std::string> log{};   // the kernel's
  std::vector<std::string> said{};  // diagnostics of mm32
  std::unique_ptr<emu::Machine> machine{};
};

}  // namespace mm32::test
