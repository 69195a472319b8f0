/* The words that money is made of, a row a kind (grammar/money_tree.h lists them). Words are
 * parts of what plans say, never whole cells: what is read must follow from the grammar. */
#include "value/reader.h"
#include "value/money.h"

#include "money_tree.h"

#define FROM(source) KHCT_ROW('s', KHCT_SOURCE_##source)
#define WORDS(known) KHCT_ROW('K', KHCT_MONEY_##known)
#define W(kind, number) KHCT_ROW(kind, number)

const khct_phrase khct_money_phrases[] = {
    /* scales and the unit */
    {W('h', 0), "trăm"},
    {W('c', 0), "chục"},
    {W('k', 0), "nghìn|ngàn|k"},
    {W('m', 0), "triệu|tr|trđ"},
    {W('b', 0), "tỷ"},
    /* VNÐ with an Icelandic letter, as old keyboards write it */
    {W('d', 0), "đồng|đ|VNĐ|VND|VNÐ|đồng VN|đồng Việt Nam"},
    {W('C', 0), "chẵn"},
    {W('r', 0), "rưỡi"},
    /* numbers in words */
    {W('w', 1), "một|mốt"},
    {W('w', 2), "hai"},
    {W('w', 3), "ba"},
    {W('w', 4), "bốn|tư"},
    {W('w', 5), "lăm|nhăm"},
    {W('w', 6), "sáu"},
    {W('w', 7), "bảy|bẩy"},
    {W('w', 8), "tám"},
    {W('w', 9), "chín"},
    {W('w', 10), "mười"},
    {W('w', 20), "mươi"},
    {W('w', 0), "linh|lẻ"},
    {W('y', 0), "năm"},
    {W('Y', 0), "năm học|giai đoạn"},
    /* about how much */
    {W('a', 0), "khoảng|dự kiến|dự trù|ước|ước tính|tối đa|tối thiểu|ít nhất|nhiều nhất|"
                "không quá|không vượt quá|không dưới|hơn|gần|xấp xỉ|trên dưới"},
    {W('A', 0), "trên|dưới"},
    /* what leads to an amount or a source; 1: the money itself */
    {W('l', 1), "kinh phí|KP|số tiền|phí"},
    {W('z', 1), "chi phí|tiền"},
    {W('l', 0), "dự toán|mức|đầu tư|nguồn|vốn|trích|bằng|thực hiện|thu|theo|các|là|vận động|"
                "huy động|được huy động|kêu gọi|tham gia|kết hợp|đơn giá|thanh toán|ban đại diện"},
    {W('l', KHCT_MONEY_FROM), "từ|do"},
    {W('l', 2), "sử dụng|dùng|cần"},
    {W('z', 0), "chi"},
    {W('l', KHCT_MONEY_REST), "còn lại|phần còn lại|số còn lại"},
    /* what belongs to a source, or to a known word */
    {W('q', 0), "của|của các|trên địa bàn|với|tại|cấp|được cấp|được giao|giao|phân bổ|dành cho|"
                "được duyệt|được phê duyệt|được phân bổ|bố trí|đối ứng|ủng hộ|ngày công|đảm bảo|"
                "chi trả|trường|giáo dục|sự nghiệp|hiện hành|chi tiêu nội bộ|không tự chủ|"
                "không thường xuyên|giao khoán|không giao khoán|hoạt động|chuyên môn|trong|vào|"
                "khác|cải cách tiền lương|trung hạn|tự nguyện|hợp lệ"},
    {KHCT_ROW('s', KHCT_SOURCE_BUDGET | KHCT_MONEY_COMMON), "nhà nước"},
    {W('q', KHCT_MONEY_SPENT), "hỗ trợ"},
    {W('q', KHCT_MONEY_PLACE), "địa phương|trung ương|tỉnh|thành phố|huyện|quận|thị xã|phường|xã"},
    {W('q', KHCT_MONEY_UNIT), "đơn vị"},
    /* sources */
    {FROM(BUDGET), "ngân sách|NSNN|NS|NSĐP|NSTW|chi thường xuyên|chi TX|tự chủ|"
                   "kinh phí không tự chủ|KP không tự chủ|kinh phí không thường xuyên|"
                   "KP không thường xuyên|KP hoạt động thường xuyên|"
                   "KP chi hoạt động thường xuyên|chi không thường xuyên|"
                   "đầu tư công|kinh phí hoạt động thường xuyên|"
                   "kinh phí chi hoạt động thường xuyên"},
    {KHCT_ROW('s', KHCT_SOURCE_BUDGET | KHCT_MONEY_COMMON), "thường xuyên"},
    {FROM(SOCIAL), "xã hội hóa|công tác xã hội hóa|XHH|XHHGD|XHH GD"},
    {FROM(SELF), "tự túc|tự chi trả|tự chi|tự lo|tự trang trải|cá nhân"},
    {FROM(SPONSOR), "tài trợ|nhà tài trợ|mạnh thường quân|nhà hảo tâm|doanh nghiệp"},
    {FROM(AGREED), "thỏa thuận|dịch vụ"},
    {FROM(PARENTS), "đóng góp|phụ huynh|quý phụ huynh|phụ huynh học sinh|hội phụ huynh|"
                    "hội cha mẹ học sinh|hội CMHS|ban đại diện CMHS|ban đại diện cha mẹ học sinh|"
                    "ban đại diện phụ huynh|ban đại diện hội CMHS|BĐD CMHS|BĐDCMHS|Ban ĐDCMHS|"
                    "Ban ĐD CMHS|cha mẹ học sinh|cha mẹ HS|phụ huynh HS|cha mẹ học viên|cha mẹ trẻ "
                    "em|cha mẹ trẻ|CMHS|PHHS|PH"},
    {FROM(FEES), "học phí"},
    {FROM(FUND) | KHCT_MARKED_ONLY, "quỹ"},
    {W('o', 0), "Đội|Đoàn|Đoàn Đội|hội|lớp|công đoàn|phúc lợi|khuyến học|tiết kiệm|tiết kiệm chi|"
                "vì bạn nghèo|vì người nghèo|chữ thập đỏ|hội chữ thập đỏ|nhân đạo|từ thiện|"
                "bổ sung thu nhập|phát triển"},
    {W('o', KHCT_MONEY_SPENT), "khen thưởng"},
    {FROM(SCHOOL), "nhà trường|kinh phí trường|kinh phí của trường|kinh phí hoạt động|KP trường|"
                   "KP của trường|KP hoạt động|KPHĐ"},
    {FROM(OTHER), "nguồn khác|nguồn thu khác|kinh phí khác|hợp pháp"},
    /* known words that name neither */
    {WORDS(WITHIN), "lồng ghép"},
    {WORDS(ESTIMATE), "theo dự toán|trong dự toán"},
    {WORDS(RULE), "theo quy định|theo quy chế|quy chế|theo định mức|theo chế độ"},
    {WORDS(ACTUAL), "theo thực tế|theo thực tế phát sinh"},
    /* none, and what is not paid from */
    {W('N', 0), "không|miễn phí"},
    {W('V', 0), "có|mất|tốn|tốn kém|phát sinh|phát sinh thêm|yêu cầu"},
    {W('X', 0), "ngoài"},
    /* wholes and parts */
    {W('T', 0), "tổng|tổng số|tổng cộng|cộng|cộng chung|toàn bộ"},
    {W('u', KHCT_MONEY_ALL), "cả năm|cả năm học|cả hai học kỳ|cả giai đoạn"},
    {W('G', 0), "trong đó"},
    {W('G', 1), "gồm|bao gồm|gồm có|cụ thể|cụ thể như sau|như sau|chia ra|chia thành|chia|"
                "chia làm|phân ra"},
    {W('=', 0), "thành tiền"},
    {W('e', 0), "mỗi|từng|hằng|hàng"},
    /* the rest */
    {W('x', 0), "x|nhân|nhân với"},
    {W('v', 0), "và|cùng|cùng với"},
    {W('t', 0), "đến|tới"},
    {W('B', 0), "bằng chữ|viết bằng chữ|số tiền bằng chữ"},
    {W('U', 0), "ĐVT|đơn vị tính"},
    {W('p', 0), "để|phục vụ|nhằm"},
    {W('p', KHCT_MONEY_FOR), "cho"},
    {W('p', KHCT_MONEY_SPENT), "mua|mua sắm|mua bổ sung|sửa chữa|trang bị|lắp đặt|xây dựng|xây|"
                               "nâng cấp|cải tạo|tu sửa|bảo trì|bảo dưỡng|thay thế|làm|sơn|trồng|"
                               "in|in ấn|thuê|tổ chức|tập huấn|bồi dưỡng|đào tạo|thưởng"},
    /* words that change what stands beside them, and say nothing of money */
    {W('!', 0), "trừ|trước|sau|thiếu|chưa|nếu|chưa kể|chưa bao gồm|chưa gồm|USD|đô la"},
    {W('D', 0), "giảm|giảm bớt|miễn giảm|cắt giảm|nợ|hoàn trả|hoàn lại"},
    /* words that only begin or end like one of these */
    {W('u', 0), "đã bao gồm|đã gồm|nhân dân|nhân viên|nhân sự|nhân rộng|đồng phục|đồng bộ|"
                "đồng chí|hội đồng|hợp đồng|cộng đồng|hội nghị|hội thi|hội trường|ngày hội|"
                "chi bộ|chi đội|chi đoàn|thi đua|phát triển đội ngũ|dự phòng|quỹ đất|công cụ"},
    {0, NULL},
};
