// What takes long is done in parts, each a test of its own: none of them comes near its timeout on a busy machine.

/** All of them in so many parts, dealt out in turn; wrapped, so that `it.each` hands each part over whole. */
export function partsOf<T>(all: readonly T[], count: number): readonly (readonly [readonly T[]])[] {
  return Array.from({ length: count }, (_, part) => [all.filter((_each, at) => at % count === part)]);
}
