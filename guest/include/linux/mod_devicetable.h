// Tables of the devices that a driver knows.
#ifndef _LINUX_MOD_DEVICETABLE_H
#define _LINUX_MOD_DEVICETABLE_H

#include <linux/types.h>
#include <linux/uuid.h>

typedef unsigned long kernel_ulong_t;
#define PCI_ANY_ID (~0)
#define PLATFORM_NAME_SIZE 20
#define I2C_NAME_SIZE 20
#define SPI_NAME_SIZE 32

struct dmi_system_id;

typedef unsigned long kernel_ulong_t;
struct pci_device_id {
  __u32 vendor;
  __u32 device;
  __u32 subvendor;
  __u32 subdevice;
  __u32 class;
  __u32 class_mask;
  kernel_ulong_t driver_data;
  __u32 override_only;
};
_Static_assert(sizeof(struct pci_device_id) == 32, "struct pci_device_id of 6.1 i386");
struct usb_device_id {
  __u16 match_flags;
  __u16 idVendor;
  __u16 idProduct;
  __u16 bcdDevice_lo;
  __u16 bcdDevice_hi;
  __u8 bDeviceClass;
  __u8 bDeviceSubClass;
  __u8 bDeviceProtocol;
  __u8 bInterfaceClass;
  __u8 bInterfaceSubClass;
  __u8 bInterfaceProtocol;
  __u8 bInterfaceNumber;
  kernel_ulong_t driver_info;
};
_Static_assert(sizeof(struct usb_device_id) == 24, "struct usb_device_id of 6.1 i386");
struct of_device_id {
  char name[32];
  char type[32];
  char compatible[128];
  const void* data;
};
_Static_assert(sizeof(struct of_device_id) == 196, "struct of_device_id of 6.1 i386");
struct platform_device_id {
  char name[20];
  kernel_ulong_t driver_data;
};
_Static_assert(sizeof(struct platform_device_id) == 24, "struct platform_device_id of 6.1 i386");
struct i2c_device_id {
  char name[20];
  kernel_ulong_t driver_data;
};
_Static_assert(sizeof(struct i2c_device_id) == 24, "struct i2c_device_id of 6.1 i386");
struct spi_device_id {
  char name[32];
  kernel_ulong_t driver_data;
};
_Static_assert(sizeof(struct spi_device_id) == 36, "struct spi_device_id of 6.1 i386");
struct acpi_device_id {
  __u8 id[16];
  kernel_ulong_t driver_data;
  __u32 cls;
  __u32 cls_msk;
};
_Static_assert(sizeof(struct acpi_device_id) == 28, "struct acpi_device_id of 6.1 i386");
struct input_device_id {
  kernel_ulong_t flags;
  __u16 bustype;
  __u16 vendor;
  __u16 product;
  __u16 version;
  kernel_ulong_t evbit[1];
  kernel_ulong_t keybit[24];
  kernel_ulong_t relbit[1];
  kernel_ulong_t absbit[2];
  kernel_ulong_t mscbit[1];
  kernel_ulong_t ledbit[1];
  kernel_ulong_t sndbit[1];
  kernel_ulong_t ffbit[4];
  kernel_ulong_t swbit[1];
  kernel_ulong_t propbit[1];
  kernel_ulong_t driver_info;
};
_Static_assert(sizeof(struct input_device_id) == 164, "struct input_device_id of 6.1 i386");
struct virtio_device_id {
  __u32 device;
  __u32 vendor;
};
_Static_assert(sizeof(struct virtio_device_id) == 8, "struct virtio_device_id of 6.1 i386");
struct dmi_strmatch {
  unsigned char slot : 7;
  unsigned char exact_match : 1;
  char substr[79];
};
_Static_assert(sizeof(struct dmi_strmatch) == 80, "struct dmi_strmatch of 6.1 i386");
struct dmi_system_id {
  int (*callback)(const struct dmi_system_id*);
  const char* ident;
  struct dmi_strmatch matches[4];
  void* driver_data;
};
_Static_assert(sizeof(struct dmi_system_id) == 332, "struct dmi_system_id of 6.1 i386");

#endif
