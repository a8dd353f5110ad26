// ELF files.
#ifndef _LINUX_ELF_H
#define _LINUX_ELF_H

#include <uapi/linux/elf.h>

#define elfhdr elf32_hdr
#define elf_phdr elf32_phdr
#define elf_shdr elf32_shdr
#define elf_note elf32_note
#define elf_addr_t Elf32_Off
#define ELF_CLASS ELFCLASS32
#define ELF_ARCH EM_386

#endif
