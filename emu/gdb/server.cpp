#include "emu/gdb/server.hpp"

#include <fmt/format.h>

#include <array>
#include <asio.hpp>
#include <nlohmann/json.hpp>
#include <optional>

#include "emu/gdb/packet.hpp"
#include "emu/gdb/stub.hpp"

namespace mm32::emu::gdb {
namespace {

using asio::ip::tcp;
using Item = PacketReader::Item;

constexpr std::uint64_t kMostNoise = 64 << 10;  // bytes that are no packets, of one peer

}  // namespace

struct Server::Impl {
  Impl(Clients kind, Say sayer) : clients(kind), say(std::move(sayer)) {}

  bool accept();
  bool receive();
  std::optional<Item> next();
  void send(const std::string& bytes);
  void answer(const std::string& payload);
  void close_peer();
  void hang_up(const std::string& why);
  Resume converse(Debugger& debugger);
  std::optional<Resume> serve(const Item& item);

  Clients clients;
  Say say;
  asio::io_context context{};
  tcp::acceptor acceptor{context};
  std::optional<tcp::socket> peer{};
  PacketReader reader{};
  Stub stub{};
  std::string last_sent{};
  bool acknowledges = true;
  bool owes_reply = false;  // gdb waits for a stop
  bool detached = false;
  unsigned connection = 0;  // which of them, with the time after it
};

Expected<std::unique_ptr<Server>> Server::listen(std::uint16_t port, Clients clients, Say say) {
  auto impl = std::make_unique<Impl>(clients, std::move(say));
  asio::error_code error;
  const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  impl->acceptor.open(endpoint.protocol(), error);
  if (!error) impl->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) impl->acceptor.bind(endpoint, error);
  if (!error) impl->acceptor.listen(1, error);
  if (error)
    return failure(ExitStatus::kUsage,
                   fmt::format("port {} cannot be used: {}", port, error.message()));
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  asio::error_code error;
  return impl_->acceptor.local_endpoint(error).port();
}

bool Server::Impl::accept() {
  asio::error_code error;
  tcp::socket socket(context);
  acceptor.accept(socket, error);
  if (error) {
    say("no connection can be taken: " + error.message());
    return false;
  }
  socket.set_option(tcp::no_delay(true), error);
  peer.emplace(std::move(socket));
  ++connection;
  reader.clear();
  acknowledges = true;
  owes_reply = false;
  say("gdb is connected");
  return true;
}

// Copies of this process that sleep hold the socket as well, so closing it is not enough.
void Server::Impl::close_peer() {
  asio::error_code error;
  peer->shutdown(tcp::socket::shutdown_both, error);
  peer.reset();
  ++connection;
}

void Server::Impl::hang_up(const std::string& why) {
  say(why);
  close_peer();
  stub.reset();
}

// Waits for bytes. False when the peer is gone.
bool Server::Impl::receive() {
  std::array<char, 4096> bytes{};
  asio::error_code error;
  const std::size_t count = peer->read_some(asio::buffer(bytes), error);
  if (error || count == 0) return false;
  reader.feed({bytes.data(), count});
  return true;
}

std::optional<Item> Server::Impl::next() {
  while (reader.empty()) {
    if (reader.noise() > kMostNoise || !receive()) return std::nullopt;
  }
  return reader.next();
}

void Server::Impl::send(const std::string& bytes) {
  asio::error_code error;
  asio::write(*peer, asio::buffer(bytes), error);  // a peer that is gone is noticed when reading
}

void Server::Impl::answer(const std::string& payload) {
  last_sent = packet(payload);
  send(last_sent);
}

std::optional<Resume> Server::Impl::serve(const Item& item) {
  if (item.kind == Item::Kind::kNack && acknowledges) send(last_sent);
  if (item.kind == Item::Kind::kDamaged && acknowledges) send("-");
  if (item.kind != Item::Kind::kPacket) return std::nullopt;
  if (acknowledges) send("+");
  const Stub::Answer given = stub.handle(item.payload);
  if (!given.resume) {
    answer(given.text);
    if (item.payload == "QStartNoAckMode") acknowledges = false;
    return std::nullopt;
  }
  owes_reply = given.parting == Stub::Parting::kNone;
  if (owes_reply) return given.resume;
  if (!given.text.empty()) answer(given.text);
  detached = given.parting == Stub::Parting::kDetach;
  say(detached ? "gdb has let the guest go" : "gdb has ended the run");
  close_peer();
  return given.resume;
}

Resume Server::Impl::converse(Debugger& debugger) {
  for (;;) {
    if (!peer && !accept()) return {.kind = Resume::Kind::kQuit};
    const auto item = next();
    if (!item) {
      hang_up(reader.noise() > kMostNoise ? "the peer does not speak gdb's protocol: disconnected"
                                          : "gdb has gone");
      if (debugger.has_ended()) return {};
      if (clients == Clients::kOne) return {.kind = Resume::Kind::kQuit};
      continue;
    }
    if (const auto resume = serve(*item)) return *resume;
  }
}

Resume Server::on_stop(Debugger& debugger, const Stop& stop) {
  Impl& impl = *impl_;
  impl.stub.stopped(debugger, stop);
  if (impl.detached) {
    if (stop.kind == Stop::Kind::kEnd) impl.detached = false;
    return {};
  }
  if (impl.peer && impl.owes_reply) impl.answer(impl.stub.stop_reply());
  impl.owes_reply = false;
  return impl.converse(debugger);
}

std::string Server::save() const {
  const Impl& impl = *impl_;
  const nlohmann::json saved = {{"stub", impl.stub.save()},
                                {"acknowledges", impl.acknowledges},
                                {"owes_reply", impl.owes_reply},
                                {"last_sent", impl.last_sent}};
  std::string bytes;
  nlohmann::json::to_cbor(saved, bytes);
  return bytes;
}

void Server::restore(std::string_view bytes) {
  Impl& impl = *impl_;
  const nlohmann::json saved = nlohmann::json::from_cbor(bytes);
  impl.stub.restore(saved.at("stub").get<std::string>());
  impl.acknowledges = saved.at("acknowledges").get<bool>();
  impl.owes_reply = saved.at("owes_reply").get<bool>();
  impl.last_sent = saved.at("last_sent").get<std::string>();
  impl.reader.clear();
}

unsigned Server::connection() const { return impl_->connection; }

// While the guest runs gdb sends nothing but an interrupt, or goes away.
bool Server::interrupted() {
  if (!impl_->peer) return false;
  asio::error_code error;
  if (impl_->peer->available(error) != 0 && !error && !impl_->receive()) return true;
  return impl_->reader.take_interrupt();
}

}  // namespace mm32::emu::gdb
