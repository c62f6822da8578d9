// What a page may not hold while a question is open, of any lesson.
import type { Page } from '@playwright/test';
import { predictionsOf } from '../../src/lesson/evaluate';
import type { LessonPage, Line, Prediction } from '../../src/lesson/format';
import { plainParts } from './lessonTen';
import { expect } from './page';

/** Counts and previews of a fall, and marks of an option, as a text or attribute of their own. */
export const TELLS =
  /(cop(y|ies)|with errors)\W+(would )?f[ae]ll|would fall|\bfell\b|your guess|^(the run|so it is)$/m;

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

/** The stretches of a line that are long enough to be nobody else's words. */
const tellingParts = (line: Line) =>
  plainParts(line)
    .filter((part) => part.length >= 20)
    .map(squeezed);

/** Every question of a lesson, in the order in which they are put. */
export const questionsOf = ({ recall, steps, transfer }: LessonPage): readonly Prediction[] => [
  ...(recall ? [recall.prediction] : []),
  ...steps.flatMap((step) => predictionsOf(step)),
  ...(transfer ? [transfer.prediction] : []),
];

/** What is said of the options of a question once the run has told. */
export const explanationsOf = ({ options }: Prediction): readonly string[] =>
  options.flatMap(({ explanation }) => tellingParts(explanation));

/** Every text that must not be there while a question is open: explanations, hints, and what steps say at their end. */
export const secretsOf = (lesson: LessonPage): readonly string[] => [
  ...questionsOf(lesson).flatMap(explanationsOf),
  ...lesson.steps.flatMap(({ hints, explanation }) => [...hints, explanation].flatMap(tellingParts)),
];

/** All that the document holds, shown or not: every text, every attribute, and the text of everything together. */
export async function everything(page: Page): Promise<string> {
  const lines = await page.evaluate(() => {
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    const held = [document.title, document.documentElement.textContent];
    while (texts.nextNode()) held.push(texts.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('*'))
      for (const { value } of element.attributes) held.push(value);
    return held;
  });
  return lines.map((line) => squeezed(line).trim()).join('\n');
}

/** The page holds no secret, draws no outline of a fall, and says nothing. */
export async function expectNothingTold(page: Page, secrets: readonly string[]): Promise<void> {
  const held = await everything(page);
  expect(secrets.filter((text) => held.includes(text))).toEqual([]);
  expect(TELLS.exec(held)?.[0] ?? null).toBeNull();
  await expect(page.locator('[data-outline]')).toHaveCount(0);
  for (const said of await page
    .getByRole('log')
    .or(page.getByRole('alert'))
    .or(page.locator('.caption'))
    .all())
    await expect(said).toBeEmpty();
}
