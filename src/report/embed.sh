#!/bin/sh
# The style sheet and the scripts of the page as C strings, for page.c.
# usage: embed.sh STYLE SCRIPT FIGURES
set -eu
string() { # NAME FILE
	printf 'static const char %s[] =\n' "$1"
	sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/?/\\?/g' -e 's/^/	"/' -e 's/$/\\n"/' "$2"
	printf '\t"";\n'
}
echo '/* Made by embed.sh. */'
string sg_page_css "$1"
string sg_page_js "$2"
string sg_page_figures_js "$3"
