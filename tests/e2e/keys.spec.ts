// Everything by keyboard: each control can be reached and shows that it has the focus; and what axe finds.
import type { Page, Route } from '@playwright/test';
import { barriers } from './barriers';
import { drawn } from './deckPage';
import { Learner, openAt, openFirst } from './learner';
import { lesson } from './lessonTen';
import { settle } from './looks';
import { expect, test } from './page';

declare global {
  interface Window {
    /** The stops that Tab should make, in order, put there by the test. */
    tabStops: HTMLElement[];
  }
}

/** Finds every control inside an element that Tab should reach; returns what each is called. */
async function findStops(page: Page, inside: string): Promise<readonly string[]> {
  return page.evaluate((root) => {
    const wanted = 'a[href], button, select, summary, input, textarea, [tabindex]';
    const all = [...document.querySelector(root)!.querySelectorAll<HTMLElement>(wanted)].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(':disabled') &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    const groups = new Set<string>();
    window.tabStops = all.filter((each) => {
      if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
      const chosen = all.some(
        (other) => other instanceof HTMLInputElement && other.name === each.name && other.checked,
      );
      const isStop = chosen ? each.checked : !groups.has(each.name);
      groups.add(each.name);
      return isStop;
    });
    return window.tabStops.map((each) => each.getAttribute('aria-label') ?? (each.innerText || each.tagName));
  }, inside);
}

/** Where the focused control is: its number among the stops, its place on the screen, and whether it is on top. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const now = document.activeElement!;
    const shown = (now instanceof HTMLInputElement && now.labels?.[0]) || now;
    const { x, y, width, height } = shown.getBoundingClientRect();
    // Words of two lines are two boxes, and the middle of both may lie beside the shorter one.
    const lines = [...shown.getClientRects()];
    const tops = lines.map((line) =>
      document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2),
    );
    // What stands on a host is drawn over it: the picture counts as one.
    const whole = shown.closest('svg') ?? shown;
    return {
      stop: window.tabStops.indexOf(now as HTMLElement),
      isOnTop: tops.length > 0 && tops.every((top) => top !== null && whole.contains(top)),
      clip: { x: Math.max(0, x - 8), y: Math.max(0, y - 8), width: width + 16, height: height + 16 },
    };
  });
}

/** Tab goes to every control inside an element, in order, and each shows it; a dialog may begin at its first. */
async function expectEveryStop(page: Page, least: number, inside = 'body'): Promise<void> {
  await expect.poll(async () => (await findStops(page, inside)).length).toBeGreaterThanOrEqual(least);
  await settle(page);
  const stops = await findStops(page, inside);
  for (const [at, name] of stops.entries()) {
    if (at > 0 || (await focused(page)).stop !== 0) await page.keyboard.press('Tab');
    const { stop, clip, isOnTop } = await focused(page);
    expect(stops[stop] ?? 'nothing', `stop ${at + 1}`).toBe(name);
    expect(stop).toBe(at);
    expect(isOnTop, `${name} is not covered`).toBe(true);
    await settle(page);
    const withFocus = await page.screenshot({ clip });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await settle(page);
    expect(withFocus.equals(await page.screenshot({ clip })), `${name} shows no focus`).toBe(false);
  }
}

async function openPlacing(page: Page): Promise<void> {
  await openAt(page, 4, '?autoplay=0');
  await expect(page.getByRole('combobox')).toHaveCount(6);
}

test('every control of the start page is reached by Tab, in order, and shows it', async ({ page }) => {
  await openFirst(page);
  await expectEveryStop(page, 11);
});

test('every control of a lesson is reached by Tab, in order, and shows it', async ({ page }) => {
  await openPlacing(page);
  await expectEveryStop(page, 11);
});

