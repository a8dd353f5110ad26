// Decompression.
#ifndef _LINUX_DECOMPRESS_GENERIC_H
#define _LINUX_DECOMPRESS_GENERIC_H

#endif
