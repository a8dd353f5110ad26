#include "emu/machine/kernel_image.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "emu/machine/image_preparer.hpp"
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

// What the image itself may use: the host's exports and the variables of the machine.
class ExportResolver final : public SymbolResolver {
 public:
  ExportResolver(std::span<const KernelExport> exports, const StubPage& stubs,
                 const OfferedNames& offered)
      : offered_(offered) {
    names_.reserve(exports.size());
    for (std::uint32_t i = 0; i < exports.size(); ++i)
      names_.add(exports[i].name, stubs.entry(i + 1));
  }
  std::optional<VirtAddr> resolve(std::string_view name) override {
    const auto found = names_.find(name);
    return found ? found : offered_.find(name);
  }

 private:
  const OfferedNames& offered_;
  NameTable names_;
};

std::string damaged(const LoadError& error) {
  return "the kernel image is damaged: " + error.lines.front();
}

}  // namespace

std::optional<VirtAddr> OfferedNames::find(std::string_view name) const {
  const auto variable = variables_.find(name);
  return variable || !image_ ? variable : image_->offer(name, place_);
}

void OfferedNames::add(const PreparedImage& image, const PreparedImage::Place& place) {
  image_ = image;
  place_ = place;
}

std::vector<NameTable::Entry> OfferedNames::sorted() const {
  std::vector<NameTable::Entry> all = variables_.sorted();
  if (image_)
    for (const PreparedName& slot : image_->offers())
      if (slot.name != 0 && !variables_.contains(image_->text(slot.name)))
        all.emplace_back(image_->text(slot.name), PreparedImage::address_of(slot, place_));
  std::ranges::sort(all, {}, &NameTable::Entry::first);
  return all;
}

Expected<KernelImage> KernelImage::load(const std::filesystem::path& object,
                                        std::span<const KernelExport> exports) {
  std::filesystem::path file = object;
  if (auto prepared = PreparedImage::open(file.replace_extension(".img"), exports_hash(exports)))
    return KernelImage(object, std::move(*prepared), exports);
  const auto read = ElfObject::open(object);
  if (!read) return failure(ExitStatus::kInternalFault, damaged(read.error()));
  auto bytes = prepare_image(*read, exports);
  if (!bytes) return failure(ExitStatus::kInternalFault, damaged(bytes.error()));
  auto prepared = PreparedImage::of(std::move(*bytes));
  MM_CHECK(prepared.has_value());
  return KernelImage(object, std::move(*prepared), exports);
}

void KernelImage::place(MachineConfig& config) {
  const PreparedHeader& file = prepared_.header();
  const auto exports = static_cast<std::uint32_t>(exports_.size());
  const Bytes base = config.mem < kSmallMachine ? kSmallBase : kUsualBase;
  const Bytes stubs = bytes_of(StubPage::pages(exports));
  base_ = direct_map_va(PhysAddr(base.raw()));
  const bool as_debian = config.layout == LayoutName::kLinux61 && base == kUsualBase;
  const DebianExtent& extent = config.paging == PagingMode::kPae ? kDebian686Pae : kDebian686;
  const VirtAddr core =
      as_debian ? direct_map_va(PhysAddr(extent.rodata_end - file.data_begin)) : base_ + stubs;
  place_ = {.core = core, .stubs = base_};
  log_area_ = core + Bytes(file.core_size);
  stubs_.emplace(base_, exports, core + Bytes(file.mailbox));
  config.image_begin = direct_map_pa(base_);
  config.image_text_end = direct_map_pa(core + Bytes(file.text_end));
  config.image_rodata_end = direct_map_pa(core + Bytes(file.data_begin));
  config.image_end = direct_map_pa(log_area_ + bytes_of(pages_for(Bytes(KernelLog::kAreaBytes))));
  if (as_debian) {
    MM_CHECK(config.image_end.raw() <= extent.image_end && core >= base_ + stubs);
    config.image_spare = config.image_end;
    config.image_end = PhysAddr(extent.image_end);
  }
}

