// What probes in kernel code ask of the host: symbols by name, the extent of a function, the length
// of an instruction, and the writing of code. The probes themselves are guest code
// (guest/kernel/kprobes/, whose host.h declares these calls). Linux: kernel/kallsyms.c,
// arch/x86/kernel/kprobes/core.c, text_poke of arch/x86/kernel/alternative.c.
#include <algorithm>
#include <array>

#include "emu/cpu/instruction.hpp"
#include "emu/export/registry.hpp"
#include "emu/loader/symbol_table.hpp"
#include "emu/machine/modules.hpp"
#include "mm/kernel.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kLongestName = 512;  // Linux: KSYM_NAME_LEN

Outcome<VirtAddr> symbol_address(KernelContext& k, VirtAddr name) {
  MM_TRY_ASSIGN(const std::string text, k.read_string(name, kLongestName));
  return k.symbols().address_of(text).value_or(VirtAddr());
}

/// struct mm32_symbol_place of guest/kernel/kprobes/host.h
struct SymbolPlace {
  std::uint32_t offset;
  std::uint32_t size;
  std::uint32_t in_text;
  std::uint32_t in_kernel;
};

Outcome<std::int32_t> symbol_place(KernelContext& k, VirtAddr address, VirtAddr to) {
  const auto found = k.symbols().find(address);
  if (!found) return 0;
  const SymbolPlace place{found->offset, found->size, k.symbols().in_text(address) ? 1u : 0u,
                          found->module.empty() ? 1u : 0u};
  MM_TRY(k.write(to, std::as_bytes(std::span(&place, 1))));
  return 1;
}

// The length of the instruction in the low byte, its prefixes in the next; 0: it is none.
Outcome<std::uint32_t> instruction_length(KernelContext& k, VirtAddr code, std::uint32_t bytes) {
  std::array<std::uint8_t, kMaxInstructionBytes> copy{};
  const std::size_t n = std::min<std::size_t>(bytes, copy.size());
  MM_TRY(k.read(code, std::as_writable_bytes(std::span(copy)).first(n)));
  const auto facts = instruction_facts(std::span(copy).first(n));
  return facts ? facts->length | facts->prefixes << 8 : 0;
}

std::uint32_t has_bug_entry(KernelContext& k, VirtAddr code) {
  return k.modules().bug_entry(code) ? 1 : 0;
}

Outcome<void> poke_text(KernelContext& k, VirtAddr at, VirtAddr from, std::uint32_t bytes) {
  std::array<std::byte, 2 * kMaxInstructionBytes> code{};
  const auto part = std::span(code).first(std::min<std::size_t>(bytes, code.size()));
  MM_TRY(k.read(from, part));
  for (std::uint32_t i = 0; i < part.size(); ++i) {
    const auto pa = k.mm().tables().translate(at + Bytes(i));
    if (!pa) return {};
    if (std::byte* host = k.cpu().ram().host(*pa, Bytes(1))) *host = part[i];
  }
  k.cpu().mmu().forget_code(page_floor(at), Pages(2));
  return {};
}

constexpr std::array kExports = {
    make_export<&symbol_address>("mm32_symbol_address"),
    make_export<&symbol_place>("mm32_symbol_place"),
    make_export<&instruction_length>("mm32_instruction_length"),
    make_export<&has_bug_entry>("mm32_has_bug_entry"),
    make_export<&poke_text>("mm32_poke_text"),
};

}  // namespace

std::span<const KernelExport> kprobe_exports() { return kExports; }

}  // namespace mm32::emu
