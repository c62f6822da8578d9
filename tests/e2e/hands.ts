// A learner without a mouse: everything by page.keyboard, told where the focus is as a screen reader would be.
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** So many presses of Tab lead round any page. */
const ROUND = 160;
/** So many boxes stand on one level at most. */
const WIDE = 40;

/** What has the focus. */
interface Focused {
  readonly role: string;
  readonly name: string;
}

/** Two hands on a keyboard. */
export class Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** What has the focus: its role and its name. */
  here(): Promise<Focused> {
    return this.page.evaluate(() => {
      const now = document.activeElement;
      const label =
        now instanceof HTMLInputElement || now instanceof HTMLSelectElement ? now.labels?.[0] : null;
      const named = label instanceof HTMLElement ? (label.querySelector('span') ?? label) : now;
      const text = named instanceof HTMLElement ? named.innerText : (named?.textContent ?? '');
      const type = now instanceof HTMLInputElement ? now.type : now?.tagName.toLowerCase();
      return {
        role: now?.getAttribute('role') ?? type ?? '',
        name: (now?.getAttribute('aria-label') ?? text).replace(/\s+/g, ' ').trim(),
      };
    });
  }

  /** Presses Tab until it comes to what has this role and name. */
  async tabTo(role: string, name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < ROUND; presses++) {
      await this.press('Tab');
      const here = await this.here();
      if (here.role === role && name.test(here.name)) return;
      passed.push(here.name);
    }
    throw new Error(`Tab does not come to ${role} ${name}; it came by ${passed.slice(0, 40).join(' | ')}`);
  }

  /** Goes to a button and presses it. */
  async use(name: RegExp): Promise<void> {
    await this.tabTo('button', name);
    await this.press('Enter');
  }

  /** Marks the option that begins so, with the arrow keys of its group, and locks it. */
  async answer(option: string): Promise<void> {
    // A question may open only once what is played before it has come to its end.
    await expect(this.page.getByRole('radio', { name: /^[A-E] / }).first()).toBeVisible();
    // Of an option the letter stands before its text.
    await this.tabTo('radio', /^[A-E]$/);
    await this.press('Space');
    const radio = this.page.getByRole('radio', { name: new RegExp(`^[A-E] ${escaped(option)}`) });
    for (let presses = 0; presses < 5 && !(await radio.isChecked()); presses++) await this.press('ArrowDown');
    await expect(radio).toBeChecked();
    await this.use(/^Lock my answer$/);
  }

  /** Walks the picture to a box, level by level from the hosts upwards, and selects it. */
  async select(name: string): Promise<void> {
    const wanted = new RegExp(`^${escaped(name)}, `);
    await this.tabTo('treeitem', /./);
    await this.press('Home');
    for (let level = 0; level < 8; level++) {
      if (await this.#walk('ArrowRight', wanted)) break;
      await this.#walk('ArrowLeft', /^$/);
      await this.press('ArrowUp');
    }
    const here = await this.here();
    expect(here.name).toMatch(wanted);
    const box = this.page.locator('[role=treeitem]:focus');
    if ((await box.getAttribute('aria-selected')) !== 'true') await this.press('Enter');
    await expect(box).toHaveAttribute('aria-selected', 'true');
  }

  /** Goes on in one direction until a name is found, or there is nothing further. */
  async #walk(key: string, wanted: RegExp): Promise<boolean> {
    let before = '';
    for (let steps = 0; steps < WIDE; steps++) {
      const { name } = await this.here();
      if (wanted.test(name)) return true;
      if (name === before) return false;
      before = name;
      await this.press(key);
    }
    return false;
  }

  /** Sets a list that Tab leads to: its arrow keys go to a value, Enter sets it. */
  async set(label: RegExp, value: string): Promise<void> {
    await this.tabTo('select', label);
    const chosen = this.page.locator('select:focus option:checked');
    const wanted = await this.page.locator('select:focus option').allTextContents();
    const at = wanted.findIndex((text) => text.trim() === value);
    expect(at, `${value} is offered`).toBeGreaterThanOrEqual(0);
    for (let presses = 0; presses < wanted.length; presses++) {
      const now = (await chosen.textContent())?.trim() ?? '';
      if (now === value) break;
      await this.press(wanted.map((text) => text.trim()).indexOf(now) < at ? 'ArrowDown' : 'ArrowUp');
      await expect(chosen).not.toHaveText(now);
    }
    await this.press('Enter');
    await expect(chosen).toHaveText(value);
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
