// CodeMirror's own words in Vietnamese.
export const PHRASES: Record<string, string> = {
    'Control character': 'Ký tự điều khiển', 'Selection deleted': 'Đã xóa phần chọn', 'Folded lines': 'Các dòng đã gập', 'Unfolded lines': 'Các dòng đã mở',
    'to': 'đến', 'folded code': 'phần đã gập', 'unfold': 'mở ra', 'Fold line': 'Gập dòng này', 'Unfold line': 'Mở dòng này',
    'Go to line': 'Đến dòng', 'go': 'đi', 'Find': 'Tìm', 'Replace': 'Thay bằng', 'next': 'tiếp', 'previous': 'trước', 'all': 'tất cả', 'match case': 'phân biệt hoa thường',
    'by word': 'cả từ', 'regexp': 'biểu thức', 'replace': 'thay', 'replace all': 'thay tất cả', 'close': 'đóng', 'current match': 'chỗ đang chọn',
    'replaced $ matches': 'đã thay $ chỗ', 'replaced match on line $': 'đã thay ở dòng $', 'on line': 'ở dòng', 'Completions': 'Gợi ý', 'Diagnostics': 'Nhận xét', 'No diagnostics': 'Không có nhận xét',
    'New name': 'Tên mới', 'rename': 'đổi tên', 'cancel': 'thôi', 'Rename': 'Đổi tên',
};
