// Links and files bring the same run back, and each thing that can be wrong with them has its own name.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Situation, SituationProblem } from '../../src/link/situations';
import { packSituation, readSituation, unpackSituation, writeSituation } from '../../src/link/situations';
import { createRun, MODEL_VERSION, SECOND } from '../../src/sim';
import { chaoticScenario, playChaos } from '../laws/chaos';
import {
  emptied,
  family,
  fallen,
  findWorld,
  follow,
  forked,
  forkedOfOne,
  late,
  own,
  parted,
  runOf,
  sealed,
  sealedJson,
  sealedText,
} from './situations';

const all: [string, Situation][] = Object.entries({ fallen, forked, emptied, late, parted, family, own });

/** What is wrong with a link that is followed to its end. */
async function problemOf(link: string): Promise<SituationProblem> {
  const error: unknown = await follow(link).then(
    () => new Error('nothing was wrong'),
    (reason: unknown) => reason,
  );
  return (error as { problem: SituationProblem }).problem;
}

describe('a link', () => {
  it.each(all)('brings back what was packed: %s', async (_, situation) => {
    expect(await unpackSituation(await packSituation(situation))).toEqual(situation);
  });

  it.each(all)('stands in a file as well: %s', (_, situation) => {
    expect(readSituation(writeSituation(situation))).toEqual(situation);
  });

  it.each(all)('is an address without any character that needs a code: %s', async (_, situation) => {
    expect(await packSituation(situation)).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('is short', async () => {
    expect((await packSituation(fallen)).length).toBeLessThan(300);
  });

  it('stands at its instant with the digest of the run that it was made from', async () => {
    const scenario = {
      id: `one-kernel-falls/two-hosts`,
      seed: 10,
      world: findWorld('one-kernel-falls', 'two-hosts'),
    };
    const run = createRun(scenario, fallen.journal, fallen.furthest);
    run.seek(fallen.at);
    const again = await follow(await packSituation(fallen));
    expect([again.head, again.furthest, again.digest()]).toEqual([fallen.at, fallen.furthest, run.digest()]);
  });

  it('brings the digest of any run back', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { id, world, seed: drawn } = chaoticScenario(seed);
      const { journal } = playChaos({ id, world, seed: drawn }, 12, null);
      const end = (journal.at(-1)?.at ?? 0) + SECOND;
      const at = Math.round((end * seed) / 40);
      const situation: Situation = {
        v: 1,
        model: MODEL_VERSION,
        scenario: { id, world },
        seed: drawn,
        journal,
        at,
        selected: null,
        furthest: end,
      };
      const run = createRun({ id, world, seed: drawn }, journal, end);
      run.seek(at);
      const again = await follow(await packSituation(situation));
      expect([seed, again.head, again.digest()]).toEqual([seed, at, run.digest()]);
    }
  });

  it('of the first version brings the run that a fork left', async () => {
    expect(await unpackSituation(sealedJson(forkedOfOne))).toEqual(forked);
    const { runs } = readSituation(
      JSON.stringify({ ...forkedOfOne, journal: [], fork: { at: 7, journal: [] } }),
    );
    expect(runs?.[1]).toEqual({ from: { run: 0, at: 7, inherited: 0 } });
  });

  it('is of the second version only with other runs: without, an older page reads it too', async () => {
    expect([fallen.v, forked.v]).toEqual([1, 2]);
    const problem = { code: 'malformed', where: 'runs' };
    expect(await problemOf(sealedJson({ ...forked, v: 1 }))).toEqual(problem);
    expect(await problemOf(sealedJson({ ...fallen, v: 2 }))).toEqual(problem);
  });
});

const flat = (value: object) => ({ ...fallen, ...value }) as unknown as Situation;
const inline = (boxes: unknown) => flat({ scenario: { id: 'own', world: { boxes } } });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'host', name: `h-${index}` }));

/** `depth` boxes, each in the holds of the one before. */
function tower(depth: number): object {
  const box = { kind: 'host', name: `h-${depth}` };
  return depth === 0 ? box : { ...box, holds: [tower(depth - 1)] };
}

const RUNS = { code: 'malformed', where: 'runs' };
const left = { run: 0, at: 7 * SECOND, inherited: 1 };
const none = { run: 0, at: 0, inherited: 0 };
const before = { journal: fallen.journal, furthest: 20 * SECOND };
const day = { journal: [], furthest: 23 * 3600 * SECOND };
const runs = (list: object[]) => sealedJson({ ...forked, runs: list });
const settings = (count: number) =>
  Array.from({ length: count }, () => ({
    at: SECOND,
    command: { name: 'set-reboot-on-panic', target: 'kernel/host-b', args: { seconds: 20 } },
  }));

