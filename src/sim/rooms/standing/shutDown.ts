// The orderly end: asked from the hardware upwards, done from the top downwards. Nothing falls.
import type { Acts, EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import type { CommandDefinition } from '../../engine/model';
import { isAlive, unlessGuest, unlessUp } from '../refusals';

/** What stands on a box is asked to end; programs and runtimes are stopped as by hand. */
export function askToEnd(acts: Acts, self: EntityNumber): void {
  for (const above of acts.above(self)) {
    const kind = acts.kind(above);
    acts.send(above, { type: kind === 'process' || kind === 'runtime' ? 'STOP' : 'SHUT.DOWN' });
  }
}

/** The power button of a machine: what runs on it is asked; where nobody hears it, the machine goes off at once. */
export function pressButton(acts: Acts, self: EntityNumber): void {
  if (isHeard(acts, self)) askToEnd(acts, self);
  else acts.send(self, { type: 'ABOVE.OFF' });
}

/** Nothing that stands on it is up or on its way any more: then it may go off itself. */
export function endIfQuiet(acts: Acts, self: EntityNumber): void {
  if (!isHeard(acts, self)) acts.send(self, { type: 'QUIET' });
}

/** It went off in order: if it stands on a machine, not on an OS, that switches itself off. */
export function reportOff(acts: Acts, self: EntityNumber): void {
  const floor = acts.floor(self);
  if (acts.kind(floor) !== 'kernel') acts.send(floor, { type: 'ABOVE.OFF' });
}

function isHeard(reader: Reader, self: EntityNumber): boolean {
  return reader.above(self).some((above) => isAlive(reader, above));
}

/** Refuses where nothing that runs on the machine could hear its button, or heard it already. */
function unlessHeard(reader: Reader, self: EntityNumber): Refusal | null {
  const box = reader.id(self);
  if (!isHeard(reader, self)) return { code: 'not-heard', data: { box } };
  const ending = reader.above(self).find((above) => reader.has(above, 'stopping'));
  return ending === undefined ? null : { code: 'stopping', data: { box, floor: reader.id(ending) } };
}

/** `shut-down`: the power button of a host or a VM. */
export const shutDownCommand: CommandDefinition = {
  name: 'shut-down',
  on: ['host', 'vm'],
  refuse: (reader, self) => unlessGuest(reader, self) ?? unlessUp(reader, self) ?? unlessHeard(reader, self),
  events: () => [{ type: 'SHUT.DOWN' }],
};
