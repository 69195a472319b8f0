// Filters of the overview. Everything is readable without this script: it only hides, marks and counts.
// What is chosen lives in the address (?tim=…&nguoi=…#o-viec), so it survives reloading and can be sent on.
(function () {
  "use strict";
  var doc = document, form = doc.getElementById("loc");
  if (!form || !window.URLSearchParams) return;
  var fields = [].slice.call(form.querySelectorAll("select[data-loc]"));
  var search = form.elements.tim, day = form.elements.ngay;
  var count = doc.getElementById("loc-dem"), late = doc.getElementById("loc-qua-han");
  var tasks = null, timer = 0;

  // Marks off and đ to d, so that "can bo" finds "cán bộ".
  function fold(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }

  // Built at the first need: reading 2,000 tasks is not for the opening of the page.
  function read() {
    if (tasks) return tasks;
    tasks = [].map.call(doc.querySelectorAll("#o-viec .ds > li"), function (li) {
      var text = li.textContent.toLowerCase().normalize("NFC");
      var task = { li: li, row: doc.getElementById("l" + li.id.slice(1)), text: text, plain: fold(text), keys: {},
                   group: li.parentNode.parentNode, state: li.querySelector(".dau-hieu"), to: li.getAttribute("data-den"),
                   progress: (li.getAttribute("data-td") || "").split(" ").filter(Boolean) };
      fields.forEach(function (f) {
        task.keys[f.name] = " " + (li.getAttribute("data-" + f.getAttribute("data-loc")) || "") + " ";
      });
      return task;
    });
    return tasks;
  }

  var states = [null, ["xong", "✓ Hoàn thành"], ["dang", "◐ Đang thực hiện"], ["", "○ Chưa hoàn thành"], ["", "· Chưa ghi tiến độ"], ["tre", "! Quá hạn"]];

  // The state of a task on a day: its last progress up to then, and whether its time is over.
  function judge(task, on) {
    var percent = -1;
    task.progress.forEach(function (p) { if (p.slice(0, 10) <= on) percent = Number(p.slice(11)); });
    var s = percent >= 100 ? 1 : percent > 0 ? 2 : percent === 0 ? 3 : 4;
    var over = s !== 1 && task.to && task.to < on;
    task.keys["tinhtrang"] = " " + s + (over ? " 5 " : " ");
    var show = states[over ? 5 : s];
    task.state.className = "dau-hieu " + show[0];
    task.state.textContent = show[1] + (percent > 0 && percent < 100 ? " " + percent + "%" : "");
    return over;
  }

  function apply() {
    var list = read(), on = day.value, overdue = 0, shown = 0, groups = [];
    var words = search.value.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean).map(function (w) {
      var p = fold(w);
      return p === w ? ["plain", w] : ["text", w];
    });
    var chosen = fields.filter(function (f) { return f.selectedIndex > 0; }).map(function (f) { return [f.name, " " + f.selectedIndex + " "]; });
    list.forEach(function (t) {
      if (on && judge(t, on)) overdue++;
      var hit = words.every(function (w) { return t[w[0]].indexOf(w[1]) >= 0; }) &&
                chosen.every(function (c) { return t.keys[c[0]].indexOf(c[1]) >= 0; });
      if (t.li.hidden === hit) t.li.hidden = !hit;
      if (t.row && t.row.hidden === hit) t.row.hidden = !hit;
      if (groups.indexOf(t.group) < 0) { groups.push(t.group); t.group.any = false; }
      if (hit) { shown++; t.group.any = true; }
    });
    groups.forEach(function (g) { g.hidden = !g.any; });
    count.textContent = shown === list.length ? "Đủ " + shown + " việc." : shown ? shown + " trong " + list.length + " việc." : "Không việc nào khớp. Bỏ bớt điều kiện lọc.";
    late.textContent = on ? "Đến ngày " + on.split("-").reverse().join("/") + ": " + overdue + " việc quá hạn." : "";
  }

  function toAddress() {
    var q = new URLSearchParams();
    [].forEach.call(form.elements, function (e) { if (e.name && e.value && e.value !== e.getAttribute("data-goc")) q.set(e.name, e.value); });
    var s = q.toString();
    try { history.replaceState(null, "", (s ? "?" + s : location.pathname) + location.hash); } catch (e) { /* a browser that guards file: addresses */ }
  }

  function fromAddress(query) {
    var q = new URLSearchParams(query), any = false;
    [].forEach.call(form.elements, function (e) {
      if (!e.name) return;
      var v = q.get(e.name);
      if (v !== null) any = true;
      e.value = v !== null ? v : e.getAttribute("data-goc") || "";
      if (e.selectedIndex === -1) e.selectedIndex = 0;
    });
    if (any) apply();
    return any;
  }

  form.hidden = false;
  [].forEach.call(doc.querySelectorAll(".can-js"), function (e) { e.hidden = false; });
  fromAddress(location.search);
  form.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () { apply(); toAddress(); }, 60);
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
    [].forEach.call(form.elements, function (f) { if (f.name) f.value = f.getAttribute("data-goc") || ""; });
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
  var print = doc.getElementById("in");
  if (print) print.addEventListener("click", function () { window.print(); });

  // Says which face is shown to those who do not see it.
  function face() {
    var t = location.hash.length > 1 && doc.getElementById(location.hash.slice(1));
    var inDoc = !!t && doc.getElementById("vanban").contains(t);
    [].forEach.call(doc.querySelectorAll(".mat a"), function (a) {
      if ((a.hash === "#vanban") === inDoc) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current");
    });
  }
  window.addEventListener("hashchange", face);
  face();
})();
