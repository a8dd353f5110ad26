// Why a file cannot be loaded: the result type of the loader.
//
// Every line is a complete sentence for the user, without newline and without the program's name;
// it starts with the name of the file. Most failures have one line; unresolved symbols have one
// each. What the compiler said is kept apart, as it wrote it. `code` is what the kernel's
// init_module would have returned.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "mm/base/result.hpp"

namespace mm32::emu {

struct LoadError {
  Errno code = Errno::kNoExec;
  std::vector<std::string> lines{};
  std::string compiler_messages{};
};

template <class T>
using Loaded = tl::expected<T, LoadError>;

inline tl::unexpected<LoadError> load_error(std::string line, Errno code = Errno::kNoExec) {
  return tl::unexpected<LoadError>(LoadError{code, {std::move(line)}});
}

}  // namespace mm32::emu
