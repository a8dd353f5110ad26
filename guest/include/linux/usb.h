// USB devices.
#ifndef _LINUX_USB_H
#define _LINUX_USB_H

#include <linux/device.h>
#include <linux/errno.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>

struct module;
struct usb_class_driver;
struct usb_device_driver;
struct usb_driver;
struct usb_interface;

int usb_register_driver(struct usb_driver*, struct module*, const char*);
void usb_deregister(struct usb_driver*);
void usb_deregister_device_driver(struct usb_device_driver*);
void usb_deregister_dev(struct usb_interface*, struct usb_class_driver*);

#define USB_DEVICE(vend, prod) .match_flags = 0x3, .idVendor = (vend), .idProduct = (prod)

#endif
