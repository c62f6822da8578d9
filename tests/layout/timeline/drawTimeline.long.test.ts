// The picture of the timeline: exact edges, texts that never meet, and nothing right of the head while it is hidden.
import { describe, expect, it } from 'vitest';
import { historiesOf } from '../../../src/layout/timeline/histories';
import type { PlacedText } from '../../../src/layout/timeline/labels';
import { drawTimeline, instantAt } from '../../../src/layout/timeline/drawTimeline';
import { planTimeline } from '../../../src/layout/timeline/planTimeline';
import { spanFor, timeScale } from '../../../src/layout/timeline/timeScale';
import type { TimelineScene } from '../../../src/layout/timeline/timelineScene';
import { MINUTE, SECOND, type Command, type Run } from '../../../src/sim';
import { labelsOf } from '../../../src/view/timeline/markWords';
import { timelineWords } from '../../../src/view/timeline/timelineWords';
import { hostA, hostB, hostC, laptop } from '../../fixtures/worlds';
import { played, startOf, stirred } from './played';

const panic = (name: string): Command => ({ name: 'panic-kernel', target: `kernel/${name}` });

interface Options {
  readonly head?: number;
  readonly text?: number;
  readonly hide?: boolean;
  readonly most?: number;
}

function planned(run: Run, width: number, options: Options = {}) {
  const { head = run.furthest, text = 14, hide = false, most: mostLanes = 9 } = options;
  const facts = run.facts.slice(0).filter(({ at }) => !hide || at <= head);
  const histories = historiesOf(facts, startOf(run));
  const view = run.view();
  const words = timelineWords(view);
  const labels = labelsOf({ view, start: startOf(run), facts });
  const span = spanFor(run.furthest);
  return planTimeline({ histories, facts, span, width, text, mostLanes, words, labels });
}

function laidOut(run: Run, width: number, options: Options = {}): TimelineScene {
  const { head = run.furthest, hide = false } = options;
  return drawTimeline(planned(run, width, options), { head, furthest: run.furthest, hideOutcome: hide });
}

function textsOf(scene: TimelineScene): PlacedText[] {
  return [
    ...scene.lanes.flatMap(({ label, segments, beside }) => [
      ...[label, ...beside],
      ...segments.map(({ word }) => word),
    ]),
    scene.blank?.word ?? null,
    ...scene.markLabels.map(({ text }) => text),
    ...scene.ticks.map(({ label }) => label),
  ].filter((text) => text !== null);
}

/** Pairs of texts that lie on each other, and texts that leave the picture. */
function clashes(scene: TimelineScene): string[] {
  const texts = textsOf(scene);
  const found = texts
    .filter(({ left, right, y }) => left < -0.5 || right > scene.width + 0.5 || y > scene.height)
    .map(({ text }) => `${text} leaves the picture`);
  for (const { line } of scene.markLabels) {
    const crossed = texts.find(
      ({ left, right, y }) => line && left < line.x && right > line.x && y > line.top && y < line.bottom,
    );
    if (crossed) found.push(`a line crosses ${crossed.text}`);
  }
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const meets = a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < scene.text;
      if (meets) found.push(`${a.text} / ${b.text}`);
    }
  });
  return found;
}

const twoPanics = played(
  [hostA, hostB],
  [
    [24, panic('vm-2')],
    [30, panic('host-b')],
  ],
  37,
);

/** The widths of everything that is drawn as a box. */
function widthsOf({ lanes, blank }: TimelineScene): number[] {
  const segments = lanes.flatMap((lane) => lane.segments);
  const pills = segments.flatMap(({ word }) => (word ? [word.right - word.left] : []));
  return [...segments.map(({ width }) => width), ...pills, blank?.width ?? 0];
}

