# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# Measures the server beside the Node servers that it replaces: docs/operating/benchmark.md says how, and what the figures
# are not.

# The servers have core 0 (or 0 and 1), the load generator core 1.
readonly GENERATOR_CORE=1

# bench jmh […]: the hot paths alone, with JMH's own options.
# bench [row…] [--rounds N] [--quick]
bench() {
  need_tools jdk maven node
  need_bench_programs
  build
  exclusively bench build_bench
  if [ "${1-}" = jmh ]; then
    shift
    exec "$JAVA_HOME/bin/java" "@$root/launcher/java.options" -cp "$(class_path "$root/bench/target/lib")" \
      org.openjdk.jmh.Main "$@"
  fi
  ! measures_start "$@" || has_archive || dist
  # One heap size throughout, so that the generator's own collections do not differ from round to round.
  exec taskset --cpu-list $GENERATOR_CORE "$JAVA_HOME/bin/java" "@$root/launcher/java.options" \
    -XX:+UseSerialGC -Xms512m -Xmx512m -cp "$(class_path "$root/bench/target/lib")" \
    app.focusly.bench.Bench "$root" "$@"
}

# Whether the row of that name is among the wished ones: it is named, or none is.
measures_start() {
  local word rows=0
  while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
      start) return 0 ;;
      --rounds) [ $# = 0 ] || shift ;;
      -*) ;;
      *) rows=$((rows + 1)) ;;
    esac
  done
  [ $rows = 0 ]
}

# Whether there is an archive of what stands in target/app.
has_archive() {
  local archive
  archive=$root/target/focusly-$(version)-$(platform).tar.gz
  [ "$archive" -nt "$root/target/build.stamp" ]
}

need_bench_programs() {
  local program
  for program in taskset setpriv; do
    command -v $program >/dev/null || fail "$program is missing: the benchmark runs on Linux with util-linux"
  done
  [ "$(nproc --all)" -ge 2 ] || fail "the benchmark needs two cores: one for the server, one for the load generator"
  [ "$(ulimit -n)" -ge 12000 ] || ulimit -n 12000 2>/dev/null \
    || fail "the benchmark opens 10,000 sockets: allow that many with ulimit -n 12000"
}

build_bench() {
  local folder=$root/bench log=$root/target/bench.log
  if [ ! -e "$folder/node_modules/.package-lock.json" ] \
    || [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
    npm ci --prefix "$folder" --no-progress
  fi
  bench_is_built && return 0
  echo "Building the benchmark …"
  rm -rf "$folder/target/lib" "$folder"/target/focusly-bench-*.jar
  if ! (cd "$root" && package_bench) >"$log" 2>&1; then
    grep -E '^\[(ERROR|WARNING)\] .' "$log" | head -n 30 >&2
    fail "the build failed; all of its words are in $log"
  fi
  cp -p "$folder"/target/focusly-bench-*.jar "$folder/target/lib"
}

# The server's own build is in target/app already, so its stamp tells of the modules below.
bench_is_built() {
  local jars=("$root"/bench/target/lib/focusly-bench-*.jar)
  [ -e "${jars[0]}" ] && [ "${jars[0]}" -nt "$root/target/build.stamp" ] \
    && [ -z "$(find "$root/bench/pom.xml" "$root/bench/src/main" -newer "${jars[0]}" -print -quit)" ]
}

package_bench() {
  mvn --batch-mode -Dstyle.color=never -Dspotless.check.skip -DskipTests -Dmaven.test.skip -pl bench -am package
}
