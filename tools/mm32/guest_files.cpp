#include "guest_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "emu/command/target_kernel.hpp"

namespace mm32::tool {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

emu::CompilerOptions compiler_options(const MachineConfig& config) {
  emu::CompilerOptions options;
  if (const auto files = emu::GuestFiles::locate(config.paging))
    options.include_folders = {files->include};
  if (config.paging == PagingMode::kPae) options.flags.emplace_back("-DCONFIG_X86_PAE=1");
  const char* const no_colour = std::getenv("NO_COLOR");
  if (isatty(STDERR_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0'))
    options.colour = emu::MessageColour::kAlways;
  return options;
}

// A word with '=' that is not a file is a parameter of the module before it.
std::vector<emu::RunFile> run_files(const std::vector<std::string>& words) {
  std::vector<emu::RunFile> files;
  for (const std::string& word : words) {
    std::error_code error;
    const bool parameter =
        word.find('=') != std::string::npos && !std::filesystem::exists(word, error);
    if (!files.empty() && parameter)
      files.back().parameters.push_back(word);
    else
      files.push_back({word, {}});
  }
  return files;
}

// Adds to the options what the modules need: a .ko brings its kernel's layout along.
Expected<MachineArgs> fit_to_modules(MachineArgs args, const std::vector<emu::RunFile>& files) {
  std::vector<std::filesystem::path> paths;
  paths.reserve(files.size());
  for (const emu::RunFile& file : files) paths.push_back(file.path);
  MM_TRY_ASSIGN(const auto kernel, emu::kernel_of_files(paths));
  if (!kernel) return args;
  if (args.pae && kernel->paging == PagingMode::kTwoLevel)
    return failure(ExitStatus::kUsage,
                   fmt::format("{} is built for {}, a kernel without PAE: run it without --pae",
                               kernel->file.string(), kernel->release));
  if (args.layout.empty()) args.layout = "linux-6.1";
  args.pae = kernel->paging == PagingMode::kPae;
  return args;
}

}  // namespace mm32::tool
