// Units of memory and CPU, in the integers the model counts with.

/** Bytes in a KiB, MiB, GiB. */
export const KIBIBYTE = 1024;
export const MEBIBYTE = 1024 * KIBIBYTE;
export const GIBIBYTE = 1024 * MEBIBYTE;

/** Micro-cores in one core. */
export const CORE = 1_000_000;
