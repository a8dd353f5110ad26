// gdb's side of a debugged run: a TCP socket on the loopback address, one gdb at a time.
//
// A gdb that goes away leaves the guest standing where it is; the next one finds it there. A peer
// that talks nonsense is disconnected. Nothing that arrives can end the process.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "emu/debug/stop.hpp"
#include "emu/failure.hpp"

namespace mm32::emu::gdb {

class Server final : public FrontEnd {
 public:
  enum class Clients : std::uint8_t {
    kOne,   // when the first gdb goes away, the run is left
    kMany,  // the next one is waited for
  };
  using Say = std::function<void(const std::string&)>;

  /// Listens on 127.0.0.1; port 0: any free one. Fails with kUsage when the port is taken.
  static Expected<std::unique_ptr<Server>> listen(std::uint16_t port, Clients clients, Say say);
  ~Server() override;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  Resume on_stop(Debugger& debugger, const Stop& stop) override;
  bool interrupted() override;
  std::string save() const override;
  void restore(std::string_view saved) override;
  unsigned connection() const override;

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);

  std::unique_ptr<Impl> impl_;
};

}  // namespace mm32::emu::gdb
