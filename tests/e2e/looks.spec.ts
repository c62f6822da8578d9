// How the pages look at three sizes: no text overlaps, is cut off or too small, and every box is as large as it must be.
import { expect, type Page } from '@playwright/test';
import { SECOND, type WorldView } from '../../src/sim';
import { claimsOf } from '../../src/layout/stage/claim';
import { stackHost } from '../../src/layout/stage/stack';
import { expectWhole, Learner, openAt, openFirst } from './learner';
import { lesson, solvedRun, startedRun } from './lessonTen';
import { drawnBoxes, settle, textFaults, type Rect } from './looks';
import { test } from './page';

declare global {
  interface Window {
    /** Boxes that have slid, or changes that took time: noted by the test. */
    slides: string[];
  }
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 360, height: 740 },
];

const edges = ({ x, y, width, height }: Rect) => [x, y, x + width, y + height];

/** Notes every box that slides from one place to another, from the first moment of the page on. */
const noteSlides = () => {
  window.slides = [];
  document.addEventListener('transitionrun', ({ propertyName, target }) => {
    const id = (target as Element).closest('[data-id]')?.getAttribute('data-id');
    if ((propertyName === 'x' || propertyName === 'y') && id) window.slides.push(id);
  });
};

/** Each edge on the page lies within a pixel of the rule's, and each box's area is its memory. */
async function expectToScale(page: Page, view: WorldView): Promise<void> {
  const drawn = new Map((await drawnBoxes(page)).map((box) => [box.id, box]));
  const claims = claimsOf(view);
  for (const host of view.ofKind('host')) {
    const frame = drawn.get(host.id)!;
    const scale = (frame.width * frame.height) / Number(host.context['memoryBytes']);
    for (const { entity, build, exact } of stackHost(host, claims, frame)) {
      const box = drawn.get(entity.id);
      expect(box, entity.id).toBeDefined();
      const off = edges(exact).map((edge, at) => Math.abs(edge - edges(box!)[at]!));
      expect(Math.max(...off), `${entity.id} is off its edge`).toBeLessThanOrEqual(1.01);
      if (build === 'wrap') continue;
      const memory = Number(entity.context['memoryBytes']) * scale;
      expect(exact.width * exact.height, `area of ${entity.id}`).toBeCloseTo(memory, 3);
      drawn.delete(entity.id);
    }
  }
}

/** Opens a step of a lesson, answers its question with A, and goes to the end of the run. */
async function openAnswered(page: Page, slug: string, step: number): Promise<void> {
  await page.goto(`./#/lesson/${slug}?step=${step}&autoplay=0`);
  await expectWhole(page);
  const learner = new Learner(page);
  await page.getByRole('radio', { name: /^A / }).press('Space');
  await learner.press('Lock my answer');
  await learner.showTheEnd();
  await expect(page.locator('[data-explanation]')).toBeVisible();
}

/** The lanes and the instants under them are in sight, and the keys that move time lie below. */
async function expectLanesAboveKeys(page: Page): Promise<void> {
  const plot = page.getByRole('region', { name: 'What happened' }).locator('svg').first();
  await expect(plot).toBeInViewport({ ratio: 1 });
  const below = async () => {
    const [lanes, keys] = [await plot.boundingBox(), await new Learner(page).button('Play').boundingBox()];
    return lanes!.y + lanes!.height - keys!.y;
  };
  await expect.poll(below).toBeLessThanOrEqual(0);
}

test('boxes slide when the world moves them, not when the stage gets another size', async ({ page }) => {
  await page.addInitScript(noteSlides);
  const learner = await openAt(page, 4, '?autoplay=0');
  await expect(learner.button('Play')).toBeVisible();
  await page.setViewportSize({ width: 1100, height: 700 });
  await settle(page);
  await page.setViewportSize({ width: 1500, height: 950 });
  await settle(page);
  expect(await page.evaluate(() => window.slides)).toEqual([]);
  await learner.set('search 1 stands in', 'VM 1');
  await settle(page);
  await learner.set('search 1 stands in', 'nowhere');
  await expect.poll(() => page.evaluate(() => window.slides)).toContain('runtime/c-1');
});

