// What may be asked of a host.
import type { CommandDefinition } from '../../engine/model';
import { alreadyDown, alreadyUp } from '../refusals';
import { shutDownCommand } from '../standing/shutDown';

/** The plug and the power button, which a VM has too. */
export const hostCommands: readonly CommandDefinition[] = [
  {
    name: 'power-on',
    on: ['host'],
    refuse: (reader, host) =>
      reader.has(host, 'up') || reader.has(host, 'starting') ? alreadyUp(reader, host) : null,
    events: () => [{ type: 'POWER.ON' }],
  },
  {
    name: 'pull-plug',
    on: ['host'],
    refuse: (reader, host) =>
      reader.has(host, 'up') || reader.has(host, 'starting') ? null : alreadyDown(reader, host),
    events: () => [{ type: 'POWER.LOST' }],
  },
  shutDownCommand,
];
