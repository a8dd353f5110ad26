#include "emu/export/stub_page.hpp"

#include <initializer_list>

#include "emu/cpu/cpu.hpp"
#include "emu/export/mailbox.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint32_t kEntryBytes = 32;
constexpr std::uint32_t kTailBytes = 32;

constexpr std::uint32_t stubs_bytes(std::uint32_t exports) {
  return static_cast<std::uint32_t>(
      align_up(std::uint64_t{exports + 1} * Cpu::kStubBytes, kPageSize));
}

/// Appends instructions at increasing addresses.
class Assembler {
 public:
  Assembler(std::vector<std::byte>& code, std::uint32_t base) : code_(code), base_(base) {}

  void seek(std::uint32_t offset) { at_ = offset; }
  void bytes(std::initializer_list<unsigned> values) {
    for (const unsigned v : values) code_[at_++] = static_cast<std::byte>(v);
  }
  void word(std::uint32_t value) {
    for (unsigned i = 0; i < 4; ++i) code_[at_++] = static_cast<std::byte>(value >> (8 * i));
  }
  void jump(std::uint32_t target_offset) {
    bytes({0xe9});
    word(target_offset - (at_ + 4));
  }

 private:
  std::vector<std::byte>& code_;
  [[maybe_unused]] std::uint32_t base_;
  std::uint32_t at_ = 0;
};

}  // namespace

Pages StubPage::pages(std::uint32_t exports) {
  return pages_for(Bytes(stubs_bytes(exports) + kTailBytes + exports * kEntryBytes));
}

StubPage::StubPage(VirtAddr base, std::uint32_t exports, VirtAddr mailbox)
    : base_(base), exports_(exports), code_(bytes_of(pages(exports)).raw(), std::byte{0xcc}) {
  const std::uint32_t tail = stubs_bytes(exports);
  const std::uint32_t box = mailbox.raw();
  Assembler as(code_, base.raw());
  for (std::uint32_t i = 0; i <= exports; ++i) {
    as.seek(i * Cpu::kStubBytes);
    as.jump(tail);
  }
  as.seek(tail);
  as.bytes({0xa1});  // mov eax, [result_low]
  as.word(box + offsetof(Mailbox, result_low));
  as.bytes({0x8b, 0x15});  // mov edx, [result_high]
  as.word(box + offsetof(Mailbox, result_high));
  as.bytes({0xc3});
  for (std::uint32_t i = 1; i <= exports; ++i) {
    as.seek(entry(i).raw() - base.raw());
    as.bytes({0xa3});  // mov [eax slot], eax
    as.word(box + offsetof(Mailbox, eax));
    as.bytes({0x89, 0x15});
    as.word(box + offsetof(Mailbox, edx));
    as.bytes({0x89, 0x0d});
    as.word(box + offsetof(Mailbox, ecx));
    as.bytes({0x89, 0x25});
    as.word(box + offsetof(Mailbox, esp));
    as.jump(i * Cpu::kStubBytes);
  }
}

VirtAddr StubPage::entry(std::uint32_t index) const {
  return base_ + Bytes(stubs_bytes(exports_) + kTailBytes + (index - 1) * kEntryBytes);
}

std::uint32_t StubPage::entry_bytes() const { return kEntryBytes; }

}  // namespace mm32::emu
