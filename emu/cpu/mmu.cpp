#include "emu/cpu/mmu.hpp"

#include <array>
#include <utility>

#include "emu/cpu/filled_pages.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

Access access_of(uc_mem_type type) {
  if (type == UC_MEM_WRITE) return Access::kWrite;
  return type == UC_MEM_FETCH ? Access::kExecute : Access::kRead;
}

PagingState paging_of(std::uint32_t cr0, std::uint32_t cr3, std::uint32_t cr4) {
  PagingState s;
  s.cr3 = PhysAddr(cr3);
  s.mode = (cr4 & cr4::kPae) != 0 ? PagingMode::kPae : PagingMode::kTwoLevel;
  s.wp = (cr0 & cr0::kWp) != 0;
  s.pse = (cr4 & cr4::kPse) != 0;
  s.pge = (cr4 & cr4::kPge) != 0;
  s.nxe = s.mode == PagingMode::kPae;
  return s;
}

}  // namespace

Mmu::Mmu(const Engine& engine, const Ram& ram, EventStream& events)
    : engine_(engine), ram_(ram), events_(events), filled_(std::make_unique<FilledPages>()) {}

Mmu::~Mmu() = default;

void Mmu::expect_invlpg(VirtAddr page) { filled_->drop(page); }

Expected<void> Mmu::attach() {
  uc_hook hook = 0;
  const uc_err err = uc_hook_add(engine_.raw(), &hook, UC_HOOK_TLB_FILL,
                                 reinterpret_cast<void*>(&Mmu::on_fill), this, 1, 0);
  if (err != UC_ERR_OK)
    return failure(ExitStatus::kInternalFault,
                   std::string("the CPU engine has no TLB-fill hook: ") + uc_strerror(err));
  return {};
}

Mmu::Control Mmu::control() const {
  static constexpr std::array<int, 4> kIds = {UC_X86_REG_CR0, UC_X86_REG_CR3, UC_X86_REG_CR4,
                                              UC_X86_REG_CS};
  std::array<std::uint64_t, 4> v{};
  std::array<void*, 4> out = {&v[0], &v[1], &v[2], &v[3]};
  uc_reg_read_batch(engine_.raw(), const_cast<int*>(kIds.data()), out.data(), 4);
  return {paging_of(static_cast<std::uint32_t>(v[0]), static_cast<std::uint32_t>(v[1]),
                    static_cast<std::uint32_t>(v[2])),
          (v[0] & cr0::kPg) != 0, (v[3] & 3u) == 3u ? Ring::kUser : Ring::kSupervisor};
}

PagingState Mmu::state() const { return control().paging; }

Walk Mmu::walk_now(VirtAddr va, Access access, Ring ring) const {
  return walk(ram_, state(), va, access, ring);
}

bool Mmu::on_fill(uc_engine*, std::uint64_t va, uc_mem_type type, uc_tlb_entry* result,
                  void* self) {
  if (va >> 32 != 0) [[unlikely]] {
    // No guest address: the engine looks up the end of the program (see Cpu::execute).
    result->paddr = 0;
    result->perms = UC_PROT_ALL;
    return true;
  }
  return static_cast<Mmu*>(self)->fill(VirtAddr(static_cast<std::uint32_t>(va)), access_of(type),
                                       *result);
}

bool Mmu::refuse(const PagingState& paging, const RefusedFill& refused) {
  if (!refused.walk.ok()) {
    mark_accessed_dirty(ram_, paging, refused.walk, refused.access);
    if (checker_ != nullptr) checker_->on_refused(last_fill_.address, refused.access);
  }
  // The first refusal ends the run; what the engine looks up on its way out does not count.
  if (!refused_) refused_ = refused;
  return false;
}

