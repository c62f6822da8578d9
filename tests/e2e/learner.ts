// What a learner does on the page, by the words that are on it.
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { drawn } from './deckPage';
import { lesson, progressAt } from './lessonTen';

/** How fast time can be told to run, as its switch says. */
export type Speed = '0.1×' | '1×' | '10×' | '100×';

/** A mouse or a finger. */
interface Pointer {
  readonly move: (x: number, y: number) => Promise<unknown>;
  readonly down: () => Promise<unknown>;
  readonly up: () => Promise<unknown>;
}

/** One pair of hands on one page. */
export class Learner {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A box on the stage by its name: `cart in VM 2`. */
  box(name: string): Locator {
    return this.page.getByRole('treeitem', { name: new RegExp(`^${name}, `) });
  }

  /** Every box on the stage. */
  get boxes(): Locator {
    return this.page.getByRole('tree', { name: /^What stands on what/ }).getByRole('treeitem');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** The runs in the list of runs, which is there once somebody acted in the past. */
  get runs(): Locator {
    return this.page
      .getByRole('group', { name: 'Runs' })
      .getByRole('button', { name: /^(First run|Run \d+): / });
  }

  /** Clicks a button by its whole name. Where the page offers the same act twice, either will do. */
  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
  }

  /** The stage, with the digest of its run. */
  get stage(): Locator {
    return this.page.locator('[data-digest]');
  }

  /** Selects a box, if it is not selected yet. */
  async select(name: string): Promise<void> {
    const box = this.box(name);
    // In the middle of a host may stand a box: its hardware is its own.
    const hardware = box.locator('.hardware');
    const own = (await hardware.count()) > 0 ? hardware : box;
    if ((await box.getAttribute('aria-selected')) !== 'true') await own.click();
    await expect(box).toHaveAttribute('aria-selected', 'true');
  }

  /** Two futures of one run beside each other: in the first this kernel panics, in the other that one. */
  async compareTwoPanics(first: string, other: string): Promise<void> {
    await this.press(`Send a kernel panic to ${first}`);
    await this.stop();
    await this.head.press('Home');
    await this.press(`Send a kernel panic to ${other}`);
    await this.stop();
    await this.press('compare with First run');
  }

  /** Stops time here, also where it has just come to rest by itself: a button to pause may be gone by then. */
  async stop(): Promise<void> {
    await this.head.press('End');
    await expect(this.button('Play')).toBeVisible();
  }

  async setSpeed(speed: Speed): Promise<void> {
    await this.page.getByText(speed, { exact: true }).click();
    await expect(this.page.getByRole('radio', { name: speed, exact: true })).toBeChecked();
  }

  /** Marks the option that begins so, and locks it. */
  async answer(option: string): Promise<void> {
    const radio = this.page.getByRole('radio', { name: new RegExp(`^[A-E] ${escaped(option)}`) });
    await this.page.locator('label').filter({ has: radio }).click();
    await this.press('Lock my answer');
  }

  /** The handle on the timeline. */
  get head(): Locator {
    return this.page.getByRole('slider', { name: 'Time' });
  }

  /** Where the head is, in seconds of the run. */
  async seconds(): Promise<number> {
    return Number(await this.head.getAttribute('aria-valuenow'));
  }

  /** Takes hold of the head and drags it back with the mouse, on the lanes, until it is before an instant. */
  async dragBackBefore(seconds: number): Promise<void> {
    const { mouse } = this.page;
    const move = (x: number, y: number) => mouse.move(x, y, { steps: 2 });
    await this.#pullBack(seconds, { move, down: () => mouse.down(), up: () => mouse.up() });
  }

