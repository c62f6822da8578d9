// Words on a floor that is as low as the letters of one line: better in its own floor than under another.
import { bottom } from '../rect';
import type { LabelScene } from '../stage/scene';
import { lineHeight } from '../text/measure';
import { insideLabel, ways } from './inside';

/** The label of a box as `insideLabel` has it, also in a low floor; what is at the ground hangs there. */
export function lowLabel(...asked: Parameters<typeof insideLabel>): LabelScene | null {
  const [box, kind, room, speech, words, style, only] = asked;
  const label = insideLabel(...asked);
  const isUpper = box.build === 'floor' && box.parent !== box.host;
  if (label !== null || !isUpper || room.height < style.smallest) return label;
  const height = Math.max(room.height, style.smallest * lineHeight + 1);
  const higher = { ...room, y: room.y - (height - room.height) / 2, height };
  const brief = { names: speech.names.slice(0, 1), states: speech.states };
  const said = speech.states.length > 0 ? brief : speech;
  const way = (only ?? ways(box, kind, said, words))[0] ?? [];
  const type = { ...style, size: style.smallest };
  const low = insideLabel(box, kind, higher, speech, words, type, [way]);
  if (low === null || low.lines.length > 1) return null;
  const y = Math.max(low.rect.y, room.y);
  return { ...low, rect: { ...low.rect, y, height: Math.min(bottom(low.rect), bottom(room)) - y } };
}
