"""Values put together of two whose meaning is known: a time inside a wider one, limits and runs, amounts and their whole,
prices and quantities, in every way that plans join them. What is read without a word must be what was put together.

Usage: pairs.py PROGRAM [SHARE] [SEED]    SHARE of them by chance, all without it"""
import datetime, itertools, os, random, subprocess, sys, tempfile

PROGRAM, SHARE = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 1
CHANCE = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)

# --- times: words, first and last day, how wide ---

TIMES = [
    ("15/10", "2024-10-15", "2024-10-15", 0), ("15/10/2024", "2024-10-15", "2024-10-15", 0),
    ("ngày 15 tháng 10", "2024-10-15", "2024-10-15", 0), ("tuần 3 tháng 10", "2024-10-15", "2024-10-21", 1),
    ("tuần 3 tháng 10/2024", "2024-10-15", "2024-10-21", 1), ("giữa tháng 10", "2024-10-11", "2024-10-20", 2),
    ("tháng 10", "2024-10-01", "2024-10-31", 3), ("tháng 10/2024", "2024-10-01", "2024-10-31", 3),
    ("T10", "2024-10-01", "2024-10-31", 3), ("tháng 10 năm 2024", "2024-10-01", "2024-10-31", 3),
    ("quý IV/2024", "2024-10-01", "2024-12-31", 4), ("quý 4", "2024-10-01", "2024-12-31", 4),
    ("HKI", "2024-09-01", "2025-01-31", 5), ("học kỳ I năm học 2024-2025", "2024-09-01", "2025-01-31", 5),
    ("năm học 2024-2025", "2024-09-01", "2025-08-31", 6), ("năm học", "2024-09-01", "2025-08-31", 6),
]
LATER = [
    ("tháng 3", "2025-03-01", "2025-03-31"), ("15/3", "2025-03-15", "2025-03-15"),
    ("tháng 3/2025", "2025-03-01", "2025-03-31"), ("HKII", "2025-01-01", "2025-05-31"),
    ("quý I/2025", "2025-01-01", "2025-03-31"), ("ngày 15 tháng 3 năm 2025", "2025-03-15", "2025-03-15"),
    ("cuối tháng 3", "2025-03-21", "2025-03-31"), ("tuần 2 tháng 3", "2025-03-08", "2025-03-14"),
    ("tháng 8/2025", "2025-08-01", "2025-08-31"), ("cuối năm học", "2025-05-01", "2025-05-31"),
]
NESTED = ["{n} {w}", "{n}, {w}", "{n} ({w})", "{n} của {w}", "{n} trong {w}", "{w} {n}", "{w}, {n}", "{w} ({n})",
          "{w}: {n}", "{w} - {n}", "Trong {w}, {n}"]
SEVERAL = ["{n}; {w}", "{n} và {w}", "{n}\n{w}"]
LIMITS = ["Trước", "Đến", "Đến hết", "Chậm nhất", "Từ", "Sau", "Hoàn thành trước", "Hạn:", "Xong"]
LIMITED = ["{l} {n}, {w}", "{l} {n} {w}", "{l} {n} ({w})", "{w}, {l} {n}", "{w} ({l} {n})", "{w}: {l} {n}", "{l} {n} của {w}"]
RUNS = ["Từ {a} đến {b}", "{a} - {b}", "từ {a} - {b}", "{a} đến hết {b}", "Bắt đầu {a}, kết thúc {b}",
        "{a}, hoàn thành {b}"]
LISTS = ["{a}; {b}", "{a}, {b}", "{a} và {b}", "Đợt 1: {a}; đợt 2: {b}", "Lần 1 {a}, lần 2 {b}", "{a} (lần 1), {b} (lần 2)"]


def day(text, more):
    return str(datetime.date.fromisoformat(text) + datetime.timedelta(more))


def limited(limit, first, last, around):
    if limit in ("Trước", "Hoàn thành trước"):
        return [f"..{day(first, -1)}", f"{around[1]}..{day(first, -1)}"]
    if limit == "Xong":
        return [f"{first}..{last}", f"..{last}", f"{around[1]}..{last}"]
    if limit in ("Từ", "Sau"):
        begin = first if limit == "Từ" else day(last, 1)
        return [f"{begin}..", f"{begin}..{around[2]}"]
    return [f"..{last}", f"{around[1]}..{last}"]


