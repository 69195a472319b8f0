"""Documents that carry their source, taken in again: sources.py KHCT WORK PLAN…
With --resave as the first plan LibreOffice saves each document again, and a changed one, before.

What comes back is the source, to the letter, where the document has its words; what somebody changed
in the document is told of and, when asked for, taken over; what shows one thing and carries another
never yields what it carries.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape, unescape

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
from tally import check, finish, limits

KHCT, WORK, PLANS = sys.argv[1], sys.argv[2], sys.argv[3:]
CARRIED, MAIN = "customXml/item1.xml", "word/document.xml"
os.makedirs(WORK, exist_ok=True)


def khct(*arguments):
    return subprocess.run([KHCT, *arguments], capture_output=True, text=True, preexec_fn=limits)


def read(path):
    with open(path, "rb") as f:
        return f.read()


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(content if isinstance(content, bytes) else content.encode())
    return path


def build(plan, document):
    done = khct("build", "-q", "-W", "no-error", "-t", "docx", "--kemnguon", "-o", document, plan)
    return done


def changed(source, name, **parts):
    """A copy of the document with other parts: text, or a function of the old text; None: left out."""
    out = os.path.join(WORK, name + ".docx")
    short = {"document": MAIN, "carried": CARRIED}
    names = {short.get(k, k): v for k, v in parts.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part).decode()
            edit = names.get(part, lambda t: t)
            text = edit(text) if callable(edit) else edit
            if text is not None:
                new.writestr(part, text)
    return out


def take_in(name, document, *options):
    """Exit status, what was said, and the source (of several files: by name)."""
    out = os.path.join(WORK, name + ".khct")
    for old in (out, out[:-len(".khct")]):
        shutil.rmtree(old, ignore_errors=True)
        if os.path.exists(old):
            os.remove(old)
    done = khct("import", "-o", out, *options, document)
    if os.path.isdir(out[:-len(".khct")]):
        folder = out[:-len(".khct")]
        files = {os.path.relpath(os.path.join(at, f), folder): read(os.path.join(at, f)).decode()
                 for at, _, names in os.walk(folder) for f in names}
        return done.returncode, done.stderr, files
    return done.returncode, done.stderr, read(out).decode() if os.path.exists(out) else None


# --- what comes back ---

def round_trip(plan):
    name = os.path.basename(plan)[:-len(".khct")]
    document = os.path.join(WORK, name + ".docx")
    if build(plan, document).returncode != 0:
        check(name, b"\xe2\x80\xae" in read(plan) or re.search(rb"[\x00-\x08]", read(plan)), "cannot be built with its source")
        return
    for options in ((), ("--laysua",)):
        status, said, back = take_in(name, document, *options)
        check(name, status == 0 and "KH8040" in said and said.count("[KH804") == 1, "status %d: %s" % (status, said))
        if isinstance(back, dict):
            check(name, back[os.path.basename(plan)] == read(plan).decode(), "is not as it was")
            for other, text in back.items():
                check(name, text == read(os.path.join(os.path.dirname(plan), other)).decode(), "%s is not as it was" % other)
        else:
            check(name, back == read(plan).decode(), "is not as it was")


# --- what somebody changed ---

PLAN = """# Chú thích riêng của trường: không in ra.
dung danhmuc tt18_2018;
dung mau cv5932;

truong <
  ten     Trường THCS Bến Mơ;
  cap     thcs;
  captren UBND phường Bến Mơ;
  diadanh Bến Mơ;
>

kehoach <
  so       12/KH-THCSBM;
  ngay     05/9/2023;
  trichyeu Cải tiến chất lượng giáo dục;
  namhoc   2023-2024;
>

phan mucdich <
  doan Nhà trường giữ vững những điều đã đạt
       và sửa từng điểm còn yếu; # lời riêng
  gach Mỗi tổ chọn một việc;
  gach Mỗi việc có người chịu trách nhiệm\\; không ai đứng ngoài;
>

