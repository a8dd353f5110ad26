// `mm32 gdb` with Debian's gdb in batch mode: symbols by themselves, breakpoints, registers,
// memory, steps, going back, monitor commands; and what no gdb would send.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/command.hpp"

namespace mm32::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kSteps = "tests/guest/debug/steps.c";

bool has_gdb() { return shell("command -v gdb").status == 0; }

// Starts the server on a free port, runs `client` with $PORT, and waits for both.
CommandResult serve(const std::string& client, const std::string& words = kSteps) {
  return shell(
      "log=$(mktemp); \"$MM32\" gdb " + words +
      " --port 0 --once 2>\"$log\" & server=$!; "
      "for i in $(seq 200); do grep -q 'target remote' \"$log\" && break; sleep 0.05; done; "
      "PORT=$(sed -n 's/.*target remote 127.0.0.1:\\([0-9]*\\).*/\\1/p' \"$log\"); " +
      client + "; wait $server; echo \"server status $?\"; cat \"$log\" >&2; rm -f \"$log\"");
}

CommandResult gdb(const std::vector<std::string>& commands, const std::string& words = kSteps) {
  std::string line =
      "timeout 60 gdb -nx -batch -ex 'set confirm off' -ex \"target remote 127.0.0.1:$PORT\"";
  for (const std::string& command : commands) line += " -ex " + quoted(command);
  return serve(line + " 2>&1", words);
}

class GdbTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!has_gdb()) GTEST_SKIP() << "gdb is not installed (apt-get install gdb)";
  }
};

TEST_F(GdbTest, KnowsSymbolsAndStopsAtABreakpoint) {
  const CommandResult r = gdb({"break square", "continue", "backtrace", "print x", "finish"});
  EXPECT_THAT(r.out, HasSubstr("Breakpoint 1, square (x="));
  EXPECT_THAT(r.out, HasSubstr("sum_of_squares"));
  EXPECT_THAT(r.out, HasSubstr("steps_init"));
  EXPECT_THAT(r.out, HasSubstr("steps.c:"));
  EXPECT_THAT(r.out, HasSubstr("server status 0"));
}

TEST_F(GdbTest, KnowsExportsAndTheKernel) {
  const CommandResult r = gdb({"break vmalloc", "continue", "print/d $eax", "info symbol $pc",
                               "info line do_one_initcall"});
  EXPECT_THAT(r.out, HasSubstr("$1 = 10000"));
  EXPECT_THAT(r.out, HasSubstr("vmalloc in section .text"));
  EXPECT_THAT(r.out, HasSubstr("main.c"));
}

TEST_F(GdbTest, ReadsAndWritesRegistersAndMemory) {
  const CommandResult r =
      gdb({"break square", "continue", "set variable squares = 41", "set $eax = 5", "p/x $cr0",
           "info registers eip", "tbreak sum_of_squares", "delete 1", "stepi", "print squares",
           "x/2i $pc", "info threads"});
  EXPECT_THAT(r.out, HasSubstr("= 0x80050033"));
  EXPECT_THAT(r.out, HasSubstr("insmod"));
  EXPECT_THAT(r.out, HasSubstr("= 42"));
}

TEST_F(GdbTest, StopsAtAWatchpointAndGoesBack) {
  const CommandResult r = gdb({"watch squares", "continue", "continue", "reverse-continue"});
  EXPECT_THAT(r.out, HasSubstr("Old value = 0"));
  EXPECT_THAT(r.out, HasSubstr("New value = 2"));
  EXPECT_THAT(r.out, HasSubstr("Old value = 2\nNew value = 1"));
}

TEST_F(GdbTest, StepsBackByInstructions) {
  const CommandResult r = gdb({"break sum_of_squares", "continue", "set $there = $pc", "stepi",
                               "stepi", "reverse-stepi", "reverse-stepi", "print $pc == $there",
                               "reverse-stepi", "print $pc == $there"});
  EXPECT_THAT(r.out, HasSubstr("$1 = 1"));
  EXPECT_THAT(r.out, HasSubstr("$2 = 0"));
}

