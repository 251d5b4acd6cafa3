# Sourced by `run` and `test`: puts on the machine what is missing, and nothing else. Each `need_*` is silent and quick
# when there is nothing to do.

say() { printf '\033[1m%s\033[0m\n' "maillon: $*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else die "needs root to run: $* (no sudo here; install it yourself, then start again)"
  fi
}

# install "apt names" "brew names"
install() {
  if have apt-get; then
    say "installing $1"
    [ -n "${apt_is_fresh:-}" ] || { as_root apt-get update -q >/dev/null || say "the package lists could not be renewed"; apt_is_fresh=1; }
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $1 >/dev/null
  elif have brew; then
    say "installing $2"
    # shellcheck disable=SC2086
    brew install --quiet $2
  else
    die "install these yourself, neither apt-get nor brew is here: $1"
  fi
}

need_rust() {
  if ! have cargo && [ -r "$HOME/.cargo/env" ]; then . "$HOME/.cargo/env"; fi
  have cargo || die "needs Rust 1.95 or newer (rustup.rs)"
  have cc || install build-essential ""
}

has_postgres() {
  [ -x "${PG_BIN:-/nowhere}/initdb" ] || have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ||
    compgen -G '/opt/homebrew/opt/postgresql@*/bin/initdb' >/dev/null || compgen -G '/usr/local/opt/postgresql@*/bin/initdb' >/dev/null
}

# The distribution's package starts a cluster of its own on port 5432; ours neither uses nor disturbs it.
need_postgres() { has_postgres || install "postgresql postgresql-client" "postgresql@17"; }

# Without Redis one process goes on by itself, so a failure here is no reason to stop.
need_redis() { have redis-server || (install redis-server redis) || say "going on without Redis"; }

need_browser() {
  have chromium || have chromium-browser || have google-chrome || install chromium "--cask chromium"
  have chromedriver || install chromium-driver "--cask chromedriver"
  have npm || install "nodejs npm" node
}
