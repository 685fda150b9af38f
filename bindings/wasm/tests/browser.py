"""Opens the page in headless Chromium and types as people do.

    python3 browser.py PAGE

PAGE is the folder of the page. The exit status is 0 if all is well, 77 if there is no Chromium, and 1 otherwise.
With a second argument, pictures of the page are written to that folder.
"""

import base64
import functools
import http.server
import json
import sys
import tempfile
import threading
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "crates/griot-cli/tests"))

from browser import CONTRAST, Browser, chromium, expect  # noqa: E402

HOSTILE = """</textarea><script>window.injected=1</script> Le général <img src=x onerror=window.injected=2> Modi \
<b onmouseover=window.injected=3>est à Niamey</b>. « <svg onload=window.injected=4> », a dit M. Modi."""


# The text that is shown, without the labels in it.
MARKED = "[...document.getElementById('marked').childNodes].map((it) => it.firstChild.data).join('')"


class Files(http.server.SimpleHTTPRequestHandler):
    """The files of a folder. What was asked for is kept."""

    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()

    def log_message(self, *_):
        pass


def until(browser, condition):
    """Waits until the page says so, for at most half a minute."""
    wait = f"""new Promise((done) => {{
      const begun = Date.now();
      const look = () => ({condition}) ? done(true) : Date.now() - begun > 30000 ? done(false) : setTimeout(look, 10);
      look();
    }})"""
    expect(condition, browser.js(wait), True)


def write(browser, text):
    """Puts a text in the place of the old one, as pasting does, and waits for what is found."""
    browser.js("document.getElementById('text').select()")
    browser("Input.insertText", text=text)
    until(browser, f"{MARKED} === {json.dumps(text)}")


def cells(browser, table, column):
    rows = f"[...document.querySelectorAll('#{table} tbody tr')]"
    return browser.js(f"{rows}.map((it) => it.cells[{column}].textContent)")


def marks(browser):
    return browser.js("[...document.querySelectorAll('#marked mark')].map((it) => [it.firstChild.data, it.className])")


def status(browser):
    return browser.js("document.getElementById('status').textContent")


def the_sample_is_annotated(browser):
    until(browser, "document.getElementById('status').textContent.startsWith('French')")
    found = marks(browser)
    for wanted in (["Salifou Modi", "PER"], ["Moscou", "LOC"], ["Union africaine", "ORG"]):
        expect(f"{wanted} among {found}", wanted in found, True)
    expect("a quotation", cells(browser, "quotations", 0), ["« L’accord est bon »"])
    expect("its speaker", "Modi" in cells(browser, "quotations", 1)[0], True)
    expect("what is not the story", browser.js("document.querySelector('#marked .zone').title"), "source")
    expect("sentences", len(cells(browser, "sentences", 0)) > 4, True)
    expect("a lemma", "renverser" in cells(browser, "tokens", 2), True)
    expect("the language of the text", browser.js("document.getElementById('marked').lang"), "fr")


def layers_follow_the_typing(browser):
    write(browser, "🌍 Le ministre arrive à ")
    expect("names", marks(browser), [])
    for letter in "Niamey":
        browser("Input.insertText", text=letter)
    until(browser, f"{MARKED}.endsWith('Niamey') && document.querySelectorAll('#marked mark').length === 1")
    expect("names", marks(browser), [["Niamey", "LOC"]])
    expect("names", marks(browser), [["Niamey", "LOC"]])
    browser("Input.insertText", text=" mardi.")
    until(browser, "document.querySelectorAll('#marked mark').length === 2")
    expect("a day without a date", cells(browser, "entities", 3), ["", ""])
    day = "document.getElementById('date')"
    browser.js(f"{day}.value = '2024-05-16'; {day}.dispatchEvent(new Event('input'))")
    until(browser, "document.querySelectorAll('#entities td')[9].textContent === '2024-05-14'")
    browser.js(f"{day}.value = ''; {day}.dispatchEvent(new Event('input'))")


def choices_are_kept_to(browser):
    write(browser, "Le général Modi est à Niamey.")
    browser.js("document.querySelector('#shown [value=LOC]').click()")
    until(browser, "document.querySelectorAll('#marked mark').length === 1")
    expect("marks", marks(browser), [["Modi", "PER"]])
    browser.js("document.querySelector('#shown [value=LOC]').click()")
    until(browser, "document.querySelectorAll('#marked mark').length === 2")


