// Writes a page as `khct build -t html` will, to shape khct.css and khct.js by: node prototype.js OUT.html [TASKS] [--on DATE]
// Thrown away once the emitter writes real pages.
"use strict";
const fs = require("fs"), path = require("path"), crypto = require("crypto");
const [out, many] = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const on = process.argv.includes("--none") ? "" : "2025-03-20";
const lib = path.join(__dirname, "../../stdlib/html");
const css = fs.readFileSync(path.join(lib, "khct.css"), "utf8"), js = fs.readFileSync(path.join(lib, "khct.js"), "utf8");
const sha = (s) => "'sha256-" + crypto.createHash("sha256").update(s).digest("base64") + "'";
const h = (s) => String(s).replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");
const vnDate = (d) => d.split("-").reverse().join("/");
const money = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ".");

const standards = [
  ["Tổ chức và quản lý nhà trường", [["Phương hướng, chiến lược xây dựng và phát triển nhà trường", 3, 1], ["Hội đồng trường và các hội đồng khác", 2, 2], ["Tổ chức Đảng Cộng sản Việt Nam, các đoàn thể và tổ chức khác trong nhà trường", 3, 1], ["Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng", 3, 3], ["Khối lớp và tổ chức lớp học", 3, 1], ["Quản lý hành chính, tài chính và tài sản", 3, 2], ["Quản lý cán bộ, giáo viên và nhân viên", 2, 2], ["Quản lý các hoạt động giáo dục", 2, 2], ["Thực hiện quy chế dân chủ cơ sở", 2, 2], ["Đảm bảo an ninh trật tự, an toàn trường học", 2, 1]]],
  ["Cán bộ quản lý, giáo viên, nhân viên và học sinh", [["Đối với hiệu trưởng, phó hiệu trưởng", 3, 3], ["Đối với giáo viên", 3, 2], ["Đối với nhân viên", 3, 0], ["Đối với học sinh", 3, 2]]],
  ["Cơ sở vật chất và thiết bị dạy học", [["Khuôn viên, khu sân chơi, bãi tập", 3, 2], ["Phòng học, phòng học bộ môn và khối phục vụ học tập", 3, 1], ["Khối hành chính - quản trị", 3, 3], ["Khu vệ sinh, hệ thống cấp thoát nước", 2, 2], ["Thiết bị", 3, 2], ["Thư viện", 3, 2]]],
  ["Quan hệ giữa nhà trường, gia đình và xã hội", [["Ban đại diện cha mẹ học sinh", 3, 2], ["Công tác tham mưu cấp ủy đảng, chính quyền và phối hợp với các tổ chức, cá nhân của nhà trường", 3, 1]]],
  ["Hoạt động giáo dục và kết quả giáo dục", [["Thực hiện Chương trình giáo dục phổ thông", 3, 2], ["Tổ chức hoạt động giáo dục cho học sinh có hoàn cảnh khó khăn, học sinh có năng khiếu, học sinh gặp khó khăn trong học tập và rèn luyện", 3, 1], ["Thực hiện nội dung giáo dục địa phương theo quy định", 2, 2], ["Các hoạt động trải nghiệm và hướng nghiệp", 2, 2], ["Hình thành, phát triển các kỹ năng sống cho học sinh", 3, 1], ["Kết quả giáo dục", 3, 3]]],
];
const criteria = [];
standards.forEach(([, list], s) => list.forEach(([title, max, result], c) => criteria.push({ id: `${s + 1}.${c + 1}`, s, c, title, max, result, target: 0, keep: false, tasks: [] })));
const by = Object.fromEntries(criteria.map((c) => [c.id, c]));
const y0 = 2024, years = 5;
const plan = [
  ["1.1", 2, "Rà soát chiến lược phát triển nhà trường, lấy ý kiến cha mẹ học sinh và công khai bản sửa đổi trên trang thông tin của trường", "Hiệu trưởng", "Hội đồng trường", "tháng 10/2024", "2024-10-01", "2024-10-31", "", 0, "", "2024-11-05:100"],
  ["1.1", 2, "Hằng năm đánh giá việc thực hiện chiến lược, điều chỉnh chỉ tiêu cho sát với quy mô lớp học và nguồn lực của phường", "Hiệu trưởng", "Tổ trưởng chuyên môn, Hội đồng trường", "tháng 6 hằng năm", "2025-06-01", "2029-06-30", "nam", 0, "", ""],
  ["1.5", 2, "Tham mưu mở thêm bốn lớp đầu cấp để sĩ số không vượt quá bốn mươi lăm học sinh một lớp; phân tuyến lại cùng các trường lân cận", "Hiệu trưởng", "UBND phường An Bình", "năm học 2025-2026 và các năm học tiếp theo", "2025-09-01", "", "mo", 0, "ngân sách", ""],
  ["1.7", 2, "Bồi dưỡng chuyên môn theo nghiên cứu bài học, mỗi tổ ít nhất hai chuyên đề một học kỳ", "Phó hiệu trưởng", "Tổ trưởng chuyên môn, Giáo viên", "mỗi học kỳ, năm học 2024-2025", "2024-09-01", "2025-08-31", "ky", 24000000, "ngân sách", "2025-01-15:50"],
  ["1.10", 2, "Phối hợp với dân quân phường giữ trật tự trước cổng trường giờ đưa đón, lắp thêm sáu máy quay ở hành lang và nhà xe", "Phó hiệu trưởng", "Dân quân phường, Bảo vệ", "tháng 12/2024", "2024-12-01", "2024-12-31", "", 38500000, "xã hội hóa", "2025-01-10:60"],
  ["2.2", 3, "Cử giáo viên chưa đạt trình độ chuẩn theo học đại học; bố trí dạy thay và hỗ trợ học phí", "Hiệu trưởng", "Công đoàn", "từ tháng 9/2024 đến tháng 8/2027", "2024-09-01", "2027-08-31", "", 180000000, "ngân sách, nguồn thu hợp pháp khác", "2024-12-20:30"],
  ["2.3", 1, "Tuyển một nhân viên y tế và một nhân viên thư viện còn thiếu theo đề án vị trí việc làm", "Hiệu trưởng", "UBND phường An Bình", "học kỳ I năm học 2024-2025", "2024-09-01", "2025-01-31", "", 0, "", "2025-02-01:0"],
  ["2.4", 3, "Tổ chức sinh hoạt lớp theo chủ đề, gặp riêng học sinh nghỉ học nhiều và báo cho gia đình ngay trong ngày", "Tổng phụ trách Đội", "Giáo viên chủ nhiệm", "hằng tuần", "2024-09-01", "2029-08-31", "tuan", 0, "", ""],
  ["3.2", 2, "Sửa chữa hai phòng học bộ môn Khoa học tự nhiên, thay hệ thống điện và tủ hóa chất, có biên bản nghiệm thu an toàn", "Phó hiệu trưởng", "Kế toán", "quý 2/2025", "2025-04-01", "2025-06-30", "", 420000000, "ngân sách", ""],
  ["3.2", 2, "Xây thêm khối phòng học tám phòng thay dãy nhà cấp bốn", "Hiệu trưởng", "UBND phường An Bình", "giai đoạn 2026-2028", "2026-01-01", "2028-12-31", "", 8000000000, "ngân sách", ""],
  ["3.6", 3, "Bổ sung sách, nối mạng thư viện với thư viện phường, mở cửa cả giờ nghỉ trưa; giáo viên Ngữ văn có tiết đọc tại thư viện", "Nhân viên thư viện", "Giáo viên", "tháng 9/2025 và các năm tiếp theo", "2025-09-01", "", "mo", 60000000, "ngân sách, xã hội hóa", ""],
  ["4.2", 2, "Họp giao ban với Đảng ủy, ủy ban phường về an toàn trường học", "Hiệu trưởng", "Công an phường", "hằng quý", "2024-09-01", "2029-08-31", "quy", 0, "", "2025-01-20:20"],
  ["5.2", 2, "Lập danh sách học sinh có hoàn cảnh khó khăn ngay đầu năm, giao mỗi giáo viên kèm hai em, cấp học bổng từ quỹ khuyến học", "Tổng phụ trách Đội", "Ban đại diện cha mẹ học sinh, Giáo viên chủ nhiệm", "đầu năm học 2024-2025", "2024-09-01", "2024-10-15", "", 45000000, "tài trợ", "2024-10-10:100"],
  ["5.2", 2, "Mở câu lạc bộ Toán, Tin học và đội tuyển điền kinh", "Tổ trưởng chuyên môn", "Giáo viên", "hằng tháng", "2024-09-01", "2029-08-31", "thang", 30000000, "thỏa thuận", "2025-03-01:40"],
  ["5.5", 2, "Dạy kỹ năng bơi an toàn, thoát nạn khi cháy cho toàn bộ học sinh khối 6 và khối 7", "Tổng phụ trách Đội", "Công an phường", "tháng 2/2025", "2025-02-01", "2025-02-28", "", 0, "thỏa thuận", "2025-02-10:20"],
  ["5.5", 2, "Thử chữ lạ: <script>alert(1)</script> \"onload=alert(2)\" javascript:alert(3) \u202eđảo\u202c", "Giáo viên", "", "", "", "", "", 0, "", ""],
  ["5.6", 0, "Giữ tỷ lệ tốt nghiệp từ 99% trở lên; mỗi tháng khảo sát một lần, học sinh dưới trung bình được phụ đạo", "Phó hiệu trưởng", "Giáo viên", "thường xuyên", "2024-09-01", "2029-08-31", "thang", 0, "không", ""],
];
const tasks = [];
const rows = many ? Array.from({ length: Number(many) }, (_, i) => { const r = plan[i % plan.length].slice(); r[0] = criteria[(i * 7) % criteria.length].id; r[1] = by[r[0]].max; r[2] += ` (đợt ${i + 1})`; return r; }).sort((a, b) => criteria.indexOf(by[a[0]]) - criteria.indexOf(by[b[0]])) : plan;
rows.forEach((r, i) => {
  const t = { n: i + 1, c: by[r[0]], text: r[2], lead: r[3], with: r[4] ? r[4].split(", ") : [], time: r[5], from: r[6], to: r[7], rec: r[8], money: r[9], src: r[10] ? r[10].split(", ") : [], prog: r[11] };
  t.c.target = r[1] || t.c.result; t.c.keep = t.c.target === t.c.result; t.c.tasks.push(t); tasks.push(t);
  const last = t.prog.split(" ").filter((p) => p && (!on || p.slice(0, 10) <= on)).pop();
  t.pct = last ? Number(last.slice(11)) : -1;
  t.s = t.pct >= 100 ? 1 : t.pct > 0 ? 2 : t.pct === 0 ? 3 : 4;
  t.late = !!(on && t.s !== 1 && t.to && t.to < on);
});
const people = [...new Set(tasks.flatMap((t) => [t.lead, ...t.with]))];
const sources = ["ngân sách", "xã hội hóa", "tài trợ", "thỏa thuận", "nguồn thu hợp pháp khác"].filter((s) => tasks.some((t) => t.src.includes(s)));
const terms = [];
for (let y = y0; y < y0 + years; y++) terms.push([`HK I ${y}-${y + 1}`, `${y}-09-01`, `${y + 1}-01-31`], [`HK II ${y}-${y + 1}`, `${y + 1}-02-01`, `${y + 1}-05-31`], [`Hè ${y + 1}`, `${y + 1}-06-01`, `${y + 1}-08-31`]);
const inTerm = (t, k) => t.from && t.from <= terms[k][2] && (!t.to || t.to >= terms[k][1]);
const pos = (d) => { const [y, m, day] = d.split("-").map(Number); return Math.min(100, Math.max(0, ((y - y0) * 12 + m - 9 + (day - 1) / 31) / (years * 12) * 100)); };
const posEnd = (d) => Math.min(100, pos(d) + 100 / (years * 12 * 31));
const n2 = (x) => String(Math.round(x * 100) / 100);
const badge = (t) => t.late ? '<span class="dau-hieu tre">! Quá hạn' + (t.pct > 0 ? ` ${t.pct}%` : "") + "</span>" : ['<span class="dau-hieu xong">✓ Hoàn thành</span>', `<span class="dau-hieu dang">◐ Đang thực hiện ${t.pct}%</span>`, '<span class="dau-hieu">○ Chưa hoàn thành</span>', '<span class="dau-hieu">· Chưa ghi tiến độ</span>'][t.s - 1];
const ref = (t) => `<li><a href="#v${t.n}">${t.n}</a></li>`;
const cid = (c) => "tc-" + c.id.replace(".", "-");
const opt = (o) => `<option>${h(o)}</option>`;

