// What lesson 7 looks for where one line is changed: what of the second build came from the cache, against a VM's image.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { lacks, passed } from '../../src/lesson/reading';
import { amount, begunAfter, buildsOf, size, stepsOf, text, told, type Build } from './builds';

const LAPTOP = 'image/search';
const VM = 'image/search-vm';

const isCached = ({ asked }: Build) => asked?.data?.['noCache'] !== true;
const isCopy = ({ text: said }: { readonly text: string }) => said.startsWith('COPY ');
const copiesOf = (played: Played, build: Build) => stepsOf(played, build).filter(isCopy);

/** The first commit of a changed line after a build, and the builds of it with the cache. */
function changedAfter(played: Played) {
  const all = buildsOf(played, LAPTOP);
  const changes = told(played, 'repository.committed').filter((fact) => text(fact, 'change') !== '');
  const change = changes.find(({ seq }) => all.some(({ built }) => built.seq < seq)) ?? null;
  return { change, builds: begunAfter(all, change).filter(isCached) };
}

/** The first build of a change, with the cache and after another build; null before. */
function again(played: Played): Build | null {
  // The Dockerfile can be edited: what is asked for is there as long as it copies the source, and not out of the cache.
  const isNew = (build: Build) => copiesOf(played, build).some((step) => !step.isCached);
  return changedAfter(played).builds.find(isNew) ?? null;
}

function builtAgain(played: Played): CheckResult {
  if (again(played)) return passed;
  const all = buildsOf(played, LAPTOP);
  const [one] = all;
  if (one === undefined) return lacks('search was not built on the laptop yet.');
  const commits = told(played, 'repository.committed').filter(({ seq }) => seq > one.built.seq);
  if (commits.length === 0)
    return lacks('It is built. Commit the changed line of search.c, and build again.');
  const { change, builds } = changedAfter(played);
  const last = (change ? builds : begunAfter(all, commits[0] ?? null)).at(-1);
  // What was committed since is what has to be built next.
  const isOpen = last === undefined || commits.some(({ seq }) => seq > last.started.seq);
  const isBare = !isOpen && copiesOf(played, last).length === 0;
  if (!change)
    return isBare
      ? lacks(
          'That build copied nothing. Commit a Dockerfile with a COPY, and the changed line of search.c, and build.',
        )
      : lacks('Commit the changed line of search.c too, and build.');
  if (isOpen) return lacks('Build the change too, with the cache.');
  return isBare
    ? lacks('That build copied nothing. Commit a Dockerfile with a COPY, and build again.')
    : lacks('COPY came from the cache. Commit the other changed line of search.c, and build.');
}

const vmBuild = (played: Played) => buildsOf(played, VM).at(-1)?.built ?? null;

const steps = (played: Played) => {
  const build = again(played)?.built;
  return build === undefined ? null : { hits: amount(build, 'hits'), all: amount(build, 'steps') };
};

/** Which steps of the build of the change came from the cache, on both sides of `COPY`; null before. */
function aroundCopy(played: Played): { readonly above: boolean; readonly below: boolean } | null {
  const build = again(played);
  if (build === null) return null;
  const all = stepsOf(played, build);
  const copy = all.findIndex((step) => isCopy(step) && !step.isCached);
  const isAnyCached = (part: typeof all) => part.some((step) => step.isCached);
  return { above: isAnyCached(all.slice(0, copy)), below: isAnyCached(all.slice(copy + 1)) };
}

/** Checks, figures and the prediction of that step. */
export const lineChecks: LessonChecks = {
  checks: {
    'built-again': { sentence: 'search was built, changed, and built again.', test: builtAgain },
    'vm-built': {
      sentence: 'The image of a VM is built.',
      test: (played) => (vmBuild(played) ? passed : lacks('The image of the VM is not built yet.')),
    },
  },
  figures: {
    hits: (played) => steps(played)?.hits ?? null,
    steps: (played) => steps(played)?.all ?? null,
    ran: (played) => {
      const found = steps(played);
      return found && found.all - found.hits;
    },
    'again-took': (played) => {
      const build = again(played);
      return build && { micros: amount(build.built, 'tookMs') * 1_000 };
    },
    'again-wrote': (played) => {
      const build = again(played);
      return build && size(amount(build.built, 'newBytes'));
    },
    'vm-took': (played) => {
      const build = vmBuild(played);
      return build && { micros: amount(build, 'tookMs') * 1_000 };
    },
    'vm-wrote': (played) => {
      const build = vmBuild(played);
      return build && size(amount(build, 'newBytes'));
    },
  },
  predictions: {
    'which-steps': {
      all: (played) => steps(played)?.hits === 0,
      'from-copy': (played) => {
        const found = aroundCopy(played);
        return found !== null && found.above && !found.below;
      },
      'copy-alone': (played) => aroundCopy(played)?.below === true,
    },
  },
};