tieuchi 1.7 muc 2 <
  viec Bồi dưỡng giáo viên < # việc chính
    giaiphap Mở hai lớp buổi tối; # lớp ở phòng họp
    chutri   Phó hiệu trưởng;
    thoigian tháng 10/2023;
    kinhphi  5 triệu đồng, ngân sách;
  >
  viec Dự giờ chéo <
    giaiphap Mỗi tháng hai tiết;
    chutri   Tổ trưởng chuyên môn;
    thoigian tháng 11/2023;
  >
>
tieuchi 2.1 muc 2 <
  giaiphap Sửa nội quy;
  chutri   Hiệu trưởng;
  thoigian tháng 12/2023;
>

noinhan <
  noi Phòng GDĐT (để báo cáo);
  noi Lưu: VT;
>

chuky <
  chucvu Hiệu trưởng;
  hoten  Vũ Thị Lụa;
>
"""


def swap(old, new):
    """Another text in the document, once."""
    def edit(xml):
        check(old, xml.count(escape(old)) == 1, "stands %d times in the document" % xml.count(escape(old)))
        return xml.replace(escape(old), escape(new))
    return edit


def paragraph_of(xml, words):
    return next(p for p in re.findall(r"<w:p>.*?</w:p>", xml) if escape(words) in p)


def row_of(xml, words):
    return next(r for r in re.findall(r"<w:tr>(?:(?!<w:tr>).)*?</w:tr>", xml) if escape(words) in r)


# a name, the words in the document, before and after; in the source, before and after (None: not taken)
EDITS = [
    ("o", "Mở hai lớp buổi tối", "Mở ba lớp cuối tuần", "Mở hai lớp buổi tối;", "Mở ba lớp cuối tuần;"),
    ("o-nhan", "Phó hiệu trưởng", "Phó hiệu trưởng; Tổ trưởng tổ Văn", "Phó hiệu trưởng;", "Phó hiệu trưởng; Tổ trưởng tổ Văn;"),
    ("o-dau", "Mỗi tháng hai tiết", "Mỗi tháng < ba tiết # \\ >", "Mỗi tháng hai tiết;", "Mỗi tháng < ba tiết # \\ \\>;"),
    ("tien", "5 triệu đồng", "7 triệu đồng", "5 triệu đồng", "7 triệu đồng"),
    ("thoigian", "tháng 12/2023", "tháng 01/2024", "tháng 12/2023", "tháng 01/2024"),
    ("viec", "Dự giờ chéo", "Dự giờ và góp ý", "viec Dự giờ chéo <", "viec Dự giờ và góp ý <"),
    ("doan", "sửa từng điểm còn yếu", "mạnh dạn sửa từng điểm yếu", "sửa từng điểm còn yếu;", "mạnh dạn sửa từng điểm yếu;"),
    ("gach", "Mỗi tổ chọn một việc", "Mỗi tổ chọn hai việc", "Mỗi tổ chọn một việc", "Mỗi tổ chọn hai việc"),
    ("thoat", "không ai đứng ngoài", "không ai\u00a0ngoài cuộc", "trách nhiệm\\; không ai đứng ngoài;", "trách nhiệm; không ai ngoài cuộc;"),
    ("trichyeu", "Cải tiến chất lượng giáo dục", "Nâng cao chất lượng giáo dục", "Cải tiến chất lượng giáo dục;", "Nâng cao chất lượng giáo dục;"),
    ("truong", "TRƯỜNG THCS BẾN MƠ", "TRƯỜNG THCS BẾN MỚI", "Trường THCS Bến Mơ;", "Trường THCS Bến Mới;"),
    ("noi", "- Phòng GDĐT (để báo cáo)", "- Phòng VHXH (để báo cáo)", "noi Phòng GDĐT", "noi Phòng VHXH"),
    ("ky", "Vũ Thị Lụa", "Vũ Thị Lụa Hồng", "hoten  Vũ Thị Lụa;", "hoten  Vũ Thị Lụa Hồng;"),
    ("so", "Số: 12/KH-THCSBM", "Số: 21/KH-THCSBM", "12/KH-THCSBM", "21/KH-THCSBM"),
    ("ngay", "Bến Mơ, ngày 05 tháng 9 năm 2023", "Bến Mơ, ngày 18 tháng 9 năm 2023", "05/9/2023", "ngày 18 tháng 9 năm 2023"),
]


def hold_edits():
    plan = write(os.path.join(WORK, "sua", "ke-hoach.khct"), PLAN)
    document = os.path.join(WORK, "sua.docx")
    done = build(plan, document)
    check("sua", done.returncode == 0, done.stderr)
    again = os.path.join(WORK, "sua-lan-nua.docx")
    check("sua", build(plan, again).returncode == 0 and read(document) == read(again), "another document the second time")
    for name, old, new, source, wanted in EDITS:
        edited = changed(document, "sua-" + name, document=swap(old, new))
        status, said, back = take_in("sua-" + name, edited)
        line = 1 + PLAN[:PLAN.index(source)].count("\n")
        check(name, status == 0 and "KH8041" in said and "--laysua" in said and "KH8040" not in said, "status %d: %s" % (status, said))
        check(name, "ke-hoach.khct:%d:" % line in said or wanted is None, "the place is not said: %s" % said)
        check(name, "Chú thích riêng" not in back and new.split()[-1].strip(">").lower() in back.lower(), "the plan is not of what is shown")
        status, said, back = take_in("sua-" + name, edited, "--laysua")
        if wanted is not None:
            want = PLAN.replace(source, wanted)
            check(name, back == want, "is\n%s" % "\n".join(sorted(set(back.splitlines()) ^ set(want.splitlines()))))
            check(name, status == 0 and said.count("[KH8042]") == 1 and "KH8041" not in said, "status %d: %s" % (status, said))
        again = os.path.join(WORK, "sua-lai.docx")
        build(os.path.join(WORK, "sua-%s.khct" % name), again)
        with zipfile.ZipFile(edited) as a, zipfile.ZipFile(again) as b:
            shown = [re.sub(r"<[^>]*>", "", z.read(MAIN).decode().replace("</w:p>", "\n")).replace("\u00a0", " ") for z in (a, b)]
        if status == 0:
            check(name, shown[0] == shown[1], "the source does not give what the document shows")


def hold_rows():
    """Whole rows and paragraphs that come and go are told of, and left."""
    document = os.path.join(WORK, "sua.docx")

    def without_row(xml):
        return xml.replace(row_of(xml, "Dự giờ chéo"), "")

    def with_row(xml):
        row = row_of(xml, "Sửa nội quy")
        return xml.replace(row, row + row.replace("Sửa nội quy", "Trồng thêm cây").replace("2.1", "2.2"))

    def without_paragraph(xml):
        return xml.replace(paragraph_of(xml, "Mỗi tổ chọn một việc"), "")

    def with_paragraph(xml):
        p = paragraph_of(xml, "Nhà trường giữ vững")
        return xml.replace(p, p + "<w:p><w:r><w:t>Lời của cha mẹ học sinh.</w:t></w:r></w:p>")

    for name, edit, words in (("hang-bot", without_row, "Dự giờ chéo"), ("hang-them", with_row, "Trồng thêm cây"),
                              ("doan-bot", without_paragraph, "Mỗi tổ chọn một việc"), ("doan-them", with_paragraph, "Lời của cha mẹ")):
        edited = changed(document, name, document=edit)
        status, said, back = take_in(name, edited)
        check(name, status == 0 and "KH8041" in said and words in said, "status %d: %s" % (status, said))
        check(name, ("Lời của" in name) or (words in back) == ("them" in name), "is not of what is shown")
        status, said, back = take_in(name, edited, "--laysua")
        check(name, status == 1 and words in said and "tự sửa ở nguồn" in said and back == PLAN, "status %d: %s" % (status, said))

    def several(xml):
        for old, new in (("Mở hai lớp buổi tối", "Mở ba lớp"), ("Sửa nội quy", "Sửa nội quy cho gọn"),
                         ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XHCN VIỆT NAM"),
                         ("Tiêu chí 2.1", "Tiêu chí 2.4"), ("tháng 11/2023", "tháng 13/2023")):
            xml = xml.replace(old, new)
        return without_row(with_row(xml)) if "Trồng" in xml else with_paragraph(xml)

    edited = changed(document, "nhieu", document=several)
    status, said, back = take_in("nhieu", edited, "--laysua")
    want = PLAN.replace("Mở hai lớp buổi tối", "Mở ba lớp").replace("Sửa nội quy", "Sửa nội quy cho gọn").replace("tháng 11/2023", "tháng 13/2023")
    check("nhieu", back == want, "is\n%s" % "\n".join(sorted(set(back.splitlines()) ^ set(want.splitlines()))))
    check("nhieu", status == 1 and said.count("KH8042") == 3 and "XHCN" in said and "Tiêu chí 2.4" in said and "Lời của cha mẹ" in said,
          "status %d: %s" % (status, said))
    for option in ([], ["--laysua"]): # the place, too, in the language of the message
        said = khct("import", "--lang", "en", "-o", "-", edited, *option).stderr
        check("nhieu", ("table 1, row" in said or "paragraph" in said) and not re.search("bảng [0-9]|hàng [0-9]|đoạn [0-9]", said), said)


def hold_several_files():
    """A plan of several files goes to a new folder; a change goes to the file that it is in."""
    plan = write(os.path.join(WORK, "bo", "nam-2023", "ke-hoach.khct"), PLAN.replace(
        "noinhan <\n  noi Phòng GDĐT (để báo cáo);\n  noi Lưu: VT;\n>", 'dung "../chung/noi-nhan.khct";'))
    write(os.path.join(WORK, "bo", "chung", "noi-nhan.khct"), "# ai nhận\r\nnoinhan <\r\n  noi Phòng GDĐT (để báo cáo);\r\n  noi Lưu: VT;\r\n>\r\n")
    document = os.path.join(WORK, "bo.docx")
    done = khct("build", "-q", "-W", "no-error", "--root", os.path.join(WORK, "bo"), "-t", "docx", "--kemnguon", "-o", document, plan)
    check("bo", done.returncode == 0, done.stderr)
    with zipfile.ZipFile(document) as z:
        carried = z.read(CARRIED).decode()
    check("bo", re.findall('ten="([^"]*)"', carried) == ["nam-2023/ke-hoach.khct", "chung/noi-nhan.khct"] and WORK not in carried, "names")
    shutil.rmtree(os.path.join(WORK, "bo-lai"), ignore_errors=True)
    edited = changed(document, "bo-lai", document=swap("- Phòng GDĐT (để báo cáo)", "- Phòng VHXH (để báo cáo)"))
    status, said, back = take_in("bo-lai", edited, "--laysua")
    check("bo", status == 0 and isinstance(back, dict) and back["chung/noi-nhan.khct"] == read(os.path.join(WORK, "bo", "chung", "noi-nhan.khct")).decode().replace("GDĐT (", "VHXH ("),
          "status %d: %s %s" % (status, said, back))
    check("bo", "chung/noi-nhan.khct:3:" in said and "--root" in said, said)
    folder = os.path.join(WORK, "bo-lai")
    checked = khct("check", "--root", folder, os.path.join(folder, "nam-2023", "ke-hoach.khct"))
    check("bo", "KH8003" not in checked.stderr and "KH8001" not in checked.stderr, checked.stderr)
    again = khct("import", "-o", os.path.join(WORK, "bo-lai.khct"), edited, "--laysua")
    check("bo", again.returncode == 2, "a folder that is there is written into: %d" % again.returncode)
    done = khct("import", "-o", "-", document)
    check("bo", done.returncode == 2 and done.stdout == "" and "nhiều tệp" in done.stderr, done.stderr)


# --- what is not to be believed ---

def nguon(*files):
    return '<?xml version="1.0" encoding="UTF-8"?><nguon xmlns="urn:khct:nguon:1">%s</nguon>' % "".join(
        '<tep ten="%s" xml:space="preserve">%s</tep>' % (escape(name, {'"': "&quot;"}), escape(text)) for name, text in files)


def hold_forged():
    document = os.path.join(WORK, "sua.docx")
    other = PLAN.replace("Mở hai lớp", "Mua hai chiếc xe").replace("Sửa nội quy", "Bỏ nội quy")
    foreign = read(os.path.abspath(PLANS[0])).decode() if PLANS else other
    with zipfile.ZipFile(document) as z:
        carried = z.read(CARRIED).decode()
    forged = {
        "ra-ngoai": (nguon(("../ke-hoach.khct", PLAN)), "KH8043"),
        "goc": (nguon(("/etc/ke-hoach.khct", PLAN)), "KH8043"),
        "o-dia": (nguon(("C:\\ke-hoach.khct", PLAN)), "KH8043"),
        "thiet-bi": (nguon(("con.khct", PLAN)), "KH8043"),
        "an": (nguon((".git/ke-hoach.khct", PLAN)), "KH8043"),
        "duoi": (nguon(("ke-hoach.sh", PLAN)), "KH8043"),
        "hai-ten": (nguon(("a.khct", PLAN), ("a.khct", PLAN)), "KH8043"),
        "thua": (nguon(("a.khct", PLAN), ("b.khct", "# thừa\n")), "KH8043"),
        "rong": (nguon(), "KH8043"),
        "khong-phai": (nguon(("a.khct", "<?php echo 1; ?>")), "KH8043"),
        "doc-ngoai": (nguon(("a.khct", PLAN + 'dung "../../etc/passwd";\n')), "KH8043"),
        "lech": (nguon(("a.khct", other)), "KH8041"),
        "khac": (nguon(("a.khct", foreign)), "KH8043"),
        "hong": (carried[:-40], "KH8043"),
        "khong-utf8": (carried.replace("Trường", "Tr\udcff", 1).encode("utf-8", "surrogateescape"), "KH8043"),
        "thuc-the": (carried.replace("<nguon", '<!DOCTYPE nguon [<!ENTITY a "b">]><nguon', 1), "KH8043"),
        "long": (carried.replace("</tep>", "<tep ten='x.khct'/></tep>", 1), "KH8043"),
        "nhieu-tep": (nguon(*(("%d.khct" % i, "") for i in range(2000))), "KH8043"),
        "lon": (nguon(("a.khct", PLAN + "#" * (65 << 20))), "KH8043"),
    }
    for name, (part, code) in forged.items():
        made = changed(document, "gia-" + name, carried=part if isinstance(part, bytes) else (lambda t, p=part: p))
        for options in ((), ("--laysua",)):
            status, said, back = take_in("gia-" + name, made, *options)
            wanted = "KH8042" if name == "lech" and options else code
            check(name, wanted in said and "KH8040" not in said, "%s is not said: status %d: %s" % (code, status, said))
            if code == "KH8043" or not options:
                check(name, "Chú thích riêng" not in back and "Mua hai chiếc xe" not in back and "Mở hai lớp" in back, "the carried thing is taken")
            else: # it is the document's words again
                check(name, "Mua hai chiếc xe" not in back and "Mở hai lớp" in back, "the carried thing is taken")

    def hidden(xml):
        return xml.replace("<w:t xml:space=\"preserve\">Mở hai lớp", "<w:rPr><w:vanish/></w:rPr><w:t xml:space=\"preserve\">Mở hai lớp")
    status, said, back = take_in("chu-an", changed(document, "chu-an", document=hidden))
    check("chu-an", "KH8043" in said and "Chú thích riêng" not in back, said)

    two = os.path.join(WORK, "hai-nguon.docx")
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(two, "w") as new:
        for part in old.namelist():
            text = old.read(part).decode()
            if part.endswith("document.xml.rels"):
                text = text.replace("</Relationships>", re.search(r'<Relationship Id="nguon".*?/>', text).group(0).replace('"nguon"', '"nguon2"').replace("item1", "item2") + "</Relationships>")
            new.writestr(part, text)
        new.writestr("customXml/item2.xml", carried)
    status, said, back = take_in("hai-nguon", two)
    check("hai-nguon", "KH8043" in said and "Chú thích riêng" not in back, said)

    whole = read(document)
    with zipfile.ZipFile(document) as z:
        at = z.getinfo(CARRIED).header_offset + 60
    broken = write(os.path.join(WORK, "be.docx"), whole[:at] + bytes(b ^ 0x5A for b in whole[at:at + 40]) + whole[at + 40:])
    status, said, back = take_in("be", broken)
    check("be", status == 0 and "KH8043" in said and "Chú thích riêng" not in back, said)

    bare = os.path.join(WORK, "khong-nguon.docx")
    khct("build", "-q", "-t", "docx", "-o", bare, os.path.join(WORK, "sua", "ke-hoach.khct"))
    status, said, back = take_in("khong-nguon", bare, "--laysua")
    check("khong-nguon", status == 0 and "KH8043" in said and back is not None, said)


def hold_refusals():
    """What cannot go along is said, and nothing is written."""
    plan = os.path.join(WORK, "sua", "ke-hoach.khct")
    for form in ("html", "pdf", "xlsx", "json", "jsonl", "all"):
        out = os.path.join(WORK, "ra." + form)
        done = khct("build", "-t", form, "--kemnguon", *(() if form == "all" else ("-o", out)), plan)
        check(form, done.returncode == 2 and "--kemnguon" in done.stderr and not os.path.exists(out), done.stderr)
    out = os.path.join(WORK, "ra.docx")
    for name, text, more in (("ke-hoach.txt", PLAN, {}), ("dau/.ke-hoach.khct", PLAN, {}), ("chieu.khct", PLAN.replace("riêng", "ri\u202eêng"), {}),
                             ("duong.khct", PLAN + 'dung "sau/../khac.khct";\n', {"khac.khct": "# khác\nviettat X xin;\n", "sau/x": ""}),):
        here = write(os.path.join(WORK, "tu-choi", name), text)
        for file, content in more.items():
            write(os.path.join(WORK, "tu-choi", file), content)
        done = khct("build", "-q", "-W", "no-error", "-t", "docx", "--kemnguon", "-o", out, here)
        if name == "duong.khct":
            check(name, done.returncode == 0, done.stderr)
            os.remove(out)
        else:
            check(name, done.returncode == 1 and "KH8013" in done.stderr and not os.path.exists(out), "%d %s" % (done.returncode, done.stderr))




def resave(documents):
    """The documents as LibreOffice saves them, in a folder of their own."""
    folder = os.path.join(WORK, "luu-lai")
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["soffice", "-env:UserInstallation=file://" + os.path.abspath(os.path.join(WORK, "ho-so")).replace(" ", "%20"), "--headless",
                    "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, *documents], capture_output=True)
    return [os.path.join(folder, os.path.basename(document)) for document in documents]


def hold_resaved(plans):
    documents = []
    for plan in plans:
        documents.append(os.path.join(WORK, os.path.basename(plan)[:-len(".khct")] + ".docx"))
        check(plan, build(plan, documents[-1]).returncode == 0, "cannot be built with its source")
    plan = write(os.path.join(WORK, "sua", "ke-hoach.khct"), PLAN)
    build(plan, os.path.join(WORK, "sua.docx"))
    documents.append(changed(os.path.join(WORK, "sua.docx"), "sua-luu", document=swap("Sửa nội quy", "Viết lại nội quy")))
    again = resave(documents)
    for plan, document in zip(plans, again):
        status, said, back = take_in(os.path.basename(document)[:-len(".docx")], document)
        text = back[os.path.basename(plan)] if isinstance(back, dict) else back
        check(document, status == 0 and "KH8040" in said and text == read(plan).decode(), "status %d: %s" % (status, said))
    status, said, back = take_in("sua-luu", again[-1], "--laysua")
    check("sua-luu", status == 0 and back == PLAN.replace("Sửa nội quy", "Viết lại nội quy"), "status %d: %s" % (status, said))


if PLANS[:1] == ["--resave"]:
    hold_resaved(PLANS[1:])
    finish("sources")
for each in PLANS:
    round_trip(os.path.abspath(each))
hold_edits()
hold_rows()
hold_several_files()
hold_forged()
hold_refusals()
finish("sources")
