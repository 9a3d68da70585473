#!/bin/sh
# Whether every C file is as clang-format with .clang-format would write it.
set -eu
cd "$(dirname "$0")/../.."
find src include tests -name '*.[ch]' | sort | xargs clang-format --dry-run -Werror
