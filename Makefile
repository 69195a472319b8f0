# khct: build, install, test. `make help` lists what can be made.

CC ?= gcc
B ?= build
PREFIX ?= /usr/local
VERSION := 0.1.0

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Werror
OPT ?= -O2 -g
HARDEN ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
LDHARDEN ?= -pie -Wl,-z,relro,-z,now
SAN ?=
INC := -Isrc -Igrammar -I$(B)/gen
CFLAGS_ALL := -std=c11 -D_GNU_SOURCE -DKHCT_VERSION='"$(VERSION)"' $(OPT) $(HARDEN) $(SAN) $(INC) $(CFLAGS)
LIBS := -lutf8proc -ljansson -lpthread

SRC := $(filter-out src/main/%,$(wildcard src/*/*.c)) $(wildcard grammar/*.c)
MAIN := $(wildcard src/main/*.c)
GEN := $(B)/gen/scanner.c $(B)/gen/parser.c $(B)/gen/embedded.c
OBJ := $(SRC:%.c=$(B)/%.o) $(GEN:%.c=%.o)
MAINOBJ := $(MAIN:%.c=$(B)/%.o)
EMBED := $(sort $(wildcard stdlib/*/*))

.PHONY: all
all: $(B)/khct

$(B)/khct: $(MAINOBJ) $(B)/libkhct.a
	$(CC) $(CFLAGS_ALL) $(LDHARDEN) -o $@ $(MAINOBJ) $(B)/libkhct.a $(LIBS)

$(B)/libkhct.a: $(OBJ)
	rm -f $@
	ar rcs $@ $(OBJ)

$(B)/%.o: %.c $(B)/gen/parser.h $(B)/gen/scanner.h
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) $(WARN) -MMD -MP -c -o $@ $<

# what flex, bison and the embedding make is not ours to warn about
$(B)/gen/%.o: $(B)/gen/%.c
	$(CC) $(CFLAGS_ALL) -w -MMD -MP -c -o $@ $<

$(B)/gen/scanner.c $(B)/gen/scanner.h &: grammar/scanner.l
	@mkdir -p $(@D)
	flex -o $(B)/gen/scanner.c --header-file=$(B)/gen/scanner.h $<

$(B)/gen/parser.c $(B)/gen/parser.h &: grammar/parser.y
	@mkdir -p $(@D)
	bison -Wall -Werror -o $(B)/gen/parser.c --header=$(B)/gen/parser.h $<

$(B)/gen/parser.o: $(B)/gen/scanner.h
$(B)/gen/scanner.o: $(B)/gen/parser.h

$(B)/gen/embedded.c: $(EMBED) stdlib/embed.sh
	@mkdir -p $(@D)
	sh stdlib/embed.sh $(EMBED) > $@.tmp && mv $@.tmp $@

-include $(OBJ:.o=.d) $(MAINOBJ:.o=.d)

.PHONY: clean
clean:
	rm -rf build build-*

include tests/tests.mk
