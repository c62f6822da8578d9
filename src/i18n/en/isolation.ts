// What is told of monitors beside containers and of namespaces: facts, marks, refusals, and what a namespace gives.
import { amount, sentence, word, type Parts } from './parts';

interface Told {
  readonly box: string;
  readonly data: Parts;
}

const does =
  (verb: string) =>
  ({ box }: Told): string =>
    sentence(`${box} ${verb}.`);

/** How a look of a health check ended that did not go well. */
const ENDS: Readonly<Record<string, string>> = {
  refused: ', nobody answered yet',
  errors: ', the answer was an error',
  timeout: ', no answer in time',
  'not-run': ', it could not be run',
};

/** Sentences by the fact's name. */
export const isolationFacts: Readonly<Record<string, (told: Told) => string>> = {
  'monitor.up': does('stands beside its container'),
  'monitor.left': does('has left with its container'),
  'monitor.killed': does('was killed'),
  'monitor.fell': does('fell'),
  'healthcheck.failed': ({ box, data }) =>
    sentence(
      `${box} failed${ENDS[word(data, 'lastLook')] ?? ''}: ${amount(data, 'failingStreak')} of ${amount(data, 'retries')} in a row.`,
    ),
  'healthcheck.healthy': does('says healthy'),
  'healthcheck.unhealthy': does('says unhealthy, and Docker does nothing more'),
};

/** Marks under the timeline. */
export const isolationMarks: Readonly<Record<string, (told: Told) => string>> = {
  'monitor.killed': ({ box }) => `${box} killed`,
  'healthcheck.unhealthy': () => 'unhealthy',
};

/** Sentences by the refusal's code. */
export const isolationRefusals: Readonly<Record<string, (told: Told) => string>> = {
  'has-namespace': ({ box, data }) =>
    sentence(`${box} has a ${word(data, 'namespace') || 'new'} namespace of its own already.`),
  'not-docker': ({ box }) =>
    sentence(`only Docker's daemon has live-restore; ${box} leaves its containers alone anyway.`),
};

/** What a process is given with each namespace of its own. */
export const ownNamespaces: Readonly<Record<string, string>> = {
  pid: 'its own list of processes',
  network: 'its own network interfaces',
  mount: 'its own files',
  ipc: 'its own shared memory',
  uts: 'its own hostname',
  user: 'its own users',
  cgroup: 'its own view of cgroups',
  time: 'its own time since boot',
};
