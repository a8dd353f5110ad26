// Names of the guest's errno values, for messages.
#pragma once

#include <string>

namespace mm32::emu {

/// "ENOMEM, Cannot allocate memory" for 12; "errno 1234" for a number without a name.
std::string errno_name(int number);

}  // namespace mm32::emu
