// Explanation of SLUB's reports of damaged objects: whose object it is and what was done to it.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_slab_damage(Machine& machine, const SlabDamage& damage);

}  // namespace mm32::emu
