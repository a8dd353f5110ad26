// The command line of `mm32 debug`: reads lines, looks, and decides how the run goes on.
//
// Where lines come from and where text goes is the caller's business, so that a terminal, a script
// and a test are served alike. A command that fails prints one sentence; what comes from a script
// goes on with the next line, and the failures are counted. When the lines end, the run is left.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "emu/debug/look.hpp"
#include "emu/view/walk_view.hpp"

namespace mm32::emu {

class Console final : public FrontEnd {
 public:
  struct Streams {
    std::function<std::optional<std::string>()> read;  // nothing: no more lines
    std::function<void(std::string_view)> print;
    std::function<void(std::string_view)> complain;  // one sentence
    std::function<bool()> interrupted;
    // What the reader has learnt, for a copy of it that takes over; see FrontEnd::save.
    std::function<std::string()> save{};
    std::function<void(std::string_view)> restore{};
  };
  enum class Source : std::uint8_t {
    kPerson,  // an empty line repeats the last step
    kScript,  // lines are shown before their answers
  };

  Console(Streams streams, Source source) : streams_(std::move(streams)), source_(source) {}

  Resume on_stop(Debugger& debugger, const Stop& stop) override;
  bool interrupted() override { return streams_.interrupted && streams_.interrupted(); }
  std::string save() const override;
  void restore(std::string_view saved) override;
  void set_source(Source source) { source_ = source; }
  /// Commands that failed.
  unsigned failures() const { return failures_; }
  /// Whether the lines ended while the guest stood in mid-run.
  bool ended_in_mid_run() const { return ended_in_mid_run_; }

  /// What may follow `text`, the beginning of a line: whole words.
  static std::vector<std::string> completions(Debugger* debugger, std::string_view text);

 private:
  using Result = Expected<std::optional<Resume>>;
  struct Command;
  static std::span<const Command> commands();

  Result run(std::string_view line);
  Result resume(Resume::Kind kind, Direction direction, std::string_view arguments);
  Result go_on(std::string_view arguments);
  Result until(std::string_view arguments);
  Result step_walk(std::string_view arguments);
  Result add_break(std::string_view arguments, Breakpoint::Life life);
  Result add_watch(std::string_view arguments, Breakpoint::Kind kind);
  Result change_breakpoints(std::string_view arguments,
                            const std::function<void(Breakpoint&)>& change);
  Result remove_breakpoints(std::string_view arguments);
  Result ignore(std::string_view arguments);
  Result set(std::string_view arguments);
  Result help(std::string_view arguments);
  Expected<Breakpoint> breakpoint_of(std::string_view arguments);
  Expected<Breakpoint> watch_of(std::string_view arguments) const;
  void added(const Breakpoint& b);
  void print(std::string_view text) const { streams_.print(text); }

  Streams streams_;
  Source source_;
  Debugger* debugger_ = nullptr;
  SourceText sources_;
  std::optional<LookScene> scene_;
  std::string last_step_;
  std::optional<WalkView> walk_;  // of step walk
  unsigned walk_level_ = 0;
  unsigned failures_ = 0;
  bool ended_in_mid_run_ = false;
};

}  // namespace mm32::emu