bool Mmu::fill(VirtAddr va, Access access, uc_tlb_entry& result) {
  ++fills_;
  Control c = control();
  if (!c.paging_on) [[unlikely]] {
    result.paddr = va.raw();
    result.perms = UC_PROT_ALL;
    return true;
  }
  if (descriptor_page_ == page_floor(va)) [[unlikely]] {
    descriptor_page_.reset();
    c.ring = Ring::kSupervisor;
  }
  const Walk w = walk(ram_, c.paging, va, access, c.ring);
  const bool bus_fetch =
      w.ok() && access == Access::kExecute && !ram_.contains(w.page_pa(), Bytes(kPageSize));
  const bool guard =
      w.ok() && !guards_.empty() && c.ring == Ring::kSupervisor && guards_.contains(w.page_pa());
  const bool usable = w.ok() && !bus_fetch && !guard;
  const bool may_write = usable && (w.writable || (c.ring == Ring::kSupervisor && !c.paging.wp)) &&
                         (access == Access::kWrite || w.dirty);
  last_fill_ = {va, access, c.ring};
  if (std::exchange(cr3_, c.paging.cr3) != c.paging.cr3) [[unlikely]]
    filled_->drop_all();
  const FilledPages::Fill given = usable ? filled_->add(va, w.frame(), access, may_write, c.ring)
                                         : FilledPages::Fill{true, false};
  if (given.is_new) events_.emit(event::Walk{va, w.step_count, !w.ok()});
  if (!usable) [[unlikely]]
    return refuse(c.paging, {page_floor(va), access, c.ring, w, bus_fetch, guard});
  mark_accessed_dirty(ram_, c.paging, w, access);
  const PhysAddr frame = w.page_pa();
  if (frame >= watch_begin_ && frame < watch_end_) [[unlikely]]
    watcher_->before_access(frame);
  if (checker_ != nullptr) [[unlikely]]
    checker_->on_fill(va, access, w);
  result.paddr = frame.raw();
  if (redirected_ && redirected_->frame == frame) [[unlikely]]
    result.paddr = redirected_->window.raw();
  result.perms = static_cast<uc_prot>(UC_PROT_READ | (given.may_write ? UC_PROT_WRITE : 0) |
                                      (access == Access::kExecute ? UC_PROT_EXEC : 0));
  return true;
}

std::optional<RefusedFill> Mmu::take_refused() { return std::exchange(refused_, std::nullopt); }

// The engine has no call to drop one page: any flush from the host drops all. Guest code that has a
// single page to flush executes INVLPG itself.
void Mmu::flush_range(VirtAddr begin, Pages pages) {
  if (pages == Pages()) return;
  uc_ctl_flush_tlb(engine_.raw());
  filled_->drop_all();
  if (checker_ != nullptr) checker_->on_flush();
  events_.emit(event::TlbFlush{begin, pages});
}

void Mmu::flush_all() {
  uc_ctl_flush_tlb(engine_.raw());
  filled_->drop_all();
  if (checker_ != nullptr) checker_->on_flush();
  events_.emit(event::TlbFlush{VirtAddr(), Pages()});
}

// The engine looks each page up as a fetch, which it must not be refused in the middle of a run.
void Mmu::forget_code(VirtAddr begin, Pages pages) {
  for (std::uint32_t i = 0; i < pages.raw(); ++i) {
    const std::uint64_t page = std::uint64_t{begin.raw()} + i * kPageSize;
    const Walk w =
        walk_now(VirtAddr(static_cast<std::uint32_t>(page)), Access::kExecute, Ring::kSupervisor);
    if (w.ok() && ram_.contains(w.page_pa(), Bytes(kPageSize)))
      uc_ctl_remove_cache(engine_.raw(), page, page + kPageSize);
  }
}

void Mmu::guard_frame(PhysAddr frame) {
  guards_.insert(frame);
  uc_ctl_flush_tlb(engine_.raw());
}

void Mmu::watch_frames(PhysAddr begin, PhysAddr end, FrameWatcher& watcher) {
  watch_begin_ = begin;
  watch_end_ = end;
  watcher_ = &watcher;
}

}  // namespace mm32::emu
