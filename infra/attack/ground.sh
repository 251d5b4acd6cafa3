# Sourced by every script here: a private copy of the platform to attack, on free ports of this machine, with nothing in it but
# the demo communities; and, where it is asked for, nginx in front of it with the configuration of infra/deploy. What was started is
# ended, by its process id, and its folder goes.
#
#   long       set when patience was asked for (infra/test --long)
#   $here      this folder
#   $ground    a folder that goes in the end
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/../.."
. infra/prepare.sh

long="${MAILLON_LONG:-}"
target="${CARGO_TARGET_DIR:-target}"
maillon="${MAILLON_BINARY:-$target/debug/maillon}"
tools="$target/attack"
ground="$(mktemp -d "${TMPDIR:-/tmp}/maillon-attack-XXXXXX")"
chmod 755 "$ground"
started=()

leave() {
  local pid
  for pid in "${started[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$ground"
}
trap leave EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# python_tool PACKAGE==VERSION PROGRAM: a program from PyPI in an environment of ours.
python_tool() {
  [ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
  [ "$("$tools/venv/bin/pip" freeze 2>/dev/null | grep -ixF "$1")" ] || "$tools/venv/bin/pip" install -q "$1"
  [ -x "$tools/venv/bin/$2" ] || die "$1 brought no $2"
}

need_python() { have python3 && python3 -c 'import venv, ensurepip' 2>/dev/null || install "python3 python3-venv" python3; }

# Starts the platform; settings may stand before it as environment variables. Afterwards: $port, $base (the platform's own host).
start_platform() {
  [ -x "$maillon" ] || die "$maillon is missing: cargo build --workspace"
  port="$(free_port)"
  base="http://localhost:$port"
  env -u DATABASE_URL -u REDIS_URL -u SMTP_URL MAILLON_DATA="$ground/data" MAILLON_PORT="$port" MAILLON_INBOX_PORT="$(free_port)" \
    "$maillon" run --guests --demo >"$ground/platform.out" 2>"$ground/platform.log" &
  platform=$!
  started+=("$platform")
  wait_for "http://127.0.0.1:$port/health/ready"
}

# wait_for URL [curl's arguments]
wait_for() {
  local url="$1" end=$((SECONDS + 90)); shift
  until curl -sf -o /dev/null --max-time 2 "$@" "$url"; do
    [ "$SECONDS" -lt "$end" ] || { tail -n 5 "$ground"/*.log >&2; die "$url does not answer"; }
    sleep 0.2
  done
}

# A token for programs on the running copy, good for everything.
token() {
  env -u DATABASE_URL -u REDIS_URL -u SMTP_URL MAILLON_DATA="$ground/data" "$maillon" operator token make attack | tail -1
}

# session COMMUNITY PERSON: one of the demo people comes in; the cookie line they hold.
session() {
  local host="$1.localhost:$port"
  curl -s -o /dev/null -D - -X POST -H "Host: $host" -H "Origin: http://$host" -H 'Sec-Fetch-Site: same-origin' \
    "http://127.0.0.1:$port/guest/$2" | tr -d '\r' | sed -n 's/^[Ss]et-[Cc]ookie: \(__Host-[^;]*\);.*/\1/p' | paste -sd';'
}

# nginx with infra/deploy/nginx.conf, on ports that need no rights and with a certificate made here; nothing else of the file is
# changed unless `relaxed` is given: then the limits that count requests of one address are left out, because here everybody has
# the same. Afterwards: $tls (its port) and $plain
# (that of the unencrypted one); its logs lie in $ground/nginx.
start_nginx() {
  have nginx || [ -x /usr/sbin/nginx ] || install nginx-light nginx
  have openssl || install openssl openssl
  tls="$(free_port)"
  local keys
  plain="$(free_port)"
  keys="$ground/keys"
  mkdir -p "$keys" "$ground/nginx"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext 'subjectAltName=DNS:localhost,DNS:*.localhost' -keyout "$keys/key.pem" -out "$keys/chain.pem" 2>/dev/null
  sed -e "s|127.0.0.1:8080|127.0.0.1:$port|" -e "s|\[::\]:80 |127.0.0.1:$((plain)) |; s|listen 80 default_server;||" \
    -e "s|listen \[::\]:443 ssl|listen 127.0.0.1:$tls ssl|; s|listen 443 ssl.*||" \
    -e "s|/etc/letsencrypt/live/maillon.example/fullchain.pem|$keys/chain.pem|" \
    -e "s|/etc/letsencrypt/live/maillon.example/privkey.pem|$keys/key.pem|" -e "s|/var/log/nginx/|$ground/nginx/|" \
    infra/deploy/nginx.conf >"$ground/nginx/site.conf"
  [ "${1:-}" != relaxed ] || sed -i -E '/^ +limit_(req|conn) /d' "$ground/nginx/site.conf"
  cat >"$ground/nginx/nginx.conf" <<CONF
daemon off;
pid $ground/nginx/pid;
worker_processes 2;
worker_rlimit_nofile 8192;
error_log $ground/nginx.log;
events { worker_connections 4096; }
http {
    access_log $ground/nginx/access.log;
    client_body_temp_path $ground/nginx/body;
    proxy_temp_path $ground/nginx/proxy;
    fastcgi_temp_path $ground/nginx/fastcgi;
    uwsgi_temp_path $ground/nginx/uwsgi;
    scgi_temp_path $ground/nginx/scgi;
    include $ground/nginx/site.conf;
}
CONF
  PATH="$PATH:/usr/sbin" nginx -p "$ground/nginx" -c "$ground/nginx/nginx.conf" -e "$ground/nginx.log" &
  started+=("$!")
  wait_for "https://localhost:$tls/health/live" -k --resolve "localhost:$tls:127.0.0.1"
}
