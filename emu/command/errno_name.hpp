// Names of the guest's errno values, for messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mm32::emu {

/// "ENOMEM, Cannot allocate memory" for 12; "errno 1234" for a number without a name.
std::string errno_name(int number);
/// "ENOMEM" for 12; "errno 1234" for a number without a name.
std::string errno_symbol(int number);
/// "Cannot allocate memory" for 12; "Unknown error 1234" for a number without a name.
std::string errno_meaning(int number);

/// 19 for "ENODEV", "-ENODEV", "-19" and "19"; nullopt for what is no error from 1 to 4095.
std::optional<int> parse_errno(std::string_view text);

}  // namespace mm32::emu
