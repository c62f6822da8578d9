// A stage in the frame of somebody else's page: with an origin and without one, driven by messages.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { worldOf } from '../../src/lesson/crossCheck';
import { packSituation } from '../../src/link/situations';
import { themes } from '../../src/view/theme/tokens';
import { fallen } from '../link/situations';
import { ask, digestOf, drawn, inside, openDeck, SANDBOXES, say } from './deckPage';
import { lesson, solvedRun, startedRun } from './lessonTen';
import { settle, textFaults } from './looks';
import { expect, test } from './page';

const LESSON = 'embed.html?lesson=one-kernel-falls';
const MOMENT = 'host-kernel-panics';
/** The step of lesson 10 in which that moment lies. */
const STEP = 1;
/** A step with a world of its own. */
const LAST = lesson.steps.length - 1;
const PANIC = { name: 'panic-kernel', target: 'kernel/host-b' };

/** The digest of the step's solution at an instant. */
function digestAt(at: number | null): string {
  const run = solvedRun(STEP);
  if (at !== null) run.seek(at);
  return run.digest();
}

const PANIC_AT = 10_000_000;

for (const [name, sandbox] of Object.entries(SANDBOXES))
  test(`${name}, a frame stands at its moment, goes where it is sent, and back`, async ({ page }) => {
    await openDeck(page, [{ src: `${LESSON}&moment=${MOMENT}`, sandbox }]);
    const ready = await page.evaluate(() => window.heard.find(({ type }) => type === 'sim:ready'));
    expect(ready).toMatchObject({ v: 1, lesson: 'one-kernel-falls' });
    expect(ready?.['moments']).toContainEqual({ id: MOMENT, caption: 'The kernel of host-b panics' });
    expect(await digestOf(page, 1)).toBe(digestAt(PANIC_AT));

    await say(page, { type: 'sim:goto', ms: 20_000 });
    expect(await digestOf(page, 2)).toBe(digestAt(null));
    await say(page, { type: 'sim:goto', step: lesson.steps[LAST]!.slug });
    expect(await digestOf(page, 4)).toBe(startedRun(worldOf(lesson, LAST), 0).digest());
    await say(page, { type: 'sim:goto', moment: MOMENT });
    expect(await digestOf(page, 3)).toBe(digestAt(PANIC_AT));

    const stage = inside(page);
    await expect(stage.getByText('6 copies fell', { exact: true })).toBeVisible();
    await expect(stage.getByText('The kernel of host-b panics', { exact: true })).toBeVisible();
    expect(await textFaults(stage)).toEqual([]);
  });

