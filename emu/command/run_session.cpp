#include "emu/command/run_session.hpp"

#include <fmt/format.h>

#include "emu/command/errno_name.hpp"

namespace mm32::emu {

void RunSession::start(const std::vector<RunFile>& files) {
  for (const RunFile& file : files)
    if (!start_one(file) || !machine_usable_) return;
}

Loaded<ElfObject> RunSession::open(const RunFile& file) {
  if (file.path.extension() != ".c") return ElfObject::open(file.path);
  auto compiled = compiler_.compile(module_of(file.path));
  if (!compiled) return tl::make_unexpected(compiled.error());
  if (!compiled->messages.empty()) diagnose_(compiled->messages);
  return ElfObject::parse(file.path.filename().string(), std::move(compiled->object));
}

bool RunSession::start_one(const RunFile& file) {
  auto object = open(file);
  if (!object) {
    for (const std::string& line : object.error().lines) fail(ExitStatus::kUsage, line);
    return false;
  }
  if (object->kind() != ElfObject::Kind::kModule) {
    fail(ExitStatus::kUsage, file.path.string() + ": is not a kernel module");
    return false;
  }
  const std::string name = object->module_name();
  auto module = machine_.modules().load(std::move(*object), file.parameters);
  if (!module) {
    for (const std::string& line : module.error().lines) fail(ExitStatus::kGuestMisbehaved, line);
    return false;
  }
  if (!(*module)->linked->init_function && (*module)->linked->exports.empty()) {
    fail(ExitStatus::kUsage,
         file.path.filename().string() + ": has no init function (module_init), nothing to run");
    return false;
  }
  const CallOutcome outcome = machine_.modules().run_init(**module);
  judge(outcome, name, "init");
  const auto result = static_cast<std::int32_t>(outcome.value);
  if (outcome.kind == CallOutcome::Kind::kReturned && result < 0) {
    fail(ExitStatus::kGuestMisbehaved,
         fmt::format("{}: init returned {} ({}): the module was not loaded", name, result,
                     errno_name(-result)));
    return false;
  }
  return outcome.kind == CallOutcome::Kind::kReturned;
}

void RunSession::judge(const CallOutcome& outcome, const std::string& module,
                       const char* function) {
  const auto say = [&](ExitStatus status, const std::string& what) {
    fail(status, fmt::format("{}: {} {}", module, function, what));
  };
  switch (outcome.kind) {
    case CallOutcome::Kind::kReturned:
      return;
    case CallOutcome::Kind::kDied:
      return say(ExitStatus::kGuestMisbehaved, "was killed by an oops");
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

void RunSession::finish() {
  machine_.log().flush();
  while (machine_usable_) {
    Module* newest = nullptr;
    for (const auto& module : machine_.modules().all())
      if (module->state == Module::State::kLive) newest = module.get();
    if (newest == nullptr) break;
    const std::string name = newest->name;
    judge(machine_.modules().unload(*newest), name, "exit");
  }
  machine_.log().flush();
  if (status_ == ExitStatus::kSuccess && machine_.reporter().oops_count() > 0)
    status_ = ExitStatus::kGuestMisbehaved;
}

void RunSession::fail(ExitStatus status, const std::string& line) {
  if (status_ == ExitStatus::kSuccess || status == ExitStatus::kInternalFault) status_ = status;
  diagnose_(line);
}

}  // namespace mm32::emu
