#include "emu/debug/event_text.hpp"

#include <fmt/format.h>

#include "emu/trace/trace_event.hpp"
#include "mm/abi/kmem_cache.hpp"
#include "mm/page_alloc/flag_names.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostNameBytes = 64;

// Every answer is kept until the event is told.
class Scene final : public TraceScene {
 public:
  explicit Scene(Machine& machine) : machine_(machine) {}

  std::string_view call_site() override {
    return machine_.executor().serving() == 0 ? std::string_view("0x0")
                                              : code_text(machine_.call_site());
  }
  std::string_view gfp_text(Gfp gfp) override { return keep(mm32::gfp_text(gfp)); }
  std::string_view cache_name(VirtAddr cache) override {
    const GuestMemory memory = machine_.cpu().memory();
    const auto name = memory.load<std::uint32_t>(cache + Bytes(offsetof(KmemCache, name)));
    return keep(name ? memory.load_string(VirtAddr(*name), kMostNameBytes).value_or("?") : "?");
  }
  std::string_view code_text(VirtAddr address) override {
    return keep(machine_.symbols().format(address));
  }
  VirtAddr page_struct(Pfn pfn) override {
    return VirtAddr(machine_.mm().pages().page_ptr(pfn).raw);
  }
  std::uint32_t instruction() override { return machine_.cpu().instruction_pointer(); }

 private:
  std::string_view keep(std::string text) {
    kept_.push_back(std::make_unique<std::string>(std::move(text)));
    return *kept_.back();
  }

  Machine& machine_;
  std::vector<std::unique_ptr<std::string>> kept_;
};

std::string field_text(const TraceField& field) {
  switch (field.form) {
    case TraceField::Form::kDecimal:
      return fmt::format(" {}={}", field.name, field.value);
    case TraceField::Form::kHex:
      return fmt::format(" {}={:#x}", field.name, field.value);
    case TraceField::Form::kPointer:
      return fmt::format(" {}={:08x}", field.name, field.value);
    case TraceField::Form::kText:
      break;
  }
  return fmt::format(" {}={}", field.name, field.text);
}

}  // namespace

std::string event_text(Machine& machine, const Event& event) {
  Scene scene(machine);
  TraceFields fields;
  fields.describe(event, scene);
  const TraceEventName& name = trace_event_names()[event.index()];
  std::string text = fmt::format("{}:{}:", name.system, name.name);
  for (const TraceField& field : fields.all()) text += field_text(field);
  return text;
}

}  // namespace mm32::emu
