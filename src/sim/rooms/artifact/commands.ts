// The four ways of shipping: a build, a package by hand, the image of a machine, the image of a container.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { unlessFiles } from '../filesystem/commands';
import { hostUnder } from '../filesystem/ground';
import { unlessRoom, unlessStartable, unlessUp } from '../refusals';
import { unlessRuntimeOn } from '../runtime/containers';

function artifactOf(form: string): ArgumentRule {
  return {
    wanted: `the id of a ${form}`,
    accepts: (value, reader) => {
      const box = typeof value === 'string' ? reader.find(value) : NONE;
      return box !== NONE && reader.kind(box) === 'artifact' && reader.value(box, 'form') === form;
    },
  };
}

type Refuse = (reader: Reader, self: EntityNumber) => Refusal | null;

/** A command that ships an artifact, named by its one argument, to a box. */
function shipping(
  name: string,
  kind: string,
  argument: string,
  form: string,
  refuse: Refuse,
): CommandDefinition {
  return {
    name,
    on: [kind],
    args: { [argument]: artifactOf(form) },
    refuse: (reader, self, args) =>
      unlessFiles(reader, self) ??
      refuse(reader, self) ??
      unlessSendable(reader, self, args[argument] as string),
    events: () => [],
    also: (reader, self, args) => [
      { to: reader.find(args[argument] as string), event: { type: 'SHIP', to: reader.id(self) } },
    ],
  };
}

/** What is shipped goes to the box that shall run it, or to the OS that takes it in. */
export const artifactCommands: readonly CommandDefinition[] = [
  shipping('deploy-build', 'process', 'build', 'build', unlessStartable),
  shipping('install-library', 'kernel', 'package', 'package', unlessUp),
  shipping(
    'deploy-vm-image',
    'vm',
    'image',
    'vm-image',
    (reader, self) => unlessStartable(reader, self) ?? unlessRoom(reader, self),
  ),
  shipping(
    'run-image',
    'container',
    'image',
    'container-image',
    (reader, self) => unlessStartable(reader, self) ?? unlessRuntimeOn(reader, self, reader.floor(self)),
  ),
];

function unlessSendable(reader: Reader, self: EntityNumber, artifact: string): Refusal | null {
  const box = reader.find(artifact);
  if (reader.state(box) !== 'kept')
    return { code: 'being-sent', data: { box: reader.id(self), where: artifact } };
  const from = reader.find((reader.value(box, 'from') as string | null) ?? '');
  const ends = [from, hostUnder(reader, self)].filter((host) => host !== NONE);
  const isCut = ends.some((host) => reader.amount(host, 'networkBytesPerSecond') === 0);
  if (isCut) return { code: 'no-network', data: { box: reader.id(self) } };
  const isDark = from !== NONE && !reader.has(from, 'up');
  return isDark ? { code: 'target-down', data: { box: artifact, where: reader.id(from) } } : null;
}
