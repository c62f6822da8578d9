// What lesson 7 looks for where one line is changed: what of the second build came from the cache, against a VM's image.
import type { CheckResult, LessonChecks, Played } from '../../src/lesson/format';
import { lacks, passed } from '../../src/lesson/reading';
import { amount, begunAfter, buildsOf, size, stepsOf, text, told, type Build } from './builds';

const LAPTOP = 'image/search';
const VM = 'image/search-vm';

const isCached = ({ asked }: Build) => asked?.data?.['noCache'] !== true;
const isCopy = ({ text: said }: { readonly text: string }) => said.startsWith('COPY ');

/** The first build of a change, with the cache and after another build; null before. */
function again(played: Played): Build | null {
  const all = buildsOf(played, LAPTOP);
  const changes = told(played, 'repository.committed').filter((fact) => text(fact, 'change') !== '');
  const change = changes.find(({ seq }) => all.some(({ built }) => built.seq < seq));
  const after = begunAfter(all, change ?? null).filter(isCached);
  // The Dockerfile can be edited: what is asked for is there as long as it copies the source.
  return after.find((build) => stepsOf(played, build).some(isCopy)) ?? null;
}

function builtAgain(played: Played): CheckResult {
  if (again(played)) return passed;
  const [one] = buildsOf(played, LAPTOP);
  if (one === undefined) return lacks('search was not built on the laptop yet.');
  const changed = told(played, 'repository.committed').find(({ seq }) => seq > one.built.seq);
  if (changed === undefined) return lacks('It is built. Commit a change, and build again.');
  const since = begunAfter(buildsOf(played, LAPTOP), changed).filter(isCached);
  return since.length > 0 && !since.some((build) => stepsOf(played, build).some(isCopy))
    ? lacks('That build copied nothing. Commit a Dockerfile with a COPY, and build again.')
    : lacks('Build the change too, with the cache.');
}

const vmBuild = (played: Played) => buildsOf(played, VM).at(-1)?.built ?? null;

const steps = (played: Played) => {
  const build = again(played)?.built;
  return build === undefined ? null : { hits: amount(build, 'hits'), all: amount(build, 'steps') };
};

/** Which steps of the build of the change came from the cache, on both sides of `COPY`; null before, or if that did. */
function aroundCopy(played: Played): { readonly above: boolean; readonly below: boolean } | null {
  const build = again(played);
  if (build === null) return null;
  const all = stepsOf(played, build);
  const copy = all.findIndex(isCopy);
  const isAnyCached = (part: typeof all) => part.some((step) => step.isCached);
  if (all[copy]!.isCached) return null;
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
