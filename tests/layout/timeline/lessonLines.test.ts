// What holds on the timelines of all lessons: no words on each other, a line leads to a mark of its words, an instant
// stands under its place, and no word for several marks hides a fall that has room beside what stands there.
import { describe, expect, it } from 'vitest';
import { marksOf, type Mark } from '../../../src/layout/timeline/marks';
import { widthOf } from '../../../src/layout/timeline/planTimeline';
import type { MarkLabel, TimelineScene } from '../../../src/layout/timeline/timelineScene';
import { sceneOf, solved, type Solved } from './lessonLines';

const TEXT = 14;
const ROWS = 3;
/** Of the plots: a phone, a small window, a large one, a wall. */
const WIDTHS = [330, 700, 836, 1150, 1500];

/** One text and the line down to it. */
interface Placed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly x: number;
}

const rowOf = (y: number, scene: TimelineScene) =>
  Math.round((y - scene.marks[0]!.y) / TEXT / 1.45 - 0.7 / 1.45 - 0.95);
const placedOf = ({ text, reach }: MarkLabel, scene: TimelineScene): Placed => ({
  ...{ row: rowOf(text.y, scene), left: text.left, right: text.right, x: reach.from },
});

function areFree(one: Placed, other: Placed): boolean {
  if (one.row === other.row) return one.right + 9.9 <= other.left || other.right + 9.9 <= one.left;
  const [upper, lower] = one.row < other.row ? [one, other] : [other, one];
  return lower.x < upper.left - 5.9 || lower.x > upper.right + 5.9;
}

/** Every place of a text for marks from `x` on. */
function* placesFor(x: number, text: string, { width }: TimelineScene): Iterable<Placed> {
  const wide = widthOf(text, TEXT);
  for (let row = 0; row < ROWS; row++)
    for (let left = Math.max(0, x - wide); left <= Math.min(x, width - wide); left += 3)
      yield { row, left, right: left + wide, x };
}

/** Whether these sets of marks can have labels that tell their falls, none on another or on what stands there. */
function haveRoom(
  sets: readonly (readonly Mark[])[],
  there: readonly Placed[],
  of: Solved,
  scene: TimelineScene,
) {
  const [first, ...rest] = sets;
  if (first === undefined) return true;
  const x = scene.marks.find(({ at }) => at === first[0]!.at)!.x;
  for (const { text, untold } of of.writing(first)) {
    if (untold.some(({ kind }) => kind === 'break')) continue;
    for (const place of placesFor(x, text, scene))
      if (there.every((other) => areFree(place, other)) && haveRoom(rest, [...there, place], of, scene))
        return true;
  }
  return false;
}

/** Labels that hide a fall though there is room for its word. */
function hidingLabels(of: Solved, scene: TimelineScene): string[] {
  const marks = marksOf(of.facts);
  return scene.markLabels.flatMap((label, index) => {
    const next = Number(scene.markLabels[index + 1]?.id ?? Infinity);
    const own = marks.filter(({ at }) => at >= Number(label.id) && at < next);
    const wording = of.writing(own).find(({ text }) => text === label.text.text);
    const hidden = wording?.untold.filter(({ kind }) => kind === 'break') ?? [];
    const others = scene.markLabels.filter((other) => other !== label).map((other) => placedOf(other, scene));
    const couldTell = hidden.some((fall) => {
      const at = own.indexOf(fall);
      const sets = [own.slice(0, at), [fall], own.slice(at + 1)].filter((set) => set.length > 0);
      return haveRoom(sets, others, of, scene);
    });
    return couldTell ? [`${of.name}: ${label.text.text}`] : [];
  });
}

/** What takes copies off a lane's height. */
const DOWN = /\.(stopped|fell|exited|suffering|stuck|paused|reset|crashed|removed)$/;

