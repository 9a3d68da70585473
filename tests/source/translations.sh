#!/bin/sh
# The Korean catalogue is complete: every message of the sources is translated and none
# is fuzzy; and every source with messages is listed in POTFILES.in.
set -eu
cd "$(dirname "$0")/../.."
pot=$(mktemp)
listed=$(mktemp)
trap 'rm -f "$pot" "$listed"' EXIT
xgettext --keyword=_ --keyword=N_ --keyword=sg_plural:1,2 --from-code=UTF-8 \
	--files-from=po/POTFILES.in -o "$pot"
msgcmp --use-untranslated po/ko.po "$pot"
msgfmt --check -o /dev/null po/ko.po
if msgattrib --untranslated --no-obsolete po/ko.po | grep -q msgid ||
	msgattrib --only-fuzzy --no-obsolete po/ko.po | grep -q msgid; then
	echo "po/ko.po has untranslated or fuzzy messages"
	exit 1
fi
sort po/POTFILES.in >"$listed"
grep -lE '(^|[^A-Za-z0-9_])(_|N_|sg_plural)\(' $(find src -name '*.[ch]' ! -name i18n.h) | sort |
	diff "$listed" - || {
	echo "po/POTFILES.in does not list these"
	exit 1
}
