// What the charts of a process and of a runtime, a process itself, share: how they are started again and ended.
import type { ProcessContext } from './facts';
import type { StartWindow } from './rules';

/** Events by which a service manager picks a process up. */
export type PickEvent =
  | { readonly type: 'PICK.UP' }
  | { readonly type: 'PICK.LATER'; readonly delayMs: number }
  | ({ readonly type: 'START.COUNTED' } & StartWindow)
  | { readonly type: 'GIVE.UP' };

type Counted = Pick<ProcessContext, 'restarts' | 'exitCode' | 'signal'>;
type Picked = Counted & Pick<ProcessContext, 'restartMs'> & StartWindow;
type Ended = { readonly exitCode: number; readonly signal: string };
type AnyEvent = { readonly type: string };

/** How a process is started from a state in which it does not run. */
export const STARTED = {
  START: { target: 'starting', actions: 'byHand' },
  'PICK.UP': { target: 'starting', actions: 'again' },
} as const;

/** The end by SIGKILL; the exit code is 128 + 9 (MODEL-FACTS.md section 2). */
export const BY_SIGKILL = { type: 'endBy', params: { exitCode: 137, signal: 'SIGKILL' } } as const;

/** What a start by hand forgets. */
export const FORGOTTEN: Counted = { restarts: 0, exitCode: null, signal: null };

/** The change of context when a picker starts it again: one restart more. */
export function oneMore<Context extends Counted>({
  context,
}: {
  readonly context: Context;
}): Pick<Context, keyof Counted> {
  return { restarts: context.restarts + 1, exitCode: null, signal: null };
}

/** The change of context that PICK.LATER asks for; nothing for other events. */
export function delayOf<Context extends Picked>({ event }: { readonly event: AnyEvent }): Partial<Context> {
  if (event.type !== 'PICK.LATER') return {};
  return { restartMs: (event as { delayMs: number } & AnyEvent).delayMs } as Partial<Context>;
}

/** The change of context that START.COUNTED asks for; nothing for other events. */
export function windowOf<Context extends Picked>({ event }: { readonly event: AnyEvent }): Partial<Context> {
  if (event.type !== 'START.COUNTED') return {};
  const { windowBeganAt, windowStarts } = event as StartWindow & AnyEvent;
  return { windowBeganAt, windowStarts } as Partial<Context>;
}

/** The change of context of an end: its exit code and signal. */
export function endOf<Context extends Picked>(_: unknown, ended: Ended): Partial<Context> {
  return ended as Partial<Context>;
}
