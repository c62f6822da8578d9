// A saved picture shows what the stage shows: the disks under the boxes with their files and layers, a VM on its way,
// and what containers get.
import { lessons } from 'virtual:lessons';
import { expect, it } from 'vitest';
import { isNamed } from '../../../src/build/play/request';
import { pictureOf } from '../../../src/build/still/picture';
import { runAtMoment } from '../../../src/build/still/request';
import { diskName } from '../../../src/words/disk';

async function still(number: string, moment: string) {
  const entry = lessons.find((each) => isNamed(each, number))!;
  const run = runAtMoment(await entry.open(), await entry.solution(), moment);
  const svg = pictureOf(run);
  const texts = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) => text!);
  return { view: run.view(), svg, texts };
}

it.each([
  ['04', 'too-busy'],
  ['06', 'first-prune'],
  ['07', 'both-built'],
])('has every disk of lesson %s at %s, and words on what lies there', async (number, moment) => {
  const { view, svg, texts } = await still(number, moment);
  const disks = view.ofKind('disk');
  expect(disks.length).toBeGreaterThan(0);
  for (const { id } of disks)
    expect(texts.filter((text) => text.startsWith(diskName(id, view)))).not.toEqual([]);
  const told = /<desc[^>]*>([^<]*)/.exec(svg)![1]!;
  for (const { id } of disks) expect(told).toContain(`${diskName(id, view)}: `);
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
  const ends = Array.from(svg.matchAll(/translate\(0 (\d+)\)/g), ([, y]) => Number(y));
  expect(ends).toHaveLength(1);
  expect(width).toBe(1280);
  expect(ends[0]).toBeLessThan(height!);
});

it('tells what the VM that is moved sends', async () => {
  const { texts } = await still('04', 'too-busy');
  expect(texts.some((text) => /sends \d/.test(text))).toBe(true);
});

it('names layers on their floors', async () => {
  const { texts } = await still('06', 'first-prune');
  expect(texts.filter((text) => /: \d+(\.\d+)? MiB$/.test(text)).length).toBeGreaterThan(1);
});

it('shows what containers get of their cores', async () => {
  const { svg } = await still('08', 'quota');
  expect(svg.match(/<rect class="wanted/g)?.length ?? 0).toBeGreaterThan(0);
});

it('says what is free of a disk, as the page does', async () => {
  const { view, texts } = await still('04', 'too-busy');
  const disks = view.ofKind('disk').length;
  expect(disks).toBeGreaterThan(0);
  expect(texts.filter((text) => /^free: \d+(\.\d+)? GiB$/.test(text)).length).toBeGreaterThanOrEqual(disks);
});
