/* The words that lists of people are made of. For use by people_cut.c only. */
#ifndef KHCT_VALUE_PEOPLE_WORDS_H
#define KHCT_VALUE_PEOPLE_WORDS_H

/* What a word of the table is; SURNAME and ADDRESS go with any of them. */
typedef enum people_word {
    PLAIN,   /* a word that only looks like a subject: `văn` in `văn phòng` */
    LEAD,    /* các, toàn thể: part of what is said of a role */
    LABEL,   /* người chủ trì: says what the people do */
    DUTY,    /* chủ trì: the same before people, after a role what it does */
    WITH,    /* phối hợp: a DUTY; a JOIN before a role */
    JOIN,    /* và, cùng với */
    HONOR,   /* ông, bà: before a person's name, or a role */
    CLASS,   /* lớp, khối */
    PLACE,   /* lá, mầm: a class by its name */
    GROUP,   /* tổ: a body named by subjects or numbers */
    TEAM,    /* nhóm: likewise */
    SUBJECT, /* toán */
    DITTO,   /* như trên */
    DENIED,  /* không, trừ: what follows is no duty */
    TITLE,   /* trưởng ban: says which the person after the colon is */
    FIELD,   /* cơ sở vật chất: what a duty may be about */
    BODY,    /* phòng, ban: begins the name of a body, as `tổ` does */
    SURNAME = 0x100,
    ADDRESS = 0x200, /* an HONOR too */
    SAME = 0x800,    /* a DITTO too: nt, the nursery */
    MIDDLE = 0x400,  /* thị, văn: after a surname, whatever that is */
} people_word;

#endif
