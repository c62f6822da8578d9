// `npm run play -- <lesson or situation file> [--until 5m] [--facts|--world|--words|--digest]`: every step of a lesson
// with its solution, or the run of the file, without a screen. Exit status 1 when a solution does not pass, 2 when
// the request cannot be met.
import { lessons } from 'virtual:lessons';
import { reportRun, reportStep } from './play/report';
import { BadRequest, isNamed, readRequest } from './play/request';
import { BadFile, isFile, runOfFile } from './play/situationFile';

async function play(): Promise<boolean> {
  const { lesson, until, mode } = readRequest(process.argv.slice(2));
  if (isFile(lesson)) {
    console.log(reportRun(await runOfFile(lesson, lessons), mode, until).join('\n'));
    return true;
  }
  const entry = lessons.find((each) => isNamed(each, lesson));
  if (!entry)
    throw new BadRequest(
      `There is no lesson "${lesson}"; there are ${lessons.map(({ slug }) => slug).join(', ') || 'none'}.`,
    );
  const content = await entry.open();
  const solution = await entry.solution();
  const reports = content.page.steps.map((_, index) => reportStep(content, solution, index, mode, until));
  console.log(reports.flatMap(({ lines }) => lines).join('\n'));
  return reports.every(({ passed }) => passed);
}

try {
  process.exitCode = (await play()) ? 0 : 1;
} catch (error) {
  const isAnswered = error instanceof BadRequest || error instanceof BadFile;
  console.error(isAnswered ? error.message : error);
  process.exitCode = isAnswered ? 2 : 1;
}
