// What may be asked of a kernel.
import type { CommandDefinition } from '../../engine/model';
import { whole } from '../arguments';
import { unlessAlive } from '../refusals';
import { setting } from '../settings';

/** Longest `panic=` that may be set, in seconds. */
const LONGEST_PANIC_SECONDS = 3600;

/** Panic, and what the kernel does after one. */
export const kernelCommands: readonly CommandDefinition[] = [
  { name: 'panic-kernel', on: ['kernel'], refuse: unlessAlive, events: () => [{ type: 'PANIC' }] },
  {
    name: 'set-reboot-on-panic',
    on: ['kernel'],
    args: { seconds: whole(0, LONGEST_PANIC_SECONDS) },
    events: (_reader, _self, args) => [setting('rebootOnPanicSeconds', args['seconds'] ?? 0)],
    sets: 'rebootOnPanicSeconds',
  },
];
