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

# The compiler's flags for the module: those of wasm-pack.toml, and what takes out of it what differs from machine to machine, for
# messages of a panic name files, those of the registry with the folder of cargo. Whoever compiles the module calls it, so that
# none compiles what another has.
module_flags() {
  local separator=$'\x1f' flags flag
  flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo$separator--remap-path-prefix=$root=/khabar"
  for flag in $(setting build rustflags); do
    flags+="$separator$flag"
  done
  # With a separator of its own, since a folder may have a space in its name.
  export CARGO_ENCODED_RUSTFLAGS="${CARGO_ENCODED_RUSTFLAGS:+$CARGO_ENCODED_RUSTFLAGS$separator}$flags"
}
