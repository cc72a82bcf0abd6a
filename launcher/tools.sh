# shellcheck shell=bash
# Finds the tools that the build needs, and says in one line each which are missing.

readonly LEAST_JDK=25
readonly LEAST_MAVEN=3.8.1
# Vite asks for this one; it is the last step of Node 20 that matters.
readonly LEAST_NODE=20.19.0

# need_tools KIND…: makes each usable, or ends after naming all that are missing.
need_tools() {
  local kind missing=0
  for kind in "$@"; do
    "find_$kind" || missing=1
  done
  [ $missing = 0 ] || exit 1
}

# Sets JAVA_HOME to the first JDK that is new enough, and puts it first on the path.
find_jdk() {
  local home
  while read -r home; do
    if [ "$(jdk_major "$home")" -ge $LEAST_JDK ]; then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return 0
    fi
  done < <(jdk_homes)
  complain "a JDK $LEAST_JDK or later is missing: install one, or set JAVA_HOME to its folder"
  return 1
}

# Where a JDK may be, one folder a line, the wished ones first.
jdk_homes() {
  [ -z "${JAVA_HOME-}" ] || echo "$JAVA_HOME"
  local java
  if java=$(command -v java); then
    dirname "$(dirname "$(readlink -f "$java")")"
  fi
  local home
  for home in /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* /opt/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ ! -x "$home/bin/javac" ] || echo "$home"
  done
}

# jdk_major HOME: the JDK's feature version, from its release file, since asking java itself takes time; else 0.
jdk_major() {
  local major=0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${major:-0}"
}

find_maven() {
  local version
  version=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || true
  at_least "$version" $LEAST_MAVEN && return 0
  complain "Maven $LEAST_MAVEN or later is missing: install it, so that mvn is on the path${version:+ (found $version)}"
  return 1
}

find_node() {
  local version
  version=$(node --version 2>/dev/null) || true
  if at_least "${version#v}" $LEAST_NODE && command -v npm >/dev/null; then
    return 0
  fi
  complain "Node $LEAST_NODE or later with npm is missing: install it, so that both are on the path${version:+ (found $version)}"
  return 1
}

# at_least VERSION LEAST: compares them as versions; an empty one is too old.
at_least() {
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}
