#include "module_args.hpp"

#include <fmt/format.h>

#include "emu/command/errno_name.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

constexpr const char* kGroup = "Modules";

Expected<emu::MissingSymbols> missing_symbols(const std::string& text) {
  if (text.empty()) return emu::MissingSymbols::kRefuse;
  if (text == "fail") return emu::MissingSymbols::kFailAtCall;
  if (text == "zero") return emu::MissingSymbols::kReturnZero;
  return failure(ExitStatus::kUsage,
                 fmt::format("--run-missing takes fail or zero, not '{}'", text));
}

}  // namespace

void add_source_options(CLI::App& command, ModuleArgs& args) {
  command
      .add_option("--kernel-version", args.kernel_version,
                  "the kernel that C sources were written for: 2.6.32, 4.19, … (6.1)")
      ->group(kGroup);
}

void add_load_options(CLI::App& command, ModuleArgs& args) {
  command
      .add_option("--run-missing", args.run_missing,
                  "load a module although symbols are missing; a call of one\n"
                  "ends its task (fail) or returns 0 (zero)")
      ->type_name("TEXT:{fail,zero}")
      ->group(kGroup);
  command.add_flag("-v,--verbose", args.verbose, "say what each module file tells about itself")
      ->group(kGroup);
}

void add_judge_options(CLI::App& command, ModuleArgs& args) {
  command
      .add_option("--expect-init", args.expect_init,
                  "an init has to return this error: ENODEV, -19 or 19")
      ->group(kGroup);
}

Expected<emu::RunOptions> run_options(const ModuleArgs& args) {
  emu::RunOptions options;
  MM_TRY_ASSIGN(options.missing_symbols, missing_symbols(args.run_missing));
  if (!args.expect_init.empty()) {
    options.expected_init_error = emu::parse_errno(args.expect_init);
    if (!options.expected_init_error)
      return failure(ExitStatus::kUsage,
                     fmt::format("--expect-init takes an error such as ENODEV, -19 or 19, not '{}'",
                                 args.expect_init));
  }
  if (args.verbose) options.file_facts = emu::FileFacts::kSay;
  return options;
}

Expected<emu::KernelVersion> kernel_version(const ModuleArgs& args) {
  if (args.kernel_version.empty()) return emu::KernelVersion{};
  const auto version = emu::KernelVersion::parse(args.kernel_version);
  if (version) return *version;
  return failure(ExitStatus::kUsage,
                 fmt::format("--kernel-version takes a version from 2.4 to 6.99 such as 2.6.32 or "
                             "5.10, not '{}'",
                             args.kernel_version));
}

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

}  // namespace mm32::tool
