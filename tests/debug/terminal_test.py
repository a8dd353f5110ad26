#!/usr/bin/env python3
"""terminal_test.py MM32: `mm32 debug` on a terminal, as a person uses it: editing, history,
completion, ^C in the middle of a run, ^D; going back keeps the history."""
import os
import pty
import re
import select
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROMPT = "(mm32) "
LIMIT = 90.0


class Terminal:
    """mm32 on a pseudo terminal; expect() waits for text behind what was expected before."""

    def __init__(self, *words):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="vt100", NO_COLOR="1")
            os.chdir(ROOT)
            os.execv(words[0], words)
        self.text = ""

    def send(self, text):
        os.write(self.fd, text.encode())

    def expect(self, wanted):
        end = time.monotonic() + LIMIT
        while True:
            found = re.search(wanted, self.text)
            if found:
                self.text = self.text[found.end():]
                return found
            if time.monotonic() > end or not self.read(end):
                sys.exit(f"expected {wanted!r}, got {self.text[-800:]!r}")

    def read(self, end):
        ready, _, _ = select.select([self.fd], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self.fd, 4096)
        except OSError:
            data = b""
        self.text += data.decode(errors="replace")
        return bool(data)

    def command(self, line):
        self.send(line + "\n")

    def status(self):
        end = time.monotonic() + LIMIT
        while self.read(end):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def history_and_completion(mm32):
    terminal = Terminal(mm32, "debug", "tests/guest/debug/steps.c")
    terminal.expect(re.escape(PROMPT))
    # What the editor echoes depends on the terminal: the answers are looked at.
    terminal.send("info bre\t\n")
    terminal.expect("exceptions that the kernel does not expect")
    terminal.expect(re.escape(PROMPT))
    terminal.send("tbreak squa\t\n")
    terminal.expect(r"breakpoint 2: square")
    terminal.expect(re.escape(PROMPT))
    terminal.send("nonsense\x15print 15\x7f7\n")  # kill the line; rub a character out
    terminal.expect(r"0x0*17\b")
    terminal.expect(re.escape(PROMPT))
    terminal.send("\x1b[A\n")  # the line before
    terminal.expect(r"0x0*17\b")
    terminal.expect(re.escape(PROMPT))
    terminal.send("\x1b[A\x1b[A\x1b[A\n")  # two lines before that
    terminal.expect("exceptions that the kernel does not expect")
    terminal.expect(re.escape(PROMPT))
    terminal.send("nonsense\n")
    terminal.expect("there is no command 'nonsense'")
    terminal.expect(re.escape(PROMPT))
    terminal.send("\x04")
    assert terminal.status() == 0


def interrupt_and_back(mm32):
    terminal = Terminal(mm32, "debug", "tests/guest/debug/rounds.c", "rounds=400000000")
    terminal.expect(re.escape(PROMPT))
    terminal.command("continue")
    time.sleep(1.0)
    terminal.send("\x03")
    terminal.expect("interrupted|stopped")
    terminal.expect(re.escape(PROMPT))
    terminal.command("reverse-stepi")
    terminal.expect("=> ")
    terminal.expect(re.escape(PROMPT))
    terminal.send("\x1b[A\n")  # the history has come along
    terminal.expect("=> ")
    terminal.expect(re.escape(PROMPT))
    terminal.command("continue")
    time.sleep(0.5)
    terminal.send("\x03")
    terminal.expect("interrupted|stopped")
    terminal.command("quit")
    assert terminal.status() == 0


def main():
    mm32 = os.path.abspath(sys.argv[1])
    history_and_completion(mm32)
    interrupt_and_back(mm32)


if __name__ == "__main__":
    main()
