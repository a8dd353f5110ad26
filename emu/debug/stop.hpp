// Why the guest stands still, and how it is to go on: what debugger and front end say to each
// other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "emu/debug/moment.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

struct Stop {
  enum class Kind : std::uint8_t {
    kStart,         // the first function of the first module is about to run
    kStep,          // a step came to its end
    kBreakpoint,    // `number`
    kWatchpoint,    // `number`; `detail`: old and new value
    kEvent,         // `number` (0: a step by events); `detail`: the event
    kException,     // `vector`; `number` when a breakpoint asked for it; `detail`: its name
    kModules,       // modules came or went
    kInterrupt,     // the user's
    kHistoryBegin,  // going back ended at the first moment
    kEnd,           // the run is over; the machine can still be looked at
  };
  Kind kind = Kind::kStep;
  unsigned number = 0;
  unsigned vector = 0;
  VirtAddr address{};  // kWatchpoint: what was accessed
  std::string detail{};
  Moment moment{};
};

enum class Direction : std::uint8_t { kForward, kBackward };

struct Resume {
  enum class Kind : std::uint8_t {
    kContinue,
    kInstruction,      // `count` instructions
    kNextInstruction,  // calls count as one
    kLine,
    kNextLine,  // calls count as one
    kFinish,    // until the function has returned; backward: to where it was called
    kAccess,    // to the next instruction that accesses memory
    kEvent,     // to the next event of memory management
    kQuit,
  };
  Kind kind = Kind::kContinue;
  Direction direction = Direction::kForward;
  std::uint64_t count = 1;
};

class Debugger;

/// Who decides at a stop: a person's console, a script, gdb.
class FrontEnd {
 public:
  virtual ~FrontEnd() = default;
  virtual Resume on_stop(Debugger& debugger, const Stop& stop) = 0;
  /// Asked every few thousand instructions: whether to stop the run.
  virtual bool interrupted() { return false; }
  /// What the front end has learnt since a copy of it was made, for that copy to restore().
  virtual std::string save() const { return {}; }
  virtual void restore(std::string_view /*saved*/) {}
  /// A copy of a front end that was connected to somebody else cannot take over.
  virtual unsigned connection() const { return 0; }
};

}  // namespace mm32::emu
