// Which translations the guest's CPU has in its TLB: those that it was given since the last flush.
//
// The engine's own TLB is no measure. Its size follows the host's clock, so it forgets pages at
// other moments in each run and asks for them again.
// F1  This set holds at least what the engine holds, so that a page which is new here is always
//     asked for, and what is new here is the same in every run.
// F2  A page whose frame is another than before is new: its entry was changed. What a module drops
//     by an INVLPG or a load of CR3 of its own, and finds again as it was, is not new.
// F3  Who asks again gets the rights of the first time, so that what is missing is asked for.
#pragma once

#include <cstdint>
#include <memory>

#include "mm/paging/walk.hpp"

namespace mm32::emu {

class FilledPages {
 public:
  FilledPages();

  struct Fill {
    bool is_new;
    bool may_write;  // what the CPU is to be given
  };
  /// The CPU is given rights to `frame` at `page`, because it tried `access`.
  Fill add(VirtAddr page, Pfn frame, Access access, bool may_write, Ring ring);
  void drop(VirtAddr page) { entries_[page.raw() / kPageSize].epoch = 0; }
  void drop_all();

 private:
  struct Entry {
    std::uint32_t epoch;
    std::uint32_t frame;
    std::uint32_t rights;
  };
  struct Free {
    void operator()(void* memory) const;
  };

  std::unique_ptr<Entry[], Free> entries_;  // zeros of the host's, until a page is touched
  std::uint32_t epoch_ = 1;
};

}  // namespace mm32::emu
