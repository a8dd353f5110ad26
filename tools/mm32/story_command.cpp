// The command story: a run as one page that explains itself.
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "emu/story/story_recorder.hpp"
#include "session.hpp"
#include "story_page.hpp"

namespace mm32::tool {
namespace {

using emu::ExitStatus;
using emu::Expected;
using emu::failure;

enum class Opening : std::uint8_t { kReplace, kKeep };

Expected<void> write_file(const std::string& path, const std::string& text,
                          Opening opening = Opening::kReplace) {
  std::FILE* const file = std::fopen(path.c_str(), opening == Opening::kReplace ? "wb" : "ab");
  const bool written =
      file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const int error = errno;
  const bool closed = file == nullptr || std::fclose(file) == 0;
  if (written && closed) return {};
  return failure(ExitStatus::kUsage, fmt::format("cannot write the story {}: {}", path,
                                                 std::strerror(written ? errno : error)));
}

std::string title_of(const std::vector<emu::RunFile>& files) {
  std::vector<std::string> names;
  for (const emu::RunFile& file : files) names.push_back(file.path.filename().string());
  return fmt::format("{}", fmt::join(names, " "));
}

}  // namespace

int story_command(const Arguments& args, Output& output) {
  // An output that cannot be written is told before anything runs; what is there stays until then.
  std::error_code ignored;
  const bool was_there = std::filesystem::exists(args.story_file, ignored);
  if (const auto writable = write_file(args.story_file, {}, Opening::kKeep); !writable)
    return refuse(writable.error(), output);
  const std::vector<emu::RunFile> files = run_files(args.files);
  std::unique_ptr<emu::StoryRecorder> recorder;
  const auto show = console_to(&Output::print, output);
  const auto console = [&](const emu::LogLine& line) {
    show(line);
    if (recorder) recorder->add(line);
  };
  const auto session = Session::boot(args, files, console, output, emu::TrackAllocations::kYes);
  if (!session) return refuse(session.error(), output);
  auto attached = emu::StoryRecorder::attach(*(*session)->machine);
  if (!attached) return refuse(attached.error(), output);
  recorder = std::move(*attached);
  (*session)->run->start(files);
  const int status = (*session)->finish(output);
  const emu::Story story = recorder->finish(title_of(files));
  recorder.reset();
  if (status == to_int(ExitStatus::kUsage)) {  // nothing has run
    if (!was_there) std::filesystem::remove(args.story_file, ignored);
    return status;
  }
  if (!story.complete)
    output.diagnose(
        fmt::format("the story shows the first {} events of the run", emu::Story::kMostSteps));
  if (const auto written = write_file(args.story_file, story_page(story_template(), story));
      !written)
    return refuse(written.error(), output);
  return status;
}

}  // namespace mm32::tool
