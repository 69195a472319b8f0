#!/bin/sh
# Four PostgreSQL: three of provinces, one of the ministry, which holds their summaries. One province
# is killed on the way: the ministry goes on answering, with the day of what it has.
. "$(dirname "$0")/lib.sh"
corpus country 12

bin=$(dirname "$(realpath "$(command -v postgres || echo /usr/lib/postgresql/*/bin/postgres)")")
user=
if [ "$(id -u)" = 0 ]; then # it does not run as root
    user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
    chmod 711 "$work"
fi
server() { # server NAME start|stop
    dir=$work/pg-$1
    if [ ! -d "$dir" ]; then
        mkdir "$dir"
        [ -z "$user" ] || chown nobody "$dir"
        (cd "$dir" && $user "$bin/initdb" -D data -U khct -A trust -E UTF8 --locale=C.UTF-8 --no-sync > log 2>&1) || fail "initdb"
    fi
    (cd "$dir" && $user "$bin/pg_ctl" -D data -w -l log2 -m immediate -o "-c listen_addresses='' -k $dir" "$2" > log 2>&1)
}
trap 'for name in 1 2 3 bo; do server $name stop; done; rm -rf "$work"' EXIT
sql() { # sql NAME ARGUMENT...
    name=$1
    shift
    psql -X -q -v ON_ERROR_STOP=1 -h "$work/pg-$name" -U khct -d postgres "$@" 2> "$err"
}
for name in 1 2 3 bo; do
    server $name start || fail "PostgreSQL $name does not start"
done

# province N DAY: its plans into its PostgreSQL, its summary for the ministry
province() {
    cd "$work/country/tinh-$1" || exit 1
    status 1 "tables of $1" "$KHCT" report -q -t csv -o bang/ --danhsachtruong truong.csv --on "$2" ke-hoach
    (cd bang && sql "$1" -f nap-postgresql.sql && sql "$1" -f khung-nhin.sql) > "$out" || fail "province $1 loads"
    recipe tong-hop-postgresql > ../export.sql
    sql "$1" -f ../export.sql > "$out" || fail "province $1 sums up"
    cd "$work" || exit 1
}
recipe bo-bang > tables.sql
sql bo -f tables.sql > "$out" || fail "the ministry's table"
recipe bo-nap > load.sql
sends() { # the ministry takes the summary of a province
    (cd "country/tinh-$1" && sql bo -v gui="tinh-$1" -f "$work/load.sql") > "$out" || fail "the ministry loads $1"
}
whole() { # whole DAY PLANS...: the same figures from one SQLite over all
    rm -rf once once.db
    day=$1
    shift
    awk 'NR == 1 || FNR > 1' country/tinh-*/truong.csv > schools.csv
    "$KHCT" report -q -t csv -o once --danhsachtruong schools.csv --on "$day" "$@" 2> "$err"
    (cd once && sqlite3 -bail ../once.db < nap-sqlite.sql && sqlite3 -bail ../once.db < khung-nhin.sql) || fail "SQLite"
    sqlite3 once.db "SELECT SUM(kehoach), SUM(coloi), SUM(tongmuc), SUM(comuc), SUM(viec), SUM(sotien), SUM(khongcong), SUM(quahan) FROM tonghop"
}
ministry() {
    sql bo -At -c "SELECT SUM(kehoach), SUM(coloi), SUM(tongmuc), SUM(comuc), SUM(viec), SUM(sotien), SUM(khongcong), SUM(quahan) FROM ca_nuoc"
}

for p in 1 2 3; do
    province $p 2025-11-01
    sends $p
    sends $p # twice is once
done
whole 2025-11-01 country/tinh-*/ke-hoach > want
ministry > got
same want got
[ -s want ] || fail "no figures"

# province 3 is killed while the others send the next day's
kill -9 "$(head -n 1 pg-3/data/postmaster.pid)"
sed -i 's/40%; >/40%; tiendo 1\/12\/2025 hoanthanh; >/' country/tinh-*/ke-hoach/t[1-5]/ke-hoach.khct
province 1 2026-01-15
province 2 2026-01-15
sends 1
sends 2
sql 3 -c 'SELECT 1' > "$out" && fail "province 3 still answers"
days=$(sql bo -At -c "SELECT MIN(tungay) || ' ' || MAX(denngay) FROM ca_nuoc")
[ "$days" = "2025-11-01 2026-01-15" ] || fail "the days of what is summed: $days"
[ "$(sql bo -At -c 'SELECT SUM(kehoach) FROM ca_nuoc')" = 36 ] || fail "a province is missing"

server 3 stop
server 3 start || fail "province 3 does not come back"
province 3 2026-01-15
sends 3
whole 2026-01-15 country/tinh-*/ke-hoach > want2
ministry > got2
same want2 got2
cmp -s want want2 && fail "nothing has changed"
finish