describe.each(WIDTHS)('in %i px, in every lesson,', (width) => {
  const scenes = solved.map((of) => [of, sceneOf(of, width, TEXT)] as const);

  it('no words of marks, lines to them and instants lie on each other or leave the picture', () => {
    for (const [of, scene] of scenes) {
      const placed = scene.markLabels.map((label) => placedOf(label, scene));
      placed.forEach((one, at) => {
        expect(one.left, of.name).toBeGreaterThanOrEqual(-0.5);
        expect(one.right, of.name).toBeLessThanOrEqual(width + 0.5);
        for (const other of placed.slice(at + 1)) expect(areFree(one, other), of.name).toBe(true);
      });
    }
  });

  it('no mark lies on its neighbour, but where there is next to no room between them', () => {
    for (const [of, { marks }] of scenes)
      marks.slice(1).forEach(({ x, wide }, at) => {
        const gap = x - marks[at]!.x;
        if (gap >= TEXT / 4) expect((wide + marks[at]!.wide) / 2, of.name).toBeLessThanOrEqual(gap + 0.01);
      });
  });

  it('a mark is as wide as it is high, nearly, but where many stand in a row', () => {
    for (const [of, { marks }] of scenes)
      marks.forEach(({ x, wide }, at) => {
        const near = marks
          .slice(Math.max(0, at - 3), at + 4)
          .filter((other) => Math.abs(other.x - x) < 4 * TEXT);
        if (near.length < 3) expect(wide, `${of.name} at ${x}`).toBeGreaterThan(TEXT * 0.55);
      });
  });

  it('what serves takes less of a lane only where something of it went down', () => {
    for (const [of, { lanes }] of scenes)
      for (const { segments } of lanes)
        segments.slice(1).forEach((next, at) => {
          const isLess = next.share < segments[at]!.share;
          if (isLess && next.down <= segments[at]!.down && segments[at]!.state === null)
            expect(
              of.facts.some((fact) => fact.at === next.from && DOWN.test(fact.name)),
              of.name,
            ).toBe(true);
        });
  });

  it('a line leads to the first mark of its words', () => {
    for (const [of, { markLabels, marks }] of scenes)
      for (const { id, line, text } of markLabels) {
        if (line === null) continue;
        expect(line.x, of.name).toBe(marks.find(({ at }) => at === Number(id))?.x);
        expect(line.x, of.name).toBeGreaterThanOrEqual(text.left - 0.01);
        expect(line.x, of.name).toBeLessThanOrEqual(text.right + 0.01);
      }
  });

  it('an instant stands under its place', () => {
    for (const [of, { ticks }] of scenes)
      for (const { x, label } of ticks)
        expect(Math.abs((label.left + label.right) / 2 - x), `${of.name} ${label.text}`).toBeLessThan(1);
  });

  it('no word for several marks hides a fall that has room', () => {
    expect(scenes.flatMap(([of, scene]) => hidingLabels(of, scene))).toEqual([]);
  });
});

describe('where the page is wide, in every lesson,', () => {
  it('what a lesson of several causes began with is told by its own words', () => {
    const of = solved.find(({ name }) => name.endsWith('a-hole-in-the-base'))!;
    expect(sceneOf(of, 1008, TEXT, 156).markLabels[0]!.text.text).toMatch(/^tag \S+ moved/);
  });

  it('falls are told in words of their own, but for dozens of them', () => {
    const hidden = solved.flatMap((of) => {
      const scene = sceneOf(of, 1150, TEXT);
      const falls = scene.marks.filter(({ kind }) => kind === 'break');
      const tellsFall = ({ reach }: MarkLabel) => falls.some(({ x }) => x >= reach.from && x <= reach.to);
      return scene.markLabels
        .filter(tellsFall)
        .flatMap(({ text }) =>
          /\d (breaks|exits|crashes|kills|failed starts|panics|OOM kills)|×\d/.test(text.text)
            ? [text.text]
            : [],
        );
    });
    expect(hidden).toEqual([]);
  });

  it('the parts of a word stand in the order of time', () => {
    const { writing } = solved[0]!;
    const two = (name: string, at: number, about: string): Mark => ({
      ...{ at, kind: name.startsWith('command.') ? 'act' : 'break' },
      facts: [{ seq: at, at, name, about, because: null }],
    });
    const stop = two('command.stop-process', 1, 'process/cart');
    const fall = two('process.not-loaded', 2, 'process/cart');
    const [{ text } = { text: '' }] = writing([stop, fall]);
    expect(text).toMatch(/^stop of .*, .* did not start$/);
    expect(
      writing([stop, stop, fall])
        .map((one) => one.text)
        .at(-1),
    ).toBe('1 failed start, 2 stops');
  });
});
