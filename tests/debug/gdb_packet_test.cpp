// gdb's packet layer: what is a packet, what is noise.
#include <gtest/gtest.h>

#include "emu/gdb/packet.hpp"

namespace mm32::emu::gdb {
namespace {

using Kind = PacketReader::Item::Kind;

TEST(GdbPacketTest, APacketIsReadInPieces) {
  PacketReader reader;
  const std::string text = packet("qSupported:x");
  for (const char c : text) reader.feed(std::string(1, c));
  ASSERT_FALSE(reader.empty());
  const auto item = reader.next();
  EXPECT_EQ(item.kind, Kind::kPacket);
  EXPECT_EQ(item.payload, "qSupported:x");
}

TEST(GdbPacketTest, EscapesAreUndone) {
  PacketReader reader;
  const std::string bytes = std::string("$#*}") + '\0' + "x";
  reader.feed(packet(bytes));
  EXPECT_EQ(reader.next().payload, bytes);
}

TEST(GdbPacketTest, AWrongChecksumIsDamage) {
  PacketReader reader;
  reader.feed("$g#00");
  EXPECT_EQ(reader.next().kind, Kind::kDamaged);
  reader.feed("$g#zz");
  EXPECT_EQ(reader.next().kind, Kind::kDamaged);
}

TEST(GdbPacketTest, NoiseIsCountedAndDropped) {
  PacketReader reader;
  reader.feed("GET / HTTP/1.1\r\n");
  EXPECT_TRUE(reader.empty());
  EXPECT_EQ(reader.noise(), 16u);
}

TEST(GdbPacketTest, APacketTooLongIsDamageAndTheNextOneIsRead) {
  PacketReader reader;
  reader.feed("$" + std::string(PacketReader::kMostBytes + 1, 'a') + "#00" + packet("g"));
  EXPECT_EQ(reader.next().kind, Kind::kDamaged);
  EXPECT_EQ(reader.next().payload, "g");
}

TEST(GdbPacketTest, AnInterruptIsFoundAmongAcknowledgements) {
  PacketReader reader;
  reader.feed(std::string("+\x03+"));
  EXPECT_TRUE(reader.take_interrupt());
  EXPECT_FALSE(reader.take_interrupt());
}

TEST(GdbPacketTest, NumbersAndHexAreChecked) {
  std::string_view text = "ffffffff1,";
  std::uint64_t value = 0;
  EXPECT_TRUE(take_number(text, value));
  EXPECT_EQ(value, 0xffffffff1u);
  text = "11111111111111111";
  EXPECT_FALSE(take_number(text, value));
  text = ",";
  EXPECT_FALSE(take_number(text, value));
  std::string bytes;
  EXPECT_TRUE(from_hex("00fF", bytes));
  EXPECT_EQ(bytes, std::string("\0\xff", 2));
  EXPECT_FALSE(from_hex("0", bytes));
  EXPECT_FALSE(from_hex("0g", bytes));
}

}  // namespace
}  // namespace mm32::emu::gdb
