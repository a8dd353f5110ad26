#include "emu/machine/module_struct.hpp"

#include <cstring>

namespace mm32::emu {
namespace {

// Offsets of 6.1 i386, the same with and without PAE.
enum Field : std::uint32_t {
  kState = 0,
  kVersion = 128,
  kSourceVersion = 132,
  kSyms = 140,
  kNumSyms = 148,
  kParams = 172,
  kNumParams = 176,
  kNumGplSyms = 180,
  kGplSyms = 184,
  kNumExceptions = 196,
  kExceptions = 200,
  kCoreLayout = 256,
  kInitLayout = 304,
  kNumBugs = 356,
  kBugTable = 368,
  kArgs = 400,
  kPerCpu = 404,
  kPerCpuSize = 408,
  kJumpEntries = 452,
  kNumJumpEntries = 456,
  kNumTraceFormats = 460,
  kTraceFormats = 464,
  kNumFtraceCallsites = 484,
  kFtraceCallsites = 488,
  kProbesText = 492,
  kProbesTextSize = 496,
  kProbeBlacklist = 500,
  kNumProbeBlacklist = 504,
};
constexpr std::uint32_t kStateComing = 1;

// Linux: TAINT_FLAGS_COUNT letters in the order of their bits, kernel/panic.c.
constexpr std::string_view kTaintLetters = "PFSRMBUDAWCIOELKXTN";

class Writer {
 public:
  Writer(LinkedModule& module, std::span<std::byte> bytes) : module_(module), bytes_(bytes) {}

  void word(std::uint32_t field, std::uint32_t value) {
    std::memcpy(bytes_.data() + field, &value, sizeof(value));
  }
  // A table and how many entries it has.
  void table(const char* section, std::uint32_t entry_bytes, Field address, Field count) {
    const LinkedSection* found = module_.find_section(section);
    if (found == nullptr) return;
    word(address, found->address.raw());
    word(count, static_cast<std::uint32_t>(found->data.size()) / entry_bytes);
  }
  // struct module_layout: base, size, text_size, ro_size, ro_after_init_size.
  void layout(Field field, VirtAddr base, const RegionPlan& region) {
    word(field, base.raw());
    word(field + 4, region.size);
    for (std::uint32_t part = 0; part < 3; ++part)
      word(field + 8 + 4 * part, region.parts[part].offset + region.parts[part].size);
  }

 private:
  LinkedModule& module_;
  std::span<std::byte> bytes_;
};

}  // namespace

bool has_module_struct(const LinkedModule& module) {
  const LinkedSection* section = module.find_section(".gnu.linkonce.this_module");
  return section != nullptr && section->data.size() == kModuleStructBytes;
}

void fill_module_struct(LinkedModule& module, const ModulePlan& plan, const ModuleBases& bases,
                        const ModuleStrings& strings) {
  if (!has_module_struct(module)) return;
  Writer writer(module, module.find_section(".gnu.linkonce.this_module")->data);
  writer.word(kState, kStateComing);
  writer.word(kVersion, strings.version.raw());
  writer.word(kSourceVersion, strings.source_version.raw());
  writer.word(kArgs, strings.args.raw());
  writer.table("__ksymtab", 12, kSyms, kNumSyms);
  writer.table("__ksymtab_gpl", 12, kGplSyms, kNumGplSyms);
  writer.table("__param", 20, kParams, kNumParams);
  writer.table("__ex_table", 12, kExceptions, kNumExceptions);
  writer.table("__bug_table", 12, kBugTable, kNumBugs);
  writer.table("__jump_table", 12, kJumpEntries, kNumJumpEntries);
  writer.table("__trace_printk_fmt", 4, kTraceFormats, kNumTraceFormats);
  writer.table("__mcount_loc", 4, kFtraceCallsites, kNumFtraceCallsites);
  writer.table(".kprobes.text", 1, kProbesText, kProbesTextSize);
  writer.table("_kprobe_blacklist", 4, kProbeBlacklist, kNumProbeBlacklist);
  writer.layout(kCoreLayout, bases.core, plan.core);
  if (plan.init.size != 0) writer.layout(kInitLayout, bases.init, plan.init);
  if (plan.percpu) {
    writer.word(kPerCpu, bases.percpu.raw());
    writer.word(kPerCpuSize, plan.percpu->size);
  }
}

std::uint32_t taint_bits(std::string_view letters) {
  std::uint32_t bits = 0;
  for (const char letter : letters)
    if (const std::size_t bit = kTaintLetters.find(letter); bit != std::string_view::npos)
      bits |= 1u << bit;
  return bits;
}

}  // namespace mm32::emu
