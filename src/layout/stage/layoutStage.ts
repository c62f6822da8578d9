// From a world to the scene of the stage: hosts to one scale, boxes by the exact rule, and a place for every word.
import type { Entity, WorldView } from '../../sim/engine/view';
import { bandHeight } from '../label/hanging';
import { hardwareHeight, hardwareStrip, headerLabels, headerLine, headerLines } from '../label/header';
import { labelHost, noteLabels, scaleTile, type HostLabels, type HostToLabel } from '../label/labelHost';
import { headerSpeech } from '../label/speech';
import { lineBlock, plain, setLines } from '../label/block';
import type { StageWords } from '../stageWords';
import { textWidth } from '../text/measure';
import { bottom, type Rect } from '../rect';
import { roomBytes } from './claim';
import { coreCells } from './cores';
import { drawnRect } from './drawn';
import { arrangeHosts, type Furniture, type HostPlace } from './frames';
import { lookOf, progressOf, toneOf } from './look';
import type { BoxScene, HostScene, LabelScene, StageScene, TileScene } from './scene';
import { overcommitOf, stackHost } from './stack';
import { textStyleFor, type TextStyle } from './textStyle';

export interface StageOptions {
  readonly words: StageWords;
  /** Font sizes; chosen from the width when left out. */
  readonly text?: TextStyle;
}

/** Rows of tabs under the ground line that are tried before a floor goes without its word. */
const mostRows = 3;

function boxScenes(host: Entity, view: WorldView, frame: Rect): BoxScene[] {
  return stackHost(host, view, frame).map(({ entity, build, exact, depth, parent }) => ({
    id: entity.id,
    host: host.id,
    parent,
    depth,
    build,
    look: lookOf(entity),
    tone: toneOf(entity),
    exact,
    drawn: drawnRect(exact),
    held: build === 'room' && entity.tags.includes('holds-memory'),
    progress: progressOf(entity, view.at),
  }));
}

function hostScene(
  host: Entity,
  view: WorldView,
  place: HostPlace,
  size: number,
  words: StageWords,
): HostScene {
  const { frame, area, ownScale } = place;
  const foundation = {
    x: frame.x,
    y: bottom(frame),
    width: frame.width,
    height: bottom(area) - bottom(frame),
  };
  const texts = words.hardware(host, view);
  const reserved = Math.min(textWidth(texts[0] ?? '', size, 700), frame.width / 2);
  const bytes = roomBytes(host);
  return {
    id: host.id,
    look: lookOf(host),
    area,
    frame,
    foundation,
    cores: coreCells(host, hardwareStrip(foundation, size), reserved),
    ownScale,
    scale: bytes > 0 ? (frame.width * frame.height) / bytes : 0,
    progress: progressOf(host, view.at),
  };
}

interface Drawn {
  readonly toLabel: readonly HostToLabel[];
  readonly labelled: readonly HostLabels[];
  readonly height: number;
  readonly headers: readonly LabelScene[];
}

/** Draws everything with this much furniture; the caller looks whether all words found a place. */
function drawHosts(
  view: WorldView,
  stage: { width: number; height: number },
  options: Required<StageOptions>,
  rows: number,
  lines: number,
): Drawn {
  const { words, text: style } = options;
  const hosts = view.ofKind('host');
  const compact = stage.width < 600;
  const furniture: Furniture = {
    header: lines * headerLine(style.size),
    air: Math.round(style.size * 1.6),
    foundation: bandHeight(rows, style.size) + hardwareHeight(style.size),
    gap: compact ? 24 : 44,
    margin: compact ? 4 : 6,
  };
  const overcommit = Math.max(1, ...hosts.map((host) => overcommitOf(host, view)));
  const { places, height } = arrangeHosts(hosts.map(roomBytes), stage, furniture, overcommit);
  const toLabel = hosts.flatMap((entity, at): HostToLabel[] => {
    const place = places[at];
    if (place === undefined) return [];
    const host = hostScene(entity, view, place, style.size, words);
    return [{ host, entity, boxes: boxScenes(entity, view, place.frame), view, words, style, rows }];
  });
  const headers = toLabel.flatMap(({ host, entity }) =>
    headerLabels(host.id, headerSpeech(entity, host.ownScale, view, words), host.area, lines, style.size),
  );
  return { toLabel, labelled: toLabel.map(labelHost), height, headers };
}

