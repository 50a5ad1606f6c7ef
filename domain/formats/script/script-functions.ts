/**
 * The part of a start/stop script that is the same for every definition: POSIX sh, with `rules`, `vips` and `settings`
 * defined before it.
 *
 * `compare` puts the script's rules beside those of the kernel. `ipvsadm -S` prints fwmarks above 2147483647 as negative
 * numbers. Exit codes are those of the Linux Standard Base for init scripts.
 */
export const scriptFunctions = `
say() {
  echo "$NAME: $*"
}

complain() {
  echo "$NAME: $*" >&2
}

# surplus: destinations of our services that the rules don't have. standing, missing: our services that do or don't stand.
compare() {
  { rules && echo end && ipvsadm -S -n; } | awk -v what="$1" '
    $0 == "end" { kernel = 1 }
    /^-[Aa] / {
      line = substr($0, 4)
      server = ""
      at = index(line, substr($0, 2, 1) == "a" ? " -r " : " -s ")
      key = substr(line, 1, at - 1)
      if (substr($0, 2, 1) == "a") {
        server = substr(line, at + 4)
        sub(/ .*/, "", server)
      }
      count = split(key, word, " ")
      if (word[1] == "-f" && word[2] + 0 < 0) {
        key = "-f " sprintf("%.0f", word[2] + 4294967296)
        if (count > 2) key = key " " word[3]
      }
      if (!kernel) {
        if (server == "") ours[++services] = key
        wanted[key, server] = 1
      } else {
        found[key, server] = 1
        if (what == "surplus" && server != "" && ((key, "") in wanted) && !((key, server) in wanted))
          print key " -r " server
      }
    }
    END {
      if (what == "standing") for (i = 1; i <= services; i++) if ((ours[i], "") in found) print ours[i]
      if (what == "missing") for (i = 1; i <= services; i++) if (!((ours[i], "") in found)) print ours[i]
    }'
}

# Adds the rules it reads, or changes what stands already.
apply() {
  failed=0
  while read -r command options; do
    case $command in
      -A) change=-E ;;
      -a) change=-e ;;
      *) continue ;;
    esac
    # shellcheck disable=SC2086
    ipvsadm "$command" $options 2>/dev/null </dev/null || ipvsadm "$change" $options </dev/null || {
      complain "this failed: ipvsadm $change $options"
      failed=1
    }
  done
  return "$failed"
}

# Runs ipvsadm with a command for each line it reads.
each() {
  failed=0
  while read -r options; do
    # shellcheck disable=SC2086
    ipvsadm "$1" $options </dev/null || failed=1
  done
  return "$failed"
}

# Writes a setting of the kernel unless it is so already. What a kernel doesn't have is no failure.
set_value() {
  if [ ! -e "/proc/sys/$1" ]; then
    complain "this kernel has no /proc/sys/$1"
    return 0
  fi
  [ "$(tr '\\t' ' ' <"/proc/sys/$1")" = "$2" ] || echo "$2" >"/proc/sys/$1"
}

has_address() {
  ip -o addr show | awk -v address="$1" '
    { split($4, part, "/") }
    part[1] == address { found = 1 }
    END { exit !found }'
}

add_vip() {
  if has_address "$1"; then return 0; fi
  device=$INTERFACE
  if [ -z "$device" ]; then
    device=$(ip route get "$1" 2>/dev/null |
      awk '{ for (i = 1; i < NF; i++) if ($i == "dev") { print $(i + 1); exit } }')
  fi
  if [ -z "$device" ]; then
    complain "no route leads to $1: set INTERFACE at the top"
    return 1
  fi
  case $1 in
    *:*) ip addr add "$1/128" dev "$device" nodad || return 1 ;;
    *)
      label=$device:lvs
      # The kernel ends labels at 15 characters.
      [ "\${#label}" -le 15 ] || label=$device
      ip addr add "$1/32" dev "$device" label "$label" || return 1
      ;;
  esac
  echo "$1 $device" >>"$ADDED"
}

add_vips() {
  failed=0
  while read -r address; do
    add_vip "$address" </dev/null || failed=1
  done
  return "$failed"
}

# Whether a service that still stands, somebody else's, is at an address.
serves() {
  ipvsadm -S -n | awk -v address="$1" '
    $1 == "-A" { at = $3; sub(/:[0-9]+$/, "", at); gsub(/[][]/, "", at) }
    $1 == "-A" && at == address { found = 1 }
    END { exit !found }'
}

# Takes away the VIPs that it added, but for those that somebody else's service needs.
remove_vips() {
  [ -f "$ADDED" ] || return 0
  failed=0
  kept=
  while read -r address device; do
    if serves "$address"; then
      complain "$address stays: another service is there"
      kept="$kept$address $device
"
    elif has_address "$address"; then
      case $address in
        *:*) length=128 ;;
        *) length=32 ;;
      esac
      ip addr del "$address/$length" dev "$device" </dev/null || failed=1
    fi
  done <"$ADDED"
  if [ -n "$kept" ]; then printf '%s' "$kept" >"$ADDED"; else rm -f "$ADDED"; fi
  return "$failed"
}

# What serves comes first, then what is quiesced, then what goes: so no service is without a destination in between.
start() {
  result=0
  modprobe -q ip_vs 2>/dev/null
  ipvsadm -S -n >/dev/null || return 1
  settings || result=1
  rules | grep -v -e ' -w 0$' -e ' -w 0 ' | apply || result=1
  rules | grep -e ' -w 0$' -e ' -w 0 ' | apply || result=1
  compare surplus | each -d || result=1
  vips | add_vips || result=1
  return "$result"
}

stop() {
  result=0
  compare standing | each -D || result=1
  remove_vips || result=1
  return "$result"
}

status() {
  standing=$(compare standing)
  if [ -z "$standing" ]; then
    say "not running"
    return 3
  fi
  echo "$standing" | while read -r options; do
    # shellcheck disable=SC2086
    ipvsadm -L -n $options </dev/null | grep -v -e '^IP Virtual' -e '^Prot ' -e '^  -> RemoteAddress'
  done
  vips | while read -r address; do
    has_address "$address" </dev/null || echo "$address is not on this machine"
  done
  missing=$(compare missing)
  if [ -n "$missing" ]; then
    echo "$missing" | sed 's/^/missing: /'
    return 1
  fi
}

usage() {
  echo "Usage: $0 start|stop|restart|status" >&2
  exit 2
}

[ "$#" -eq 1 ] || usage
case $1 in
  start | stop | status) action=$1 ;;
  # Nothing is stopped on the way: clients shall not notice.
  restart | reload | force-reload) action=start ;;
  *) usage ;;
esac
if [ "$(id -u)" -ne 0 ]; then
  complain "only root can do this"
  exit 4
fi
for program in ipvsadm ip awk; do
  command -v "$program" >/dev/null 2>&1 || {
    complain "$program is not installed"
    exit 5
  }
done
"$action"
exit
`;
