# skip.sh - read by tests in sh: what cannot be run here is said. TAP.

# skip NUMBER REASON: one test.
skip() {
	echo "ok $1 # SKIP $2"
}

# skip_all REASON: every test of $plan is skipped, and the script ends.
skip_all() {
	t=0
	while [ "$t" -lt "$plan" ]; do
		t=$((t + 1))
		skip "$t" "$1"
	done
	exit 0
}

# no_terminal: says why nothing can be run in a terminal of tmux here; fails where it can.
no_terminal() {
	command -v tmux >/dev/null 2>&1 || {
		echo 'tmux is not there'
		return 0
	}
	if tmux -L "saegim-try-$$" -f /dev/null new-session -d 'sleep 9' 2>/dev/null; then
		tmux -L "saegim-try-$$" kill-server
		return 1
	fi
	echo 'tmux can open no terminal'
}
