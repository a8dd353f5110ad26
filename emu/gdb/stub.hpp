// gdb's packets over the debugger: each request is a string, each answer is one.
//
// Knows nothing of sockets. Untrusted input: every number is checked, memory is reached through the
// page walk only, and what is not understood gets the empty answer, as the protocol wants it.
// Source: the GDB manual, appendix "GDB Remote Serial Protocol".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emu/debug/debugger.hpp"
#include "emu/debug/look.hpp"
#include "emu/gdb/symbol_files.hpp"

namespace mm32::emu::gdb {

class Stub {
 public:
  /// How gdb takes its leave; what it has set up is forgotten.
  enum class Parting : std::uint8_t { kNone, kDetach, kKill };
  struct Answer {
    std::string text{};              // the payload to send; with `resume` only when gdb parts
    std::optional<Resume> resume{};  // go on
    Parting parting = Parting::kNone;
  };

  /// The guest has stopped. Must be called before handle().
  void stopped(Debugger& debugger, const Stop& stop);
  /// What to tell gdb, which waits for it since its last resume.
  std::string stop_reply();
  Answer handle(std::string_view request);
  /// A new gdb: forgets what the last one has set up.
  void reset();
  /// What gdb has set up, for a copy of this stub that takes over; see FrontEnd::save.
  std::string save() const;
  void restore(std::string_view saved);

 private:
  using Handler = Answer (Stub::*)(std::string_view);
  struct Command;

  Answer query(std::string_view text);
  Answer read_registers(std::string_view text);
  Answer write_registers(std::string_view text);
  Answer read_register(std::string_view text);
  Answer write_register(std::string_view text);
  Answer read_memory(std::string_view text);
  Answer write_memory_hex(std::string_view text);
  Answer write_memory_binary(std::string_view text);
  Answer insert_point(std::string_view text);
  Answer remove_point(std::string_view text);
  Answer step(std::string_view text);
  Answer go_on(std::string_view text);
  Answer back(std::string_view text);
  Answer select_thread(std::string_view text);
  Answer thread_alive(std::string_view text);
  Answer verbose(std::string_view text);
  Answer file(std::string_view text);
  Answer open_file(std::string_view text);
  Answer read_file(std::string_view text);
  Answer transfer(std::string_view text);
  Answer monitor(std::string_view text);
  Answer resume_at(std::string_view text, Resume resume);
  Answer physical_mode(std::string_view text);

  std::string library_list() const;
  std::string thread_ids() const;
  std::string thread_list() const;
  Answer write_bytes(std::uint64_t at, const std::string& bytes);
  bool is_current_selected() const;
  std::optional<Registers> selected_registers() const;

  struct Point {
    std::uint64_t type;
    std::uint64_t address;
    std::uint64_t size;
    auto operator<=>(const Point&) const = default;
  };

  Debugger* debugger_ = nullptr;
  Stop stop_{};
  SourceText sources_;
  std::optional<LookScene> scene_;
  SymbolFiles files_;
  std::map<std::uint64_t, const SymbolFile*> open_;
  std::map<Point, unsigned> points_;  // and the debugger's number
  std::uint64_t next_handle_ = 3;
  std::uint64_t selected_ = 0;  // thread of g and m; 0: the running one
  std::vector<std::string> told_libraries_;
  bool physical_ = false;
};

/// The number of a task among gdb's threads, which have none 0.
std::uint64_t thread_of(const Task& task);

}  // namespace mm32::emu::gdb
