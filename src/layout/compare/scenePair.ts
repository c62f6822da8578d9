// Two worlds on two stages of one size: both keep the room that either needs, so that they have one scale.
import type { WorldView } from '../../sim/engine/view';
import { isSameSize, isStill, keepParts, slack, type SceneKeeper } from '../stage/keepScene';
import { layoutStage, type StageOptions } from '../stage/layoutStage';
import type { StageScene } from '../stage/scene';

type Size = Parameters<SceneKeeper>[1];
type Laid = { readonly view: WorldView; readonly scene: StageScene; readonly room: Room };
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
  #laid: Laid[] = [];
  #late: StageOptions['late'];
  /** All hosts of both are seen at once, set closer: what is compared must not be out of sight. */
  #isClose = false;

  /** The scene of a world beside another one. */
  lay(view: WorldView, peer: WorldView, size: Size, options: StageOptions): StageScene {
    if (!isSameSize(size, this.#size) || options.late !== this.#late) this.#forget(size, false);
    this.#late = options.late;
    const scene = this.#layBoth(view, peer, options);
    const isHigh = this.#laid.some(
      ({ scene: { height } }) => size.height > 0 && height > size.height + slack,
    );
    if (!isHigh || this.#isClose) return scene;
    this.#forget(size, true);
    return this.#layBoth(view, peer, options);
  }

  /** A layout starts from the room there is, so what it needs is never less: three rounds settle the pair. */
  #layBoth(view: WorldView, peer: WorldView, options: StageOptions): StageScene {
    this.#layOne(view, options);
    this.#layOne(peer, options);
    return this.#layOne(view, options);
  }

  #forget(size: Size, isClose: boolean): void {
    this.#size = size;
    this.#isClose = isClose;
    this.#room = NO_ROOM;
    this.#laid = [];
  }

  #layOne(view: WorldView, options: StageOptions): StageScene {
    const isOf = (laid: WorldView) => laid === view || isStill(laid, view);
    const known = this.#laid.find((laid) => laid.room === this.#room && isOf(laid.view));
    if (known !== undefined) return known.scene;
    const { rows, lines, overcommit, shelf } = this.#room;
    const size = this.#isClose ? { ...this.#size, fits: true } : this.#size;
    const scene = layoutStage(view, size, { ...options, rows, shelf, room: { lines, overcommit } });
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
