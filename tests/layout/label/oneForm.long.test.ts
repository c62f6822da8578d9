// Copies side by side on one host that are in one state are named alike, and nothing that fell as if it lived.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { allWords } from '../../../src/layout/label/allWords';
import { tell } from '../../../src/layout/label/telling';
import type { BoxScene, LabelScene, StageScene } from '../../../src/layout/stage/scene';
import type { WorldView } from '../../../src/sim';
import { stageWords } from '../../../src/words';
import { lessonInstants, stageIn } from '../lessonStages';

const far = { size: 18, smallest: 14.6 };

/** The stage on phones, in slides, on laptops and large screens, beside an inspector, in front of a class. */
const sizes = [
  { width: 288, height: 0 },
  { width: 328, height: 0 },
  { width: 608, height: 300 },
  { width: 663, height: 325 },
  { width: 712, height: 400, text: { size: 14, smallest: 12 } },
  { width: 928, height: 380, fits: true },
  { width: 1008, height: 370 },
  { width: 1232, height: 300, fits: true, text: far },
  { width: 1483, height: 553 },
  { width: 1856, height: 640, fits: true, text: { size: 22, smallest: 20 } },
];

/** How one box is named: which of its names, whether with its state, and where that stands. */
interface Form {
  readonly box: BoxScene;
  readonly row: string;
  readonly text: string;
  /** On the box itself or on a tab. */
  readonly role: string;
  readonly isTold: boolean;
  /** It is a floor, not a tenant, and is in a state that has a word. */
  readonly hasState: boolean;
  /** Which of its names, and whether the state is on its line. */
  readonly form: string;
  readonly isRed: boolean;
}

/** The label of the box alone: not one that it shares, nor its number under such a one. */
function formOf(label: LabelScene, scene: StageScene, view: WorldView): Form[] {
  const box = scene.boxes.find(({ id }) => id === label.of[0]);
  if (box === undefined || box.bundle !== null || label.of.length > 1) return [];
  if (label.role !== 'name' && label.role !== 'tab') return [];
  if (label.key.startsWith('number ')) return [];
  const inside = box.build === 'tile' ? view.get(box.within?.[1] ?? box.id) : view.get(box.id);
  const entity = inside ?? view.get(box.id);
  if (entity === undefined) return [];
  const { names, states } = tell(view, stageWords).of(entity);
  const text = label.lines.map((line) => line.text).join(' ');
  const name = names.find((each) => text.startsWith(each));
  const lines = label.lines.filter(({ text: line }) => !states.some((each) => each.includes(line)));
  const isTold = states.some((each) => text.endsWith(each)) && text !== name;
  const isOnLine = lines.some(({ text: line }) => isTold && line.includes(':'));
  const form = `${name === undefined ? 'no name' : names.indexOf(name)} ${isOnLine}`;
  const state = states.map((each) => each.replace(/\d+/gu, '#'));
  const called = entity.kind === 'process' ? names.length : names;
  const row = JSON.stringify([box.host, entity.kind, box.build, box.depth, called, box.look, state]);
  const isRed = label.tone === 'fallen' && label.lines.some(({ tellsState }) => tellsState);
  const hasState = states.length > 0 && entity.kind !== 'process';
  return [{ box, row, text, role: label.role, isTold, hasState, form, isRed }];
}

/** Words on boxes of one row and one state that have another form than those beside them. */
function unlike(scene: StageScene, view: WorldView): string[] {
  const all = scene.labels.flatMap((label) => formOf(label, scene, view));
  const rows = [...new Set(all.map(({ row }) => row))].map((row) => all.filter((each) => each.row === row));
  // On tabs there is no more said than there is room for between the tabs of others.
  const isLike = (one: Form, other: Form) =>
    one.role === 'tab' || other.role === 'tab' || (one.isTold === other.isTold && one.form === other.form);
  const isUneven = (row: readonly Form[]) => row.some((one) => row.some((other) => !isLike(one, other)));
  const uneven = rows
    .filter(isUneven)
    .map((row) => row.map(({ text, role }) => `${text} (${role})`).join(' | '));
  const asLiving = all.filter(({ box, isRed }) => box.look === 'fallen' && !isRed);
  const asOn = all.filter(
    ({ box, isTold, role, hasState }) =>
      box.look === 'off' && box.build === 'floor' && role === 'name' && !isTold && hasState,
  );
  return [
    ...uneven,
    ...asLiving.map(({ text, box }) => `${box.id}, fallen: ${text}`),
    ...asOn.map(({ text, box }) => `${box.id}, off: ${text}`),
  ];
}

describe.each(lessons)('$slug', (lesson) => {
  it('names copies in one row and one state alike, and what fell as fallen', async () => {
    const found = new Set<string>();
    for await (const { step, view, at } of lessonInstants(lesson)) {
      for (const size of sizes)
        for (const fault of unlike(stageIn(view, size, allWords), view))
          found.add(`${step}, ${size.width}x${size.height}, ${at / 1e6}: ${fault}`);
    }
    expect([...found]).toEqual([]);
  });
});
