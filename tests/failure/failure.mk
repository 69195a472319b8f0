# Every call to the system made to fail once.

$(B)/tests/fail.so: tests/failure/fail.c
	@mkdir -p $(@D)
	$(CC) -O1 -g -fPIC -shared -Wall -Wextra -o $@ $< -ldl

$(B)/tests/drive: tests/failure/drive.c
	@mkdir -p $(@D)
	$(CC) -O1 -g -Wall -Wextra -o $@ $<

.PHONY: check-failure
check-failure: all $(B)/tests/fail.so $(B)/tests/drive
	sh tests/failure/run.sh $(B)/khct $(B)/tests/fail.so $(B)/tests/drive
	sh tests/failure/surroundings.sh $(B)/khct $(B)/tests/fail.so

CHECKS += check-failure