const hold = criteria.filter((c) => c.result < Math.min(2, c.max));
const cell = (c) => {
  const gap = c.target - c.result, planned = c.tasks.length, holds = c.result < Math.min(2, c.max);
  const show = c.result === 0 ? "✕" : c.result;
  const what = `${c.id} ${c.title}: ${c.result ? "đạt mức " + c.result : "không đạt"}` + (planned ? c.keep ? ", duy trì" : `, mục tiêu mức ${c.target} (nâng ${gap} mức)` : ", chưa có việc trong kế hoạch") + (holds ? "; đang giữ trường dưới mức 2" : "") + `. ${planned} việc.`;
  return `<td><a class="m${c.result}${holds ? " giu" : ""}" href="#${planned ? "v" + c.tasks[0].n : "o-xepmuc"}"><span aria-hidden="true">${c.id}</span><b aria-hidden="true">${show}${gap > 0 ? " → " + c.target : planned ? " <small>duy trì</small>" : ""}</b><span class="nghe">${h(what)}</span></a></td>`;
};
const cols = Math.max(...standards.map((s) => s[1].length));
const today = on ? `<line class="nay" x1="${n2(pos(on))}%" x2="${n2(pos(on))}%" y2="100%"/>` : "";
const bar = (t) => {
  if (!t.from) return "";
  const a = pos(t.from), b = t.to ? posEnd(t.to) : 100, cls = t.s === 1 ? "xong" : t.late ? "tre" : "thoi", w = Math.max(b - a, .4);
  if (t.rec && t.rec !== "mo") {
    let s = `<rect class="nen" x="${n2(a)}%" y="18" width="${n2(w)}%" height="16" rx="3"/>`;
    return s + `<line class="lap ${t.rec}" x1="${n2(a)}%" x2="${n2(b)}%" y1="26" y2="26" pathLength="${n2((b - a) / 100 * years * 12)}"/>`;
  }
  return `<rect class="${cls}" x="${n2(a)}%" y="18" width="${n2(t.to ? w : w - .1)}%" height="16" rx="3"/>` + (t.to ? "" : `<svg x="100%" y="26" overflow="visible"><path class="mo-ra" d="M-22-5-17 0-22 5M-13-5-8 0-13 5"/></svg>`);
};
const sum = (list) => list.reduce((a, t) => a + t.money, 0);
const bySource = sources.map((s) => [s, tasks.filter((t) => t.src.length === 1 && t.src[0] === s), tasks.filter((t) => t.src.includes(s))]);
const mixed = tasks.filter((t) => t.src.length > 1);
const total = sum(tasks);
const barRow = (name, list, amount, max) => `<tr><th scope="row">${h(name)}</th><td class="so">${list.length}</td><td class="so">${amount ? money(amount) : "–"}</td><td class="so">${list.filter((t) => !t.money).length || "–"}</td><td><svg class="thanh" aria-hidden="true"><rect width="${n2(amount / max * 100)}%" height="100%"/></svg></td></tr>`;
const head = (c1) => `<thead><tr><th scope="col">${c1}</th><th scope="col" class="so">Số việc</th><th scope="col" class="so">Số tiền đã ghi (đồng)</th><th scope="col" class="so">Việc không ghi số tiền</th><th scope="col"><span class="nghe">Biểu đồ</span></th></tr></thead>`;
const count = (s) => tasks.filter((t) => s === 5 ? t.late : t.s === s && !t.late).length;
let x = 0;
const seg = [[1, "xong"], [2, "dang"], [3, "chua"], [5, "tre"]].map(([s, c]) => { const w = count(s) / tasks.length * 100, r = `<rect class="${c}" x="${n2(x)}%" width="${n2(w)}%" height="100%"/>`; x += w; return r; }).join("");
const school = "Trường THCS Hoa Sen", subject = "Cải tiến chất lượng giáo dục giai đoạn 2024-2029";

