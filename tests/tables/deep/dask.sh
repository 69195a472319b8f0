#!/bin/sh
# Dask with two workers: the recipe of docs/many.md. A worker is killed while it works, and the tables
# are those of one run.
. "$(dirname "$0")/lib.sh"
corpus country 6
held_khct
python=/usr/bin/python3
trap 'kill -9 $scheduler $one $two 2> /dev/null; rm -rf "$work"' EXIT
export DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES=5
$python -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 17900 --no-dashboard > scheduler.log 2>&1 &
scheduler=$!
answers() { grep -q 'Scheduler at' scheduler.log; }
until_true answers
HELD_BY=one $python -m distributed.cli.dask_worker tcp://127.0.0.1:17900 --no-nanny --nthreads 1 --no-dashboard > one.log 2>&1 &
one=$!
HELD_BY=two $python -m distributed.cli.dask_worker tcp://127.0.0.1:17900 --no-nanny --nthreads 1 --no-dashboard > two.log 2>&1 &
two=$!
cd country/tinh-1 || exit 1
recipe dask > phan.py
$python phan.py tcp://127.0.0.1:17900 > "$work/run.log" 2>&1 &
run=$!
until_true test -e "$work/held"
case $(cat "$work/held") in
one*) kill -9 $one ;;
*) kill -9 $two ;;
esac
exec 8<> "$work/release"
wait $run || fail "the run: $(tail -n 3 "$work/run.log")"
grep -q 'Remove worker' "$work/scheduler.log" || fail "no worker was lost: $(tail -n 3 "$work/scheduler.log")"
mv phan nhieu-may
mkdir phan
for school in ke-hoach/*/; do
    "$KHCT" report -q -t csv -o "phan/$(basename "$school")" --on 2026-01-15 --danhsachtruong truong.csv "$school" 2> "$err"
done
diff -r phan nhieu-may > "$out" || fail "other bytes than one run"
[ "$(ls phan | wc -l)" = 6 ] || fail "schools are missing"
passed=$((passed + 1))
finish
