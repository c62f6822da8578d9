// README names every message, parameter and attribute that the code knows, and none that it does not: they are public.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { noOptions } from '../../src/link';
import { DECK_KEYS, WANTED } from '../../src/link/messages';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const README = read('README.md');
/** The part for lecturers: before it and behind it the same words mean other things. */
const LECTURERS = README.slice(README.indexOf('## For lecturers'), README.indexOf('## For learners'));
const namesIn = (text: string, form: RegExp) => [...new Set(text.match(form))].sort();

it('has every message of a frame', () => {
  const known = namesIn(read('src/link/messages.ts'), /'sim:[a-z]+'/g).map((name) => name.slice(1, -1));
  expect(known.length).toBeGreaterThan(10);
  expect(namesIn(LECTURERS, /(?<=`)sim:[a-z]+/g)).toEqual(known);
});

it('has every thing that can be wanted, and says which keys are handed on', () => {
  for (const name of WANTED) expect(LECTURERS).toContain(`\`${name}\``);
  expect(LECTURERS).toContain('Page Up, Page Down, `b`, `.`, `o`, `s`, and the arrows');
  expect(DECK_KEYS.filter((key) => !/^(Page|Arrow)/.test(key))).toEqual(['b', '.', 'o', 's']);
});

it('has every parameter of an address', () => {
  const ofFrames = ['lesson', 'clicker', 'loop'];
  for (const name of [...Object.keys(noOptions), ...ofFrames])
    expect(LECTURERS, name).toMatch(new RegExp(`\`${name}\`|[\`?&#]${name}=`));
});

it("has every attribute of an author's element", () => {
  const client = ['address', 'cues', 'slideStage'].map((name) => read(`src/link/client/${name}.ts`)).join();
  const read1 = [
    ...client.matchAll(/(?:dataset|written|place)\['([a-z]+)'\]/g),
    ...client.matchAll(/const \{ ([a-z, ]+) \} = (?:written|place|this\.#host\.dataset);/g),
  ].flatMap(([, names = '']) => names.split(', '));
  // `live` is set by the client itself, for its own sheet.
  const known = [...new Set(read1)].filter((name) => name !== 'live').sort();
  expect(known.length).toBeGreaterThan(5);
  const table = LECTURERS.slice(LECTURERS.indexOf('| Attribute'), LECTURERS.indexOf('**reveal.js**'));
  expect(namesIn(table, /(?<=`data-)[a-z]+/g)).toEqual(known);
});
