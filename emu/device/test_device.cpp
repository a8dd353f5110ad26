#include "emu/device/test_device.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace mm32::emu {
namespace {

enum Register : std::uint32_t {
  kId,
  kVersion,
  kScratch,
  kCounter,
  kCommand,
  kChecksum,
  kWidth,
  kHeight,
  kBase,
  kAccesses,
};
constexpr std::uint32_t kClear = 1;
constexpr std::uint32_t kIncrement = 2;
constexpr std::uint32_t kMagic = 0x32334d4d;
constexpr std::uint32_t kPixelsAcross = 512;
constexpr std::uint32_t kLines = 512;

// The bits of a register that an access of `bytes` at its byte `first` touches.
constexpr std::uint32_t lane_mask(std::uint32_t first, unsigned bytes) {
  const std::uint64_t ones = (std::uint64_t{1} << (8 * bytes)) - 1;
  return static_cast<std::uint32_t>(ones << (8 * first));
}

class TestRegisters final : public Device {
 public:
  explicit TestRegisters(std::shared_ptr<TestDevice> device) : device_(std::move(device)) {}
  PhysAddr base() const override { return TestDevice::kRegisters; }
  Bytes size() const override { return TestDevice::kRegisterBytes; }

  std::uint32_t read(std::uint32_t offset, unsigned bytes) override {
    const std::uint32_t lane = offset % 4;
    return (device_->read_register(offset / 4) & lane_mask(lane, bytes)) >> (8 * lane);
  }
  void write(std::uint32_t offset, unsigned bytes, std::uint32_t value) override {
    const std::uint32_t lane = offset % 4;
    const std::uint32_t mask = lane_mask(lane, bytes);
    // Only SCRATCH keeps anything; for the others the rest of the word is 0.
    const std::uint32_t before = offset / 4 == kScratch ? device_->read_register(kScratch) : 0;
    device_->write_register(offset / 4, (before & ~mask) | ((value << (8 * lane)) & mask));
  }

 private:
  std::shared_ptr<TestDevice> device_;
};

class TestFrameBuffer final : public Device {
 public:
  explicit TestFrameBuffer(std::shared_ptr<TestDevice> device) : device_(std::move(device)) {}
  PhysAddr base() const override { return TestDevice::kFrameBuffer; }
  Bytes size() const override { return TestDevice::kFrameBufferBytes; }
  std::uint32_t read(std::uint32_t offset, unsigned bytes) override {
    return device_->read_pixels(offset, bytes);
  }
  void write(std::uint32_t offset, unsigned bytes, std::uint32_t value) override {
    device_->write_pixels(offset, bytes, value);
  }

 private:
  std::shared_ptr<TestDevice> device_;
};

}  // namespace

bool has_test_device(const MachineConfig& config) {
  const auto found = config.params.find("test_device");
  return found != config.params.end() && found->second != "0";
}

std::uint32_t TestDevice::checksum() const { return XXH32(pixels_.data(), pixels_.size(), 0); }

std::uint32_t TestDevice::read_register(std::uint32_t index) {
  switch (index) {
    case kId:
      return kMagic;
    case kVersion:
      return 1;
    case kScratch:
      return scratch_;
    case kCounter:
      return counter_++;
    case kChecksum:
      return checksum();
    case kWidth:
      return kPixelsAcross;
    case kHeight:
      return kLines;
    case kBase:
      return static_cast<std::uint32_t>(kFrameBuffer.raw());
    case kAccesses:
      return accesses_;
    default:
      return 0;
  }
}

void TestDevice::write_register(std::uint32_t index, std::uint32_t value) {
  if (index == kScratch) scratch_ = value;
  if (index == kCounter) counter_ = value;
  if (index != kCommand) return;
  if (value == kClear) std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
  if (value == kIncrement)
    for (std::uint8_t& byte : pixels_) ++byte;
}

std::uint32_t TestDevice::read_pixels(std::uint32_t offset, unsigned bytes) {
  ++accesses_;
  std::uint32_t value = 0;
  std::memcpy(&value, &pixels_[offset], bytes);
  return value;
}

void TestDevice::write_pixels(std::uint32_t offset, unsigned bytes, std::uint32_t value) {
  ++accesses_;
  std::memcpy(&pixels_[offset], &value, bytes);
}

std::vector<std::unique_ptr<Device>> make_test_device() {
  auto shared = std::make_shared<TestDevice>();
  std::vector<std::unique_ptr<Device>> ranges;
  ranges.push_back(std::make_unique<TestRegisters>(shared));
  ranges.push_back(std::make_unique<TestFrameBuffer>(shared));
  return ranges;
}

}  // namespace mm32::emu
