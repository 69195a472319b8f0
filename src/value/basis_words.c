/* The words that citations are made of, a row a kind (grammar/basis_tokens.h lists them). */
#include "value/reader.h"

const khct_phrase khct_basis_phrases[] = {
    {'H', "Hiến pháp"},
    {'L', "Bộ luật|Luật|Pháp lệnh"},
    {'K', "Lệnh|Nghị quyết|Nghị quyết liên tịch|Nghị định|Quyết định|Thông tư|Thông tư liên tịch|"
          "Chỉ thị|Công văn|Công điện|Kế hoạch|Văn bản|Văn bản hợp nhất|Thông báo|"
          "Thông báo kết luận|Kết luận|Chương trình|Đề án|Dự án|Quy chế|Báo cáo|Biên bản|"
          "Tờ trình|Phương án|Hợp đồng|Giấy chứng nhận|Giấy mời|Giấy phép|Giấy ủy quyền|"
          "Giấy giới thiệu|Giấy xác nhận|Bản thỏa thuận|Bản ghi nhớ|Nội quy|Thông cáo|Thông tri"},
    {'V', "Hướng dẫn|Quy định"},
    {'s', "số|số:"},
    {'u', "của|do"},
    {'o', "về|về việc|v/v"},
    {'i', "ban hành|banhanh"},
    {'v', "phê duyệt|phê chuẩn|công bố|công nhận|triển khai|thực hiện|tổ chức thực hiện|giao|"
          "cho phép|thành lập|tăng cường|đẩy mạnh|bãi bỏ|đính chính|điều chỉnh|chấp thuận|"
          "thông qua|kèm theo|tiếp tục|đổi mới|nâng cao|tổng kết|sơ kết|bổ nhiệm|kiện toàn|"
          "hỗ trợ|xác nhận|được ban hành|hợp nhất"},
    {'&', "và|cùng|ký|cùng với"}, /* ký ngày */
    {'B', "đã|được|đã được|bị|đã bị"},
    {'A', "sửa đổi|bổ sung|sửa đổi, bổ sung|sửa đổi bổ sung|sửa đổi và bổ sung|thay thế"},
    {'S', "một số điều|một số điều của|một số nội dung"},
    {'b', "bởi|bằng|tại|theo"},
    {'P', "các|những"},
    {'w', "pháp luật|kỷ luật"}, /* no law */
    {0, NULL},
};
