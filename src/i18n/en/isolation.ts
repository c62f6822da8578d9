// What is told of monitors beside containers and of namespaces: facts, marks, refusals, and what a namespace gives.
import { sentence, word, type Parts } from './parts';

interface Told {
  readonly box: string;
  readonly data: Parts;
}

const does =
  (verb: string) =>
  ({ box }: Told): string =>
    sentence(`${box} ${verb}.`);

/** Sentences by the fact's name. */
export const isolationFacts: Readonly<Record<string, (told: Told) => string>> = {
  'monitor.up': does('stands beside its container'),
  'monitor.left': does('has left with its container'),
  'monitor.killed': does('was killed'),
  'monitor.fell': does('fell'),
};

/** Marks under the timeline. */
export const isolationMarks: Readonly<Record<string, (told: Told) => string>> = {
  'monitor.killed': ({ box }) => `${box} killed`,
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
