#include "emu/cpu/tlb_checker.hpp"

#include <algorithm>
#include <array>

#include "emu/cpu/fault_address.hpp"
#include "emu/cpu/guest_memory.hpp"
#include "emu/cpu/instruction.hpp"
#include "emu/cpu/tlb_flushing.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint64_t kIgnored = raw(PteFlags::kAccessed) | raw(PteFlags::kDirty) |
                                   raw(PteFlags::kSoftware1) | raw(PteFlags::kSoftware2) |
                                   raw(PteFlags::kSoftware3);

constexpr std::uint32_t kGlobalMatters = cr4::kPge | cr4::kPse | cr4::kPae;

}  // namespace

Expected<void> TlbChecker::attach() {
  uc_hook hook = 0;
  uc_err err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_MEM_READ | UC_HOOK_MEM_WRITE,
                           reinterpret_cast<void*>(&on_access), this, 1, 0);
  if (err == UC_ERR_OK)
    err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_CODE, reinterpret_cast<void*>(&on_code), this,
                      1, 0);
  if (err == UC_ERR_OK) return {};
  return failure(ExitStatus::kInternalFault,
                 std::string("the CPU engine refuses the access hook: ") + uc_strerror(err));
}

std::uint64_t TlbChecker::entry_at(PhysAddr pa) const {
  return mode_ == PagingMode::kPae ? read_entry<Pae>(ram_, pa) : read_entry<TwoLevel>(ram_, pa);
}

TlbChecker::Key TlbChecker::key_of(VirtAddr va, Access access) {
  return page_floor(va).raw() | (access == Access::kExecute ? 1u : 0u);
}

bool TlbChecker::forbids(const Translation& t, Access access) {
  const unsigned matters = access == Access::kWrite     ? kMapping | kWriting
                           : access == Access::kExecute ? kMapping | kExecuting
                                                        : kMapping;
  return t.stale && (t.lost & matters) != 0;
}

// What an entry that was `before` no longer allows.
std::uint8_t TlbChecker::losses(std::uint64_t before, std::uint64_t now) {
  constexpr std::uint64_t kRights =
      raw(PteFlags::kWrite) | raw(PteFlags::kUser) | raw(PteFlags::kNx);
  const std::uint64_t where =
      ~(kIgnored | kRights | raw(PteFlags::kGlobal) | raw(PteFlags::kCacheMask));
  if (!has(now, PteFlags::kPresent) || ((before ^ now) & where) != 0) return kMapping;
  unsigned lost = 0;
  if (has(before, PteFlags::kWrite) && !has(now, PteFlags::kWrite)) lost |= kWriting;
  if (!has(before, PteFlags::kNx) && has(now, PteFlags::kNx)) lost |= kExecuting;
  return static_cast<std::uint8_t>(lost);
}

TlbChecker::Entries::iterator TlbChecker::drop(Entries::iterator at) {
  if (at->second.stale) --stale_count_;
  return entries_.erase(at);
}

void TlbChecker::report(Translation& t, VirtAddr address, Access access, VirtAddr instruction) {
  sink_({address, access, instruction, t.walk.steps[t.step], t.entry_now, *t.stale});
  t.stale.reset();  // reported once
  --stale_count_;
}

void TlbChecker::on_fill(VirtAddr va, Access access, const Walk& walk) {
  settle_writes();
  Translation& t = entries_[key_of(va, access)];
  // The first write to a page looks its entry up again, to mark it dirty.
  const bool marks_dirty = access == Access::kWrite && !t.walk.dirty;
  if (forbids(t, access) && !marks_dirty) report(t, va, access, instruction_);
  if (t.stale) --stale_count_;
  t = Translation{walk, {}, 0, 0, 0};
  if (access == Access::kWrite) t.walk.dirty = true;
  for (unsigned i = 0; i < walk.step_count; ++i)
    tables_.insert(walk.steps[i].entry_pa.raw() >> kPageShift);
}

