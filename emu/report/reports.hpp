// The reports of `mm32 report`, by the names of the kernel's files in /proc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mm32::emu {

class Machine;

const std::vector<std::string_view>& report_names();
bool is_report(std::string_view name);
/// The report's text; empty for a name that is_report refuses.
std::string make_report(Machine& machine, std::string_view name);

}  // namespace mm32::emu
