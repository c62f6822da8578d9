// `npm run new:lesson -- <slug>`: a folder for a planned lesson, with four small files that are right as they are.
// Exit status 2 when the slug is not planned or the folder is there already.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { units } from '../apps/course/outline';
import { checkLesson } from './lessons/checkLesson';
import { skeleton } from './newLesson/skeleton';

const planned = units.flatMap((unit) => unit.lessons.map((lesson) => ({ ...lesson, unit: unit.number })));

async function create(slug: string): Promise<number> {
  const index = planned.findIndex((lesson) => lesson.slug === slug);
  const plan = planned[index];
  if (!plan) {
    console.error(
      `Usage: npm run new:lesson -- <slug>; planned are ${planned.map((one) => one.slug).join(', ')}.`,
    );
    return 2;
  }
  const folder = `${String(plan.number).padStart(2, '0')}-${slug}`;
  const path = resolve('lessons', folder);
  if (existsSync(path)) {
    console.error(`lessons/${folder} is there already.`);
    return 2;
  }
  mkdirSync(path);
  const files = skeleton({ ...plan, recalls: planned[index - 1]?.slug ?? null });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  await checkLesson(path);
  console.log(`lessons/${folder} is there. Play it: npm run play -- ${slug}`);
  return 0;
}

process.exitCode = await create(process.argv[2] ?? '');
