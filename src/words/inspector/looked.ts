// What a program looked for when it was started last, line by line.
import type { Entity, WorldView } from '../../sim/engine/view';
import { needs as words } from '../../i18n/needs';
import { needsOf } from '../needs';
import { textRow, type Row } from './row';

/** Everything that was looked for, in order, with the place; then what the system said. Empty where it looked for nothing. */
export function lookedRows(entity: Entity, view: WorldView): Row[] {
  const found = entity.kind === 'process' ? needsOf(entity, view) : null;
  if (found === null) return [];
  const rows = found.needs.map(({ isMet, says, where }) =>
    textRow(isMet ? words.met : words.unmet, [says, where].filter(Boolean).join(', ')),
  );
  return found.said === '' ? rows : [...rows, textRow(words.said, found.said)];
}
