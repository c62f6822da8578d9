// Two worlds on two stages of one size: both keep the room that either needs, so that they have one scale.
import type { WorldView } from '../../sim/engine/view';
import { isStill, keepParts, type SceneKeeper } from '../stage/keepScene';
import { layoutStage, type StageOptions } from '../stage/layoutStage';
import type { StageScene } from '../stage/scene';

type Size = Parameters<SceneKeeper>[1];
type Room = Pick<StageScene, 'rows' | 'lines' | 'overcommit' | 'shelf'>;

const NO_ROOM: Room = { rows: [], lines: 1, overcommit: 1, shelf: 0 };

function isRoomFor(room: Room, needed: Room): boolean {
  return (
    room.lines === needed.lines &&
    room.overcommit === needed.overcommit &&
    room.shelf === needed.shelf &&
    room.rows.length === needed.rows.length &&
    room.rows.every((rows, at) => rows === needed.rows[at])
  );
}

/** The layouts of both stages. They grow each other's room and never shrink it while the size stays. */
class ScenePair {
  #size: Size = { width: 0, height: 0 };
  #room = NO_ROOM;
  /** The last layout of each world. */
  #laid: { readonly view: WorldView; readonly scene: StageScene; readonly room: Room }[] = [];
  #late: StageOptions['late'];

  /** The scene of a world beside another one. */
  lay(view: WorldView, peer: WorldView, size: Size, options: StageOptions): StageScene {
    const isSameRoom = size.width === this.#size.width && size.height === this.#size.height;
    if (!isSameRoom || options.late !== this.#late) this.#forget(size);
    this.#late = options.late;
    // A layout starts from the room there is, so what it needs is never less: three rounds settle the pair.
    this.#layOne(view, options);
    this.#layOne(peer, options);
    return this.#layOne(view, options);
  }

  #forget(size: Size): void {
    this.#size = size;
    this.#room = NO_ROOM;
    this.#laid = [];
  }

  #layOne(view: WorldView, options: StageOptions): StageScene {
    const isOf = (laid: WorldView) => laid === view || isStill(laid, view);
    const known = this.#laid.find((laid) => laid.room === this.#room && isOf(laid.view));
    if (known !== undefined) return known.scene;
    const { rows, lines, overcommit, shelf } = this.#room;
    const scene = layoutStage(view, this.#size, { ...options, rows, shelf, room: { lines, overcommit } });
    if (!isRoomFor(this.#room, scene)) this.#room = scene;
    this.#laid = [{ view, scene, room: this.#room }, ...this.#laid].slice(0, 2);
    return scene;
  }
}

/**
 * Keepers for two stages of the same size that have one scale. `peers` say which world the other stage shows; who
 * draws a stage reads it there, so that a stage is laid out again when the other one needs more room.
 */
export function createScenePair(
  peers: readonly [() => WorldView, () => WorldView],
): readonly [SceneKeeper, SceneKeeper] {
  const pair = new ScenePair();
  const keeper = (peer: () => WorldView): SceneKeeper => {
    let last: StageScene | null = null;
    return (view, size, options) => (last = keepParts(last, pair.lay(view, peer(), size, options)));
  };
  return [keeper(peers[0]), keeper(peers[1])];
}
