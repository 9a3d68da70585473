# skip.sh - read by tests in sh: a plan of $plan tests that cannot be run here. TAP.

# skip_all REASON: every test is skipped, and the script ends.
skip_all() {
	t=0
	while [ "$t" -lt "$plan" ]; do
		t=$((t + 1))
		echo "ok $t # SKIP $1"
	done
	exit 0
}
