// The limits of a cgroup: its commands, what the OOM killer says, and why a limit is refused.
import { format } from './format';
import { amount, memory, sentence, word, type Parts } from './parts';

interface Told {
  readonly box: string;
  readonly place: string;
  readonly data: Parts;
}

interface Asked {
  readonly box: string;
  readonly args: Parts;
}

const micros = (parts: Parts, key: string) => format.duration(amount(parts, key));
const PERIOD_MICROS = 100_000;
const THREADS = { one: 'busy thread', other: 'busy threads' };

/** `50 ms of CPU in each 100 ms`, or that there is no limit. */
function quota(args: Parts): string {
  const period = amount(args, 'periodMicros') || PERIOD_MICROS;
  return `${micros(args, 'quotaMicros')} of CPU in each ${format.duration(period)}`;
}

const limit = (args: Parts, box: string, name: string) =>
  amount(args, 'bytes') === 0 ? `no ${name} on ${box}` : `the ${name} of ${box} to ${memory(args, 'bytes')}`;

/** What follows "set", by the command's name. */
export const limitObjects: Readonly<Record<string, (asked: Asked) => string>> = {
  'set-cpu-weight': ({ box, args }) => `the CPU weight of ${box} to ${format.number(amount(args, 'weight'))}`,
  'set-cpu-max': ({ box, args }) =>
    amount(args, 'quotaMicros') === 0
      ? `no CPU quota on ${box}`
      : `the CPU quota of ${box} to ${quota(args)}`,
  'set-memory-max': ({ box, args }) => limit(args, box, 'memory limit'),
  'set-memory-high': ({ box, args }) => limit(args, box, 'soft memory limit'),
  'set-oom-group': ({ box, args }) =>
    `the OOM killer to end ${box} ${args['on'] === true ? 'as a whole' : 'one process at a time'}`,
  'set-oom-score-adj': ({ box, args }) =>
    `oom_score_adj of ${box} to ${format.number(amount(args, 'adjustment'))}`,
};

/** What follows "let", by the command's name. */
export const threadObject = ({ box, args }: Asked): string =>
  `${box} run ${format.counted(amount(args, 'threads'), THREADS)}`;

/** What makes room at a level: a container has its limit, what else is full has its programs. */
const roomier = (data: Parts): string =>
  word(data, 'levelKind') === 'container'
    ? 'Give it a higher limit, or a program that takes less.'
    : 'Give it more memory, or let less run in it.';

/** Sentences by the fact's name. */
export const limitFacts: Readonly<Record<string, (told: Told) => string>> = {
  'kernel.out-of-memory': ({ place, data }) =>
    sentence(
      `${word(data, 'level') || 'a level'} has no memory left of its ${memory(data, 'sizeBytes')}: the kernel of ${place} ends ${word(data, 'victim') || 'a program'}. ${roomier(data)}`,
    ),
};

/** Sentences by the refusal's code: Docker's own words (moby daemon_unix.go), and what to do. */
export const limitRefusals: Readonly<
  Record<string, (refused: { readonly box: string; readonly data: Parts }) => string>
> = {
  'quota-short': ({ data }) =>
    `CPU cfs quota can not be less than 1ms (i.e. 1000). Ask for ${micros(data, 'leastMicros')} of CPU at least in each period, or for 0: no quota.`,
  'limit-short': ({ data }) =>
    `Minimum memory limit allowed is 6MB. Ask for ${memory(data, 'leastBytes')} at least, or for 0: no limit.`,
};
