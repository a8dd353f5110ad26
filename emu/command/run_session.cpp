#include "emu/command/run_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "emu/command/errno_name.hpp"
#include "emu/command/file_facts.hpp"
#include "emu/explain/explanation.hpp"
#include "emu/leaks/leak_report.hpp"
#include "emu/loader/module_files.hpp"
#include "emu/loader/module_parameters.hpp"

namespace mm32::emu {

namespace {

// '-' and '_' are the same in the names of parameters.
std::string parameter_name(std::string_view word) {
  std::string name(word.substr(0, word.find('=')));
  std::ranges::replace(name, '-', '_');
  return name;
}

bool has_parameter(const ElfObject& object, const std::string& name) {
  return std::ranges::any_of(describe_parameters(object.modinfo()),
                             [&](const auto& known) { return parameter_name(known.name) == name; });
}

// The words that follow a file belong to the module that it makes; of a folder's modules to those
// that know the parameter, and to all of them when none does.
std::vector<std::string> parameters_for(const std::vector<RunFile>& files, const ElfObject& object,
                                        const std::vector<ElfObject>& all) {
  std::vector<std::string> words;
  const auto is_for = [&](const std::string& word) {
    const std::string name = parameter_name(word);
    return has_parameter(object, name) ||
           std::ranges::none_of(all, [&](const auto& o) { return has_parameter(o, name); });
  };
  for (const RunFile& file : files) {
    std::error_code error;
    if (std::filesystem::is_directory(file.path, error))
      std::ranges::copy_if(file.parameters, std::back_inserter(words), is_for);
    else if (module_of(file.path).name == module_of(object.file_name()).name)
      words.insert(words.end(), file.parameters.begin(), file.parameters.end());
  }
  return words;
}

// A module that this kernel cannot satisfy is the guest's fault, one that it cannot read the
// user's.
ExitStatus load_status(const LoadError& error) {
  return error.code == Errno::kNoEnt || error.code == Errno::kNoMem ? ExitStatus::kGuestMisbehaved
                                                                    : ExitStatus::kUsage;
}

}  // namespace

RunSession::RunSession(Machine& machine, CompilerOptions compiler, Diagnose diagnose,
                       RunOptions options)
    : machine_(machine),
      compiler_(std::move(compiler)),
      diagnose_(std::move(diagnose)),
      options_(options) {
  machine_.modules().set_missing_symbols(options_.missing_symbols);
  machine_.reporter().set_listener([this](const Misbehaviour& what) {
    if (explanations_.size() < kMostExplanations)
      explanations_.push_back("why: " + explain(machine_, what));
  });
}

RunSession::~RunSession() { machine_.reporter().set_listener({}); }

void RunSession::refuse(const LoadError& error, ExitStatus status) {
  if (!error.compiler_messages.empty())
    diagnose_(MessageOrigin::kCompiler, error.compiler_messages);
  for (const std::string& line : error.lines) fail(status, line);
}

void RunSession::start(const std::vector<RunFile>& files) {
  std::vector<std::filesystem::path> paths;
  paths.reserve(files.size());
  for (const RunFile& file : files) paths.push_back(file.path);
  auto opened = open_modules(paths, compiler_);
  if (!opened) {
    refuse(opened.error(), ExitStatus::kUsage);
    return;
  }
  if (!opened->messages.empty()) diagnose_(MessageOrigin::kCompiler, opened->messages);
  std::vector<std::vector<std::string>> parameters;
  for (const ElfObject& object : opened->modules)
    parameters.push_back(parameters_for(files, object, opened->modules));
  for (std::size_t index = 0; index < parameters.size(); ++index)
    if (!start_one(std::move(opened->modules[index]), parameters[index]) || !machine_usable_)
      return;
}

bool RunSession::start_one(ElfObject object, const std::vector<std::string>& parameters) {
  const std::string file_name = object.file_name();
  if (object.kind() != ElfObject::Kind::kModule) {
    fail(ExitStatus::kUsage, file_name + ": is a kernel image, not a module");
    return false;
  }
  const std::string name = object.module_name();
  for (const auto& loaded : machine_.modules().all())
    if (loaded->name == name) {
      fail(ExitStatus::kUsage, fmt::format("{}: a module '{}' is loaded already", file_name, name));
      return false;
    }
  if (options_.file_facts == FileFacts::kSay)
    for (const std::string& line : describe_file(object)) diagnose_(MessageOrigin::kMm32, line);
  auto module = machine_.modules().load(std::move(object), parameters);
  if (!module) {
    refuse(module.error(), load_status(module.error()));
    return false;
  }
  const auto& linked = *(*module)->linked;
  if (!linked.init_function && !linked.exit_function && linked.exports.empty()) {
    fail(ExitStatus::kUsage, file_name + ": has no init function (module_init), nothing to run");
    return false;
  }
  const CallOutcome outcome = machine_.modules().run_init(**module);
  judge(outcome, name, "init");
  const auto result = static_cast<std::int32_t>(outcome.value);
  if (outcome.kind != CallOutcome::Kind::kReturned) return false;
  return result >= 0 || judge_init(file_name, -result);
}

// Of an init that returned an error: false, nothing after it is loaded.
bool RunSession::judge_init(const std::string& file_name, int error) {
  init_failed_as_expected_ = options_.expected_init_error == error;
  if (init_failed_as_expected_) {
    diagnose_(MessageOrigin::kMm32, fmt::format("{}: init returned -{} ({}), as expected",
                                                file_name, error, errno_name(error)));
    return false;
  }
  fail(ExitStatus::kGuestMisbehaved,
       fmt::format("could not insert module {}: {} (init returned -{}, {})", file_name,
                   errno_meaning(error), error, errno_symbol(error)));
  return false;
}

void RunSession::judge_expectation() {
  if (!options_.expected_init_error || init_failed_as_expected_) return;
  if (status_ == ExitStatus::kSuccess)
    fail(ExitStatus::kGuestMisbehaved,
         fmt::format("no init returned -{} ({}), which --expect-init asks for",
                     *options_.expected_init_error, errno_name(*options_.expected_init_error)));
}

void RunSession::say_died(const std::string& module, const char* function) {
  Reporter& reporter = machine_.reporter();
  const auto missing = reporter.take_missing_symbol();
  if (missing && options_.missing_symbols == MissingSymbols::kFailAtCall)
    return fail(ExitStatus::kGuestMisbehaved,
                fmt::format("{}: {} called {}, which nobody provides", module, function, *missing));
  fail(ExitStatus::kGuestMisbehaved, fmt::format("{}: {} was killed by an oops", module, function));
}

void RunSession::judge(const CallOutcome& outcome, const std::string& module,
                       const char* function) {
  say_outcome(outcome, module, function);
  for (const std::string& line : std::exchange(explanations_, {}))
    diagnose_(MessageOrigin::kMm32, line);
}

void RunSession::say_outcome(const CallOutcome& outcome, const std::string& module,
                             const char* function) {
  const auto say = [&](ExitStatus status, const std::string& what) {
    fail(status, fmt::format("{}: {} {}", module, function, what));
  };
  switch (outcome.kind) {
    case CallOutcome::Kind::kReturned:
      if (machine_.mm().pages().state().oom_victim != 0)
        say(ExitStatus::kGuestMisbehaved, "used up the memory: its process was killed for it");
      return;
    case CallOutcome::Kind::kAbandoned:
      machine_usable_ = false;
      return;
    case CallOutcome::Kind::kDied:
      return say_died(module, function);
    case CallOutcome::Kind::kHung:
      return say(ExitStatus::kGuestMisbehaved, "never returns: it waits for " + outcome.detail);
    case CallOutcome::Kind::kTimedOut:
      machine_usable_ = false;
      return say(ExitStatus::kBudgetSpent, "did not return in the time allowed (--timeout)");
    case CallOutcome::Kind::kHalted:
      machine_usable_ = false;
      return say(ExitStatus::kGuestMisbehaved, "stopped the machine: " + outcome.detail);
    case CallOutcome::Kind::kAborted:
      machine_usable_ = false;
      return say(ExitStatus::kInternalFault, "met a fault of mm32 itself: " + outcome.detail);
  }
}

void RunSession::finish(LeakCheck leaks) {
  machine_.log().flush();
  while (machine_usable_) {
    Module* newest = nullptr;
    for (const auto& module : machine_.modules().all())
      if (module->state == Module::State::kLive) newest = module.get();
    if (newest == nullptr) break;
    const std::string name = newest->name;
    if (keep_permanent(*newest)) continue;
    if (const std::uint32_t users = machine_.modules().stop(*newest); users != 0) {
      newest->state = Module::State::kInUse;
      fail(ExitStatus::kGuestMisbehaved,
           fmt::format("could not remove module {}: it is in use (use count {})", name, users));
      continue;
    }
    const CallOutcome outcome = machine_.modules().unload(*newest);
    if (outcome.kind == CallOutcome::Kind::kReturned) ++unloaded_;
    judge(outcome, name, "exit");
  }
  machine_.log().flush();
  if (leaks == LeakCheck::kYes && machine_usable_ && machine_.allocations() != nullptr)
    check_leaks();
  judge_expectation();
  judge_reports();
}

// Linux never unloads a module without an exit function, and so none whose exports it uses. That is
// no fault: the machine ends with it loaded, and what it holds is not leaked.
bool RunSession::keep_permanent(Module& module) {
  const auto uses_it = [&](const std::unique_ptr<Module>& other) {
    return other->state == Module::State::kPermanent &&
           std::ranges::find(other->uses, &module) != other->uses.end();
  };
  const auto& all = machine_.modules().all();
  const auto user = std::ranges::find_if(all, uses_it);
  if (!module.is_permanent() && user == all.end()) return false;
  module.state = Module::State::kPermanent;
  diagnose_(MessageOrigin::kMm32,
            module.is_permanent()
                ? module.name + " has no exit function: it stays loaded, as on Linux"
                : fmt::format("{} stays loaded: {} uses it", module.name, (*user)->name));
  return true;
}

// Reports that killed nobody.
void RunSession::judge_reports() {
  const Reporter& reporter = machine_.reporter();
  if (status_ != ExitStatus::kSuccess) return;
  if (reporter.oops_count() + reporter.bug_count() + reporter.warning_count() == 0) return;
  fail(ExitStatus::kGuestMisbehaved,
       fmt::format("the kernel log holds reports of misbehaviour (BUG: {}, WARNING: {})",
                   reporter.bug_count() + reporter.oops_count(), reporter.warning_count()));
}

// Of modules that were unloaded: one that an oops killed has had no chance to free.
void RunSession::check_leaks() {
  if (machine_.allocations()->overflowed())
    return diagnose_(MessageOrigin::kMm32,
                     fmt::format("leaks not checked: there were more than {} allocations at once",
                                 AllocationTracker::kMaxLive));
  const std::vector<ModuleLeaks> leaks = find_leaks(machine_);
  for (const std::string& line : leak_lines(leaks)) fail(ExitStatus::kGuestMisbehaved, line);
  if (unloaded_ != 0 && machine_.modules().all().empty() && leaks.empty())
    diagnose_(MessageOrigin::kMm32, "no leaks");
}

void RunSession::fail(ExitStatus status, const std::string& line) {
  if (status_ == ExitStatus::kSuccess || status == ExitStatus::kInternalFault) status_ = status;
  diagnose_(MessageOrigin::kMm32, line);
}

}  // namespace mm32::emu
