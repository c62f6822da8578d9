// What may be asked of the firewall before a host. Who is let in is a field of the host.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition, Delivery } from '../../engine/model';
import { setting } from '../settings';
import { below } from '../standing/fall';

const hostId: ArgumentRule = {
  wanted: 'the id of a host',
  accepts: (value, reader) =>
    typeof value === 'string' && value.startsWith('host/') && reader.find(value) !== NONE,
};

/** Let a host in, and nobody any more. */
export const firewallCommands: readonly CommandDefinition[] = [
  {
    name: 'open-firewall',
    on: ['host'],
    args: { from: hostId },
    refuse: (reader, self, args) => unlessShut(reader, self, args['from'] as string),
    events: (reader, self, args) => [setting('admits', `${admitted(reader, self)} ${args['from']}`.trim())],
    also: lookAgain,
  },
  {
    name: 'close-firewall',
    on: ['host'],
    events: () => [setting('admits', '')],
    also: lookAgain,
  },
];

const admitted = (reader: Reader, host: EntityNumber): string =>
  (reader.value(host, 'admits') as string | null) ?? '';

/** Whoever needs something behind a firewall looks again when it changed. */
function lookAgain(reader: Reader, host: EntityNumber): readonly Delivery[] {
  return Array.from({ length: reader.count }, (_, box) => box)
    .filter((box) => below(reader, box, 'host') === host)
    .flatMap((box) => reader.neededBy(box))
    .map((needer) => ({ to: needer, event: { type: 'NEEDS.CHANGED' } }));
}

function unlessShut(reader: Reader, self: EntityNumber, from: string): Refusal | null {
  const admits = reader.value(self, 'admits') as string | null;
  if (admits !== null && !admits.split(' ').includes(from)) return null;
  return { code: 'admitted', data: { box: reader.id(self), where: from } };
}
