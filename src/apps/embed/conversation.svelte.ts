// A frame's talk with the page around: obeys its messages, tells what happens, hands on the keys of a clicker,
// and stands still while nobody can see it.
import type { EmbedAddress } from '../../link/embedAddress';
import type { ToStage } from '../../link/messages';
import type { Frame } from '../../playback/frame';
import { MS } from '../../sim';
import { svgOf } from '../../view/share/pictureFile';
import { writtenSheet } from '../../view/share/writtenSheet';
import { refusalSentence, sceneInWords, stageWords } from '../../words';
import type { EmbedRun } from './embedRun.svelte';
import { UnknownPlace } from './embedRun.svelte';
import { handOnKeys, handOnSwipes, tellReveal, type DeckKey } from './deckKeys';
import { MessageRefused, ParentPort, type Outgoing } from './parentPort';
import { repeat } from './repeat.svelte';
import { checksOf, factsBetween } from './telling';
import { Playing, watchSight } from './visible';

/** Wall milliseconds between two reports of the time while it runs. */
const TIME_PAUSE = 250;

/**
 * Begins the talk; with `clicker` keys go to reveal.js in its own words. A page of its own, with nobody around, only
 * rests while it is hidden, and begins again where it is to.
 */
export function converse(run: EmbedRun, { clicker, loop }: Pick<EmbedAddress, 'clicker' | 'loop'>): void {
  const playing = new Playing(run.playback);
  watchSight((isInSight) => playing.see(isInSight));
  if (loop !== null) repeat(run, playing, loop);
  if (window.parent === window) return;
  const port = new ParentPort({
    obey: (message) => obey(run, playing, message),
    post: (message, origin) => window.parent.postMessage(message, origin),
    now: () => performance.now(),
    later: (task, ms) => void setTimeout(task, ms),
  });
  // Plainly: in a flood of messages the way through the framework's own listeners costs as much as the work.
  window.addEventListener('message', ({ source, data, origin }) => {
    if (source === window.parent) port.receive(data, origin);
  });
  // One of the two, never both: a deck would turn twice.
  const send = clicker ? tellReveal : (key: DeckKey) => port.send({ type: 'sim:key', key });
  handOnKeys(send);
  handOnSwipes(send);
  $effect.root(() => tell(run, port));
  port.send({
    type: 'sim:ready',
    lesson: run.content?.page.slug ?? null,
    moments: run.moments.map(({ id, sentence }) => ({ id, caption: sentence })),
  });
}

async function obey(run: EmbedRun, playing: Playing, message: ToStage): Promise<Outgoing | null> {
  switch (message.type) {
    case 'sim:goto':
      playing.pause();
      await go(run, message);
      return null;
    case 'sim:play':
      playing.play();
      return null;
    case 'sim:pause':
      playing.pause();
      return null;
    case 'sim:reset':
      playing.pause();
      await run.reset();
      return null;
    case 'sim:do':
      await give(run, playing, message);
      return null;
    case 'sim:theme':
      document.documentElement.dataset['theme'] = message.theme;
      return null;
    case 'sim:get':
      return stateOf(run, message.want);
  }
}

async function go(
  run: EmbedRun,
  { moment, step, ms }: Extract<ToStage, { type: 'sim:goto' }>,
): Promise<void> {
  try {
    if (moment !== undefined) await run.goto({ moment });
    else if (step !== undefined) await run.goto({ step });
    else if (ms !== undefined) await run.goto({ ms });
  } catch (error) {
    if (error instanceof UnknownPlace) throw new MessageRefused('unknown-place', error.message);
    throw error;
  }
}

async function give(
  run: EmbedRun,
  playing: Playing,
  { command, at }: Extract<ToStage, { type: 'sim:do' }>,
): Promise<void> {
  const { args, ...plain } = command;
  const given = args === undefined ? plain : { ...plain, args };
  playing.pause();
  const refusal = await run.do(given, at);
  // Time goes on from what breaks; here the page around says when.
  playing.pause();
  if (refusal !== null)
    throw new MessageRefused('refused', refusalSentence(refusal, given, run.playback.frame.view));
}

async function stateOf(run: EmbedRun, want: readonly string[]): Promise<Outgoing> {
  const { frame } = run.playback;
  const { view, facts, blasts } = frame;
  const words = sceneInWords(view, blasts);
  return {
    type: 'sim:state',
    ...(want.includes('digest') && { digest: await run.playback.digest() }),
    ...(want.includes('words') && { words }),
    ...(want.includes('situation') && { situation: await run.situation() }),
    ...(want.includes('svg') && {
      svg: await svgOf(
        { view, facts, blasts, hideOutcome: run.isOpen, words: stageWords, description: words },
        writtenSheet,
      ),
    }),
  };
}

/** Tells time, facts and checks whenever the frame changes; returns how to stop. */
function tell(run: EmbedRun, port: ParentPort): void {
  const { playback } = run;
  let before: Frame = playback.frame;
  let toldAt = -Infinity;
  let checked: Frame['facts'] | null = null;
  let toldChecks = '';
  $effect(() => {
    const { frame, playing } = playback;
    for (const fact of factsBetween(before, frame)) port.send(fact);
    const now = performance.now();
    const isDue = !playing || now - toldAt >= TIME_PAUSE;
    if (isDue) {
      port.send({ type: 'sim:time', ms: frame.head / MS, playing });
      toldAt = now;
    }
    if (run.content && isDue && !run.isOpen && frame.facts !== checked) {
      checked = frame.facts;
      const checks = checksOf(run.content, run.step, { world: frame.view, facts: frame.facts });
      if (JSON.stringify(checks) !== toldChecks) for (const check of checks) port.send(check);
      toldChecks = JSON.stringify(checks);
    }
    before = frame;
  });
}
