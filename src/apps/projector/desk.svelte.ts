// The presenter's hands: what each key and button does to the talk, and what the ticker then says.
import { innerHeight } from 'svelte/reactivity/window';
import { format, messages } from '../../i18n';
import { projectorWords } from '../../i18n/projector';
import type { TalkState } from '../../link/presenterMessages';
import type { Command } from '../../sim';
import { nextSpeed } from '../../view/transport/speeds';
import { commandLabel, refusalSentence } from '../../words';
import { LETTERS } from './asking';
import type { Act } from './keys';
import { pressedAct } from './keys';
import { listed, listedFirst, numbered, type Numbered } from './numbers';
import type { ProjectorRun } from './projectorRun.svelte';
import { nextOption } from './talkState';

/** There are no more number keys; on a low window a longer list would take the stage's room, most of all under an answer. */
const MOST_BREAKS = { usual: 9, low: 9, answered: 3 };
/** Lines, px. */
const LOW = 800;
const words = projectorWords.did;

/** Whether this window has so few lines that what is below the stage leaves room to it. */
export const isLow = (): boolean => (innerHeight.current ?? Infinity) < LOW;

/** What a desk cannot do by itself. */
export interface DeskWires {
  /** Somebody is about to do something: from now on the other window follows. */
  readonly acting: () => void;
  /** Somebody did something: the other window has to know. */
  readonly acted: () => void;
  readonly openPresenter: () => void;
  /** The address leaves something to be done by number. */
  readonly canBreak: boolean;
  /** The address lets time be moved by hand. */
  readonly canMove: boolean;
}

/** What moves time otherwise than from stop to stop. */
const MOVES: readonly Act[] = ['play', 'fact-on', 'fact-back', 'faster', 'slower'];

/** One window's keys and buttons. */
export class Desk {
  readonly run: ProjectorRun;
  readonly #wires: DeskWires;
  ticker = $state.raw<{ readonly key: string; readonly says: string } | null>(null);
  isHelpOpen = $state(false);

  readonly #allows = (command: string): boolean => this.run.content.scenario.commands.includes(command);
  readonly #way = $derived.by(() => this.run.stop.way);
  /** Under which numbers things can be done: found once for each part of the lesson that is entered. */
  readonly #first = $derived.by(() => listedFirst(this.run.stops, this.#way, this.#allows));

  constructor(run: ProjectorRun, wires: DeskWires) {
    this.run = run;
    this.#wires = wires;
  }

  /**
   * What can be done by number now: one of each kind on each host, under numbers that stay. Whoever takes from it
   * draws it too: what the model refuses is known only while it is drawn.
   */
  get breaks(): readonly Numbered[] {
    const { playback, hideOutcome, held } = this.run;
    if (hideOutcome || !this.#wires.canBreak) return [];
    const check = (command: Command) => playback.check(command);
    const now = listed({ view: playback.frame.view, allows: this.#allows, check });
    const most = isLow() ? MOST_BREAKS[held === null ? 'low' : 'answered'] : MOST_BREAKS.usual;
    return numbered(now, this.#first).slice(0, most);
  }

  /** Does what a key says. */
  press(event: KeyboardEvent): void {
    const pressed = pressedAct(event);
    if (pressed === null) return;
    event.preventDefault();
    void this.do(pressed.act, pressed.key);
  }

  /** Does something, tells the ticker, and the other window. */
  async do(act: Act, key = ''): Promise<void> {
    if (MOVES.includes(act) && !this.canMove) return;
    this.#wires.acting();
    const says = await this.#does(act, key);
    if (says === null) return;
    if (key !== '') this.ticker = { key: projectorWords.keys.names[key] ?? key, says };
    this.#wires.acted();
  }

  /** Time may be moved by hand. */
  get canMove(): boolean {
    return this.#wires.canMove;
  }

  /** Breaks what has this number. */
  async break(number: number, key = String(number)): Promise<void> {
    this.#wires.acting();
    const offer = this.breaks.find((each) => each.number === number);
    const says = offer ? await this.#give(offer.commands) : words.nothing;
    this.ticker = { key, says };
    this.#wires.acted();
  }

  /** Takes down what was counted for an option. The class reads the ticker: it never tells the number. */
  count(option: number, hands: number, unit: TalkState['unit'] = 'tenths'): void {
    this.#wires.acting();
    this.run.send({ type: 'count', option, hands, unit });
    const { talk } = this.run;
    const isMore = nextOption(talk) >= 0;
    const counted = isMore ? words.counted(LETTERS[option] ?? '') : words.allCounted;
    // No letter in a key's frame: it would be read as the answer.
    this.ticker = { key: '', says: talk.wrong === null ? counted : words.notCounted };
    this.#wires.acted();
  }

  /** What was done, in words; null when nothing has to be said. */
  async #does(act: Act, key: string): Promise<string | null> {
    const { run } = this;
    const { playback } = run;
    switch (act) {
      case 'next':
        return (await run.step(1)) ? words.next : words.end;
      case 'previous':
        return (await run.step(-1)) ? words.previous : words.end;
      case 'start':
        await run.go(0);
        return words.start;
      case 'play':
        return this.#play();
      case 'fact-on':
        if (run.hideOutcome) return words.locked;
        await playback.nextFact();
        return words['fact-on'];
      case 'fact-back':
        await playback.previousFact();
        return words['fact-back'];
      case 'break':
        return this.#digit(Number(key), key);
      case 'vote-again':
        run.send({ type: 'vote-again' });
        return projectorWords.vote.again;
      case 'recount':
        run.send({ type: 'recount' });
        return projectorWords.vote.recount;
      case 'blank':
        run.send({ type: 'blank' });
        return run.talk.isBlank ? words.blank : words.lit;
      case 'faster':
      case 'slower':
        playback.speed = nextSpeed(playback.speed, act === 'faster' ? 1 : -1);
        return messages.timeline.times(format.number(playback.speed));
      case 'leave':
        playback.selected = null;
        return null;
      case 'help':
        this.isHelpOpen = true;
        return null;
      case 'full-screen':
        if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
        else await document.exitFullscreen();
        return null;
      case 'presenter':
        this.#wires.openPresenter();
        return null;
    }
  }

  #play(): string {
    const { run } = this;
    if (run.playback.playing) {
      run.playing.pause();
      return words.pause;
    }
    if (run.hideOutcome) return words.locked;
    run.playing.play();
    return words.play;
  }

  /** A digit counts tenths while a vote is counted, and breaks something elsewhere. */
  async #digit(digit: number, key: string): Promise<null> {
    const option = nextOption(this.run.talk);
    if (option >= 0) this.count(option, digit);
    else if (digit > 0) await this.break(digit, key);
    return null;
  }

  async #give(commands: readonly Command[]): Promise<string> {
    const { playback } = this.run;
    const { view } = playback.frame;
    for (const command of commands) {
      const refusal = await this.run.do(command);
      if (refusal !== null) return refusalSentence(refusal, command, playback.frame.view);
    }
    return commands.map((command) => commandLabel(command, view)).join(', ');
  }
}

/** `5 of 18`. */
export function placeWords({ talk, stops }: ProjectorRun): string {
  return projectorWords.foot.stop(format.number(talk.stop + 1), format.number(stops.length));
}
