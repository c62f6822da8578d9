// Disks of a world on paper: the same bars and floors as under a stage, in px of a picture of a known width.
import { disksOf } from '../../layout/stage/disk';
import { floorsOf } from '../../layout/stage/layers';
import type { WorldView } from '../../layout/stage/input';
import type { Rect } from '../../layout/rect';
import { textWidth } from '../../layout/text/measure';
import { format } from '../../i18n';
import { disks as words } from '../../i18n/disks';
import { diskName, fileLabel } from '../../words/disk';

/** A file, a layer, or the frame of a whole disk. */
export interface PaperBar extends Rect {
  readonly id: string;
  /** Classes: of the program whose it is, and what it is for. */
  readonly tone: string;
  readonly use: string;
  /** Empty where it has no room. */
  readonly label: string;
}

/** All disks of a world, one under the other. */
export interface PaperDisks {
  readonly height: number;
  readonly titles: readonly { readonly y: number; readonly text: string }[];
  readonly bars: readonly PaperBar[];
}

/** Px of what is written, and of what it is written on. */
export const PAPER_TYPE = 14;
const TITLE = 22;
const BAR = 26;
const FLOORS = 84;
const GAP = 8;
const BOLD = 700;

const fitting = (text: string, { width, height }: Rect): string =>
  textWidth(text, PAPER_TYPE, BOLD) + 10 <= width && height >= PAPER_TYPE * 1.2 ? text : '';

/** Where everything stands in a picture `width` px wide; no title and no bar where the world has no disk. */
export function paperDisks(view: WorldView, width: number): PaperDisks {
  const titles: { y: number; text: string }[] = [];
  const bars: PaperBar[] = [];
  let y = 0;
  const begin = (text: string) => {
    titles.push({ y: y + TITLE - 6, text });
    y += TITLE;
  };
  for (const disk of disksOf(view)) {
    const { isBroken, usedBytes, capacityBytes } = disk;
    const state = isBroken
      ? words.broken
      : words.used(format.memory(usedBytes), format.memory(capacityBytes));
    begin(`${diskName(disk.id, view)}: ${state}`);
    bars.push({
      id: disk.id,
      x: 0,
      y,
      width: width * disk.part,
      height: BAR,
      tone: '',
      use: 'disk',
      label: '',
    });
    let x = 0;
    for (const { id, part, tone, use, isOver } of disk.files) {
      const rect = { x, y, width: width * part, height: BAR };
      const label = fitting(`${isOver ? words.over : ''} ${fileLabel(id, view)}`.trim(), rect);
      bars.push({ id, ...rect, tone, use, label });
      x += rect.width;
    }
    y += BAR + GAP;
  }
  for (const { disk, floors } of floorsOf(view)) {
    begin(words.layers(diskName(disk, view)));
    for (const floor of floors) {
      const rect = {
        x: width * floor.left,
        y: y + FLOORS * (1 - floor.bottom - floor.height),
        width: width * floor.width,
        height: FLOORS * floor.height,
      };
      const label = fileLabel(floor.id, view);
      const text = floor.use === 'writable' ? label : `${label}: ${format.memory(floor.bytes)}`;
      bars.push({
        id: `${floor.id} floor`,
        ...rect,
        tone: floor.tone,
        use: floor.use,
        label: fitting(text, rect),
      });
    }
    y += FLOORS + GAP;
  }
  return { height: y, titles, bars };
}
