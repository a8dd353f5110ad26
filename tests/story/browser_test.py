#!/usr/bin/env python3
"""browser_test.py MM32: the page of `mm32 story` in a headless Chromium.

Status 77 (skipped) without a Chromium. With MM32_SCREENSHOTS=FOLDER it leaves pictures there."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

from chromium import Chromium

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(ROOT / "tests/guest/story/touch.c")
MM32 = ""
BROWSER = None


def mm32(*words):
    return subprocess.run([MM32, *words], capture_output=True, text=True, check=True).stdout


class StoryPageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="mm32-story-")
        cls.page = cls.write("story.html", "--mem", "1G")
        cls.browser = Chromium(BROWSER)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    @classmethod
    def write(cls, name, *words):
        path = pathlib.Path(cls.folder.name) / name
        mm32("story", PROGRAM, *words, "-o", str(path))
        return path

    def open(self, page=None, fragment=""):
        self.browser.open((page or self.page).as_uri() + fragment)
        self.browser.frame()

    def tearDown(self):
        self.assertEqual(self.browser.problems, [])

    def picture(self, name):
        folder = os.environ.get("MM32_SCREENSHOTS")
        if folder:
            self.browser.screenshot(os.path.join(folder, name + ".png"))

    def text(self, identifier):
        return self.browser.value(f"document.getElementById('{identifier}').textContent")

    def step(self):
        return self.browser.value("state.step")

    def test_nothing_is_fetched(self):
        self.open()
        self.assertEqual([url for url in self.browser.requests if url != self.page.as_uri()], [])
        self.assertLess(self.page.stat().st_size, 2_000_000)

    def test_keys_move_through_time(self):
        self.open(fragment="#0")
        for key, wanted in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("Home", 0)):
            self.browser.press(key)
            self.assertEqual(self.step(), wanted, key)
        self.browser.press("End")
        self.assertEqual(self.step(), self.browser.value("model.count") - 1)
        self.assertIn("event 1 of", self.browser.value("show.step(0), document.getElementById('now').textContent"))

    def test_every_walk_is_stepped_through_forward_and_back(self):
        self.open(fragment="#0")
        count = self.browser.value("model.walks.length")
        self.assertGreater(count, 10)
        forward = []
        for _ in range(count):
            self.browser.press("PageDown")
            forward.append((self.text("walk-number"), self.text("walk-what")))
        self.assertEqual(len({number for number, _ in forward}), count)
        self.assertEqual(forward[-1][0], f"{count} of {count}")
        for number, what in reversed(forward[:-1]):
            self.browser.press("PageUp")
            self.assertEqual((self.text("walk-number"), self.text("walk-what")), (number, what))

    def test_levels_of_a_walk_are_shown_one_at_a_time(self):
        self.open()
        self.browser.value("player.next()")
        here = "[...document.querySelectorAll('#walk-levels li')].findIndex((box) => box.classList.contains('here'))"
        self.assertEqual(self.browser.value(here), 3)
        for wanted in (2, 1, 0):
            self.browser.press("ArrowUp")
            self.assertEqual(self.browser.value(here), wanted)
        number = self.text("walk-number")
        self.browser.press("ArrowUp")
        self.assertNotEqual(self.text("walk-number"), number)
        self.browser.press("ArrowDown")
        self.assertEqual((self.text("walk-number"), self.browser.value(here)), (number, 0))

    def known_walk(self, page, *words):
        line = next(l for l in mm32("run", PROGRAM, *words).splitlines() if "area " in l)
        address = int(line.split("area ")[1].split()[0], 16) + 4096 + 5
        view = json.loads(mm32("walk", hex(address), "--run", PROGRAM, "--json", *words))[0]
        self.open(page)
        found = self.browser.value(f"model.walks.findIndex((walk) => walk.address >>> 12 === {address >> 12})")
        self.assertGreaterEqual(found, 0)
        self.browser.value(f"show.step(model.walks[{found}].step)")
        shown = self.text("walk-levels")
        self.assertIn("Frame " + view["frame"], shown)
        for step in view["steps"]:
            self.assertIn(f"[{step['index']}]", shown)
            self.assertIn(format(int(step["entry_physical"], 16), "#010x"), shown)
        self.assertIn("touch_init", self.text("code-where"))
        self.assertIn("touch.c:", self.text("code-where"))
        here = self.browser.value("document.querySelector('#code-source .here').textContent")
        self.assertIn("area[PAGE_SIZE + 5] = 1;", here)
        self.assertIn(f"write at {address:#010x}", self.text("walk-what"))
        self.assertIn(f"physical {int(view['physical'], 16):#010x}", self.text("walk-result"))

    def test_a_known_walk_shows_its_frame_and_its_line(self):
        self.known_walk(self.page, "--mem", "1G")
        self.picture("light")

    def test_a_known_walk_of_three_levels(self):
        page = self.write("pae.html", "--mem", "1G", "--pae")
        self.known_walk(page, "--mem", "1G", "--pae")
        self.picture("pae")

    def test_everything_has_a_name_for_a_screen_reader(self):
        self.open()
        nameless = self.browser.value(
            "[...document.querySelectorAll('button, canvas, select, input, section')].filter((e) => !(e.textContent.trim()"
            " || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.closest('label, [role=img]'))).map((e) => e.id)")
        self.assertEqual(nameless, [])
        self.assertIn("Free blocks of zone Normal", self.browser.value(
            "document.getElementById('buddy-canvas').getAttribute('aria-label')"))
        order = []
        for _ in range(8):
            self.browser.press("Tab")
            order.append(self.browser.value("document.activeElement.id || document.activeElement.className"))
        self.assertEqual(order, ["skip", "theme", "first", "back", "play", "next", "last", "time"])

    def test_light_and_dark(self):
        for scheme in ("dark", "light"):
            self.browser.call("Emulation.setEmulatedMedia",
                              features=[{"name": "prefers-color-scheme", "value": scheme}])
            self.open()
            theme = "document.documentElement.dataset.theme"
            self.assertEqual(self.browser.value(theme), scheme)
            self.picture("scheme-" + scheme)
            self.browser.value("document.getElementById('theme').click()")
            self.assertNotEqual(self.browser.value(theme), scheme)

    def test_log_follows_the_moment(self):
        self.open(fragment="#0")
        later = "document.querySelectorAll('#log-list li.later').length"
        self.assertGreater(self.browser.value(later), 0)
        self.browser.press("End")
        self.assertEqual(self.browser.value(later), 0)
        self.assertIn("area ", self.text("log-list"))

    def test_a_hundred_thousand_events_need_no_more_of_the_page(self):
        page = self.write("long.html", "rounds=18000")
        self.open(page)
        self.assertGreater(self.browser.value("model.count"), 100_000)
        self.assertLess(self.browser.value("document.querySelectorAll('*').length"), 1500)
        begin = time.monotonic()
        for i in range(50):
            self.browser.value(f"show.step({2000 * i})")
            self.browser.frame()
        print(f"100,000 events: {(time.monotonic() - begin) * 20:.0f} ms a step, painted; "
              f"{page.stat().st_size >> 10} KB", file=sys.stderr)
        self.assertLess(self.browser.value("document.querySelectorAll('*').length"), 1500)
        self.picture("long")


if __name__ == "__main__":
    MM32 = sys.argv.pop(1)
    BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if BROWSER is None:
        print("skipped: no chromium here (Debian: apt install chromium)")
        sys.exit(77)
    unittest.main()
