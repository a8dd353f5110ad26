#include "emu/explain/panic_explanation.hpp"

#include <fmt/format.h>

#include <array>

#include "emu/explain/caller_text.hpp"
#include "emu/explain/shortage_explanation.hpp"

namespace mm32::emu {
namespace {

struct KnownPanic {
  std::string_view says;
  std::string_view cause;
};

constexpr std::array kKnownPanics = {
    KnownPanic{"Kernel stack is corrupted",
               "The word that the compiler puts behind a function's local arrays had changed when "
               "it returned. Likely cause: a write that runs over the end of a local array"},
    KnownPanic{"Failed to create slab",
               "The cache was asked for with SLAB_PANIC. Likely cause: no memory, a size out of "
               "range, or a name that is taken"},
};

}  // namespace

std::string explain_panic(Machine& machine, const ReportedPanic& panic) {
  if (panic.message.find("memory") != std::string::npos) return explain_shortage(machine);
  std::string text = fmt::format("panic() was called on behalf of {}. ",
                                 module_caller_text(machine, panic.registers, panic.top));
  for (const KnownPanic& known : kKnownPanics)
    if (panic.message.find(known.says) != std::string::npos)
      return text + fmt::format("{}.", known.cause);
  return text +
         "It ends the machine, not just the task, as on Linux: nothing runs any more and no module "
         "is unloaded. Nothing is wrong with memory at this point; look for who gave up. WARN() "
         "and an error code would have let the machine go on.";
}

}  // namespace mm32::emu