def times():
    for n, w in itertools.permutations(TIMES, 2):
        if n[3] >= w[3] or n[1] < w[1] or n[2] > w[2]:
            continue
        inside, around = f"{n[1]}..{n[2]}", f"{w[1]}..{w[2]}"
        for form in NESTED:
            yield form.format(n=n[0], w=w[0]), [inside]
        for form in SEVERAL:
            yield form.format(n=n[0], w=w[0]), [f"{inside} {around}"]
        for limit, form in itertools.product(LIMITS, LIMITED):
            yield form.format(l=limit, n=n[0], w=w[0]), limited(limit, n[1], n[2], w)
    for a, b in itertools.product(TIMES, LATER):
        run, both = f"{a[1]}..{b[2]}", f"{a[1]}..{a[2]} {b[1]}..{b[2]}"
        for form in RUNS:
            yield form.format(a=a[0], b=b[0]), [run]
        yield f"Từ {a[0]} đến trước {b[0]}", [f"{a[1]}..{day(b[1], -1)}"]
        yield f"Từ {a[0]} đến {b[0]} mỗi tháng 1 lần", [run + " every:thangx1"]
        yield f"Hằng tháng từ {a[0]} đến {b[0]}", [run + " every:thang"]
        yield f"Trước {a[0]}; trước {b[0]}", [f"..{day(a[1], -1)} ..{day(b[1], -1)}"]
        for form in LISTS if a[3] < 6 else []:
            yield form.format(a=a[0], b=b[0]), [both]


# --- money ---

FIRST = ["40 triệu", "40 triệu đồng", "40.000.000đ", "40tr", "40 000 000 đồng", "bốn mươi triệu đồng", "40.000.000",
         "0,04 tỷ đồng"]
SECOND, WHOLE = ["15 triệu", "15.000.000 đồng", "15tr"], ["55 triệu", "55.000.000 đồng"]
PAYERS = [("ngân sách", "ngansach"), ("NSNN", "ngansach"), ("nguồn ngân sách nhà nước cấp", "ngansach"),
          ("ngân sách xã", "ngansach"), ("chi thường xuyên", "ngansach")]
OTHERS = [("XHH", "xahoihoa"), ("phụ huynh đóng góp", "donggop"), ("nhà tài trợ", "taitro"), ("học phí", "hocphi"),
          ("quỹ hội CMHS", "quy")]
PAID = ["{s} {a}, {t} {b}", "{s}: {a}; {t}: {b}", "{s}: {a}\n{t}: {b}", "- {s}: {a}\n- {t}: {b}", "{s} {a} và {t} {b}",
        "{a} từ {s} và {b} từ {t}", "{a} ({s}), {b} ({t})", "{a} ({s}) + {b} ({t})", "{s} ({a}), {t} ({b})",
        "{a} {s}; {b} {t}", "{s} {a} + {t} {b}", "{s} hỗ trợ {a}, {t} {b}", "Kinh phí từ {s}: {a}; từ {t}: {b}"]
SPENT = ["Mua sách: {a}; sửa phòng: {b}", "Mua sách {a}, mua kệ {b}", "- Mua sách: {a}\n- Mua kệ: {b}",
         "Năm 2024: {a}; năm 2025: {b}", "{a} năm 2024, {b} năm 2025", "HKI: {a}; HKII: {b}", "{a} và {b}", "{a} + {b}"]
SUMMED = ["{c}, trong đó {x}", "{c} ({x})", "{c} (trong đó: {x})", "Tổng {c}, trong đó {x}", "{c}, gồm {x}", "{c}: {x}",
          "Tổng kinh phí: {c}. Trong đó: {x}", "Tổng: {c} ({x})", "{x}; tổng: {c}", "{x}. Cộng: {c}", "{x}\nTổng: {c}",
          "{x} = {c}", "{c} = {x}", "Tổng kinh phí {c}, chia ra: {x}", "{x} (tổng {c})", "{c}\n{x}"]
