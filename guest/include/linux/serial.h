// Serial lines: settings and counters.
#ifndef _LINUX_SERIAL_H
#define _LINUX_SERIAL_H

#include <linux/compiler.h>
#include <linux/types.h>

struct async_icount;
struct serial_icounter_struct;
struct serial_iso7816;
struct serial_multiport_struct;
struct serial_rs485;
struct serial_struct;

#define ASYNC_CLOSING_WAIT_INF 0
#define ASYNC_CLOSING_WAIT_NONE 65535
#define PORT_UNKNOWN 0
#define PORT_8250 1
#define PORT_16450 2
#define PORT_16550 3
#define PORT_16550A 4
#define PORT_CIRRUS 5
#define PORT_16650 6
#define PORT_16650V2 7
#define PORT_16750 8
#define PORT_STARTECH 9
#define PORT_16C950 10
#define PORT_16654 11
#define PORT_16850 12
#define PORT_RSA 13
#define PORT_MAX 13
#define SERIAL_IO_PORT 0
#define SERIAL_IO_HUB6 1
#define SERIAL_IO_MEM 2
#define SERIAL_IO_MEM32 3
#define SERIAL_IO_AU 4
#define SERIAL_IO_TSI 5
#define SERIAL_IO_MEM32BE 6
#define SERIAL_IO_MEM16 7
#define UART_CLEAR_FIFO 0x01
#define UART_USE_FIFO 0x02
#define UART_STARTECH 0x04
#define UART_NATSEMI 0x08
#define SER_RS485_ENABLED (1 << 0)
#define SER_RS485_RTS_ON_SEND (1 << 1)
#define SER_RS485_RTS_AFTER_SEND (1 << 2)
#define SER_RS485_RX_DURING_TX (1 << 4)
#define SER_RS485_TERMINATE_BUS (1 << 5)
#define SER_RS485_ADDRB (1 << 6)
#define SER_RS485_ADDR_RECV (1 << 7)
#define SER_RS485_ADDR_DEST (1 << 8)
#define SER_ISO7816_ENABLED (1 << 0)
#define SER_ISO7816_T_PARAM (0x0f << 4)
#define UART_LSR_BOTH_EMPTY (UART_LSR_TEMT | UART_LSR_THRE)
struct serial_struct {
  int type;
  int line;
  unsigned int port;
  int irq;
  int flags;
  int xmit_fifo_size;
  int custom_divisor;
  int baud_base;
  unsigned short close_delay;
  char io_type;
  char reserved_char[1];
  int hub6;
  unsigned short closing_wait;
  unsigned short closing_wait2;
  unsigned char* iomem_base;
  unsigned short iomem_reg_shift;
  unsigned int port_high;
  unsigned long iomap_base;
};
struct serial_multiport_struct {
  int irq;
  int port1;
  unsigned char mask1;
  unsigned char match1;
  int port2;
  unsigned char mask2;
  unsigned char match2;
  int port3;
  unsigned char mask3;
  unsigned char match3;
  int port4;
  unsigned char mask4;
  unsigned char match4;
  int port_monitor;
  int reserved[32];
};
struct serial_icounter_struct {
  int cts;
  int dsr;
  int rng;
  int dcd;
  int rx;
  int tx;
  int frame;
  int overrun;
  int parity;
  int brk;
  int buf_overrun;
  int reserved[9];
};
struct serial_rs485 {
  __u32 flags;
  __u32 delay_rts_before_send;
  __u32 delay_rts_after_send;
  union {
    __u32 padding[5];
    struct {
      __u8 addr_recv;
      __u8 addr_dest;
      __u8 padding0[2];
      __u32 padding1[4];
    };
  };
};
struct serial_iso7816 {
  __u32 flags;
  __u32 tg;
  __u32 sc_fi;
  __u32 sc_di;
  __u32 clk;
  __u32 reserved[5];
};
struct async_icount {
  __u32 cts;
  __u32 dsr;
  __u32 rng;
  __u32 dcd;
  __u32 tx;
  __u32 rx;
  __u32 frame;
  __u32 parity;
  __u32 overrun;
  __u32 brk;
  __u32 buf_overrun;
};

// Inline in Linux.
bool uart_lsr_tx_empty(u16 lsr);

// Inline in Linux.
bool uart_lsr_tx_empty(u16 lsr);

#endif
