// What the fuzzer of LLVM offers to a program that drives it; the toolchain links it in where it is told -sanitize=fuzzer.
#ifndef TEST_LIBFUZZER_H
#define TEST_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Runs the fuzzer with its own arguments until it is told to end; gives the exit code.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*run)(const uint8_t *bytes, size_t size));

/// Changes some bytes as the fuzzer does by itself; gives their new number, at most `most`.
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);

#endif
