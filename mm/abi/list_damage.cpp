#include "mm/abi/list_damage.hpp"

#include <fmt/format.h>

namespace mm32 {
namespace {

constexpr unsigned kNextOffset = 0;
constexpr unsigned kPrevOffset = 4;

[[noreturn]] void fault_at(std::uint32_t address) {
  Oops oops{};
  oops.kind = Oops::Kind::kPageFault;
  oops.address = VirtAddr(address);
  oops.function = "__list_del_entry_valid";
  throw ListDamage({}, std::move(oops));
}

[[noreturn]] void bug_at(unsigned line, const std::string& text) {
  Oops oops{};
  oops.file = "lib/list_debug.c";
  oops.line = line;
  oops.function = "__list_del_entry_valid";
  throw ListDamage("list_del corruption" + text, std::move(oops));
}

// The list head at `node`; only directly mapped memory holds lists of pages.
const ListHead& neighbour(const Ram& ram, GuestPtr<ListHead> node, unsigned offset) {
  const VirtAddr va = node.va();
  if (va.raw() < kPageOffset || ram.host(direct_map_pa(va), Bytes(sizeof(ListHead))) == nullptr)
    fault_at(node.raw + offset);
  return ram.at(node);
}

}  // namespace

void report_list_damage(const Ram& ram, const ListHead& entry) {
  const std::uint32_t self = guest_ptr(entry).raw;
  const std::uint32_t next = entry.next.raw;
  const std::uint32_t prev = entry.prev.raw;
  if (next == 0) bug_at(49, fmt::format(", {:08x}->next is NULL", self));
  if (prev == 0) bug_at(51, fmt::format(", {:08x}->prev is NULL", self));
  if (next == kListPoison1)
    bug_at(53, fmt::format(", {:08x}->next is LIST_POISON1 ({:08x})", self, next));
  if (prev == kListPoison2)
    bug_at(56, fmt::format(", {:08x}->prev is LIST_POISON2 ({:08x})", self, prev));
  const std::uint32_t prev_next = neighbour(ram, entry.prev, kNextOffset).next.raw;
  if (prev_next != self)
    bug_at(59, fmt::format(". prev->next should be {:08x}, but was {:08x}. (prev={:08x})", self,
                           prev_next, prev));
  const std::uint32_t next_prev = neighbour(ram, entry.next, kPrevOffset).prev.raw;
  bug_at(62, fmt::format(". next->prev should be {:08x}, but was {:08x}. (next={:08x})", self,
                         next_prev, next));
}

void report_wild_link(GuestPtr<ListHead> node) { fault_at(node.raw); }

}  // namespace mm32
