// The Vite plugin for what the rooms say about themselves: every model.md as data in `virtual:models`, and a
// build that fails when one of them lacks a part.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { RoomModel } from '../../sim/roomModel';
import { shownPath } from '../lessons/loadLesson';
import { readModel } from './readModel';

const NAME = 'virtual:models';
const RESOLVED = `\0${NAME}`;
const FILE = 'model.md';

/** Where the rooms lie; by default `src/sim/rooms/`. */
export interface ModelsOptions {
  readonly rooms?: string;
}

/** Rooms that have a model.md, in the order of their names; not every folder is a room of its own. */
function modelFiles(rooms: string): readonly (readonly [room: string, file: string])[] {
  return readdirSync(rooms)
    .sort()
    .map((room) => [room, join(rooms, room, FILE)] as const)
    .filter(([, file]) => existsSync(file));
}

/** Reads every model.md by the name of its room. Throws LessonProblem with file, line and what to do. */
export function readModels(rooms: string): Readonly<Record<string, RoomModel>> {
  const read = modelFiles(rooms).map(
    ([room, file]) => [room, readModel(readFileSync(file, 'utf8'), shownPath(file))] as const,
  );
  return Object.fromEntries(read);
}

/** The plugin. */
export function models(options: ModelsOptions = {}): Plugin {
  const rooms = options.rooms ?? fileURLToPath(new URL('../../sim/rooms', import.meta.url));
  return {
    name: 'models',
    resolveId(id) {
      return id === NAME ? RESOLVED : null;
    },
    load(id) {
      if (id !== RESOLVED) return null;
      for (const [, file] of modelFiles(rooms)) this.addWatchFile(file);
      return { code: `export default ${JSON.stringify(readModels(rooms))};`, moduleType: 'js' };
    },
  };
}
