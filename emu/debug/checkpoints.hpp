// Copies of the debugged process at moments of its run, from which going back goes on.
//
//   live ──fork──► checkpoint (asleep) ──fork──► checkpoint (asleep) … ──► now
//                       ▲ wake(order): the copy goes on, the process that woke it ends
//
// A copy is the whole process (fork, copy on write): guest RAM, CPU, engine and every host object
// are as they were, whatever they are. What the user has done since then (breakpoints, edits, the
// front end's state) travels in the order, which is the debugger's business. Each process knows the
// copies that are older than itself. Invariants:
// K1  A copy sleeps until it is woken or nobody is left who could wake it; then it ends.
// K2  A woken copy first leaves a copy of itself behind.
// K3  At most kMost copies; when there are more, every second one is given up and the distance
//     between them doubles. None is made while the host is short of memory.
// Needs a supervisor (supervised_process.hpp): a process that outlives all of these.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "emu/debug/moment.hpp"
#include "emu/debug/supervised_process.hpp"

namespace mm32::emu {

class Checkpoints {
 public:
  static constexpr std::size_t kMost = 16;
  static constexpr std::uint64_t kFirstDistance = 1u << 19;  // instructions

  /// Without supervision no copies are made. It must outlive this.
  explicit Checkpoints(const Supervision* supervision) : supervision_(supervision) {}
  Checkpoints(const Checkpoints&) = delete;
  Checkpoints& operator=(const Checkpoints&) = delete;
  ~Checkpoints();

  /// The instruction count at which the next copy is due.
  std::uint64_t next_due() const { return next_due_; }
  /// Leaves a copy of this process at `now`. Nothing in the process that goes on; the order, in a
  /// copy that was woken. `tag` names what a copy must have in common with who wakes it.
  std::optional<std::string> leave(Moment now, unsigned tag);
  /// Ends this process and lets the latest copy at or before `latest` go on with `order`. Returns
  /// when there is none.
  void wake(Moment latest, unsigned tag, const std::string& order);
  /// The moment of the copy that wake() would take.
  std::optional<Moment> latest(Moment bound, unsigned tag) const;
  /// The run from `moment` on is going to be another one: later copies are given up.
  void forget_after(Moment moment);
  /// A run that begins again from its start: the next copy is due soon.
  void begin_again() { next_due_ = distance_; }

 private:
  struct Copy {
    Moment at;
    unsigned tag;
    int control;  // the socket through which it is woken
  };

  std::optional<std::string> make_copy(Moment now, unsigned tag);
  static std::string sleep(int control);
  void join_supervisor() const;
  static void give_up(const Copy& copy);
  void thin_out();

  const Supervision* supervision_;
  std::vector<Copy> copies_;  // oldest first
  std::uint64_t distance_ = kFirstDistance;
  std::uint64_t next_due_ = kFirstDistance;
};

}  // namespace mm32::emu
