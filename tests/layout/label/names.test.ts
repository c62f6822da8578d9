// A floor is never without its name, whatever breaks; the corner tile and the core cells say what they are.
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { insideLabel } from '../../../src/layout/label/inside';
import { labelOnBoxes } from '../../../src/layout/label/onBoxes';
import type { Telling } from '../../../src/layout/label/telling';
import { contains } from '../../../src/layout/rect';
import { layoutStage } from '../../../src/layout/stage/layoutStage';
import { textStyleFor } from '../../../src/layout/stage/textStyle';
import { textWidth } from '../../../src/layout/text/measure';
import { messages } from '../../../src/i18n';
import { stageWords } from '../../../src/words';
import { runAfter } from '../../fixtures/lessonViews';
import { stageIn } from '../lessonStages';
import { references, runOf, sizes } from '../worlds';

const { names } = messages.picture;
const floors = [...names.hypervisor, ...names.guestOs, ...names.hostOs, 'runtime'];

/** Sets of breaks, all at one instant, in the three hosts. */
const breaks: readonly (readonly [string, string])[][] = [
  [['panic-kernel', 'kernel/host-b']],
  [
    ['panic-kernel', 'kernel/vm-1'],
    ['panic-kernel', 'kernel/vm-2'],
    ['panic-kernel', 'kernel/vm-3'],
    ['panic-kernel', 'kernel/host-b'],
  ],
  [
    ['crash-hypervisor', 'hypervisor/xen-a'],
    ['crash-runtime', 'runtime/docker-b'],
  ],
];

const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text).join(' ');

describe('words of floors', () => {
  it.each(
    breaks.map((acts) => [acts.map(([name, target]) => `${name} ${target}`).join(', '), acts] as const),
  )('begin with their name after %s', (_, acts) => {
    const run = runOf(references['three hosts']!);
    run.seek(5_000_000);
    for (const [name, target] of acts) expect(run.do({ name, target })).toMatchObject({ done: true });
    run.seek(6_000_000);
    const view = run.view();
    for (const size of sizes) {
      const scene = layoutStage(view, size, { words: stageWords, text: textStyleFor(size.width) });
      const told = scene.labels.filter(
        ({ role, of }) =>
          (role === 'name' || role === 'tab') &&
          of.some((id) => ['hypervisor', 'kernel', 'runtime'].includes(view.get(id)?.kind ?? '')),
      );
      expect(told.length).toBeGreaterThan(3);
      for (const { lines } of told)
        expect(
          floors.some((name) => texts(lines).startsWith(name)),
          texts(lines),
        ).toBe(true);
    }
  });

  it('shorten what happened before the name', () => {
    const run = runOf(references['both hosts']!);
    run.seek(5_000_000);
    run.do({ name: 'panic-kernel', target: 'kernel/host-b' });
    run.seek(6_000_000);
    const labels = [1000, 640, 600].flatMap(
      (width) => layoutStage(run.view(), { width, height: 540 }, { words: stageWords }).labels,
    );
    const told = labels.filter(({ of }) => of.includes('kernel/host-b')).map(({ lines }) => texts(lines));
    expect(told.length).toBe(3);
    for (const text of told) expect(text).toMatch(/^host OS: (kernel )?panic/);
  });
});

describe('words of programs', () => {
  it('are not bold on a box that is too narrow for that', () => {
    const { boxes } = layoutStage(runOf(references['both hosts']!).view(), sizes[0], { words: stageWords });
    const box = boxes.find(({ id }) => id.startsWith('process/'))!;
    const style = { size: 12, smallest: 12 };
    const on = (width: number, look = box.look) => {
      const drawn = { ...box.drawn, width };
      const speech = { names: ['search'], states: [] };
      const label = insideLabel({ ...box, drawn, look }, 'process', drawn, speech, stageWords, style);
      return label && contains(drawn, label.rect) ? label.lines[0]!.weight : null;
    };
    const [plain, bold] = [textWidth('search', 12, 400), textWidth('search', 12, 700)];
    const widths = [bold + 4, bold + 3, plain + 4, plain + 3];
    expect(widths.map((width) => on(width))).toEqual([700, 400, 400, null]);
    expect(widths.map((width) => on(width, 'fallen'))).toEqual([700, 400, 400, null]);
  });
});

describe('words of one kind on one host', () => {
  it('name each of four copies that are narrower than their name, where all have room for it', async () => {
    const scene = stageIn((await runAfter(3, 2)).view(), { width: 328, height: 0 }, allWords);
    const copies = [1, 4, 7, 10].map((number) => `process/search-${number}`);
    const tabs = scene.labels.filter(({ of }) => copies.includes(of[0]!));
    expect(tabs.map(({ of }) => of[0]).sort()).toEqual(copies.sort());
    expect(tabs.map(({ lines }) => texts(lines))).toEqual(['search', 'search', 'search', 'search']);
  });

  it('are as large as others in wide boxes, however low a far narrower one must speak', () => {
    const run = runOf(references['host-a']!);
    const scene = layoutStage(run.view(), sizes[1], { words: stageWords });
    const [wide] = scene.boxes.filter(({ id }) => id.startsWith('process/'));
    const sizeBeside = (width: number) => {
      const boxes = [wide!, { ...wide!, drawn: { ...wide!.drawn, x: 0, width } }].map((box, at) => ({
        ...box,
        drawn: at === 0 ? { ...box.drawn, width: 200 } : box.drawn,
      }));
      const telling = { of: () => ({ names: ['search'], states: [] }) } as unknown as Telling;
      const style = { size: 17, smallest: 12 };
      const scene = { boxes, view: run.view(), words: stageWords, telling, style };
      return labelOnBoxes(scene).labels.map(({ size }) => size);
    };
    expect(sizeBeside(45)).toEqual([17, 13]);
    expect(new Set(sizeBeside(70)).size).toBe(1);
  });
});

describe('what is not a box', () => {
  it('says what it is for, once for the tile, on each host for the cells', () => {
    const run = runOf(references['both hosts']!);
    run.seek(5_000_000);
    for (const size of sizes) {
      const { labels, hosts } = layoutStage(run.view(), size, { words: stageWords });
      expect(labels.filter(({ key }) => key.startsWith('note '))).toHaveLength(1);
      const captions = labels.filter(({ key }) => key.startsWith('cpu '));
      expect(captions).toHaveLength(hosts.length);
      for (const { rect, of } of captions) {
        const { cores } = hosts.find(({ id }) => id === of[0])!;
        expect(rect.x + rect.width).toBeLessThan(cores[0]!.rect.x);
      }
    }
  });
});
