#include "mm/abi/rbtree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace mm32 {
namespace {

using namespace literals;

struct Item {
  std::uint32_t key;
  RbNode node;
  std::uint32_t largest;
};

Item& item(RbNode& node) {
  return *reinterpret_cast<Item*>(reinterpret_cast<std::byte*>(&node) - offsetof(Item, node));
}

struct Largest {
  static std::uint32_t below(const Ram& ram, rb::Link link) {
    return link ? item(rb::at(ram, link)).largest : 0;
  }
  static bool update(const Ram& ram, RbNode& node) {
    Item& i = item(node);
    i.largest = std::max({i.key, below(ram, node.left), below(ram, node.right)});
    return true;
  }
};

struct RbTreeTest : testing::Test {
  Ram ram = Ram::create(1_MiB).value();
  RbRoot& root = ram.at<RbRoot>(VirtAddr(kPageOffset));

  Item& slot(std::uint32_t key) { return ram.at<Item>(VirtAddr(kPageOffset + 0x1000 + key * 64)); }
  void add(std::uint32_t key) {
    Item& added = slot(key);
    added.key = key;
    rb::Link parent;
    rb::Side side = rb::Side::kLeft;
    for (rb::Link link = root.node; link;) {
      parent = link;
      side = key < item(rb::at(ram, link)).key ? rb::Side::kLeft : rb::Side::kRight;
      link = rb::child(rb::at(ram, link), side);
    }
    rb::insert<Largest>(ram, root, added.node, parent, side);
  }
  void remove(std::uint32_t key) { rb::erase<Largest>(ram, root, slot(key).node); }

  // Black height of a correct subtree; -1 when a rule of red-black trees is broken.
  int black_height(rb::Link link) {
    if (!link) return 1;
    RbNode& node = rb::at(ram, link);
    for (const rb::Link below : {node.left, node.right}) {
      if (below && rb::parent_of(rb::at(ram, below)) != link) return -1;
      if (!rb::is_black(node) && rb::is_red_link(ram, below)) return -1;
    }
    const std::uint32_t largest =
        std::max({item(node).key, Largest::below(ram, node.left), Largest::below(ram, node.right)});
    if (item(node).largest != largest) return -1;
    const int left = black_height(node.left);
    const int right = black_height(node.right);
    if (left < 0 || left != right) return -1;
    return left + (rb::is_black(node) ? 1 : 0);
  }
  std::vector<std::uint32_t> keys() {
    std::vector<std::uint32_t> all;
    for (rb::Link link = rb::first(ram, root); link; link = rb::next(ram, rb::at(ram, link)))
      all.push_back(item(rb::at(ram, link)).key);
    return all;
  }
};

TEST_F(RbTreeTest, StaysBalancedOrderedAndAugmented) {
  std::mt19937 engine(1);
  const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
  std::set<std::uint32_t> model;
  for (int step = 0; step < 4000; ++step) {
    const std::uint32_t key = random() % 300;
    if (model.insert(key).second) {
      add(key);
    } else {
      model.erase(key);
      remove(key);
    }
    ASSERT_GT(black_height(root.node), 0) << "step " << step;
    ASSERT_EQ(keys(), std::vector<std::uint32_t>(model.begin(), model.end()));
  }
}

TEST_F(RbTreeTest, ADamagedParentCycleIsNoticed) {
  for (std::uint32_t key : {1u, 2u, 3u, 4u}) add(key);
  rb::set_parent(slot(2).node, guest_ptr(slot(4).node));
  rb::set_parent(slot(4).node, guest_ptr(slot(2).node));
  EXPECT_THROW(rb::update_path<Largest>(ram, guest_ptr(slot(4).node)), InvariantBroken);
}

}  // namespace
}  // namespace mm32
