// Stand-ins for symbols that nobody provides, so that a module with gaps can be loaded.
//
// Each missing symbol of a module gets a page of the module area that is not present: its address
// is what the module is linked with. A call of it, or an access to it, faults there, and the page
// tells which symbol was meant. A page of a symbol that is used as data becomes a page of zeros
// when missing symbols are to be passed over. The pages belong to the module and go with it.
// S1  A page is either not present, or present and data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mm/base/result.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

class Machine;

/// What to do about symbols that nobody provides.
enum class MissingSymbols : std::uint8_t {
  kRefuse,      // the module is not loaded, as on Linux
  kFailAtCall,  // the first call or access ends the task
  kReturnZero,  // calls return 0, data is zero
};

/// Said once for each symbol.
enum class Mention : std::uint8_t { kFirst, kRepeated };

class StandIns {
 public:
  struct StandIn {
    std::string name;
    VirtAddr page{};
    Mention mention = Mention::kFirst;
  };

  /// The address that stands for `name`; the same for the same name. Errors: kNoMem.
  Result<VirtAddr> add(Machine& machine, std::string_view name);
  /// The stand-in whose page has `address`, or nullptr.
  StandIn* find(VirtAddr address);
  /// Makes the page data. Errors: kFault (it is not mapped at all).
  static Result<void> show_zeros(Machine& machine, const StandIn& symbol);
  void release(Machine& machine);

 private:
  std::vector<StandIn> symbols_;
};

}  // namespace mm32::emu
