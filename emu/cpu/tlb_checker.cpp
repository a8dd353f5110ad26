#include "emu/cpu/tlb_checker.hpp"

#include <algorithm>
#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/guest_memory.hpp"
#include "emu/cpu/instruction.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint64_t kIgnored = raw(PteFlags::kAccessed) | raw(PteFlags::kDirty) |
                                   raw(PteFlags::kSoftware1) | raw(PteFlags::kSoftware2) |
                                   raw(PteFlags::kSoftware3);

// Whether an entry that was `before` no longer allows what it allowed.
bool lost_mapping(std::uint64_t before, std::uint64_t now) {
  constexpr std::uint64_t kRights = raw(PteFlags::kWrite) | raw(PteFlags::kUser);
  if (!has(now, PteFlags::kPresent)) return true;
  const std::uint64_t where = ~(kIgnored | kRights | raw(PteFlags::kNx) | raw(PteFlags::kGlobal) |
                                raw(PteFlags::kCacheMask));
  return ((before ^ now) & where) != 0;
}

bool lost_write(std::uint64_t before, std::uint64_t now) {
  return has(before, PteFlags::kWrite) && !has(now, PteFlags::kWrite);
}

}  // namespace

Expected<void> TlbChecker::attach() {
  uc_hook hook = 0;
  const uc_err err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_MEM_READ | UC_HOOK_MEM_WRITE,
                                 reinterpret_cast<void*>(&on_access), this, 1, 0);
  if (err == UC_ERR_OK) return {};
  return failure(ExitStatus::kInternalFault,
                 std::string("the CPU engine refuses the access hook: ") + uc_strerror(err));
}

std::uint64_t TlbChecker::entry_at(PhysAddr pa) const {
  return mode_ == PagingMode::kPae ? read_entry<Pae>(ram_, pa) : read_entry<TwoLevel>(ram_, pa);
}

void TlbChecker::on_fill(VirtAddr page, const Walk& walk) {
  settle_writes();
  Translation& t = entries_[page_floor(page).raw()];
  if (t.stale) --stale_count_;
  t = Translation{walk, {}, false, 0, 0};
  for (unsigned i = 0; i < walk.step_count; ++i)
    tables_.insert(walk.steps[i].entry_pa.raw() >> kPageShift);
}

void TlbChecker::on_flush() {
  entries_.clear();
  tables_.clear();
  writes_.clear();
  stale_count_ = 0;
}

// Compares the entries that the translation came from with what they are now.
void TlbChecker::recheck(Translation& t,
                         const std::function<std::optional<EntryChange>(PhysAddr)>& who) {
  if (t.stale && !t.lost_write_only) return;
  for (unsigned i = 0; i < t.walk.step_count; ++i) {
    const WalkStep& step = t.walk.steps[i];
    const std::uint64_t now = entry_at(step.entry_pa);
    const bool gone = lost_mapping(step.entry, now);
    if (!gone && !lost_write(step.entry, now)) continue;
    auto change = who(step.entry_pa);
    if (!change) continue;
    if (!t.stale) ++stale_count_;
    t.stale = std::move(change);
    t.lost_write_only = !gone;
    t.entry_now = now;
    t.step = i;
    return;
  }
}

void TlbChecker::on_export_end(std::string_view name, VirtAddr call_site) {
  settle_writes();
  for (auto& [page, t] : entries_)
    recheck(t, [&](PhysAddr) { return EntryChange{call_site, std::string(name)}; });
}

// The write has not happened yet when the hook is called.
void TlbChecker::note_write(PhysAddr pa, unsigned bytes) {
  if (!tables_.contains(pa.raw() >> kPageShift)) return;
  for (const auto& [page, t] : entries_)
    for (unsigned i = 0; i < t.walk.step_count; ++i) {
      const PhysAddr entry = t.walk.steps[i].entry_pa;
      if (pa < entry + Bytes(8) && entry < pa + Bytes(bytes)) {
        writes_.push_back({entry, VirtAddr(engine_.read(UC_X86_REG_EIP))});
        return;
      }
    }
}

void TlbChecker::settle_writes() {
  if (writes_.empty()) return;
  const std::vector<Write> writes = std::exchange(writes_, {});
  for (auto& [page, t] : entries_)
    recheck(t, [&](PhysAddr entry) -> std::optional<EntryChange> {
      for (const Write& w : writes)
        if (entry < w.entry + Bytes(8) && w.entry < entry + Bytes(8)) return EntryChange{w.by, {}};
      return std::nullopt;
    });
}

void TlbChecker::check_access(PhysAddr pa, Access access) {
  for (auto& [page, t] : entries_) {
    if (!t.stale || pfn_of(pa) != t.walk.frame()) continue;
    if (t.lost_write_only && access != Access::kWrite) continue;
    const Registers r = engine_.read_all();
    std::array<std::byte, kMaxInstructionBytes> code{};
    PagingState paging;
    paging.cr3 = PhysAddr(r.cr3);
    paging.mode = mode_;
    paging.nxe = mode_ == PagingMode::kPae;
    std::size_t length = 0;
    const GuestMemory memory(ram_, paging, Ring::kSupervisor, Marking::kNone);
    for (; length < code.size(); ++length)
      if (!memory.read(VirtAddr(r.eip + static_cast<std::uint32_t>(length)),
                       std::span(code).subspan(length, 1)))
        break;
    const auto at = accessed_address({reinterpret_cast<const std::uint8_t*>(code.data()), length},
                                     r, engine_.read(UC_X86_REG_FS_BASE),
                                     engine_.read(UC_X86_REG_GS_BASE), VirtAddr(page), access);
    if (!at) continue;
    const VirtAddr address(page | static_cast<std::uint32_t>(pa.raw() % kPageSize));
    sink_({address, access, VirtAddr(r.eip), t.walk.steps[t.step], t.entry_now, *t.stale});
    t.stale.reset();  // reported once
    --stale_count_;
    return;
  }
}

void TlbChecker::on_access(uc_engine*, uc_mem_type type, std::uint64_t address, int size,
                           std::int64_t, void* self) {
  auto& checker = *static_cast<TlbChecker*>(self);
  const PhysAddr pa(address);
  const bool write = type == UC_MEM_WRITE;
  checker.settle_writes();
  if (checker.stale_count_ != 0) [[unlikely]]
    checker.check_access(pa, write ? Access::kWrite : Access::kRead);
  if (write) checker.note_write(pa, static_cast<unsigned>(size));
}

}  // namespace mm32::emu
