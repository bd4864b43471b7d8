# Sourced by the other scripts: where the project is, and what wasm-pack.toml says.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Tools of this project alone, put there by scripts/setup.
tools="$root/target/tools"
PATH="$tools/node_modules/.bin:$PATH"

# setting SECTION KEY: the value, without quotes; a list comes out as its items, separated by spaces.
setting() {
  local value
  value=$(awk -v section="[$1]" -v key="$2" '
    /^\[/ { inside = ($0 == section) }
    inside && index($0, key " = ") == 1 {
      value = substr($0, length(key) + 4)
      gsub(/[]["]/, "", value); gsub(/, */, " ", value)
      print value
      exit
    }' "$root/wasm-pack.toml")
  [ -n "$value" ] || { echo "wasm-pack.toml: no $2 in [$1]" >&2; return 1; }
  printf '%s\n' "$value"
}
