"""What a program of tests counts and says: check() as often as it likes, finish() at the end."""
import resource
import sys

passed, failed = 0, []


def check(name, fine, what=""):
    """Counts a test; `what` says what was wrong."""
    global passed
    if fine:
        passed += 1
    else:
        failed.append("%s: %s" % (name, what))


def limits():
    """For preexec_fn: no program under test takes longer."""
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def finish(title):
    """Says what failed, how many passed, and ends the program."""
    for fault in failed[:40]:
        print("FAIL " + fault)
    print("%s: %d passed, %d failed" % (title, passed, len(failed)))
    sys.exit(1 if failed else 0)
