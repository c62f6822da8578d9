// What can be wrong from outside: addresses that lead nowhere, storage that is blocked, full or not ours, parameters
// that nobody knows. Each is said, and everything else works.
import type { Page } from '@playwright/test';
import { predictionsOf } from '../../src/lesson/evaluate';
import { Learner } from './learner';
import { lesson } from './lessonTen';
import { expect, test } from './page';

const address = `./#/lesson/${lesson.slug}`;
/** Whatever the cause is. */
const NOT_KEPT = /your progress.*until you close the page/;

/** Answers the recall and gets into the first step. */
async function begin(page: Page): Promise<void> {
  const learner = new Learner(page);
  await learner.answer('None.');
  await learner.press(/^Next: /);
  await expect(page.getByRole('heading', { name: lesson.steps[0]!.title, level: 1 })).toBeVisible();
}

const NO_PAGE = 'There is no such page';

for (const [name, hash, head, said] of [
  ['nobody knows', '#/nowhere', NO_PAGE, 'The address asks for "/nowhere".'],
  [
    'names no lesson',
    '#/lesson/no-such-lesson',
    'There is no such lesson',
    'The address asks for "no-such-lesson".',
  ],
  [
    'asks for a lesson to come',
    '#/lesson/breaking-out',
    'This lesson is still to come',
    'The lesson "Breaking out" is not there yet.',
  ],
  ['is broken', '#/lesson/%ff<img src=x>', NO_PAGE, 'The address asks for'],
  ['is endless', `#/lesson/${'a'.repeat(100_000)}`, NO_PAGE, 'The address asks for'],
] as const)
  test(`an address that ${name} leads to the list`, async ({ page }) => {
    await page.goto(`./${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(head);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByRole('link', { name: /^Begin with "/ })).toBeVisible();
    await page.getByRole('link', { name: lesson.meta.title }).click();
    await expect(page.getByText('None.', { exact: true })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(lesson.meta.title));
  });

/** Storage that does not work, as a script that runs before the page's own, and what is said of it. */
const broken = {
  blocked: {
    said: /does not let this page keep anything/,
    script: () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    },
  },
  full: {
    said: /has no room left/,
    script: () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  },
  'missing, as in an old frame': {
    said: /does not let this page keep anything/,
    script: () => {
      Object.defineProperty(window, 'localStorage', { value: null });
    },
  },
};

for (const [name, { script, said }] of Object.entries(broken))
  test(`storage that is ${name}: said once, and everything works`, async ({ page }) => {
    await page.addInitScript(script);
    await page.goto(address);
    await expect(page.getByText(said)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Save my progress' })).toBeInViewport();
    await page.getByRole('button', { name: 'Close' }).click();
    await begin(page);
    await page.getByRole('link', { name: 'Blast Radius' }).click();
    await new Learner(page).press(/^Send a kernel panic/);
    await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: `Go on with "${lesson.meta.title}"` }).click();
    await expect(page.getByRole('heading', { name: lesson.steps[0]!.title, level: 1 })).toBeVisible();
    await expect(page.getByText(NOT_KEPT)).toHaveCount(0);
  });

for (const foreign of ['not JSON', '{"v":2,"lessons":{}}', '{"v":1,"lessons":{"x":{"place":7}}}'])
  test(`what another program has stored is left alone: ${foreign}`, async ({ page }) => {
    await page.addInitScript((text) => localStorage.setItem('blast-radius', text), foreign);
    await page.goto(address);
    await expect(page.getByText(/is not from this course, or from a newer version/)).toHaveCount(1);
    await begin(page);
    expect(await page.evaluate(() => localStorage.getItem('blast-radius'))).toBe(foreign);
  });

test('what one tab has done is not lost by another', async ({ page, context }) => {
  await page.goto(address);
  await begin(page);
  const other = await context.newPage();
  await other.goto(address);
  await expect(other.getByRole('heading', { name: lesson.steps[0]!.title, level: 1 })).toBeVisible();
  await new Learner(other).answer('All six');
  await expect(other.getByText('Locked.')).toBeVisible();
  // Two pages may be two processes: what one has stored comes to the other a moment later.
  const { id } = predictionsOf(lesson.steps[0]!)[0]!;
  await expect.poll(() => page.evaluate(() => localStorage.getItem('blast-radius'))).toContain(`"${id}"`);
  await page.reload();
  await expect(page.getByText('your guess')).toBeVisible();
  await expect(new Learner(page).button('Lock my answer')).toHaveCount(0);
});

test('parameters that make no sense are ignored, with a note in the console', async ({ page }) => {
  const notes: string[] = [];
  page.on('console', (message) => message.type() === 'info' && notes.push(message.text()));
  await page.goto(`${address}?speed=fast&colour=red&step=../../x&seed=-1&speed=10&theme=light`);
  await begin(page);
  const said = (part: string) => notes.filter((note) => note.includes(part)).length;
  for (const part of [
    '"speed" cannot be "fast"',
    'does not know the parameter "colour"',
    '"seed" cannot be "-1"',
    '"step" cannot be',
  ])
    await expect.poll(() => said(part), part).toBe(1);
  expect(notes).toHaveLength(4);
});