function tileLabel(tile: TileScene, words: StageWords, size: number): LabelScene {
  const block = lineBlock(plain(words.size(tile.bytes)), size);
  const { rect } = tile;
  const text = {
    x: rect.x + (rect.width - block.width) / 2,
    y: rect.y + (rect.height - block.height) / 2,
    width: block.width,
    height: block.height,
  };
  return {
    key: `tile ${tile.host}`,
    role: 'tile',
    of: [tile.host],
    lines: setLines(block, text, 'middle'),
    align: 'middle',
    size,
    tone: 'soft',
    rect: text,
    ground: 'none',
    tabTone: null,
    look: 'running',
    leaders: [],
  };
}

/** One tile for the common scale, on the host with most free room, and one for each host with its own. */
function scaleTiles({ toLabel, labelled }: Drawn, words: StageWords, size: number): TileScene[] {
  const wordWidth = textWidth(words.size(1024 ** 3), size, 400);
  const area = (at: number) =>
    Math.max(0, ...(labelled[at]?.free ?? []).map((rect) => rect.width * rect.height));
  const order = [...toLabel.keys()].sort((a, b) => Math.round(area(b) - area(a)) || b - a);
  const tiles: TileScene[] = [];
  for (const at of order) {
    const scene = toLabel[at];
    const placed = labelled[at];
    const isTold = tiles.some(
      (tile) => !(toLabel.find(({ host }) => host.id === tile.host)?.host.ownScale ?? false),
    );
    if (scene === undefined || placed === undefined || (!scene.host.ownScale && isTold)) continue;
    const tile = scaleTile(scene, placed, wordWidth);
    if (tile !== null) tiles.push(tile);
  }
  return tiles;
}

/**
 * Lays the world out on a stage of this size (CSS px). Pure: the same arguments give the same scene. The scene may
 * be higher than asked for, where hosts are stacked on a narrow stage.
 */
export function layoutStage(
  view: WorldView,
  size: { readonly width: number; readonly height: number },
  options: StageOptions,
): StageScene {
  const text = options.text ?? textStyleFor(size.width);
  const full = { ...options, text };
  let rows = 0;
  let lines = 1;
  let drawn = drawHosts(view, size, full, rows, lines);
  for (;;) {
    const needed = Math.max(
      1,
      ...drawn.toLabel.map(({ host, entity }) =>
        headerLines(headerSpeech(entity, host.ownScale, view, options.words), host.area.width, text.size),
      ),
    );
    const grows = drawn.labelled.some((each) => !each.isComplete) && rows < mostRows;
    if (needed <= lines && !grows) break;
    lines = Math.max(lines, needed);
    rows += grows ? 1 : 0;
    drawn = drawHosts(view, size, full, rows, lines);
  }
  const tiles = scaleTiles(drawn, options.words, text.size);
  const notes = drawn.toLabel.flatMap((scene, at) => {
    const placed = drawn.labelled[at];
    return placed === undefined ? [] : noteLabels(scene, placed);
  });
  return {
    width: size.width,
    height: Math.max(size.height, drawn.height),
    hosts: drawn.toLabel.map(({ host }) => host),
    boxes: drawn.toLabel.flatMap(({ boxes }) => boxes),
    labels: [
      ...drawn.headers,
      ...drawn.labelled.flatMap(({ labels }) => labels),
      ...tiles.map((tile) => tileLabel(tile, options.words, text.smallest)),
      ...notes,
    ],
    tiles,
    unplaced: view.entities.filter((each) => each.tags.includes('absent')).map((each) => each.id),
    textSize: text.size,
  };
}
