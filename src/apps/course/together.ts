// One sentence for several that differ in one place: "You sent a kernel panic to VM 2 and host-b."
import { format } from '../../i18n';
import { sentences as said } from '../../i18n/sentences';

/** How many are named; more are counted. */
const MOST = 3;

/** How many words both begin with. */
function shared(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, index) => word !== other[index]);
  return at < 0 ? one.length : at;
}

/** What differs is named side by side; null where nothing does, where it is too much, or not one place in each. `isInTurn`: to one box, which keeps the last. */
export function together(sentences: readonly string[], isInTurn = false): string | null {
  const [first = [], ...others] = sentences.map((text) => text.replace(/\.$/, '').split(' '));
  const from = Math.min(...others.map((other) => shared(first, other)));
  const backwards = first.toReversed();
  const room = Math.min(...[first, ...others].map((words) => words.length - from));
  const same = Math.min(room, ...others.map((other) => shared(backwards, other.toReversed())));
  // A number belongs to the name before it: "search 1 and cart 1".
  const behind = /^\d/.test(backwards[same - 1] ?? '') ? same - 1 : same;
  const parts = [first, ...others].map((words) => words.slice(from, words.length - behind).join(' '));
  if (sentences.length > MOST || parts.includes('') || new Set(parts).size < parts.length) return null;
  const named = isInTurn ? said.heard.inTurn(parts, first[from - 1] ?? '') : format.list(parts);
  return `${[...first.slice(0, from), named, ...first.slice(first.length - behind)].join(' ')}.`;
}
