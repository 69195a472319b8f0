"""Text in the fonts of the time before Unicode, as Word keeps it: each letter is the code of its shape."""
import unicodedata

SMALL = {
    "ă": 0xA8, "â": 0xA9, "ê": 0xAA, "ô": 0xAB, "ơ": 0xAC, "ư": 0xAD, "đ": 0xAE, "à": 0xB5, "ả": 0xB6, "ã": 0xB7,
    "á": 0xB8, "ạ": 0xB9, "ằ": 0xBB, "ẳ": 0xBC, "ẵ": 0xBD, "ắ": 0xBE, "ặ": 0xC6, "ầ": 0xC7, "ẩ": 0xC8, "ẫ": 0xC9,
    "ấ": 0xCA, "ậ": 0xCB, "è": 0xCC, "ẻ": 0xCE, "ẽ": 0xCF, "é": 0xD0, "ẹ": 0xD1, "ề": 0xD2, "ể": 0xD3, "ễ": 0xD4,
    "ế": 0xD5, "ệ": 0xD6, "ì": 0xD7, "ỉ": 0xD8, "ĩ": 0xDC, "í": 0xDD, "ị": 0xDE, "ò": 0xDF, "ỏ": 0xE1, "õ": 0xE2,
    "ó": 0xE3, "ọ": 0xE4, "ồ": 0xE5, "ổ": 0xE6, "ỗ": 0xE7, "ố": 0xE8, "ộ": 0xE9, "ờ": 0xEA, "ở": 0xEB, "ỡ": 0xEC,
    "ớ": 0xED, "ợ": 0xEE, "ù": 0xEF, "ủ": 0xF1, "ũ": 0xF2, "ú": 0xF3, "ụ": 0xF4, "ừ": 0xF5, "ử": 0xF6, "ữ": 0xF7,
    "ứ": 0xF8, "ự": 0xF9, "ỳ": 0xFA, "ỷ": 0xFB, "ỹ": 0xFC, "ý": 0xFD, "ỵ": 0xFE,
}
CAPITALS = {"Ă": 0xA1, "Â": 0xA2, "Ê": 0xA3, "Ô": 0xA4, "Ơ": 0xA5, "Ư": 0xA6, "Đ": 0xA7}

VNI_SHAPES = {"\u0302": "â", "\u0306": "ê"}
VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_BOTH = {("\u0302", "\u0301"): "á", ("\u0302", "\u0300"): "à", ("\u0302", "\u0309"): "å", ("\u0302", "\u0303"): "ã",
            ("\u0302", "\u0323"): "ä", ("\u0306", "\u0301"): "é", ("\u0306", "\u0300"): "è", ("\u0306", "\u0309"): "ú",
            ("\u0306", "\u0303"): "ü", ("\u0306", "\u0323"): "ë"}
VNI_I = {"\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def typed(text):
    """(letters, in the font of capitals?): words whose capitals carry tones need that font."""
    text = unicodedata.normalize("NFC", text)
    capitals = any(c.isupper() and c.lower() in SMALL and c not in CAPITALS for c in text)
    source = text.lower() if capitals else text
    return "".join(chr(SMALL.get(c, CAPITALS.get(c, ord(c)))) for c in source), capitals


def to_vni(text):
    out = []
    for c in unicodedata.normalize("NFC", text):
        if c in "đĐ":
            out.append("ñ" if c == "đ" else "Ñ")
            continue
        parts = unicodedata.normalize("NFD", c)
        base, marks = parts[0], list(parts[1:])
        if "\u031b" in marks: # ơ, ư
            marks.remove("\u031b")
            base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
        shape = [m for m in marks if m in VNI_SHAPES]
        tone = [m for m in marks if m in VNI_TONES]
        if base in "iI" and tone:
            sign, base = VNI_I[tone[0]], ""
        elif base in "yY" and tone == ["\u0323"]:
            sign, base = "î", ""
        elif shape and tone:
            sign = VNI_BOTH[(shape[0], tone[0])]
        elif shape or tone:
            sign = VNI_SHAPES[shape[0]] if shape else VNI_TONES[tone[0]]
        else:
            sign = ""
        out.append(base + (sign.upper() if c.isupper() else sign))
    return "".join(out)
