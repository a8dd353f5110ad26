#include "emu/debug/tlb_model.hpp"

#include <fmt/format.h>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

void TlbModel::attach(Machine& machine) {
  machine_ = &machine;
  entries_ = {};
  fills_ = flushes_ = 0;
}

void TlbModel::on_event(const Event& event) {
  if (std::holds_alternative<event::TlbFlush>(event)) {
    entries_ = {};
    ++flushes_;
    return;
  }
  const auto* walk = std::get_if<event::Walk>(&event);
  if (walk == nullptr || walk->refused) return;
  ++fills_;
  const VirtAddr page = page_floor(walk->address);
  const Walk now = machine_->cpu().mmu().walk_now(page, Access::kRead, Ring::kSupervisor);
  entries_[(page.raw() / kPageSize) % kEntries] = Entry{page, now.physical};
}

std::string TlbModel::text() const {
  std::string text =
      fmt::format("{} fills and {} flushes since the debugger was armed\n", fills_, flushes_);
  for (const auto& entry : entries_) {
    if (!entry) continue;
    const Walk now = machine_->cpu().mmu().walk_now(entry->page, Access::kRead, Ring::kSupervisor);
    const char* note = !now.ok()                      ? "  (the tables refuse it by now)"
                       : now.physical != entry->frame ? "  (the tables say another frame by now)"
                                                      : "";
    text += fmt::format("{:08x} -> {:08x}{}\n", entry->page.raw(), entry->frame.raw(), note);
  }
  return text;
}

}  // namespace mm32::emu
