#include "emu/machine/kernel_image.hpp"

#include <fmt/format.h>

#include <cstring>

#include "emu/machine/kernel_log.hpp"
#include "mm/base/check.hpp"

namespace mm32::emu {
namespace {

constexpr Bytes kUsualBase{16u << 20};
constexpr Bytes kSmallBase{1u << 20};
constexpr Bytes kSmallMachine{32u << 20};
// Where Debian's 6.1 image has the end of its rodata and of its bss (reference */iomem). In layout
// linux-6.1 the image takes the same memory, so that what lies behind it lies where it does there.
struct DebianExtent {
  std::uint32_t rodata_end;
  std::uint32_t image_end;
};
constexpr DebianExtent kDebian686{0x1c39000, 0x1ee6000};
constexpr DebianExtent kDebian686Pae{0x1c51000, 0x1f0b000};

constexpr std::string_view kMailboxName = "mm32_mailbox";

// What the image itself may use: the host's exports and the variables that were offered before.
class ExportResolver final : public SymbolResolver {
 public:
  ExportResolver(std::span<const KernelExport> exports, const StubPage& stubs,
                 const NameTable& variables)
      : variables_(variables) {
    names_.reserve(exports.size());
    for (std::uint32_t i = 0; i < exports.size(); ++i)
      names_.add(exports[i].name, stubs.entry(i + 1));
  }
  std::optional<VirtAddr> resolve(std::string_view name) override {
    const auto found = names_.find(name);
    return found ? found : variables_.find(name);
  }

