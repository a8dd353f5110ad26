#include "emu/command/file_facts.hpp"

#include <fmt/format.h>

#include "emu/loader/module_parameters.hpp"

namespace mm32::emu {

std::vector<std::string> describe_file(const ElfObject& object) {
  constexpr std::uint32_t kVersionBytes = 64;  // struct modversion_info
  std::vector<std::string> lines;
  const auto say = [&](const std::string& text) {
    lines.push_back(object.file_name() + ": " + text);
  };
  for (const ModInfo::Entry& entry : object.modinfo().entries()) {
    if (entry.key == "parm" || entry.key == "parmtype") continue;
    const char* note = entry.key == "vermagic" ? " (not enforced)" : "";
    say(fmt::format("{} {}{}", entry.key, entry.value.empty() ? "(none)" : entry.value, note));
  }
  for (const ParameterDescription& parameter : describe_parameters(object.modinfo()))
    say(fmt::format("parameter {} ({}){}{}", parameter.name, parameter.type,
                    parameter.description.empty() ? "" : ": ", parameter.description));
  if (const ElfSection* versions = object.find_section("__versions");
      versions != nullptr && versions->size >= kVersionBytes)
    say(fmt::format("{} CRCs of symbols, which are not checked", versions->size / kVersionBytes));
  return lines;
}

}  // namespace mm32::emu
