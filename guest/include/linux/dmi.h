// The description that the firmware gives of the machine.
#ifndef _LINUX_DMI_H
#define _LINUX_DMI_H

#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/mod_devicetable.h>

struct dmi_device;
struct dmi_header;
struct dmi_system_id;

enum dmi_field {
  DMI_NONE = 0,
  DMI_BIOS_VENDOR = 1,
  DMI_BIOS_VERSION = 2,
  DMI_BIOS_DATE = 3,
  DMI_BIOS_RELEASE = 4,
  DMI_EC_FIRMWARE_RELEASE = 5,
  DMI_SYS_VENDOR = 6,
  DMI_PRODUCT_NAME = 7,
  DMI_PRODUCT_VERSION = 8,
  DMI_PRODUCT_SERIAL = 9,
  DMI_PRODUCT_UUID = 10,
  DMI_PRODUCT_SKU = 11,
  DMI_PRODUCT_FAMILY = 12,
  DMI_BOARD_VENDOR = 13,
  DMI_BOARD_NAME = 14,
  DMI_BOARD_VERSION = 15,
  DMI_BOARD_SERIAL = 16,
  DMI_BOARD_ASSET_TAG = 17,
  DMI_CHASSIS_VENDOR = 18,
  DMI_CHASSIS_TYPE = 19,
  DMI_CHASSIS_VERSION = 20,
  DMI_CHASSIS_SERIAL = 21,
  DMI_CHASSIS_ASSET_TAG = 22,
  DMI_STRING_MAX = 23,
  DMI_OEM_STRING = 24
};

int dmi_check_system(const struct dmi_system_id*);
const struct dmi_system_id* dmi_first_match(const struct dmi_system_id*);
const char* dmi_get_system_info(int);
const struct dmi_device* dmi_find_device(int, const char*, const struct dmi_device*);
bool dmi_get_date(int, int*, int*, int*);
int dmi_get_bios_year(void);
int dmi_name_in_vendors(const char*);
int dmi_walk(void (*)(const struct dmi_header*, void*), void*);
bool dmi_match(enum dmi_field, const char*);
void dmi_memdev_name(u16, const char**, const char**);
u64 dmi_memdev_size(u16);
u8 dmi_memdev_type(u16);
u16 dmi_memdev_handle(int);

#endif