test('with reduced motion every change is a cut, and what counts goes on counting', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const learner = await openFirst(page);
  await page.evaluate(() => {
    window.slides = [];
    const note = (event: TransitionEvent | AnimationEvent) => window.slides.push(event.type);
    document.addEventListener('transitionrun', note);
    document.addEventListener('animationstart', note);
  });
  const before = await learner.seconds();
  await learner.press(/^Send a kernel panic/);
  await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
  await expect.poll(() => learner.seconds()).toBeGreaterThan(before);
  await learner.select('guest OS of VM 2');
  await learner.press(/^Inspect/);
  await learner.press('Settings');
  await expect(page.getByRole('dialog')).toBeVisible();
  await settle(page);
  expect(await page.evaluate(() => window.slides)).toEqual([]);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1366, height: 768 },
])
  test.describe(`in a window of ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport });

    for (const slug of ['one-kernel-falls', 'build-it-again'])
      test(`${slug}: captions of two lines leave room for the lanes and the instants under them`, async ({
        page,
      }) => {
        await page.addInitScript(() => {
          const preferences = { theme: 'system', telling: 'some', captions: true, letterKeys: true };
          localStorage.setItem('blast-radius-preferences', JSON.stringify(preferences));
        });
        await openAnswered(page, slug, 2);
        const lines = await page
          .locator('.caption')
          .evaluate((log) => log.clientHeight / Number.parseFloat(getComputedStyle(log).lineHeight));
        expect(lines).toBeCloseTo(2, 1);
        await expectLanesAboveKeys(page);
      });
  });

test.describe('in a window of 1440 x 900, where programs look for files', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  for (const step of [1, 2, 3])
    test(`lesson 1, step ${step}: what programs looked for leaves room for the lanes and the instants under them`, async ({
      page,
    }) => {
      await openAnswered(page, 'works-on-my-machine', step);
      await expect(page.getByRole('region', { name: 'What programs looked for' })).toBeVisible();
      await expectLanesAboveKeys(page);
    });
});

/** The column with the text: how much wider than itself it is, what its upper edge goes through, and how much higher
 * than the window the page is. */
const column = (page: Page) =>
  page.locator('.text').evaluate((text) => {
    const edge = text.getBoundingClientRect().top;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const cut: string[] = [];
    while (walker.nextNode()) {
      range.selectNode(walker.currentNode);
      const isCut = ({ top, bottom }: DOMRect) => top < edge - 1 && bottom > edge + 1;
      if ([...range.getClientRects()].some(isCut)) cut.push(walker.currentNode.textContent!);
    }
    const higher = document.documentElement.scrollHeight - window.innerHeight;
    return { wider: text.scrollWidth - text.clientWidth, higher, cut };
  });

for (const { width, height } of [SIZES[0]!, { width: 3840, height: 2160 }])
  test.describe(`in a window of ${width} x ${height}, beside the stage`, () => {
    test.use({ viewport: { width, height } });

    for (const { slug, step } of [
      { slug: 'a-box-around-processes', step: 1 },
      { slug: 'images-are-layers', step: 2 },
      { slug: 'snapshot-roll-back-clone-move', step: 5 },
    ])
      test(`${slug}, step ${step}: what was answered ends over the way on, and no line is cut`, async ({
        page,
      }) => {
        await openAnswered(page, slug, step);
        const showMe = new Learner(page).button('Show me');
        const below = async () => {
          const [help, ahead] = [
            await showMe.boundingBox(),
            await page.locator('article .ahead').boundingBox(),
          ];
          return help!.y + help!.height - ahead!.y;
        };
        await expect.poll(below).toBeLessThanOrEqual(0);
        expect(await column(page)).toEqual({ wider: 0, higher: 0, cut: [] });
      });
  });

test('an answer can be locked however long the text before it is', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./#/lesson/build-it-again?step=3&autoplay=0');
  await expectWhole(page);
  await expect(new Learner(page).button('Lock my answer')).toBeInViewport({ ratio: 1 });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a message of a tool in the text of a step does not widen the column', async ({ page }) => {
    await openAnswered(page, 'a-box-around-processes', 3);
    const panel = page.locator('[data-place]');
    await expect(panel.getByText('Cannot connect to the Docker daemon')).toBeVisible();
    expect(await panel.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('two falls with their causes have room in the caption', async ({ page }) => {
    await page.addInitScript(() => {
      const preferences = { theme: 'system', telling: 'some', captions: true, letterKeys: true };
      localStorage.setItem('blast-radius-preferences', JSON.stringify(preferences));
    });
    await openAnswered(page, 'one-kernel-falls', 2);
    const caption = page.locator('.caption');
    await expect(caption).toContainText(/1 copy fell.* 6 copies fell\.$/);
    expect(await caption.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
    for (const text of ['host-b', 'VM 2']) {
      const names = caption.getByText(text, { exact: true });
      expect(await names.count(), text).toBeGreaterThan(0);
      for (const name of await names.all())
        expect(await name.evaluate((it) => it.getClientRects().length), text).toBe(1);
    }
  });
});

test('on a phone no line begins with the sign after a term', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./#/lesson/fair-shares?step=1&autoplay=0');
  await expectWhole(page);
  await settle(page);
  const apart = await page.locator('[data-term]').evaluateAll((terms) =>
    terms.flatMap((term) => {
      const texts = document.createTreeWalker(term.closest('p, li') ?? term, NodeFilter.SHOW_TEXT);
      const after = document.createRange();
      while (texts.nextNode()) {
        const { currentNode: text } = texts;
        const isAfter = term.compareDocumentPosition(text) === Node.DOCUMENT_POSITION_FOLLOWING;
        if (!isAfter || !/^[,.:;]/.test(text.textContent ?? '')) continue;
        after.setStart(text, 0);
        after.setEnd(text, 1);
        const below = after.getBoundingClientRect().top - term.getBoundingClientRect().bottom;
        return [{ term: term.textContent, isApart: below > 0 }];
      }
      return [];
    }),
  );
  expect(apart.length).toBeGreaterThan(1);
  expect(apart.filter(({ isApart }) => isApart)).toEqual([]);
});

/** Widths and heights at which the page is built otherwise: just below side by side, and a wall of pixels. */
const EXTREMES = [
  { width: 1024, height: 768, smallest: 12 },
  { width: 3840, height: 2160, smallest: 18 },
];

for (const { smallest, ...viewport } of EXTREMES)
  test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport });

    test('hosts fill the stage, nothing lies on it, and type is as large as the window asks for', async ({
      page,
    }) => {
      const learner = await openFirst(page);
      await learner.press(/^Send a kernel panic/);
      await learner.stop();
      expect(await textFaults(page)).toEqual([]);
      const [stage, tools] = await Promise.all([
        learner.stage.boundingBox(),
        page.getByRole('heading', { name: 'What happened' }).boundingBox(),
      ]);
      const hosts = (await drawnBoxes(page)).filter(({ id }) => id.startsWith('host/'));
      const right = Math.max(...hosts.map(({ x, width }) => x + width));
      expect(right).toBeGreaterThan(stage!.width * 0.9);
      expect(tools!.y).toBeGreaterThanOrEqual(stage!.y + stage!.height);
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('svg text, p, button, h1, h2, li')].map((each) => {
          const zoom = each instanceof SVGGraphicsElement ? (each.getScreenCTM()?.a ?? 1) : 1;
          return Number.parseFloat(getComputedStyle(each).fontSize) * zoom;
        }),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest);
    });
  });

for (const viewport of [...SIZES, { width: 3840, height: 2160 }])
  test(`dialogs and the pages around the lessons can be read at ${viewport.width} x ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const learner = await openFirst(page);
    for (const name of ['Share', 'Settings', 'Keys', 'Go to']) {
      if (name === 'Go to') await page.keyboard.press('g');
      else await learner.press(name);
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await textFaults(page), name).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    for (const path of ['units', 'how-true', 'nowhere']) {
      await page.goto(`./#/${path}`);
      await expect(page.locator('h1')).toBeFocused();
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      expect(await textFaults(page), path).toEqual([]);
      // The ring of the focus goes around the words, not across the page.
      const { ring, words } = await page.locator('h1').evaluate((heading) => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return { ring: heading.getBoundingClientRect().width, words: range.getBoundingClientRect().width };
      });
      expect(ring).toBeLessThanOrEqual(words + 1);
    }
  });

