// Thousands of broken links and files: each is either right after all or refused by the codec's own error, in a
// bounded time. Nothing else is ever thrown.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  BadSituation,
  packSituation,
  readSituation,
  writeSituation,
  type Situation,
} from '../../src/link/situations';
import { Draws } from '../laws/chaos';
import { fallen, family, follow, forked, own, runOf, sealed, sealedText } from './situations';

/** Longest that any of them may take, in ms, on a machine that does something else as well. */
const MOST_MS = 2_000;
const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%&=#?{}[]":,\\u0000 é𝄞';
const POISON = [
  '"__proto__":{"v":1}',
  '"constructor":{"prototype":{}}',
  '"at":1e999',
  '"at":-0',
  '"seed":9007199254740993',
  '"journal":[[[[[[]]]]]]',
  '"selected":"../../x"',
  `"selected":"${'x'.repeat(5_000)}"`,
  '"scenario":{"lesson":"one-kernel-falls","world":"__proto__"}',
  '"scenario":{"lesson":"one-kernel-falls","world":"constructor"}',
  '"fork":{"at":0,"journal":[]}',
  '"runs":[{},{"from":{"run":0,"at":0,"inherited":0},"journal":[]}]',
];

const situations: readonly Situation[] = [fallen, forked, family, own];
const texts = situations.map((each) => JSON.stringify(each));

const cut = (draws: Draws, text: string) => text.slice(0, draws.int(0, text.length - 1));
function flip(draws: Draws, text: string): string {
  const at = draws.int(0, text.length - 1);
  return (
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << draws.int(0, 6))) + text.slice(at + 1)
  );
}
function swap(draws: Draws, text: string): string {
  const [a, b] = [draws.int(0, text.length - 1), draws.int(0, text.length - 1)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  return text.slice(0, a) + text.slice(b) + text.slice(a, b);
}
function insert(draws: Draws, text: string): string {
  const at = draws.int(0, text.length);
  const more = Array.from({ length: draws.int(1, 12) }, () => draws.pick(CHARACTERS.split(''))).join('');
  return text.slice(0, at) + more + text.slice(at);
}
const repeat = (draws: Draws, text: string) => text + text.slice(draws.int(0, text.length - 1));
const mutations = [cut, flip, swap, insert, repeat];

/** Another number, sometimes absurd, in place of one of the numbers of a JSON text. */
function renumber(draws: Draws, text: string): string {
  const { index, 0: old } = draws.pick([...text.matchAll(/-?\d+/g), { index: 0, 0: '' }]);
  const other = draws.pick([
    '-1',
    '0',
    '0.5',
    '1e308',
    '9007199254740991',
    '4294967296',
    String(draws.int(0, 90_000_000)),
  ]);
  return text.slice(0, index) + other + text.slice(index + old.length);
}
/** A poisonous member after one of the braces that open an object. */
function poison(draws: Draws, text: string): string {
  const index = draws.pick([...text.matchAll(/\{/g), { index: 0 }]).index;
  return `${text.slice(0, index + 1)}${draws.pick(POISON)},${text.slice(index + 1)}`;
}
const damages = [...mutations, renumber, poison];

/** One flipped bit of the deflated bytes, sealed with the right checksum. */
function flippedInside(draws: Draws, text: string): string {
  const bytes = Buffer.from(deflateRawSync(Buffer.from(text)));
  const at = draws.int(0, bytes.length - 1);
  bytes[at]! ^= 1 << draws.int(0, 7);
  return sealed(bytes);
}

/** Follows all of them; how many were refused, and how long the slowest took. */
async function tryAll(
  makers: readonly (() => Promise<unknown>)[],
): Promise<{ refused: number; slowest: number }> {
  let refused = 0;
  let slowest = 0;
  for (const make of makers) {
    const began = performance.now();
    try {
      await make();
    } catch (error) {
      if (!(error instanceof BadSituation)) throw error;
      refused++;
    }
    slowest = Math.max(slowest, performance.now() - began);
  }
  return { refused, slowest };
}

/** As many makers as there are seeds, each with draws of its own. */
const drawn = (count: number, make: (draws: Draws) => Promise<unknown>) =>
  Array.from({ length: count }, (_, seed) => () => make(new Draws(seed + 1)));

describe('mutated', () => {
  it('links: 1,000 are refused, unless nothing was changed', async () => {
    const links = await Promise.all(situations.map(packSituation));
    const { refused, slowest } = await tryAll(
      drawn(1_000, async (draws) => {
        const link = draws.pick(links);
        const broken = draws.pick(mutations)(draws, link);
        if (broken === link) throw new BadSituation({ code: 'altered' });
        await follow(broken);
      }),
    );
    expect(refused).toBe(1_000);
    expect(slowest).toBeLessThan(MOST_MS);
  });

  it('links with a right checksum: 1,000 of the bits and 1,000 of the text inside', async () => {
    const { refused, slowest } = await tryAll([
      ...drawn(1_000, (draws) => follow(flippedInside(draws, draws.pick(texts)))),
      ...drawn(1_000, (draws) => follow(sealedText(draws.pick(damages)(draws, draws.pick(texts))))),
    ]);
    expect(refused).toBeGreaterThan(1_500);
    expect(slowest).toBeLessThan(MOST_MS);
  });

  it('files: 1,000, damaged up to three times', async () => {
    const { refused, slowest } = await tryAll(
      drawn(1_000, async (draws) => {
        let text = writeSituation(draws.pick(situations));
        for (let times = draws.int(1, 3); times > 0; times--) text = draws.pick(damages)(draws, text || ' ');
        await runOf(readSituation(text));
      }),
    );
    expect(refused).toBeGreaterThan(800);
    expect(slowest).toBeLessThan(MOST_MS);
  });

  it('nothing of it reaches the prototype of all objects', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['v']).toBeUndefined();
  });
});
