#include "emu/machine/guest_files.hpp"

#include <cstdlib>
#include <vector>

namespace mm32::emu {
namespace {

namespace fs = std::filesystem;

bool complete(const GuestFiles& files) {
  std::error_code ignored;
  return fs::exists(files.image, ignored) &&
         fs::exists(files.include / "linux" / "module.h", ignored);
}

}  // namespace

Expected<GuestFiles> GuestFiles::locate(PagingMode mode, const fs::path& share) {
  const char* const name = mode == PagingMode::kPae ? "kernel-pae.o" : "kernel.o";
  std::vector<GuestFiles> candidates;
  const auto add = [&](const fs::path& folder) {
    candidates.push_back({folder / name, folder / "include"});
  };
  if (const char* wanted = std::getenv("MM32_SHARE")) add(wanted);
  if (!share.empty()) add(share);
  std::error_code error;
  if (const fs::path self = fs::read_symlink("/proc/self/exe", error); !error)
    add(self.parent_path().parent_path() / "share" / "mm32");
  candidates.push_back({fs::path(MM32_GUEST_BUILD_DIR) / name, MM32_GUEST_INCLUDE_DIR});
  for (const GuestFiles& files : candidates)
    if (complete(files)) return files;
  return failure(ExitStatus::kInternalFault,
                 "the guest's kernel image and headers were not found; install mm32 again or set "
                 "MM32_SHARE to the folder that holds kernel.o and include/");
}

}  // namespace mm32::emu
