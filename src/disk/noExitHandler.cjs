/**
 * Takes the place of `signal-exit` in our bundles (aliases.json), on which proper-lockfile insists: that package handles
 * every signal, and patches the process, of the whole extension host; a write beyond a limit would then end the process
 * (SIGXFSZ) instead of failing. There is nothing to do at the exit: the lock of a process that ended is free.
 */
module.exports = () => () => {};
