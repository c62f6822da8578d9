// Words on a floor that is as low as the letters of one line: better in its own floor than under another.
import { bottom } from '../rect';
import type { LabelScene } from '../stage/scene';
import { ascent, letters, lineHeight } from '../text/measure';
import { insideLabel, ways } from './inside';

/** Of the letters of one line, as part of the font size. */
const height = letters.above + letters.below;

/** Above and below the letters together, px: a wall, or the outline of what is chosen, may cover it. */
const air = 1.5;

/** The label of a box as `insideLabel` has it, also in a low floor; what is at the ground hangs there. */
export function lowLabel(...asked: Parameters<typeof insideLabel>): LabelScene | null {
  const [box, kind, room, speech, words, style, only] = asked;
  const label = insideLabel(...asked);
  const size = style.smallest;
  const isUpper = box.build === 'floor' && box.parent !== box.host;
  if (label !== null || !isUpper || room.height < height * size + air) return label;
  const usual = Math.max(room.height, size * lineHeight + 1);
  const higher = { ...room, y: room.y - (usual - room.height) / 2, height: usual };
  const brief = { names: speech.names.slice(0, 1), states: speech.states };
  const said = speech.states.length > 0 ? brief : speech;
  const [longer = [], shorter = []] = only ?? ways(box, kind, said, words);
  // Beside words that are much larger a tab is better.
  const way = longer.length === 0 && style.size <= size + 1 ? shorter : longer;
  const low = insideLabel(box, kind, higher, speech, words, { ...style, size }, [way]);
  if (low === null || low.lines.length > 1) return null;
  // A tab beside a program has room for what became of it.
  const isMute = kind === 'process' && speech.states.length > 0 && !low.lines[0]?.tellsState;
  if (isMute) return null;
  // The letters are in its middle, not the line that they stand in.
  const base = room.y + (room.height - height * size) / 2 + letters.above * size;
  const y = Math.max(base - ascent * size, room.y);
  const foot = Math.min(base + (lineHeight - ascent) * size, bottom(room));
  const lines = low.lines.map((line) => ({ ...line, y: base }));
  return { ...low, lines, rect: { ...low.rect, y, height: foot - y } };
}
