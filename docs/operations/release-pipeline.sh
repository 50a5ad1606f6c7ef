#!/bin/sh
# Puts VERSION on every real server of SHOAL_CLUSTER, wave by wave, without a client noticing.
#
# Wants in its environment: SHOAL_URL, SHOAL_TOKEN, SHOAL_CLUSTER, VERSION, and DEPLOY, a program that is given a real
# server's name and the version and ends when the server runs it. A failure returns every server to service.
set -eu

roll_back() {
  code=$?
  trap - EXIT
  if [ "$code" -ne 0 ]; then
    echo "failed with $code: rolling back" >&2
    shoal release roll-back --reason "$VERSION failed" --wait || true
  fi
  exit "$code"
}

shoal release start --waves "${WAVES:-half}" --watch "${WATCH:-60s}" --reason "$VERSION" --wait --timeout 15m
trap roll_back EXIT

# The servers of the wave that holds; none when the release has ended.
while servers=$(shoal release status --servers) && [ -n "$servers" ]; do
  for server in $servers; do
    "$DEPLOY" "$server" "$VERSION"
  done
  shoal release continue --reason "$VERSION is on $(echo $servers)" --wait --timeout 15m
done