for (const [name, sandbox] of Object.entries(SANDBOXES))
  test(`${name}, a frame gives its stage as a picture that needs nothing else`, async ({ page }) => {
    await openDeck(page, [{ src: `${LESSON}&moment=${MOMENT}`, sandbox }]);
    const { svg } = await ask(page, { type: 'sim:get', id: 1, want: ['svg'] });
    expect(svg).toMatch(/^<svg .*6 copies fell.*<\/svg>$/s);
    expect(svg).not.toMatch(/<script|href=|url\((?!["']?#|data:)|var\(--/);
    // Drawn as a file of its own: hatched red where something fell, and the words are not the black of no rule.
    const colours = await page.evaluate(async (source) => {
      const image = new Image(640, 360);
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const pen = Object.assign(document.createElement('canvas'), { width: 640, height: 360 }).getContext(
        '2d',
      )!;
      pen.drawImage(image, 0, 0, 640, 360);
      const { data } = pen.getImageData(0, 0, 640, 360);
      const seen = new Set<string>();
      for (let at = 0; at < data.length; at += 4) seen.add([data[at], data[at + 1], data[at + 2]].join(' '));
      return [...seen];
    }, svg as string);
    expect(colours).toContain('163 40 26');
    expect(colours).toContain('242 170 189');
    expect(colours).toContain('15 96 102');
  });

test('a command at an instant is given once, however often it is sent, and time stands still', async ({
  page,
}) => {
  await openDeck(page, [{ src: `${LESSON}&step=one-kernel` }]);
  const panic = { type: 'sim:do', at: 4000, command: PANIC };
  await say(page, panic);
  const stood = await digestOf(page, 1);
  await say(page, panic);
  expect(await digestOf(page, 2)).toBe(stood);
  await expect
    .poll(() => page.evaluate(() => window.heard.findLast(({ type }) => type === 'sim:time')))
    .toMatchObject({ ms: 4000, playing: false });
  await say(page, { type: 'sim:reset' });
  await say(page, { type: 'sim:goto', ms: 4000 });
  expect(await digestOf(page, 3)).not.toBe(stood);
});

test('time runs when it is told to, and what happens and what is done is told', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&step=one-kernel&speed=100` }]);
  await say(page, { type: 'sim:do', at: 4000, command: PANIC });
  await say(page, { type: 'sim:do', at: 4000, command: { ...PANIC, target: 'kernel/vm-2' } });
  await say(page, { type: 'sim:play' });
  await page.waitForFunction(() => window.heard.some(({ type, playing }) => type === 'sim:time' && playing));
  await page.waitForFunction(() =>
    window.heard.some(({ type, ms }) => type === 'sim:time' && Number(ms) > 8000),
  );
  await say(page, { type: 'sim:pause' });
  await ask(page, { type: 'sim:get', id: 1, want: ['words'] });
  const heard = await page.evaluate(() => window.heard);
  expect(heard).toContainEqual({
    ...{ type: 'sim:fact', v: 1, ms: 4000, name: 'kernel.panicked', about: 'kernel/host-b' },
  });
  const checks = heard.filter(({ type }) => type === 'sim:check');
  expect(checks).toContainEqual({
    ...{ type: 'sim:check', v: 1, checkId: 'panicked-host-b', passed: true, missing: null },
  });
});

test('what cannot be done is answered with the reason', async ({ page }) => {
  await openDeck(page, [{ src: LESSON }]);
  const answers = await Promise.all([
    ask(page, { type: 'sim:goto', id: 1, moment: 'no-such-moment' }),
    ask(page, { type: 'sim:do', id: 2, at: 0, command: { name: 'panic-kernel', target: 'kernel/nowhere' } }),
    ask(page, { type: 'sim:play', id: 3, speed: 2 }),
    ask(page, { type: 'sim:jump', id: 4 }),
    ask(page, { type: 'sim:play', id: 5, v: 2 }),
  ]);
  expect(answers.map(({ type, what }) => [type, what])).toEqual([
    ['sim:error', 'unknown-place'],
    ['sim:error', 'refused'],
    ['sim:error', 'malformed'],
    ['sim:error', 'unknown-type'],
    ['sim:error', 'version'],
  ]);
  for (const { why } of answers) expect(String(why).length).toBeGreaterThan(10);
});

test('only the page around is heard: not the frame itself, not its neighbour', async ({ page }) => {
  await openDeck(page, [{ src: LESSON }, { src: LESSON, sandbox: 'allow-scripts' }]);
  const wrong = { type: 'sim:goto', v: 1, id: 99, moment: 'nowhere' };
  await inside(page, 0).evaluate((data) => window.postMessage(data, '*'), wrong);
  await inside(page, 1).evaluate((data) => window.parent.frames[0]?.postMessage(data, '*'), wrong);
  await digestOf(page, 1, 0);
  // Errors are told a moment later.
  await ask(page, { ...wrong, id: 2 }, 0);
  expect(await page.evaluate(() => window.heard.filter(({ id }) => id === 99))).toEqual([]);
});

/** Tells the seconds of a processor that a page and its frames use from now on: what else the machine does is not in it. */
async function countWork(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
}

for (const [what, flood] of Object.entries({
  'ten thousand wrong messages': { message: { type: 'sim:play', v: 2 }, times: 10_000 },
  'ten thousand that nobody knows': { message: { type: 'sim:dance', v: 1, id: 7 }, times: 10_000 },
  'ten thousand that move it': { message: { type: 'sim:goto', v: 1, ms: 5000 }, times: 10_000 },
  'one of ten megabytes': { message: { type: 'sim:goto', v: 1, moment: 10_000_000 }, times: 1 },
  'a string of ten megabytes': { message: 10_000_000, times: 1 },
}))
  test(`after ${what} there is at most one error, and the frame answers after less than a second's work`, async ({
    page,
  }) => {
    await openDeck(page, [{ src: LESSON }]);
    const worked = await countWork(page);
    const before = await worked();
    await page.evaluate(async ({ message, times }) => {
      const long = (size: number) => 'x'.repeat(size);
      const data =
        typeof message === 'number'
          ? long(message)
          : 'moment' in message
            ? { ...message, moment: long(message.moment) }
            : message;
      const frame = document.querySelector('iframe')?.contentWindow;
      for (let count = 0; count < times; count++) frame?.postMessage(data, '*');
      frame?.postMessage({ type: 'sim:get', v: 1, id: 5, want: ['digest'] }, '*');
      await new Promise<void>((resolve) =>
        window.addEventListener('message', ({ data: said }) => {
          if ((said as { id?: unknown }).id === 5) resolve();
        }),
      );
    }, flood);
    expect((await worked()) - before).toBeLessThan(1);
    // Errors are told a moment later.
    await drawn(inside(page), 20);
    const heard = await page.evaluate(() => window.heard);
    expect(heard.find(({ id }) => id === 5)?.['digest']).toMatch(/^[0-9a-f]{16}$/);
    expect(heard.filter(({ type }) => type === 'sim:error').length).toBeLessThanOrEqual(1);
  });

test('what stands in one frame stands in another that is given its situation', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&step=one-kernel` }]);
  await say(page, { type: 'sim:do', at: 4000, command: { ...PANIC, target: 'kernel/vm-3' } });
  await say(page, { type: 'sim:goto', ms: 4500 });
  const state = await ask(page, { type: 'sim:get', id: 1, want: ['situation', 'digest', 'words'] });
  expect(state['words']).toContain('panicked');

  await openDeck(page, [{ src: `embed.html#s=${String(state['situation'])}`, sandbox: 'allow-scripts' }]);
  expect(await digestOf(page, 2)).toBe(state['digest']);
  await say(page, { type: 'sim:goto', ms: 0 });
  expect(await digestOf(page, 3)).not.toBe(state['digest']);
  await say(page, { type: 'sim:reset' });
  expect(await digestOf(page, 4)).toBe(state['digest']);
});

test('a frame whose address gets another situation shows that one', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&step=one-kernel` }]);
  await say(page, { type: 'sim:do', at: 4000, command: PANIC });
  const { situation } = await ask(page, { type: 'sim:get', id: 1, want: ['situation'] });
  await say(page, { type: 'sim:reset' });
  await page.evaluate((text) => {
    const frame = document.querySelector('iframe')!;
    frame.src = `${frame.src}#s=${text}`;
  }, String(situation));
  await expect(inside(page).getByText('6 copies fell', { exact: true })).toBeVisible();
});

