// Random vmalloc, vmap, vm_map_ram, ioremap, set_memory and their misuse: the page tables of the
// vmalloc area always say what a flat model says, in both paging modes.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/kernel_map_session.hpp"

namespace mm32 {
namespace {

using test::KernelMapSession;

class KernelMapProperty : public testing::TestWithParam<PagingMode> {
 protected:
  static std::string run(PagingMode mode, KernelMapSession::Scribbling scribbling,
                         const std::vector<std::uint8_t>& bytes) {
    test::ByteStream in(bytes.data(), bytes.size());
    return KernelMapSession(mode, scribbling).run(in);
  }
};

TEST_P(KernelMapProperty, TablesSayWhatTheModelSays) {
  EXPECT_TRUE(rc::check("mappings equal a flat model", [this] {
    const auto bytes = *rc::gen::resize(250, rc::gen::arbitrary<std::vector<std::uint8_t>>());
    RC_ASSERT(run(GetParam(), KernelMapSession::Scribbling::kNever, bytes) == "");
  }));
}

TEST_P(KernelMapProperty, ScribbledStructuresAreSurvived) {
  EXPECT_TRUE(rc::check("the host survives", [this] {
    const auto bytes = *rc::gen::resize(150, rc::gen::arbitrary<std::vector<std::uint8_t>>());
    RC_ASSERT(run(GetParam(), KernelMapSession::Scribbling::kSometimes, bytes) == "");
  }));
}

INSTANTIATE_TEST_SUITE_P(Modes, KernelMapProperty,
                         testing::Values(PagingMode::kTwoLevel, PagingMode::kPae),
                         [](const auto& mode) {
                           return mode.param == PagingMode::kPae ? "Pae" : "TwoLevel";
                         });

}  // namespace
}  // namespace mm32
