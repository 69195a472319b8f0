// A plan of many tasks, made up from few words: node many.js TASKS > PLAN.khct
"use strict";
const count = Number(process.argv[2] || 2000);
const verbs = ["Rà soát", "Bồi dưỡng", "Tổ chức", "Phối hợp với phường", "Bổ sung", "Sửa chữa", "Đánh giá", "Hướng dẫn", "Công khai"];
const things = ["kế hoạch dạy học của từng tổ", "thiết bị phòng học bộ môn", "hoạt động trải nghiệm ngoài nhà trường", "sân chơi và bãi tập",
  "sinh hoạt chuyên môn theo nghiên cứu bài học", "sách, báo và phần mềm của thư viện", "việc kèm học sinh gặp khó khăn trong học tập"];
const people = ["Hiệu trưởng", "Phó hiệu trưởng", "Tổ trưởng chuyên môn", "Giáo viên chủ nhiệm", "Nhân viên thư viện", "Tổng phụ trách Đội", "Kế toán", "Ban đại diện cha mẹ học sinh"];
const times = ["tháng 9/2024", "từ tháng 10/2024 đến tháng 5/2025", "học kỳ II năm học 2025-2026", "hằng tháng", "năm học 2026-2027 và các năm học tiếp theo",
  "mỗi học kỳ, từ năm học 2024-2025 đến năm học 2028-2029", "quý 2/2026", "tháng 6 hằng năm"];
const money = ["ngân sách 12 triệu đồng", "xã hội hóa 4,5 triệu đồng", "không", "ngân sách", "tài trợ 30.000.000 đồng"];
const criteria = [10, 4, 6, 2, 6].flatMap((n, s) => Array.from({ length: n }, (_, i) => `${s + 1}.${i + 1}`));
const pick = (list, i) => list[i % list.length];
const out = [`dung danhmuc tt18_2018;
dung mau cv5932;

truong < ten Trường THCS Hoa Sen; cap thcs; captren UBND phường An Bình; diadanh An Bình; >

kehoach <
  so 15/KH-THCSHS;
  ngay 14/8/2024;
  trichyeu Cải tiến chất lượng giáo dục giai đoạn 2024-2029;
  giaidoan 2024-2025 den 2028-2029;
  phandau muc 2;
>

hientrang namhoc 2023-2024 < muc 1 tatca; >
`];
criteria.forEach((id, k) => {
  out.push(`tieuchi ${id} muc 2 <`);
  for (let i = k; i < count; i += criteria.length) {
    out.push(`  viec ${pick(verbs, i * 7)} ${pick(things, i * 5)}, đợt ${i + 1} <
    giaiphap  ${pick(verbs, i)} ${pick(things, i + 3)}; giao cho từng người, có ngày xong và có người kiểm tra, mỗi tháng họp một lần để nghe báo cáo;
    chutri    ${pick(people, i)};
    phoihop   ${pick(people, i + 3)}, ${pick(people, i + 5)};
    thoigian  ${pick(times, i)};
    kinhphi   ${pick(money, i)};${i % 3 === 0 ? `
    tiendo    15/1/2025 ${(i * 10) % 110}%;` : ""}
  >`);
  }
  out.push(">\n");
});
process.stdout.write(out.join("\n"));
