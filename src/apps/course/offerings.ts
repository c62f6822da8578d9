// Which commands and settings each kind of box has, in the order in which they are offered.
import { CORE, GIBIBYTE, MEBIBYTE, type Scalar } from '../../sim';
import type { OfferSort } from '../../view/shell/offer';

/** Acts by kind: what breaks it first, then what brings it back. */
export const ACTS: Readonly<Record<string, readonly string[]>> = {
  process: ['kill-process', 'stop-process', 'start-process'],
  container: ['stop-container', 'start-container', 'remove-container'],
  monitor: ['kill-process'],
  runtime: ['crash-runtime', 'stop-runtime', 'start-runtime'],
  kernel: ['panic-kernel'],
  vm: ['crash-vm', 'stop-vm', 'shut-down', 'start-vm'],
  hypervisor: ['crash-hypervisor', 'start-hypervisor'],
  host: ['pull-plug', 'shut-down', 'power-on'],
};

/** Names of commands by what they do; what is in none of these starts, stops or changes something. */
const SORTS: readonly (readonly [sort: OfferSort, names: RegExp])[] = [
  ['break', /^(kill-|crash-|panic-|pull-plug|break-)/],
  ['ship', /^(deploy-|install-|grant-|open-|run-image)/],
  ['image', /^(pull-|run-container|remove-image|prune-|write-|delete-file|look-|replace-)/],
  ['keep', /^(take-snapshot|roll-back|delete-snapshot|clone-|back-up|restore)/],
  ['move', /^(migrate-|cancel-migration|move-)/],
  ['wall', /^unshare/],
];

/** What a command does to what it is given to. */
export const sortOf = (command: string): OfferSort =>
  SORTS.find(([, names]) => names.test(command))?.[0] ?? 'run';

/** What a beginner tries first, and what is suggested while nothing is selected: the command, and on which kind. */
export const SUGGESTED = [
  ['crash-runtime', 'runtime'],
  ['kill-process', 'monitor'],
  ['kill-process', 'process'],
  ['panic-kernel', 'kernel'],
  ['crash-hypervisor', 'hypervisor'],
  ['pull-plug', 'host'],
  ['shut-down', 'host'],
] as const;

/** What is suggested one after the other, until all of its kind are started. */
export const SUGGESTED_STARTS = [
  ['start-vm', 'vm'],
  ['start-container', 'container'],
] as const;

/** Settings that say who picks up what fell. */
export const PICKERS = [
  'set-restart',
  'set-restart-policy',
  'set-restart-on-crash',
  'set-on-crash',
  'set-start-at-boot',
  'set-live-restore',
  'set-reboot-on-panic',
] as const;

/** A setting: the command that sets it, the argument, the field that shows it, and its usual values. */
export interface SettingPlan {
  readonly command: string;
  readonly argument: string;
  readonly field: string;
  readonly values: readonly Scalar[];
  /** The argument is the field through this number; 1 when nothing is said. */
  readonly unit?: number;
  /** Only whole numbers of it can be set: where it has a part, it is set by another plan. */
  readonly isWhole?: true;
}

/** Micro-cores that a microsecond of quota in a period of 100 ms comes to. */
const PER_QUOTA_MICRO = 10;

const startAtBoot: SettingPlan = {
  command: 'set-start-at-boot',
  argument: 'on',
  field: 'startAtBoot',
  values: [false, true],
};
const restart: SettingPlan = {
  command: 'set-restart',
  argument: 'policy',
  field: 'restart',
  values: ['no', 'on-failure', 'always'],
};
const seconds = (command: string, field: string): SettingPlan => ({
  command,
  argument: 'seconds',
  field,
  values: [0, 10, 60],
});

/** Settings by kind. */
export const SETTINGS: Readonly<Record<string, readonly SettingPlan[]>> = {
  process: [
    restart,
    startAtBoot,
    {
      command: 'set-demand',
      argument: 'cpuMicro',
      field: 'cpuMicro',
      values: [100_000, 500_000, 1_000_000, 4_000_000, 8_000_000],
    },
    {
      command: 'set-threads',
      argument: 'threads',
      field: 'cpuMicro',
      values: [0, 1, 2, 4, 8, 12].map((threads) => threads * CORE),
      unit: CORE,
      isWhole: true,
    },
    {
      command: 'set-oom-score-adj',
      argument: 'adjustment',
      field: 'oomScoreAdj',
      values: [0, -1000, -500, 500, 1000],
    },
    {
      command: 'limit-process',
      argument: 'cpuMicro',
      field: 'cpuLimitMicro',
      values: [0, 500_000, 1_000_000, 2_000_000],
    },
  ],
  container: [
    {
      command: 'set-restart-policy',
      argument: 'policy',
      field: 'restartPolicy',
      values: ['no', 'on-failure', 'always', 'unless-stopped'],
    },
    { command: 'set-cpu-weight', argument: 'weight', field: 'weight', values: [1, 50, 100, 200, 300, 1000] },
    {
      command: 'set-cpu-max',
      argument: 'quotaMicros',
      field: 'cpuLimitMicro',
      values: [0, 0.25, 0.5, 1, 2, 4].map((cores) => cores * CORE),
      unit: PER_QUOTA_MICRO,
    },
    {
      command: 'set-memory-max',
      argument: 'bytes',
      field: 'memoryLimitBytes',
      values: [0, 512 * MEBIBYTE, ...[1, 1.5, 2, 4].map((size) => size * GIBIBYTE)],
    },
    {
      command: 'set-memory-high',
      argument: 'bytes',
      field: 'memoryHighBytes',
      values: [0, 512 * MEBIBYTE, ...[1, 2, 4].map((size) => size * GIBIBYTE)],
    },
    { command: 'set-oom-group', argument: 'on', field: 'oomGroup', values: [false, true] },
  ],
  runtime: [
    restart,
    startAtBoot,
    { command: 'set-live-restore', argument: 'on', field: 'liveRestore', values: [false, true] },
  ],
  kernel: [seconds('set-reboot-on-panic', 'rebootOnPanicSeconds')],
  vm: [
    { command: 'set-on-crash', argument: 'action', field: 'onCrash', values: ['none', 'destroy', 'restart'] },
    startAtBoot,
    {
      command: 'set-vm-memory',
      argument: 'bytes',
      field: 'memoryBytes',
      values: [1, 2, 4, 8].map((size) => size * GIBIBYTE),
    },
    { command: 'set-balloon', argument: 'on', field: 'balloon', values: [false, true] },
    { command: 'set-vcpus', argument: 'vcpus', field: 'vcpus', values: [1, 2, 4, 8] },
    { command: 'set-cpu-cap', argument: 'percent', field: 'capPercent', values: [0, 50, 100, 200] },
  ],
  hypervisor: [
    seconds('set-restart-on-crash', 'restartSeconds'),
    startAtBoot,
    { command: 'set-overcommit', argument: 'on', field: 'overcommit', values: [false, true] },
    { command: 'set-page-sharing', argument: 'pages', field: 'pagesToScan', values: [0, 100, 1_000] },
  ],
};
