// One stage on a slide: its frame, what the frame was last told, and the picture that stands there without it.
import type { ToStage } from '../messages';
import { frameAddress, siteOf, stillAddress } from './address';
import { placeOf, shownCue, type Place } from './cues';
import { KEY_CODES, readHeard, type DeckKey } from './heard';

type Without<Message, Key extends string> = Message extends unknown ? Omit<Message, Key> : never;

/** An author's element and the frame in it. Its places are absolute: the same one told twice changes nothing. */
export class SlideStage {
  readonly #host: HTMLElement;
  readonly #site: string;
  /** Shows the stills of cues; what the author put into the element is never touched. */
  readonly #still = new Image();
  /** The address that the still has or had; one that did not load is not asked for again. */
  #pictured: string | null = null;
  #frame: HTMLIFrameElement | null = null;
  #isReady = false;
  #isSeen = false;
  #playing = false;
  /** It was playing when its slide was left. */
  #resumes = false;
  /** The cue that a reader of a plain page has chosen. */
  #chosen: HTMLElement | null = null;
  /** The place that the frame was told last, or null when it has to be told again. */
  #told: string | null = null;

  /** `script`: the address of the client, beside which the site lies. */
  constructor(host: HTMLElement, script: string) {
    this.#host = host;
    this.#site = siteOf(host.dataset, script);
    // A deck that builds its slides anew from their text brings a frame that nobody talks to, and an old still.
    for (const stale of host.querySelectorAll('iframe, [data-cue-still]')) stale.remove();
    this.#still.dataset['cueStill'] = '';
    this.#still.onerror = () => this.#still.remove();
  }

  /** Loads the frame while something else is shown, so that it is there when its slide comes. */
  prepare(): void {
    if (this.#frame) return;
    const { dataset } = this.#host;
    const frame = document.createElement('iframe');
    frame.title =
      this.#host.ariaLabel ?? this.#host.querySelector('img')?.alt ?? dataset['lesson'] ?? 'Stage';
    const sandbox = dataset['sandbox'] ?? sandboxFor(this.#site);
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.allow = 'fullscreen';
    frame.src = frameAddress(dataset, this.#site);
    this.#frame = frame;
    this.#host.append(frame);
  }

  /** The slide is shown, in the state that the page has now. */
  show(): void {
    this.prepare();
    if (!this.#isSeen && this.#resumes) this.#post({ type: 'sim:play' });
    this.#isSeen = true;
    this.#resumes = false;
    const cue = this.#cue();
    if (this.#isReady) this.#tell(placeOf(cue ?? this.#host));
    else this.picture();
  }

  /** The slide is left, or covered: what plays waits, and keys go to the deck again. */
  hide(): void {
    if (!this.#isSeen) return;
    this.#isSeen = false;
    this.#resumes = this.#playing;
    if (this.#playing) this.#post({ type: 'sim:pause' });
    if (document.activeElement !== this.#frame) return;
    this.#frame?.blur();
    window.focus();
  }

  /** Shows the still of the place that the page is at, for paper and wherever no frame is wanted. */
  picture(): void {
    const cue = this.#cue();
    const { lesson } = this.#host.dataset;
    const place = (cue ?? this.#host).dataset;
    const isOwn =
      cue === null && this.#host.querySelector(':scope > :not(iframe, [data-cue-still])') !== null;
    const address = isOwn ? null : (place['still'] ?? stillAddress(lesson, place, this.#site));
    if (address === this.#pictured) return;
    this.#pictured = address;
    if (address === null) {
      this.#still.remove();
      return;
    }
    this.#still.src = address;
    this.#still.alt = cue?.textContent.trim() ?? '';
    this.#host.append(this.#still);
  }

  /** A reader of a plain page asks for the place of a cue, and gets it even when it was asked for before. */
  choose(cue: HTMLElement): void {
    this.#chosen = cue;
    this.#told = null;
    this.show();
  }

  /** Takes a message of the page's window, when it is from this stage's own frame. */
  receive({ source, origin, data }: MessageEvent<unknown>): void {
    if (this.#frame === null || source !== this.#frame.contentWindow || origin !== this.#origin()) return;
    const heard = readHeard(data);
    if (heard?.is === 'ready') this.#greet();
    else if (heard?.is === 'time') this.#playing = heard.playing;
    else if (heard?.is === 'key') press(this.#host, heard.key);
    else if (heard?.is === 'error') console.warn(`Blast Radius: ${heard.why}`);
  }

  /** The frame has loaded, perhaps anew: it stands where its address says. */
  #greet(): void {
    const own = placeOf(this.#host);
    this.#isReady = true;
    this.#host.dataset['live'] = '';
    this.#still.remove();
    this.#pictured = null;
    this.#told = own.play ? null : JSON.stringify(own);
    if (this.#isSeen) this.show();
  }

  #tell(place: Place): void {
    const { moment, step, play } = place;
    const told = JSON.stringify(place);
    if (told === this.#told) return;
    this.#told = told;
    if (moment !== undefined) this.#post({ type: 'sim:goto', moment });
    else if (step !== undefined) this.#post({ type: 'sim:goto', step });
    else this.#post({ type: 'sim:reset' });
    if (play) this.#post({ type: 'sim:play' });
  }

  #cue(): HTMLElement | null {
    return this.#chosen ?? shownCue(this.#host);
  }

  #post(message: Without<ToStage, 'v' | 'id'>): void {
    const origin = this.#origin();
    this.#frame?.contentWindow?.postMessage({ v: 1, ...message }, origin === 'null' ? '*' : origin);
  }

  /** The origin that the frame has: none in a strict sandbox. */
  #origin(): string {
    const sandbox = this.#frame?.getAttribute('sandbox') ?? 'allow-same-origin';
    const isOpaque = !sandbox.split(' ').includes('allow-same-origin');
    return isOpaque ? 'null' : new URL(this.#site).origin;
  }
}

/** A site of another origin keeps its own; one of the deck's origin could step out of the box anyway. */
function sandboxFor(site: string): string | null {
  return new URL(site).origin === window.location.origin ? null : 'allow-scripts allow-same-origin';
}

/** Presses a key as if the focus were on the stage's element: every deck listens for keys further out. */
function press(host: HTMLElement, key: DeckKey): void {
  for (const type of ['keydown', 'keyup'])
    host.dispatchEvent(new KeyboardEvent(type, { key, ...KEY_CODES[key], bubbles: true, cancelable: true }));
}
