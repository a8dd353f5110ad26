// The commands run, symbols, walk, story, layout and report: from their arguments to what they
// print.
//
// Each returns the exit status. The kernel log of `run` and `walk` goes to standard output. Where
// other programs read standard output (reports, JSON) the log goes to standard error, or is part of
// the JSON of `run`.
#pragma once

#include <string>
#include <vector>

#include "machine_args.hpp"
#include "module_args.hpp"
#include "output.hpp"

namespace mm32::tool {

struct Arguments {
  MachineArgs machine;
  ModuleArgs modules;
  std::vector<std::string> files;         // of run, symbols, story, debug, gdb, test
  std::vector<std::string> guest_words;   // of run, debug and gdb, behind --
  std::vector<std::string> addresses;     // of walk
  bool step = false;                      // of walk
  std::string pid;                        // of walk
  std::string story_file = "story.html";  // of story
  std::vector<std::string> reports;       // of report
  std::vector<std::string> run_files;     // --run of walk and report
  std::vector<std::string> scripts;       // -x of debug
  std::string port = "1234";              // of gdb
  bool once = false;                      // of gdb
  bool no_leak_check = false;             // of run
  std::string junit_file;                 // of test
  std::string jobs;                       // of test
  std::string filter;                     // of test
  std::vector<std::string> passed_on;     // of test: options that it gives to run
};

int run_command(const Arguments& args, Output& output);
int walk_command(const Arguments& args, Output& output);
int layout_command(const Arguments& args, Output& output);
int report_command(const Arguments& args, Output& output);
int story_command(const Arguments& args, Output& output);
int symbols_command(const Arguments& args, Output& output);

}  // namespace mm32::tool
