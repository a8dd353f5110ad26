// The command symbols: what modules import and who provides it.
#include "emu/command/symbol_report.hpp"
#include "emu/loader/module_files.hpp"
#include "session.hpp"

namespace mm32::tool {

int symbols_command(const Arguments& args, Output& output) {
  const std::vector<emu::RunFile> files = run_files(args.files);
  const auto version = kernel_version(args.modules);
  if (!version) return refuse(version.error(), output);
  const auto fitted = fit_to_modules(args.machine, files);
  if (!fitted) return refuse(fitted.error(), output);
  auto options = machine_options(*fitted);
  if (!options) return refuse(options.error(), output);
  const auto machine = emu::Machine::boot(std::move(*options));
  if (!machine) return refuse(machine.error(), output);
  std::vector<std::filesystem::path> paths;
  paths.reserve(files.size());
  for (const emu::RunFile& file : files) paths.push_back(file.path);
  const emu::Compiler compiler(compiler_options((*machine)->config(), *version));
  const auto opened = emu::open_modules(paths, compiler);
  if (!opened) {
    output.relay(opened.error().compiler_messages);
    for (const std::string& line : opened.error().lines) output.diagnose(line);
    return to_int(emu::ExitStatus::kUsage);
  }
  output.relay(opened->messages);
  const auto modules = emu::list_imports(**machine, opened->modules);
  if (args.machine.json)
    output.print(
        emu::to_json(modules).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  else
    output.print(emu::to_text(modules));
  for (const emu::ModuleImports& module : modules)
    if (module.missing() != 0) return to_int(emu::ExitStatus::kGuestMisbehaved);
  return to_int(emu::ExitStatus::kSuccess);
}

}  // namespace mm32::tool
