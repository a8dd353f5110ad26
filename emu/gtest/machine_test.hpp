// A GoogleTest fixture: a machine, guest modules on it, and their functions called from the test.
//
//   using RingTest = mm32::emu::MachineTest;
//   TEST_F(RingTest, KeepsWhatWasPut) {
//     load({"ring.c", "ring_probe.c"});
//     EXPECT_EQ(call("probe_put_and_get", 7), 7u);
//   }
//
// Each test has a machine of its own (160 MB unless options() says otherwise), booted by its first
// load(), machine() or call(). At the end the modules are unloaded, newest first, and the test
// fails when the guest misbehaved: an oops, a BUG or WARNING in the log, an allocation never freed;
// a test that wants that says so with expect_misbehaviour(). Header only: link GoogleTest yourself.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "emu/command/run_session.hpp"

namespace mm32::emu {

class MachineTest : public testing::Test {
 protected:
  /// What machine a test gets.
  virtual MachineOptions options() const {
    MachineOptions options;
    options.config.mem = Bytes(std::uint64_t{160} << 20);
    options.track_allocations = TrackAllocations::kYes;
    return options;
  }

  Machine& machine() {
    if (!machine_) boot();
    return *machine_;
  }

  /// Compiles (.c) or reads (.ko) modules and runs their init, in this order. A file is one module.
  void load(const std::vector<std::filesystem::path>& files) {
    std::vector<RunFile> run;
    for (const auto& file : files) run.push_back({file, {}});
    load(run);
  }
  /// The same with parameters of the modules ("name=value").
  void load(const std::vector<RunFile>& files) {
    machine();
    session_->start(files);
    if (session_->status() != ExitStatus::kSuccess && !misbehaviour_expected_)
      FAIL() << "the modules were not loaded: " << what_was_said();
  }

  /// Calls a function of the modules or of the kernel with up to three words (regparm(3)); its
  /// result. The test fails when it does not return.
  template <class... Words>
  std::uint32_t call(const std::string& function, Words... words) {
    static_assert(sizeof...(words) <= 3, "arguments travel in EAX, EDX and ECX");
    const auto address = machine().symbols().address_of(function);
    if (!address) {
      ADD_FAILURE() << "no loaded module has a function " << function;
      return 0;
    }
    const CallOutcome outcome = machine_->call(
        *address, std::array<std::uint32_t, 3>{static_cast<std::uint32_t>(words)...});
    if (outcome.kind != CallOutcome::Kind::kReturned && !misbehaviour_expected_)
      ADD_FAILURE() << function << " did not return: " << outcome.detail << what_was_said();
    return outcome.value;
  }

  /// Unloads the modules now; exit status 1 when the guest misbehaved.
  ExitStatus unload() {
    if (session_) {
      session_->finish();
      status_ = session_->status();
      session_.reset();
    }
    return status_;
  }

  /// The kernel log so far, a record each, without time stamps.
  const std::vector<std::string>& log() const { return log_; }
  /// Diagnostics of mm32: why something was refused, the leak report.
  const std::vector<std::string>& said() const { return said_; }
  void expect_misbehaviour() { misbehaviour_expected_ = true; }

  void TearDown() override {
    const ExitStatus status = unload();
    if (status == ExitStatus::kSuccess) {
      EXPECT_FALSE(misbehaviour_expected_) << "the guest behaved";
    } else if (!misbehaviour_expected_) {
      ADD_FAILURE() << "the guest misbehaved:" << what_was_said();
    }
  }

 private:
  void boot() {
    MachineOptions wanted = options();
    wanted.console = [this](const LogLine& line) { log_.push_back(line.text); };
#ifdef MM32_SHARE_FOLDER
    if (wanted.share.empty()) wanted.share = MM32_SHARE_FOLDER;
#endif
    CompilerOptions compiler;
    const auto files = GuestFiles::locate(wanted.config.paging, wanted.share);
    if (files) compiler.include_folders = {files->include};
    if (wanted.config.paging == PagingMode::kPae) compiler.flags.emplace_back("-DCONFIG_X86_PAE=1");
    auto booted = Machine::boot(std::move(wanted));
    if (!booted) throw std::runtime_error(booted.error().message);
    machine_ = std::move(*booted);
    session_ = std::make_unique<RunSession>(
        *machine_, compiler,
        [this](MessageOrigin, const std::string& line) { said_.push_back(line); });
  }

  std::string what_was_said() const {
    std::string text;
    for (const auto* lines : {&said_, &log_})
      for (const std::string& line : *lines) text += "\n  " + line;
    return text;
  }

  std::vector<std::string> log_{};
  std::vector<std::string> said_{};
  std::unique_ptr<Machine> machine_{};
  std::unique_ptr<RunSession> session_{};
  ExitStatus status_ = ExitStatus::kSuccess;  // once unloaded
  bool misbehaviour_expected_ = false;
};

}  // namespace mm32::emu
