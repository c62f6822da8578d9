// `npm run still -- <lesson> <moment>` or `-- <situation file>`: the stage at a moment of the solution, or as the file
// has it, as SVG, without a screen.
// Exit status 2 when the request cannot be met.
import { lessons } from 'virtual:lessons';
import { isNamed } from './play/request';
import { BadFile, isFile, runOfFile } from './play/situationFile';
import { pictureOf } from './still/picture';
import { BadRequest, runAtMoment } from './still/request';

async function still(): Promise<string> {
  const [lesson, moment, ...more] = process.argv.slice(2);
  if (lesson !== undefined && isFile(lesson) && moment === undefined)
    return pictureOf(await runOfFile(lesson, lessons));
  if (lesson === undefined || moment === undefined || more.length > 0)
    throw new BadRequest('Name a lesson and a moment.');
  const entry = lessons.find((each) => isNamed(each, lesson));
  if (!entry)
    throw new BadRequest(
      `There is no lesson "${lesson}"; there are ${lessons.map(({ slug }) => slug).join(', ')}.`,
    );
  return pictureOf(runAtMoment(await entry.open(), await entry.solution(), moment));
}

try {
  process.stdout.write(`${await still()}\n`);
} catch (error) {
  const isAnswered = error instanceof BadRequest || error instanceof BadFile;
  console.error(isAnswered ? error.message : error);
  process.exitCode = isAnswered ? 2 : 1;
}
