#include "emu/explain/explanation.hpp"

#include "emu/explain/bug_explanation.hpp"
#include "emu/explain/exception_explanation.hpp"
#include "emu/explain/fault_explanation.hpp"
#include "emu/explain/panic_explanation.hpp"
#include "emu/explain/shortage_explanation.hpp"
#include "emu/explain/slab_explanation.hpp"
#include "emu/explain/stack_explanation.hpp"

namespace mm32::emu {
namespace {

struct Explainer {
  Machine& machine;

  std::string operator()(const ReportedFault& f) const { return explain_fault(machine, f); }
  std::string operator()(const ReportedException& e) const { return explain_exception(machine, e); }
  std::string operator()(const ReportedBug& b) const { return explain_bug(machine, b); }
  std::string operator()(const ReportedStackOverflow& o) const {
    return explain_stack_overflow(machine, o);
  }
  std::string operator()(const ReportedPanic& p) const { return explain_panic(machine, p); }
  std::string operator()(const ReportedShortage&) const { return explain_shortage(machine); }
  std::string operator()(const SlabDamage& d) const { return explain_slab_damage(machine, d); }
};

}  // namespace

std::string explain(Machine& machine, const Misbehaviour& what) {
  return std::visit(Explainer{machine}, what);
}

}  // namespace mm32::emu