describe('what is wrong with a link', () => {
  const good = sealedJson(fallen);
  const cases: [string, string, object][] = [
    ['nothing', '', { code: 'strange' }],
    ['another language', 'eJxLy0_OLE', { code: 'strange' }],
    ['a character that no link has', good.replace('.', '.%'), { code: 'strange' }],
    ['cut in its head', good.slice(0, 8), { code: 'cut' }],
    ['cut in its body', good.slice(0, -20), { code: 'cut' }],
    ['longer than it was', `${good}AA`, { code: 'altered' }],
    ['one character changed', good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), { code: 'altered' }],
    ['endless', 'A'.repeat(20_000), { code: 'too-long' }],
    ['a bomb', sealed(deflateRawSync(Buffer.alloc(12_000_000, 'a'), { level: 9 })), { code: 'bomb' }],
    ['not deflated', sealed(Buffer.from('hello')), { code: 'altered' }],
    ['not text', sealed(deflateRawSync(Buffer.from([0xff, 0xfe]))), { code: 'altered' }],
    ['not JSON', sealedText('{"v":1'), { code: 'not-json' }],
    ['a list', sealedJson([]), { code: 'malformed' }],
    ['null', sealedText('null'), { code: 'malformed' }],
    ['very deep', sealedText(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), { code: 'malformed' }],
    ['progress', sealedJson({ v: 1, lessons: {} }), { code: 'is-progress' }],
    ['of a newer form', good.replace(/^1/, '2'), { code: 'newer', of: 'format' }],
    ['of a newer format', sealedJson(flat({ v: 3, more: true })), { code: 'newer', of: 'format' }],
    ['of a newer model', sealedJson(flat({ model: MODEL_VERSION + 1 })), { code: 'newer', of: 'model' }],
    ['a field too many', sealedJson(flat({ more: true })), { code: 'malformed', where: 'more' }],
    [
      'a prototype',
      sealedText(JSON.stringify(fallen).replace('"v":1', '"v":1,"__proto__":{"at":0}')),
      { code: 'malformed', where: '__proto__' },
    ],
    [
      'a prototype among arguments',
      sealedText(JSON.stringify(fallen).replace('kernel/vm-2"', 'kernel/vm-2","args":{"__proto__":1}')),
      { code: 'malformed', where: '__proto__' },
    ],
    ['a negative instant', sealedJson(flat({ at: -1 })), { code: 'malformed', where: 'at' }],
    ['half a microsecond', sealedJson(flat({ at: 0.5 })), { code: 'malformed', where: 'at' }],
    [
      'a huge instant',
      sealedText(JSON.stringify(fallen).replace('"at":12000000', '"at":1e308')),
      { code: 'malformed' },
    ],
    ['the day after', sealedJson(flat({ at: 25 * 3600 * SECOND })), { code: 'too-late' }],
    ['a long known future', sealedJson(flat({ furthest: 25 * 3600 * SECOND })), { code: 'too-late' }],
    [
      'a journal out of order',
      sealedJson(flat({ journal: fallen.journal.toReversed() })),
      { code: 'malformed', where: 'journal' },
    ],
    [
      'too many commands',
      sealedJson(flat({ journal: Array.from({ length: 2_001 }, () => fallen.journal[0]) })),
      { code: 'too-many-commands', most: 2_000 },
    ],
    ['too many boxes', sealedJson(inline(many(2_001))), { code: 'too-many-boxes', most: 2_000 }],
    ['too high a tower', sealedJson(inline([tower(40)])), { code: 'malformed' }],
    [
      'too many cores',
      sealedJson(inline([{ kind: 'host', name: 'h', spec: { cores: 2 ** 53 - 1 } }])),
      { code: 'malformed', where: 'scenario' },
    ],
    [
      'no such lesson',
      sealedJson(flat({ scenario: { lesson: 'nowhere', world: 'two-hosts' } })),
      { code: 'unknown-lesson', lesson: 'nowhere' },
    ],
    [
      'no such world',
      sealedJson(flat({ scenario: { lesson: 'one-kernel-falls', world: 'nowhere' } })),
      { code: 'unknown-world', world: 'nowhere' },
    ],
    ['a world that cannot be', sealedJson(inline([{ kind: 'vm', name: 'v' }])), { code: 'impossible-world' }],
    [
      'an unknown command',
      sealedJson(flat({ journal: [{ at: 1, command: { name: 'explode', target: 'host/host-a' } }] })),
      { code: 'refused', command: 'explode' },
    ],
    [
      'a command too late',
      sealedJson(flat({ journal: [...fallen.journal, fallen.journal[1]!] })),
      { code: 'refused', command: 'panic-kernel', target: 'kernel/host-b' },
    ],
    [
      'a fork of the first version that begins before it leaves',
      sealedJson({ ...forkedOfOne, journal: [fallen.journal[0], { ...forked.journal[1]!, at: 6 * SECOND }] }),
      { code: 'malformed', where: 'fork' },
    ],
    [
      'a fork of the first version that was never there',
      sealedJson({ ...forkedOfOne, at: 0, furthest: 0, journal: [fallen.journal[0]] }),
      { code: 'malformed', where: 'fork' },
    ],
    [
      'a fork of the first version that left nothing',
      sealedJson({ ...forkedOfOne, fork: { at: 7 * SECOND, journal: [] } }),
      { code: 'malformed', where: 'fork' },
    ],
    ['no run that is shown', runs([{ journal: [] }, { from: left, journal: [] }]), RUNS],
    ['two runs that are shown', runs([{}, { from: left }]), RUNS],
    ['a run that is shown and stands beside itself', runs([before, { from: left, beside: true }]), RUNS],
    ['one run that is several', runs([{}]), RUNS],
    ['two first runs', runs([before, {}]), RUNS],
    ['a first run that left another', runs([{ ...before, from: left }, { from: left }]), RUNS],
    ['a run that left a later one', runs([before, { from: { ...left, run: 1 } }]), RUNS],
    ['a run that left before it was told what it has', runs([before, { from: { ...left, at: 1 } }]), RUNS],
    ['more from another run than it was told', runs([before, { from: { ...left, inherited: 3 } }]), RUNS],
    ['a run that was never there', runs([{}, { journal: [], from: left, furthest: 1 }]), RUNS],
    [
      'more runs than there may be',
      runs([before, { from: left }, ...Array.from({ length: 11 }, () => ({ ...before, from: none }))]),
      RUNS,
    ],
    [
      'two runs beside one',
      runs([{ ...before, beside: true }, { from: left }, { ...before, from: none, beside: true }]),
      RUNS,
    ],
    [
      'a command that is refused in another run',
      runs([{ journal: [...fallen.journal, fallen.journal[1]!] }, { from: left }]),
      { code: 'refused', command: 'panic-kernel', target: 'kernel/host-b' },
    ],
    [
      'another run that goes on for too long',
      runs([{ journal: [], furthest: 25 * 3600 * SECOND }, { from: left }]),
      { code: 'too-late' },
    ],
    [
      'runs that are too long together',
      runs([{ journal: [], furthest: 23 * 3600 * SECOND }, { from: left }, { ...day, from: none }]),
      { code: 'too-much' },
    ],
    [
      'runs with too many commands together',
      runs([{ journal: settings(1_500) }, { from: left }, { journal: settings(600), from: none }]),
      { code: 'too-much' },
    ],
  ];

  it.each(cases)('%s', async (_, link, problem) => {
    expect(await problemOf(link)).toMatchObject(problem);
  });

  it('is nothing, for one of an older model', async () => {
    expect((await unpackSituation(sealedJson(fallen), MODEL_VERSION + 3)).model).toBe(MODEL_VERSION);
  });

  it('a world that never rests is given up', async () => {
    const restless = Array.from({ length: 400 }, (_, index) => ({
      kind: 'process',
      name: `p-${index}`,
      spec: { service: 'web', startMs: 0, memoryBytes: 1, restart: 'always', startAtBoot: true },
    }));
    const situation = inline([
      {
        kind: 'host',
        name: 'h',
        spec: { firmwareMs: 1 },
        holds: [{ kind: 'kernel', name: 'h', spec: { bootMs: 1, rebootOnPanicSeconds: 1 }, holds: restless }],
      },
    ]);
    const journal = Array.from({ length: 1_000 }, (_, index) => ({
      at: (index + 1) * 3 * SECOND,
      command: { name: 'panic-kernel', target: 'kernel/h' },
    }));
    const whole = { ...situation, journal, selected: null };
    await expect(runOf(whole)).rejects.toMatchObject({ problem: { code: 'too-much' } });
    // One run of a part of that is played; as many as a link may have are too much together.
    const part = { ...whole, at: 0, furthest: 0, journal: journal.slice(0, 12) };
    const told = (await runOf(part)).facts.length;
    expect([told > 50_000 / 12, told < 50_000 / 2]).toEqual([true, true]);
    const others = Array.from({ length: 11 }, () => ({ journal: part.journal, from: none }));
    const all: Situation = { ...part, v: 2, runs: [{}, ...others] };
    await expect(runOf(all)).rejects.toMatchObject({ problem: { code: 'too-much' } });
  });
});
