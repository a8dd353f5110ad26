#include "story_page.hpp"

#include <string_view>

// story_files.S
extern "C" {
extern const char mm32_story_page[], mm32_story_page_end[];
extern const char mm32_story_style[], mm32_story_style_end[];
extern const char mm32_story_plot_style[], mm32_story_plot_style_end[];
extern const char mm32_story_plot[], mm32_story_plot_end[];
extern const char mm32_story_script[], mm32_story_script_end[];
}

namespace mm32::tool {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

void replace(std::string& page, std::string_view mark, std::string_view with) {
  page.replace(page.find(mark), mark.size(), with);
}

}  // namespace

std::string story_template() {
  std::string page(between(mm32_story_page, mm32_story_page_end));
  replace(page, "@@STYLE@@", between(mm32_story_style, mm32_story_style_end));
  replace(page, "@@PLOT_STYLE@@", between(mm32_story_plot_style, mm32_story_plot_style_end));
  replace(page, "@@PLOT@@", between(mm32_story_plot, mm32_story_plot_end));
  replace(page, "@@SCRIPT@@", between(mm32_story_script, mm32_story_script_end));
  return page;
}

}  // namespace mm32::tool