void TlbChecker::on_refused(VirtAddr va, Access access) {
  settle_writes();
  const auto found = entries_.find(key_of(va, access));
  if (found == entries_.end() || !forbids(found->second, access)) return;
  if (access == Access::kWrite && !found->second.walk.dirty) return;
  report(found->second, va, access, access == Access::kExecute ? va : instruction_);
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
  if ((t.lost & kMapping) != 0) return;
  for (unsigned i = 0; i < t.walk.step_count; ++i) {
    const WalkStep& step = t.walk.steps[i];
    const std::uint64_t now = entry_at(step.entry_pa);
    const std::uint8_t lost = losses(step.entry, now);
    if ((lost & ~t.lost) == 0) continue;
    auto change = who(step.entry_pa);
    if (!change) continue;
    if (!t.stale) ++stale_count_;
    t.stale = std::move(change);
    t.lost = static_cast<std::uint8_t>(t.lost | lost);
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
  for (auto& [key, t] : entries_) {
    if (!forbids(t, access) || pfn_of(pa) != t.walk.frame()) continue;
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
    const std::uint32_t page = key & ~1u;
    const auto at = accessed_address({reinterpret_cast<const std::uint8_t*>(code.data()), length},
                                     r, engine_.read(UC_X86_REG_FS_BASE),
                                     engine_.read(UC_X86_REG_GS_BASE), VirtAddr(page), access);
    if (!at) continue;
    return report(t, VirtAddr(page | static_cast<std::uint32_t>(pa.raw() % kPageSize)), access,
                  VirtAddr(r.eip));
  }
}

void TlbChecker::check_fetch(VirtAddr at, Access access) {
  const auto found = entries_.find(key_of(at, access));
  if (found != entries_.end() && forbids(found->second, access))
    report(found->second, at, access, at);
}

// INVLPG drops all of a large page, whichever part it names.
void TlbChecker::invalidate(VirtAddr va) {
  for (auto at = entries_.begin(); at != entries_.end();) {
    const Walk& walk = at->second.walk;
    const std::uint32_t mask = ~static_cast<std::uint32_t>(walk.page_size.raw() - 1);
    at = ((va.raw() ^ at->first) & mask & ~1u) == 0 ? drop(at) : std::next(at);
  }
}

void TlbChecker::load_cr3() {
  const bool keeps_global = (engine_.read(UC_X86_REG_CR4) & cr4::kPge) != 0;
  for (auto at = entries_.begin(); at != entries_.end();)
    at = keeps_global && at->second.walk.global ? std::next(at) : drop(at);
}

// What the instruction about to be executed will flush.
void TlbChecker::follow_flush(VirtAddr at, std::uint32_t size) {
  const auto found = entries_.find(key_of(at, Access::kExecute));
  const std::uint32_t offset = at.raw() % kPageSize;
  if (found == entries_.end() || size < 3 || offset + size > kPageSize) return;
  const std::byte* host = ram_.host(found->second.walk.page_pa() + Bytes(offset), Bytes(size));
  if (host == nullptr) return;
  const std::span<const std::uint8_t> code(reinterpret_cast<const std::uint8_t*>(host), size);
  const auto flush = tlb_flush_of(code, engine_);
  if (!flush) return;
  switch (flush->kind) {
    case TlbFlushing::Kind::kPage:
      return invalidate(VirtAddr(flush->value));
    case TlbFlushing::Kind::kCr3:
      return load_cr3();
    case TlbFlushing::Kind::kCr4:
      if (((engine_.read(UC_X86_REG_CR4) ^ flush->value) & kGlobalMatters) != 0) on_flush();
      return;
  }
}

void TlbChecker::on_code(uc_engine*, std::uint64_t address, std::uint32_t size, void* self) {
  auto& checker = *static_cast<TlbChecker*>(self);
  const VirtAddr at(static_cast<std::uint32_t>(address));
  checker.instruction_ = at;
  checker.settle_writes();
  if (checker.stale_count_ != 0) [[unlikely]]
    checker.check_fetch(at, Access::kExecute);
  checker.follow_flush(at, size);
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
