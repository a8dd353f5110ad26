// The command walk: addresses as text, as JSON, or step by step.
#include <fmt/format.h>
#include <unistd.h>

#include <charconv>
#include <iostream>

#include "emu/command/address.hpp"
#include "emu/view/task_tables.hpp"
#include "emu/view/walk_view.hpp"
#include "session.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;
using Json = nlohmann::ordered_json;

Expected<std::vector<VirtAddr>> all_addresses(const std::vector<std::string>& texts,
                                              const emu::SymbolTable& symbols) {
  std::vector<VirtAddr> all;
  for (const std::string& text : texts) {
    MM_TRY_ASSIGN(const auto some, emu::parse_addresses(text, symbols));
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Expected<PagingState> walk_paging(const Arguments& args, emu::Machine& machine) {
  if (args.pid.empty()) return machine.cpu().mmu().state();
  std::int32_t pid = 0;
  const char* const end = args.pid.data() + args.pid.size();
  const auto [rest, error] = std::from_chars(args.pid.data(), end, pid);
  if (rest != end || error != std::errc() || pid < 0)
    return failure(ExitStatus::kUsage, fmt::format("'{}' is not a pid", args.pid));
  return emu::task_paging(machine, pid);
}

/// One step for each line of standard input; Enter on a terminal.
void show_steps(const emu::WalkViewer& viewer, const std::vector<VirtAddr>& addresses,
                Output& output) {
  const bool terminal = isatty(STDIN_FILENO) == 1;
  bool first = true;
  for (const VirtAddr va : addresses)
    for (const std::string& step : emu::to_steps(viewer.view(va))) {
      if (!first || !terminal) {
        if (terminal) output.relay("-- Enter: next step, q: quit -- ");
        std::string line;
        if (!std::getline(std::cin, line))
          return output.diagnose("the input ended before the walk did");
        if (line == "q" || line == "quit") return;
      }
      first = false;
      output.print(step);
      output.relay("");
    }
}

}  // namespace

int walk_command(const Arguments& args, Output& output) {
  const bool json = args.machine.json;
  if (json && args.step)
    return refuse({ExitStatus::kUsage, "--step shows text: it does not go with --json"}, output);
  const auto session = Session::start(args, run_files(args.run_files),
                                      console_to(json ? &Output::relay : &Output::print, output),
                                      output, emu::TrackAllocations::kYes);
  if (!session) return refuse(session.error(), output);
  emu::RunSession& run = *(*session)->run;
  if (!(*session)->usable()) return to_int(run.status());
  emu::Machine& machine = *(*session)->machine;
  const auto addresses = all_addresses(args.addresses, machine.symbols());
  if (!addresses) return refuse(addresses.error(), output);
  const auto paging = walk_paging(args, machine);
  if (!paging) return refuse(paging.error(), output);
  const emu::WalkViewer viewer(machine, *paging);
  if (args.step) {
    show_steps(viewer, *addresses, output);
    return (*session)->finish(output, emu::LeakCheck::kNo);
  }
  Json list = Json::array();
  for (const VirtAddr va : *addresses) {
    const emu::WalkView view = viewer.view(va);
    if (json)
      list.push_back(emu::to_json(view));
    else
      output.print(emu::to_text(view));
  }
  if (json) print_json(list, output);
  return (*session)->finish(output, emu::LeakCheck::kNo);
}

}  // namespace mm32::tool
