// What may be asked of the files of an OS.
import type { EntityNumber, Reader } from '../../engine/acts';
import type { Refusal } from '../../engine/command';
import { NONE } from '../../engine/facts';
import type { ArgumentRule, CommandDefinition } from '../../engine/model';
import { oneOf } from '../arguments';
import { unlessUp } from '../refusals';
import { MODES, withMode } from './files';
import { asText, filesIn } from './text';
import { rootOf } from './ground';

const path: ArgumentRule = { wanted: 'a path', accepts: (value) => typeof value === 'string' };

/** `chmod`. */
export const filesystemCommands: readonly CommandDefinition[] = [
  {
    name: 'grant-permission',
    on: ['kernel'],
    args: { path, mode: oneOf(...MODES) },
    refuse: (reader, self, args) =>
      unlessUp(reader, self) ?? unlessFiles(reader, self) ?? unlessFile(reader, self, args['path'] as string),
    events: () => [],
    also: (reader, self, args) => {
      const root = rootOf(reader, self);
      const files = filesIn(reader.value(root, 'files') as string);
      const changed = withMode(files, args['path'] as string, args['mode'] as string);
      return [{ to: root, event: { type: 'FILES', files: asText(changed) } }];
    },
  },
];

/** Refuses where nothing is known of the files of a box. */
export function unlessFiles(reader: Reader, self: EntityNumber): Refusal | null {
  return rootOf(reader, self) === NONE ? { code: 'no-files', data: { box: reader.id(self) } } : null;
}

function unlessFile(reader: Reader, self: EntityNumber, wanted: string): Refusal | null {
  const files = filesIn(reader.value(rootOf(reader, self), 'files') as string);
  if (files.some((file) => file.path === wanted)) return null;
  return { code: 'no-file', data: { box: reader.id(self), path: wanted } };
}
