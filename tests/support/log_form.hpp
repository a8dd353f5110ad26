// Kernel logs without what may differ between two compilers, two layouts or two kernels.
//
// mask_log keeps every line and hides numbers that depend on the compiler and on where things lie.
// report_form keeps of a fault report what makes its form: the lines, their order, their words, the
// error codes and the source lines of the kernel.
#pragma once

#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace mm32::test {

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// A line without its time stamp.
inline std::string without_time(const std::string& line) {
  static const std::regex kTime(R"(^\[ *\d+\.\d+\] ?)");
  return std::regex_replace(line, kTime, "");
}

inline std::string mask_line(std::string line) {
  static const std::pair<std::regex, const char*> kMasks[] = {
      {std::regex(R"(\b([EC][A-Z0-9]{2}|CR\d): [0-9a-f]{8,16}\b)"), "$1: H"},
      {std::regex(R"(\b([DEFGS]S): [0-9a-f]{4}\b)"), "$1: S"},
      {std::regex(R"(^Code: [0-9a-f<> ]+$)"), "Code: B"},
      {std::regex(R"(^Code: Unable to access opcode bytes at 0x[0-9a-f]+\.$)"), "Code: B"},
      {std::regex(R"((\.(isra|constprop|part|cold)(\.\d+)?)*\+0x[0-9a-f]+/0x[0-9a-f]+)"), "+O/S"},
      {std::regex(R"(^( \S+\+O/S \(\w+\.\w+):\d+\)$)"), "$1:L)"},  // of the resident kernel
      {std::regex(R"(\bpfn:(0x)?[0-9a-f]+\b)"), "pfn:P"},
      {std::regex(R"(\b(0x)?[0-9a-f]{8,16}\b(?! -))"), "H"},
      {std::regex(R"( +$)"), ""},
  };
  for (const auto& [pattern, with] : kMasks) line = std::regex_replace(line, pattern, with);
  return line;
}

/// Guesses of the stack walk ("? symbol") are left out: they depend on what lay on the stack
/// before. Of the same line many times in a row two are kept: how deep a recursion gets depends on
/// the frame's size.
inline std::string mask_log(const std::string& log) {
  std::string text;
  for (const std::string& stamped : lines_of(log)) {
    if (without_time(stamped).starts_with(" ? ")) continue;
    const std::string line = mask_line(without_time(stamped)) + "\n";
    if (!text.ends_with(line + line)) text += line;
  }
  return text;
}

/// True for a line of a call trace: "symbol+0x1/0x2 [module] (file.c:3)", perhaps a guess.
inline bool is_trace_line(const std::string& line) {
  static const std::regex kEntry(
      R"(^ (\? )?([\w.]+\+0x[0-9a-f]+/0x[0-9a-f]+( \[\w+\])?( \([^()]+:\d+\))?|0x[0-9a-f]{8})$)");
  return std::regex_match(line, kEntry);
}

/// The form of the first fault report in `log`, line by line. A call trace is one line; registers
/// of the user program below it are no part of the report.
inline std::vector<std::string> report_form(const std::string& log) {
  static const std::regex kFirst(R"(^(BUG:|WARNING:|------------\[ cut here).*)");
  static const std::pair<std::regex, const char*> kWords[] = {
      {std::regex(R"(^CPU: \d+ PID: \d+ Comm: \w+ Tainted: [A-Z ]+ \d+\.\d+\.\S+ #1\b.*$)"),
       "CPU line"},
      {std::regex(R"(^Hardware name: .+$)"), "Hardware name"},
      {std::regex(R"(^Modules linked in: \w+\([A-Z]+\+?\)( .*)?$)"), "Modules linked in"},
      {std::regex(R"(^(note: \w+)\[\d+\])"), "$1[N]"},
      {std::regex(R"(^note: insmod1?)"), "note: insmod"},
      {std::regex(R"(PID: \d+ at )"), "PID: N at "},
      {std::regex(R"( \([^()]+:\d+\)$)"), ""},
      {std::regex(R"(^EIP: [\w.]+\+0x[0-9a-f]+/0x[0-9a-f]+( \[\w+\])?$)"), "EIP: symbol"},
      {std::regex(R"( [\w.]+\+0x[0-9a-f]+/0x[0-9a-f]+( \[\w+\])?$)"), " symbol"},
  };
  static const std::regex kOwnLine(R"(^\w+ (begins|goes on|ends)$)");
  std::vector<std::string> form;
  bool in_trace = false;
  for (const std::string& stamped : lines_of(log)) {
    std::string line = without_time(stamped);
    if (stamped.starts_with("#") || line.starts_with("@") || !stamped.starts_with("[")) continue;
    if (std::regex_match(line, kOwnLine)) continue;
    if (form.empty() && !std::regex_match(line, kFirst)) continue;
    if (line.starts_with("Call Trace:")) {
      in_trace = true;
      form.push_back("Call Trace:");
      continue;
    }
    const bool ends_trace = line.starts_with("Modules linked in") || line.starts_with("---[");
    if (in_trace && !ends_trace) {
      if (!is_trace_line(line) && !line.starts_with("EIP: 0x") &&
          form.back() != "not a trace line" &&
          !std::regex_match(line, std::regex(R"(^(Code|EAX|ESI|DS): .*)")))
        form.push_back("not a trace line: " + line);
      continue;
    }
    in_trace = false;
    for (const auto& [pattern, with] : kWords) line = std::regex_replace(line, pattern, with);
    form.push_back(mask_line(line));
  }
  return form;
}

}  // namespace mm32::test
