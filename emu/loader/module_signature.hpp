// The signature that the kernel's build appends to a module file.
//
//   ELF file | PKCS#7 message | 12 bytes: algo, hash, id_type, signer_len, key_id_len, 0, 0, 0,
//            length of the message (big endian) | "~Module signature appended~\n"
//
// A distribution's kernel trusts the key that was made for its build, which the message names. The
// message's arithmetic is not checked here: the question is whether the file comes out of such a
// build or was built by somebody else, not whether somebody forged it.
// Linux 6.1: kernel/module/signing.c module_sig_check, kernel/module_signature.c mod_check_sig.
#pragma once

#include <cstddef>
#include <span>

namespace mm32::emu {

/// Whether `file` ends with a signature by the key of a kernel's build.
bool is_signed_by_kernel_build(std::span<const std::byte> file);

}  // namespace mm32::emu
