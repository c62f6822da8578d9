// A snapshot of the talk as plain data: what the page draws, and what the other window is told.
import type { SnapshotFrom } from 'xstate';
import type { TalkState } from '../../link/presenterMessages';
import type { talkMachine } from './talk.machine';

/** A state of the talk's actor. */
export type TalkSnapshot = SnapshotFrom<typeof talkMachine>;

/** Where a talk is. */
export function talkStateOf({ context, value }: TalkSnapshot): TalkState {
  const { stop, draft, votes, unit, wrong } = context;
  // `arriving` is left in the same instant in which it is entered.
  const part = typeof value.part === 'string' ? 'stage' : value.part.question;
  return {
    stop,
    draft: [...draft],
    votes,
    unit,
    wrong,
    part: part === 'arriving' ? 'first' : part,
    isBlank: value.light === 'blank',
  };
}

/** The option that the next tap counts; -1 when none is left to count. */
export function nextOption({ draft, part }: TalkState): number {
  return part === 'first' || part === 'second' ? draft.indexOf(null) : -1;
}
