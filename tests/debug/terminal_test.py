#!/usr/bin/env python3
"""terminal_test.py MM32: `mm32 debug` on a terminal, as a person uses it: editing, history,
completion, ^C in the middle of a run, ^D; going back keeps the history."""
import os
import pty
import re
import select
import signal
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
        try:
            os.write(self.fd, text.encode())
        except OSError:
            pass  # it has ended

    def expect(self, wanted):
        end = time.monotonic() + LIMIT
        while True:
            found = re.search(wanted, self.text)
            if found:
                self.text = self.text[found.end():]
                return found
            if time.monotonic() > end or not self.read(end):
                sys.exit(f"expected {wanted!r}, got {self.text[-800:]!r}")

    def prompt(self):
        """Waits for the prompt, and until the editor listens behind it."""
        self.expect(re.escape(PROMPT))
        time.sleep(0.2)

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

    def status(self, leave_with=""):
        """The exit status; `leave_with` is typed until it has worked: keys may come too early."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            if leave_with:
                self.send(leave_with)
            while self.read(time.monotonic() + 1.0):
                pass
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
        os.kill(self.pid, signal.SIGKILL)
        sys.exit("mm32 did not end")


def history_and_completion(mm32):
    terminal = Terminal(mm32, "debug", "tests/guest/debug/steps.c")
    terminal.prompt()
    # What the editor echoes depends on the terminal: the answers are looked at.
    terminal.send("info bre\t\n")
    terminal.expect("exceptions that the kernel does not expect")
    terminal.prompt()
    terminal.send("tbreak squa\t\n")
    terminal.expect(r"breakpoint 2: square")
    terminal.prompt()
    terminal.send("nonsense\x15print 15\x7f7\n")  # kill the line; rub a character out
    terminal.expect(r"0x0*17\b")
    terminal.prompt()
    terminal.send("\x1b[A\n")  # the line before
    terminal.expect(r"0x0*17\b")
    terminal.prompt()
    terminal.send("\x1b[A\x1b[A\x1b[A\n")  # two lines before that
    terminal.expect("exceptions that the kernel does not expect")
    terminal.prompt()
    terminal.send("nonsense\n")
    terminal.expect("there is no command 'nonsense'")
    terminal.prompt()
    assert terminal.status("\x04") == 0


def interrupt_and_back(mm32):
    terminal = Terminal(mm32, "debug", "tests/guest/debug/rounds.c", "rounds=400000000")
    terminal.prompt()
    terminal.command("continue")
    time.sleep(1.0)
    terminal.send("\x03")
    terminal.expect("interrupted|stopped")
    terminal.prompt()
    terminal.command("reverse-stepi")
    terminal.expect("=> ")
    terminal.prompt()
    terminal.send("\x1b[A\n")  # the history has come along
    terminal.expect("=> ")
    terminal.prompt()
    terminal.command("continue")
    time.sleep(0.5)
    terminal.send("\x03")
    terminal.expect("interrupted|stopped")
    assert terminal.status("quit\n") == 0


def main():
    mm32 = os.path.abspath(sys.argv[1])
    history_and_completion(mm32)
    interrupt_and_back(mm32)


if __name__ == "__main__":
    main()
