# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# Looks for input that breaks a parser. What it finds is written beside the seeds of the fuzz test, where every later
# run of the tests replays it; what only led to new ways through the code stays in <module>/.cifuzz-corpus.

readonly FUZZ_SECONDS=60

# fuzz [TARGET] [SECONDS]: one target, such as socketio/PacketFuzzTest, or all of them, so many seconds each.
fuzz() {
  local wanted=all seconds=$FUZZ_SECONDS targets target failed=()
  targets=$(fuzz_targets)
  case ${1-all} in
    *[!0-9]*) wanted=$1 seconds=${2-$seconds} ;;
    *) seconds=$1 ;;
  esac
  if [ "$wanted" != all ] && ! grep -qxF -- "$wanted" <<<"$targets"; then
    complain "no fuzz target $wanted; there are:"
    echo "$targets" >&2
    exit 2
  fi
  need_tools jdk maven
  while read -r target; do
    if [ "$wanted" = all ] || [ "$wanted" = "$target" ]; then
      echo "Fuzzing $target for $seconds seconds …"
      fuzz_one "$target" "$seconds" </dev/null || failed+=("$target")
    fi
  done <<<"$targets"
  [ ${#failed[@]} = 0 ] || fail "found something in ${failed[*]}: see above, and git status for the input"
}

# Each fuzz test, as its module and its name.
fuzz_targets() {
  local file
  while read -r file; do
    echo "${file%%/*}/$(basename "$file" .java)"
  done < <(cd "$root" && grep -lr --include='*.java' '^  @FuzzTest$' -- */src/test/java | LC_ALL=C sort)
}

# fuzz_one TARGET SECONDS
fuzz_one() {
  local module=${1%%/*} class
  class=$(cd "$root/$module/src/test/java" && find . -name "${1#*/}.java" | sed 's|^\./||; s|\.java$||; s|/|.|g')
  (
    cd "$root" || exit 1
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=${2}s mvn --batch-mode --quiet -Dstyle.color=never -pl "$module" -am \
      -Dspotless.check.skip -Dweb.skipTests -Djazzer.hooks=true -Dsurefire.failIfNoSpecifiedTests=false \
      -Dtest="$class" test
  )
}