test('until somebody acts, nothing tells what would follow', async ({ page }) => {
  await openDeck(page, [{ src: `${LESSON}&moment=${MOMENT}`, size: [1280, 900] }]);
  const stage = inside(page);
  await expect(stage.locator('[data-outline]')).not.toHaveCount(0);
  // The run of the moment is known to its end, but the head stands before the first command.
  await say(page, { type: 'sim:goto', ms: 0 });
  await digestOf(page, 1);
  await page.evaluate(() => (window.heard = []));
  await stage.locator('[data-id="kernel/host-b"]').click();
  await expect(stage.locator('[data-id="kernel/host-b"]')).toHaveAttribute('aria-selected', 'true');
  await expect(stage.locator('[data-outline]')).toHaveCount(0);
  const state = await ask(page, { type: 'sim:get', id: 2, want: ['words', 'svg'] });
  for (const told of [String(state['words']), String(state['svg']), await stage.locator('main').innerHTML()])
    expect(told).not.toMatch(/would fall|fell|panicked/);
  expect(await page.evaluate(() => window.heard.filter(({ type }) => type === 'sim:check'))).toEqual([]);

  await say(page, { type: 'sim:do', at: 1000, command: PANIC });
  await expect(stage.getByText('6 copies fell', { exact: true })).toBeVisible();
});