def models_are_fetched_when_chosen(browser):
    expect("models that nobody chose", [it for it in Files.asked if ".bin" in it], [])
    write(browser, "Angela Merkel met the generals of the coalition in Brussels yesterday.")
    expect("lemmas", set(cells(browser, "tokens", 2)), {""})
    browser.js("document.querySelector('#models [value=en]').click()")
    until(browser, "[...document.querySelectorAll('#tokens td:nth-child(3)')].some((it) => it.textContent === 'general')")
    expect("names", ["Angela Merkel", "PER"] in marks(browser), True)
    expect("files", sorted(it for it in Files.asked if ".bin" in it),
           [f"/models/{it}-en.bin" for it in ("lexicon", "morph", "names", "tags")])
    browser.js("document.querySelector('#models [value=en]').click()")


def what_is_typed_never_runs(browser):
    write(browser, HOSTILE)
    expect("scripts", browser.js("document.scripts.length"), 1)
    expect("pictures", browser.js("document.querySelectorAll('img, svg, b').length"), 0)
    names = browser.js("[...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames())")
    expect("handlers", [it for it in names if it.startswith("on")], [])
    expect("what ran", browser.js("window.injected === undefined"), True)


def a_long_text_stays_usable(browser):
    sentence = "Le ministre Salifou Modi est arrivé à Niamey le 3 décembre 2023. "
    write(browser, sentence * 2000 + "Fin du texte.")
    expect("rows", len(cells(browser, "tokens", 0)), 500)
    expect("all that there are", browser.js("document.getElementById('entities-count').textContent"),
           "(the first 500 of 6000)")
    expect("marks", len(marks(browser)), 6000)


def the_keyboard_goes_everywhere(browser):
    write(browser, "Le général Modi est à Niamey.")
    browser.js("document.activeElement.blur(); scrollTo(0, 0)")
    reached = []
    for _ in range(40):
        browser.key("Tab")
        reached.append(browser.js(
            "(({ id, type, value, tagName, textContent }) => "
            "type === 'checkbox' ? value : id || `${tagName} ${textContent.split(' ')[0]}`)(document.activeElement)"))
    for wanted in ("A Skip", "text", "language", "date", "SUMMARY More", "PER", "quotation", "SUMMARY Names,",
                   "SUMMARY Quotations", "SUMMARY Sentences", "SUMMARY Words"):
        expect(f"{wanted} among {reached}", wanted in reached, True)
    unnamed = browser.js("[...document.querySelectorAll('input, select, textarea')]"
                         ".filter((it) => !it.labels.length).map((it) => it.outerHTML)")
    expect("fields without a name", unnamed, [])
    browser.js("document.querySelector('#tokens').closest('details').querySelector('summary').focus()")
    browser.key("Enter")
    expect("words", browser.js("document.querySelector('#tokens').closest('details').open"), True)


def it_can_be_read_everywhere(browser, pictures):
    browser.js("document.querySelectorAll('details').forEach((it) => { it.open = true; })")
    browser.open(browser.js("location.href"))
    until(browser, "document.getElementById('status').textContent.startsWith('French')")
    for scheme, width in (("light", 1400), ("dark", 1400), ("light", 380), ("dark", 380)):
        browser.media(scheme=scheme)
        browser.size(width, 900)
        contrast, whose = browser.js(CONTRAST)
        expect(f"contrast of {whose} is at least 4.5", contrast >= 4.5, True)
        wide = browser.js("document.documentElement.scrollWidth")
        expect(f"{wide} fits into {width}", wide <= width, True)
        if pictures:
            shot = browser("Page.captureScreenshot", captureBeyondViewport=True)["data"]
            Path(pictures, f"{scheme}-{width}.png").write_bytes(base64.b64decode(shot))
    browser.media()


def main():
    page, pictures = sys.argv[1], next(iter(sys.argv[2:]), None)
    program = chromium()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, directory=page))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, folder)
        try:
            browser.size(1400, 900)
            browser.open(f"http://127.0.0.1:{server.server_port}/")
            for check in (the_sample_is_annotated, layers_follow_the_typing, choices_are_kept_to,
                          models_are_fetched_when_chosen, what_is_typed_never_runs, a_long_text_stays_usable,
                          the_keyboard_goes_everywhere):
                check(browser)
                print(check.__name__)
            expect("messages in the console", browser.messages(), [])
            it_can_be_read_everywhere(browser, pictures)
            print(it_can_be_read_everywhere.__name__)
            expect("messages in the console", browser.messages(), [])
        finally:
            browser.close()
    own = {"/", "/page.css", "/page.js", "/griot/griot.js", "/griot/griot_bg.wasm"}
    others = {it for it in Files.asked if not it.startswith("/models/")} - own
    expect("files of others", others, set())


if __name__ == "__main__":
    main()
