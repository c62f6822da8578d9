// The wire between two windows of one talk: a channel of the browser whose name nobody can guess.
import type { Told } from '../../link/presenterMessages';
import { BEAT, Duet } from './duet';

/** A random name of 16 letters and digits. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether this browser has channels between windows. */
export const hasChannel = typeof BroadcastChannel === 'function';

/** What a window keeps in step. */
export interface InStep {
  /** Gets ready what is told. */
  share(): Promise<void>;
  readonly told: Told | null;
  follow(told: Told): Promise<void>;
}

/** Begins a duet on a channel; `close` ends it. */
export function openDuet(run: InStep, channel: string, leads: boolean) {
  const wire = new BroadcastChannel(`blast-radius-${channel}`);
  const duet = new Duet(
    {
      post: (message) => wire.postMessage(message),
      told: () => run.told,
      // A situation that cannot be read is left alone; the next word of the leader may be better.
      follow: (told) => void run.follow(told).catch(() => undefined),
      now: () => performance.now(),
      isSeen: () => !document.hidden,
    },
    randomName(),
    leads,
  );
  wire.onmessage = ({ data }: MessageEvent<unknown>) => duet.receive(data);
  const beat = setInterval(() => void run.share().then(() => duet.beat()), BEAT);
  return {
    /** Somebody is about to do something here. */
    lead: () => duet.lead(),
    /** Somebody did something here. */
    act: () => run.share().then(() => duet.act()),
    close() {
      clearInterval(beat);
      wire.close();
    },
  };
}