 private:
  const NameTable& variables_;
  NameTable names_;
};

std::uint32_t read_word(std::span<const std::byte> data, std::size_t at) {
  std::uint32_t word = 0;
  std::memcpy(&word, data.data() + at, sizeof word);
  return word;
}

}  // namespace

KernelImage::KernelImage(ElfObject object, std::filesystem::path debug_file)
    : object_(std::move(object)), debug_file_(std::move(debug_file)), plan_(plan_module(object_)) {}

Expected<KernelImage> KernelImage::load(const std::filesystem::path& file) {
  auto object = ElfObject::open(file);
  if (!object)
    return failure(ExitStatus::kInternalFault,
                   "the kernel image is damaged: " + object.error().lines.front());
  std::filesystem::path debug_file = file;
  return KernelImage(std::move(*object), debug_file.replace_extension(".debug"));
}

void KernelImage::place(MachineConfig& config, std::uint32_t exports) {
  const Bytes base = config.mem < kSmallMachine ? kSmallBase : kUsualBase;
  const Bytes stubs = bytes_of(StubPage::pages(exports));
  const ModulePart& text = plan_.core.parts[0];
  const ModulePart& data = plan_.core.parts[3];
  base_ = direct_map_va(PhysAddr(base.raw()));
  const bool as_debian = config.layout == LayoutName::kLinux61 && base == kUsualBase;
  const DebianExtent& extent = config.paging == PagingMode::kPae ? kDebian686Pae : kDebian686;
  core_ = as_debian ? direct_map_va(PhysAddr(extent.rodata_end - data.offset)) : base_ + stubs;
  log_area_ = core_ + Bytes(align_up(plan_.core.size, kPageSize));
  const ElfSymbol* mailbox = object_.find_defined_symbol(kMailboxName);
  MM_CHECK(mailbox != nullptr && plan_.sections[mailbox->section].has_value());
  mailbox_ = core_ + Bytes(plan_.sections[mailbox->section]->offset + mailbox->value);
  stubs_.emplace(base_, exports, mailbox_);
  config.image_begin = direct_map_pa(base_);
  config.image_text_end = direct_map_pa(core_ + Bytes(text.offset + text.size));
  config.image_rodata_end = direct_map_pa(core_ + Bytes(data.offset));
  config.image_end = direct_map_pa(log_area_ + bytes_of(pages_for(Bytes(KernelLog::kAreaBytes))));
  if (as_debian) {
    MM_CHECK(config.image_end.raw() <= extent.image_end && core_ >= base_ + stubs);
    config.image_spare = config.image_end;
    config.image_end = PhysAddr(extent.image_end);
  }
}

Expected<void> KernelImage::install(const Ram& ram, std::span<const KernelExport> exports) {
  ExportResolver resolver(exports, *stubs_, offered_);
  auto linked = link_module(object_, plan_, ModuleBases{.core = core_}, resolver,
                            TextOrigin::kResidentKernel);
  if (!linked)
    return failure(ExitStatus::kInternalFault,
                   fmt::format("the kernel image does not link: {}",
                               fmt::join(linked.error().lines, "\n      ")));
  linked_ = std::move(*linked);
  const auto copy = [&](VirtAddr to, std::span<const std::byte> bytes) {
    std::byte* host = ram.host(direct_map_pa(to), Bytes(bytes.size()));
    MM_CHECK(host != nullptr);
    std::memcpy(host, bytes.data(), bytes.size());
  };
  copy(base_, stubs_->code());
  copy(core_, linked_->core);
  index_symbols();
  for (std::uint32_t i = 0; i < exports.size(); ++i)
    if (!exports[i].name.starts_with("mm32_")) offered_.add(exports[i].name, stubs_->entry(i + 1));
  read_offers();
  return {};
}

void KernelImage::index_symbols() {
  symbols_.reserve(object_.symbols().size());
  for (const ElfSymbol& symbol : object_.symbols())
    if (is_linked_symbol(symbol, plan_))
      symbols_.add(symbol.name,
                   VirtAddr(linked_->section_addresses[symbol.section].raw() + symbol.value));
}

const LinkedModule& KernelImage::linked() const {
  if (linked_->symbols.empty())
    linked_->symbols = list_symbols(object_, plan_, linked_->section_addresses);
  return *linked_;
}

void KernelImage::read_offers() {
  const LinkedSection* table = linked_->find_section(".mm32_exports");
  if (table == nullptr) return;
  offered_.reserve(offered_.size() + table->data.size() / 8);
  for (std::size_t at = 0; at + 8 <= table->data.size(); at += 8) {
    const std::uint32_t address = read_word(table->data, at);
    const std::uint32_t name = read_word(table->data, at + 4) - core_.raw();
    MM_CHECK(name < linked_->core.size());
    const char* text = reinterpret_cast<const char*>(linked_->core.data() + name);
    offered_.add({text, strnlen(text, linked_->core.size() - name)}, VirtAddr(address));
  }
}

VirtAddr KernelImage::symbol(std::string_view name) const {
  const auto found = symbols_.find(name);
  MM_CHECK(found.has_value());
  return *found;
}

std::vector<SymbolRange> KernelImage::symbol_ranges() const {
  std::vector<SymbolRange> ranges = module_ranges(plan_, ModuleBases{.core = core_});
  const VirtAddr first = stubs_->entry(1);
  ranges.push_back({base_, first, false});
  ranges.push_back({first, stubs_->entry(stubs_->stub_count()), true});
  return ranges;
}

SymbolImage KernelImage::symbol_image(std::span<const KernelExport> exports) const {
  SymbolImage image = module_symbols("", linked(), plan_, ModuleBases{.core = core_});
  image.ranges = symbol_ranges();
  image.symbols.push_back({"mm32_return_to_host", base_, false});
  const auto count = static_cast<std::uint32_t>(exports.size());
  for (std::uint32_t i = 0; i < count; ++i)
    image.symbols.push_back({std::string(exports[i].name), stubs_->entry(i + 1), true});
  return image;
}

const ElfObject* KernelImage::debug_object() const {
  if (!debug_) {
    auto object = ElfObject::open(debug_file_);
    if (object) debug_ = std::make_unique<ElfObject>(std::move(*object));
  }
  return debug_.get();
}

std::vector<VirtAddr> KernelImage::debug_section_addresses(const ElfObject& debug) const {
  std::vector<VirtAddr> addresses;
  for (const ElfSection& section : debug.sections()) {
    const ElfSection* here = object_.find_section(section.name);
    addresses.push_back(here == nullptr ? VirtAddr{} : linked_->section_addresses[here->index]);
  }
  return addresses;
}

std::vector<VirtAddr> KernelImage::line_section_addresses() const {
  const ElfObject* debug = debug_object();
  return debug == nullptr ? linked_->section_addresses : debug_section_addresses(*debug);
}

const LineTable& KernelImage::lines() const {
  if (lines_) return *lines_;
  const ElfObject* debug = debug_object();
  lines_ = debug == nullptr ? std::make_unique<LineTable>(object_, linked_->section_addresses)
                            : std::make_unique<LineTable>(*debug, debug_section_addresses(*debug));
  return *lines_;
}

}  // namespace mm32::emu
