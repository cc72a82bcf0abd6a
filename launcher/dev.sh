# shellcheck shell=bash disable=SC2154 # ./focusly sets root
# The server, and before it Vite, which shows each change of the web app at once. A change of the server needs a restart.

dev() {
  build
  local port=${PORT:-3000} web_port=${FOCUSLY_WEB_PORT:-5173} server web
  # The server knows none of Vite's two variables, and an unknown one stops its start.
  env -u FOCUSLY_WEB_PORT -u FOCUSLY_PORT PORT="$port" "$JAVA_HOME/bin/java" "@$root/launcher/java.options" \
    -cp "$(class_path "$root/target/app")" app.focusly.server.Main &
  server=$!
  (cd "$root/web" && FOCUSLY_PORT=$port FOCUSLY_WEB_PORT=$web_port exec node_modules/.bin/vite) </dev/null &
  web=$!
  # shellcheck disable=SC2064 # the two are known now, and local
  trap "kill $server $web 2>/dev/null || true" EXIT
  trap 'exit 0' INT TERM
  echo "Open http://localhost:$web_port for the web app with hot reload; Ctrl-C stops it and the server."
  wait -n "$server" "$web" || true
  complain "one of the two has ended, so the other ends too"
  exit 1
}
