#!/usr/bin/env python3
"""Is a PDF fit for archives and readers? archive.py FILE.pdf..., or archive.py --faults FILE.pdf to see
that each fault put into a good file is found.

No validator of PDF/A is packaged where these tests run, so this is our own list of what
ISO 19005-2 asks at level U of a document of text alone, read with qpdf. It proves less than a
validator would: glyphs are not compared with widths, content is not interpreted.
"""
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile

# filters, actions and keys that no such file may have
FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}
FORBIDDEN_ACTIONS = {"/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript", "/Hide", "/SetOCGState",
                     "/Rendition", "/Trans", "/GoTo3DView", "/URI", "/SubmitForm", "/GoToR"}
FORBIDDEN_KEYS = {"/AA", "/OPI", "/Ref", "/PS", "/TR", "/HTP", "/NeedAppearances", "/XFA", "/Requirements", "/Perms",
                  "/EmbeddedFiles", "/JavaScript", "/Encrypt", "/PTEX.Fullbanner", "/PTEX.FileName",
                  "/AlternatePresentations"}


def objects(pdf):
    """the objects by name ("5 0 R"), a stream's dictionary in the place of the stream; and the trailer"""
    text = subprocess.run(["qpdf", "--no-warn", "--warning-exit-0", "--json=2", "--json-stream-data=none", "--json-key=qpdf", pdf],
                          check=True, stdout=subprocess.PIPE).stdout
    raw, found = json.loads(text)["qpdf"][1], {}
    for name, value in raw.items():
        value = value.get("value") or dict(value["stream"]["dict"], **{"(stream)": True})
        found[name.removeprefix("obj:")] = value
    return found, found.pop("trailer")


class File:
    def __init__(self, pdf):
        self.pdf, self.faults = pdf, 0
        self.all, self.trailer = objects(pdf)
        with open(pdf, "rb") as file:
            self.bytes = file.read()

    def say(self, ok, text):
        if not ok:
            self.faults += 1
            print(f"sai: {self.pdf}: {text}")
        return ok

    def at(self, value):
        """what a reference stands for"""
        return self.all[value] if isinstance(value, str) and value in self.all else value

    def stream(self, reference):
        return subprocess.run(["qpdf", "--no-warn", "--warning-exit-0", f"--show-object={reference.removesuffix(' R').replace(' ', ',')}",
                               "--filtered-stream-data", self.pdf], check=True, stdout=subprocess.PIPE).stdout


def check_frame(f):
    f.say(re.match(rb"%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4}", f.bytes), "đầu tệp không có dòng byte cao")
    f.say("/Encrypt" not in f.trailer, "tệp có mật mã")
    f.say(f.trailer.get("/ID"), "thiếu /ID")
    f.say(f.bytes.rstrip().endswith(b"%%EOF"), "có gì sau %%EOF")


def check_catalog(f):
    catalog = f.at(f.trailer["/Root"])
    f.say(catalog.get("/Lang") == "u:vi", f"/Lang là {catalog.get('/Lang')}")
    preferences = f.at(catalog.get("/ViewerPreferences", {}))
    f.say(preferences.get("/DisplayDocTitle") is True, "tên văn bản không hiện ở đầu cửa sổ")
    intents = f.at(catalog.get("/OutputIntents", []))
    if f.say(len(intents) == 1, "không có đúng một OutputIntent"):
        intent = f.at(intents[0])
        profile = f.at(intent.get("/DestOutputProfile"))
        f.say(intent.get("/S") == "/GTS_PDFA1", "OutputIntent không phải của PDF/A")
        f.say(profile and profile.get("/N") == 3, "thiếu bảng màu")
    if f.say("/Metadata" in catalog, "thiếu XMP"):
        check_metadata(f, catalog["/Metadata"])


def check_metadata(f, reference):
    f.say("/Filter" not in f.at(reference), "XMP bị nén")
    xmp = f.stream(reference).decode()
    f.say("<pdfaid:part>2</pdfaid:part>" in xmp and "<pdfaid:conformance>U</pdfaid:conformance>" in xmp,
          "XMP không nói PDF/A-2u")
    info, text = f.at(f.trailer["/Info"]), xmp
    for one, other in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(one, other)
    for key, tag in (("/Title", "dc:title"), ("/Author", "dc:creator"), ("/Subject", "dc:description")):
        said = re.search(rf"<{tag}>.*?<rdf:li[^>]*>(.*?)</rdf:li>", text, re.S)
        f.say(said and info.get(key) == "u:" + said[1], f"{key} và {tag} khác nhau: {info.get(key)}")
    said = re.search(r"<pdf:Producer>(.*?)</pdf:Producer>", text)
    f.say(said and info.get("/Producer") == "u:" + said[1], f"/Producer và XMP khác nhau: {info.get('/Producer')}")


