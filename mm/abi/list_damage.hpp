// A linked list in guest memory that a guest has damaged, as Linux's checks of list_del report it.
//
// Thrown where following the list further could do harm; nothing of the list was changed. It is the
// guest's fault: the executor reports it and ends the task whose call met it. Outside of a call it
// is a broken invariant like any other. Linux 6.1 lib/list_debug.c, with CONFIG_BUG_ON_DATA_
// CORRUPTION.
#pragma once

#include <string>
#include <utility>

#include "mm/abi/list.hpp"
#include "mm/base/check.hpp"
#include "mm/base/result.hpp"

namespace mm32 {

class ListDamage final : public InvariantBroken {
 public:
  ListDamage(const std::string& line, Oops oops)
      : InvariantBroken("a list in guest memory is damaged"), line_(line), oops_(std::move(oops)) {}
  /// What the log says before the report; empty for a fault.
  const std::string& line() const { return line_; }
  const Oops& oops() const { return oops_; }

 private:
  std::string line_;
  Oops oops_;
};

/// Says what is wrong with the links of `entry`. To be called when something is.
[[noreturn]] void report_list_damage(const Ram& ram, const ListHead& entry);
/// A link leads to `node`, where no entry of the list can be.
[[noreturn]] void report_wild_link(GuestPtr<ListHead> node);

/// Unlinks `entry`, whose neighbours must agree. Linux: list_del.
inline void list_del(const Ram& ram, ListHead& entry) {
  if (!list_remove(ram, entry)) [[unlikely]]
    report_list_damage(ram, entry);
}

}  // namespace mm32
