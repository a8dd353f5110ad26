// Fills the CRC tables that modules may read directly.
#ifndef GUEST_KERNEL_LIB_CRC_TABLES_H
#define GUEST_KERNEL_LIB_CRC_TABLES_H

void crc_tables_init(void);

#endif