  /** The same with a finger. */
  async swipeBackBefore(seconds: number): Promise<void> {
    const { page } = this;
    const devtools = await page.context().newCDPSession(page);
    let at = { x: 0, y: 0 };
    let isDown = false;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [at] });
    await this.#pullBack(seconds, {
      async move(x, y) {
        at = { x, y };
        if (isDown) await touch('touchMove');
      },
      async down() {
        isDown = true;
        await touch('touchStart');
      },
      async up() {
        // A finger that is lifted while it moves has flicked: what it touches within the next tenth of a second
        // catches the flick, and Chromium makes no click of it. It is at rest once it has not moved for 40 ms.
        await drawn(page, 6);
        await touch('touchEnd');
      },
    });
  }

  async #pullBack(seconds: number, { move, down, up }: Pointer): Promise<void> {
    const { x: begin, y } = await this.#grip();
    let x = begin;
    await move(x, y);
    await down();
    for (let now = await this.seconds(); now >= seconds && x > 0; now = await this.seconds()) {
      x -= 6;
      await move(x, y);
      await drawn(this.page, 1);
    }
    await up();
    await expect.poll(() => this.seconds()).toBeLessThan(seconds);
  }

  /** Where the head is taken hold of, once nothing that is loaded above it moves it up or down any more. */
  async #grip(): Promise<{ x: number; y: number }> {
    return this.head.evaluate(async (head) => {
      head.scrollIntoView({ block: 'center' });
      let before = Number.NaN;
      for (;;) {
        const { left, width, top, height } = head.getBoundingClientRect();
        if (top === before) return { x: left + width / 2, y: top + height * 0.6 };
        before = top;
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      }
    });
  }

  /** Has the solution of this step played, and goes to its end at once. */
  async showTheEnd(): Promise<void> {
    await this.press('Show me');
    await expectShowing(this.page);
    await this.head.press('End');
    await expect(this.stage).toBeVisible();
  }

  /** Sets one of the lists under the stage. */
  async set(label: string, value: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: label, exact: true });
    await list.selectOption({ label: value });
    await expect(list.locator('option:checked')).toHaveText(value);
  }

  /** Opens what is folded away, if it is. */
  async unfold(summary: string): Promise<void> {
    const title = this.page.getByText(summary, { exact: true });
    const isOpen = await title.evaluate((element) => element.closest('details')?.open === true);
    if (!isOpen) await title.click();
  }
}

/** The run of the solution stands on the stage: it is being shown, or it has been already. */
export async function expectShowing(page: Page): Promise<void> {
  const showing = page.getByRole('button', { name: 'Stop showing' });
  const shown = page.locator('[data-explanation]').or(page.getByRole('button', { name: 'Lock my answer' }));
  await expect(showing.or(shown).first()).toBeVisible();
}

/** The stage stands, and what is loaded after it is there as well: what is told, what can be done, and the timeline. */
export async function expectWhole(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('tree', { name: /^What stands on what/ })
      .getByRole('treeitem')
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('log')).toBeAttached();
  await expect(page.getByRole('slider', { name: 'Time' })).toBeVisible();
}

/** Opens the first page as somebody who comes for the first time, and waits for all that is loaded later. */
export async function openFirst(page: Page): Promise<Learner> {
  await page.goto('./');
  await expectWhole(page);
  await expect(page.getByRole('button', { name: 'Skip these' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save my progress' })).toBeVisible();
  return new Learner(page);
}

/** Goes to the lesson as somebody who has done all steps before this one, and waits for nothing but the step's title. */
export async function goAt(page: Page, step: number, query = ''): Promise<Learner> {
  const kept: [key: string, text: string] = ['blast-radius', JSON.stringify(progressAt(step))];
  await page.addInitScript(([key, text]) => {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
  }, kept);
  await page.goto(`./#/lesson/${lesson.slug}${query}`);
  const title = lesson.steps[step]?.title ?? 'One new case';
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
  return new Learner(page);
}

/** The same, with all that is loaded later; behind the last step comes the transfer question. */
export async function openAt(page: Page, step: number, query = ''): Promise<Learner> {
  const learner = await goAt(page, step, query);
  // Before the transfer question is answered there is no stage.
  if (step < lesson.steps.length) await expectWhole(page);
  return learner;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
