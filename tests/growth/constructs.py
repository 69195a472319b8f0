"""Plans that are made of one construct: constructs.py NAME BYTES > plan.khct; without arguments the names.

A row of CONSTRUCTS is what stands before, a function that gives the n-th piece, and what stands behind.
"""
import sys

HEAD = """dung danhmuc tt18_2018;
dung mau giaidoan5cot;
truong < ten Trường THCS Hoa Mai; cap thcs; captren UBND phường An Bình; diadanh An Bình; >
kehoach < so 14/KH-THCSHM; ngay 14/8/2023; trichyeu Cải tiến chất lượng giáo dục; namhoc 2023-2024; >
"""
TAIL = "\nnoinhan < noi Lưu: VT; >\nchuky < chucvu Hiệu trưởng; >\n"
WORDS = ("nhà trường rà soát phân công chuyên môn của từng tổ và bổ sung sách tham khảo cho thư viện phối hợp với cha mẹ "
         "học sinh giữ vệ sinh sân trường tham mưu với chính quyền địa phương về cơ sở vật chất").split()
LETTERS = "bcdghklmnprstvx"


def word(n):
    return WORDS[n * 7 % len(WORDS)]


def prose(n, words=12):
    return " ".join(word(n * 5 + i * i) for i in range(words)) + " đợt %d" % n


def capitals(n):
    """A word of capitals, another one for each n."""
    out = ""
    for _ in range(6):
        out += LETTERS[n % 15]
        n //= 15
    return out.upper()


def alike(n):
    """A long word that begins and ends like all others."""
    return "nghieng" + "l" + capitals(n).lower() + "ngnghieng"


def field(before, piece, behind):
    return (HEAD + before, piece, behind + TAIL)



def own(keyword, piece, behind):
    """Pieces of a value of the plan's own block."""
    head = HEAD.split("kehoach")[0]
    return (head + "kehoach < namhoc 2023-2024; %s " % keyword, piece, behind + " >\n" + TAIL)


def own_catalogue(before, piece, behind):
    head = HEAD.replace("tt18_2018", "d", 1)
    return (head + "danhmuc d < ten D; cap thcs; muccaonhat 2;\n" + before, piece, behind + TAIL)


def own_template(before, piece, behind):
    head = HEAD.replace("giaidoan5cot", "m", 1)
    return (head + "mau m < ten M;\n" + before, piece, behind + TAIL)


def task(piece, name="giaiphap", behind=";"):
    """Pieces of one value of a task."""
    return field("tieuchi 1.1 muc 2 <\n  %s " % name, piece, behind + "\n>\n")


CRITERION = ["%d.%d" % (s, c) for s, most in ((1, 10), (2, 4), (3, 6), (4, 2), (5, 6)) for c in range(1, most + 1)]

