// The files of the product, by folder and ending.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Path and text of every file under `folder` that ends in one of `endings`. */
export function sourcesIn(folder: string, ...endings: readonly string[]): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
}