TEST_F(GdbTest, KnowsWhereTheOtherTasksWait) {
  const CommandResult r = gdb({"break sleeper.c:28", "continue", "info threads", "thread 3",
                               "backtrace", "set $eax = 1", "thread 1", "print naps"},
                              "tests/guest/debug/sleeper.c");
  EXPECT_THAT(r.out, HasSubstr("\"sleeper\""));
  EXPECT_THAT(r.out, HasSubstr("nap () at tests/guest/debug/sleeper.c:13"));
  EXPECT_THAT(r.out, HasSubstr("sleep_on ("));
  EXPECT_THAT(r.out, HasSubstr("Could not write register"));
  EXPECT_THAT(r.out, HasSubstr("$1 = 0"));
}

// The next gdb finds a new run at its beginning.
TEST_F(GdbTest, AKilledRunBeginsAnew) {
  const CommandResult r =
      shell("log=$(mktemp); \"$MM32\" gdb " + kSteps +
            " --port 0 2>\"$log\" & server=$!; "
            "for i in $(seq 200); do grep -q 'target remote' \"$log\" && break; sleep 0.05; done; "
            "PORT=$(sed -n 's/.*target remote 127.0.0.1:\\([0-9]*\\).*/\\1/p' \"$log\"); "
            "for i in 1 2; do timeout 60 gdb -nx -batch -ex 'set confirm off' "
            "-ex \"target remote 127.0.0.1:$PORT\" -ex 'break square' -ex continue -ex 'print x' "
            "-ex kill; done; kill $server; wait $server; cat \"$log\" >&2; rm -f \"$log\"");
  EXPECT_THAT(r.out, HasSubstr("$1 = 1\n[Inferior 1 (Remote target) killed]"));
  EXPECT_NE(r.out.find("killed]"), r.out.rfind("killed]"));
  EXPECT_THAT(r.out, Not(HasSubstr("the sum is")));
  EXPECT_THAT(r.err, HasSubstr("gdb has ended the run"));
}

TEST_F(GdbTest, RunsMonitorCommands) {
  const CommandResult r = gdb({"monitor help", "monitor walk squares", "monitor report meminfo",
                               "monitor layout", "monitor phys 1000", "monitor nonsense",
                               "monitor physical on", "x/xw 0x100000", "monitor physical off"});
  for (const char* expected : {"CR3", "MemTotal", "vmalloc", "frame 0x1", "there is no command",
                               "memory addresses are physical"})
    EXPECT_THAT(r.out, HasSubstr(expected));
}

TEST_F(GdbTest, SeesTheFaultAndTheEnd) {
  const CommandResult r =
      gdb({"continue", "backtrace", "continue"}, "tests/guest/faults/null_read.c");
  EXPECT_THAT(r.out, HasSubstr("SIGSEGV"));
  EXPECT_THAT(r.out, HasSubstr("exited with code 01"));
  EXPECT_THAT(r.out, HasSubstr("server status 1"));
}

TEST_F(GdbTest, SymbolsOfALaterModuleComeWhenItIsLoaded) {
  const CommandResult r =
      gdb({"set breakpoint pending on", "break taker_init", "continue", "backtrace"},
          "tests/guest/leaks/giver.c tests/guest/leaks/taker.c");
  EXPECT_THAT(r.out, HasSubstr("Breakpoint 1,"));
  EXPECT_THAT(r.out, HasSubstr("taker.c:"));
}

// A client without gdb: /dev/tcp of bash.
std::string send(const std::string& bytes, const std::string& then = "") {
  return "bash -c 'exec 3<>/dev/tcp/127.0.0.1/'$PORT'; printf \"" + bytes + "\" >&3; " + then + "'";
}

TEST(GdbServerTest, SurvivesAPeerThatTalksNonsense) {
  const CommandResult r = serve(send("GET / HTTP/1.0\\r\\n\\r\\n"));
  EXPECT_THAT(r.err, HasSubstr("gdb has gone"));
  EXPECT_THAT(r.out, HasSubstr("server status 0"));
}

TEST(GdbServerTest, DisconnectsAPeerThatNeverStopsTalkingNonsense) {
  const CommandResult r =
      serve("head -c 200000 /dev/zero | bash -c 'cat >/dev/tcp/127.0.0.1/'$PORT 2>/dev/null");
  EXPECT_THAT(r.err, HasSubstr("does not speak gdb"));
}