const body = `<body>
<a class="nhay" href="#tongquan">Đến nội dung</a>
<header class="thanhdau">
<h1>${h(subject)}<small>${h(school)} · 15/KH-THCSHS · 14/10/2024</small></h1>
<nav class="mat" aria-label="Hai mặt của kế hoạch"><a href="#tongquan">Tổng quan</a><a href="#vanban">Văn bản</a></nav>
<button class="nut can-js" id="in" type="button" hidden>In</button>
</header>
<main>
<div id="tongquan">
<nav class="mucluc" aria-label="Các phần của tổng quan"><ul><li><a href="#o-xepmuc">Xếp mức</a></li><li><a href="#o-tieuchi">Tiêu chí</a></li><li><a href="#o-tiendo">Tiến độ</a></li><li><a href="#o-viec">Việc</a></li><li><a href="#o-lich">Lịch</a></li><li><a href="#o-nguoi">Người</a></li><li><a href="#o-thoigian">Thời gian</a></li><li><a href="#o-kinhphi">Kinh phí</a></li><li><a href="#o-kiemtra">Kiểm tra</a></li></ul></nav>
<dl class="o-so">
<div><dt>Xếp mức hiện nay</dt><dd class="lon">Chưa đạt</dd><dd>phấn đấu mức 2</dd></div>
<div><dt>Tiêu chí trong kế hoạch</dt><dd class="lon">${criteria.filter((c) => c.tasks.length).length}/${criteria.length}</dd><dd>${criteria.filter((c) => c.target > c.result).length} tiêu chí nâng mức</dd></div>
<div><dt>Việc</dt><dd class="lon">${tasks.length}</dd><dd>${count(1)} đã hoàn thành</dd></div>
${on ? `<div><dt>Quá hạn đến ${vnDate(on)}</dt><dd class="lon">${count(5)}</dd><dd>trên ${tasks.filter((t) => t.to).length} việc có hạn</dd></div>` : ""}
<div><dt>Số tiền đã ghi</dt><dd class="lon">${total >= 1e9 ? n2(total / 1e9).replace(".", ",") + " tỷ" : n2(total / 1e6).replace(".", ",") + " triệu"}</dd><dd>${tasks.filter((t) => t.money).length} việc có ghi số tiền</dd></div>
</dl>
<section class="the" id="o-xepmuc" aria-labelledby="h-xepmuc"><h2 id="h-xepmuc">Xếp mức</h2>
<p><strong>Trường chưa đạt mức 1</strong> theo Thông tư 18/2018/TT-BGDĐT: còn 1 tiêu chí không đạt (2.3). Đạt hết mục tiêu trong kế hoạch thì trường lên <strong>mức 1</strong>.</p>
<h3>${hold.length} tiêu chí giữ trường dưới mức 2</h3>
<ul class="giulai">${hold.map((c) => `<li><b>${c.id}</b><span>${h(c.title)} <span class="mo">(${c.result ? "mức " + c.result : "không đạt"})</span></span>${c.tasks.length ? `<a href="#v${c.tasks[0].n}">${c.tasks.length} việc</a>` : '<span class="dau-hieu canhbao">! Chưa có việc</span>'}</li>`).join("")}</ul>
</section>
<section class="the" id="o-tieuchi" aria-labelledby="h-tieuchi"><h2 id="h-tieuchi">Tiêu chí theo mức</h2>
<p class="mo">Mỗi ô: số tiêu chí, mức đã đạt → mức của mục tiêu.</p><figure class="bando"><section class="cuon" tabindex="0" aria-labelledby="b-bando"><table><caption class="nghe" id="b-bando">Bản đồ tiêu chí</caption><thead><tr><th scope="col">Tiêu chuẩn</th>${Array.from({ length: cols }, (_, i) => `<th scope="col"><span class="nghe">Tiêu chí thứ </span>${i + 1}</th>`).join("")}</tr></thead><tbody>${standards.map(([t], s) => `<tr><th scope="row">${s + 1}. ${h(t)}</th>${criteria.filter((c) => c.s === s).map(cell).join("")}${"<td></td>".repeat(cols - standards[s][1].length)}</tr>`).join("\n")}</tbody></table></section>
<figcaption>Rê chuột hoặc dùng phím Tab vào một ô để đọc tên tiêu chí.</figcaption></figure>
<ul class="chugiai"><li><span class="mau m0" aria-hidden="true">✕</span> không đạt</li><li><span class="mau m1" aria-hidden="true">1</span> mức 1</li><li><span class="mau m2" aria-hidden="true">2</span> mức 2</li><li><span class="mau m3" aria-hidden="true">3</span> mức 3</li><li><span class="mau giu" aria-hidden="true"></span> viền đỏ: giữ trường dưới mức 2</li></ul>
</section>
<section class="the" id="o-tiendo" aria-labelledby="h-tiendo"><h2 id="h-tiendo">Tiến độ${on ? " đến ngày " + vnDate(on) : ""}</h2>
<svg class="thanh cao" aria-hidden="true">${seg}</svg>
<ul class="dem"><li><span class="dau-hieu xong">✓ Hoàn thành</span> ${count(1)}</li><li><span class="dau-hieu dang">◐ Đang thực hiện</span> ${count(2)}</li><li><span class="dau-hieu">○ Chưa hoàn thành</span> ${count(3)}</li><li><span class="dau-hieu">· Chưa ghi tiến độ</span> ${count(4)}</li>${on ? `<li><span class="dau-hieu tre">! Quá hạn</span> ${count(5)}</li>` : ""}</ul>
${on ? `<h3>Quá hạn</h3><p class="mo">Việc đã hết thời gian mà chưa hoàn thành.</p><section class="cuon" tabindex="0" aria-labelledby="b-quahan"><table class="bang"><caption class="nghe" id="b-quahan">Việc quá hạn</caption><thead><tr><th scope="col" class="so">Việc</th><th scope="col">Nội dung</th><th scope="col">Chủ trì</th><th scope="col">Hạn</th><th scope="col">Tiến độ gần nhất</th></tr></thead><tbody>${tasks.filter((t) => t.late).slice(0, 50).map((t) => `<tr><td class="so"><a href="#v${t.n}">${t.n}</a></td><th scope="row">${h(t.text)}</th><td>${h(t.lead)}</td><td class="so">${vnDate(t.to)}</td><td>${t.pct < 0 ? "chưa ghi" : t.pct + "%"}</td></tr>`).join("\n")}</tbody></table></section>` : "<p class=\"mo\">Chọn một ngày ở phần Việc để tính việc quá hạn.</p>"}
</section>
<section class="the" id="o-viec" aria-labelledby="h-viec"><h2 id="h-viec">Việc</h2>
<form class="loc" id="loc" hidden aria-label="Lọc việc">
<label>Tìm chữ<input type="search" name="tim" autocomplete="off" placeholder="có dấu hoặc không dấu"></label>
<label>Người<select name="nguoi" data-loc="n"><option value="">Tất cả</option>${people.map(opt).join("")}</select></label>
<label>Tiêu chuẩn<select name="tieuchuan" data-loc="c"><option value="">Tất cả</option>${standards.map((s, i) => `<option value="${i + 1}">${i + 1}. ${h(s[0])}</option>`).join("")}</select></label>
<label>Thời gian<select name="ky" data-loc="t"><option value="">Tất cả</option>${terms.map((t) => opt(t[0])).join("")}</select></label>
<label>Nguồn kinh phí<select name="nguon" data-loc="k"><option value="">Tất cả</option>${sources.map(opt).join("")}</select></label>
<label>Tình trạng<select name="tinhtrang" data-loc="s"><option value="">Tất cả</option><option value="xong">Hoàn thành</option><option value="dang">Đang thực hiện</option><option value="chua">Chưa hoàn thành</option><option value="khongghi">Chưa ghi tiến độ</option><option value="quahan">Quá hạn</option></select></label>
<label>Tính đến ngày<input type="date" name="ngay" data-goc="${on}"></label>
<button class="nut" type="submit">Xem kết quả</button>
<button class="nut" type="reset">Bỏ lọc</button>
</form>
<p id="ketqua-loc" role="status" tabindex="-1"><span id="loc-dem">${tasks.length} việc.</span> <span id="loc-qua-han"></span></p>
${standards.map(([t], s) => { const list = tasks.filter((k) => k.c.s === s); return list.length ? `<section class="nhom" aria-labelledby="h-tc${s + 1}"><h3 id="h-tc${s + 1}">Tiêu chuẩn ${s + 1}. ${h(t)}</h3><ol class="ds">${list.map((k) => `<li id="v${k.n}" data-n="${[k.lead, ...k.with].map((p) => people.indexOf(p) + 1).join(" ")}" data-c="${s + 1}" data-t="${terms.map((_, i) => inTerm(k, i) ? i + 1 : 0).filter(Boolean).join(" ")}" data-k="${k.src.map((q) => sources.indexOf(q) + 1).filter(Boolean).join(" ")}" data-s="${k.s}${k.late ? " 5" : ""}"${k.to ? ` data-den="${k.to}"` : ""}${k.prog ? ` data-td="${k.prog}"` : ""}><div class="ma">${k.n}<small>${k.c.id}</small></div><div class="viec"><p>${h(k.text)}</p></div><dl><div><dt>Chủ trì</dt><dd>${h(k.lead)}</dd></div>${k.with.length ? `<div><dt>Phối hợp</dt><dd>${h(k.with.join(", "))}</dd></div>` : ""}<div><dt>Thời gian</dt><dd>${h(k.time || "chưa ghi")}</dd></div>${k.src.length || k.money ? `<div><dt>Kinh phí</dt><dd>${h([k.money ? money(k.money) + " đồng" : "", k.src.join(", ")].filter(Boolean).join(", "))}</dd></div>` : ""}<div><dt class="nghe">Tiến độ</dt><dd>${badge(k)}</dd></div><div><dt class="nghe">Văn bản</dt><dd><a href="#${cid(k.c)}">Xem trong văn bản</a></dd></div></dl></li>`).join("\n")}</ol></section>` : ""; }).join("\n")}
</section>
<section class="the" id="o-lich" aria-labelledby="h-lich"><h2 id="h-lich">Lịch</h2>
<p class="mo">Mỗi hàng một việc, theo năm học và học kỳ.${on ? " Vạch đứt màu đỏ là ngày " + vnDate(on) + "." : ""}</p><section class="cuon" tabindex="0" aria-labelledby="b-lich"><table class="lich"><caption class="nghe" id="b-lich">Lịch các việc</caption>
<colgroup><col class="cviec">${"<col class=\"k5\"><col class=\"k4\"><col class=\"k3\">".repeat(years)}</colgroup>
<thead><tr><th scope="col" rowspan="2">Việc</th>${Array.from({ length: years }, (_, i) => `<th scope="colgroup" colspan="3">${y0 + i}-${y0 + i + 1}</th>`).join("")}</tr><tr>${Array.from({ length: years }, () => '<th scope="col">HK I</th><th scope="col">HK II</th><th scope="col">Hè</th>').join("")}</tr></thead>
<tbody>${tasks.map((t) => `<tr id="l${t.n}"><th scope="row"><span class="dong"><a href="#v${t.n}">${t.n}</a> ${h(t.text)}</span><span>${h(t.time || "chưa ghi thời gian")}</span></th><td class="n${years}" colspan="${terms.length}"><svg aria-hidden="true">${bar(t)}${today}</svg></td></tr>`).join("\n")}</tbody></table></section>
<ul class="chugiai"><li><svg aria-hidden="true" class="mau"><rect class="thoi" width="100%" height="12" y="3" rx="3"/></svg> có hạn</li><li><svg aria-hidden="true" class="mau"><rect class="nen" width="100%" height="12" y="3" rx="3"/><line class="lap" x2="100%" y1="9" y2="9" pathLength="3"/></svg> lặp lại</li><li><svg aria-hidden="true" class="mau"><rect class="thoi" width="100%" height="12" y="3" rx="3"/><path class="mo-ra" d="M12 5l4 4-4 4M20 5l4 4-4 4"/></svg> còn tiếp sau kế hoạch</li><li><svg aria-hidden="true" class="mau"><rect class="xong" width="100%" height="12" y="3" rx="3"/></svg> ✓ hoàn thành</li><li><svg aria-hidden="true" class="mau"><rect class="tre" width="100%" height="12" y="3" rx="3"/></svg> ! quá hạn</li></ul>
</section>
<section class="the" id="o-nguoi" aria-labelledby="h-nguoi"><h2 id="h-nguoi">Theo người</h2>
<p class="mo">Số việc và số thứ tự việc của từng người, từng bộ phận. Bấm vào tên để chỉ xem việc của người đó.</p><section class="cuon" tabindex="0" aria-labelledby="b-nguoi"><table class="bang"><caption class="nghe" id="b-nguoi">Việc theo người</caption><thead><tr><th scope="col">Người, bộ phận</th><th scope="col">Chủ trì</th><th scope="col">Phối hợp</th>${on ? '<th scope="col" class="so">Quá hạn</th>' : ""}</tr></thead><tbody>${people.map((p) => { const a = tasks.filter((t) => t.lead === p), b = tasks.filter((t) => t.with.includes(p)), l = a.filter((t) => t.late).length; return `<tr><th scope="row"><a href="?nguoi=${encodeURIComponent(p)}#o-viec">${h(p)}</a></th><td>${a.length ? `${a.length} việc: <ul class="lienket">${a.map(ref).join("")}</ul>` : "–"}</td><td>${b.length ? `${b.length} việc: <ul class="lienket">${b.map(ref).join("")}</ul>` : "–"}</td>${on ? `<td class="so">${l || "–"}</td>` : ""}</tr>`; }).join("\n")}</tbody></table></section>
</section>
<section class="the" id="o-thoigian" aria-labelledby="h-thoigian"><h2 id="h-thoigian">Theo thời gian</h2>
<p class="mo">Việc bắt đầu, việc đến hạn trong từng học kỳ.</p><section class="cuon" tabindex="0" aria-labelledby="b-thoigian"><table class="bang"><caption class="nghe" id="b-thoigian">Việc theo học kỳ</caption><thead><tr><th scope="col">Học kỳ</th><th scope="col">Bắt đầu</th><th scope="col">Đến hạn</th><th scope="col" class="so">Số việc trong kỳ</th></tr></thead><tbody>${terms.map((t, k) => { const a = tasks.filter((q) => q.from && q.from >= t[1] && q.from <= t[2]), b = tasks.filter((q) => q.to && q.to >= t[1] && q.to <= t[2]), c = tasks.filter((q) => inTerm(q, k)); return `<tr><th scope="row"><a href="?ky=${encodeURIComponent(t[0])}#o-viec">${h(t[0])}</a></th><td>${a.length ? `<ul class="lienket">${a.map(ref).join("")}</ul>` : "–"}</td><td>${b.length ? `<ul class="lienket">${b.map(ref).join("")}</ul>` : "–"}</td><td class="so">${c.length}</td></tr>`; }).join("\n")}</tbody></table></section>
</section>
<section class="the" id="o-kinhphi" aria-labelledby="h-kinhphi"><h2 id="h-kinhphi">Kinh phí</h2>
<p>Chỉ cộng những số tiền kế hoạch có ghi: <strong>${money(total)} đồng</strong> trong ${tasks.filter((t) => t.money).length} việc.</p>
<h3>Theo nguồn</h3>
<section class="cuon" tabindex="0" aria-labelledby="b-nguon"><table class="bang"><caption class="nghe" id="b-nguon">Kinh phí theo nguồn</caption>${head("Nguồn")}<tbody>${bySource.map(([s, l]) => barRow(s, l, sum(l), total)).join("\n")}${barRow("nhiều nguồn, không tách", mixed, sum(mixed), total)}</tbody><tfoot><tr><th scope="row">Cộng</th><td class="so">${tasks.filter((t) => t.src.length).length}</td><td class="so">${money(total)}</td><td class="so"></td><td></td></tr></tfoot></table></section>
<h3>Theo tiêu chuẩn</h3>
<section class="cuon" tabindex="0" aria-labelledby="b-kptc"><table class="bang"><caption class="nghe" id="b-kptc">Kinh phí theo tiêu chuẩn</caption>${head("Tiêu chuẩn")}<tbody>${standards.map(([t], s) => { const l = tasks.filter((q) => q.c.s === s); return barRow(`${s + 1}. ${t}`, l, sum(l), total); }).join("\n")}</tbody></table></section>
</section>
<section class="the" id="o-kiemtra" aria-labelledby="h-kiemtra"><h2 id="h-kiemtra">Kiểm tra</h2>
<p class="mo">1 lỗi, 1 cảnh báo, 1 ghi chú, 1 điều được chấp nhận.</p>
<ul class="ghinhan">
<li><span class="dau-hieu loi">✕ Lỗi</span><p><b>KH2003</b> Tiêu chí 1.7 không có mức 3. <a href="#v4">Tiêu chí 1.7</a> <span class="mo">ke-hoach.khct:31:13</span></p><p class="mo">Gợi ý: trường đã đạt mức 2; viết “duytri muc 2” để giữ mức đã đạt.</p></li>
<li><span class="dau-hieu canhbao">! Cảnh báo</span><p><b>KH3005</b> Tiêu chí 1.3 giữ trường dưới mức phấn đấu mà chưa có việc nào. <span class="mo">ke-hoach.khct:22:3</span></p></li>
<li><span class="dau-hieu">i Ghi chú</span><p><b>KH7001</b> Có hai kiểu đặt dấu trong một văn bản (hòa, hoà). <span class="mo">ke-hoach.khct:40:9</span></p></li>
<li><span class="dau-hieu xong">✓ Chấp nhận</span><p><b>KH4005</b> Việc 12 nằm ngoài thời gian của kế hoạch. <a href="#v12">Việc 12</a></p><p class="mo">Lý do: dự án của phường kéo dài.</p></li>
</ul></section>
</div>
<article id="vanban" aria-label="Văn bản kế hoạch">
<div class="to">
<div class="quochieu"><div><p class="hoa">UBND phường An Bình</p><p class="hoa dam ke">${h(school)}</p><p>Số: 15/KH-THCSHS</p></div><div><p class="hoa dam qh">Cộng hòa xã hội chủ nghĩa Việt Nam</p><p class="dam tn"><span>Độc lập - Tự do - Hạnh phúc</span></p><p class="nghieng">An Bình, ngày 14 tháng 10 năm 2024</p></div></div>
<div class="tenvb"><h2><span class="loai">Kế hoạch</span><span>${h(subject)}</span></h2></div>
<section><h3>I. Mục đích, yêu cầu</h3><h4>1. Mục đích</h4><p>Giữ vững những tiêu chí đã đạt, khắc phục điểm yếu mà báo cáo tự đánh giá nêu ra, từng bước đưa nhà trường lên mức 2 trước khi kết thúc năm học 2028-2029.</p><h4>2. Yêu cầu</h4><p>Mỗi việc có người chủ trì, có thời gian hoàn thành và có nguồn lực bảo đảm; tiến độ được ghi lại ít nhất hai lần trong một năm học.</p><ul class="gach"><li>Công khai kế hoạch trên bảng tin và trang thông tin điện tử của trường;</li><li>Lấy ý kiến của cha mẹ học sinh trước khi điều chỉnh.</li></ul></section>
<section><h3>II. Căn cứ xây dựng kế hoạch</h3><p class="canc">Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học;</p><p class="canc">Căn cứ báo cáo tự đánh giá năm học 2023-2024 của nhà trường.</p>
<section class="cuon" tabindex="0" aria-labelledby="b-ketqua"><table class="bangvb hep"><caption class="nghe" id="b-ketqua">Kết quả tự đánh giá năm học 2023-2024</caption><thead><tr><th scope="col" rowspan="3">Tiêu chuẩn, tiêu chí</th><th scope="colgroup" colspan="4">Kết quả</th></tr><tr><th scope="col" rowspan="2">Không đạt</th><th scope="colgroup" colspan="3">Đạt</th></tr><tr><th scope="col">Mức 1</th><th scope="col">Mức 2</th><th scope="col">Mức 3</th></tr></thead><tbody>${standards.map(([t], s) => `<tr class="nhomvb"><th scope="rowgroup" colspan="5">Tiêu chuẩn ${s + 1}: ${h(t)}</th></tr>` + criteria.filter((c) => c.s === s).map((c) => `<tr><th scope="row">Tiêu chí ${c.id}</th><td class="giua">${c.result ? "" : "X"}</td>${[1, 2, 3].map((m) => `<td class="giua">${m > c.max ? "–" : c.result >= m ? "X" : ""}</td>`).join("")}</tr>`).join("")).join("\n")}</tbody></table></section></section>
</div>
<div class="to ngang"><section><h3>III. Nội dung kế hoạch</h3>
<section class="cuon" tabindex="0" aria-labelledby="b-kehoach"><table class="bangvb"><caption class="nghe" id="b-kehoach">Kế hoạch cải tiến từng tiêu chí</caption><colgroup><col class="w4"><col class="w14"><col class="w10"><col class="w28"><col class="w12"><col class="w10"><col class="w10"><col class="w7"><col class="w5"></colgroup>
<thead><tr><th scope="col">TT</th><th scope="col">Tiêu chuẩn, tiêu chí</th><th scope="col">Kết quả cần đạt</th><th scope="col">Công việc/giải pháp cần thực hiện</th><th scope="col">Chủ trì và phối hợp thực hiện</th><th scope="col">Thời gian thực hiện và hoàn thành</th><th scope="col">Dự kiến kinh phí</th><th scope="col">Điều kiện hỗ trợ khác</th><th scope="col">Ghi chú</th></tr></thead>
${(() => { let n = 0; return standards.map(([t], s) => { const list = criteria.filter((c) => c.s === s && c.tasks.length); return list.length ? `<tbody><tr class="nhomvb"><th scope="rowgroup" colspan="9">Tiêu chuẩn ${s + 1}: ${h(t)}</th></tr>` + list.map((c) => c.tasks.map((k, i) => `<tr${i === 0 ? ` id="${cid(c)}"` : ""}>${i === 0 ? (n++, `<td class="giua" rowspan="${c.tasks.length}">${n}</td><th scope="row" rowspan="${c.tasks.length}">Tiêu chí ${c.id}: ${h(c.title)}</th><td rowspan="${c.tasks.length}">${c.keep ? "Duy trì mức" : "Mức"} ${c.target}</td>`) : ""}<td>${h(k.text)}</td><td><p>Chủ trì: ${h(k.lead)}</p>${k.with.length ? `<p>Phối hợp: ${h(k.with.join(", "))}</p>` : ""}</td><td>${h(k.time)}</td><td>${h([k.money ? money(k.money) + " đồng" : "", k.src.join(", ")].filter(Boolean).join(", "))}</td><td></td><td></td></tr>`).join("\n")).join("\n") + "</tbody>" : ""; }).join("\n"); })()}</table></section></section></div>
<div class="to"><section><h3>IV. Tổ chức thực hiện</h3><h4>1. Hiệu trưởng – Chủ tịch Hội đồng tự đánh giá</h4><p>Chỉ đạo chung; giao việc cho từng thành viên; hai lần mỗi năm học nghe báo cáo tiến độ và quyết định điều chỉnh.</p><h4>2. Cán bộ, giáo viên, nhân viên</h4><p>Làm đúng phần việc được giao, ghi lại tiến độ và minh chứng ngay khi có kết quả.</p><p>Trên đây là kế hoạch cải tiến chất lượng giáo dục của nhà trường./.</p></section>
<div class="cuoi"><div class="noinhan"><p>Nơi nhận:</p><ul><li>UBND phường An Bình (để b/c);</li><li>Các tổ chuyên môn (để t/h);</li><li>Lưu: VT.</li></ul></div><div class="chuky"><p class="hoa">Hiệu trưởng</p><div class="cho"></div><p>Nguyễn Thị Mẫu</p></div></div></div>
</article>
</main>
<script>${js}</script>
</body>`;
const page = `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${sha(css)}; script-src ${sha(js)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${h(subject)} – ${h(school)}</title>
<style>${css}</style>
</head>
${body}
</html>
`;
fs.writeFileSync(out, page);
