// The table of keys of a projector: those of a presenter's remote, and the ten digits. The help reads it too.
import type { ProjectorWords } from '../../i18n/en/projector';
import { keyOf } from '../course/keys';

/** What a key can do; a digit is told beside it. */
export type Act = keyof ProjectorWords['keys']['acts'];

/** One line of the table; keys are named as `keyOf` names them. */
export interface KeyRow {
  readonly act: Act;
  readonly keys: readonly string[];
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Every key that does something. */
export const keyRows: readonly KeyRow[] = [
  { act: 'next', keys: ['PageDown'] },
  { act: 'previous', keys: ['PageUp'] },
  { act: 'play', keys: ['Space'] },
  { act: 'fact-on', keys: ['ArrowRight', 'ArrowDown'] },
  { act: 'fact-back', keys: ['ArrowLeft', 'ArrowUp'] },
  { act: 'break', keys: DIGITS },
  { act: 'vote-again', keys: ['Enter'] },
  { act: 'recount', keys: ['Backspace'] },
  { act: 'blank', keys: ['b', '.'] },
  { act: 'full-screen', keys: ['f'] },
  { act: 'presenter', keys: ['n'] },
  { act: 'faster', keys: ['>'] },
  { act: 'slower', keys: ['<'] },
  { act: 'start', keys: ['Home'] },
  { act: 'leave', keys: ['Escape'] },
  { act: 'help', keys: ['?'] },
];

/** Letters and digits belong to what is typed there. */
const FIELDS = 'input, select, textarea';
/** Space and Enter press these. */
const PRESSED = 'button, summary, a';

/** These scroll it. */
const SCROLLED = '[role="region"]';

/** What a pressed key does, or null: it belongs to a field, a button, a dialog or the browser. */
export function pressedAct(event: KeyboardEvent): { readonly act: Act; readonly key: string } | null {
  const key = keyOf(event);
  const at = event.target instanceof Element ? event.target : document.body;
  if (key === null || event.defaultPrevented || at.closest(FIELDS)) return null;
  if (document.querySelector('dialog[open]') !== null) return null;
  if ((key === 'Space' || key === 'Enter') && at.closest(PRESSED)) return null;
  if ((key === 'ArrowUp' || key === 'ArrowDown') && at.closest(SCROLLED)) return null;
  const row = keyRows.find(({ keys }) => keys.includes(key));
  return row ? { act: row.act, key } : null;
}
