// "Hướng dẫn": what one needs to begin, in the page itself.
export const HELP: [string, string[]][] = [
    ['Bắt đầu', [
        'Bấm “Kế hoạch mới”, chọn cấp học, mẫu và năm học; rồi điền ở thẻ “Biểu mẫu”. Không cần biết một dòng lệnh nào.',
        'Đã có tệp .khct thì bấm “Mở…” hoặc thả tệp vào trang. Kế hoạch gồm nhiều tệp: chọn cả các tệp ấy cùng lúc.',
        'Đã có kế hoạch bằng Word thì mở thẳng tệp .docx; bảng công việc ở Excel hay trang web thì “Dán bảng…”. khct đọc, và nói những chỗ cần xem lại.',
        'Bên phải là trang sẽ in ra, đổi theo từng chữ bạn viết. Thẻ “Nhận xét” nói chỗ nào còn thiếu hoặc chưa đúng; bấm vào một nhận xét để tới chỗ đó, bấm “Sửa” để khct sửa giúp.',
    ]],
    ['Văn bản và biểu mẫu là một', [
        'Điền vào biểu mẫu thì văn bản đổi theo, viết trong văn bản thì biểu mẫu đổi theo. Dùng một trong hai cũng đủ.',
        'Trong văn bản, mỗi mục kết thúc bằng dấu ; và mỗi khối nằm giữa < và >. Ctrl+Cách gợi ý từ, F2 đổi tên vai trò ở mọi chỗ, Shift+Alt+F trình bày lại, Ctrl+F tìm.',
        'Thời gian, kinh phí, người thực hiện viết như vẫn viết: “tháng 9/2026”, “12,5 triệu đồng, ngân sách”, “Hiệu trưởng, tổ chuyên môn”. Dưới mỗi ô có dòng “khct hiểu: …”.',
    ]],
    ['Lưu và gửi đi', [
        '“Lưu” ghi tệp .khct; đó là bản gốc để mở lại lần sau. “Tải về” làm ra Word, trang HTML, Excel, bảng CSV, LaTeX, JSON.',
        '“In” mở hộp in của trình duyệt: chọn khổ A4 và tắt “Đầu trang và chân trang”. Muốn có PDF thì chọn “Lưu dưới dạng PDF” trong hộp đó.',
        'Thẻ “Bản lưu” giữ những trạng thái gần đây trên máy này, và cho xem bản nào khác bản đang viết ở đâu.',
    ]],
    ['Riêng tư', [
        'Mọi việc làm ngay trên máy này. Trang không gửi một yêu cầu nào ra ngoài, và chính sách bảo mật của trang cấm điều đó.',
    ]],
];
