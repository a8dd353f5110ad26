/* A source without module_init: there is nothing to run. */
int nothing_to_run(void) { return 1; }
