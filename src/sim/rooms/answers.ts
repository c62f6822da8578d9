// Facts that nothing else shows: what a command came to, and what goes wrong meanwhile. Whoever tells one says so by
// these types, and whoever tells facts in words has to know them all.

/** What a command came to. */
export type AnswerName =
  | 'builder.failed'
  | 'builder.not-pushed'
  | 'builder.pruned'
  | 'container.looked-for'
  | 'image.failed'
  | 'image.scanned'
  | 'process.not-loaded'
  | 'runtime.pruned';

/** What goes wrong meanwhile, and goes on: no command asked for it. */
export type HitchName = 'image.retrying';

/** What begins or ends with a VM by itself, and no lane shows. */
export type TurnName = 'vm.ballooned' | 'vm.migrated' | 'vm.not-converging' | 'vm.swapping' | 'vm.swapped-in';
