// Every fixture of the workbench stands without an error, an accessibility violation or a fault in its text.
import { expect, type Page } from '@playwright/test';
import { barriers } from './barriers';
import { settle, textFaults } from './looks';
import { test } from './page';

/** So many tests share the fixtures, so that each is done soon. */
const SHARES = 14;
/** Hundreds of words, each held against each, take longer than a test may; `stage/spread` has the same boxes. */
const CROWDED = 'stage/restless';
const THEMES = ['light', 'dark', 'contrast'];

// What is measured is where everything comes to rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** The list is folded away. */
const links = (page: Page) => page.locator('header nav a');

async function listed(page: Page): Promise<readonly string[]> {
  await page.goto('./workbench.html');
  await expect(links(page)).not.toHaveCount(0);
  return links(page).allTextContents();
}

/** Goes to a fixture; the page is loaded once for all of them. */
async function open(page: Page, path: string, query: string): Promise<void> {
  await page.goto(`./workbench.html#/${path}?${query}`);
  await expect(page.locator('header nav a[aria-current]')).toHaveText(path);
  await expect(page.locator('main :is(svg, h1, h2, h3)').first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'The world is being built.' })).toHaveCount(0);
  await settle(page);
}

for (let share = 0; share < SHARES; share++) {
  test(`fixtures stand, share ${share + 1} of ${SHARES}`, async ({ page }) => {
    const paths = (await listed(page))
      .filter((path) => path !== CROWDED)
      .filter((_, at) => at % SHARES === share);
    expect(paths.length).toBeGreaterThan(1);
    for (const [at, path] of paths.entries()) {
      await open(page, path, `theme=${THEMES[at % THEMES.length] ?? ''}`);
      // A place that is not earned would be the recall again.
      if (path.startsWith('lesson/') && !/\/(start|recall)$/.test(path))
        await expect(page.getByRole('heading', { name: 'Before you begin' })).toHaveCount(0);
      expect(await textFaults(page), path).toEqual([]);
      expect(await barriers(page), path).toEqual([]);
    }
  });
}

test('width and theme can be chosen, an address nobody knows is said', async ({ page }) => {
  await page.goto('./workbench.html#/stage/running');
  await page.getByLabel('Width').selectOption('360');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page).toHaveURL(/theme=dark/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect((await page.locator('main').boundingBox())?.width).toBe(360);
  await page.goto('./workbench.html#/stage/no-such');
  await expect(page.getByText('There is no fixture "stage/no-such".')).toBeVisible();
});

test('a crowd in which everything changes runs', async ({ page }) => {
  await page.goto(`./workbench.html#/${CROWDED}?live`);
  // In boxes so narrow time is told by bars alone.
  const picture = page.locator('main svg').first();
  const before = await picture.innerHTML();
  await expect.poll(() => picture.innerHTML()).not.toBe(before);
  expect(await page.locator('main [data-id^="container/"]').count()).toBe(200);
});
