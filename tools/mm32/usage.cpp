#include "usage.hpp"

#include <fmt/format.h>

#include "emu/report/reports.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

// The first word that is an option, without quotes or punctuation around it.
std::string option_in(std::string_view text) {
  const std::size_t begin = text.find("--");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", begin);
  return std::string(text.substr(begin, end - begin));
}

}  // namespace

std::string examples(const std::string& command) {
  if (command == "run")
    return "Examples:\n"
           "  mm32 run hello.c                      compile, load, run, unload\n"
           "  mm32 run driver.ko debug=1 --mem 1G   with a module parameter, on 1 GB\n"
           "  mm32 run library.c user.c             two modules; the first exports to the second\n"
           "  mm32 run hello.c -- name=-5           words behind -- go to the module\n"
           "\nExit status: 0 success; 1 the guest misbehaved; 2 wrong usage or unreadable file;\n"
           "3 time or memory spent; 4 a fault of mm32 itself.\n";
  if (command == "symbols")
    return "Examples:\n"
           "  mm32 symbols driver.ko                what it imports, from whom, what is missing\n"
           "  mm32 symbols folder/ --json           the modules of a Kbuild folder, as JSON\n"
           "\nExit status: 0 nothing is missing; 1 something is; 2 unreadable file.\n";
  if (command == "walk")
    return "Examples:\n"
           "  mm32 walk c0000000                    the first byte of the direct map\n"
           "  mm32 walk printk+0x10 fffff000        a symbol with an offset; several addresses\n"
           "  mm32 walk ca800000-ca803000 --json    every page of a range, as JSON\n"
           "  mm32 walk init --run hello.c          with the module loaded\n"
           "  mm32 walk c0000000 --step             one level at a time\n";
  if (command == "story")
    return "Examples:\n"
           "  mm32 story hello.c                    writes story.html; open it in a browser\n"
           "  mm32 story hello.c -o hello.html --mem 1G --pae\n"
           "  mm32 story library.c user.c count=3   modules and parameters as for run\n"
           "\nThe page needs no network: page walks with their instructions, the address space,\n"
           "free blocks, slabs, areas and the kernel log, all at the same moment.\n";
  if (command == "layout")
    return "Examples:\n"
           "  mm32 layout --mem 1G                  where lowmem, vmalloc and highmem lie\n"
           "  mm32 layout --mem 4G --pae --vmalloc 512M --json\n";
  if (command == "report")
    return "Examples:\n"
           "  mm32 report buddyinfo zoneinfo        after boot, in the form of /proc\n"
           "  mm32 report slabinfo --run hello.c    with the module loaded\n";
  if (command == "debug")
    return "Examples:\n"
           "  mm32 debug hello.c                    stop before its init; help lists the commands\n"
           "  mm32 debug hello.c -x commands.txt    commands from a file, then from the terminal\n"
           "  echo 'break kfree' | mm32 debug x.ko  commands from a pipe\n"
           "\nExit status: that of the run, 0 when it was left in the middle; 2 when a command of "
           "a\n"
           "script failed.\n";
  if (command == "gdb")
    return "Examples:\n"
           "  mm32 gdb hello.c                      then: gdb -ex 'target remote :1234'\n"
           "  mm32 gdb hello.c --port 0 --once      any free port; end with the first gdb\n"
           "\nSymbols of kernel and modules come with the connection; in gdb, `monitor help` "
           "lists\n"
           "what mm32 adds. Exit status: that of the run, 0 when gdb killed it.\n";
  if (command == "test")
    return "Examples:\n"
           "  mm32 test tests/                      all tests in a folder, a process each\n"
           "  mm32 test ring.c --mem 64M            a program is a test: it has to behave\n"
           "  mm32 test tests/ --filter slab -j 2 --junit results.xml\n"
           "\nWhat is expected stands in comments of the program, a line each:\n"
           "  // mm32-expect: status 1              exit status of mm32 run (0 unless given)\n"
           "  // mm32-expect: log REGEX             a line of the kernel log matches\n"
           "  // mm32-expect: no-log REGEX          no line does\n"
           "  // mm32-expect: message REGEX         mm32 says it (leak: ..., why: ...)\n"
           "  // mm32-args: --mem 64M count=3       options and parameters for mm32 run\n"
           "  // mm32-with: library.c               a module to load first\n"
           "x.mm32 beside x.ko, mm32.test in a Kbuild folder hold the same lines. x.expected\n"
           "(mm32.expected) is the whole log without times. In a folder only programs with such\n"
           "lines or files are tests. Exit status: 0 all passed; 1 some failed; 2 no tests, wrong\n"
           "usage or an unreadable file.\n";
  return "Examples:\n"
         "  mm32 run hello.c                      run a kernel module, print the kernel log\n"
         "  mm32 symbols driver.ko                is all there that a module needs?\n"
         "  mm32 walk c0000000 --mem 1G           show a page walk\n"
         "  mm32 story hello.c -o hello.html      a run as a page to step through\n"
         "  mm32 layout --mem 160M                show the address space\n"
         "  mm32 report meminfo                   print /proc/meminfo\n"
         "\n`mm32 COMMAND --help` tells more.\n";
}

Expected<void> check_words(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") break;
    if (word.starts_with("--") && word.size() > 3 && word.find('=') == word.size() - 1)
      return failure(ExitStatus::kUsage,
                     fmt::format("{} needs a value", word.substr(0, word.size() - 1)));
  }
  return {};
}

Expected<void> check_extras(const std::string& command, const std::vector<std::string>& extras) {
  for (const std::string& word : extras) {
    if (word == "--") continue;
    return failure(
        ExitStatus::kUsage,
        word.starts_with("-")
            ? fmt::format("{} has no option {} (mm32 {} --help lists them)", command,
                          word.substr(0, word.find('=')), command)
            : fmt::format("{} takes no argument '{}' (mm32 {} --help)", command, word, command));
  }
  return {};
}

Expected<void> check_required(const std::string& command, const Arguments& args) {
  const auto missing = [&](const char* what) {
    return failure(ExitStatus::kUsage,
                   fmt::format("{} needs {} (mm32 {} --help)", command, what, command));
  };
  if ((command == "run" || command == "debug" || command == "gdb") && args.files.empty())
    return missing("a file to run");
  if (command == "symbols" && args.files.empty()) return missing("a file");
  if (command == "test" && args.files.empty()) return missing("a program or a folder");
  if (command == "story" && args.files.empty()) return missing("a file to run");
  if (command == "walk" && args.addresses.empty()) return missing("an address");
  if (command == "report" && args.reports.empty()) return missing("the name of a report");
  return {};
}

std::string unknown_command(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.starts_with("-"))
      return fmt::format("there is no option {} before the command (mm32 --help)", word);
    return fmt::format("there is no command '{}' (mm32 --help lists them)", word);
  }
  return "a command is missing (mm32 --help lists them)";
}

std::string parse_error_sentence(const CLI::ParseError& error) {
  const std::string option = option_in(error.what());
  const bool missing = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (option.empty()) return fmt::format("{} (mm32 --help)", error.what());
  return missing ? option + " needs a value" : option + " takes no value";
}

}  // namespace mm32::tool
