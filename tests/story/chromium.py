"""Drives a headless Chromium over its debugging pipe; needs nothing but Python's library."""

import json
import os
import select
import subprocess
import tempfile


class Chromium:
    """One browser with one page. What the page logs and what it asks the network for is kept."""

    PATIENCE = 60  # seconds

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory(prefix="mm32-chromium-")
        to_read, self.to = os.pipe()
        self.from_, to_write = os.pipe()

        def take_pipes():
            # The browser reads commands from 3 and writes answers to 4.
            moved_read, moved_write = os.dup(to_read), os.dup(to_write)
            os.dup2(moved_read, 3)
            os.dup2(moved_write, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-background-networking", "--remote-debugging-pipe", "--window-size=1400,1800",
             "--user-data-dir=" + self.folder.name, "about:blank"],
            preexec_fn=take_pipes, close_fds=False,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.received = b""
        self.next_id = 0
        self.problems = []
        self.requests = []
        self.loaded = False
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.call("Page.bringToFront")  # keys reach no page in the background

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def _message(self):
        while b"\0" not in self.received:
            if not select.select([self.from_], [], [], self.PATIENCE)[0]:
                raise EOFError("the browser does not answer")
            part = os.read(self.from_, 1 << 16)
            if not part:
                raise EOFError("the browser has gone")
            self.received += part
        text, self.received = self.received.split(b"\0", 1)
        return json.loads(text)

    def _note(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.problems.append(json.dumps(params["exceptionDetails"])[:500])
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.problems.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.problems.append(str(params["args"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Page.loadEventFired":
            self.loaded = True

    def call(self, method, **params):
        self.next_id += 1
        command = {"id": self.next_id, "method": method, "params": params}
        if self.session:
            command["sessionId"] = self.session
        os.write(self.to, json.dumps(command).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self.next_id:
                if "error" in message:
                    raise RuntimeError(method + ": " + message["error"]["message"])
                return message["result"]
            self._note(message)

    def open(self, url):
        self.problems.clear()
        # By way of another page: a new fragment alone would load nothing.
        for target in ("about:blank", url):
            self.loaded = False
            self.requests.clear()
            self.call("Page.navigate", url=target)
            while not self.loaded:
                self._note(self._message())

    def value(self, expression):
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(expression + ": " + json.dumps(answer["exceptionDetails"])[:500])
        return answer["result"].get("value")

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode=9 if key == "Tab" else 0)

    def frame(self):
        """Waits until the page has painted."""
        self.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def screenshot(self, path):
        import base64
        self.frame()
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))
