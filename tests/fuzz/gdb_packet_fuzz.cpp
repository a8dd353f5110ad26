// Fuzz target: what a gdb, or whoever connects in its place, may send.
//
// The bytes go through the packet reader; each payload goes to the stub of a machine that stands at
// the first instruction of a guest function. Whatever they are: an answer within its bounds, no
// crash.
#include <cstdint>
#include <memory>
#include <string>

#include "emu/gdb/packet.hpp"
#include "emu/gdb/stub.hpp"
#include "mm/base/check.hpp"

namespace {

using namespace mm32;
using namespace mm32::emu;

class Nobody final : public FrontEnd {
 public:
  Resume on_stop(Debugger&, const emu::Stop&) override { return {.kind = Resume::Kind::kQuit}; }
};

struct Target {
  Nobody nobody{};
  Debugger debugger{nobody};
  std::unique_ptr<Machine> machine{};
  gdb::Stub stub{};  // makes the symbol files once

  Target() {
    MachineOptions options;
    options.config.mem = Bytes(std::uint64_t{32} << 20);
    options.instructions = &debugger;
    auto booted = Machine::boot(std::move(options));
    MM_CHECK(booted.has_value());
    machine = std::move(*booted);
    debugger.attach(*machine);
  }
  ~Target() { debugger.detach(); }
};

constexpr std::size_t kMostAnswer = 0x8000;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto target = std::make_unique<Target>();
  gdb::Stub& stub = target->stub;
  stub.stopped(target->debugger, {.kind = emu::Stop::Kind::kStart});
  gdb::PacketReader reader;
  reader.feed({reinterpret_cast<const char*>(data), size});
  // What the reader refuses for its checksum is tried as well.
  (void)stub.handle({reinterpret_cast<const char*>(data), size});
  while (!reader.empty()) {
    const auto item = reader.next();
    if (item.kind != gdb::PacketReader::Item::Kind::kPacket) continue;
    MM_CHECK(item.payload.size() <= gdb::PacketReader::kMostBytes);
    const auto answer = stub.handle(item.payload);
    MM_CHECK(answer.text.size() <= kMostAnswer);
  }
  stub.reset();
  return 0;
}
