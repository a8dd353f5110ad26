#include "emu/loader/make_variables.hpp"

#include <sstream>

#include "emu/loader/process.hpp"

namespace mm32::emu {
namespace {

using std::filesystem::path;

// A dollar sign of a value must not begin a reference.
std::string quoted(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '$' ? std::string("$$") : std::string(1, c);
  return result;
}

// Prints variables that the file has set. Targets of the file are not made: ours is named.
std::string frame(const path& file, const std::map<std::string, std::string>& given) {
  std::string text;
  for (const auto& [name, value] : given) text += name + " := " + quoted(value) + "\n";
  text += "include " + file.filename().string() + "\n";
  text +=
      "$(foreach v,$(.VARIABLES),$(if $(filter file override environment% command,$(origin $(v))),"
      "$(if $(filter obj-% %-objs %-y %-m ccflags-% EXTRA_CFLAGS CFLAGS_% subdir-ccflags-%,$(v)),"
      "$(info ";
  text += MakeVariables::kMark;
  text += "$(v)=$(strip $($(v)))))))\n";
  text += "mm32-nothing: ;\n.PHONY: mm32-nothing\n";
  return text;
}

}  // namespace

MakeVariables MakeVariables::parse(std::string_view text) {
  MakeVariables variables;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t equals = line.find('=');
    if (!line.starts_with(kMark) || equals == std::string::npos) continue;
    variables.values_[line.substr(kMark.size(), equals - kMark.size())] = line.substr(equals + 1);
  }
  return variables;
}

std::string MakeVariables::value(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : found->second;
}

std::vector<std::string> MakeVariables::words(const std::string& name) const {
  std::istringstream text(value(name));
  std::vector<std::string> words;
  for (std::string word; text >> word;) words.push_back(std::move(word));
  return words;
}

Loaded<MakeVariables> read_make_variables(const path& file,
                                          const std::map<std::string, std::string>& given) {
  const auto make = find_program("make");
  if (!make)
    return load_error(file.string() + ": GNU make is needed to read it; install make",
                      Errno::kNoEnt);
  const auto scratch = TemporaryFolder::create();
  if (!scratch) return load_error("no temporary folder can be made in $TMPDIR or /tmp", Errno::kIo);
  const path frame_file = scratch->path() / "frame.mk";
  if (!write_text_file(frame_file, frame(file, given)))
    return load_error(frame_file.string() + ": cannot be written", Errno::kIo);
  const path folder = file.parent_path().empty() ? path(".") : file.parent_path();
  auto process = Process::start({make->string(), "-r", "-R", "-s", "--no-print-directory", "-C",
                                 folder.string(), "-f", frame_file.string(), "mm32-nothing"},
                                scratch->path() / "output");
  if (!process) return load_error(make->string() + ": cannot be started", Errno::kNoEnt);
  ProcessResult result = process->wait();
  if (result.exit_status == 0) return MakeVariables::parse(result.output);
  return tl::unexpected<LoadError>(
      LoadError{Errno::kNoExec, {file.string() + ": make cannot read it"}, result.output});
}

}  // namespace mm32::emu
