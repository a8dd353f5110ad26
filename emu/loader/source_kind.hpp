// What a C source is for, decided from its text: a kernel module or a program with main().
#pragma once

#include <cstdint>
#include <string_view>

namespace mm32::emu {

enum class SourceKind : std::uint8_t { kModule, kUserProgram };

/// kUserProgram if the text, without comments and literals, defines or calls main(…) and neither
/// names module_init or init_module nor includes a header of the kernel.
SourceKind classify_source(std::string_view text);

}  // namespace mm32::emu
