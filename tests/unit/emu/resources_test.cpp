#include "emu/report/resources.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>

#include "emu/device/boot_resources.hpp"
#include "emu/report/reports.hpp"
#include "tests/support/run_machine.hpp"

namespace mm32::emu {
namespace {

std::string proc(const std::string& name) {
  std::ifstream file(MM32_SOURCE_DIR "/tests/data/proc/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The kernel image apart, which is ours.
std::string without_image(const std::string& text) {
  return std::regex_replace(text, std::regex("  [^\n]*: Kernel [a-z]+\n"), "");
}

MachineOptions real_machine(std::uint64_t mem, PagingMode mode) {
  MachineOptions options;
  options.config.mem = Bytes(mem);
  options.config.paging = mode;
  options.config.layout = LayoutName::kLinux61;
  return options;
}

TEST(ResourcesTest, IomemEqualsTheRealKernels) {
  test::RunMachine small(real_machine(std::uint64_t{1} << 30, PagingMode::kTwoLevel));
  EXPECT_EQ(without_image(make_report(*small.machine, "iomem")),
            without_image(proc("iomem-686-1G")));
  test::RunMachine large(real_machine(std::uint64_t{4} << 30, PagingMode::kPae));
  EXPECT_EQ(without_image(make_report(*large.machine, "iomem")),
            without_image(proc("iomem-686-pae-4G")));
}

TEST(ResourcesTest, TheTreeOfRanges) {
  // Nested, equal (the later one is around the earlier), overlapping in part (left out), and
  // beside.
  const auto tree = resource_tree({{0x10, 0x20, "inner", 1},
                                   {0x00, 0x40, "outer", 2},
                                   {0x10, 0x20, "around inner", 3},
                                   {0x30, 0x50, "across the end", 4},
                                   {0x38, 0x40, "last", 5},
                                   {0x40, 0x41, "beside", 6}});
  std::vector<std::string> told;
  for (const PlacedResource& one : tree) {
    const auto name = [&](std::optional<std::size_t> of) {
      return of ? tree[*of].range.name : std::string("-");
    };
    told.push_back(one.range.name + " in " + name(one.parent) + " after " + name(one.sibling));
  }
  EXPECT_EQ(told, (std::vector<std::string>{"outer in - after -", "around inner in outer after -",
                                            "inner in around inner after -",
                                            "last in outer after around inner",
                                            "beside in - after outer"}));
}

TEST(ResourcesTest, IoportsOfTheBoard) {
  test::RunMachine m(real_machine(std::uint64_t{1} << 30, PagingMode::kTwoLevel));
  const std::string text = make_report(*m.machine, "ioports");
  EXPECT_TRUE(text.starts_with("0000-0cf7 : PCI Bus 0000:00\n  0000-001f : dma1\n"));
  EXPECT_TRUE(text.ends_with("0cf8-0cff : PCI conf1\n0d00-ffff : PCI Bus 0000:00\n"));
}

TEST(ResourcesTest, TheTestDeviceIsListedAndNeedsRoom) {
  MachineOptions options = real_machine(std::uint64_t{1} << 30, PagingMode::kTwoLevel);
  options.config.params.emplace("test_device", "1");
  test::RunMachine m(options);
  EXPECT_NE(make_report(*m.machine, "iomem").find("  e0100000-e01fffff : mm32 frame buffer\n"),
            std::string::npos);
  options.config.layout = LayoutName::kClassic;
  options.config.mem = Bytes(std::uint64_t{4} << 30);
  const auto refused = Machine::boot(options);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().status, ExitStatus::kUsage);
}

TEST(ResourcesTest, ADamagedTreeEndsTheReport) {
  test::RunMachine m(real_machine(std::uint64_t{64} << 20, PagingMode::kTwoLevel));
  Machine& machine = *m.machine;
  const VirtAddr root = machine.image().symbol("iomem_resource");
  const VirtAddr first(machine.ram().at<std::uint32_t>(root + Bytes(28)));
  machine.ram().at<std::uint32_t>(first + Bytes(24)) = first.raw();  // its own sibling
  machine.ram().at<std::uint32_t>(first + Bytes(28)) = first.raw();  // and child
  EXPECT_LT(make_report(machine, "iomem").size(), std::size_t{1} << 24);
}

}  // namespace
}  // namespace mm32::emu
