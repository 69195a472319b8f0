// Filters of the overview, and progress on another day. Everything is readable without this script:
// it only hides, marks and counts. What is chosen lives in the address (?tim=…&nguoi=…#o-viec), so it
// survives reloading and can be sent on.
(function () {
  "use strict";
  var doc = document, form = doc.getElementById("loc");
  var each = function (list, f) { [].forEach.call(list, f); };
  var id = function (name) { return doc.getElementById(name); };

  var print = id("in");
  if (print) { print.hidden = false; print.addEventListener("click", function () { window.print(); }); }

  // Says which face is shown to those who do not see it.
  function face() {
    var t = location.hash.length > 1 && id(location.hash.slice(1));
    var inDoc = !!t && id("vanban").contains(t);
    each(doc.querySelectorAll(".mat a"), function (a) {
      if ((a.hash === "#vanban") === inDoc) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current");
    });
  }
  window.addEventListener("hashchange", face);
  face();

  if (!form || !window.URLSearchParams) return;
  var MOST = 50;
  var fields = [].slice.call(form.querySelectorAll("select[data-loc]"));
  var search = form.elements.tim, day = form.elements.ngay;
  var count = id("loc-dem"), late = id("loc-qua-han");
  var tasks = null, timer = 0, judged = day.getAttribute("data-goc") || "";

  function isoDay(d) { return d.getFullYear() + "-" + ("0" + (d.getMonth() + 1)).slice(-2) + "-" + ("0" + d.getDate()).slice(-2); }

  // The day on which the page opens: that of --on; else today where it lies in the plan's period, else
  // the day of the period that is nearest to it. The address may name another one.
  function openingDay() {
    var from = day.getAttribute("data-tu"), to = day.getAttribute("data-den"), now = isoDay(new Date());
    if (judged || !to) return judged;
    return now < from ? from : now > to ? to : now;
  }
  var opening = openingDay();
  function original(e) { return e === day ? opening : e.getAttribute("data-goc") || ""; }

  // Marks off and đ to d, so that "can bo" finds "cán bộ".
  function fold(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  // Built at the first need: reading thousands of tasks is not for the opening of the page. The words
  // are those of the task here and of its row in the document, which has all of them.
  function read() {
    if (tasks) return tasks;
    tasks = [].map.call(doc.querySelectorAll("#o-viec .ds > li"), function (li) {
      var number = li.id.slice(1);
      var task = { li: li, row: id("l" + number), paper: id("d" + number), text: null, plain: null, keys: {},
                   group: li.parentNode.parentNode, state: li.querySelector(".dau-hieu"), from: li.getAttribute("data-tu") || "", to: li.getAttribute("data-den"),
                   progress: (li.getAttribute("data-td") || "").split(" ").filter(Boolean) };
      fields.forEach(function (f) {
        task.keys[f.name] = " " + (li.getAttribute("data-" + f.getAttribute("data-loc")) || "") + " ";
      });
      return task;
    });
    return tasks;
  }

  function words(task) {
    if (task.text !== null) return;
    task.text = (task.li.textContent + " " + (task.paper ? task.paper.textContent : "")).toLowerCase().normalize("NFC");
    task.plain = fold(task.text);
  }

  var states = [null, ["xong", "✓ Hoàn thành"], ["dang", "◐ Đang thực hiện"], ["", "○ Chưa thực hiện"], ["", "· Chưa ghi tiến độ"], ["tre", "! Quá hạn"]];

  function badge(element, kind, text) {
    element.className = "dau-hieu " + kind;
    element.textContent = text;
  }

  // The state of a task on a day: its last progress up to then, and whether its time is over.
  function judge(task, on, limit) {
    var last = "";
    task.progress.forEach(function (p) { if (!on || p.slice(0, 10) <= on) last = p.slice(11); });
    var percent = last === "" ? -1 : last === "d" ? 0 : Number(last);
    var s = percent >= 100 ? 1 : last === "d" || percent > 0 ? 2 : percent === 0 ? 3 : 4;
    task.s = s;
    task.late = !!(on && s !== 1 && task.to && task.to < on);
    task.soon = !!(on && s !== 1 && task.to && task.from <= on && task.to >= on && task.to <= limit);
    task.keys.tinhtrang = " " + s + (task.late ? " 5 " : " ") + (task.soon ? "6 " : "");
    var show = states[task.late ? 5 : s], bar = task.late || s === 1 ? show[0] : "";
    if (task.row && task.row.className !== bar) task.row.className = bar;
    badge(task.state, show[0], show[1] + (s === 2 && percent > 0 ? " " + percent + "%" : ""));
  }

  function fact(task, name) {
    var found = [].filter.call(task.li.querySelectorAll("dt"), function (e) { return e.textContent === name; })[0];
    return found ? found.nextSibling.textContent : "";
  }

  // A day that a plan can have; an address may hold any.
  function sound(v) { return /^(19|2[01])\d\d-\d\d-\d\d$/.test(v) && !isNaN(new Date(v + "T00:00:00Z")) ? v : ""; }

  function vn(iso) { return iso.split("-").reverse().join("/"); }

  function cell(row, kind, text, className, column) {
    var c = doc.createElement(kind);
    if (kind === "th") c.scope = "row";
    if (className) c.className = className;
    if (column) c.setAttribute("data-cot", column);
    if (text instanceof Node) c.appendChild(text); else c.textContent = text;
    row.appendChild(c);
  }

  function link(task) {
    var a = doc.createElement("a");
    a.href = "#" + task.li.id;
    a.textContent = task.li.id.slice(1);
    return a;
  }

  function dueTable(list) {
    var body = id("qh-than"), due = list.filter(function (t) { return t.late || t.soon; });
    due.sort(function (a, b) { return a.to < b.to ? -1 : a.to > b.to ? 1 : Number(a.li.id.slice(1)) - Number(b.li.id.slice(1)); });
    body.textContent = "";
    due.slice(0, MOST).forEach(function (t) {
      var row = doc.createElement("tr"), sign = doc.createElement("span"), text = t.li.querySelector(".viec p").textContent;
      if (t.late) badge(sign, t.state.className.slice(9), t.state.textContent); else badge(sign, "canhbao", "Sắp đến hạn");
      cell(row, "td", link(t), "so");
      cell(row, "th", text.length > 120 ? text.slice(0, 120).replace(/\s+\S*$/, "…") : text);
      cell(row, "td", fact(t, "Chủ trì"), "", "Chủ trì");
      cell(row, "td", t.li.getAttribute("data-han") || vn(t.to), "so", "Hạn");
      cell(row, "td", sign, "", "Tình trạng");
      body.appendChild(row);
    });
    id("qua-han").hidden = due.length === 0;
    id("qh-con").textContent = due.length > MOST ? "Còn " + (due.length - MOST) + " việc nữa; lọc theo tình trạng ở phần Việc để xem đủ." : "";
  }

  // Everything that depends on the day: badges, counts, the bar, the list of what is overdue.
  function judgeAll(list, on) {
    var limit = "", n = [0, 0, 0, 0, 0, 0];
    if (on) {
      var d = new Date(on + "T00:00:00Z");
      d.setUTCDate(d.getUTCDate() + Number(day.getAttribute("data-sap")));
      limit = d.toISOString().slice(0, 10);
    }
    list.forEach(function (t) { judge(t, on, limit); n[t.late ? 5 : t.s]++; });
    each(doc.querySelectorAll("[data-dem]"), function (e) { e.textContent = n[Number(e.getAttribute("data-dem"))]; });
    each(doc.querySelectorAll(".theo-ngay"), function (e) { e.hidden = !on; });
    each(doc.querySelectorAll(".ngay-xet"), function (e) { e.textContent = vn(on); });
    id("td-xet").textContent = on ? "Tính theo những gì đã ghi đến ngày " + vn(on) + "." : "Tính theo lần ghi cuối cùng của mỗi việc. Việc quá hạn được tính khi có ngày.";
    var x = 0, rects = id("td-thanh").children;
    [1, 2, 3, 5].forEach(function (s, i) {
      var w = n[s] / list.length * 100;
      rects[i].setAttribute("x", x + "%");
      rects[i].setAttribute("width", w + "%");
      x += w;
    });
    each(doc.querySelectorAll(".nay"), function (e) { e.classList.toggle("khac", on !== day.getAttribute("data-goc")); });
    dueTable(list);
    judged = on;
  }

  function apply() {
    var list = read(), on = sound(day.value), overdue = 0, shown = 0, groups = [];
    if (on !== judged) judgeAll(list, on);
    var wanted = search.value.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean).map(function (w) {
      var p = fold(w);
      return p === w ? ["plain", w] : ["text", w];
    });
    var chosen = fields.filter(function (f) { return f.selectedIndex > 0; }).map(function (f) { return [f.name, " " + f.selectedIndex + " "]; });
    list.forEach(function (t) {
      if (wanted.length) words(t);
      if (t.keys.tinhtrang.indexOf(" 5 ") >= 0) overdue++;
      var hit = wanted.every(function (w) { return t[w[0]].indexOf(w[1]) >= 0; }) &&
                chosen.every(function (c) { return t.keys[c[0]].indexOf(c[1]) >= 0; });
      if (t.li.hidden === hit) t.li.hidden = !hit;
      if (t.row && t.row.hidden === hit) t.row.hidden = !hit;
      if (groups[groups.length - 1] !== t.group) { groups.push(t.group); t.group.any = false; }
      if (hit) { shown++; t.group.any = true; }
    });
    groups.forEach(function (g) { if (g.hidden === g.any) g.hidden = !g.any; });
    count.textContent = shown === list.length ? "Đủ " + shown + " việc." : shown ? shown + " trong " + list.length + " việc." : "Không việc nào khớp. Bỏ bớt điều kiện lọc.";
    late.textContent = on ? "Đến ngày " + vn(on) + ": " + overdue + " việc quá hạn." : "";
  }

  function toAddress() {
    var q = new URLSearchParams();
    each(form.elements, function (e) { if (e.name && e.value !== original(e) && (e.value || e === day)) q.set(e.name, e.value); });
    var s = q.toString();
    try { history.replaceState(null, "", (s ? "?" + s : location.pathname) + location.hash); } catch (e) { /* a browser that guards file: addresses */ }
  }

  function fromAddress(query) {
    var q = new URLSearchParams(query), any = false;
    each(form.elements, function (e) {
      if (!e.name) return;
      var v = q.get(e.name);
      if (v !== null) any = true;
      e.value = v !== null ? v : original(e);
      if (e.selectedIndex === -1) e.selectedIndex = 0;
    });
    if (any || day.value !== judged) apply();
    return any;
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(function () { apply(); toAddress(); }, 60);
  }

  form.hidden = false;
  each(doc.querySelectorAll(".can-js"), function (e) { e.hidden = false; });
  form.addEventListener("input", soon);
  day.addEventListener("input", soon);
  id("homnay").addEventListener("click", function () {
    var d = new Date();
    day.value = isoDay(d);
    apply();
    toAddress();
  });
  form.addEventListener("submit", function (e) {
    e.preventDefault();
    clearTimeout(timer);
    apply();
    toAddress();
    count.parentNode.focus();
  });
  form.addEventListener("reset", function (e) {
    e.preventDefault();
    each(form.elements, function (f) { if (f.name) f.value = original(f); });
    apply();
    toAddress();
  });
  // A link that only filters needs no new page.
  doc.addEventListener("click", function (e) {
    var a = e.target.closest ? e.target.closest("a[href^='?']") : null;
    if (!a || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    if (!fromAddress(a.search)) apply();
    toAddress();
    location.hash = a.hash;
  });
  fromAddress(location.search);
})();
