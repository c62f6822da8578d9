// What is asked otherwise where the programs of a runtime are boxes of their own.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { CommandDefinition } from '../../engine/model';
import { containerCommands } from '../container/commands';
import { unlessAlive, unlessStartable } from '../refusals';
import { runtimeCommands } from '../runtime/commands';
import { daemonsOn, isDocker } from '../runtime/containers';
import { monitorOf, productOf } from './beside';

type Refuse = NonNullable<CommandDefinition['refuse']>;

function changed(all: readonly CommandDefinition[], name: string, refuse: (usual: Refuse) => Refuse) {
  const definition = all.find((known) => known.name === name)!;
  return {
    ...definition,
    refuse: refuse((reader, self, args) => definition.refuse?.(reader, self, args) ?? null),
  };
}

/** Where no daemon is needed, none is asked. */
function isDaemonless(reader: Reader, container: EntityNumber): boolean {
  const monitor = monitorOf(reader, container);
  return monitor !== NONE && productOf(reader, monitor).daemonless;
}

/** dockerd does not come up without containerd. */
function unlessOthersUp(reader: Reader, self: EntityNumber): Refusal | null {
  if (reader.value(self, 'product') !== 'dockerd') return null;
  const down = daemonsOn(reader, reader.floor(self)).find(
    (daemon) => daemon !== self && !reader.has(daemon, 'up'),
  );
  if (down === undefined) return null;
  return { code: 'runtime-down', data: { box: reader.id(self), runtime: reader.id(down) } };
}

/** Only Docker's daemon has this setting. */
function unlessDocker(reader: Reader, self: EntityNumber): Refusal | null {
  return isDocker(reader, self) ? null : { code: 'not-docker', data: { box: reader.id(self) } };
}

/** In the place of the commands of the same names. */
export const chainCommands: readonly CommandDefinition[] = [
  changed(
    containerCommands,
    'start-container',
    (usual) => (reader, self, args) =>
      isDaemonless(reader, self) ? unlessStartable(reader, self) : usual(reader, self, args),
  ),
  changed(
    containerCommands,
    'stop-container',
    (usual) => (reader, self, args) =>
      isDaemonless(reader, self) ? unlessAlive(reader, self) : usual(reader, self, args),
  ),
  changed(
    runtimeCommands,
    'start-runtime',
    (usual) => (reader, self, args) => usual(reader, self, args) ?? unlessOthersUp(reader, self),
  ),
  changed(runtimeCommands, 'set-live-restore', () => unlessDocker),
];
