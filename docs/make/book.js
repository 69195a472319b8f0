// Search over the page itself, without marks and in any order of words; the list of pages follows the address.
"use strict";
(() => {
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const box = document.getElementById("tim"), results = document.getElementById("ketqua"), list = results.querySelector("ol");
  const said = document.getElementById("sothay"), body = document.querySelector(".than"), contents = document.querySelector("nav details");
  let index = null;

  // A section is a heading with what stands below it to the next one.
  const collect = () => {
    const all = [];
    for (const article of document.querySelectorAll("article")) {
      const page = article.getAttribute("aria-label");
      let section = null;
      for (const part of article.children) {
        if (/^H[1-4]$/.test(part.tagName)) {
          const title = part.firstChild ? part.textContent.replace(/ #$/, "") : "";
          section = { page, title, id: part.id || article.id, text: "" };
          all.push(section);
        } else if (section && !part.matches(".trong")) {
          section.text += " " + part.textContent;
          for (const row of part.querySelectorAll("tr[id]"))
            all.push({ page, title: [row.cells[0].textContent, row.cells[1].textContent].join(" · "), id: row.id, text: row.textContent });
        }
      }
    }
    for (const one of all) {
      one.text = one.text.replace(/\s+/g, " ").trim();
      one.foldedTitle = fold(one.title);
      one.foldedPage = fold(one.page);
      one.folded = fold(one.text);
    }
    return all;
  };

  // The section's title before its page's, that before the text; a whole word before a part of one.
  const score = (one, words) => {
    let sum = 0;
    for (const word of words) {
      const title = one.foldedTitle.indexOf(word), page = one.foldedPage.indexOf(word), text = one.folded.indexOf(word);
      if (title < 0 && page < 0 && text < 0) return 0;
      const whole = (s, at) => at >= 0 && !/[a-z0-9]/.test(s[at - 1] || " ") && !/[a-z0-9]/.test(s[at + word.length] || " ");
      sum += (title >= 0 ? 20 : 0) + (whole(one.foldedTitle, title) ? 20 : 0) + (page >= 0 ? 8 : 0) + (text >= 0 ? 2 : 0) + (whole(one.folded, text) ? 2 : 0);
    }
    if (one.folded.includes(words.join(" "))) sum += 10;
    return sum + Math.max(0, 3 - one.text.length / 4000);
  };

  // Words around the first place, the found ones marked. Folding keeps the number of letters of composed text.
  const snippet = (one, words) => {
    const composed = one.text.normalize("NFC"), folded = [...composed].map((c) => fold(c)[0] || " ").join("");
    const letters = [...composed], found = words.map((w) => folded.indexOf(w)).filter((at) => at >= 0);
    const near = Math.max(0, Math.min(...found, letters.length) - 50), from = near && letters.indexOf(" ", near) + 1, to = Math.min(letters.length, from + 200), p = document.createElement("p");
    let at = from;
    if (from > 0) p.append("… ");
    while (at < to) {
      const word = words.find((w) => folded.startsWith(w, at));
      if (word) { const mark = document.createElement("mark"); mark.textContent = letters.slice(at, at + word.length).join(""); p.append(mark); at += word.length; }
      else { let end = at + 1; while (end < to && !words.some((w) => folded.startsWith(w, end))) end++; p.append(letters.slice(at, end).join("")); at = end; }
    }
    if (to < letters.length) p.append(" …");
    return p;
  };

  const close = () => { results.hidden = true; body.hidden = false; };
  const search = () => {
    const words = fold(box.value).split(/[^a-z0-9._-]+/).filter(Boolean);
    if (words.length === 0) return close();
    index = index || collect();
    const found = index.map((one) => [score(one, words), one]).filter(([n]) => n > 0).sort((a, b) => b[0] - a[0]);
    said.textContent = found.length === 0 ? "Không tìm thấy. Thử ít chữ hơn." : `Tìm thấy ${found.length} mục` + (found.length > 40 ? ", 40 mục đầu:" : ":");
    list.replaceChildren(...found.slice(0, 40).map(([, one]) => {
      const item = document.createElement("li"), link = document.createElement("a"), page = document.createElement("small");
      link.href = "#" + one.id; link.textContent = one.title; page.textContent = " · " + one.page;
      item.append(link, page, snippet(one, words));
      return item;
    }));
    results.hidden = false; body.hidden = true;
  };

  const follow = () => {
    close();
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const article = (target && target.closest("article")) || document.getElementById("huong-dan");
    for (const link of document.querySelectorAll("nav a"))
      if (link.hash === "#" + article.id) { link.setAttribute("aria-current", "page"); document.title = link.textContent + " · khct"; }
      else link.removeAttribute("aria-current");
    if (!wide.matches) contents.open = false;
    if (target) target.scrollIntoView();
  };

  const wide = matchMedia("(min-width: 60rem)");
  const spread = () => { contents.open = wide.matches; };
  wide.addEventListener("change", spread); spread();
  document.querySelector("form").hidden = false;
  document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); search(); });
  box.addEventListener("input", search);
  list.addEventListener("click", (event) => { if (event.target.closest("a")) { close(); setTimeout(follow); } });
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); box.focus(); }
    if (event.key === "Escape" && !results.hidden) { box.value = ""; close(); }
  });
  follow();
})();