test('every control of each dialog is reached by Tab; Escape closes it and the focus is where it was', async ({
  page,
}) => {
  const learner = await openFirst(page);
  for (const [name, least] of Object.entries({ Share: 8, Settings: 5, Keys: 2, 'Go to': 5 })) {
    const opener = learner.button(name === 'Go to' ? 'In words' : name);
    await opener.focus();
    await page.keyboard.press(name === 'Go to' ? 'g' : 'Enter');
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    // A link is there as soon as it is packed.
    await expect(dialog.getByRole('button', { disabled: true })).toHaveCount(0);
    await expectEveryStop(page, least, 'dialog');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test('one goes to the pages by the dialog; the keys step through lessons only', async ({ page }) => {
  await openFirst(page);
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Go to' });
  await expect(dialog.getByRole('link', { name: 'How true is it?' })).toBeVisible();
  const links = dialog.getByRole('link');
  await expect(links.first()).toHaveText('First page');
  for (const [index, name] of ['The course', 'Glossary', 'How true is it?'].entries())
    await expect(links.nth((await links.count()) - 3 + index)).toHaveText(name);
  await expect(dialog.getByRole('link', { name: '10 One kernel falls' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'First page' })).toHaveAttribute('aria-current', 'page');
  // What is typed leaves what holds it, and the field stays where it is; Enter goes to the first.
  const field = dialog.getByRole('textbox');
  const { y } = (await field.boundingBox())!;
  await page.keyboard.type('ker');
  await expect(links).toHaveText([/One kernel falls/]);
  expect((await field.boundingBox())!.y).toBe(y);
  await expect(dialog.getByRole('status')).toHaveText('1 place');
  await page.keyboard.type('x');
  await expect(links).toHaveCount(0);
  await expect(dialog.getByRole('status')).toHaveText('Nothing is called that.');
  await field.fill('glos');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/#\/lesson\//);
  await expect(new Learner(page).stage).toBeVisible();
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/#\/(\?.*)?$/);
});

test('a lesson that is left before it was loaded is left in peace', async ({ page }) => {
  await page.goto('./#/glossary');
  await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
  const held: Route[] = [];
  let isHolding = true;
  await page.route('**/assets/*', (route) => (isHolding ? held.push(route) : route.continue()));
  await page.keyboard.press('n');
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
  isHolding = false;
  for (const route of held) {
    await route.continue();
    await (await route.request().response())?.finished();
  }
  await drawn(page, 10);
  await expect(page.getByRole('heading', { name: 'Glossary', level: 1 })).toBeVisible();
});

test('every box is reached by arrow keys, and Enter selects it', async ({ page }) => {
  const learner = await openFirst(page);
  await learner.box('host-a').focus();
  const names = await learner.boxes.evaluateAll((boxes) =>
    boxes.map((box) => box.getAttribute('aria-label')),
  );
  const reached = new Set<string | null>();
  const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
  const walkLevel = async () => {
    for (let now = await here(), before: string | null = null; now !== before; now = await here()) {
      reached.add(now);
      before = now;
      await page.keyboard.press('ArrowRight');
    }
  };
  for (let before: string | null = null, now = await here(); now !== before; now = await here()) {
    before = now;
    await walkLevel();
    for (let last: string | null = null, left = await here(); left !== last; left = await here()) {
      last = left;
      await page.keyboard.press('ArrowLeft');
    }
    await page.keyboard.press('ArrowUp');
  }
  expect(names.filter((name) => !reached.has(name))).toEqual([]);

  await page.keyboard.press('Enter');
  await expect(learner.boxes.and(page.locator('[aria-selected=true]'))).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(learner.boxes.and(page.locator('[aria-selected=true]'))).toHaveCount(0);
});

test('arrow keys pass values of a list; Enter or leaving it sets one, Escape takes it back', async ({
  page,
}) => {
  await openPlacing(page);
  const learner = new Learner(page);
  const list = page.getByRole('combobox', { name: 'search 1 stands in', exact: true });
  const chosen = list.locator('option:checked');
  const done = learner.button(/^Take back: /);
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen).toHaveText('VM 2');
  await expect(page.getByText('Enter sets it', { exact: false })).toBeVisible();
  await expect(done).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(chosen).toHaveText('nowhere');
  await expect(list).toBeFocused();
  await expect(page.getByText('Enter sets it', { exact: false })).toHaveCount(0);

  await page.keyboard.press('v');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(done).toHaveAccessibleName(/VM 2/);
  await expect(chosen).toHaveText('VM 2');
  await expect(list).toBeFocused();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(done).toHaveAccessibleName(/VM 1/);
  await expect(chosen).toHaveText('VM 1');
});

test('a recall is answered and a kernel panics without a mouse', async ({ page }) => {
  const learner = await openFirst(page);
  await learner
    .button(/^Send a kernel panic/)
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await learner.head.focus();
  await page.keyboard.press('Home');
  await expect(page.getByText('6 copies fell', { exact: true })).toHaveCount(0);
  await page.keyboard.press('End');
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();

  await page.goto(`./#/lesson/${lesson.slug}`);
  // The page before has radios as well.
  const options = page.locator('[data-question]').getByRole('radio');
  await options.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(2)).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^your guess, and (the run|so it is)$/)).toBeVisible();
});

/** What axe reads here; themes.spec.ts has it read the other pages. */
const pages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the start page after a fall, with a box selected': async (page) => {
    const learner = await openFirst(page);
    await learner.press(/^Send a kernel panic/);
    await learner.stop();
    await learner.select('guest OS of VM 2');
  },
  'a lesson with placing': openPlacing,
};

for (const [name, open] of Object.entries(pages))
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await open(page);
    expect(await barriers(page)).toEqual([]);
  });
