// Words of a host outside its memory: who it is and how many copies serve, above; its hardware, below.
import { bottom, right, type Rect } from '../rect';
import { captionRoom } from '../stage/cores';
import type { HostScene, LabelRole, LabelScene, LabelTone } from '../stage/scene';
import { ascent, lineHeight, textWidth } from '../text/measure';
import { bold, lineBlock, plain, setLines, state, type Paragraph } from './block';
import { inkOn } from './paint';

/** A host's title against the other words. */
const titleScale = 1.35;

/** Between two words of one line, px. */
const space = 12;

/** Between the words of two hosts, px. */
const apart = 20;

/** Height of one line of a header. */
export const headerLine = (size: number): number => Math.ceil(size * titleScale * lineHeight);

/** What a header says; lengths go from the longest down, empty ones are left out. */
export interface HeaderSpeech {
  readonly title: string;
  readonly what: readonly string[];
  readonly serving: readonly string[];
  readonly scale: readonly string[];
  /** Some of the copies have fallen. */
  readonly hasFallen: boolean;
}

const longest = (texts: readonly string[], size: number, weight: 400 | 700, width: number): string | null =>
  texts.find((text) => textWidth(text, size, weight) <= width) ?? null;

function word(
  host: string,
  role: LabelRole,
  paragraph: Paragraph,
  size: number,
  at: { x: number; base: number; align: 'start' | 'end' },
  tone: LabelTone,
): LabelScene {
  const block = lineBlock(paragraph, size);
  const x = at.align === 'start' ? at.x : at.x - block.width;
  const rect: Rect = { x, y: at.base - size * ascent, width: block.width, height: block.height };
  return {
    key: `${role} ${host}`,
    role,
    of: [host],
    lines: setLines(block, rect, at.align),
    align: at.align,
    size,
    tone,
    rect,
    ground: 'none',
    joins: null,
    tabTone: null,
    look: 'running',
    leaders: [],
  };
}

/** How many lines the header needs at this width: one or two, and one for a scale of its own. */
export function headerLines(speech: HeaderSpeech, width: number, size: number): number {
  const title = textWidth(speech.title, size * titleScale, 700);
  const serving = speech.serving[0] === undefined ? 0 : textWidth(speech.serving[0], size, 700) + space;
  // What does not find room on a line of its own either is left out.
  const isOne = title + serving <= width || longest(speech.serving, size, 700, width) === null;
  return (isOne ? 1 : 2) + scaleLines(speech);
}

/** Lines of a header that tell its host's own scale: one or none. */
export const scaleLines = ({ scale }: HeaderSpeech): number => Math.min(1, scale.length);

/** The speech without words that would need a second line, as long as shorter ones are left. */
export function onOneLine(speech: HeaderSpeech, width: number, size: number): HeaderSpeech {
  const left = width - textWidth(speech.title, size * titleScale, 700) - space;
  const fitting = speech.serving.filter((text) => textWidth(text, size, 700) <= left);
  return { ...speech, serving: fitting.length > 0 ? fitting : speech.serving.slice(-1) };
}

/**
 * The header's labels, from the upper edge of the host's area. `lines` are those of every header, `isShared` says that
 * in all of them name and count share the first. `gap`: px to the next host; where that is close, what stands at the
 * right end keeps away from its name.
 */
export function headerLabels(
  { id: host, area }: HostScene,
  speech: HeaderSpeech,
  { lines, isShared }: { readonly lines: number; readonly isShared: boolean },
  size: number,
  gap: number = apart,
): LabelScene[] {
  const line = headerLine(size);
  const base = (row: number) => area.y + row * line + Math.round(size * titleScale * ascent);
  // Where hosts stand close, a name is as small as the other words before it is left out.
  const titleSize =
    [size * titleScale, size].find((each) => textWidth(speech.title, each, 700) <= area.width) ?? 0;
  const title = word(
    host,
    'title',
    bold(speech.title),
    titleSize,
    { x: area.x, base: base(0), align: 'start' },
    'ink',
  );
  const labels = titleSize > 0 ? [title] : [];
  const room = isShared ? area.width - title.rect.width - space : area.width;
  const air = isShared ? Math.max(0, apart - gap) : 0;
  const shown = longest(speech.serving, size, 700, room - air) ?? longest(speech.serving, size, 700, room);
  if (shown !== null) {
    const at = isShared
      ? {
          x: right(area) - Math.min(air, room - textWidth(shown, size, 700)),
          base: base(0),
          align: 'end' as const,
        }
      : { x: area.x, base: base(1), align: 'start' as const };
    labels.push(word(host, 'serving', bold(shown), size, at, speech.hasFallen ? 'fallen' : 'ink'));
  }
  const taken = isShared && shown !== null ? textWidth(shown, size, 700) + space : 0;
  const left = area.width - title.rect.width - space - taken - air;
  const what = longest(speech.what, size, 400, left);
  if (what !== null) {
    const x = right(title.rect) + space;
    labels.push(word(host, 'what', plain(what), size, { x, base: base(0), align: 'start' }, 'soft'));
  }
  const scale = longest(speech.scale, size, 400, area.width);
  if (scale !== null) {
    labels.push(
      word(host, 'scale', plain(scale), size, { x: area.x, base: base(lines - 1), align: 'start' }, 'soft'),
    );
  }
  return labels;
}

/** The word on the hardware, at the left of its strip; a plate when the power is gone. */
export function hardwareLabel(
  host: HostScene,
  strip: Rect,
  texts: readonly string[],
  size: number,
): LabelScene | null {
  const isLost = host.look === 'fallen';
  const first = host.cores[0]?.rect;
  const end = isLost || first === undefined ? right(strip) - space : first.x - 4;
  const text = longest(texts, size, isLost ? 700 : 400, end - strip.x - space);
  if (text === null) return null;
  const base = strip.y + (strip.height - size * lineHeight) / 2 + size * ascent;
  const paragraph: Paragraph = isLost ? state(text) : plain(text);
  const at = { x: strip.x + space, base, align: 'start' } as const;
  const label = word(host.id, 'hardware', paragraph, size, at, isLost ? 'fallen' : inkOn('host', host.look));
  const rect = isLost ? { ...label.rect, x: label.rect.x - 5, width: label.rect.width + 10 } : label.rect;
  return { ...label, rect, look: host.look, ground: isLost ? 'plate' : 'none' };
}

/** The caption of the core cells, right before them; null where there is no room for it, or no power. */
export function coresLabel(
  host: HostScene,
  strip: Rect,
  from: number,
  texts: readonly string[],
  size: number,
): LabelScene | null {
  const room = captionRoom(host.cores, strip, from);
  if (room === null || host.look === 'fallen' || host.look === 'off') return null;
  const text = longest(texts, size, 400, room.width);
  if (text === null) return null;
  const base = strip.y + (strip.height - size * lineHeight) / 2 + size * ascent;
  const at = { x: right(room), base, align: 'end' } as const;
  const label = word(host.id, 'hardware', plain(text), size, at, inkOn('host', host.look));
  return { ...label, key: `cpu ${host.id}`, look: host.look };
}

/** The strip of the hardware itself, at the lower end of the foundation. */
export function hardwareStrip(foundation: Rect, size: number): Rect {
  const height = hardwareHeight(size);
  return { ...foundation, y: bottom(foundation) - height, height };
}

/** Height of that strip, px. */
export const hardwareHeight = (size: number): number => Math.round(size * 2.6);
