// The main job: load and run modules on a machine, unload them, and judge the result.
//
//   for each file: compile when it is C, load, run init     then, in reverse: run exit, unload
//
// The kernel log goes to the machine's console as it is written. Diagnostics are for standard
// error; the first failure decides the exit status, except that a worse one (4) replaces it. An
// init that fails with the error that was expected ends the loading as well, but is no failure.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "emu/loader/compiler.hpp"
#include "emu/machine/machine.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {

/// A file to run with the words that belong to it.
struct RunFile {
  std::filesystem::path path;
  std::vector<std::string> parameters{};
};

/// Who wrote a diagnostic: a line of ours, or text of the compiler to be shown as it is.
enum class MessageOrigin : std::uint8_t { kMm32, kCompiler };

/// Whether finish() looks for what the modules left behind.
enum class LeakCheck : std::uint8_t { kNo, kYes };

/// Whether to say what a module's file tells about itself: licence, author, parameters, …
enum class FileFacts : std::uint8_t { kKeep, kSay };

struct RunOptions {
  MissingSymbols missing_symbols = MissingSymbols::kRefuse;
  std::optional<int> expected_init_error{};  // one of the inits has to fail with it
  FileFacts file_facts = FileFacts::kKeep;
};

class RunSession {
 public:
  using Diagnose = std::function<void(MessageOrigin, const std::string&)>;

  RunSession(Machine& machine, CompilerOptions compiler, Diagnose diagnose,
             RunOptions options = {});
  ~RunSession();
  RunSession(const RunSession&) = delete;
  RunSession& operator=(const RunSession&) = delete;

  /// Loads and starts every file; stops at the first that cannot be loaded.
  void start(const std::vector<RunFile>& files);
  /// Runs the exits, newest first. Leaks are found only where allocations are tracked.
  void finish(LeakCheck leaks = LeakCheck::kYes);
  ExitStatus status() const { return status_; }

 private:
  static constexpr std::size_t kMostExplanations = 4;  // a call

  bool judge_init(const std::string& file_name, int error);
  void judge_expectation();
  void say_died(const std::string& module, const char* function);
  void judge_reports();
  bool keep_permanent(Module& module);
  void refuse(const LoadError& error, ExitStatus status);
  bool start_one(ElfObject object, const std::vector<std::string>& parameters);
  void judge(const CallOutcome& outcome, const std::string& module, const char* function);
  void say_outcome(const CallOutcome& outcome, const std::string& module, const char* function);
  void check_leaks();
  void fail(ExitStatus status, const std::string& line);

  Machine& machine_;
  Compiler compiler_;
  Diagnose diagnose_;
  RunOptions options_;
  bool init_failed_as_expected_ = false;
  ExitStatus status_ = ExitStatus::kSuccess;
  bool machine_usable_ = true;
  unsigned unloaded_ = 0;                    // modules, by finish()
  std::vector<std::string> explanations_{};  // of what the present call was reported for
};

}  // namespace mm32::emu