COUNTED = ["12 phòng", "12", "mười hai phòng", "12 em"]
PRICES = ["2 triệu", "2.000.000đ", "2.000.000 đồng/phòng", "2 triệu đồng/em", "2.000.000"]
RESULTS = ["{e} = {r}", "{r} ({e})", "{r}: {e}", "{e}, tổng {r}", "Mua sách: {e} = {r}", "{e}, thành tiền {r}", "{r} = {e}"]
EACH = ["/năm", "/lớp", "/học sinh/năm", " mỗi lớp", "/em/tháng", " một lớp"]
LEADS = [("khoảng ", "~"), ("dự kiến ", "~"), ("Kinh phí ", ""), ("Tổng: ", ""), ("Mua sách: ", ""), ("Mua sách ", ""),
         ("Năm học 2024-2025: ", ""), ("Kinh phí dự kiến: ", "~")]


def wholes(x, parts):
    for whole, form in itertools.product(WHOLE, SUMMED):
        yield form.format(c=whole, x=x), [f"55000000 [{parts}] = 55000000"]


def products():
    for count, price, sign in itertools.product(COUNTED, PRICES, "x×*"):
        for e in (f"{count} {sign} {price}", f"{price} {sign} {count}"):
            yield e, ["24000000* = 24000000"]
            yield f"{e} {sign} 3 tháng", ["72000000* = 72000000"]
            for form in RESULTS:
                yield form.format(e=e, r="24 triệu"), ["24000000 [24000000*] = 24000000", "24000000 = 24000000"]


def money():
    for a, b in itertools.product(FIRST, SECOND):
        for (s, payer), (t, other), form in itertools.product(PAYERS, OTHERS, PAID):
            x, parts = form.format(a=a, b=b, s=s, t=t), f"40000000 {payer} | 15000000 {other}"
            yield x, [f"{parts} = 55000000"]
            if CHANCE.random() < 0.02:
                yield from wholes(x, parts)
        for form in SPENT:
            x = form.format(a=a, b=b)
            yield x, ["40000000 | 15000000 = 55000000"]
            yield from wholes(x, "40000000 | 15000000") if form != "{a} và {b}" and form != "{a} + {b}" else ()
    yield from products()
    for a in FIRST:
        for each in EACH:
            yield a + each, ["40000000/ (-1)"]
            yield f"ngân sách: {a}{each}", ["40000000/ ngansach (-1)"]
        for lead, about in LEADS:
            yield lead + a, [f"40000000{about} = 40000000"]
            for form in ("{a}, {s}", "{a} từ {s}", "{a} ({s})", "{a}; nguồn: {s}"):
                yield lead + form.format(a=a, s="ngân sách"), [f"40000000{about} ngansach = 40000000",
                                                               f"40000000{about} | ngansach = 40000000"]


# --- what is read of them ---

def same(kind, right, read):
    if kind == "money":
        return right == read
    return sorted(right.split()) == sorted(token.rstrip("?") for token in read.split())


def main():
    made = {"time": list(times()), "money": list(money())}
    wrong = looked = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("time", "money", "people", "citations"):
            rows = [(p, r) for p, r in made.get(name, []) if SHARE >= 1 or CHANCE.random() < SHARE]
            made[name] = rows
            with open(f"{folder}/{name}.tsv", "w", encoding="utf-8") as out:
                out.writelines(f"{p}\town\t-\t-\t\n".replace("\n", "\\n", p.count("\n")) for p, _ in rows)
        subprocess.run([PROGRAM, folder, "--write"], check=True, stdout=subprocess.DEVNULL)
        for name in ("time", "money"):
            lines = open(f"{folder}/{name}.tsv", encoding="utf-8").read().splitlines()
            for (phrase, rights), line in zip(made[name], lines, strict=True):
                read, codes = line.split("\t")[3:5]
                looked += 1
                if read == "text" or codes or any(same(name, right, read) for right in rights):
                    continue
                wrong += 1
                print(f"{name}: {phrase!r}\n  reads  {read}\n  right  {' or '.join(rights)}")
    print(f"values put together: {looked} read, {wrong} wrong without a word")
    return 1 if wrong else 0


sys.exit(main())
