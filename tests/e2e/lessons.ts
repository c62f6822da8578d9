// The lessons that are there, by the slugs of their folders.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Slugs in the order of their numbers; works-on-my-machine for `01-works-on-my-machine`. */
export const slugs = readdirSync(fileURLToPath(new URL('../../lessons', import.meta.url)))
  .filter((name) => /^\d\d-/.test(name))
  .sort()
  .map((name) => name.replace(/^\d\d-/, ''));
