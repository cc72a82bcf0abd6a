# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# Makes target/focusly-<version>-<platform>.tar.gz: the jars, a Java runtime, and a cache that halves the time to start.

# What the jars use of the JDK. jdeps names more (java.desktop and others): Jackson and Netty have optional
# parts for them, and go without.
readonly RUNTIME_MODULES=java.base,java.logging,java.management,java.naming,java.sql,java.xml,jdk.unsupported

dist() {
  build
  need_tools node
  local name folder
  name=focusly-$(version)-$(platform)
  folder=$root/target/dist/$name
  rm -rf "$root/target/dist"
  mkdir -p "$folder/bin" "$folder/lib"
  cp -p "$root"/target/app/*.jar "$root/launcher/java.options" "$folder/lib"
  cp "$root/launcher/archive/focusly" "$folder/bin"
  cp "$root/launcher/archive/README.md" "$root/LICENSE" "$folder"
  unpack_natives "$folder/lib"
  echo "Making a Java runtime …"
  "$JAVA_HOME/bin/jlink" --add-modules $RUNTIME_MODULES --strip-java-debug-attributes --no-header-files --no-man-pages \
    --output "$folder/runtime"
  echo "Recording a start …"
  record_start "$folder"
  echo "Packing …"
  tar -czf "$root/target/$name.tar.gz" -C "$root/target/dist" "$name"
  echo "Made target/$name.tar.gz"
}

platform() {
  local system processor
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  processor=$(uname -m)
  case $processor in
    x86_64) processor=x64 ;;
    aarch64) processor=arm64 ;;
  esac
  echo "${system/darwin/macos}-$processor"
}

# unpack_natives LIB: puts this platform's native libraries beside the jars. From a jar each start would have to unpack
# them into a temporary folder first: a quarter of the start, and a folder from which nothing may run stops it.
unpack_natives() {
  local lib=$1 system machine jar
  case $(uname -s)/$(uname -m) in
    Linux/x86_64) system=Linux machine=x86_64 ;;
    Linux/aarch64) system=Linux machine=aarch64 ;;
    Darwin/x86_64) system=Mac machine=x86_64 ;;
    Darwin/arm64) system=Mac machine=aarch64 ;;
    *) return 0 ;;
  esac
  mkdir -p "$lib/native"
  for jar in "$lib"/sqlite-jdbc-*.jar "$lib"/netty-transport-native-epoll-*-linux-"${machine/aarch64/aarch_64}".jar; do
    (
      cd "$lib/native"
      "$JAVA_HOME/bin/jar" -xf "$jar" "org/sqlite/native/$system/$machine" META-INF/native
      find . -mindepth 2 -type f -name 'lib*' -exec mv {} . \;
      rm -rf org META-INF
    )
  done
}

# record_start FOLDER: starts the archive once, has it answer each kind of request, and keeps the classes as the JVM
# linked them in lib/focusly.aot, but not what was compiled: on one core it would be compiled again before the server is
# ready. Nothing of the caller's settings takes part.
record_start() {
  local folder=$1 work=$root/target/dist/work server url=
  mkdir -p "$work"
  (
    cd "$work" || exit
    exec env -i PATH="$PATH" PORT=0 FOCUSLY_HOST=127.0.0.1 "$folder/runtime/bin/java" "@$folder/lib/java.options" \
      -Djava.library.path="$folder/lib/native" -Dorg.sqlite.lib.path="$folder/lib/native" \
      -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="$folder/lib/focusly.aot" -cp "$(class_path "$folder/lib")" app.focusly.server.Main
  ) >"$work/log" 2>&1 &
  server=$!
  while [ -z "$url" ] && kill -0 $server 2>/dev/null; do
    sleep 0.2
    url=$(sed -n 's/^Focusly is ready: open //p' "$work/log")
  done
  local answered=1
  [ -n "$url" ] && node "$root/launcher/archive/first-requests.mjs" "$url" || answered=0
  # The JVM writes the cache when it ends; 143 is its answer to the signal.
  kill $server 2>/dev/null || true
  wait $server || true
  if [ $answered = 0 ] || [ ! -s "$folder/lib/focusly.aot" ]; then
    tail -n 20 "$work/log" >&2
    fail "the packed server did not start, or did not answer; all of its words are in $work/log"
  fi
}
