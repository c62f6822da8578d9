// Every layer and volume that is drawn has its word: on itself, or beside it with a line that leads there.
import { lessons } from 'virtual:lessons';
import { describe, expect, it } from 'vitest';
import { bottom, overlaps, right } from '../../../src/layout/rect';
import { gathered } from '../../../src/layout/stage/fileWords';
import { tellFloors } from '../../../src/layout/stage/floorWords';
import { columnsOf } from '../../../src/layout/stage/disk';
import { GAP } from '../../../src/layout/stage/floorPlaces';
import { LINE } from '../../../src/layout/text/fitting';
import { floorsOf } from '../../../src/layout/stage/layers';
import { disks } from '../../../src/i18n/disks';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt, wholeSolution } from '../../../src/lesson/player';
import { createRun, type WorldView } from '../../../src/sim';
import { fileLabels, floorTexts, spokenFloors } from '../../../src/words/disk';

const rooms = {
  laptop: { width: 732, height: 80, size: 13, smallest: 12, rows: 3, grows: false },
  desk: { width: 1150, height: 80, size: 14, smallest: 12, rows: 3, grows: false },
  phone: { width: 328, height: 80, size: 13, smallest: 12, rows: 14, grows: true },
  wide: { width: 1150, height: 176, size: 14, smallest: 12, rows: 3, grows: false },
  projector: { width: 1560, height: 147, size: 25, smallest: 22, rows: 3, grows: false },
};

/** The worlds of a lesson at their start, and at some instants of each step's solution. */
async function* viewsOf(slug: string): AsyncIterable<readonly [string, WorldView]> {
  const entry = lessons.find((each) => each.slug === slug)!;
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  for (const [name, world] of Object.entries(content.scenario.worlds))
    yield [name, createRun({ id: name, seed: 1, world }).view()];
  for (const [at, step] of content.page.steps.entries()) {
    const world = scenarioOf(content, worldOf(content.page, at));
    const run = playAttempt(
      { ...world, commands: content.scenario.commands },
      wholeSolution(content, solution, at),
    );
    const end = run.furthest;
    for (const part of [0.4, 0.7, 1]) {
      run.seek(Math.round(end * part));
      yield [`${step.slug} at ${part}`, run.view()];
    }
  }
}

function toldIn(view: WorldView, room: (typeof rooms)['laptop'], patience?: { left: number }) {
  const beside = columnsOf(view).length;
  const width = beside > 0 && room.width > 400 ? (room.width * 1.35) / beside : room.width;
  const scenes = floorsOf(view);
  const pictures = spokenFloors(scenes, view);
  const patient = patience && scenes.map(() => patience);
  const told = tellFloors(pictures, disks, { ...room, width }, patient);
  return scenes.map(({ floors }, nth) => ({ floors, told: told[nth]!, width }));
}

describe.each(['images-are-layers', 'build-it-again'])('layers of %s', (slug) => {
  it.each(Object.entries(rooms))('have each its word on a %s', async (_, room) => {
    const silent: string[] = [];
    for await (const [name, view] of viewsOf(slug)) {
      for (const { floors, told, width } of toldIn(view, room)) {
        const words = told.flatMap(({ beside }) => beside ?? []);
        const spokenOf = (at: number) =>
          told[at]!.on.text !== '' ||
          words.some(
            ({ under }) =>
              under.y === told[at]!.rect.y &&
              under.x <= told[at]!.rect.x + 0.5 &&
              right(under) >= right(told[at]!.rect) - 0.5,
          );
        // One of its floors is told of each layer.
        floors.forEach(({ id, isAgain }, at) => {
          if (!isAgain && !spokenOf(at)) silent.push(`${name}: ${id}`);
        });
        // No word lies on another or on a floor, none is outside, and each line ends on its floor.
        for (const [at, { rect, leader, under }] of words.entries()) {
          expect(rect.x).toBeGreaterThanOrEqual(0);
          expect(rect.y).toBeGreaterThanOrEqual(room.grows ? -room.rows * room.smallest * LINE - GAP : -0.5);
          expect(right(rect)).toBeLessThanOrEqual(width);
          expect(told.filter((floor) => overlaps(floor.rect, rect))).toEqual([]);
          for (const other of words.slice(at + 1)) {
            expect(overlaps(rect, other.rect), name).toBe(false);
            expect(overlaps(rect, other.leader), name).toBe(false);
            expect(overlaps(leader, other.rect), name).toBe(false);
          }
          expect(bottom(leader)).toBeGreaterThanOrEqual(under.y);
          expect(bottom(leader)).toBeLessThanOrEqual(bottom(under));
        }
      }
    }
    expect(silent).toEqual([]);
  });
});

