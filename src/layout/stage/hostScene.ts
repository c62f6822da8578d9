// One host and its boxes in numbers and codes, at their places.
import type { Entity } from '../../sim/engine/view';
import { hardwareStrip } from '../label/header';
import { bottom, type Rect } from '../rect';
import type { Lengths } from '../stageWords';
import { textWidth } from '../text/measure';
import { roomBytes, type Claims } from './claim';
import { coreCells } from './cores';
import { drawnRect } from './drawn';
import type { HostPlace } from './frames';
import { lookOf, progressOf, toneOf } from './look';
import type { BoxScene, HostScene } from './scene';
import { stackHost } from './stack';

/** Every box of a host, from the ground up. */
export function boxScenes(host: Entity, at: number, claims: Claims, frame: Rect): BoxScene[] {
  return stackHost(host, claims, frame).map(({ entity, build, exact, depth, parent }) => ({
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
    progress: progressOf(entity, at),
  }));
}

/** The host itself; `hardware` is what its strip says, which the core cells leave room for. */
export function hostScene(
  host: Entity,
  at: number,
  place: HostPlace,
  textSize: number,
  hardware: Lengths,
): HostScene {
  const { frame, area, ownScale } = place;
  const ground = bottom(frame);
  const foundation = { x: frame.x, y: ground, width: frame.width, height: bottom(area) - ground };
  const reserved = Math.min(textWidth(hardware[0] ?? '', textSize, 700), frame.width / 2);
  const bytes = roomBytes(host);
  return {
    id: host.id,
    look: lookOf(host),
    area,
    frame,
    foundation,
    cores: coreCells(host, hardwareStrip(foundation, textSize), reserved),
    ownScale,
    scale: bytes > 0 ? (frame.width * frame.height) / bytes : 0,
    progress: progressOf(host, at),
  };
}
