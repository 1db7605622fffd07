#!/bin/sh
# Which part of Naast this container is.
set -eu
part="${1:-api}"
shift || true
case "$part" in
  api | worker) exec node --enable-source-maps "dist/apps/$part/src/main.js" ;;
  naast) exec node --enable-source-maps dist/apps/naast/src/naast.js "$@" ;;
  *) exec "$part" "$@" ;;
esac
