// Files that the kernel reads whole.
#ifndef _LINUX_KERNEL_READ_FILE_H
#define _LINUX_KERNEL_READ_FILE_H

#include <linux/types.h>

enum kernel_read_file_id {
  READING_UNKNOWN,
  READING_FIRMWARE,
  READING_MODULE,
  READING_KEXEC_IMAGE,
  READING_KEXEC_INITRAMFS,
  READING_POLICY,
  READING_X509_CERTIFICATE,
  READING_MAX_ID,
};

#endif
