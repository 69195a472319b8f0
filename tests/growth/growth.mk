# Whether what a byte costs grows with the size of a plan (see growth.py).

GROWTH := python3 tests/growth/growth.py $(B)/khct

# some of what once grew, small
.PHONY: check-growth
check-growth: all
	@sh tests/deps.sh valgrind
	@$(GROWTH) 2000 check full-stops,marks,money-marks,roles-used,order-known,words-alike,row-of-greater
	@$(GROWTH) 2000 csv,html criteria-list,short-sections

CHECKS += check-growth

# everything by instructions, and 5 MB against 50 MB by time: `make growth GROWTH_LARGE=text,line`
# all but fmt check the plan first
GROWTH_COMMANDS ?= html,json,latex,csv,khct,fmt
.PHONY: growth growth-large
growth: all
	@sh tests/deps.sh valgrind
	@$(GROWTH) 4000 $(GROWTH_COMMANDS)

growth-large: all
	@sh tests/deps.sh time
	@$(GROWTH) 0 check $(GROWTH_LARGE)
