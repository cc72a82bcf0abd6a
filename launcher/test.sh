# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# Runs every test: Java, web, browser; and counts them from the reports that the runners write.

# Program and the Debian package that has it. nginx and coturn are what the tests put before and beside the
# server; strace shows that nothing is acknowledged before it is on the disk.
readonly TEST_PROGRAMS="chromium:chromium ip:iproute2 openssl:openssl nginx:nginx-light turnserver:coturn strace:strace"

run_tests() {
  need_tools jdk maven node
  install_test_programs
  build
  exclusively test run_all_tests
}

install_test_programs() {
  local pair packages=() PATH=$PATH:/usr/sbin:/sbin
  for pair in $TEST_PROGRAMS; do
    command -v "${pair%%:*}" >/dev/null || packages+=("${pair##*:}")
  done
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    fail "tests need these packages, as Debian names them: apt-get install ${packages[*]}"
  fi
  echo "Installing ${packages[*]} …"
  local log=$root/target/apt.log
  mkdir -p "$root/target"
  if ! apt_install "${packages[@]}" >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install ${packages[*]}; all of its words are in $log"
  fi
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y --no-install-recommends "$@"
}

run_all_tests() {
  rm -rf "$root"/*/target/surefire-reports "$root/web/target/vitest.xml" "$root/e2e/target/e2e.xml"
  local outcome=0 log=$root/target/web-check.log web
  # None of the parts keeps another from running: a failed Java test is in its report and lets Maven go on, and the web
  # app's check, which Maven would stop at, comes on its own. It fills the time in which Java tests wait.
  npm run --prefix "$root/web" check </dev/null >"$log" 2>&1 &
  web=$!
  # shellcheck disable=SC2064 # it is known now, and local
  trap "kill $web 2>/dev/null || true" EXIT
  (
    cd "$root"
    mvn --batch-mode -Dstyle.color=never -Dweb.skipTests -Dmaven.test.failure.ignore=true --fail-at-end verify
  ) </dev/null || {
    complain "the build failed, see above"
    outcome=1
  }
  local checked=0
  wait $web || checked=1
  trap - EXIT
  cat "$log"
  [ $checked = 0 ] || {
    complain "the web app's check failed, see above"
    outcome=1
  }
  report_is_there "Java" "$root"/*/target/surefire-reports/TEST-*.xml || outcome=1
  report_is_there "web" "$root/web/target/vitest.xml" || outcome=1
  report_is_there "browser" "$root/e2e/target/e2e.xml" || outcome=1
  count_tests || outcome=1
  return $outcome
}

# report_is_there WHOSE FILE…
report_is_there() {
  [ -e "$2" ] || {
    complain "the $1 tests left no report: they did not run to their end"
    return 1
  }
}

# Sums the JUnit XML reports in one line; fails when a test failed, and when there was none.
count_tests() {
  find "$root"/*/target/surefire-reports "$root/web/target/vitest.xml" "$root/e2e/target/e2e.xml" -name '*.xml' \
    -exec cat {} + 2>/dev/null | awk '
      BEGIN { RS = "<" }
      function attribute(name) {
        return match($0, "[ \n]" name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH) + 0 : 0
      }
      /^testsuite[ \n]/ {
        all += attribute("tests")
        failed += attribute("failures") + attribute("errors")
        skipped += attribute("skipped")
      }
      END {
        printf "Tests: %d passed, %d failed%s\n", all - failed - skipped, failed, skipped ? ", " skipped " skipped" : ""
        exit failed > 0 || all - skipped == 0
      }'
}
