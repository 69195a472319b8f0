# Every call to the system made to fail once.

$(B)/tests/fail.so: tests/failure/fail.c
	@mkdir -p $(@D)
	$(CC) -O1 -g -fPIC -shared -Wall -Wextra -o $@ $< -ldl

.PHONY: check-failure
check-failure: all $(B)/tests/fail.so
	sh tests/failure/run.sh $(B)/khct $(B)/tests/fail.so
	sh tests/failure/surroundings.sh $(B)/khct $(B)/tests/fail.so

CHECKS += check-failure
