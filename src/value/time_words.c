/* The words that times are made of, a row a kind (grammar/time_tree.h lists them). Words are
 * parts of what plans say, never whole cells: what is read must follow from the grammar. */
#include "value/reader.h"

#include "time_tree.h"

#define W(kind, number) KHCT_ROW(kind, number)

const khct_phrase khct_time_phrases[] = {
    /* units */
    {W('d', 0), "ngày|ngày mùng|các ngày|mùng"},
    {W('w', 0), "tuần|tuần thứ|tuần lễ"},
    {W('m', 0), "tháng|thg"},
    {W('m', 1), "các tháng"}, /* 1: each of them, where no number follows */
    {W('q', 1), "các quý"},
    {W('h', 1), "các học kỳ"},
    {W('q', 0) | KHCT_MARKED_ONLY, "quý"},
    {W('h', 0), "học kỳ|học kỳ thứ|kỳ|kỳ học|HK"},
    {W('x', 0), "hè|dịp hè|nghỉ hè|kỳ nghỉ hè|thời gian hè|mùa hè|các tháng hè"},
    {W('Y', 0), "năm"},
    {W('S', 0), "năm học|namhoc|NH|niên học|niên khóa"},
    {W('C', 0), "các năm học|các năm|những năm"},
    {W('T', 0), "năm học tới|năm học sau|năm học tiếp theo|năm học kế tiếp"},
    {W('u', 0), "năm học mới"},
    {W('P', 0), "giai đoạn|giaidoan|nhiệm kỳ|thời kỳ"},
    {W('j', 1), "năm trước"},
    {W('j', 2), "năm sau|của năm sau"},
    {W('J', 'm'), "tháng sau|của tháng sau|tháng kế tiếp|tháng tiếp theo"},
    {W('J', 'q'), "quý sau"},
    {W('J', 'w'), "tuần sau"},
    /* how often */
    {W('e', 0), "hằng|hàng|mỗi|từng|sau mỗi|vào mỗi|trong mỗi"},
    {W('E', 0), "thường niên"},
    {W('A', 0), "thường xuyên|liên tục|quanh năm"},
    {W('Q', 0), "đột xuất|khi cần|khi cần thiết|khi có yêu cầu|theo yêu cầu|khi có phát sinh|"
                "giờ hành chính|giờ học"},
    /* 1: a feast */
    {W('Q', 1), "Tết Nguyên đán|Tết Trung thu|Trung thu|Giáng sinh|Quốc khánh|ngày Quốc khánh|"
                "ngày Nhà giáo Việt Nam|ngày Quốc tế Phụ nữ|ngày Phụ nữ Việt Nam|"
                "ngày Quốc tế Thiếu nhi|ngày Quốc tế Lao động|ngày thành lập Đoàn|"
                "ngày thành lập Quân đội nhân dân Việt Nam|ngày Giải phóng miền Nam|"
                "Giỗ Tổ Hùng Vương"},
    {W('l', 0), "lần|buổi|tiết|lượt"},
    {W('M', 0), "ít nhất|tối thiểu|tối đa|không ít hơn"},
    /* from when to when */
    {W('f', 0), "từ|kể từ|bắt đầu từ|thực hiện từ|triển khai từ|ngay từ|kéo dài từ"},
    {W('t', 0), "đến|tới|hết|đến hết|tới hết|cho đến|cho đến hết|cho tới|đến khi kết thúc|"
                "đến khi hết|kéo dài đến|kéo dài đến hết"},
    {W('B', 0), "trước"},
    {W('U', 0), "trước khi kết thúc|trước khi hết|chậm nhất|chậm nhất là|chậm nhất vào|"
                "chậm nhất đến|chậm nhất đến hết|muộn nhất|muộn nhất là|trễ nhất|không muộn hơn|"
                "không chậm hơn|không trễ hơn|không quá|hạn chót|hạn cuối|hạn"},
    {W('F', 0), "sau|ngay sau|sau khi kết thúc|sau khi hết"},
    {W('D', 0), "hoàn thành|hoàn thành xong|hoàn thiện|xong|thời gian hoàn thành|"
                "thời điểm hoàn thành|thời gian kết thúc|ngày kết thúc|ngày hoàn thành|KT"},
    {W('k', 0), "kết thúc"},
    {W('G', 0), "đạt"},
    {W('O', 0), "trở đi|trở về sau|và các năm tiếp theo|và các năm học tiếp theo|"
                "và những năm tiếp theo|và những năm học tiếp theo|và năm học tiếp theo|"
                "và năm tiếp theo|và các năm sau|và các năm học sau|và những năm sau|"
                "và những năm học sau|và các năm kế tiếp|và các năm học kế tiếp|và các năm tới|"
                "và tiếp theo|và tiếp tục các năm sau|và duy trì các năm tiếp theo|"
                "các năm tiếp theo|các năm học tiếp theo|những năm tiếp theo|"
                "những năm học tiếp theo|các năm sau|các năm học sau|những năm sau"},
    {W('V', 0), "tầm nhìn|và tầm nhìn|định hướng|và định hướng"},
    /* parts, and words that say nothing more */
    {W('p', KHCT_PART_EARLY), "đầu|đầu tiên|thượng tuần"},
    {W('p', KHCT_PART_FIRST_HALF), "nửa đầu"},
    {W('p', KHCT_PART_MIDDLE), "trung tuần|giữa"},
    {W('p', KHCT_PART_LATE), "hạ tuần|cuối|cuối cùng"},
    {W('p', KHCT_PART_SECOND_HALF), "nửa cuối"},
    {W('i', 0), "ngay|ngay trong|vào|tại|của|là|toàn|suốt|duy trì|khoảng|dự kiến|phải|cần|"
                "cần phải|yêu cầu|phấn đấu|cố gắng|cơ bản|lúc"},
    {W('i', 1), "trong vòng|trong thời gian|trong|cả"}, /* 1: how long, where a number follows */
    {W('I', 0), "định kỳ"},
    {W('H', 0), "này|nay|hiện tại|hiện nay"},
    {W('R', 0), "từ nay|kể từ nay"},
    {W('r', 0), "ngày ký|ngày ký ban hành|ngày ban hành"},
    {W('v', 0), "và"},
    {W('W', 0), "thứ"},
    {W('c', 0), "chủ nhật|CN"},
    {W('g', 0), "giờ"},
    {W('s', 0), "phút"},
    {W('z', 0), "sáng|buổi sáng|trưa|chiều|buổi chiều|tối|buổi tối"},
    {W('X', 0), "sơ kết|tổng kết"},
    {W('u', 0), "bế giảng"},
    {W('K', 0), "dịp|nhân dịp|chào mừng|nhân ngày|kỷ niệm|nhân dịp kỷ niệm|dịp kỷ niệm"},
    /* 1: a day of its own */
    {W('K', 1), "khai giảng|lễ khai giảng|ngày khai giảng|tựu trường|ngày tựu trường"},
    /* what a time is of */
    {W('a', 0), "thời gian|thời gian thực hiện|thời gian triển khai|thời điểm|thời điểm báo cáo|"
                "thời hạn|lộ trình|tiến độ|phê duyệt|nộp|gửi|thực hiện|triển khai|báo cáo"},
    {W('a', KHCT_TIME_STARTS), "thời gian bắt đầu|ngày bắt đầu|bắt đầu|khởi công|khởi động|BĐ"},
    {W('u', 0), "kế hoạch"},
    {W('o', 0), "đợt|vòng|bước"},
    /* numbers */
    {W('N', 1), "giêng|một|nhất|I"},
    {W('N', 2), "hai|nhì|II"},
    {W('N', 3), "ba|III"},
    {W('N', 4), "bốn|tư|IV"},
    {W('N', 6), "sáu|VI"},
    {W('N', 7), "bảy|VII"},
    {W('N', 8), "tám|VIII"},
    {W('N', 9), "chín|IX"},
    {W('N', 10), "mười|X"},
    {W('N', 11), "mười một|XI"},
    {W('N', 12), "mười hai|XII"},
    {W('N', 5), "V"},
    /* words that change what stands beside them */
    {W('!', 0), "không|ngoài|trừ|trên|dưới|chưa|khi|nếu|hoãn|hủy|dừng|tạm dừng|bỏ|cách|tiếp theo|"
                "kế tiếp|tiếp tục"},
    {W('?', 0), "âm lịch|AL"},
    /* words that only begin or end like one of these */
    {W('!', 0), "học kỳ này|tháng hè|sau khi|trước khi|trước thềm"},
    {W('u', 0), "ngày nghỉ|kỳ thi|kỳ họp|hàng hóa|nhất là|trước mắt|đầu tư|đầu mối|quý phụ huynh|"
                "hạn chế"},
    {0, NULL},
};