def check_font(f, name, font):
    if font.get("/Type") != "/Font" or font.get("/Subtype") == "/Type0":
        if font.get("/Subtype") == "/Type0":
            f.say("/ToUnicode" in font, f"{name}: phông không có bảng Unicode")
            f.say(font.get("/Encoding") in ("/Identity-H", "/Identity-V"), f"{name}: mã của phông {font.get('/Encoding')}")
        return
    cid = font.get("/Subtype", "").startswith("/CIDFont")
    f.say(cid or "/ToUnicode" in font, f"{name}: phông không có bảng Unicode")
    f.say(font.get("/Subtype") != "/Type3", f"{name}: phông Type 3")
    f.say("/W" in font if cid else "/Widths" in font, f"{name}: phông không có bề rộng")
    if font.get("/Subtype") == "/CIDFontType2":
        f.say("/CIDToGIDMap" in font, f"{name}: phông không có CIDToGIDMap")
    descriptor = f.at(font.get("/FontDescriptor", {}))
    f.say(any(k in descriptor for k in ("/FontFile", "/FontFile2", "/FontFile3")), f"{name}: phông không nhúng")


def check_object(f, name, value):
    if isinstance(value, list):
        for one in value:
            check_object(f, name, one)
        return
    if not isinstance(value, dict):
        return
    filters = value.get("/Filter", [])
    for one in filters if isinstance(filters, list) else [filters]:
        f.say(one not in FORBIDDEN_FILTERS, f"{name}: bộ lọc {one}")
    if "(stream)" in value:
        f.say(not {"/F", "/FFilter", "/FDecodeParms"} & set(value), f"{name}: dòng dữ liệu ở tệp khác")
    f.say(value.get("/S") not in FORBIDDEN_ACTIONS or value.get("/Type") == "/StructElem", f"{name}: hành động {value.get('/S')}")
    for key in FORBIDDEN_KEYS & set(value):
        f.say(False, f"{name}: có {key}")
    f.say(value.get("/Type") != "/Annot", f"{name}: có chú thích")
    f.say(value.get("/Subtype") not in ("/Image", "/PS") or not value.get("/Interpolate"), f"{name}: ảnh bị nội suy")
    check_font(f, name, value)
    for one in value.values():
        check_object(f, name, one)


def check(pdf):
    f = File(pdf)
    check_frame(f)
    check_catalog(f)
    for name, value in f.all.items():
        check_object(f, name, value)
    for page in (v for v in f.all.values() if isinstance(v, dict) and v.get("/Type") == "/Page"):
        f.say("/Group" not in page, "trang có độ trong suốt")
    return f.faults


# what is replaced in the file laid open, by as many bytes, and what is to be said of it
SPOILT = [(b"<pdfaid:part>2", b"<pdfaid:part>3", "PDF/A-2u"), (b"/Lang (vi)", b"/Lang (en)", "/Lang"),
          (b"/GTS_PDFA1", b"/GTS_PDFX1", "OutputIntent"), (b"/ToUnicode", b"/ToUnicodf", "Unicode"),
          (b"/FontFile", b"/FontFilf", "không nhúng"), (b"/DisplayDocTitle", b"/DisplayDocTitlf", "tên văn bản"),
          (b"/OutputIntents", b"/OutputIntentz", "OutputIntent"), (b"/Metadata ", b"/Metadatz ", "thiếu XMP"),
          (b"/Widths", b"/Widthz", "bề rộng"), (b"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">K",
                                                b"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">X", "dc:title"),
          (b"/PageMode", b"/Requirements", "/Requirements"), (b"/S /GoTo", b"/S /GoToR", "/GoToR")]


def check_faults(pdf):
    unseen = 0
    with tempfile.TemporaryDirectory() as where:
        spoilt, whole = os.path.join(where, "s.pdf"), os.path.join(where, "w.pdf")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--newline-before-endstream", pdf, whole], check=True)
        with open(whole, "rb") as file:
            content = file.read()
        for old, new, words in SPOILT:
            with open(spoilt, "wb") as file:
                file.write(content.replace(old, new))
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                check(spoilt)
            if old in content and words not in said.getvalue():
                print(f"không thấy lỗi: {old.decode()}")
                unseen += 1
    return unseen


if __name__ == "__main__":
    if sys.argv[1] == "--faults":
        sys.exit(1 if check(sys.argv[2]) + check_faults(sys.argv[2]) else 0)
    sys.exit(1 if sum([check(pdf) for pdf in sys.argv[1:]]) else 0)