CONSTRUCTS = {
    "words-alike": task(lambda n: alike(n) + " "),
    # text
    "text": task(lambda n: prose(n) + ("\n    " if n % 2 else ", ")),
    "line": task(lambda n: prose(n) + ", "),
    "word": task(lambda n: "abcdefgh"),
    "syllables": task(lambda n: "thưc%s " % capitals(n).lower()),
    "paragraphs": task(lambda n: "\n\n    " + prose(n)),
    "same-paragraphs": task(lambda n: "\n\n    " + prose(1)),
    "items": task(lambda n: "\n    - " + prose(n, 4)),
    "subitems": task(lambda n: "\n    + " + prose(n, 4)),
    "full-stops": task(lambda n: "........"),
    "spaced-full-stops": task(lambda n: " . . . ."),
    "commas": task(lambda n: ", , ,,"),
    "brackets": task(lambda n: "(((((([["),
    "bracket-words": task(lambda n: "(%s " % word(n)),
    "closing-brackets": task(lambda n: "%s) " % word(n)),
    "quotes": task(lambda n: "“%s ”“ " % word(n)),
    "straight-quotes": task(lambda n: '%s "%s" ' % (word(n), word(n + 1))),
    "capitals": task(lambda n: capitals(n) + " "),
    "capitals-open": task(lambda n: "%s (%s " % (capitals(n), word(n))),
    "signs-in-word": task(lambda n: "%s,Ba.Bo:" % capitals(n).lower()),
    "capitals-in-word": task(lambda n: capitals(n) + "-"),
    "joined-capitals": task(lambda n: capitals(n) + "&"),
    "explained-capitals": task(lambda n: "%s (%s) " % (prose(n, 4), capitals(n))),
    "legacy": task(lambda n: "Tr-êng h-äc %s " % word(n)),
    "legacy-paragraphs": task(lambda n: "\n\n   Tr-êng h-äc c¬ së thùc hiÖn ®ît %d." % n),
    "tones": task(lambda n: "hòa hoà thủy thuỷ "),
    "nfd": task(lambda n: "tru\u031bo\u031b\u0300ng ho\u0323c "),
    "marks": task(lambda n: "\u0301\u0323\u0302\u031b"),
    "marks-apart": task(lambda n: "a\u0323\u0301\u0302\u031b\u0301 "),
    "emoji": task(lambda n: "\U0001F600\u200d"),
    "digits": task(lambda n: "12345678"),
    "numbers": task(lambda n: "%d. " % n),
    "lettered": task(lambda n: "\n\n   %d. %s" % (n, prose(n, 4))),
    "addresses": task(lambda n: "https://vi.du/%d?a=b&c=d " % n),
    "backslashes": task(lambda n: "\\; \\< \\\\ \\"),
    "semicolons": task(lambda n: "%s; " % word(n)),
    "semicolon-lines": task(lambda n: "\n   %s;" % prose(n, 4)),
    "less-than": task(lambda n: "%s < " % word(n)),
    "greater-than": task(lambda n: "> %s " % word(n)),
    "row-of-less": task(lambda n: "<<<<<<<<"),
    "row-of-greater": task(lambda n: ">>>>>>>>"),
    "hashes": task(lambda n: " # %s" % word(n)),
    "hash-row": task(lambda n: "########"),
    "row-of-quotes": task(lambda n: '"""'),
    "row-of-semicolons": task(lambda n: ";;;;;;;;"),
    "spaces": task(lambda n: "        "),
    "tabs": task(lambda n: "\t\t\t\t"),
    "empty-lines": task(lambda n: "\n\n\n\n"),
    "hard-spaces": task(lambda n: "\u00a0\u00a0"),
    "placeholders": task(lambda n: "(điền %s) " % word(n)),
    "controls": task(lambda n: "a\x01\x02 "),
    "keywords": task(lambda n: "muc tieuchi giaiphap "),
    "keyword-lines": task(lambda n: "\n  mục tiêu %s" % word(n)),
    "quoted": field('tieuchi 1.1 muc 2 <\n  giaiphap """', lambda n: prose(n) + "; > < # \n", '""";\n>\n'),
    "never-closed": field('tieuchi 1.1 muc 2 <\n  giaiphap """', lambda n: prose(n) + ";\n", ""),
    "many-never-closed": field("tieuchi 1.1 muc 2 <\n", lambda n: '  giaiphap """%s;\n' % prose(n, 4), ">\n"),
    "quoted-values": field("tieuchi 1.1 muc 2 <\n", lambda n: '  giaiphap """%s""";\n' % prose(n, 4), ">\n"),
    "quoted-line": field("truong < ", lambda n: 'noi """%s"""; ' % prose(n, 4), ">\n"),
    "comments": field("", lambda n: "# %s\n" % prose(n), ""),
    "comment": field("# ", lambda n: prose(n), "\n"),
    "field-comments": field("tieuchi 1.1 muc 2 <\n", lambda n: "  giaiphap %s; # %s\n" % (prose(n, 4), prose(n, 4)), ">\n"),
    # fields and blocks
    "measures": field("tieuchi 1.1 muc 2 <\n", lambda n: "  giaiphap %s;\n" % prose(n), ">\n"),
    "indicators": field("tieuchi 1.1 muc 2 <\n", lambda n: "  chiso %s;\n" % prose(n, 4), ">\n"),
    "field-again": field("tieuchi 1.1 muc 2 <\n", lambda n: "  chutri Hiệu trưởng;\n", ">\n"),
    "tasks": field("tieuchi 1.1 muc 2 <\n", lambda n: "  viec %s < chutri GVCN; thoigian 9/2023; >\n" % prose(n, 4), ">\n"),
    "contents": field("", lambda n: "viec %s < tieuchi 1.1, 1.2; chutri GVCN; thoigian 9/2023; >\n" % prose(n, 4), ""),
    "criteria": field("", lambda n: "tieuchi %s muc 2 < giaiphap %s; >\n" % (CRITERION[n % 28], prose(n, 4)), ""),
    "same-criterion": field("", lambda n: "tieuchi 1.1 muc 2 < >\n", ""),
    "unknown-criteria": field("", lambda n: "tieuchi 7.%d muc 2 < >\n" % n, ""),
    "titles": field("", lambda n: "tieuchi 1.1 muc 2 %s < >\n" % prose(n), ""),
    "title": field("tieuchi 1.1 muc 2 ", lambda n: prose(n) + " ", "< >\n"),
    "title-lines": field("tieuchi 1.1 muc 2 ", lambda n: prose(n) + "\n   ", "< >\n"),
    "items-4": field("", lambda n: "khoan %d < giaiphap %s; >\n" % (n, prose(n, 3)), ""),
    "problems": field("", lambda n: "vande tieuchi 1.1, 1.2 < hientrang %s; hanche %s; >\n" % (prose(n, 3), prose(n, 4)), ""),
    "rounds": field("", lambda n: "theodoi cuối học kỳ I < noidung %s; >\n" % prose(n, 3), ""),
    "sections": field("", lambda n: "phan Phần %d < doan %s; >\n" % (n, prose(n, 3)), ""),
    "short-sections": field("", lambda n: "phan P%d < doan A; >\n" % n, ""),
    "section-again": field("", lambda n: "phan mucdich < doan %s; >\n" % prose(n, 3), ""),
    "prose": field("phan mucdich <\n", lambda n: "  doan %s;\n" % prose(n), ">\n"),
    "numbered": field("phan mucdich <\n", lambda n: "  doanso %s;\n" % prose(n, 4), ">\n"),
    "dashes": field("phan mucdich <\n", lambda n: "  gach %s;\n" % prose(n, 4), ">\n"),
    "subsections": field("phan mucdich <\n", lambda n: "  mucnho %s < doan %s; >\n" % (prose(n, 3), prose(n, 4)), ">\n"),
    "deep": field("", lambda n: "phan A%d <\n" % n + "mucnho B <\n" * 98 + "doan C;\n" + ">\n" * 99, ""),
    "deep-open": field("", lambda n: "phan A%d <\n" % n + "mucnho B <\n" * 98 + "doan C;\n", ""),
    "too-deep": field("phan A <\n", lambda n: "mucnho B <\n", ""),
    "indents": field("", lambda n: "%sviec A < chutri GVCN; >\n" % (" " * (n % 100)), ""),
    "recipients": field("noinhan <\n", lambda n: "  noi %s;\n" % prose(n, 4), ">\n"),
    "signatures": field("", lambda n: "chuky < quyenhan KT Hiệu trưởng; chucvu Phó hiệu trưởng; hoten Trần Thị %d; >\n" % n, ""),
    "allowances": field("", lambda n: "chophep KH7004 %s;\n" % prose(n, 3), ""),
    "allowances-used": field("", lambda n: "chophep KH3006 tieuchi %s lý do %d;\ntieuchi %s muc 2 < >\n" % (CRITERION[n % 28], n, CRITERION[n % 28]), ""),
    "schools": field("", lambda n: "truong < ten Trường %d; >\n" % n, ""),
    "heads": field("", lambda n: "kehoach < namhoc 2023-2024; >\n", ""),
    # names
    "roles": field("", lambda n: "vaitro R%d Tổ trưởng %s;\n" % (n, capitals(n)), ""),
    "roles-used": field("", lambda n: "vaitro R%d Tổ %s;\nviec A%d < chutri R%d, Tổ %s; >\n" % (n, capitals(n), n, n // 2, capitals(n // 3)), ""),
    "role-names": field("vaitro R ", lambda n: "Tổ %s / " % capitals(n), "Tổ A;\n"),
    "same-role": field("", lambda n: "vaitro R Tổ %d;\n" % n, ""),
    "role-chain": field("", lambda n: "vaitro R%d Tổ %s gom R%d;\n" % (n, capitals(n), n + 1), ""),
    "role-back-chain": field("vaitro R0 Tổ A;\n", lambda n: "vaitro R%d Tổ %s gom R%d;\n" % (n + 1, capitals(n), n), ""),
    "role-pairs": field("vaitro R0 A;\nvaitro R1 B;\n", lambda n: "vaitro R%d Tổ %s gom R%d, R%d;\n" % (n + 2, capitals(n), n, n + 1), ""),
    "role-gathers": field("vaitro A Tổ A;\nvaitro T Tất cả gom ", lambda n: "A, ", "A;\n"),
    "people": task(lambda n: "Hiệu trưởng, GVCN và Tổ %s, " % capitals(n), "chutri", "GVCN;"),
    "people-words": task(lambda n: "%s - %s và " % (word(n), word(n + 3)), "chutri", "GVCN;"),
    "known-people": task(lambda n: "GVCN, BGH, ", "chutri", "GVCN;"),
    "abbreviations": field("", lambda n: "viettat %s %s;\n" % (capitals(n), prose(n, 4)), ""),
    "abbreviations-used": field("", lambda n: "viettat %s %s;\nviec A < noidung %s %s; >\n" % (capitals(n), prose(n, 4), capitals(n), capitals(n + 1)), ""),
    "same-abbreviation": field("", lambda n: "viettat ABC %s;\n" % prose(n, 4), ""),
    "order": own("thutu", lambda n: "muc%d, " % n, "mucdich;"),
    "order-words": own("thutu", lambda n: "%s " % word(n), "mucdich;"),
    "order-same": own("thutu", lambda n: "mucdich, ", "mucdich;"),
    "order-words-apart": own("thutu", lambda n: "mục đích, yêu cầu %d, " % n, "mucdich;"),
    "order-known": (HEAD.split("kehoach")[0], lambda n: "phan Phần %d < doan A; >\n" % n, TAIL),
    "types": own("namhoc 2023-2024; > truong < cap", lambda n: "thcs, ", "thcs;"),
    "school-name": own("namhoc 2023-2024; > truong < ten", lambda n: word(n) + " ", ";"),
    "lead-in": own("loidan", lambda n: prose(n) + " ", ";"),
    "aim": own("phandau", lambda n: "muc 2 den namhoc 2023-2024 ", ";"),
    # values
    "criteria-list": field("viec A < tieuchi ", lambda n: CRITERION[n % 28] + ", ", "1.1; >\n"),
    "criteria-unknown": field("viec A < tieuchi ", lambda n: "9.%d, " % n, "1.1; >\n"),
    "results-list": field("hientrang < muc 1 ", lambda n: CRITERION[n % 28] + ", ", "1.1; >\n"),
    "results-ranges": field("hientrang < muc 1 ", lambda n: "1.1 - 5.6, ", "1.1; >\n"),
    "results-wide": field("hientrang < muc 1 ", lambda n: "1.1 - 1.9999, ", "1.1; >\n"),
    "results-levels": field("hientrang <\n", lambda n: "  muc 1 %s;\n" % CRITERION[n % 28], ">\n"),
    "results-full": field("hientrang <\n", lambda n: "  tieuchi %s muc 1 < diemmanh %s; >\n" % (CRITERION[n % 28], prose(n, 4)), ">\n"),
    "results-items": field("hientrang < khoan ", lambda n: "%d, " % (n % 9 + 1), "1; >\n"),
    "results-blocks": field("", lambda n: "hientrang namhoc 2022-2023 < muc 1 1.1; >\n", ""),
    "evidence": task(lambda n: "H1-1.7-%02d, " % (n % 90), "minhchung"),
    "evidence-brackets": task(lambda n: "[H1-1.7-%02d] MC.1.7.%02d " % (n % 90, n % 90), "minhchung"),
    "evidence-unknown": task(lambda n: "H9-9.%d-01 " % n, "minhchung"),
    "times": task(lambda n: "tháng %d/2023, " % (n % 12 + 1), "thoigian"),
    "times-words": task(lambda n: "từ đến %s trước " % word(n), "thoigian"),
    "time-numbers": task(lambda n: "%d/" % n, "thoigian"),
    "times-wrong": task(lambda n: "31/2/2023 - ", "thoigian"),
    "time-parts": task(lambda n: "thời gian thực hiện: 9/2023 ", "thoigian"),
    "money": task(lambda n: "%d triệu đồng + " % (n % 9 + 1), "kinhphi"),
    "money-digits": task(lambda n: "12.345.", "kinhphi"),
    "money-words": task(lambda n: "ngân sách và %s " % word(n), "kinhphi"),
    "money-marks": task(lambda n: "1 (2 - 3: ", "kinhphi"),
    "money-lists": task(lambda n: "\n    - %s: %d triệu đồng" % (word(n), n % 9 + 1), "kinhphi"),
    "conditions": task(lambda n: "Kinh phí %d triệu đồng từ ngân sách, %s; " % (n % 9, word(n)), "dieukien"),
    "progress": field("tieuchi 1.1 muc 2 <\n", lambda n: "  tiendo %d/9/2023 %d%%: %s;\n" % (n % 28 + 1, n % 100, word(n)), ">\n"),
    "progress-tasks": field("", lambda n: "viec A%d < thoigian 9/2023; tiendo 1/9/2023 hoanthanh; >\n" % n, ""),
    "progress-text": task(lambda n: prose(n) + " ", "tiendo 1/9/2023 50%:"),
    "number": own("so", lambda n: "14/KH-", ";"),
    "date": own("ngay", lambda n: "14/8/", "2023;"),
    "subject": own("trichyeu", lambda n: "5 năm 2020-2025 ", ";"),
    "period": own("giaidoan", lambda n: "2020-2025 den ", "2025;"),
    # legal basis
    "documents": field("cancu <\n", lambda n: "  vanban tt18_2018;\n", ">\n"),
    "documents-unknown": field("cancu <\n", lambda n: "  vanban vb%d;\n" % n, ">\n"),
    "documents-numbers": field("cancu <\n", lambda n: "  vanban Căn cứ Thông tư số %d/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo về %s;\n" % (n % 40, word(n)), ">\n"),
    "document-words": field("cancu <\n  vanban ", lambda n: "Thông tư số của ngày về ban hành %s " % word(n), ";\n>\n"),
    "document-numbers": field("cancu <\n  vanban ", lambda n: "18/2018/TT-BGDĐT ", ";\n>\n"),
    "other-bases": field("cancu <\n", lambda n: "  khac %s;\n" % prose(n, 5), ">\n"),
    "groups": field("cancu <\n", lambda n: "  nhom Nhóm %d;\n  khac %s;\n" % (n, word(n)), ">\n"),
    "own-documents": field("", lambda n: "vanban vb%d < loai Thông tư; so %d/2018/TT-BGDĐT; ngay 1/1/2018; trichyeu %s; >\n" % (n, n + 100, word(n)), ""),
    "own-documents-used": field("", lambda n: "vanban vb%d < loai Thông tư; so %d/2018/TT-BGDĐT; ngay 1/1/2018; trichyeu %s; >\ncancu < vanban vb%d; >\n" % (n, n + 100, word(n), n // 2), ""),
    "document-names": field("vanban vb < loai Thông tư; so 1/2018/TT-BGDĐT;\n", lambda n: "tenkhac Thông tư %s;\n" % capitals(n), ">\n"),
    # catalogues and templates of one's own
    "catalogues": field("", lambda n: "danhmuc d%d < cap thcs; tieuchuan 1 A < tieuchi 1.1 B < muc 1 < a C; > > > >\n" % n, ""),
    "catalogue-criteria": own_catalogue("tieuchuan 1 A <\n", lambda n: "tieuchi 1.%d B %s < muc 1 < a C; > >\n" % (n + 1, word(n)), ">\n>\n"),
    "catalogue-standards": own_catalogue("", lambda n: "tieuchuan %d A < tieuchi %d.1 B < muc 1 < a C; > > >\n" % (n + 1, n + 1), ">\n"),
    "catalogue-results": own_catalogue("tieuchuan 1 A <\n", lambda n: "tieuchi 1.%d B %s < muc 1 < a C; > muc 2 < a C; > >\n" % (n + 1, capitals(n)), ">\n>\nhientrang < muc 1 tatca; >\n"),
    "catalogue-worked": (HEAD.replace("tt18_2018", "d", 1), lambda n: "tieuchi 1.%d muc 2 B %s < giaiphap A; >\n" % (n + 1, capitals(n)), TAIL),
    "catalogue-asks": own_catalogue("tieuchuan 1 A < tieuchi 1.1 B < muc 1 <\n", lambda n: "noidung %s;\n" % prose(n, 4), "> > >\n>\n"),
    "catalogue-items": own_catalogue("tieuchuan 1 A < tieuchi 1.1 B < muc 1 < a C; > > >\n", lambda n: "khoan %d %s < >\n" % (n + 1, prose(n, 4)), ">\n"),
    "catalogue-rules": own_catalogue("tieuchuan 1 A < tieuchi 1.1 B < muc 1 < a C; > > >\n", lambda n: "xepmuc 1 < tatca muc 1; >\n", ">\n"),
    "templates": field("", lambda n: "mau m%d < ten A; phan a A < noidung kehoach; > >\n" % n, ""),
    "template-sections": own_template("", lambda n: "phan p%d Phần %s < >\n" % (n, capitals(n)), ">\n"),
    "template-names": own_template("phan a A <\n", lambda n: "tenkhac Phần %s;\n" % capitals(n), ">\n>\n"),
    "template-columns": own_template("phan a A < noidung kehoach; bang < huong ngang;\n", lambda n: "cot Cột %d < rong 5; truongtin chutri; >\n" % n, "> >\n>\nviec A < giaiphap B; >\n"),
    "template-groups": own_template("phan a A < noidung cancu;\n", lambda n: "nhom n%d Nhóm %s < >\n" % (n, capitals(n)), ">\n>\n"),
    "template-filled": own_template("", lambda n: "phan p%d Phần %s < >\n" % (n, capitals(n)), ">\n"),
    "uses": field("", lambda n: "dung danhmuc tt18_2018;\n", ""),
    "uses-unknown": field("", lambda n: "dung danhmuc d%d;\n" % n, ""),
    "uses-documents": field("", lambda n: "dung vanban vb%d;\nvanban vb%d < loai Thông tư; so 1/2018/TT-A%d; >\n" % (n, n + 99, n), ""),
    "documents-same": field("", lambda n: "vanban vb%d < loai Thông tư; so 1/2018/TT-%s; >\ncancu < vanban Thông tư 1/2018/TT-%s; >\n" % (n, capitals(n), capitals(n // 2)), ""),
    "uses-file": field("", lambda n: 'dung "khong%d.khct";\n' % n, ""),
    # mistakes
    "unknown-keywords": field("tieuchi 1.1 muc 2 <\n", lambda n: "  giaphap %s;\n" % word(n), ">\n"),
    "unknown-at-top": field("", lambda n: "%s %s;\n" % (capitals(n).lower(), word(n)), ""),
    "no-semicolons": field("tieuchi 1.1 muc 2 <\n", lambda n: "  giaiphap %s\n" % prose(n, 4), ">\n"),
    "no-braces": field("", lambda n: "viec %s\n  chutri GVCN;\n>\n" % word(n), ""),
    "no-closing": field("", lambda n: "viec A%d <\n  chutri GVCN;\n" % n, ""),
    "stray-closing": field("", lambda n: ">\n", ""),
    "stray-on-line": field("", lambda n: "> ", ""),
    "wrong-place": field("tieuchi 1.1 muc 2 <\n", lambda n: "  hoten %s;\n" % word(n), ">\n"),
    "empty-values": field("tieuchi 1.1 muc 2 <\n", lambda n: "  giaiphap ;\n", ">\n"),
    "comma-criteria": field("", lambda n: "tieuchi 1,%d muc 2 < >\n" % (n % 9 + 1), ""),
    "garbage": field("", lambda n: "!@$%%^&* %d " % n, ""),
    "early-close": field("", lambda n: "viec A <\n  noidung B;\n>\n  chutri GVCN;\n>\n", ""),
}

# What stands behind n pieces of some.
BEHIND = {
    "order-known": lambda n: "kehoach < thutu %s; >\n" % ", ".join("Phần %d" % (n - 1 - i) for i in range(n)),
    "template-filled": lambda n: "".join("phan p%d < doan A; >\n" % (n - 1 - i) for i in range(n)),
    "catalogue-worked": lambda n: "danhmuc d < ten D; cap thcs; muccaonhat 2;\ntieuchuan 1 A <\n"
    + "".join("tieuchi 1.%d B %s < muc 1 < a C; > >\n" % (i + 1, capitals(i)) for i in range(n)) + ">\n>\n",
}


def plan(name, size):
    head, piece, tail = CONSTRUCTS[name]
    parts, length, n = [head], len(head.encode()), 0
    some = 16 if len(piece(0)) < 100 else 1
    while length < size:
        block = "".join(piece(n + i) for i in range(some))
        parts.append(block)
        length += len(block.encode())
        n += some
    parts.append(tail)
    if name in BEHIND:
        parts.append(BEHIND[name](n))
    return "".join(parts).encode()


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print("\n".join(CONSTRUCTS))
    else:
        sys.stdout.buffer.write(plan(sys.argv[1], int(sys.argv[2])))
