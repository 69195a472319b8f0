#!/usr/bin/env python3
"""Does measure.py see what it is there to see? Each fault is put into a document or the class,
the document is compiled, and measure.py has to say the words that belong to the fault.

    faults.py FILE.tex...  documents of khct's commands, with wide tables of several pages and cells
                           over several rows; each fault has to be seen in one of them
"""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CLASS = os.path.join(HERE, "..", "..", "stdlib", "latex", "khct.cls")

# what is wrong, where, what is replaced by what, what has to be said
FAULTS = [
    ("heading rows do not repeat", "class", r"\copy\khct@bdau", r"\box\khct@bdau", "thiếu ô tiêu đề"),
    ("rows are torn", "class", r"\ifdim\khct@cao>\khct@day", r"\dimen4=30bp \ifdim\khct@cao>30bp", "hàng bị xé"),
    ("text is wider than its cell", "class", r"-\khct@net-2\khct@le\relax" + "\n", r"+25bp\relax" + "\n", "đè lên đường kẻ"),
    ("the rule under the motto is short", "class", r"\khct@ke{\dimen@}{\khct@nuaphai}", r"\khct@ke{.8\dimen@}{\khct@nuaphai}",
     "đường kẻ dưới tiêu ngữ dài"),
    ("the rule under the body is long", "class", r"\dimen@=.42\khct@canrong", r"\dimen@=.9\khct@canrong\khct@cancuoi2\khct@canrong",
     "đường kẻ dưới cơ quan ban hành bằng"),
    ("the binding edge is narrow", "class", r"\def\khct@trai{31mm}", r"\def\khct@trai{26mm}", "lề trái"),
    ("turned pages keep the upright margins", "class", r"{\khct@trai}{\khct@tren}{\khct@phai}{\khct@duoi}}",
     r"{\khct@tren}{\khct@phai}{\khct@duoi}{\khct@trai}}", "lề trên"),
    ("page 1 has a number", "class", r"\ifnum\c@page=1 \else", r"\ifnum\c@page=0 \else", "trang 1: có chữ ở lề trên"),
    ("other pages have none", "class", r"\ifnum\c@page=1 \else", r"\ifnum\c@page>0 \else", "0 số trang"),
    ("the national name is broken", "class", r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM}", r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA}",
     "quốc hiệu không đứng trọn"),
    ("the kind is in small letters", "page", "{KẾ HOẠCH}", "{Kế hoạch}", "không thấy tên loại"),
    ("a heading stands at the foot", "class", r"\khct@cachcho \unvbox\khct@cho \nobreak",
     r"\khct@cachcho \unvbox\khct@cho \ifnum\khct@somuc=3 \newpage\fi", "ở cuối trang"),
    ("a cell over several rows is not said again", "class", r"\setbox\khct@hop0\khct@c\copy\khct@hop{#1}\khct@c \@tempcnta\z@",
     r"", "không được nhắc lại"),
    ("a page is white by half", "page", r"\khctphan{II}", r"\newpage\khctphan{II}", ": trống"),
    ("the signature stands alone", "page", r"\khctky", r"\newpage\khctky", "chỉ có nơi nhận"),
    ("a paragraph is missing", "page", r"\khctketthuc", "", "thiếu chữ"),
    ("two paragraphs change places", "swap", "khctdoan", "", "không đúng thứ tự"),
    ("a cell's text stands in the next cell", "page", "}\n\\khcto{Hiệu trưởng", " Hiệu trưởng}\n\\khcto{", "ô không thấy trọn"),
]


def swapped(text, name):
    """the first two paragraphs of a document in each other's place"""
    one, two = re.findall(r"(?m)^\\" + name + r"\{.*\}$", text)[:2]
    return text.replace(one, "\0", 1).replace(two, one, 1).replace("\0", two, 1)


def measure(document, page, class_, where):
    for name, content in (("khct.cls", class_), ("plan.tex", page)):
        with open(os.path.join(where, name), "w", encoding="utf-8") as file:
            file.write(content)
    subprocess.run(["pdflatex", "-no-shell-escape", "-interaction=batchmode", "plan.tex"], cwd=where,
                   stdout=subprocess.DEVNULL, check=False)
    result = subprocess.run([sys.executable, os.path.join(HERE, "measure.py"), "--tex", document, "plan.pdf"],
                            cwd=where, stdout=subprocess.PIPE, check=False)
    return result.stdout.decode()


def spoil(page, class_, fault):
    """document and class with the fault in; None where there is nothing to spoil"""
    _, kind, old, new, _ = fault
    if kind == "swap":
        return swapped(page, old), class_
    if old not in (page if kind == "page" else class_):
        return None
    return (page.replace(old, new, 1), class_) if kind == "page" else (page, class_.replace(old, new))


def main(documents):
    with open(CLASS, encoding="utf-8") as file:
        class_ = file.read()
    unseen = list(FAULTS)
    with tempfile.TemporaryDirectory() as where:
        for document in map(os.path.abspath, documents):
            with open(document, encoding="utf-8") as file:
                page = file.read()
            said = measure(document, page, class_, where)
            if " 0 lỗi" not in said:
                print(f"{document} itself is not right:\n" + said)
                return 1
            for fault in list(unseen):
                spoilt = spoil(page, class_, fault)
                if spoilt and fault[-1] in measure(document, *spoilt, where):
                    unseen.remove(fault)
    for fault in unseen:
        print(f"{fault[0]}: not seen, or nothing to spoil any more (then mend faults.py)")
    print(f"{len(FAULTS)} faults, {len(unseen)} not seen")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
