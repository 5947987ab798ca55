# What the tests of the command line share. Usage: . support.sh PROGRAM
set -u
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
count=0

# The result of a test is the status of the command before it.
is () { # name
  local status=$?
  count=$((count + 1))
  if [ $status = 0 ]; then echo "ok $count - $1"; else echo "not ok $count - $1"; fi
}
xuncha () {
  "$program" "$@" >out 2>err
}
# Ran with this status; what went wrong is one line on standard error.
ends () { # status, arguments...
  local expected=$1 status
  shift
  xuncha "$@"
  status=$?
  [ $status = "$expected" ] || { echo "# $*: exit $status"; sed 's/^/# /' out err; return 1; }
  [ "$expected" = 0 ] || [ "$(wc -l <err)" = 1 ] || { sed 's/^/# /' err; return 1; }
}
done_testing () {
  echo "1..$count"
}