it('are found soon: few places are looked at, also on a phone with layers in 14 rows', async () => {
  let most = 0;
  for await (const [, view] of viewsOf('build-it-again'))
    for (const room of Object.values(rooms)) {
      const patience = { left: 100_000 };
      toldIn(view, room, patience);
      most = Math.max(most, 100_000 - patience.left);
    }
  expect(most).toBeGreaterThan(1_000);
  expect(most).toBeLessThan(8_000);
});

it('says of what a container writes that it is a layer, whose it is and how much', async () => {
  const written: string[] = [];
  for await (const [, view] of viewsOf('images-are-layers'))
    for (const floor of floorsOf(view).flatMap(({ floors }) => floors))
      if (floor.use === 'writable') written.push(...floorTexts(floor, fileLabels(floor.id, view)));
  expect(written).toContain('writable layer of search\u00a03: 20 MiB');
  expect(written).toContain('writable, search\u00a03');
  expect(written.filter((text) => !text.startsWith('writable'))).toEqual([]);
});

it('says whose the only layer is that is written, on several lines if need be', async () => {
  const room = { width: 2733, height: 360, size: 24, smallest: 20, rows: 3, grows: false };
  const said: string[] = [];
  for await (const [, view] of viewsOf('images-are-layers'))
    said.push(...toldIn(view, room).flatMap(({ told }) => told.map(({ on }) => on.text)));
  expect(said).toContain('writable layer of\nsearch\u00a03: 20 MiB');
  expect(said).not.toContain('writable: 20 MiB');
});

it('says whose it is and how much where there is room for no more', async () => {
  const said: string[] = [];
  for await (const [, view] of viewsOf('images-are-layers'))
    said.push(...toldIn(view, rooms.laptop).flatMap(({ told }) => told.map(({ on }) => on.text)));
  expect(said.map((text) => text.replace('\n', ' '))).toContain('search\u00a03: 20 MiB');
});

it('says of layers beside each other that are as large how large they are, of all or of none', async () => {
  for await (const [name, view] of viewsOf('build-it-again'))
    for (const [size, room] of Object.entries(rooms))
      for (const { floors, told } of toldIn(view, room)) {
        const beside = floors.flatMap(({ bytes, use, isAgain }, at) => {
          const word = use === 'layer' && !isAgain ? told[at]!.beside : null;
          return word === null ? [] : { bytes, text: word.text, hasFigure: / [KM]iB/.test(word.text) };
        });
        for (const { bytes, text, hasFigure } of beside)
          for (const other of beside.filter((each) => each.bytes === bytes))
            expect([name, size, text, other.text, other.hasFigure]).toEqual([
              name,
              size,
              text,
              other.text,
              hasFigure,
            ]);
      }
});

it('counts two containers as it counts many', () => {
  expect(gathered(['search 1', 'search 2', 'cart 1'], disks)).toBe('search 1 and 2, cart 1');
});

it('floors stay to scale in a low room, however many words they have', async () => {
  const low = { width: 312, height: 40, size: 13, smallest: 12, rows: 3, grows: false };
  for await (const [name, view] of viewsOf('build-it-again'))
    for (const { floors, told } of toldIn(view, low)) {
      const lowest = Math.max(...told.map(({ rect }) => bottom(rect)));
      const highest = Math.min(...told.map(({ rect }) => rect.y));
      expect(lowest - highest, name).toBeGreaterThan(low.height / 3);
      expect(told).toHaveLength(floors.length);
    }
});

describe.each(['images-are-layers', 'build-it-again'])('floors of %s', (slug) => {
  it.each(Object.entries(rooms))(
    'are to one scale on all disks, and each is seen, on a %s',
    async (_, room) => {
      const LINE_AND_GAP = room.smallest / 6;
      for await (const [name, view] of viewsOf(slug)) {
        const pictures = toldIn(view, room);
        const all = pictures.flatMap(({ floors, told }) =>
          floors.map((floor, at) => ({ ...floor, drawn: told[at]!.rect.height })),
        );
        if (all.length === 0) continue;
        const highest = all.reduce((most, each) => (each.height > most.height ? each : most));
        const scale = highest.drawn / (highest.height || 1);
        for (const { id, bytes, height, drawn } of all) {
          expect([name, id, drawn >= LINE_AND_GAP - 1e-6]).toEqual([name, id, true]);
          if (bytes === 0) expect(drawn, `${name}: ${id}`).toBeCloseTo(LINE_AND_GAP, 6);
          // A line of it is drawn, with a gap.
          else expect([name, id, Math.abs(drawn - scale * height) <= LINE_AND_GAP]).toEqual([name, id, true]);
        }
        for (const { floors, told } of pictures) {
          const rects = told.map(({ rect }) => rect);
          // None lies on another, what stands on nothing stands on the ground, and all have room.
          for (const [at, rect] of rects.entries()) {
            const inside = { ...rect, x: rect.x + 0.01, y: rect.y + 0.01, width: rect.width - 0.02 };
            const others = rects.filter((_other, nth) => nth !== at);
            expect(
              others.filter((other) => overlaps({ ...inside, height: rect.height - 0.02 }, other)),
            ).toEqual([]);
            if (floors[at]!.bottom === 0 && floors[at]!.use !== 'writable' && floors[at]!.bytes > 0)
              expect(bottom(rect)).toBeLessThanOrEqual(room.height + 0.01);
            expect(rect.y).toBeGreaterThanOrEqual(-0.01);
          }
        }
      }
    },
  );
});

