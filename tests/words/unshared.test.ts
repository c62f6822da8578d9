// The button for a namespace says "by a new start" of those for which the model starts a program anew, and of no other.
import { expect, it } from 'vitest';
import { commands } from '../../src/i18n/en/commands';
import { namespaceCommands } from '../../src/sim/rooms/namespaces/commands';
import { NAMESPACES } from '../../src/sim/rooms/namespaces/names';

const asked = { box: 'cart', place: '', host: '', inside: '', other: '', to: '' };
const reader = { value: () => '' } as never;

it.each(NAMESPACES)('a new start is told of the %s namespace as the model has it', (namespace) => {
  const unshare = namespaceCommands.find(({ name }) => name === 'unshare')!;
  const isStartedAnew = unshare.events(reader, 0, { namespace }).some(({ type }) => type === 'START');
  const label = commands['unshare']!.label({ ...asked, args: { namespace } } as never);
  expect(label.endsWith('by a new start')).toBe(isStartedAnew);
});
