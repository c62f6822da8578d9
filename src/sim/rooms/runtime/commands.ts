// What may be asked of a runtime.
import type { CommandDefinition } from '../../engine/model';
import { onOff } from '../arguments';
import { unlessAlive, unlessStartable, unlessStoppable } from '../refusals';
import { setting } from '../settings';

/** Crash, orderly stop, start, and Docker's live-restore. */
export const runtimeCommands: readonly CommandDefinition[] = [
  { name: 'crash-runtime', on: ['runtime'], refuse: unlessAlive, events: () => [{ type: 'CRASH' }] },
  { name: 'stop-runtime', on: ['runtime'], refuse: unlessStoppable, events: () => [{ type: 'STOP' }] },
  { name: 'start-runtime', on: ['runtime'], refuse: unlessStartable, events: () => [{ type: 'START' }] },
  {
    name: 'set-live-restore',
    on: ['runtime'],
    args: { on: onOff },
    events: (_reader, _self, args) => [setting('liveRestore', args['on'] ?? false)],
    sets: 'liveRestore',
  },
];
