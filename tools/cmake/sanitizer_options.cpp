// What the sanitizers of a build with MM32_SANITIZE need to know: part of every program of it.
// LeakSanitizer asks for both by name.

extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_options();

// The engine keeps 32 bytes for each machine that was closed.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libunicorn\nleak:g_array_new\n";
}

// Tests compare what programs print.
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
