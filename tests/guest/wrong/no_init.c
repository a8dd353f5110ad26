/* A source without module_init: there is nothing to run. */
int nothing_to_run(void) { return 1; }

// mm32-expect: status 2
// mm32-expect: message has no init function