describe('planTimeline and drawTimeline', () => {
  it('never draws a negative width, however narrow it is and wherever the head stands', () => {
    for (const run of [twoPanics, stirred([hostA, hostB, laptop], 3, 30)]) {
      for (const width of [0, 1, 40, 90, 200, 980]) {
        for (const head of [0, SECOND, 24 * SECOND, run.furthest]) {
          for (const hide of [false, true]) {
            const scene = laidOut(run, width, { head, hide });
            expect(Math.min(...widthsOf(scene)), `${width} px, head ${head}`).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });

  it('shows a fall at its own instant', () => {
    const run = played([hostA, hostB], [[24, panic('vm-2')]], 24);
    const lane = laidOut(run, 980).lanes.find(({ label }) => label.text === 'cart in VM 2');
    expect(lane?.segments.map(({ state }) => state)).toEqual(['serving', 'fallen']);
    expect(lane?.segments.at(-1)?.width).toBeGreaterThan(2);
  });

  it('draws nothing right of what was played, wherever that ends', () => {
    for (const furthest of [24, 24.1, 24.5, 37]) {
      const { lanes, head } = laidOut(played([hostA, hostB], [[24, panic('vm-2')]], furthest), 980);
      for (const { segments } of lanes)
        segments.forEach(({ x, width }, at) =>
          expect(x + width).toBeCloseTo(segments[at + 1]?.x ?? head.x, 9),
        );
    }
  });

  it('draws the two panics of lesson 10 as the sketch does', () => {
    const scene = laidOut(twoPanics, 980);
    expect(scene.lanes.map(({ label }) => label.text)).toEqual(['VM 1, 3 to 6', 'cart in VM 2', 'host-b']);
    expect(scene.lanes.map(({ segments }) => segments.map(({ word }) => word?.text))).toEqual([
      ['5 serving'],
      ['serving', 'down'],
      ['6 serving', '6 down'],
    ]);
    expect(scene.markLabels.map(({ text }) => text.text)).toEqual(['panic in VM 2', 'panic on host-b']);
    expect(scene.blank).toMatchObject({ hidden: false, word: { text: 'not run yet' } });
    expect(scene.span).toBe(45 * SECOND);
  });

  it('counts what boots by machines, and all that serve of all that there are', () => {
    const words = (run: Run, width: number) =>
      laidOut(run, width).lanes.map(({ segments }) => segments.map(({ says }) => says));
    const back = played(
      [hostB],
      [
        [5, { name: 'pull-plug', target: 'host/host-b' }],
        [8, { name: 'power-on', target: 'host/host-b' }],
      ],
      30,
    );
    expect(words(back, 980)).toEqual([['6 serving', '6 down', 'booting']]);
    const one = laidOut(twoPanics, 980, { most: 1 });
    expect(one.lanes[0]!.segments.map(({ says }) => says)).toEqual(['6 serving', '5 of 6 serving']);
  });

  it('writes a word where copies differ on the part that is high enough for it, and keeps clear of the others', () => {
    for (const text of [13, 15, 20])
      for (const { segments, y, height } of laidOut(twoPanics, 980, { most: 1, text }).lanes)
        for (const { word, on, share, state, x, width } of segments) {
          if (word === null || state !== null) continue;
          const top = y + height * (1 - share);
          const seen = width - (word.right - word.left);
          expect(on === 'plate' ? seen > 2 * text : word.y - text * 0.6 > top, `${on} at ${x}`).toBe(true);
        }
  });

  it('puts every edge where its instant lies', () => {
    const scene = laidOut(twoPanics, 980);
    const scale = timeScale(scene.span, scene.left, scene.right);
    for (const { segments } of scene.lanes) {
      for (const { x, width, from, to } of segments) {
        expect(x).toBe(scale(from));
        expect(x + width).toBeCloseTo(scale(to), 9);
      }
    }
    expect(scene.head.x).toBe(scale(37 * SECOND));
    expect(scene.blank?.x).toBe(scene.head.x);
    expect(scene.marks.map(({ x }) => x)).toEqual([24, 30].map((second) => scale(second * SECOND)));
  });

  it('never lets texts meet or leave the picture, at any width', () => {
    const runs = [
      twoPanics,
      ...[1, 2, 3].map((seed) => stirred([hostA, hostB], seed, 25)),
      ...[4, 5].map((seed) => stirred(hostC, seed, 25)),
      stirred([laptop], 6, 60),
    ];
    for (const run of runs) {
      for (let width = 320; width <= 1900; width += 113) {
        for (const text of [13, 15, 20]) {
          expect(clashes(laidOut(run, width, { text })), `width ${width}, text ${text}`).toEqual([]);
        }
      }
    }
  });

  it('moves a word out of the way of the head', () => {
    for (let head = 0; head <= 37; head += 0.5) {
      const scene = laidOut(twoPanics, 700, { head: head * SECOND });
      const words = scene.lanes.flatMap(({ segments }) => segments.map(({ word }) => word));
      const cut = words.filter((word) => word && word.left < scene.head.x && word.right > scene.head.x);
      expect(cut, `head at ${head} s`).toEqual([]);
    }
  });

  it('writes a word at every mark', () => {
    for (const seed of [1, 2, 3]) {
      for (const width of [320, 900, 1900]) {
        const scene = laidOut(stirred([hostA, hostB], seed, 40), width);
        expect(scene.marks.length).toBeGreaterThan(5);
        expect(scene.markLabels.length).toBeGreaterThan(0);
        expect(scene.markLabels.every(({ text }) => text.text !== '')).toBe(true);
      }
    }
  });

  it('tells nothing right of the head while the outcome is hidden', () => {
    for (const seed of [1, 2, 3, 4]) {
      const run = stirred([hostA, hostB], seed, 20);
      for (const part of [0, 0.2, 0.6]) {
        const head = Math.floor(run.furthest * part);
        const scene = laidOut(run, 900, { head, hide: true });
        const ends = scene.lanes.flatMap(({ segments }) => segments.map(({ to }) => to));
        expect(Math.max(0, ...ends)).toBeLessThanOrEqual(head);
        expect(scene.marks.every(({ at }) => at <= head)).toBe(true);
        expect(scene.blank?.hidden).toBe(true);
      }
    }
  });

  it('grows its scale as the run goes on', () => {
    const run = played([hostA], [], 300);
    expect(laidOut(run, 900).span).toBe(6 * MINUTE);
    expect(laidOut(run, 900).blank?.width).toBeGreaterThan(0);
  });
});

describe('instantAt', () => {
  const plan = planned(twoPanics, 980);
  const { scale } = plan;
  const furthest = 37 * SECOND;

  it('finds the instant under a pixel, and that of a mark nearby', () => {
    expect(instantAt(plan, furthest, scale(10 * SECOND))).toBe(10 * SECOND);
    expect(instantAt(plan, furthest, scale(24 * SECOND) + 4)).toBe(24 * SECOND);
    expect(instantAt(plan, furthest, scale(24 * SECOND) + 9)).toBeGreaterThan(24 * SECOND);
    expect(instantAt(plan, furthest, scale(24 * SECOND) + 9, 12)).toBe(24 * SECOND);
  });

  it('leads to the beginning where that is nearer than the first mark', () => {
    expect(instantAt(plan, furthest, scale(0) + 1, 1_000)).toBe(0);
    expect(instantAt(plan, furthest, scale(24 * SECOND) - 1, 1_000)).toBe(24 * SECOND);
  });

  it('stays within what was played', () => {
    expect(instantAt(plan, furthest, -50)).toBe(0);
    expect(instantAt(plan, furthest, 979)).toBe(37 * SECOND);
  });
});

describe('a timeline in a low room', () => {
  const crash = played(
    [hostA, hostB, ...hostC, laptop],
    [
      [2, panic('vm-2')],
      [5, panic('host-b')],
      [9, panic('vm-5')],
    ],
    60,
  );

  it.each([260, 220, 190, 170, 150])(
    'of %i px keeps its instants and its head in it, and no text on another',
    (room) => {
      const { input } = planned(crash, 1000);
      const plan = planTimeline({ ...input, room });
      expect(plan.height).toBeLessThanOrEqual(room);
      expect(plan.ticks.length).toBeGreaterThan(2);
      for (const { label } of plan.ticks) expect(label.y).toBeLessThan(room);
      expect(plan.laneHeight).toBeGreaterThanOrEqual(input.text);
      const scene = drawTimeline(plan, { head: 0, furthest: crash.furthest, hideOutcome: false });
      expect(clashes(scene)).toEqual([]);
      // Whoever shows fewer lanes than there are uses the room that this leaves.
      const alone = planTimeline({ ...input, room, mostLanes: plan.lanes.length });
      expect([plan.laneHeight, plan.height]).toEqual([alone.laneHeight, alone.height]);
    },
  );

  it('is set as wide as ever where there is room', () => {
    const { input, height } = planned(crash, 1000);
    expect(planTimeline({ ...input, room: height }).height).toBe(height);
    expect(planTimeline({ ...input, room: height - 1 }).height).toBeLessThan(height);
  });
});
