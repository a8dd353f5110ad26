// The page of `mm32 story`, as it was built into the command: tools/story and its library.
#pragma once

#include <string>

namespace mm32::tool {

/// The whole page, with the marks that emu::story_page replaces.
std::string story_template();

}  // namespace mm32::tool
