#!/bin/sh
# Slurm lets a task of a lost node wait two minutes before it begins again.
# Slurm with two nodes (both on this machine): the recipe of docs/many.md. A node is killed while it
# works, and the tables are those of one run. Needs root, as slurmd does.
. "$(dirname "$0")/lib.sh"
[ "$(id -u)" = 0 ] || { fail "slurmd runs as root only"; finish; }
corpus country 6
held_khct

host=$(hostname)
cat > slurm.conf <<C
ClusterName=khct
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.sock
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool.%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.%n.log
SlurmctldPort=17817
ReturnToService=2
MpiDefault=none
JobRequeue=1
NodeName=nut1 NodeHostname=$host NodeAddr=127.0.0.1 Port=17818 CPUs=1
NodeName=nut2 NodeHostname=$host NodeAddr=127.0.0.1 Port=17819 CPUs=1
PartitionName=khct Nodes=ALL Default=YES MaxTime=INFINITE State=UP
C
export SLURM_CONF="$work/slurm.conf"
mkdir state spool.nut1 spool.nut2
dd if=/dev/urandom of=munge.key bs=64 count=16 2> /dev/null
chmod 600 munge.key
pid() { # of what wrote that file
    cat "$work/$1" 2> /dev/null
}
trap 'for p in slurmd.nut1 slurmd.nut2 slurmctld munge; do kill -9 $(pid $p.pid) 2> /dev/null; done
    pkill -9 -f "slurmstepd.*$work" 2> /dev/null; rm -rf "$work"' EXIT
munged --force --key-file="$work/munge.key" --socket="$work/munge.sock" --pid-file="$work/munge.pid" \
    --log-file="$work/munge.log" --seed-file="$work/munge.seed" || fail "munge"
slurmctld || fail "slurmctld"
slurmd -N nut1 || fail "slurmd"
slurmd -N nut2 || fail "slurmd"
idle() { [ "$(sinfo -h -t idle -o %D)" = 2 ]; }
until_true idle

cd country/tinh-1 || exit 1
recipe slurm-phan > phan.sh
recipe slurm > submit.sh
sh -e submit.sh > "$work/submit.log" 2>&1 &
submitted=$!
until_true test -e "$work/held"
# the node that holds the first task dies, with all that runs on it
read -r node task < "$work/held"
kill -9 "$(pid "slurmd.$node.pid")"
above=$task all=$task # its slurmstepd goes first, or it would tell how its script ended
while [ "$(cat "/proc/$above/comm")" != slurmstepd ]; do
    above=$(ps -o ppid= -p "$above" | tr -d ' ')
    all="$above $all"
done
kill -9 $all
scontrol update nodename="$node" state=down reason=thử
exec 8<> "$work/release"
wait $submitted || fail "the job: $(tail -n 3 "$work/submit.log")"
sinfo -h -t idle,allocated -o %D | grep -qx 1 || fail "both nodes are there"

scontrol show jobs | grep -q 'Restarts=[1-9]' || fail "no task was begun again"

# one run, on one machine
mv phan nhieu-may
mkdir phan
for school in ke-hoach/*/; do
    "$KHCT" report -q -t csv -o "phan/$(basename "$school")" --on 2026-01-15 --danhsachtruong truong.csv "$school" 2> "$err"
done
rm -f nhieu-may/danh-sach.txt nhieu-may/*.out
diff -r phan nhieu-may > "$out" || fail "other bytes than one run"
[ "$(ls phan | wc -l)" = 6 ] || fail "schools are missing"
passed=$((passed + 1))
finish
