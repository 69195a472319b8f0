// Everything a plan says stands in the document once: node whole.js PAGE.html PLAN.khct...
// Longer texts of the source are looked for in the page's document, which shows none of them twice.
"use strict";
const fs = require("fs");
const [page, ...plans] = process.argv.slice(2);
const html = fs.readFileSync(page, "utf8");
const plain = (s) => s.normalize("NFC").replace(/\s+/g, " ").trim();
const doc = plain(html.slice(html.indexOf("<article id=\"vanban\""), html.indexOf("</article>"))
  .replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, "\"").replace(/&#39;/g, "'").replace(/&amp;/g, "&"));
// A field's keyword begins a line; its value ends with the `;` at a line's end.
const field = /^[ \t]+(?:giaiphap|giải pháp|chiso|ketqua|kết quả|muctieu|mục tiêu|noidung|nội dung|doan|đoạn|gach|gạch|khac|khác|hanche|nguyennhan|nguyên nhân|diemyeu|điểm yếu|dieukien|điều kiện|nguonluc|nguồn lực|minhchung|ghichu|ghi chú|dieuchinh)[: \t]+([^;]*(?:;(?![ \t]*$)[^;]*)*);[ \t]*$/gimu;
let seen = 0, wrong = 0;
for (const plan of plans)
  for (const m of fs.readFileSync(plan, "utf8").matchAll(field)) {
    const text = plain(m[1]).replace(/\.$/, "");
    if (text.length < 60 || /\n[ \t]*[-+–] /.test(m[1]) || /[\\#]/.test(m[1])) continue;
    const times = doc.split(text).length - 1;
    seen++;
    if (times !== 1) { wrong++; console.log(`not ok ${page}: ${times} times: ${text}`); }
  }
if (seen < 5) { wrong++; console.log(`not ok ${page}: only ${seen} texts were found in ${plans}`); }
console.log(`${page}: ${seen} texts, ${wrong} not once`);
process.exitCode = wrong ? 1 : 0;
