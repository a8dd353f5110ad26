#include "gdb_command.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "debug_command.hpp"
#include "emu/debug/supervised_process.hpp"
#include "emu/gdb/server.hpp"
#include "session.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

// PORT, or HOST:PORT with a host that is this one.
Expected<std::uint16_t> port_option(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  const std::string_view host = colon == std::string_view::npos ? "" : text.substr(0, colon);
  const std::string_view digits = colon == std::string_view::npos ? text : text.substr(colon + 1);
  if (!host.empty() && host != "localhost" && host != "127.0.0.1")
    return failure(
        ExitStatus::kUsage,
        fmt::format("--port: gdb is served on the loopback address only, not on '{}'", host));
  std::uint16_t port = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || rest != digits.data() + digits.size())
    return failure(ExitStatus::kUsage,
                   fmt::format("--port takes a port number (0 to 65535), not '{}'", text));
  return port;
}

Expected<int> serve(const Arguments& args, Output& output, const emu::Supervision* supervision) {
  std::vector<emu::RunFile> files = run_files(args.files);
  for (const std::string& word : args.guest_words) files.back().parameters.push_back(word);
  MM_TRY_ASSIGN(const std::uint16_t port, port_option(args.port));
  MM_TRY_ASSIGN(const emu::DebugSession::Boot boot, debugged_boot(args, files, output));
  const auto say = [&](const std::string& line) { output.diagnose(line); };
  const auto clients =
      args.once ? emu::gdb::Server::Clients::kOne : emu::gdb::Server::Clients::kMany;
  MM_TRY_ASSIGN(const auto server, emu::gdb::Server::listen(port, clients, say));
  output.diagnose(fmt::format("gdb may connect: target remote 127.0.0.1:{}", server->port()));
  for (;;) {
    emu::Checkpoints checkpoints(supervision);
    emu::DebugSession session(*server, boot, &checkpoints);
    emu::Breakpoint exceptions;
    exceptions.kind = emu::Breakpoint::Kind::kException;
    emu::Breakpoint modules;
    modules.kind = emu::Breakpoint::Kind::kModules;
    session.debugger().breakpoints().add(std::move(exceptions));
    session.debugger().breakpoints().add(std::move(modules));
    MM_TRY_ASSIGN(const ExitStatus status, session.run(files));
    if (args.once || status == ExitStatus::kUsage) return static_cast<int>(status);
  }
}

}  // namespace

int gdb_command(const Arguments& args, Output& output) {
  const auto work = [&](const emu::Supervision* supervision) {
    const auto status = serve(args, output, supervision);
    if (!status) output.diagnose(status.error().message);
    return output.finish(status ? *status : to_int(status.error().status));
  };
  return emu::run_supervised(work, to_int(ExitStatus::kInternalFault));
}

}  // namespace mm32::tool