test('a frame leaves out what its address names', async ({ page }) => {
  const size = [1280, 920] as const;
  const left: Record<string, readonly string[]> = {
    'hide=timeline': ['commands', 'transport', 'caption'],
    'hide=timeline,caption': ['commands', 'transport'],
    'hide=commands': ['timeline', 'transport', 'title'],
    'hide=transport': ['timeline', 'commands', 'title'],
    'hide=transport,caption': ['timeline', 'commands'],
    'controls=0': ['caption'],
  };
  await openDeck(
    page,
    Object.keys(left).map((options) => ({ src: `${LESSON}&moment=${MOMENT}&${options}`, size })),
  );
  for (const [at, parts] of Object.values(left).entries()) {
    const stage = inside(page, at);
    const places = {
      timeline: stage.locator('section.timeline'),
      commands: stage.locator('#commands-title'),
      transport: stage.getByRole('button', { name: 'Play', exact: true }),
      caption: stage.locator('.bar p').getByText('The kernel of host-b panics', { exact: true }),
      title: stage.getByText('One kernel falls · The kernel of host-b panics', { exact: true }),
    };
    for (const [part, place] of Object.entries(places))
      await expect(place, `${page.frames()[at + 1]!.url()} ${part}`).toHaveCount(
        parts.includes(part) ? 1 : 0,
      );
  }
});

test('wrong values in the address leave it as it would be, with a note', async ({ page }) => {
  const notes: string[] = [];
  page.on('console', (message) => notes.push(message.text()));
  const malformed = 'speed=fast&theme=pink&autoplay=yes&controls=maybe&clicker=2&loop=0&colour=red&seed=-1';
  const wrong = `${malformed}&step=!&moment=nowhere`;
  await openDeck(page, [{ src: `${LESSON}&${wrong}` }, { src: LESSON }]);
  expect(await digestOf(page, 1, 0)).toBe(await digestOf(page, 1, 1));
  for (const parameter of wrong.split('&').map((pair) => pair.split('=')[0]!))
    await expect
      .poll(() => notes.filter((note) => note.includes(`"${parameter}"`)).length, parameter)
      .toBe(1);
});

test('beside a run of its own, a step and a moment that the lesson does not have are noted too', async ({
  page,
}) => {
  const notes: string[] = [];
  page.on('console', (message) => notes.push(message.text()));
  await openDeck(page, [{ src: `embed.html?step=!&moment=nowhere#s=${await packSituation(fallen)}` }]);
  for (const parameter of ['step', 'moment'])
    await expect.poll(() => notes.filter((note) => note.includes(`"${parameter}"`)).length).toBe(1);
});

test('a situation that is cut says what to do', async ({ page }) => {
  await page.goto('./embed.html#s=1.400.abcdef.x');
  await expect(page.locator('main')).toContainText('Copy the whole link again.');
  await expect(page.getByRole('link', { name: 'All lessons of the course' })).toBeVisible();
});

test('an address that names no lesson says what to mend', async ({ page }) => {
  await page.goto('./embed.html?lesson=no-such-lesson');
  await expect(page.getByText('There is no lesson "no-such-lesson" here.')).toBeVisible();
  await page.getByRole('link', { name: 'All lessons of the course' }).click();
  await expect(page.getByRole('heading', { name: 'The course', level: 1 })).toBeVisible();
});

test('a frame is one classic script and one style sheet, and shuts nobody out in any theme', async ({
  page,
}) => {
  await openDeck(page, [{ src: `${LESSON}&moment=${MOMENT}&theme=dark`, size: [1280, 920] }]);
  const stage = inside(page);
  expect(await stage.evaluate(() => Array.from(document.scripts, ({ type, src }) => [type, !!src]))).toEqual([
    ['', true],
  ]);
  expect(await stage.locator('link[rel=stylesheet]').count()).toBe(1);
  expect(await stage.locator('[crossorigin], link[rel=modulepreload]').count()).toBe(0);
  const asked = await stage.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(asked.filter((name) => name.endsWith('.js'))).toHaveLength(1);
  for (const theme of Object.keys(themes)) {
    await say(page, { type: 'sim:theme', theme });
    await digestOf(page, 1);
    expect(await stage.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
    await settle(stage);
    const { violations } = await new AxeBuilder({ page })
      .include('iframe')
      .options({ resultTypes: ['violations'] })
      .analyze();
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