TEST(GdbServerTest, SurvivesAPeerThatLeavesWhileTheGuestRuns) {
  const CommandResult r = serve(send("$c#63"));
  EXPECT_THAT(r.out, HasSubstr("server status"));
  EXPECT_THAT(r.err, Not(HasSubstr("fault of mm32")));
}

// A server that goes on when a client has gone; ended by a signal.
CommandResult serve_many(const std::string& clients, const std::string& words = kSteps) {
  return shell(
      "log=$(mktemp); \"$MM32\" gdb " + words +
      " --port 0 2>\"$log\" & server=$!; "
      "for i in $(seq 200); do grep -q 'target remote' \"$log\" && break; sleep 0.05; done; "
      "PORT=$(sed -n 's/.*target remote 127.0.0.1:\\([0-9]*\\).*/\\1/p' \"$log\"); " +
      clients + "; kill $server; wait $server 2>/dev/null; cat \"$log\" >&2; rm -f \"$log\"");
}

std::string gdb_line(const std::vector<std::string>& commands) {
  std::string line =
      "timeout 60 gdb -nx -batch -ex 'set confirm off' -ex \"target remote 127.0.0.1:$PORT\"";
  for (const std::string& command : commands) line += " -ex " + quoted(command);
  return line + " 2>&1";
}

TEST_F(GdbTest, ANextGdbFindsTheGuestWhereTheLastOneLeftIt) {
  // A connection that breaks leaves the guest; detach lets it go, and the run begins anew.
  const CommandResult r =
      serve_many("(" + gdb_line({"break square", "continue", "shell kill -9 $PPID"}) + "); " +
                 gdb_line({"print $pc == (unsigned)square", "info symbol $pc", "detach"}) +
                 "; sleep 1; " + gdb_line({"info symbol $pc", "kill"}) + "; sleep 1; " +
                 gdb_line({"break square", "continue", "continue", "reverse-continue", "detach"}));
  EXPECT_THAT(r.out, HasSubstr("square"));
  EXPECT_THAT(r.out, HasSubstr("steps_init"));
  EXPECT_THAT(r.out, Not(HasSubstr("Connection refused")));
  EXPECT_THAT(r.err, Not(HasSubstr("fault of mm32")));
}

TEST_F(GdbTest, ASecondClientWaitsForTheFirst) {
  const std::string first = "exec 3<>/dev/tcp/127.0.0.1/$PORT; printf '$g#67' >&3; sleep 1";
  const CommandResult r = serve_many("export PORT; bash -c " + quoted(first) + " & sleep 0.3; " +
                                     gdb_line({"info symbol $pc", "kill"}));
  EXPECT_THAT(r.out, HasSubstr("steps_init"));
}

TEST_F(GdbTest, GoesBackInALongRun) {
  const CommandResult r =
      gdb({"break last", "continue", "reverse-stepi", "reverse-stepi", "stepi", "stepi",
           "print $pc == (unsigned)last", "watch marks[0]", "reverse-continue", "print marks[0]"},
          "tests/guest/debug/rounds.c rounds=300000");
  EXPECT_THAT(r.out, HasSubstr("$1 = 1"));
  EXPECT_THAT(r.out, HasSubstr("$2 = 0"));
  EXPECT_THAT(r.out, Not(HasSubstr("rror")));
}

TEST(GdbServerTest, ListensOnTheLoopbackAddressOnly) {
  EXPECT_THAT(mm32({"gdb", kSteps, "--port", "0.0.0.0:1234"}).err,
              HasSubstr("gdb is served on the loopback address only"));
  EXPECT_THAT(mm32({"gdb", kSteps, "--port", "70000"}).err,
              HasSubstr("--port takes a port number"));
  EXPECT_THAT(mm32({"gdb", kSteps, "--port", "x"}).err, HasSubstr("--port takes a port number"));
  EXPECT_THAT(mm32({"gdb"}).err, HasSubstr("gdb needs a file to run"));
}

}  // namespace
}  // namespace mm32::test
