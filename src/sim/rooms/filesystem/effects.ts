// What becomes of a program that starts, and of files that come in.
import type { AnswerName } from '../answers';
import type { Acts, Effect, EntityNumber } from '../../engine/acts';
import { setting } from '../settings';
import { withFiles } from './files';
import { asText, filesIn } from './text';
import { groundOf } from './ground';
import { tryToStart } from './starting';

/** A program is looked for with all that it needs; what was found is told, and so is why it does not start. */
function load(acts: Acts, self: EntityNumber, params: { readonly process: string }): void {
  const process = acts.find(params.process);
  const program = acts.value(process, 'program') as string;
  const start = tryToStart(program, groundOf(acts, self, process));
  const { looked, failure } = start;
  acts.send(process, setting('lookedUp', JSON.stringify(start)));
  for (const each of looked) {
    if (each.what !== program || each.problem !== null) acts.tell(process, 'process.looked-up', { ...each });
  }
  if (failure === null) return;
  acts.tell(process, 'process.not-loaded' satisfies AnswerName, { ...failure });
  acts.send(process, { type: 'LOAD.FAILED', exitCode: failure.exitCode });
}

/** Files come in; one that has the path of another takes its place. */
function write(acts: Acts, self: EntityNumber, params: { readonly files: string }): void {
  const files = filesIn(acts.value(self, 'files') as string);
  const added = filesIn(params.files);
  for (const { path, version } of added) {
    const before = files.find((each) => each.path === path);
    if (before === undefined || before.version === version) continue;
    acts.tell(self, 'filesystem.replaced', { path, before: before.version ?? '', after: version ?? '' });
  }
  acts.send(self, { type: 'FILES', files: asText(withFiles(files, added)) });
}

export const filesystemEffects: Readonly<Record<string, Effect>> = { load, write };
