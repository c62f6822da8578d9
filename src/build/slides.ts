// The last part of the build: stills of all lessons for slides and paper, and the figures of the example deck.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { lessons } from 'virtual:lessons';
import { worldOf } from '../lesson/crossCheck';
import type { LessonContent, LessonEntry, LessonSolution } from '../lesson/format';
import { placesOf } from '../lesson/moments';
import { figuresIn, scenarioOf } from '../lesson/content';
import { playAttempt, playedOf, wholeSolution } from '../lesson/player';
import { createRun } from '../sim';
import { withFigures, type Figures } from './slides/figures';
import { pictureOf } from './still/picture';

/** The lesson whose figures the example deck tells. */
const SHOWN = 'one-kernel-falls';

/** `<moment>.svg` for each moment that the solution reaches, `step-<number>.svg` for the start of each step. */
function writeStills(dist: string, content: LessonContent, solution: LessonSolution): void {
  const folder = `${dist}/stills/${content.page.slug}`;
  mkdirSync(folder, { recursive: true });
  for (const { id, scenario, solution: way, at } of placesOf(content, solution)) {
    const run = playAttempt(scenario, way);
    run.seek(at);
    writeFileSync(`${folder}/${id}.svg`, pictureOf(run));
  }
  for (const index of content.page.steps.keys()) {
    const start = createRun(scenarioOf(content, worldOf(content.page, index)));
    writeFileSync(`${folder}/step-${index + 1}.svg`, pictureOf(start));
  }
}

/** What the solution shows, each figure in the first step that knows it. */
function figuresOf(content: LessonContent, solution: LessonSolution): Figures {
  const known: Record<string, Figures[string]> = {};
  for (const index of content.page.steps.keys()) {
    const scenario = scenarioOf(content, worldOf(content.page, index));
    const run = playAttempt(scenario, wholeSolution(content, solution, index));
    for (const [id, value] of Object.entries(figuresIn(content.checks, playedOf(run)))) known[id] ??= value;
  }
  return known;
}

async function finish(dist: string, entry: LessonEntry): Promise<void> {
  const [content, solution] = await Promise.all([entry.open(), entry.solution()]);
  writeStills(dist, content, solution);
  if (entry.slug !== SHOWN) return;
  const deck = `${dist}/deck.html`;
  writeFileSync(deck, withFigures(readFileSync(deck, 'utf8'), figuresOf(content, solution)));
}

/** Writes them into the folder of the built site. Rejects when a lesson's solution cannot be played. */
export async function writeSlides(dist: string): Promise<void> {
  await Promise.all(lessons.map((entry) => finish(dist, entry)));
}