const MIB = 2 ** 20;
const flat = { left: 0, width: 1, use: 'layer', isAgain: false };
const said = (floors: Parameters<typeof tellFloors>[0][number], room: Parameters<typeof tellFloors>[2]) =>
  tellFloors([floors], disks, room)[0]!.map(({ on, beside }) => on.text || (beside?.text ?? ''));

it('says how large a floor is on two lines rather than not at all', () => {
  const texts = ['debian:12 (e1d8): 108.7 MiB', 'debian:12 (e1d8)'];
  const floor = { ...flat, bottom: 0, height: 1, bytes: 108 * MIB, texts };
  expect(said([floor], { ...rooms.phone, width: 164, height: 44 })).toEqual(['debian:12 (e1d8):\n108.7 MiB']);
});

it('says beside the first of its floors what a layer is that has several, and of the others that they are it again', () => {
  const texts = ['program: 39.1 KiB', 'program'];
  const thin = { ...flat, width: 0.5, bottom: 0, height: 0.01, bytes: 39, texts };
  const again = { ...thin, left: 0.5, isAgain: true, texts: ['program, again'] };
  expect(said([thin, again], rooms.laptop)).toEqual(['program: 39.1 KiB', 'program, again']);
});

it('says of what is empty whose it is, for each image by itself', () => {
  const empty = (at: number, copy: string, over: string) => ({
    left: at / 4,
    width: 1 / 4,
    bottom: 0,
    height: 0.01,
    bytes: 0,
    use: 'writable',
    isAgain: false,
    texts: ['one'],
    copy,
    over,
  });
  const copies = ['search 2', 'search 3', 'search 4', 'search 1'];
  const ofOne = copies.map((copy, at) => empty(at, copy, 'old'));
  const ofTwo = copies.map((copy, at) => empty(at, copy, at < 3 ? 'old' : 'new'));
  expect(said(ofOne, rooms.laptop)).toContain('writable, search 1 to 4: empty');
  expect(said(ofTwo, rooms.laptop)).toEqual(['writable, search 2 to 4: empty', '', '', 'one']);
  expect(said(ofOne, { ...rooms.laptop, width: 150 })).toContain('4 writable layers, empty');
});

it('never takes the size of a layer for what is empty, and keeps words in one row apart', () => {
  const thin = { ...flat, bottom: 0, height: 0.01, bytes: 91 * MIB };
  const layer = { ...thin, left: 0.5, width: 0.5, texts: ['program: 91.3 MiB', 'program'] };
  const empty = [0, 1, 2, 3].map((at) => ({
    ...thin,
    left: at / 8,
    width: 1 / 8,
    bytes: 0,
    use: 'writable',
    texts: ['one'],
    copy: `search ${at + 1}`,
    over: 'old',
  }));
  const floors = [...empty, layer];
  const inRoom = (width: number) => {
    const told = tellFloors([floors], disks, { ...rooms.laptop, height: 30, rows: 1, width })[0]!;
    return told.flatMap(({ beside }) => beside ?? []);
  };
  expect(inRoom(500).map(({ text }) => text)).toEqual([
    'writable, search 1 to 4: empty',
    'program: 91.3 MiB',
  ]);
  for (const width of [270, 285, 300, 320]) {
    const [first, second] = inRoom(width);
    expect([first?.text, second?.text]).toEqual([expect.stringMatching(/writable/), 'program: 91.3 MiB']);
    const isOneRow = first!.rect.y === second!.rect.y;
    if (isOneRow) expect(second!.rect.x - right(first!.rect)).toBeGreaterThanOrEqual(second!.size - 0.5);
  }
});

it('says on a phone how large each floor is where lesson 7 begins, on as many rows as that needs', async () => {
  const without: string[] = [];
  for await (const [name, view] of viewsOf('build-it-again'))
    if (!name.includes(' at ') && !['hole-in-the-base', 'forty'].includes(name))
      for (const { told } of toldIn(view, rooms.phone))
        for (const { beside } of told)
          if (beside !== null && !/: .* .?i?B|, again|, empty/.test(beside.text))
            without.push(`${name}: ${beside.text}`);
  expect(without).toEqual([]);
});
