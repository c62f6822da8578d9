// Hosts on one scale, side by side or stacked; the small one on a scale of its own.
import { describe, expect, it } from 'vitest';
import { arrangeHosts, hostWidths, narrowest } from '../../../src/layout/stage/frames';
import { furnitureFor } from '../../../src/layout/stage/furniture';
import { textStyleFor } from '../../../src/layout/stage/textStyle';

const furniture = {
  header: 30,
  air: 20,
  least: 100,
  foundations: [70, 70, 70],
  gap: 40,
  widest: 860,
  margin: 6,
};

describe('hostWidths', () => {
  it('is in proportion to the memory', () => {
    expect(hostWidths([32, 16, 16], 800).map(({ width }) => width)).toEqual([400, 200, 200]);
  });

  it('gives a host that would be too narrow its own scale and shares the rest on the common one', () => {
    expect(hostWidths([32, 4, 32], 860)).toEqual([
      { width: 350, own: false },
      { width: narrowest, own: true },
      { width: 350, own: false },
    ]);
  });

  it('keeps one host on the common scale however little room there is', () => {
    expect(hostWidths([32, 32, 32], 300).filter(({ own }) => !own)).toHaveLength(1);
  });
});

describe('arrangeHosts', () => {
  // Words and lanes under a stage begin and end where it does.
  it.each([1000, 1550, 2140])(
    'a host alone is as wide as a stage of %i px, up to that of a 4K page',
    (width) => {
      const room = { rows: [1], lines: 1, shelf: 0, kept: 0 };
      const alone = furnitureFor(room, { width }, textStyleFor(width).size, false);
      const { places } = arrangeHosts([32], { width, height: 700 }, alone, 1);
      expect(places.map(({ frame }) => frame.width)).toEqual([width]);
    },
  );

  it('sets ground lines in one line and fills the height', () => {
    const { places, height } = arrangeHosts([32, 32], { width: 1000, height: 540 }, furniture, 1);
    expect(places.map(({ frame }) => [frame.x, frame.y, frame.width, frame.height])).toEqual([
      [0, 56, 480, 408],
      [520, 56, 480, 408],
    ]);
    expect(height).toBe(540);
  });

  it('sets many hosts in even rows on one scale, all within the stage', () => {
    const sizes = Array.from({ length: 10 }, () => 16);
    const { places, height } = arrangeHosts(sizes, { width: 1280, height: 770 }, furniture, 1);
    expect(places.every(({ area }) => area.x >= 0 && area.x + area.width <= 1280)).toBe(true);
    expect(new Set(places.map(({ area }) => area.y)).size).toBe(2);
    expect(new Set(places.map(({ frame }) => frame.width)).size).toBe(1);
    expect(places.some(({ ownScale }) => ownScale)).toBe(false);
    expect(height).toBeLessThanOrEqual(770);
  });

  it('has one scale in rows of unlike hosts; one that is too small says so', () => {
    const sizes = [32, 32, 32, 64, 32, 4];
    const { places } = arrangeHosts(sizes, { width: 700, height: 770 }, furniture, 1);
    const scales = places.flatMap(({ frame, ownScale }, at) => (ownScale ? [] : [frame.width / sizes[at]!]));
    expect(Math.max(...scales) - Math.min(...scales)).toBeLessThan(1e-9);
    expect(places.map(({ ownScale }) => ownScale).at(-1)).toBe(true);
    expect(Math.min(...places.map(({ frame }) => frame.width))).toBeGreaterThanOrEqual(narrowest - 1e-9);
  });

  it('sets what it does not fill on both sides', () => {
    const { places } = arrangeHosts([64], { width: 2000, height: 800 }, furniture, 1);
    expect(places[0]!.area).toMatchObject({ x: 570, width: 860 });
  });

  it('sets hosts that would wrap into one row of narrower ones, where rows would be higher than the stage', () => {
    const { places, height } = arrangeHosts(
      [32, 8, 8, 8, 8, 8, 8],
      { width: 1008, height: 380 },
      furniture,
      1,
    );
    expect(height).toBeLessThanOrEqual(380);
    expect(new Set(places.map(({ frame }) => frame.y + frame.height)).size).toBe(1);
    const ends = places.map(({ frame }) => frame.x + frame.width);
    expect(Math.max(...ends)).toBeLessThanOrEqual(1008);
    expect(places.some(({ ownScale }) => ownScale)).toBe(false);
    places.slice(1).forEach(({ frame }, at) => expect(frame.x).toBeGreaterThan(ends[at]!));
  });

  it('moves hosts together where they have one scale only so', () => {
    const computers = [8, 2, 2, 2, 2, 2, 2];
    const { places } = arrangeHosts(computers, { width: 1488, height: 540 }, furniture, 1);
    expect(places.some(({ ownScale }) => ownScale)).toBe(false);
    expect(places[0]!.frame.width / places[1]!.frame.width).toBeCloseTo(4, 9);
    const small = arrangeHosts([64, 2, 2, 2], { width: 1488, height: 540 }, furniture, 1);
    expect(small.places.filter(({ ownScale }) => ownScale)).toHaveLength(3);
    expect(small.places[1]!.frame.width).toBe(narrowest);
  });

  it('stacks hosts on a phone, and the stage grows with them', () => {
    const { places, height } = arrangeHosts([32, 16], { width: 340, height: 0 }, furniture, 1);
    expect(places.map(({ frame }) => frame.width)).toEqual([340, 170]);
    expect(places[1]!.area.y).toBeGreaterThan(places[0]!.area.y + places[0]!.area.height);
    expect(height).toBe(places[1]!.area.y + places[1]!.area.height + furniture.margin);
  });

  it('leaves room above the top line for what is overcommitted', () => {
    const [plain] = arrangeHosts([32], { width: 1000, height: 540 }, furniture, 1).places;
    const [over] = arrangeHosts([32], { width: 1000, height: 540 }, furniture, 1.5).places;
    expect(over!.frame.height).toBe(Math.floor(plain!.frame.height / 1.5));
    expect(over!.frame.y - over!.area.y - 50).toBe(Math.ceil(over!.frame.height * 0.5));
  });

  it('draws no host where there is none', () => {
    const none = arrangeHosts([], { width: 1000, height: 540 }, furniture, 1);
    expect(none.places).toEqual([]);
    expect(none.height).toBeGreaterThan(0);
    expect(arrangeHosts([], { width: 300, height: 0 }, furniture, 1).places).toEqual([]);
  });
});
