// One host and its boxes in numbers and codes, at their places.
import type { EntityId } from '../../sim/engine/fact';
import type { Entity, WorldView } from '../../sim/engine/view';
import { hardwareStrip } from '../label/header';
import { bottom } from '../rect';
import type { Lengths } from '../stageWords';
import { textWidth } from '../text/measure';
import { bundleLook, bundleOf } from './bundle';
import { roomBytes, type Claims } from './claim';
import { coreCells, coreCount, reservedFor } from './cores';
import { drawnRect } from './drawn';
import type { HostPlace } from './frames';
import { lookOf, toneOf, wallsOf } from './look';
import type { BoxScene, HostScene } from './scene';
import type { PlacedBox } from './stack';

/** Where boxes are placed. */
interface Ground {
  readonly view: WorldView;
  readonly host: EntityId;
  readonly claims: Claims;
  /** px² for one byte. */
  readonly scale: number;
}

/** The scene of boxes that have their place. */
export function boxScenes(placed: readonly PlacedBox[], { view, host, claims, scale }: Ground): BoxScene[] {
  return placed.map(({ id, entity, gathered, build, exact, depth, parent }) => {
    const bundle = gathered.length > 0 ? bundleOf(gathered, exact, claims, scale) : null;
    const walls = bundle === null ? wallsOf(entity, view) : 0;
    return {
      id,
      host,
      parent,
      depth,
      build,
      look: bundle ? bundleLook(bundle) : lookOf(entity),
      tone: bundle ? (bundle.parts[0]?.tone ?? 'program') : toneOf(entity),
      exact,
      drawn: drawnRect(exact),
      held: bundle === null && claims.reserves(entity),
      bundle,
      ...filledHeight(bundle ? gathered : build === 'room' ? [entity] : [], exact.height),
      ...(bundle === null && entity.tags.includes('stopping') && { isEnding: true }),
      ...(walls > 0 && { walls }),
    };
  });
}

/** What rooms that are given memory as they touch it take of their host: not what a balloon, the disk or another has. */
function filledHeight(rooms: readonly Entity[], height: number): { filled?: number } {
  const sum = (field: string) => rooms.reduce((all, { context }) => all + Number(context[field] ?? 0), 0);
  const touched = sum('touchedBytes');
  if (touched === 0) return {};
  const taken = touched - sum('balloonBytes') - sum('swappedBytes') - sum('mergedBytes');
  return { filled: (height * Math.max(0, taken)) / sum('memoryBytes') };
}

/** The host itself; `hardware` is what its strip says, `cpu` what its cells show, which they leave room for. */
export function hostScene(
  host: Entity,
  place: HostPlace,
  textSize: number,
  hardware: Lengths,
  cpu: Lengths,
): HostScene {
  const { frame, area, ownScale } = place;
  const ground = bottom(frame);
  const foundation = { x: frame.x, y: ground, width: frame.width, height: bottom(area) - ground };
  const said = hardware.map((text) => textWidth(text, textSize, 700));
  const word = Math.max(said.at(-1) ?? 0, Math.min(said[0] ?? 0, frame.width / 2));
  const captions = cpu.map((text) => textWidth(text, textSize, 400));
  const reserved = reservedFor(word, captions, coreCount(host), frame.width);
  const bytes = roomBytes(host);
  const look = lookOf(host);
  return {
    id: host.id,
    look,
    area,
    frame,
    foundation,
    // One that is off has nothing to show there: its word has the room.
    cores: look === 'off' ? [] : coreCells(host, hardwareStrip(foundation, textSize), reserved),
    ownScale,
    scale: bytes > 0 ? (frame.width * frame.height) / bytes : 0,
  };
}
