# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# Builds the server with the web app in it into target/app, when the sources are newer than what stands there.

# Whether target/app is as new as every source. The stamp has the time at which its build began, so what is changed
# while it runs counts as newer; a file that goes changes the time of its folder. The benchmark is no part of it.
is_built() {
  local stamp=$root/target/build.stamp
  local sources=("$root"/pom.xml "$root"/.mvn "$root"/*/pom.xml "$root"/*/src/main
    "$root"/web/{build,pack.mjs,index.html,package.json,package-lock.json,tsconfig.json,vite.config.ts,public,src})
  [ -e "$stamp" ] &&
    [ -z "$(find "${sources[@]}" -path "$root/bench/*" -prune -o -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Makes target/app ready; does nothing but look at file times when it is.
build() {
  need_tools jdk
  is_built && return 0
  need_tools maven node
  mkdir -p "$root/target"
  exclusively build build_now
}

# exclusively NAME COMMAND…: runs it while no other launcher of this tree runs one under the same name.
exclusively() {
  local lock=$root/target/$1.lock
  shift
  if ! command -v flock >/dev/null; then
    "$@"
    return
  fi
  (
    if ! flock --nonblock 9; then
      echo "Another build is running here; waiting for it …"
      flock 9
    fi
    # The lock is this shell's alone: nothing that outlives it may hold it.
    "$@" 9>&-
  ) 9>"$lock"
}

build_now() {
  is_built && return 0 # by whoever held the lock before us
  local log=$root/target/build.log
  rm -f "$root/target/build.stamp"
  touch "$root/target/build.began"
  rm -rf "$root/server/target/lib" "$root"/server/target/focusly-server-*.jar
  echo "Building Focusly (the first time takes a few minutes) …"
  if ! (cd "$root" && package) 2>&1 | tee "$log" | show_progress; then
    complain "the build failed; all of its words are in $log, among them:"
    # A warning may be what failed it.
    { grep -E '^\[(ERROR|WARNING)\] .' "$log" || tail -n 30 "$log"; } | head -n 30 >&2
    return 1
  fi
  collect
  mv "$root/target/build.began" "$root/target/build.stamp"
}

# Formatting is checked, and tests are compiled, by `./focusly test`: who only wants to run a change need not wait for it.
package() {
  mvn --batch-mode -Dstyle.color=never -Dspotless.check.skip -DskipTests -Dmaven.test.skip -pl server -am package
}

# Maven's line for each module, such as "[INFO] Building Focusly · Room 0.1.0   [5/8]", as a step.
show_progress() {
  sed -n -u 's/^\[INFO\] Building Focusly · \(.*\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/  \2 of \3: \1/p'
}

# Puts the jars in a folder of their own, so that a server that runs from there keeps its files through the next build.
collect() {
  local app=$root/target/app
  rm -rf "$app.new" "$app.old"
  mkdir "$app.new"
  cp -p "$root"/server/target/lib/*.jar "$root"/server/target/focusly-server-*.jar "$app.new"
  [ ! -e "$app" ] || mv "$app" "$app.old"
  mv "$app.new" "$app"
  rm -rf "$app.old"
}

# class_path FOLDER: its jars, in one and the same order everywhere.
class_path() {
  local LC_ALL=C jars
  jars=("$1"/*.jar)
  local IFS=:
  echo "${jars[*]}"
}

# The product's version, as the parent pom says.
version() {
  sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$root/pom.xml" | head -n 1
}
