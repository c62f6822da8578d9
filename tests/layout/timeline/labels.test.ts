// Labels under marks: each its own wherever there is room for both, none over another.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type LabelGroup, type LabelRoom } from '../../../src/layout/timeline/labels';

const WIDTH = 600;
/** Falls are in capitals; it is dearer to hide one. */
const isFall = (item: string) => /[A-Z]/.test(item);
const lossOf = (items: readonly string[]) => items.reduce((sum, item) => sum + (isFall(item) ? 60 : 10), 0);

/** Texts of ten pixels a letter; several share their first one and a count. */
const room: LabelRoom<string> = {
  ...{ left: 0, right: WIDTH, rows: 3 },
  words: (items) =>
    items.length === 1
      ? [{ text: items[0]!, loss: 0 }]
      : [
          { text: items.join(', '), loss: 0 },
          { text: `${items[0]!} +${items.length - 1}`, loss: lossOf(items.slice(1)) },
          { text: `${items.length}`, loss: lossOf(items) },
        ],
  isSeries: (items) => items.every((item) => item.startsWith('again')),
  sharing: (items) => (items.length - 1) * (items.some(isFall) ? 5 : 3),
  measure: (text) => text.length * 10,
};
const at = (...places: readonly [number, string][]) => places.map(([x, item]) => ({ x, item }));
const texts = (groups: readonly LabelGroup<string>[]) => groups.map(({ text }) => text);

const overlaps = (one: LabelGroup<string>, other: LabelGroup<string>) =>
  one.row === other.row && one.left < other.right && other.left < one.right;

/** Whether words begin in the way of a line at `x` to a label on `row`: they read as those it leads to. */
const isBehind = (other: LabelGroup<string>, row: number, x: number) =>
  other.row < row && other.left > x && other.left - x < 24;

describe('labels', () => {
  it('of marks close together stand on either side of them', () => {
    const groups = placeLabels(at([300, 'panic in VM 2'], [320, 'panic in VM 3']), room);
    expect(texts(groups)).toEqual(['panic in VM 2', 'panic in VM 3']);
    expect(groups.map(({ left, right }) => (left + right) / 2)).not.toEqual([300, 320]);
  });

  it('of three marks seconds apart are all told, though the first two have to give way', () => {
    const groups = placeLabels(at([200, 'panic in VM 2'], [230, 'cart exited'], [262, 'no power']), room);
    expect(texts(groups)).toEqual(['panic in VM 2', 'cart exited', 'no power']);
  });

  it('do not begin right behind the line that leads to another, wherever there is room beside', () => {
    const marks = at([200, 'libshop installed'], [260, 'start of search'], [330, 'stop of cart']);
    const groups = placeLabels(marks, room);
    expect(texts(groups)).toEqual(marks.map(({ item }) => item));
    const led = groups.filter(({ row, items }) => groups.some((other) => isBehind(other, row, items[0]!.x)));
    expect(led).toEqual([]);
  });

  it('of one thing done again and again are one, wherever there is room for more', () => {
    const marks = at([100, 'again a'], [200, 'again b'], [300, 'cart exited'], [500, 'again c']);
    expect(texts(placeLabels(marks, room))).toEqual(['again a, again b', 'cart exited', 'again c']);
  });

  it('of marks far apart are not shared where closer ones may be', () => {
    const shared = (...places: readonly number[]) =>
      placeLabels(at(...places.map((x): [number, string] => [x, 'is done'])), {
        ...room,
        right: 220,
        rows: 1,
      }).map(({ items }) => items.length);
    expect(shared(60, 70, 160)).toEqual([2, 1]);
    expect(shared(60, 150, 160)).toEqual([1, 2]);
    // Those of a beginning and of an end say less rather than that one line joins both.
    const [start, end] = ['started cart on the host', 'killed cart on the host'];
    const series = at([100, start], [130, start], [160, start], [500, end], [530, end], [560, end]);
    const both = placeLabels(series, { ...room, right: 700, rows: 1 });
    expect(both.every(({ items }) => items.at(-1)!.x < 200 || items[0]!.x > 400)).toBe(true);
  });

  it('of marks close together say less where all their words would run far past them', () => {
    const marks = at(
      [100, 'permission on the host'],
      [120, 'start of buy on the host'],
      [140, 'firewall of the db'],
    );
    const oneRow = { ...room, right: 1_400, rows: 1 };
    const labels = placeLabels(marks, oneRow);
    expect(labels.flatMap(({ items }) => items)).toEqual(marks);
    expect(Math.max(...labels.map(({ right }) => right))).toBeLessThan(400);
    const apart = at(
      [300, 'permission on the host'],
      [600, 'start of buy on the host'],
      [900, 'firewall of the db'],
    );
    expect(texts(placeLabels(apart, oneRow))).toEqual(apart.map(({ item }) => item));
  });

  it('that find no room are gathered, the nearest first, and one always remains', () => {
    const narrow = { ...room, right: 130, rows: 1 };
    expect(texts(placeLabels(at([2, 'aaaa'], [8, 'bbbb'], [120, 'c']), narrow))).toEqual([
      ...['aaaa, bbbb', 'c'],
    ]);
    expect(texts(placeLabels(at([5, 'far too long for this']), { ...narrow, right: 50 }))).toHaveLength(1);
    expect(placeLabels([], room)).toEqual([]);
  });

  it('leave a fall its own word, and gather what was done beside it', () => {
    const narrow = { ...room, right: 320, rows: 1 };
    const marks = at([100, 'one done'], [110, 'other done'], [120, 'third done'], [200, 'FALL']);
    expect(texts(placeLabels(marks, narrow))).toEqual(['one done', '2', 'FALL']);
    const before = at([100, 'one done'], [110, 'FALL'], [120, 'third done']);
    expect(texts(placeLabels(before, { ...narrow, right: 240 })).join()).toContain('FALL');
  });

  it('never lie over each other, and tell every mark once', () => {
    const anyMarks = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: WIDTH }), item: fc.stringMatching(/^[a-z]{1,18}$/) }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const labelled = marks.toSorted((a, b) => a.x - b.x);
        const groups = placeLabels(labelled, room);
        expect(groups.flatMap(({ items }) => items)).toEqual(labelled);
        for (const [index, one] of groups.entries())
          for (const other of groups.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
