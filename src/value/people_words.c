/* The words that lists of people are made of, a row for what they are. Words are parts of what
 * plans say, never a whole cell; names of roles are the library's and the plan's. */
#include "value/people_words.h"

#include "value/reader.h"

const khct_phrase khct_people_phrases[] = {
    {LEAD, "các|đội ngũ|những|toàn thể|tập thể|toàn bộ|tất cả|mỗi|từng|cá nhân|đại diện|hai|"
           "cả hai|một số|mọi|hầu hết|đa số"},
    {HONOR, "đồng chí|đ/c|đ.c|đc|thầy|thầy giáo|cô|cô giáo|ông|bà|chị|bác|chú"},
    {SUBJECT | ADDRESS, "anh"},
    {TITLE, "trưởng ban|phó ban|phó trưởng ban|trưởng nhóm|thư ký|ủy viên|thành viên|"
            "các thành viên|các ủy viên|chủ tịch|phó chủ tịch|chủ tịch HĐ|chủ tịch hội đồng|"
            "phó chủ tịch HĐ|phó chủ tịch hội đồng"},
    {DUTY, "chủ trì|phụ trách|phụ trách chính|phụ trách chung|chịu trách nhiệm|"
           "chịu trách nhiệm chính|thực hiện|giám sát|chỉ đạo|chỉ đạo chung|theo dõi|kiểm tra|"
           "đôn đốc|tổ chức|tổ chức thực hiện|quản lý|điều hành|tham mưu|xây dựng|hỗ trợ|"
           "tham gia|báo cáo|tổng hợp|triển khai|duyệt|phê duyệt|lập kế hoạch|lên kế hoạch|"
           "hướng dẫn|tuyên truyền|vận động|chuẩn bị|đánh giá|phân công"},
    {WITH, "phối hợp|phối hợp thực hiện|kết hợp"},
    {LABEL, "người chủ trì|đơn vị chủ trì|bộ phận chủ trì|người phụ trách|người phối hợp|"
            "đơn vị phối hợp|bộ phận phối hợp|người thực hiện|đơn vị thực hiện|người giám sát|"
            "người chỉ đạo"},
    {DENIED, "không|trừ|ngoại trừ"},
    {JOIN, "và|hoặc|với|cùng|cùng với|phối hợp với|phối hợp cùng|kết hợp với|kết hợp cùng"},
    {CLASS, "lớp|nhóm lớp|nhóm trẻ|khối|khối lớp|điểm trường|phân hiệu|cơ sở"},
    {PLACE, "lá|chồi|mầm|nhà trẻ|MG|mẫu giáo ghép|mẫu giáo|mẫu giáo bé|mẫu giáo nhỡ|mẫu giáo lớn|"
            "bé|nhỡ|lớn"},
    {PLACE | SAME, "nt"},
    {GROUP, "tổ|tổ bộ môn|tổ khối"},
    {TEAM, "nhóm|nhóm bộ môn"},
    {BODY, "phòng|ban|bộ phận"},
    {FIELD, "chuyên môn|CM|cơ sở vật chất|CSVC|tài chính|nề nếp|nền nếp|bán trú|văn thể|"
            "văn thể mỹ|lao động|phổ cập|phổ cập giáo dục|PCGD|XMC|hoạt động ngoài giờ|"
            "hoạt động ngoài giờ lên lớp|HĐNGLL|ngoài giờ lên lớp|phong trào|CNTT|thi đua|"
            "thi đua khen thưởng|tuyển sinh|pháp chế|đào tạo|hành chính|quản trị|nhân sự|"
            "kiểm định|kiểm định chất lượng|kiểm định chất lượng giáo dục|KĐCLGD|"
            "chất lượng|an toàn|an ninh|an ninh trật tự|vệ sinh|môi trường|khảo thí|chuyển đổi số|"
            "xã hội hóa|công tác xã hội hóa|dạy học|giáo dục|chăm sóc|hướng nghiệp|dạy nghề|"
            "ngoại khóa|truyền thông|quy chế dân chủ|chính trị tư tưởng|trường học hạnh phúc"},
    {SUBJECT, "toán|ngữ văn|tiếng việt|tiếng anh|ngoại ngữ|tiếng pháp|tiếng trung|vật lý|hóa|"
              "hóa học|sinh|sinh học|sử|lịch sử|địa|địa lý|lịch sử và địa lý|gdcd|"
              "giáo dục công dân|tin|tin học|công nghệ|cn|thể dục|td|tdtt|gdtc|giáo dục thể chất|"
              "thể chất|gdqp|qpan|gdqpan|quốc phòng|âm nhạc|nhạc|mỹ thuật|mt|nghệ thuật|khtn|"
              "tự nhiên|xã hội|ktpl|khoa học tự nhiên|khxh|khoa học xã hội|khoa học|đạo đức|tnxh|"
              "hđtn|gdđp|gdktpl|năng khiếu|tổng hợp"},
    {SUBJECT | MIDDLE, "văn"},
    {PLAIN | MIDDLE, "thị"},
    {SUBJECT | SURNAME, "lý"},
    {PLAIN, "văn phòng|văn thư|văn hóa|văn nghệ|văn thể|sinh hoạt|sinh viên|hóa chất|anh em|"
            "anh chị|địa phương|công nghệ thông tin|tin tức|sử dụng|được phân công|lò văn"},
    {DITTO, "như trên|n.t"},
    {PLAIN | SURNAME, "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|đào|"
                      "đinh|đoàn|trịnh|trương|lâm|mai|tô|tạ|hà|lưu|lương|chu|châu|cao|thái|tống|"
                      "quách|kiều|la|lò|vi|giàng|sùng|vàng|thào|quàng|cầm|nông|triệu|bế|hứa|"
                      "thạch|danh|kim|phùng|vương|nghiêm|doãn|đàm|tăng|khổng|âu|mạc|cù|giang|"
                      "lường|lù|cà|vừ|mùa|hờ|tòng|sầm|lục|thân|bạch|diệp|phí|khúc|giáp|cấn|chử|"
                      "hầu|phàn|tẩn|chảo|ninh|mã|sình"},
    {0, NULL},
};
