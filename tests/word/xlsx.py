#!/usr/bin/env python3
"""Holds workbooks of plans against their JSON, by a reader that is not ours (openpyxl).

    xlsx.py KHCT FOLDER PLAN...
"""
import datetime
import json
import os
import subprocess
import sys

import openpyxl

khct, folder, *plans = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
passed, faults = 0, []


def hold(good, what):
    global passed
    if good:
        passed += 1
    else:
        faults.append(what)


def build(form, out, plan):
    subprocess.run([khct, "build", "-q", "-W", "no-error", "--on", "2023-12-01", "-t", form, "-o", out, plan],
                   check=True, stderr=subprocess.DEVNULL)


def rows(sheet):
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(lines[0], line)) for line in lines[1:]]


for plan in plans:
    name = os.path.basename(plan)[:-len(".khct")]
    file, again, data = (os.path.join(folder, name + end) for end in (".xlsx", ".2.xlsx", ".json"))
    build("xlsx", file, plan)
    build("xlsx", again, plan)
    build("json", data, plan)
    with open(file, "rb") as a, open(again, "rb") as b:
        hold(a.read() == b.read(), f"{name}: two runs, two workbooks")
    with open(data, encoding="utf-8") as text:
        derived = json.load(text)["suyra"]
    book = openpyxl.load_workbook(file)
    hold(book.sheetnames == ["Việc", "Kết quả", "Kinh phí", "Tiến độ", "Người"], f"{name}: sheets {book.sheetnames}")
    for sheet in book:
        hold(sheet.freeze_panes == "A2" and sheet.auto_filter.ref, f"{name}, {sheet.title}: heading and filter")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.row > 1:
                    high = sheet.row_dimensions[cell.row].height
                    hold(high >= min(409, 15 * (cell.value.count("\n") + 1)), f"{name}, {sheet.title}!{cell.coordinate}: {high} points high")
                if cell.data_type == "f":
                    faults.append(f"{name}, {sheet.title}!{cell.coordinate}: a formula")
    tasks = rows(book["Việc"])
    hold(len(tasks) == len(derived["viec"]), f"{name}: {len(tasks)} tasks, JSON has {len(derived['viec'])}")
    for task in tasks:
        hold(task["Tiêu chí"] is None or isinstance(task["Tiêu chí"], str), f"{name}: criterion {task['Tiêu chí']!r}")
        for column in ("Từ ngày", "Đến ngày"):
            hold(task[column] is None or isinstance(task[column], (datetime.datetime, str)), f"{name}: day {task[column]!r}")
    total = sum(task["Số tiền (đồng)"] or 0 for task in tasks if not isinstance(task["Số tiền (đồng)"], str))
    wanted = derived["kinhphi"]["tong"]
    hold(wanted is None or total == wanted, f"{name}: {total} đồng, JSON has {wanted}")
    left_out = sum(task["Khoản không cộng được"] or 0 for task in tasks)
    hold(left_out == derived["kinhphi"]["khongcong"], f"{name}: {left_out} amounts left out")
    counted = sum(part["Số tiền (đồng)"] for part in rows(book["Kinh phí"]) if part["Cộng vào tổng"] == "có")
    hold(wanted is None or counted == wanted, f"{name}: parts come to {counted} đồng, not {wanted}")
    for task, said in zip(tasks, derived["viec"]):
        hold((task["Đến ngày"].date().isoformat() if task["Đến ngày"] else None) == said.get("den"),
             f"{name}: task {task['TT']} is due {task['Đến ngày']}, JSON says {said.get('den')}")
# all of them in one workbook, with a file that is no plan and a plan that was handed in twice
empty, twin = os.path.join(folder, "trong-rong.khct"), os.path.join(folder, "hai-lan.khct")
with open(empty, "w"):
    pass
with open(plans[0], "rb") as a, open(twin, "wb") as b:
    b.write(a.read())
handed = [*plans, twin, empty]
file, again = (os.path.join(folder, name) for name in ("nhieu.xlsx", "nhieu.2.xlsx"))
for out, more in ((file, ["-t", "xlsx"]), (again, ["-j", "2"])):
    done = subprocess.run([khct, "report", "--on", "2023-12-01", *more, "-o", out, *handed], stderr=subprocess.DEVNULL)
    hold(done.returncode == 1, f"many: status {done.returncode}")
with open(file, "rb") as a, open(again, "rb") as b:
    hold(a.read() == b.read(), "many: two runs, two workbooks")
lines = subprocess.run([khct, "report", "--on", "2023-12-01", "-t", "jsonl", *handed], stdout=subprocess.PIPE,
                       stderr=subprocess.DEVNULL).stdout.decode().splitlines()
facts = {fact["tep"]: fact for fact in map(json.loads, lines)}
book = openpyxl.load_workbook(file)
hold(book.sheetnames == ["Các kế hoạch", "Việc", "Kết quả", "Kinh phí", "Tiến độ", "Người"], f"many: {book.sheetnames}")
of = {row["Tệp"]: row for row in rows(book["Các kế hoạch"])}
hold(list(of) == handed, f"many: rows of {len(of)} files, not {len(handed)}")
hold(of[empty]["Tình trạng"] == "không phải kế hoạch" and of[empty]["Lý do"], f"many: {of[empty]}")
tasks, parts = rows(book["Việc"]), rows(book["Kinh phí"])
hold(not any(task["Tệp"] in (twin, empty) for task in tasks), "many: the tasks of a plan handed in twice stand twice")
for plan in plans:
    said, row = facts[plan], of[plan]
    mine = [task for task in tasks if task["Tệp"] == plan]
    hold(len(mine) == said["viec"] == row["Việc"], f"many, {plan}: {len(mine)} tasks, not {said['viec']}")
    hold(all(task["Trường"] == said.get("ten") for task in mine), f"many, {plan}: another school")
    sums = [sum(line["Số tiền (đồng)"] or 0 for line in some) for some in
            (mine, [part for part in parts if part["Tệp"] == plan and part["Cộng vào tổng"] == "có"], [
                {"Số tiền (đồng)": row["Số tiền đã ghi (đồng)"]}]) if not any(
                    isinstance(line["Số tiền (đồng)"], str) for line in some)]
    hold(set(sums) <= {int(said["kinhphi"])}, f"many, {plan}: {sums} đồng, not {said['kinhphi']}")
    day = row["Ngày"]
    hold((day.date().isoformat() if day else None) == said.get("ngay"), f"many, {plan}: dated {day}")
for wrong in (["-t", "xlsx", "-o", folder], ["-t", "xlsx", "--bang", "viec", "-o", file]):
    done = subprocess.run([khct, "report", *wrong, plans[0]], stderr=subprocess.PIPE)
    hold(done.returncode == 2 and b"xlsx" in done.stderr, f"many: {wrong} is not refused: {done.stderr.decode()}")
for fault in faults[:20]:
    print(fault)
print(f"xlsx: {passed} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)
