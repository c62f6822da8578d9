// What each kind of case asks the model: the very functions the simulation runs on, behind plain fields.
import { RESTART_POLICIES, dockerRestart } from '../../sim/rooms/container/rules';
import type { Exit } from '../../sim/rooms/container/rules';
import { booleanOf, numberOf, wordOf } from './format';
import type { Fields } from './format';
import type { Kind } from './kind';
import { KUBELET_KINDS } from './kubelet';

const EXIT_FIELDS = [
  'kind',
  'policy',
  'exitCode',
  'manuallyStopped',
  'executionSeconds',
  'previousTimeoutMs',
  'maximumRetryCount',
  'restartCount',
];

function exitOf(input: Fields): Exit {
  return {
    policy: wordOf(input, 'policy', RESTART_POLICIES),
    maxRetries: numberOf(input, 'maximumRetryCount', 0),
    exitCode: numberOf(input, 'exitCode', 1),
    manuallyStopped: booleanOf(input, 'manuallyStopped'),
    executionMs: numberOf(input, 'executionSeconds') * 1_000,
    previousTimeoutMs: numberOf(input, 'previousTimeoutMs', 0),
    restartCount: numberOf(input, 'restartCount', 0),
  };
}

/** One question to Docker's restart manager. */
const oneRestart: Kind = {
  knows: EXIT_FIELDS,
  answer: (input) => ({ ...dockerRestart(exitOf(input)) }),
};

/** The same exit again and again; as many pauses as the case lists. */
const manyRestarts: Kind = {
  knows: EXIT_FIELDS,
  answer(input, expected) {
    const wanted = expected['firstDelaysMs'];
    const delays: number[] = [];
    let exit = exitOf(input);
    while (delays.length < (Array.isArray(wanted) ? wanted.length : 0)) {
      const { shouldRestart, timeoutMs } = dockerRestart(exit);
      if (!shouldRestart) break;
      delays.push(timeoutMs);
      exit = { ...exit, previousTimeoutMs: timeoutMs, restartCount: exit.restartCount + 1 };
    }
    return { firstDelaysMs: delays };
  },
};

/** Every kind the model answers now, by the `kind` of the input or the name of the file. */
export const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...KUBELET_KINDS,
  ['dockerRestart', oneRestart],
  ['dockerRestartSequence', manyRestarts],
]);
