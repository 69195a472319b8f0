"""Documents that are no documents, or mean harm: hostile.py KHCT WORK

Each gets its message, and nothing is written; none takes long or much memory.
"""
import io
import os
import pathlib
import resource
import struct
import subprocess
import sys
import warnings
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
from tally import check, finish, limits

KHCT, WORK = sys.argv[1], sys.argv[2]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def take_in(name, content, wants, status=1, ending=".docx", quiet=True):
    path, out = os.path.join(WORK, name + ending), os.path.join(WORK, name + ".khct")
    with open(path, "wb") as f:
        f.write(content)
    done = subprocess.run([KHCT, "import", "-o", out, path], capture_output=True, text=True, preexec_fn=limits)
    check(name, done.returncode == status, "exit status %d, not %d: %s" % (done.returncode, status, done.stderr[:300]))
    for word in wants:
        check(name, word in done.stderr, "`%s` is not said: %s" % (word, done.stderr[:300]))
    if quiet:
        check(name, not os.path.exists(out), "something was written")
    return out


def archive(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, content in parts:
            z.writestr(name, content)
    return out.getvalue()


def docx(body, before=""):
    return archive([("[Content_Types].xml", TYPES), ("word/document.xml", '<?xml version="1.0"?>%s<w:document %s><w:body>%s</w:body></w:document>' % (before, W, body))])


def paragraph(words):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % words


GOOD = docx(paragraph("KẾ HOẠCH") + paragraph("Không có bảng nào ở đây."))

# what it is
take_in("khoa", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, ["KH8030", "mật khẩu"])
take_in("doc-doi-ten", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le") + b"\0" * 500, ["KH8032", "--libreoffice"])
take_in("rtf", b"{\\rtf1 abc}", ["KH8032"], ending=".rtf")
take_in("pdf", b"%PDF-1.7\n", ["KH8030", "PDF"], ending=".pdf")
take_in("hinh", b"\x89PNG\r\n\x1a\n", ["KH8030"], ending=".png")
take_in("rong", b"", ["KH8030"])
take_in("trang", b"  \n\n ", ["KH8030"], ending=".txt")
take_in("da-la-khct", "dung danhmuc tt18_2018;\n".encode(), ["KH8030", "khct check"], ending=".txt")
take_in("cat-ngang", GOOD[:len(GOOD) // 2], ["KH8030", "hỏng"])
take_in("trinh-chieu", archive([("[Content_Types].xml", TYPES), ("ppt/presentation.xml", "<a/>")]), ["KH8030"])
take_in("khong-co-phan", archive([("[Content_Types].xml", TYPES)]), ["KH8030", "word/document.xml"])
take_in("khong-chu", docx("<w:p/>"), ["KH8030"])
take_in("xml-hong", archive([("word/document.xml", "<w:document %s><w:body>" % W)]), ["KH8030"])
bad = bytearray(GOOD)
at = GOOD.find(b"word/document.xml") + len("word/document.xml") + 20
bad[at] ^= 0x55
take_in("sai-tong", bytes(bad), ["KH8030"])
sealed = bytearray(GOOD)
for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
    at = sealed.find(sign)
    while at >= 0:
        sealed[at + offset] |= 1
        at = sealed.find(sign, at + 1)
take_in("nen-co-khoa", bytes(sealed), ["KH8030", "mật khẩu"])

# what means harm
take_in("ten-leo-ra", archive([("../../etc/passwd", "x"), ("word/document.xml", "<a/>")]), ["KH8031"])
take_in("ten-tuyet-doi", archive([("/etc/passwd", "x"), ("word/document.xml", "<a/>")]), ["KH8031"])
take_in("doctype", docx(paragraph("a"), before='<!DOCTYPE a [<!ENTITY b "c">]>'), ["KH8031", "DOCTYPE"])
take_in("thuc-the", docx(paragraph("&b;"), before='<!DOCTYPE a [<!ENTITY a "%s"><!ENTITY b "%s">]>' % ("a" * 1000, "&a;" * 1000)), ["KH8031"])
take_in("no-to", archive([("word/document.xml", "<a>" + " " * (80 << 20) + "</a>")]), ["KH8031"])
take_in("qua-sau", docx("<w:p>" * 5000 + "</w:p>" * 5000), ["KH8031"])
BODY = "<w:document %s><w:body>%s</w:body></w:document>"
for name, n, wants in ("vua-du-phan", 10000, []), ("qua-nhieu-phan", 10001, ["KH8031", "10.000 phần"]):
    many = archive([("word/document.xml", BODY % (W, paragraph("Một")))] + [("p%d" % i, "") for i in range(n - 1)])
    take_in(name, many, wants, quiet=bool(wants))
for name, n, wants in ("vua-du-cot", 1024, []), ("qua-nhieu-cot", 1025, ["KH8031", "1.024 cột"]):
    wide = docx("<w:tbl><w:tr>%s</w:tr></w:tbl>" % ("<w:tc>%s</w:tc>" % paragraph("x") * n))
    take_in(name, wide, wants, quiet=bool(wants))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Python says so of such archives too
    twice = archive([("word/document.xml", BODY % (W, paragraph(w))) for w in ("Một", "Hai")])
take_in("hai-phan", twice, ["KH8031", "cùng tên"])
# a directory that says a part is small, and one that says it lies outside
lies = bytearray(archive([("word/document.xml", "<w:document %s>%s</w:document>" % (W, " " * 100000))]))
at = lies.find(b"PK\1\2")
lies[at + 24:at + 28] = struct.pack("<I", 10)
take_in("noi-doi-co", bytes(lies), ["KH8030"])
lies = bytearray(GOOD)
at = lies.find(b"PK\1\2")
lies[at + 42:at + 46] = struct.pack("<I", 0x7FFFFFFF)
take_in("noi-doi-cho", bytes(lies), ["KH8030"])
wide = "<w:tbl><w:tr>" + "<w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>%s</w:tc>" % paragraph("a") + "</w:tr></w:tbl>"
take_in("qua-rong", docx(wide * 3), [], status=1, quiet=False)

# what is no plan, but has words: they are kept
out = take_in("khong-bang", GOOD, ["KH8033"], quiet=False)
check("khong-bang", "Không có bảng nào ở đây." in open(out, encoding="utf-8").read(), "its words are lost")
out = take_in("mau-khac", docx("<w:tbl>" + "".join("<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>" % (paragraph("Món %d" % i), paragraph("Giá %d" % i)) for i in range(5)) + "</w:tbl>"),
              ["KH8033"], quiet=False)
check("mau-khac", "# bảng 1, hàng 5: Món 4 | Giá 4" in open(out, encoding="utf-8").read(), "its cells are lost")

# never over an existing file
taken = os.path.join(WORK, "co-san.khct")
with open(taken, "w", encoding="utf-8") as f:
    f.write("có sẵn\n")
with open(os.path.join(WORK, "co-san.docx"), "wb") as f:
    f.write(GOOD)
done = subprocess.run([KHCT, "import", os.path.join(WORK, "co-san.docx")], capture_output=True, text=True)
check("co-san", done.returncode == 2 and open(taken, encoding="utf-8").read() == "có sẵn\n", done.stderr)

# large, in little time
cells = "".join("<w:tr>" + "".join("<w:tc>%s</w:tc>" % paragraph("ô %d %d" % (r, c)) for c in range(9)) + "</w:tr>" for r in range(11200))
head = "<w:tr>" + "".join("<w:tc>%s</w:tc>" % paragraph(h) for h in ("TT", "Tiêu chí", "Kết quả", "Giải pháp", "Chủ trì", "Thời gian", "Kinh phí", "Điều kiện", "Ghi chú")) + "</w:tr>"
out = take_in("tram-nghin-o", docx("<w:tbl>" + head + cells + "</w:tbl>"), [], status=0, quiet=False)
source = open(out, encoding="utf-8").read() if os.path.exists(out) else ""
check("tram-nghin-o", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2 << 20, "it takes more than 2 GB")
check("tram-nghin-o", "ô 11199 3" in source and "ô 0 3" in source, "cells are lost")

# standard input and output; a wrong use
done = subprocess.run([KHCT, "import", "-"], input=GOOD, capture_output=True)
check("dau-vao-chuan", "Không có bảng nào ở đây." in done.stdout.decode(), done.stderr.decode())
done = subprocess.run([KHCT, "import"], capture_output=True, text=True)
check("khong-tep", done.returncode == 2, done.stderr)
done = subprocess.run([KHCT, "import", os.path.join(WORK, "khong-co.docx")], capture_output=True, text=True)
check("khong-co", done.returncode == 1 and "KH8001" in done.stderr, done.stderr)

# the same input, the same bytes
a = subprocess.run([KHCT, "import", "-q", "-o", "-", os.path.join(WORK, "mau-khac.docx")], capture_output=True).stdout
b = subprocess.run([KHCT, "import", "-q", "-o", "-", os.path.join(WORK, "mau-khac.docx")], capture_output=True, env={"LC_ALL": "C"}).stdout
check("cung-byte", a == b and a, "two runs differ")

# by way of LibreOffice; nothing stays behind
subprocess.run(["soffice", "-env:UserInstallation=" + pathlib.Path(WORK, "profile").absolute().as_uri(), "--headless", "--convert-to", "doc",
                "--outdir", WORK, os.path.join(WORK, "chin-cot.docx")], capture_output=True, timeout=300)
path, own = os.path.join(WORK, "chin-cot.doc"), os.path.abspath(os.path.join(WORK, "tạm %41 #$HOME"))
os.makedirs(own, exist_ok=True)
if os.path.exists(path):
    done = subprocess.run([KHCT, "import", "-q", "--libreoffice", "-o", "-", path], capture_output=True, text=True, env={**os.environ, "TMPDIR": own})
    check("doc", done.returncode == 0 and "tiêu chí 1.10 mức 2 Bảo đảm an ninh trật tự" in done.stdout, done.stdout[:300] + done.stderr[:300])
    check("doc", not os.listdir(own), "left behind: %s" % os.listdir(own))
    done = subprocess.run([KHCT, "import", "--libreoffice", "-o", "-", path], capture_output=True, text=True, env={"PATH": "/khong-co"})
    check("doc", done.returncode == 3 and "soffice" in done.stderr, done.stderr)
else:
    check("doc", False, "LibreOffice made no .doc")

finish("import, hostile")
