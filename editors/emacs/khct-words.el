;;; khct-words.el --- The vocabulary of khct  -*- lexical-binding: t; coding: utf-8 -*-

;;; Commentary:
;; Made from grammar/keywords.def by `make editors'; do not edit.

;;; Code:

(defconst khct-words
  '(
    (dung "dung" "dùng"
     "\\(?:d\\(?:ù\\|ù\\)ng\\|dung\\)"
     "dùng một mục của thư viện chuẩn hoặc một tệp khác"
     "uses the library or another file")
    (truong "truong" "trường"
     "\\(?:tr\\(?:ư\\|ư\\)\\(?:ờ\\|ờ\\|ờ\\)ng\\|truong\\)"
     "nhà trường"
     "the school")
    (kehoach "kehoach" "kế hoạch"
     "\\(?:k\\(?:ế\\|ế\\|ế\\)[[:blank:]]+ho\\(?:ạ\\|ạ\\)ch\\|kehoach\\)"
     "văn bản kế hoạch"
     "the document")
    (phan "phan" "phần"
     "\\(?:ph\\(?:ầ\\|ầ\\|ầ\\)n\\|phan\\)"
     "một phần văn xuôi"
     "a section of prose")
    (cancu "cancu" "căn cứ"
     "\\(?:c\\(?:ă\\|ă\\)n[[:blank:]]+c\\(?:ứ\\|ứ\\|ứ\\)\\|cancu\\)"
     "căn cứ pháp lý"
     "the legal basis")
    (hientrang "hientrang" "hiện trạng"
     "\\(?:hi\\(?:ệ\\|ệ\\|ệ\\)n[[:blank:]]+tr\\(?:ạ\\|ạ\\)ng\\|hientrang\\)"
     "kết quả tự đánh giá, hoặc hiện trạng của một tiêu chí"
     "results of the self-assessment, or how things stand for a criterion")
    (tieuchi "tieuchi" "tiêu chí"
     "\\(?:ti\\(?:ê\\|ê\\)u[[:blank:]]+ch\\(?:í\\|í\\)\\|tieuchi\\)"
     "cải tiến cho một tiêu chí"
     "the improvement planned for one criterion")
    (khoan "khoan" "khoản"
     "\\(?:kho\\(?:ả\\|ả\\)n\\|khoan\\)"
     "cải tiến cho một khoản của mức 4"
     "an item of the level-4 article")
    (viec "viec" "việc"
     "\\(?:vi\\(?:ệ\\|ệ\\|ệ\\)c\\|viec\\)"
     "một việc có người và thời gian riêng"
     "a task with its own people and time")
    (vande "vande" "vấn đề"
     "\\(?:v\\(?:ấ\\|ấ\\|ấ\\)n[[:blank:]]+đ\\(?:ề\\|ề\\|ề\\)\\|vande\\)"
     "một vấn đề trọng tâm cần cải tiến"
     "a priority problem")
    (theodoi "theodoi" "theo dõi"
     "\\(?:theo[[:blank:]]+d\\(?:õ\\|õ\\)i\\|theodoi\\)"
     "một lần theo dõi, đánh giá"
     "a monitoring round")
    (vaitro "vaitro" "vai trò"
     "\\(?:vai[[:blank:]]+tr\\(?:ò\\|ò\\)\\|vaitro\\)"
     "khai báo một vai trò"
     "declares a role")
    (viettat "viettat" "viết tắt"
     "\\(?:vi\\(?:ế\\|ế\\|ế\\)t[[:blank:]]+t\\(?:ắ\\|ắ\\|ắ\\)t\\|viettat\\)"
     "khai báo một chữ viết tắt"
     "declares an abbreviation")
    (noinhan "noinhan" "nơi nhận"
     "\\(?:n\\(?:ơ\\|ơ\\)i[[:blank:]]+nh\\(?:ậ\\|ậ\\|ậ\\)n\\|noinhan\\)"
     "danh sách nơi nhận"
     "the recipients")
    (chuky "chuky" "chữ ký"
     "\\(?:ch\\(?:ữ\\|ữ\\|ữ\\)[[:blank:]]+\\(?:k\\(?:ý\\|ý\\)\\|k\\(?:í\\|í\\)\\)\\|chuky\\)"
     "khối chữ ký"
     "a signature block")
    (chophep "chophep" "cho phép"
     "\\(?:cho[[:blank:]]+ph\\(?:é\\|é\\)p\\|chophep\\)"
     "chấp nhận một nhận xét, kèm lý do"
     "accepts a diagnostic, with the reason")
    (danhmuc "danhmuc" "danh mục"
     "\\(?:danh[[:blank:]]+m\\(?:ụ\\|ụ\\)c\\|danhmuc\\)"
     "danh mục tiêu chí"
     "a catalogue of criteria")
    (mau "mau" "mẫu"
     "\\(?:m\\(?:ẫ\\|ẫ\\|ẫ\\)u\\|mau\\)"
     "mẫu văn bản"
     "a template")
    (vanban "vanban" "văn bản"
     "\\(?:v\\(?:ă\\|ă\\)n[[:blank:]]+b\\(?:ả\\|ả\\)n\\|vanban\\)"
     "văn bản pháp luật"
     "a legal document")
    (mucnho "mucnho" "mục nhỏ"
     "\\(?:m\\(?:ụ\\|ụ\\)c[[:blank:]]+nh\\(?:ỏ\\|ỏ\\)\\|mucnho\\)"
     "một mục trong phần"
     "a sub-section")
    (ten "ten" "tên"
     "\\(?:t\\(?:ê\\|ê\\)n\\|ten\\)"
     "tên"
     "name")
    (cap "cap" "cấp"
     "\\(?:c\\(?:ấ\\|ấ\\|ấ\\)p\\|cap\\)"
     "cấp học: mamnon, tieuhoc, thcs, thpt, gdtx"
     "school types: mamnon, tieuhoc, thcs, thpt, gdtx")
    (captren "captren" "cấp trên"
     "\\(?:c\\(?:ấ\\|ấ\\|ấ\\)p[[:blank:]]+tr\\(?:ê\\|ê\\)n\\|captren\\)"
     "cơ quan cấp trên trực tiếp"
     "the superior body")
    (diadanh "diadanh" "địa danh"
     "\\(?:đ\\(?:ị\\|ị\\)a[[:blank:]]+danh\\|diadanh\\)"
     "địa danh ghi trước ngày tháng"
     "the place named before the date")
    (diachi "diachi" "địa chỉ"
     "\\(?:đ\\(?:ị\\|ị\\)a[[:blank:]]+ch\\(?:ỉ\\|ỉ\\)\\|diachi\\)"
     "địa chỉ của trường"
     "address")
    (loaihinh "loaihinh" "loại hình"
     "\\(?:lo\\(?:ạ\\|ạ\\)i[[:blank:]]+h\\(?:ì\\|ì\\)nh\\|loaihinh\\)"
     "loại hình: conglap, danlap, tuthuc"
     "kind of school: conglap, danlap, tuthuc")
    (ma "ma" "mã"
     "\\(?:m\\(?:ã\\|ã\\)\\|ma\\)"
     "mã trường"
     "the school's code")
    (so "so" "số"
     "\\(?:s\\(?:ố\\|ố\\|ố\\)\\|so\\)"
     "số, ký hiệu văn bản"
     "document number")
    (ngay "ngay" "ngày"
     "\\(?:ng\\(?:à\\|à\\)y\\|ngay\\)"
     "ngày ban hành"
     "date")
    (trichyeu "trichyeu" "trích yếu"
     "\\(?:tr\\(?:í\\|í\\)ch[[:blank:]]+y\\(?:ế\\|ế\\|ế\\)u\\|trichyeu\\)"
     "trích yếu nội dung"
     "subject")
    (namhoc "namhoc" "năm học"
     "\\(?:n\\(?:ă\\|ă\\)m[[:blank:]]+h\\(?:ọ\\|ọ\\)c\\|namhoc\\)"
     "năm học"
     "school year")
    (giaidoan "giaidoan" "giai đoạn"
     "\\(?:giai[[:blank:]]+đo\\(?:ạ\\|ạ\\)n\\|giaidoan\\)"
     "giai đoạn nhiều năm"
     "period of several years")
    (phandau "phandau" "phấn đấu"
     "\\(?:ph\\(?:ấ\\|ấ\\|ấ\\)n[[:blank:]]+đ\\(?:ấ\\|ấ\\|ấ\\)u\\|phandau\\)"
     "mức cả trường phấn đấu đạt"
     "the level that the school aims at")
    (loidan "loidan" "lời dẫn"
     "\\(?:l\\(?:ờ\\|ờ\\|ờ\\)i[[:blank:]]+d\\(?:ẫ\\|ẫ\\|ẫ\\)n\\|loidan\\)"
     "lời dẫn trước phần đầu tiên"
     "lead-in before the first part")
    (loiket "loiket" "lời kết"
     "\\(?:l\\(?:ờ\\|ờ\\|ờ\\)i[[:blank:]]+k\\(?:ế\\|ế\\|ế\\)t\\|loiket\\)"
     "lời kết cuối văn bản"
     "closing words")
    (thutu "thutu" "thứ tự"
     "\\(?:th\\(?:ứ\\|ứ\\|ứ\\)[[:blank:]]+t\\(?:ự\\|ự\\|ự\\)\\|thutu\\)"
     "thứ tự các phần"
     "order of the sections")
    (doan "doan" "đoạn"
     "\\(?:đo\\(?:ạ\\|ạ\\)n\\|doan\\)"
     "một đoạn văn"
     "a paragraph")
    (doanso "doanso" "đoạn số"
     "\\(?:đo\\(?:ạ\\|ạ\\)n[[:blank:]]+s\\(?:ố\\|ố\\|ố\\)\\|doanso\\)"
     "một đoạn văn có đánh số"
     "a numbered paragraph")
    (gach "gach" "gạch"
     "\\(?:g\\(?:ạ\\|ạ\\)ch\\|gach\\)"
     "một ý gạch đầu dòng"
     "a list item")
    (diemmanh "diemmanh" "điểm mạnh"
     "\\(?:đi\\(?:ể\\|ể\\|ể\\)m[[:blank:]]+m\\(?:ạ\\|ạ\\)nh\\|diemmanh\\)"
     "điểm mạnh"
     "strength")
    (diemyeu "diemyeu" "điểm yếu"
     "\\(?:đi\\(?:ể\\|ể\\|ể\\)m[[:blank:]]+y\\(?:ế\\|ế\\|ế\\)u\\|diemyeu\\)"
     "điểm yếu"
     "weakness")
    (hanche "hanche" "hạn chế"
     "\\(?:h\\(?:ạ\\|ạ\\)n[[:blank:]]+ch\\(?:ế\\|ế\\|ế\\)\\|hanche\\)"
     "hạn chế"
     "shortcoming")
    (nguyennhan "nguyennhan" "nguyên nhân"
     "\\(?:nguy\\(?:ê\\|ê\\)n[[:blank:]]+nh\\(?:â\\|â\\)n\\|nguyennhan\\)"
     "nguyên nhân"
     "cause")
    (noidung "noidung" "nội dung"
     "\\(?:n\\(?:ộ\\|ộ\\|ộ\\)i[[:blank:]]+dung\\|noidung\\)"
     "nội dung công việc"
     "content")
    (muctieu "muctieu" "mục tiêu"
     "\\(?:m\\(?:ụ\\|ụ\\)c[[:blank:]]+ti\\(?:ê\\|ê\\)u\\|muctieu\\)"
     "mục tiêu"
     "goal")
    (ketqua "ketqua" "kết quả"
     "\\(?:k\\(?:ế\\|ế\\|ế\\)t[[:blank:]]+qu\\(?:ả\\|ả\\)\\|ketqua\\)"
     "kết quả cần đạt"
     "expected result")
    (giaiphap "giaiphap" "giải pháp"
     "\\(?:gi\\(?:ả\\|ả\\)i[[:blank:]]+ph\\(?:á\\|á\\)p\\|giaiphap\\)"
     "giải pháp, có thể nhiều"
     "a measure; any number")
    (chiso "chiso" "chỉ số"
     "\\(?:ch\\(?:ỉ\\|ỉ\\)[[:blank:]]+s\\(?:ố\\|ố\\|ố\\)\\|chiso\\)"
     "chỉ số đánh giá, có thể nhiều"
     "an indicator; any number")
    (ghichu "ghichu" "ghi chú"
     "\\(?:ghi[[:blank:]]+ch\\(?:ú\\|ú\\)\\|ghichu\\)"
     "ghi chú"
     "remark")
    (chutri "chutri" "chủ trì"
     "\\(?:ch\\(?:ủ\\|ủ\\)[[:blank:]]+tr\\(?:ì\\|ì\\)\\|chutri\\)"
     "người hoặc bộ phận chủ trì"
     "who leads")
    (phoihop "phoihop" "phối hợp"
     "\\(?:ph\\(?:ố\\|ố\\|ố\\)i[[:blank:]]+h\\(?:ợ\\|ợ\\|ợ\\)p\\|phoihop\\)"
     "người hoặc bộ phận phối hợp"
     "who helps")
    (thoigian "thoigian" "thời gian"
     "\\(?:th\\(?:ờ\\|ờ\\|ờ\\)i[[:blank:]]+gian\\|thoigian\\)"
     "thời gian thực hiện"
     "time")
    (kinhphi "kinhphi" "kinh phí"
     "\\(?:kinh[[:blank:]]+ph\\(?:í\\|í\\)\\|kinhphi\\)"
     "kinh phí: số tiền và nguồn"
     "money: amounts and sources")
    (nguonluc "nguonluc" "nguồn lực"
     "\\(?:ngu\\(?:ồ\\|ồ\\|ồ\\)n[[:blank:]]+l\\(?:ự\\|ự\\|ự\\)c\\|nguonluc\\)"
     "nguồn lực"
     "resources")
    (dieukien "dieukien" "điều kiện"
     "\\(?:đi\\(?:ề\\|ề\\|ề\\)u[[:blank:]]+ki\\(?:ệ\\|ệ\\|ệ\\)n\\|dieukien\\)"
     "điều kiện hỗ trợ"
     "conditions")
    (minhchung "minhchung" "minh chứng"
     "\\(?:minh[[:blank:]]+ch\\(?:ứ\\|ứ\\|ứ\\)ng\\|minhchung\\)"
     "mã minh chứng và lời"
     "evidence")
    (giamsat "giamsat" "giám sát"
     "\\(?:gi\\(?:á\\|á\\)m[[:blank:]]+s\\(?:á\\|á\\)t\\|giamsat\\)"
     "người giám sát"
     "who supervises")
    (baocao "baocao" "báo cáo"
     "\\(?:b\\(?:á\\|á\\)o[[:blank:]]+c\\(?:á\\|á\\)o\\|baocao\\)"
     "thời điểm báo cáo"
     "when to report")
    (tiendo "tiendo" "tiến độ"
     "\\(?:ti\\(?:ế\\|ế\\|ế\\)n[[:blank:]]+đ\\(?:ộ\\|ộ\\|ộ\\)\\|tiendo\\)"
     "tiến độ vào một ngày"
     "progress on a day")
    (dieuchinh "dieuchinh" "điều chỉnh"
     "\\(?:đi\\(?:ề\\|ề\\|ề\\)u[[:blank:]]+ch\\(?:ỉ\\|ỉ\\)nh\\|dieuchinh\\)"
     "điều chỉnh"
     "adjustment")
    (nguoi "nguoi" "người"
     "\\(?:ng\\(?:ư\\|ư\\)\\(?:ờ\\|ờ\\|ờ\\)i\\|nguoi\\)"
     "người đánh giá"
     "person")
    (muc "muc" "mức"
     "\\(?:m\\(?:ứ\\|ứ\\|ứ\\)c\\|muc\\)"
     "mức"
     "level")
    (khongdat "khongdat" "không đạt"
     "\\(?:kh\\(?:ô\\|ô\\)ng[[:blank:]]+đ\\(?:ạ\\|ạ\\)t\\|khongdat\\)"
     "các tiêu chí không đạt"
     "criteria not met")
    (caonhat "caonhat" "cao nhất"
     "\\(?:cao[[:blank:]]+nh\\(?:ấ\\|ấ\\|ấ\\)t\\|caonhat\\)"
     "mức cao nhất mà tiêu chí có"
     "the highest level a criterion has")
    (tatca "tatca" "tất cả"
     "\\(?:t\\(?:ấ\\|ấ\\|ấ\\)t[[:blank:]]+c\\(?:ả\\|ả\\)\\|tatca\\)"
     "tất cả tiêu chí"
     "all criteria")
    (trinhbay "trinhbay" "trình bày"
     "\\(?:tr\\(?:ì\\|ì\\)nh[[:blank:]]+b\\(?:à\\|à\\)y\\|trinhbay\\)"
     "cách trình bày kết quả: bang, soluong"
     "how results are shown: bang, soluong")
    (bang "bang" "bảng"
     "\\(?:b\\(?:ả\\|ả\\)ng\\|bang\\)"
     "bảng"
     "table")
    (soluong "soluong" "số lượng"
     "\\(?:s\\(?:ố\\|ố\\|ố\\)[[:blank:]]+l\\(?:ư\\|ư\\)\\(?:ợ\\|ợ\\|ợ\\)ng\\|soluong\\)"
     "số lượng theo mức"
     "counts by level")
    (duytri "duytri" "duy trì"
     "\\(?:duy[[:blank:]]+tr\\(?:ì\\|ì\\)\\|duytri\\)"
     "duy trì mức đã đạt"
     "keeps the level already met")
    (den "den" "đến"
     "\\(?:đ\\(?:ế\\|ế\\|ế\\)n\\|den\\)"
     "đến"
     "to")
    (gom "gom" "gồm"
     "\\(?:g\\(?:ồ\\|ồ\\|ồ\\)m\\|gom\\)"
     "gồm các vai trò"
     "gathers the roles")
    (mamnon "mamnon" "mầm non"
     "\\(?:m\\(?:ầ\\|ầ\\|ầ\\)m[[:blank:]]+non\\|mamnon\\)"
     "trường mầm non"
     "preschool")
    (tieuhoc "tieuhoc" "tiểu học"
     "\\(?:ti\\(?:ể\\|ể\\|ể\\)u[[:blank:]]+h\\(?:ọ\\|ọ\\)c\\|tieuhoc\\)"
     "trường tiểu học"
     "primary school")
    (thcs "thcs" "trung học cơ sở"
     "\\(?:trung[[:blank:]]+h\\(?:ọ\\|ọ\\)c[[:blank:]]+c\\(?:ơ\\|ơ\\)[[:blank:]]+s\\(?:ở\\|ở\\|ở\\)\\|thcs\\)"
     "trường trung học cơ sở"
     "lower secondary school")
    (thpt "thpt" "trung học phổ thông"
     "\\(?:trung[[:blank:]]+h\\(?:ọ\\|ọ\\)c[[:blank:]]+ph\\(?:ổ\\|ổ\\|ổ\\)[[:blank:]]+th\\(?:ô\\|ô\\)ng\\|thpt\\)"
     "trường trung học phổ thông"
     "upper secondary school")
    (gdtx "gdtx" "giáo dục thường xuyên"
     "\\(?:gi\\(?:á\\|á\\)o[[:blank:]]+d\\(?:ụ\\|ụ\\)c[[:blank:]]+th\\(?:ư\\|ư\\)\\(?:ờ\\|ờ\\|ờ\\)ng[[:blank:]]+xuy\\(?:ê\\|ê\\)n\\|gdtx\\)"
     "cơ sở giáo dục thường xuyên"
     "continuing education centre")
    (conglap "conglap" "công lập"
     "\\(?:c\\(?:ô\\|ô\\)ng[[:blank:]]+l\\(?:ậ\\|ậ\\|ậ\\)p\\|conglap\\)"
     "công lập"
     "public")
    (danlap "danlap" "dân lập"
     "\\(?:d\\(?:â\\|â\\)n[[:blank:]]+l\\(?:ậ\\|ậ\\|ậ\\)p\\|danlap\\)"
     "dân lập"
     "people-founded")
    (tuthuc "tuthuc" "tư thục"
     "\\(?:t\\(?:ư\\|ư\\)[[:blank:]]+th\\(?:ụ\\|ụ\\)c\\|tuthuc\\)"
     "tư thục"
     "private")
    (hoanthanh "hoanthanh" "hoàn thành"
     "\\(?:ho\\(?:à\\|à\\)n[[:blank:]]+th\\(?:à\\|à\\)nh\\|hoanthanh\\)"
     "hoàn thành"
     "done")
    (dangthuchien "dangthuchien" "đang thực hiện"
     "\\(?:đang[[:blank:]]+th\\(?:ự\\|ự\\|ự\\)c[[:blank:]]+hi\\(?:ệ\\|ệ\\|ệ\\)n\\|dangthuchien\\)"
     "đang thực hiện"
     "under way")
    (chuathuchien "chuathuchien" "chưa thực hiện"
     "\\(?:ch\\(?:ư\\|ư\\)a[[:blank:]]+th\\(?:ự\\|ự\\|ự\\)c[[:blank:]]+hi\\(?:ệ\\|ệ\\|ệ\\)n\\|chuathuchien\\)"
     "chưa thực hiện"
     "not begun")
    (cua "cua" "của"
     "\\(?:c\\(?:ủ\\|ủ\\)a\\|cua\\)"
     "của cơ quan"
     "of the body")
    (ve "ve" "về"
     "\\(?:v\\(?:ề\\|ề\\|ề\\)\\|ve\\)"
     "về việc"
     "about")
    (banhanh "banhanh" "ban hành"
     "\\(?:ban[[:blank:]]+h\\(?:à\\|à\\)nh\\|banhanh\\)"
     "ban hành"
     "promulgates")
    (khac "khac" "khác"
     "\\(?:kh\\(?:á\\|á\\)c\\|khac\\)"
     "căn cứ khác"
     "any other basis")
    (nhom "nhom" "nhóm"
     "\\(?:nh\\(?:ó\\|ó\\)m\\|nhom\\)"
     "xếp các căn cứ sau vào một mục của mẫu"
     "puts what follows under an item of the template")
    (noi "noi" "nơi"
     "\\(?:n\\(?:ơ\\|ơ\\)i\\|noi\\)"
     "một nơi nhận"
     "one recipient")
    (quyenhan "quyenhan" "quyền hạn"
     "\\(?:quy\\(?:ề\\|ề\\|ề\\)n[[:blank:]]+h\\(?:ạ\\|ạ\\)n\\|quyenhan\\)"
     "quyền hạn ký: KT, TM, TL, TUQ, Q"
     "authority to sign: KT, TM, TL, TUQ, Q")
    (chucvu "chucvu" "chức vụ"
     "\\(?:ch\\(?:ứ\\|ứ\\|ứ\\)c[[:blank:]]+v\\(?:ụ\\|ụ\\)\\|chucvu\\)"
     "chức vụ người ký"
     "the signatory's office")
    (hoten "hoten" "họ tên"
     "\\(?:h\\(?:ọ\\|ọ\\)[[:blank:]]+t\\(?:ê\\|ê\\)n\\|hoten\\)"
     "họ tên người ký"
     "the signatory's name")
    (tieuchuan "tieuchuan" "tiêu chuẩn"
     "\\(?:ti\\(?:ê\\|ê\\)u[[:blank:]]+chu\\(?:ẩ\\|ẩ\\|ẩ\\)n\\|tieuchuan\\)"
     "một tiêu chuẩn"
     "a standard")
    (xepmuc "xepmuc" "xếp mức"
     "\\(?:x\\(?:ế\\|ế\\|ế\\)p[[:blank:]]+m\\(?:ứ\\|ứ\\|ứ\\)c\\|xepmuc\\)"
     "quy tắc xếp mức cả trường"
     "the rule that rates a whole school")
    (hieuluc "hieuluc" "hiệu lực"
     "\\(?:hi\\(?:ệ\\|ệ\\|ệ\\)u[[:blank:]]+l\\(?:ự\\|ự\\|ự\\)c\\|hieuluc\\)"
     "hiệu lực từ ngày đến ngày"
     "in force from - to")
    (phuluc "phuluc" "phụ lục"
     "\\(?:ph\\(?:ụ\\|ụ\\)[[:blank:]]+l\\(?:ụ\\|ụ\\)c\\|phuluc\\)"
     "phụ lục của thông tư"
     "appendix of the circular")
    (muccaonhat "muccaonhat" "mức cao nhất"
     "\\(?:m\\(?:ứ\\|ứ\\|ứ\\)c[[:blank:]]+cao[[:blank:]]+nh\\(?:ấ\\|ấ\\|ấ\\)t\\|muccaonhat\\)"
     "mức cao nhất của danh mục"
     "highest level of the catalogue")
    (chuakiem "chuakiem" "chưa kiểm chứng"
     "\\(?:ch\\(?:ư\\|ư\\)a[[:blank:]]+ki\\(?:ể\\|ể\\|ể\\)m[[:blank:]]+ch\\(?:ứ\\|ứ\\|ứ\\)ng\\|chuakiem\\)"
     "điều chưa kiểm chứng"
     "what is not verified")
    (batbuoc "batbuoc" "bắt buộc"
     "\\(?:b\\(?:ắ\\|ắ\\|ắ\\)t[[:blank:]]+bu\\(?:ộ\\|ộ\\|ộ\\)c\\|batbuoc\\)"
     "tiêu chí bắt buộc, hoặc phần bắt buộc"
     "mandatory")
    (conlai "conlai" "còn lại"
     "\\(?:c\\(?:ò\\|ò\\)n[[:blank:]]+l\\(?:ạ\\|ạ\\)i\\|conlai\\)"
     "số tiêu chí còn lại phải đạt"
     "of the other criteria")
    (goiy "goiy" "gợi ý"
     "\\(?:g\\(?:ợ\\|ợ\\|ợ\\)i[[:blank:]]+\\(?:ý\\|ý\\)\\|goiy\\)"
     "minh chứng gợi ý"
     "suggested evidence")
    (tuongung "tuongung" "tương ứng"
     "\\(?:t\\(?:ư\\|ư\\)\\(?:ơ\\|ơ\\)ng[[:blank:]]+\\(?:ứ\\|ứ\\|ứ\\)ng\\|tuongung\\)"
     "tiêu chí tương ứng của danh mục khác"
     "matching criteria of another catalogue")
    (dieumuc4 "dieumuc4" "điều mức 4"
     "\\(?:đi\\(?:ề\\|ề\\|ề\\)u[[:blank:]]+m\\(?:ứ\\|ứ\\|ứ\\)c[[:blank:]]+4\\|dieumuc4\\)"
     "điều quy định mức 4"
     "the article of level 4")
    (yc_a "a" "a"
     "\\(?:a\\|a\\)"
     "yêu cầu a"
     "requirement a")
    (yc_b "b" "b"
     "\\(?:b\\|b\\)"
     "yêu cầu b"
     "requirement b")
    (yc_c "c" "c"
     "\\(?:c\\|c\\)"
     "yêu cầu c"
     "requirement c")
    (yc_d "d" "d"
     "\\(?:d\\|d\\)"
     "yêu cầu d"
     "requirement d")
    (yc_dd "dd" "đ"
     "\\(?:đ\\|dd\\)"
     "yêu cầu đ"
     "requirement đ")
    (yc_e "e" "e"
     "\\(?:e\\|e\\)"
     "yêu cầu e"
     "requirement e")
    (loai "loai" "loại"
     "\\(?:lo\\(?:ạ\\|ạ\\)i\\|loai\\)"
     "loại văn bản"
     "kind of document")
    (coquan "coquan" "cơ quan"
     "\\(?:c\\(?:ơ\\|ơ\\)[[:blank:]]+quan\\|coquan\\)"
     "cơ quan ban hành"
     "issuing body")
    (tukhoa "tukhoa" "từ khóa"
     "\\(?:t\\(?:ừ\\|ừ\\|ừ\\)[[:blank:]]+\\(?:kh\\(?:ó\\|ó\\)a\\|kho\\(?:á\\|á\\)\\)\\|tukhoa\\)"
     "chữ mà trích yếu phải có"
     "words that the subject must have")
    (thaythe "thaythe" "thay thế"
     "\\(?:thay[[:blank:]]+th\\(?:ế\\|ế\\|ế\\)\\|thaythe\\)"
     "văn bản thay thế"
     "what replaced it")
    (suadoi "suadoi" "sửa đổi"
     "\\(?:s\\(?:ử\\|ử\\|ử\\)a[[:blank:]]+đ\\(?:ổ\\|ổ\\|ổ\\)i\\|suadoi\\)"
     "văn bản sửa đổi"
     "what amended it")
    (cungviec "cungviec" "cùng việc"
     "\\(?:c\\(?:ù\\|ù\\)ng[[:blank:]]+vi\\(?:ệ\\|ệ\\|ệ\\)c\\|cungviec\\)"
     "tên việc mà văn bản quy định"
     "the matter that the document rules")
    (dochac "dochac" "độ chắc"
     "\\(?:đ\\(?:ộ\\|ộ\\|ộ\\)[[:blank:]]+ch\\(?:ắ\\|ắ\\|ắ\\)c\\|dochac\\)"
     "độ chắc (2+, 1, chung, ?) và các trường có độ chắc ấy"
     "grade (2+, 1, chung, ?) and the fields that have it")
    (xemlai "xemlai" "xem lại"
     "\\(?:xem[[:blank:]]+l\\(?:ạ\\|ạ\\)i\\|xemlai\\)"
     "ngày xem lại gần nhất"
     "the day it was last looked at")
    (tuychon "tuychon" "tùy chọn"
     "\\(?:\\(?:t\\(?:ù\\|ù\\)y\\|tu\\(?:ỳ\\|ỳ\\)\\)[[:blank:]]+ch\\(?:ọ\\|ọ\\)n\\|tuychon\\)"
     "kế hoạch của những ngày này có thể không có tiêu chí"
     "plans of these dates may do without the criterion")
    (ketthuc "ketthuc" "kết thúc"
     "\\(?:k\\(?:ế\\|ế\\|ế\\)t[[:blank:]]+th\\(?:ú\\|ú\\)c\\|ketthuc\\)"
     "cơ quan mà văn bản này làm cho không còn"
     "a body that the document ends")
    (tru "tru" "trừ"
     "\\(?:tr\\(?:ừ\\|ừ\\|ừ\\)\\|tru\\)"
     "trừ những tên này"
     "but not these names")
    (chuanquocgia "chuanquocgia" "chuẩn quốc gia"
     "\\(?:chu\\(?:ẩ\\|ẩ\\|ẩ\\)n[[:blank:]]+qu\\(?:ố\\|ố\\|ố\\)c[[:blank:]]+gia\\|chuanquocgia\\)"
     "mức độ chuẩn quốc gia, và mức cho mức độ ấy"
     "degree of the national standard, and the level that gives it")
    (tenkhac "tenkhac" "tên khác"
     "\\(?:t\\(?:ê\\|ê\\)n[[:blank:]]+kh\\(?:á\\|á\\)c\\|tenkhac\\)"
     "tên gọi khác"
     "another name")
    (vitri "vitri" "vị trí"
     "\\(?:v\\(?:ị\\|ị\\)[[:blank:]]+tr\\(?:í\\|í\\)\\|vitri\\)"
     "vị trí của phần: dau (trước phần I), trong"
     "where the section stands: dau (before part I), trong")
    (dong "dong" "dòng"
     "\\(?:d\\(?:ò\\|ò\\)ng\\|dong\\)"
     "một dòng nhãn và giá trị"
     "a line of label and value")
    (cot "cot" "cột"
     "\\(?:c\\(?:ộ\\|ộ\\|ộ\\)t\\|cot\\)"
     "một cột của bảng"
     "a column of the table")
    (nhomcot "nhomcot" "nhóm cột"
     "\\(?:nh\\(?:ó\\|ó\\)m[[:blank:]]+c\\(?:ộ\\|ộ\\|ộ\\)t\\|nhomcot\\)"
     "nhóm cột dưới một đầu chung"
     "columns under one heading")
    (rong "rong" "rộng"
     "\\(?:r\\(?:ộ\\|ộ\\|ộ\\)ng\\|rong\\)"
     "bề rộng tương đối"
     "relative width")
    (truongtin "truongtin" "trường tin"
     "\\(?:tr\\(?:ư\\|ư\\)\\(?:ờ\\|ờ\\|ờ\\)ng[[:blank:]]+tin\\|truongtin\\)"
     "các trường mà cột này in"
     "the fields that the column shows")
    (canle "canle" "căn lề"
     "\\(?:c\\(?:ă\\|ă\\)n[[:blank:]]+l\\(?:ề\\|ề\\|ề\\)\\|canle\\)"
     "căn lề: trai, giua, deu"
     "alignment: trai, giua, deu")
    (huong "huong" "hướng"
     "\\(?:h\\(?:ư\\|ư\\)\\(?:ớ\\|ớ\\|ớ\\)ng\\|huong\\)"
     "hướng giấy: doc, ngang, tudong (đứng nếu còn dễ đọc)"
     "orientation: doc, ngang, tudong (upright where that reads well)")
    (nhomhang "nhomhang" "nhóm hàng"
     "\\(?:nh\\(?:ó\\|ó\\)m[[:blank:]]+h\\(?:à\\|à\\)ng\\|nhomhang\\)"
     "hàng nhóm: phanmuc, tieuchuan"
     "group rows: phanmuc, tieuchuan")
    (danhso "danhso" "đánh số"
     "\\(?:đ\\(?:á\\|á\\)nh[[:blank:]]+s\\(?:ố\\|ố\\|ố\\)\\|danhso\\)"
     "cách đánh số hàng: tieuchuan, tieuchi, viec"
     "what is numbered: tieuchuan, tieuchi, viec")
    (kyhieu "kyhieu" "ký hiệu"
     "\\(?:\\(?:k\\(?:ý\\|ý\\)\\|k\\(?:í\\|í\\)\\)[[:blank:]]+hi\\(?:ệ\\|ệ\\|ệ\\)u\\|kyhieu\\)"
     "ký hiệu dưới đầu cột, như (1)"
     "sign under the column's heading, as (1)")
    (luuy "luuy" "lưu ý"
     "\\(?:l\\(?:ư\\|ư\\)u[[:blank:]]+\\(?:ý\\|ý\\)\\|luuy\\)"
     "lời lưu ý in nghiêng dưới bảng"
     "a note in italics under the table")
    (hang "hang" "hàng"
     "\\(?:h\\(?:à\\|à\\)ng\\|hang\\)"
     "một hàng có sẵn khi người viết chưa ghi hàng nào"
     "a row that stands when the writer gave none")
    (khongco "khongco" "không có"
     "\\(?:kh\\(?:ô\\|ô\\)ng[[:blank:]]+c\\(?:ó\\|ó\\)\\|khongco\\)"
     "lời in ở phần không có gì; các phần giữ số của mẫu"
     "words for a section without content; sections keep the numbers of the form")
    (phongchu "phongchu" "phông chữ"
     "\\(?:ph\\(?:ô\\|ô\\)ng[[:blank:]]+ch\\(?:ữ\\|ữ\\|ữ\\)\\|phongchu\\)"
     "phông chữ của bản in, nếu máy có"
     "font of the print form, where it is installed")
    (bangketqua "bangketqua" "bảng kết quả"
     "\\(?:b\\(?:ả\\|ả\\)ng[[:blank:]]+k\\(?:ế\\|ế\\|ế\\)t[[:blank:]]+qu\\(?:ả\\|ả\\)\\|bangketqua\\)"
     "bảng kết quả: tentieuchi, sotieuchi, hainua (hai nửa cạnh nhau)"
     "table of results: tentieuchi (titles), sotieuchi (numbers), hainua (two halves side by side)")
    (luoc "luoc" "lược"
     "\\(?:l\\(?:ư\\|ư\\)\\(?:ợ\\|ợ\\|ợ\\)c\\|luoc\\)"
     "lược cột khi không hàng nào có chữ"
     "leave the column out when it is empty"))
  "Keywords: (ID UNMARKED MARKED PATTERN VIETNAMESE-HELP ENGLISH-HELP).
PATTERN matches every spelling: tone marks, i and y, composed letters or not.")

(defconst khct-blocks
  '(
    (top (danhmuc mau vanban gom tieuchi)
     (hientrang block hientrang)
     (kehoach block kehoach)
     (tieuchi block tieuchi)
     (theodoi block theodoi)
     (viettat field line)
     (noinhan block noinhan)
     (chophep field line)
     (danhmuc block danhmuc)
     (vaitro field line)
     (vanban block vanban)
     (cancu block cancu)
     (vande block vande)
     (chuky block chuky)
     (truong block truong)
     (khoan block khoan)
     (dung field line)
     (phan block phan)
     (viec block vieclon)
     (mau block mau))
    (truong (mamnon tieuhoc thcs thpt gdtx conglap danlap tuthuc)
     (loaihinh field typed)
     (captren field prose)
     (diadanh field prose)
     (diachi field prose)
     (ten field prose)
     (cap field typed)
     (ma field prose))
    (kehoach (den muc namhoc)
     (trichyeu field prose)
     (giaidoan field typed)
     (phandau field typed)
     (danhmuc field typed)
     (namhoc field typed)
     (loidan field prose)
     (loiket field prose)
     (thutu field typed)
     (ngay field typed)
     (mau field typed)
     (so field typed))
    (phan ()
     (doanso field prose)
     (mucnho block mucnho)
     (doan field prose)
     (gach field prose))
    (mucnho ()
     (doanso field prose)
     (mucnho block mucnho)
     (doan field prose)
     (gach field prose))
    (cancu (ngay cua ve banhanh)
     (vanban field typed)
     (doanso field prose)
     (mucnho block mucnho)
     (khac field prose)
     (nhom field typed)
     (doan field prose)
     (gach field prose))
    (hientrang (namhoc caonhat tatca bang soluong)
     (khongdat field typed)
     (trinhbay field typed)
     (tieuchi block ketquatc)
     (khoan field typed)
     (ngay field typed)
     (doan field prose)
     (muc field typed))
    (ketquatc (muc khongdat)
     (minhchung field typed)
     (diemmanh field prose)
     (diemyeu field prose))
    (tieuchi (muc duytri hoanthanh dangthuchien chuathuchien)
     (nguyennhan field prose)
     (hientrang field prose)
     (minhchung field typed)
     (giaiphap field prose)
     (thoigian field typed)
     (nguonluc field prose)
     (dieukien field prose)
     (diemyeu field prose)
     (noidung field prose)
     (muctieu field prose)
     (phoihop field typed)
     (kinhphi field typed)
     (giamsat field typed)
     (hanche field prose)
     (ketqua field prose)
     (chutri field typed)
     (baocao field typed)
     (tiendo field typed)
     (ghichu field prose)
     (chiso field prose)
     (viec block viec))
    (khoan (muc hoanthanh dangthuchien chuathuchien)
     (nguyennhan field prose)
     (hientrang field prose)
     (minhchung field typed)
     (giaiphap field prose)
     (thoigian field typed)
     (nguonluc field prose)
     (dieukien field prose)
     (diemyeu field prose)
     (noidung field prose)
     (muctieu field prose)
     (phoihop field typed)
     (kinhphi field typed)
     (giamsat field typed)
     (hanche field prose)
     (ketqua field prose)
     (chutri field typed)
     (baocao field typed)
     (tiendo field typed)
     (ghichu field prose)
     (chiso field prose)
     (viec block viec))
    (viec (hoanthanh dangthuchien chuathuchien)
     (nguyennhan field prose)
     (hientrang field prose)
     (minhchung field typed)
     (giaiphap field prose)
     (thoigian field typed)
     (nguonluc field prose)
     (dieukien field prose)
     (diemyeu field prose)
     (noidung field prose)
     (muctieu field prose)
     (phoihop field typed)
     (kinhphi field typed)
     (giamsat field typed)
     (hanche field prose)
     (ketqua field prose)
     (chutri field typed)
     (baocao field typed)
     (tiendo field typed)
     (ghichu field prose)
     (chiso field prose))
    (vieclon (hoanthanh dangthuchien chuathuchien)
     (nguyennhan field prose)
     (hientrang field prose)
     (minhchung field typed)
     (giaiphap field prose)
     (thoigian field typed)
     (nguonluc field prose)
     (dieukien field prose)
     (diemyeu field prose)
     (noidung field prose)
     (muctieu field prose)
     (phoihop field typed)
     (kinhphi field typed)
     (giamsat field typed)
     (tieuchi field typed)
     (hanche field prose)
     (ketqua field prose)
     (chutri field typed)
     (baocao field typed)
     (tiendo field typed)
     (ghichu field prose)
     (chiso field prose)
     (viec block viec))
    (vande (tieuchuan tieuchi)
     (nguyennhan field prose)
     (hientrang field prose)
     (hanche field prose))
    (theodoi ()
     (dieuchinh field prose)
     (noidung field prose)
     (ketqua field prose)
     (nguoi field typed))
    (noinhan ()
     (noi field prose))
    (chuky ()
     (quyenhan field prose)
     (chucvu field prose)
     (hoten field prose))
    (danhmuc (mamnon tieuhoc thcs thpt gdtx muc tatca khoan)
     (chuakiem field prose)
     (chuanquocgia field typed)
     (muccaonhat field typed)
     (dieumuc4 field prose)
     (minhchung field typed)
     (tieuchuan block dmtieuchuan)
     (hieuluc field typed)
     (batbuoc field typed)
     (vanban field prose)
     (phuluc field prose)
     (dochac field prose)
     (xemlai field typed)
     (ghichu field prose)
     (xepmuc block xepmuc)
     (khoan block dmkhoan)
     (ten field prose)
     (cap field typed))
    (dmtieuchuan ()
     (tieuchi block dmtieuchi))
    (dmtieuchi ()
     (chuakiem field prose)
     (tuongung field prose)
     (tenkhac field typed)
     (tuychon field typed)
     (ghichu field prose)
     (chiso field prose)
     (goiy field prose)
     (muc block dmmuc))
    (dmmuc ()
     (noidung field prose)
     (yc_a field prose)
     (yc_b field prose)
     (yc_c field prose)
     (yc_d field prose)
     (yc_dd field prose)
     (yc_e field prose))
    (dmkhoan ()
     (chuakiem field prose)
     (noidung field prose))
    (xepmuc (muc tatca khoan)
     (batbuoc field typed)
     (conlai field typed)
     (tatca field typed)
     (khoan field typed))
    (vanban (mamnon tieuhoc thcs thpt gdtx)
     (chuakiem field prose)
     (trichyeu field prose)
     (cungviec field prose)
     (hieuluc field typed)
     (thaythe field typed)
     (tenkhac field prose)
     (ketthuc block vbketthuc)
     (coquan field prose)
     (tukhoa field prose)
     (suadoi field typed)
     (dochac field prose)
     (xemlai field typed)
     (ghichu field prose)
     (loai field prose)
     (ngay field typed)
     (cap field typed)
     (so field prose))
    (vbketthuc ()
     (tenkhac field prose)
     (thaythe field prose)
     (ngay field typed)
     (tru field prose))
    (mau (mamnon tieuhoc thcs thpt gdtx)
     (phongchu field prose)
     (danhmuc field typed)
     (khongco field prose)
     (tenkhac field typed)
     (vanban field prose)
     (ghichu field prose)
     (phan block mauphan)
     (ten field prose)
     (cap field typed))
    (mauphan ()
     (bangketqua field typed)
     (batbuoc field prose)
     (tenkhac field prose)
     (noidung field typed)
     (doanso field prose)
     (mucnho block mucnho)
     (vitri field prose)
     (luuy field prose)
     (dong field prose)
     (doan field prose)
     (gach field prose)
     (nhom block maunhom)
     (bang block maubang))
    (maunhom ()
     (bangketqua field typed)
     (noidung field typed)
     (batbuoc field prose)
     (tenkhac field prose)
     (tukhoa field prose)
     (goiy field prose)
     (doan field prose)
     (gach field prose))
    (maubang ()
     (nhomhang field typed)
     (nhomcot block maunhomcot)
     (danhso field typed)
     (huong field typed)
     (hang field prose)
     (cot block maucot))
    (maunhomcot ()
     (cot block maucot))
    (maucot ()
     (truongtin field typed)
     (tenkhac field typed)
     (kyhieu field prose)
     (canle field typed)
     (rong field typed)
     (luoc field prose)))
  "Blocks: (ID WORDS ITEM...).
ITEM is (KEYWORD block BLOCK) or (KEYWORD field KIND).
KIND is prose, typed or line (a declaration without a block).
WORDS are what the heading and typed values may hold.")

(provide 'khct-words)
;;; khct-words.el ends here
