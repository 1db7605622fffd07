#!/bin/sh
# Runs once, on an empty volume: a database for the demo sign-in, apart from that of Naast.
set -eu
[ -n "${SIGN_IN_DB_PASSWORD:-}" ] || exit 0
psql --username postgres --set ON_ERROR_STOP=1 --set password="$SIGN_IN_DB_PASSWORD" <<'SQL'
CREATE ROLE keycloak LOGIN PASSWORD :'password';
CREATE DATABASE keycloak OWNER keycloak;
REVOKE ALL ON DATABASE keycloak FROM PUBLIC;
SQL
