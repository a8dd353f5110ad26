#!/bin/bash
# headers_test.sh SOURCE_DIR WORK_DIR: every header of guest/include compiles alone and together with
# all others, with and without PAE and for other versions, without a warning; and the structures in
# them have the sizes and offsets of layouts.tsv, which were read off the real kernel's headers.
set -u
include=$1/guest/include
here=$1/tests/headers
work=$2
rm -rf "$work" && mkdir -p "$work" || exit 2
compiler=$(command -v gcc-12 || command -v gcc)
flags=(-m32 -march=i686 -nostdinc -isystem "$("$compiler" -print-file-name=include)" "-I$include"
  "-I$include/uapi" -include "$include/linux/kconfig.h" -D__KERNEL__ -DMODULE
  "-DKBUILD_MODNAME=\"headers\"" -std=gnu11 -O2 -ffreestanding -fno-pic -mregparm=3
  -freg-struct-return -fno-strict-aliasing -Wall -Wno-sign-compare -Werror -fsyntax-only)
failures=0

# check NAME FILE FLAG…: compiles FILE, counts and shows a failure.
check() {
  local name=$1
  shift
  if ! "$compiler" "${flags[@]}" "$@" > "$work/out" 2>&1; then
    echo "FAILED: $name"
    head -5 "$work/out"
    failures=$((failures + 1))
  fi
}

mapfile -t headers < <(cd "$include" && find . -name '*.h' | sed 's,^\./,,' | sort)
for header in "${headers[@]}"; do
  echo "#include <$header>" > "$work/$(tr / _ <<< "$header").c"
done
for mode in -DMM32_686 -DCONFIG_X86_PAE=1; do
  # One run of the driver for many files; on a failure each is tried by itself, to name the header.
  if ! printf '%s\n' "$work"/*.c | xargs -n 100 "$compiler" "${flags[@]}" $mode > "$work/out" 2>&1; then
    for header in "${headers[@]}"; do
      check "<$header> alone, $mode" "$mode" "$work/$(tr / _ <<< "$header").c"
    done
  fi
  printf '#include <%s>\n' "${headers[@]}" > "$work/all"
  cp "$work/all" "$work/forward" && check "all headers, $mode" "$mode" -x c "$work/forward"
  tac "$work/all" > "$work/backward" && check "all headers, last first, $mode" "$mode" -x c "$work/backward"
  column=3
  [ "$mode" = -DMM32_686 ] || column=4
  awk -F '\t' -v column=$column '/^#/ { next }
    $2 == "" { printf "_Static_assert(sizeof(%s) == %s, \"sizeof %s\");\n", $1, $column, $1; next }
    { printf "_Static_assert(offsetof(%s, %s) == %s, \"%s.%s\");\n", $1, $2, $column, $1, $2 }' \
    "$here/layouts.tsv" > "$work/asserts"
  cat "$work/all" "$work/asserts" > "$work/layouts"
  check "layouts.tsv, $mode" "$mode" -x c "$work/layouts"
done
# Sources of other years see other forms.
for version in 2.6.18 2.6.32 3.2 3.10 4.4 4.19 5.4 6.12; do
  IFS=. read -r major minor patch <<< "$version"
  code=-DLINUX_VERSION_CODE=$(((major << 16) + (minor << 8) + ${patch:-0}))
  check "all headers of $version" "$code" -x c "$work/forward"
  check "all headers of $version, last first" "$code" -x c "$work/backward"
done
echo "${#headers[@]} headers, $(grep -vc '^#' "$here/layouts.tsv") sizes and offsets, $failures failures"
[ $failures = 0 ]
