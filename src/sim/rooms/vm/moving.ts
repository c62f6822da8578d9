// What a VM keeps about a live migration, and the states it goes through, as parts of its chart.
import type { TurnName } from '../answers';

/** How a guest is moved while it runs. `auto-converge` slows it down, `post-copy` moves it before its memory. */
export const MIGRATION_MODES = ['pre-copy', 'auto-converge', 'post-copy'] as const;

/** A migration that runs, or the last one. Bytes and milliseconds. */
export interface Moving {
  /** The other hypervisor that holds memory for it now: where it goes, after post-copy's switch where it was. */
  readonly peer: string | null;
  readonly peerBytes: number;
  readonly mode: string;
  readonly round: number;
  /** What this round sends, and how long that takes. */
  readonly roundBytes: number;
  readonly roundMs: number;
  readonly sentBytes: number;
  readonly throttlePercent: number;
  readonly highRounds: number;
  /** The rounds would go on for ever. */
  readonly hopeless: boolean;
  /** Its virtual CPUs stand still while the last round is sent. */
  readonly paused: boolean;
  /** The CPU type that its guest found when it booted; null: that of its host. */
  readonly seenCpu: string | null;
}

/** A VM that was never moved. */
export const MOVING_AT_FIRST: Moving = {
  peer: null,
  peerBytes: 0,
  mode: 'pre-copy',
  round: 0,
  roundBytes: 0,
  roundMs: 0,
  sentBytes: 0,
  throttlePercent: 0,
  highRounds: 0,
  hopeless: false,
  paused: false,
  seenCpu: null,
};

/** Events of a migration, each with what it changes. */
export type MoveEvent = {
  readonly type: 'MIGRATE' | 'ROUND' | 'LAST.ROUND' | 'PULL' | 'PEER';
  readonly change: Partial<Moving>;
};

const ROUND_TOLD = {
  type: 'tell',
  params: { fact: 'vm.round', fields: ['round', 'roundBytes', 'roundMs', 'throttlePercent'] },
} as const;
const FAILED = { type: 'tell', params: { fact: 'vm.migration-failed', fields: ['peer'] } } as const;
const ARRIVED = {
  type: 'tell',
  params: { fact: 'vm.migrated' satisfies TurnName, fields: ['peer', 'round', 'sentBytes', 'roundMs'] },
} as const;

const PULLED = {
  type: 'tell',
  params: { fact: 'vm.pulled', fields: ['round', 'sentBytes', 'roundMs'] },
} as const;

/** The states of a VM that is up: running where it is, given another size, standing still for its disk, or moved. */
export const UP_STATES = {
  running: {
    entry: ['checkDisk', 'unpausePrograms'],
    on: {
      'DISK.FULL': 'held',
      SAVE: { target: 'saving', actions: 'noteStill' },
      MIGRATE: {
        target: 'migrating',
        actions: [
          'noteMove',
          { type: 'tell', params: { fact: 'vm.migrating', fields: ['peer', 'mode'] } },
          'holdAtPeer',
        ],
      },
      RESIZE: { target: 'resizing', actions: 'noteResize' },
    },
  },
  resizing: {
    after: { resize: { target: 'running', actions: 'resize' } },
  },
  held: {
    entry: ['pause', 'pausePrograms', { type: 'tell', params: { fact: 'vm.held' } }],
    on: {
      'DISK.BACK': { target: 'running', actions: { type: 'tell', params: { fact: 'vm.went-on' } } },
    },
    exit: 'goOn',
  },
  saving: {
    entry: ['pause', 'pausePrograms', { type: 'tell', params: { fact: 'vm.saving', fields: ['stillMs'] } }],
    after: { still: { target: 'running', actions: { type: 'tell', params: { fact: 'vm.saved' } } } },
    exit: 'goOn',
  },
  loading: {
    entry: ['pause', 'pausePrograms', { type: 'tell', params: { fact: 'vm.loading', fields: ['stillMs'] } }],
    after: {
      still: {
        target: 'running',
        actions: [{ type: 'tell', params: { fact: 'vm.resumed' } }, 'resumeGuest'],
      },
    },
    exit: 'goOn',
  },
  migrating: {
    initial: 'copying',
    exit: 'endMigration',
    on: { 'MIGRATION.CANCEL': 'running', PEER: { actions: 'noteMove' } },
    states: {
      copying: {
        entry: ROUND_TOLD,
        after: { round: { actions: 'judgeRound' } },
        on: {
          ROUND: [
            {
              guard: 'turnsHopeless',
              target: 'copying',
              reenter: true,
              actions: [
                'noteMove',
                { type: 'tell', params: { fact: 'vm.not-converging' satisfies TurnName } },
              ],
            },
            { target: 'copying', reenter: true, actions: 'noteMove' },
          ],
          'LAST.ROUND': { target: 'moving', actions: 'noteMove' },
          PULL: { target: 'pulling', actions: ['noteMove', 'switchOver'] },
          'PEER.LOST': { target: '#vm.up.running', actions: FAILED },
        },
      },
      moving: {
        entry: [
          'pause',
          'pausePrograms',
          { type: 'tell', params: { fact: 'vm.paused', fields: ['roundBytes', 'roundMs'] } },
        ],
        after: { round: { target: '#vm.up.running', actions: [ARRIVED, 'arrive'] } },
        on: { 'PEER.LOST': { target: '#vm.up.running', actions: FAILED } },
        exit: 'goOn',
      },
      pulling: {
        entry: { type: 'tell', params: { fact: 'vm.pulling', fields: ['peer', 'roundBytes', 'roundMs'] } },
        after: { round: { target: '#vm.up.running', actions: PULLED } },
        on: {
          'PEER.LOST': {
            target: '#vm.crashed',
            actions: { type: 'tell', params: { fact: 'vm.migration-lost', fields: ['peer'] } },
          },
        },
      },
    },
  },
} as const;
