// The pages around the lessons: one list for every test that opens them all.
import type { Page } from '@playwright/test';
import { expect } from './page';

/** A page of the course that is no lesson. */
interface AroundPage {
  /** What stands in its address behind `#/`. */
  readonly path: string;
  /** Kinds of controls that it has at least. */
  readonly controls: number;
  /** It has so many words that each width is worth a test of its own. */
  readonly isLong: boolean;
}

/** All of them; the last is what an address leads to that nobody knows. */
export const AROUND: readonly AroundPage[] = [
  { path: 'units', controls: 5, isLong: false },
  { path: 'glossary', controls: 3, isLong: true },
  { path: 'how-true', controls: 3, isLong: true },
  { path: 'nowhere', controls: 3, isLong: false },
];

/** Opens one and waits until its words are there. */
export async function openAround(page: Page, path: string): Promise<void> {
  await page.goto(`./#/${path}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}
