#include "emu/command/kernel_parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mm32::emu {
namespace {

using testing::HasSubstr;

TEST(KernelParametersTest, SwitchesAreNormalised) {
  MachineConfig config;
  ASSERT_TRUE(set_kernel_parameter(config, "init_on_alloc", "on"));
  EXPECT_EQ(config.params["init_on_alloc"], "1");
  ASSERT_TRUE(set_kernel_parameter(config, "init_on_alloc", "off"));
  EXPECT_EQ(config.params["init_on_alloc"], "0");
  ASSERT_TRUE(set_kernel_parameter(config, "slab_nomerge", ""));
  EXPECT_EQ(config.params["slab_nomerge"], "1");
}

TEST(KernelParametersTest, AnUnknownNameIsRefusedWithTheKnownOnes) {
  MachineConfig config;
  const auto set = set_kernel_parameter(config, "min_free_kbyte", "1");
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().status, ExitStatus::kUsage);
  EXPECT_THAT(set.error().message,
              HasSubstr("there is no kernel parameter 'min_free_kbyte'; there are "));
  for (const KernelParameter& p : kernel_parameters())
    EXPECT_THAT(set.error().message, HasSubstr(std::string(p.name)));
  EXPECT_TRUE(config.params.empty());
}

TEST(KernelParametersTest, ValuesThatDoNotFitAreRefused) {
  MachineConfig config;
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"min_free_kbytes", "many"},
                                                        {"min_free_kbytes", ""},
                                                        {"min_free_kbytes", "-1"},
                                                        {"min_free_kbytes", "99999999999"},
                                                        {"init_on_alloc", "2"},
                                                        {"lowmem_reserve_ratio", "x"}}) {
    const auto set = set_kernel_parameter(config, name, value);
    ASSERT_FALSE(set) << name << "=" << value;
    EXPECT_THAT(set.error().message, HasSubstr(name + " takes "));
  }
}

TEST(KernelParametersTest, SlubDebugIsTakenAsOnTheKernelCommandLine) {
  MachineConfig config;
  for (const char* value : {"", "FZPU", "fzp,kmalloc-64", "U;FZ,dentry,kmal*", "-", "FZPUTO", "FQ"})
    EXPECT_TRUE(set_kernel_parameter(config, "slub_debug", value)) << value;
}

}  // namespace
}  // namespace mm32::emu