Expected<void> KernelImage::install(const Ram& ram) {
  const std::vector<std::byte>& code = stubs_->code();
  std::byte* const stubs = ram.host(direct_map_pa(base_), Bytes(code.size()));
  MM_CHECK(stubs != nullptr);
  std::memcpy(stubs, code.data(), code.size());
  const auto value_of = [this](std::string_view name) { return offered_.find(name); };
  const auto unknown = prepared_.install(ram, place_, value_of);
  if (!unknown.empty())
    return failure(ExitStatus::kInternalFault,
                   fmt::format("the kernel image does not link: unknown symbols {}",
                               fmt::join(unknown, ", ")));
  offered_.add(prepared_, place_);
  return {};
}

const KernelImage::Whole& KernelImage::whole() const {
  if (whole_) return *whole_;
  auto object = ElfObject::open(file_);
  if (!object) throw InvariantBroken(damaged(object.error()));
  ModulePlan plan = plan_module(*object);
  ExportResolver resolver(exports_, *stubs_, offered_);
  auto linked = link_module(*object, plan, ModuleBases{.core = place_.core}, resolver,
                            TextOrigin::kResidentKernel);
  if (!linked) throw InvariantBroken(damaged(linked.error()));
  linked->symbols = list_symbols(*object, plan, linked->section_addresses);
  whole_ = std::make_unique<Whole>(Whole{std::move(*object), std::move(plan), std::move(*linked)});
  return *whole_;
}

VirtAddr KernelImage::symbol(std::string_view name) const {
  const auto found = prepared_.symbol(name, place_);
  MM_CHECK(found.has_value());
  return *found;
}

std::optional<ImageSection> KernelImage::section(std::string_view name) const {
  for (const PreparedSection& section : prepared_.sections())
    if (prepared_.text(section.name) == name)
      return ImageSection{place_.core + Bytes(section.offset), Bytes(section.size)};
  return std::nullopt;
}

std::vector<SymbolRange> KernelImage::symbol_ranges() const {
  const VirtAddr text_end = place_.core + Bytes(prepared_.header().text_end);
  const VirtAddr first = stubs_->entry(1);
  return {{place_.core, text_end, true},
          {text_end, place_.core + Bytes(prepared_.header().core_size), false},
          {base_, first, false},
          {first, stubs_->entry(stubs_->stub_count()), true}};
}

SymbolImage KernelImage::symbol_image() const {
  SymbolImage image = module_symbols("", linked(), whole().plan, ModuleBases{.core = place_.core});
  image.ranges = symbol_ranges();
  image.symbols.push_back({"mm32_return_to_host", base_, false});
  const auto count = static_cast<std::uint32_t>(exports_.size());
  for (std::uint32_t i = 0; i < count; ++i)
    image.symbols.push_back({std::string(exports_[i].name), stubs_->entry(i + 1), true});
  return image;
}

const ElfObject* KernelImage::debug_object() const {
  if (!debug_) {
    std::filesystem::path file = file_;
    auto object = ElfObject::open(file.replace_extension(".debug"));
    if (object) debug_ = std::make_unique<ElfObject>(std::move(*object));
  }
  return debug_.get();
}

std::vector<VirtAddr> KernelImage::debug_section_addresses(const ElfObject& debug) const {
  std::vector<VirtAddr> addresses;
  for (const ElfSection& section : debug.sections()) {
    const auto here = this->section(section.name);
    addresses.push_back(here ? here->address : VirtAddr{});
  }
  return addresses;
}

std::vector<VirtAddr> KernelImage::line_section_addresses() const {
  const ElfObject* debug = debug_object();
  return debug == nullptr ? linked().section_addresses : debug_section_addresses(*debug);
}

const LineTable& KernelImage::lines() const {
  if (lines_) return *lines_;
  const ElfObject* debug = debug_object();
  lines_ = debug == nullptr
               ? std::make_unique<LineTable>(whole().object, linked().section_addresses)
               : std::make_unique<LineTable>(*debug, debug_section_addresses(*debug));
  return *lines_;
}

}  // namespace mm32::emu
