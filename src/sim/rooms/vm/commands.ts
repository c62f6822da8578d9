// What may be asked of a virtual machine.
import type { CommandDefinition } from '../../engine/model';
import { onOff, oneOf } from '../arguments';
import { unlessService } from '../process/commands';
import {
  unlessAlive,
  unlessGuest,
  unlessRoom,
  unlessStartable,
  unlessStartedByOthers,
  unlessUp,
} from '../refusals';
import { setting } from '../settings';
import { unlessDisk } from './disk';
import { ON_CRASH } from './facts';

/** Start, stop, crash, and what its hypervisor does about it. */
export const vmCommands: readonly CommandDefinition[] = [
  {
    name: 'start-vm',
    on: ['vm'],
    refuse: (reader, self) =>
      unlessStartable(reader, self) ?? unlessDisk(reader, self) ?? unlessRoom(reader, self),
    events: () => [{ type: 'START' }],
  },
  {
    name: 'stop-vm',
    on: ['vm'],
    refuse: (reader, self) => unlessGuest(reader, self) ?? unlessAlive(reader, self),
    events: () => [{ type: 'STOP' }],
  },
  {
    name: 'crash-vm',
    on: ['vm'],
    refuse: (reader, self) => unlessGuest(reader, self) ?? unlessUp(reader, self),
    events: () => [{ type: 'CRASH' }],
  },
  {
    name: 'set-on-crash',
    on: ['vm'],
    args: { action: oneOf(...ON_CRASH) },
    events: (_reader, _self, args) => [setting('onCrash', args['action'] ?? 'none')],
    sets: 'onCrash',
  },
  {
    name: 'set-start-at-boot',
    on: ['vm', 'process', 'runtime', 'hypervisor'],
    args: { on: onOff },
    refuse: (reader, self) => unlessService(reader, self) ?? unlessStartedByOthers(reader, self),
    events: (_reader, _self, args) => [setting('startAtBoot', args['on'] ?? false)],
    sets: 'startAtBoot',
  },
];
