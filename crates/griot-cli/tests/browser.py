"""Opens the page of `griot report` in headless Chromium and uses it as people do.

    python3 browser.py GRIOT

GRIOT is the program. The exit status is 0 if all is well, 77 if there is no Chromium, and 1 otherwise. Needs
nothing but Python and Chromium (Debian: `apt-get install chromium`), which are spoken to through a pipe.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SKIPPED = 77

# A name that would run if any of it were taken for HTML. It stands in the text and in a list of names.
INJECTED = "<script>window.injected=1</script>"
INJECTED_ID = "per:x\" onfocus=\"window.injected=2\" x='"
HOSTILE = f"""{INJECTED} a rencontré le général Salifou Modi à Niamey.
</style></script><img src=x onerror=window.injected=3> « \"'><b onmouseover=window.injected=4> », a dit M. Modi.
"""


class Browser:
    """Chromium, spoken to in its own protocol."""

    def __init__(self, program, folder):
        import fcntl  # Not on Windows, where main has ended before.

        (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
        # Chromium reads from descriptor 3 and writes to 4. Ours are moved out of the way of both.
        high = [fcntl.fcntl(it, fcntl.F_DUPFD, 20) for it in (theirs_in, theirs_out)]

        def connect():
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-pipe", f"--user-data-dir={folder}/profile", "about:blank"],
            preexec_fn=connect, pass_fds=(3, 4), stderr=subprocess.DEVNULL)
        for it in (theirs_in, theirs_out, *high):
            os.close(it)
        self.to, self.answers = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        targets = self("Target.getTargets")["targetInfos"]
        page = next(it["targetId"] for it in targets if it["type"] == "page")
        self.session = self("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self(f"{domain}.enable")
        self("Emulation.setFocusEmulationEnabled", enabled=True)

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.answers.fileno(), 1 << 16)
            if not piece:
                sys.exit("the browser ended early")
            self.rest += piece
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def __call__(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.to.write(json.dumps(message).encode() + b"\0")
        self.to.flush()
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, url):
        self.events.clear()
        self("Page.navigate", url=url)
        while not any(it.get("method") == "Page.loadEventFired" for it in self.events):
            self.events.append(self.read())

    def js(self, expression):
        result = self("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def key(self, key, shift=False):
        code = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowRight": 39}[key]
        for kind in ("rawKeyDown", "char", "keyUp"):
            if kind == "char" and key != "Enter":
                continue
            text = {"text": "\r"} if kind == "char" else {}
            self("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                 modifiers=8 if shift else 0, **text)

    def messages(self):
        """What stands in the console."""
        wanted = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [it for it in self.events if it.get("method") in wanted]

    def media(self, media="", scheme="light"):
        self("Emulation.setEmulatedMedia", media=media,
             features=[{"name": "prefers-color-scheme", "value": scheme}])

    def size(self, width, height):
        self("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def close(self):
        self.process.kill()
        self.process.wait()


# The least contrast of the texts on the page with what is behind them, and whose it is.
CONTRAST = """(() => {
  const light = ([r, g, b]) => {
    const part = (it) => (it /= 255) <= .04045 ? it / 12.92 : ((it + .055) / 1.055) ** 2.4;
    return .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  };
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (it) => {
    for (; it; it = it.parentElement) {
      const colour = parts(getComputedStyle(it).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
  };
  let least = [99, ""];
  for (const it of document.querySelectorAll("body *")) {
    if (![...it.childNodes].some((it) => it.nodeType === 3 && it.data.trim())) continue;
    if (["SCRIPT", "STYLE", "TITLE"].includes(it.tagName.toUpperCase())) continue;
    const style = getComputedStyle(it);
    const colour = it instanceof SVGElement ? style.fill : style.color;
    const [one, two] = [light(parts(colour)), light(behind(it))].sort((a, b) => b - a);
    const contrast = (one + .05) / (two + .05);
    if (contrast < least[0]) least = [contrast, it.outerHTML.slice(0, 120)];
  }
  return least;
})()"""


def report(griot, folder):
    """The report on the seeds and a hostile article."""
    (folder / "hostile.txt").write_text(HOSTILE)
    (folder / "names.tsv").write_text(f"{INJECTED}\tPER\t{INJECTED_ID}\n")
    page = folder / "report.html"
    with page.open("wb") as to:
        options = ["--lang", "fr", "--gazetteer", folder / "names.tsv", "--dates", "seeds/dates.tsv", "--descriptive"]
        subprocess.run([griot, "report", *options, "seeds", folder / "hostile.txt"],
                       cwd=ROOT, stdout=to, stderr=subprocess.DEVNULL, check=True)
    return page


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} in place of {wanted!r}")


def elements_are_there(browser):
    expect("articles", browser.js("document.querySelectorAll('details.article').length"), 6)
    for selector in ("header", "main", "nav[aria-label]", "[role=search] label[for=filter]", "svg.timeline a circle",
                     "table.matrix td a", ".cast .member", ".text mark.person", ".text q[data-said]"):
        expect(selector, browser.js(f"document.querySelector({json.dumps(selector)}) !== null"), True)
    expect("headings of the first rank", browser.js("document.querySelectorAll('h1').length"), 1)
    ids = browser.js("[...document.querySelectorAll('[id]')].map((it) => it.id)")
    expect("ids that are there twice", len(ids) - len(set(ids)), 0)
    links = browser.js("[...document.querySelectorAll('a')].map((it) => it.getAttribute('href'))")
    expect("links that lead nowhere", set(links) - {f"#{it}" for it in ids}, set())


def the_injected_name_is_inert(browser):
    expect("scripts", browser.js("document.scripts.length"), 1)
    expect("pictures", browser.js("document.images.length"), 0)
    name = json.dumps(INJECTED)
    shown = f"[...document.querySelectorAll('SELECTOR')].some((it) => it.textContent === {name})"
    for selector in (".member b", ".text mark.person"):
        expect(f"the name in {selector}", browser.js(shown.replace("SELECTOR", selector)), True)
    names = browser.js("[...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames())")
    expect("handlers", [it for it in names if it.startswith("on")], [])
    mark = f"[...document.querySelectorAll('.text mark')].find((it) => it.textContent === {name})"
    browser.js(f"{mark}.focus()")
    expect("the name in the inspector", browser.js("document.querySelector('#inspector b').textContent"), INJECTED)
    expect("its id", browser.js("document.getElementById('inspector').textContent.includes('onfocus')"), True)
    expect("what ran", browser.js("window.injected === undefined"), True)


def the_keyboard_goes_everywhere(browser):
    browser.js("document.activeElement.blur(); scrollTo(0, 0)")
    focused = "document.activeElement"
    browser.key("Tab")
    while browser.js(f"{focused}.className") != "skip":
        browser.key("Tab", shift=True)
    browser.key("Enter")
    expect("the skip link", browser.js("location.hash"), "#articles")
    for _ in range(20):
        browser.key("Tab")
        if browser.js(f"{focused}.closest('.text') !== null"):
            break
    expect("the first mark", browser.js(f"{focused}.matches('.text mark')"), True)
    expect("what the focus shows", browser.js(f"getComputedStyle({focused}).outlineStyle"), "solid")
    first = browser.js(f"{focused}.id")
    told = "document.getElementById('inspector').textContent"
    expect("lemma and id", browser.js(f"['lemma', 'id '].every((it) => {told}.includes(it))"), True)
    browser.key("ArrowRight")
    second = browser.js(f"{focused}.id")
    expect("the next mark", first != second and browser.js(f"{focused}.tagName"), "MARK")
    browser.key("ArrowRight", shift=True)
    expect("the next word", browser.js(f"{focused}.tagName"), "I")
    expect("its lemma", browser.js(f"{told}.includes('lemma')"), True)
    browser.key("Escape")
    expect("the inspector after Escape", browser.js(told), "")
    browser.key("Tab")
    expect("the stop behind the text", browser.js(f"{focused}.tagName"), "SUMMARY")


def links_open_what_is_closed(browser):
    browser.js("document.getElementById('close').click()")
    expect("open articles", browser.js("document.querySelectorAll('.article[open]').length"), 0)
    browser.js("document.querySelector('.cast .links a').click()")
    wait(browser)
    expect("the mark", browser.js("document.activeElement.matches('.article[open] mark:target')"), True)
    browser.js("document.getElementById('open').click()")


def the_filter_leaves_what_was_asked_for(browser):
    for wanted, articles in (("EVKOUROV", 1), ("etats-unis", 2), ("", 6)):
        browser.js("document.getElementById('filter').focus(); document.getElementById('filter').select()")
        if wanted:
            browser("Input.insertText", text=wanted)
        else:
            browser.js("filter.value = ''; filter.dispatchEvent(new Event('input'))")
        wait(browser)
        found = browser.js("document.querySelectorAll('.article:not([hidden])').length")
        expect(f"articles with {wanted!r}", found, articles)


def wait(browser):
    browser.js("new Promise((done) => setTimeout(done, 300))")


def it_can_be_read_everywhere(browser):
    for scheme in ("light", "dark"):
        browser.media(scheme=scheme)
        contrast, where = browser.js(CONTRAST)
        if contrast < 4.5:
            sys.exit(f"contrast of {contrast:.2f} ({scheme}): {where}")
        print(f"least contrast, {scheme}: {contrast:.2f}")
    browser.size(360, 720)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    expect("what a phone has to scroll sideways", browser.js(beyond), 0)
    browser.media(media="print")
    expect("the filter on paper", browser.js("getComputedStyle(document.querySelector('.tools')).display"), "none")
    browser.media()


def only_the_own_script_may_run(browser):
    browser.js("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.injected=5\">')")
    script = "Object.assign(document.createElement('script'), {textContent: 'window.injected=6'})"
    browser.js(f"document.body.append({script})")
    wait(browser)
    expect("a script from elsewhere", browser.js("window.injected === undefined"), True)


def chromium():
    """The program. Without one the script ends as skipped."""
    if os.name != "posix":
        print("no browser: this script speaks to it through pipes of POSIX")
        sys.exit(SKIPPED)
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        print(f"no browser: none of {', '.join(names)}")
        sys.exit(SKIPPED)
    return found


def main():
    griot = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(chromium(), folder)
        try:
            browser.size(1200, 900)
            browser.open(report(griot, Path(folder)).as_uri())
            for check in (elements_are_there, the_injected_name_is_inert, the_keyboard_goes_everywhere,
                          links_open_what_is_closed, the_filter_leaves_what_was_asked_for, it_can_be_read_everywhere):
                check(browser)
                print(check.__name__)
            expect("messages in the console", browser.messages(), [])
            only_the_own_script_may_run(browser)
            print(only_the_own_script_may_run.__name__)
        finally:
            browser.close()


if __name__ == "__main__":
    main()
