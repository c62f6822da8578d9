// Disks of a picture that stands alone: every disk of a world, its files beside each other to scale, no word wider than its bar.
import { expect, it } from 'vitest';
import { checks } from '../../../lessons/06-images-are-layers/checks';
import { scenario } from '../../../lessons/06-images-are-layers/scenario';
import { loadLesson } from '../../../src/build/lessons/loadLesson';
import { bottom, centre, type Point, type Rect } from '../../../src/layout/rect';
import { textWidth } from '../../../src/layout/text/measure';
import { scenarioOf } from '../../../src/lesson/content';
import { worldOf } from '../../../src/lesson/crossCheck';
import { playAttempt } from '../../../src/lesson/player';
import { diskName } from '../../../src/words/disk';
import { stillDisks } from '../../../src/view/share/stillDisks';

const { page } = loadLesson('lessons/06-images-are-layers');
const content = { page, scenario, checks };
const WIDTH = 860;

const started = page.steps.map((_, step) =>
  playAttempt(scenarioOf(content, worldOf(page, step)), { commands: [], until: 0 }).view(),
);

it('names every disk with what is taken of it', () => {
  for (const view of started) {
    const { lines } = stillDisks(view, [], WIDTH);
    expect(view.ofKind('disk').length).toBeGreaterThan(0);
    for (const { id } of view.ofKind('disk'))
      expect(
        lines.filter(({ text }) => text.includes(diskName(id, view)) && / of (\d|it free)/.test(text)).length,
      ).toBe(1);
  }
});

it('draws the volume beside the layers, with its name over it while it is empty', () => {
  const view = started[page.steps.findIndex(({ slug }) => slug === 'replace-it')]!;
  const { bars, lines, leaders } = stillDisks(view, [], WIDTH);
  const volumes = bars.filter(({ use }) => use === 'volume');
  expect(volumes).toMatchObject([{ state: 'empty', label: '' }]);
  const [{ x, y, width, height } = volumes[0]!] = volumes;
  for (const bar of bars.filter(({ use, id }) => use === 'layer' && id.includes(' floor ')))
    expect(bar.x + bar.width).toBeLessThanOrEqual(x + 0.01);
  const told = lines.filter(({ text }) => text.startsWith('volume orders'));
  expect(told).toHaveLength(1);
  expect(told[0]!.y).toBeLessThan(y);
  const foot = (leader: Rect) => ({ x: centre(leader), y: bottom(leader) });
  const isOn = (at: Point) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
  expect(leaders.map(foot).filter(isOn)).toHaveLength(1);
});

it('draws the ten disks of VMs to the same scale as the image beside them', () => {
  const { bars } = stillDisks(started[1]!, [], WIDTH);
  const vms = bars.filter(({ id }) => id.startsWith('vdisk/vm-'));
  expect(vms).toHaveLength(10);
  const gib = vms[0]!.width;
  expect(vms.every(({ width }) => Math.abs(width - gib) < 0.01)).toBe(true);
  const image = bars.filter(({ use, id }) => use === 'layer' && !id.includes(' floor '));
  const drawn = image.reduce((sum, { width }) => sum + width, 0);
  expect(drawn / gib).toBeCloseTo(200 / 1024, 2);
});

it('keeps every bar in the picture, and writes only where there is room', () => {
  for (const view of started) {
    const { bars, height } = stillDisks(view, [], WIDTH);
    for (const { x, y, width, height: own, label, type } of bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(WIDTH + 0.01);
      expect(y + own).toBeLessThanOrEqual(height);
      const lines = label === '' ? [] : label.split('\n');
      for (const line of lines) expect(textWidth(line, type, 700)).toBeLessThanOrEqual(width);
      expect(lines.length * type * 1.1).toBeLessThan(own);
    }
  }
});
