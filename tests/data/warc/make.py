"""Writes the archives of this folder with warcio (https://pypi.org/project/warcio/), version 1.8.1.

    pip install warcio==1.8.1
    python make.py

The texts were written for this crate; nothing in them is true. Names and days are fixed, so that the files are
the same each time.
"""

import gzip
import io
import zlib
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
DAY = "2024-01-19T08:30:00Z"
SITE = "https://example.org/"


def page(number, charset="utf-8"):
    html = f"""<html lang="fr"><head><title>L’été {number}</title></head><body><nav>Accueil</nav><article>
<h1>L’été {number}</h1><p>« L’armée » du Niger a reçu {number} avions, dit le maire de Niamey au micro de la radio.</p>
</article></body></html>"""
    return html.encode(charset)


def chunked(body):
    chunks = [body[at:at + 100] for at in range(0, len(body), 100)] + [b""]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def address(path):
    return path if path is None or ":" in path else SITE + path


class Archive:
    def __init__(self, name, packed):
        self.file = open(HERE / name, "wb")
        self.writer = WARCWriter(self.file, gzip=packed, warc_version="1.1")
        self.number = 0

    def add(self, kind, path, body, http=None, status="200 OK", content_type=None):
        self.number += 1
        headers = {"WARC-Date": DAY, "WARC-Record-ID": f"<urn:uuid:00000000-0000-0000-0000-{self.number:012}>"}
        if http is not None:
            line = "GET / HTTP/1.1" if kind == "request" else status
            http = StatusAndHeaders(line, http, protocol="" if kind == "request" else "HTTP/1.1", is_http_request=kind == "request")
        record = self.writer.create_warc_record(
            address(path), kind, payload=io.BytesIO(body), http_headers=http, warc_content_type=content_type or "",
            warc_headers_dict=headers)
        self.writer.write_record(record)

    def response(self, path, body, *http, status="200 OK"):
        self.add("response", path, body, list(http), status)


HTML = ("Content-Type", "text/html; charset=UTF-8")


def write(name, packed):
    archive = Archive(name, packed)
    archive.add("warcinfo", None, b"software: warcio\r\n", content_type="application/warc-fields")
    archive.add("request", "1", b"", [("Host", "example.org")])
    archive.response("1", page(1), HTML)
    archive.response("image", b"\x89PNG\r\n\r\nWARC/1.1\r\n", ("Content-Type", "image/png"))
    archive.response("2", page(2, "cp1252"), ("content-type", "Text/HTML;charset=\"ISO-8859-1\""))
    archive.response("3", chunked(gzip.compress(page(3), mtime=0)), HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))
    archive.response("4", zlib.compress(page(4)), HTML, ("Content-Encoding", "deflate"))
    archive.response("5", raw_deflate(page(5)), HTML, ("Content-Encoding", "deflate"))
    # The crawler took off the transfer, and left the headers that name it.
    archive.response("6", page(6), HTML, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))
    archive.response("br", b"\x8b\x02\x80abc\x03", HTML, ("Content-Encoding", "br"))
    archive.response("gone", page(404), HTML, status="404 Not Found")
    archive.response("moved", b"", ("Location", SITE + "1"), status="301 Moved Permanently")
    archive.response("7.txt", "Le maire attend.\r\n\r\nWARC/1.1 est le nom d’une forme.\r\n".encode(), ("Content-Type", "text/plain"))
    # The server declares another encoding than that of the page.
    archive.response("8", page(8), ("Content-Type", "text/html; charset=iso-8859-1"))
    archive.add("resource", "9", page(9), content_type="text/html")
    archive.add("resource", "style", b"p {}", content_type="text/css")
    archive.add("conversion", "10", "Niamey attend.\n".encode(), content_type="text/plain")
    archive.add("metadata", "1", b"via: nothing\r\n", content_type="application/warc-fields")
    archive.add("response", "dns:example.org", b"20240119\nexample.org. 60 IN A 192.0.2.1\n", content_type="text/dns")
    archive.file.close()


write("pages.warc", False)
write("pages.warc.gz", True)
