// Devices on I2C buses.
#ifndef _LINUX_I2C_H
#define _LINUX_I2C_H

#include <linux/device.h>
#include <linux/device/driver.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/of.h>
#include <linux/types.h>

struct fwnode_handle;
struct i2c_adapter;
struct i2c_board_info;
struct i2c_client;
struct i2c_device_id;
struct i2c_driver;
struct i2c_msg;
struct module;
union i2c_smbus_data;

struct i2c_msg {
  __u16 addr;
  __u16 flags;
  __u16 len;
  __u8* buf;
};
_Static_assert(sizeof(struct i2c_msg) == 12, "struct i2c_msg of 6.1 i386");
enum i2c_alert_protocol { I2C_PROTOCOL_SMBUS_ALERT = 0, I2C_PROTOCOL_SMBUS_HOST_NOTIFY = 1 };
struct i2c_driver {
  unsigned int class;
  int (*probe)(struct i2c_client*, const struct i2c_device_id*);
  void (*remove)(struct i2c_client*);
  int (*probe_new)(struct i2c_client*);
  void (*shutdown)(struct i2c_client*);
  void (*alert)(struct i2c_client*, enum i2c_alert_protocol, unsigned int);
  int (*command)(struct i2c_client*, unsigned int, void*);
  struct device_driver driver;
  const struct i2c_device_id* id_table;
  int (*detect)(struct i2c_client*, struct i2c_board_info*);
  const unsigned short* address_list;
  struct list_head clients;
  u32 flags;
};
_Static_assert(sizeof(struct i2c_driver) == 128, "struct i2c_driver of 6.1 i386");

int i2c_transfer_buffer_flags(const struct i2c_client*, char*, int, u16);
int i2c_transfer(struct i2c_adapter*, struct i2c_msg*, int);
s32 i2c_smbus_xfer(struct i2c_adapter*, u16, unsigned short, char, u8, int, union i2c_smbus_data*);
u8 i2c_smbus_pec(u8, u8*, size_t);
s32 i2c_smbus_read_byte(const struct i2c_client*);
s32 i2c_smbus_write_byte(const struct i2c_client*, u8);
s32 i2c_smbus_read_byte_data(const struct i2c_client*, u8);
s32 i2c_smbus_write_byte_data(const struct i2c_client*, u8, u8);
s32 i2c_smbus_read_word_data(const struct i2c_client*, u8);
s32 i2c_smbus_write_word_data(const struct i2c_client*, u8, u16);
s32 i2c_smbus_read_block_data(const struct i2c_client*, u8, u8*);
s32 i2c_smbus_write_block_data(const struct i2c_client*, u8, u8, const u8*);
s32 i2c_smbus_read_i2c_block_data(const struct i2c_client*, u8, u8, u8*);
s32 i2c_smbus_write_i2c_block_data(const struct i2c_client*, u8, u8, const u8*);
s32 i2c_smbus_read_i2c_block_data_or_emulated(const struct i2c_client*, u8, u8, u8*);
int i2c_register_driver(struct module*, struct i2c_driver*);
void i2c_del_driver(struct i2c_driver*);
struct i2c_adapter* i2c_get_adapter(int);
void i2c_put_adapter(struct i2c_adapter*);
struct i2c_adapter* i2c_get_adapter_by_fwnode(struct fwnode_handle*);

#define i2c_add_driver(driver) i2c_register_driver(THIS_MODULE, driver)
#define module_i2c_driver(drv) module_driver(drv, i2c_add_driver, i2c_del_driver)

#endif