for (const viewport of SIZES)
  test.describe(`at ${viewport.width} x ${viewport.height}`, () => {
    test.use({ viewport });

    test('the start page', async ({ page }) => {
      const learner = await openFirst(page);
      expect(await textFaults(page)).toEqual([]);
      await expectToScale(page, startedRun('two-hosts', 5 * SECOND).view());
      await learner.press(/^Send a kernel panic/);
      await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
      await learner.stop();
      expect(await textFaults(page)).toEqual([]);
    });

    test('the lesson as it begins', async ({ page }) => {
      await page.goto(`./#/lesson/${lesson.slug}`);
      await expectWhole(page);
      expect(await textFaults(page)).toEqual([]);
      await expectToScale(page, startedRun('two-hosts', 3 * SECOND).view());
    });

    test('both kernels have panicked', async ({ page }) => {
      const learner = await openAt(page, 1);
      await learner.answer('1 and 6.');
      await learner.showTheEnd();
      await expect(learner.stage).toHaveAttribute('data-digest', solvedRun(1).digest());
      await expect(page.getByText('6 copies fell', { exact: true })).toBeVisible();
      expect(await textFaults(page)).toEqual([]);
      await expectToScale(page, solvedRun(1).view());
    });

    test('pickers are chosen', async ({ page }) => {
      // Time stands still: nothing has broken yet.
      const learner = await openAt(page, 3, '?autoplay=0');
      await learner.answer('The cart container.');
      for (const box of ['cart 1 on host-b', 'cart in VM 2', 'runtime on host-b']) {
        await learner.select(box);
        await learner.unfold('Who picks it up');
        await settle(page);
        expect(await textFaults(page), box).toEqual([]);
      }
      await expectToScale(page, startedRun('three-faults', 3 * SECOND).view());
    });

    test('containers are placed', async ({ page }) => {
      const learner = await openAt(page, 4);
      await expect(page.getByRole('combobox')).toHaveCount(6);
      expect(await textFaults(page)).toEqual([]);
      await learner.press('Show me');
      await expect(learner.button('Lock my answer')).toBeVisible({ timeout: 20_000 });
      expect(await textFaults(page)).toEqual([]);
      await learner.answer('3.');
      await learner.showTheEnd();
      await expect(learner.stage).toHaveAttribute('data-digest', solvedRun(4).digest());
      expect(await textFaults(page)).toEqual([]);
      await expectToScale(page, solvedRun(4).view());
    });
  });
